// Known truths: UAX #14 and its test file LineBreakTest.txt, and what kinsoku asks of Chinese typesetting.
#include "app/text/line_break.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shenbao::app {
namespace {

// The text with "|" wherever a line may end, and "\n" shown as "¶".
std::string broken(std::string_view utf8) {
    std::u32string points;
    std::vector<size_t> ends;
    for (size_t position = 0; position < utf8.size();) {
        points.push_back(next_code_point(utf8, position));
        ends.push_back(position);
    }
    std::vector<Break> breaks;
    find_breaks(points, breaks);
    std::string shown;
    size_t begin = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        shown += points[i] == '\n' ? "¶" : std::string(utf8.substr(begin, ends[i] - begin));
        begin = ends[i];
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Mandatory) shown += "‖";
    }
    return shown;
}

TEST(LineBreak, HanziMayBeSeparatedAnywhere) {
    EXPECT_EQ(broken("绩效目标"), "绩|效|目|标");
}

TEST(LineBreak, NoLineStartsWithClosingPunctuation) {
    EXPECT_EQ(broken("目标。值，项、表；注：问？叹！"), "目|标。|值，|项、|表；|注：|问？|叹！");
    EXPECT_EQ(broken("（一）《二》"), "（一）|《二》");
}

TEST(LineBreak, NoLineEndsWithOpeningPunctuation) {
    EXPECT_EQ(broken("见（注"), "见|（注");
    EXPECT_EQ(broken("见《办法》"), "见|《办|法》");
    EXPECT_EQ(broken("【提示】"), "【提|示】");
}

TEST(LineBreak, QuotationMarksBelongToWhatTheyEnclose) {
    EXPECT_EQ(broken("口岸“大通关”口岸"), "口|岸|“大|通|关”|口|岸");
    EXPECT_EQ(broken("say “go” on"), "say |“go” |on");
}

TEST(LineBreak, WordsAndNumbersStayWhole) {
    EXPECT_EQ(broken("2025年12月"), "2025|年|12|月");
    EXPECT_EQ(broken("1,424.00万元"), "1,424.00|万|元");
    EXPECT_EQ(broken("the budget"), "the |budget");
    EXPECT_EQ(broken("-5.3 and 3-5"), "-5.3 |and |3-5");
}

TEST(LineBreak, SignsStayWithTheirNumber) {
    EXPECT_EQ(broken("$(12"), "$(12") << "LB25: a bracket before a number";
    EXPECT_EQ(broken("%(.5"), "%(.5");
    EXPECT_EQ(broken("%(a"), "%|(a");
    EXPECT_EQ(broken("率90%以上"), "率|90%|以|上");
    EXPECT_EQ(broken("率９０％以上"), "率|９|０％|以|上");
    EXPECT_EQ(broken("￥100元"), "￥100|元");
    EXPECT_EQ(broken("25℃时"), "25℃|时");
    EXPECT_EQ(broken("目标≥90%"), "目|标|≥90%");
}

TEST(LineBreak, EllipsisNeverStartsALineAndDashesStayTogether) {
    EXPECT_EQ(broken("等等……然后"), "等|等……|然|后");
    EXPECT_EQ(broken("计划——实施"), "计|划|——|实|施");
}

TEST(LineBreak, LineFeedsBreakAndCarriageReturnsWithThemDoNotTwice) {
    EXPECT_EQ(broken("一\n二"), "一¶‖二");
    EXPECT_EQ(broken("一\r\n二"), "一\r¶‖二");
    EXPECT_EQ(broken("一\n"), "一¶");
}

TEST(LineBreak, NonBreakingSpaceAndWordJoinerForbid) {
    EXPECT_EQ(broken("一\u00a0二"), "一\u00a0二");
    EXPECT_EQ(broken("一\u2060二"), "一\u2060二");
    EXPECT_EQ(broken("一\u200b二"), "一\u200b|二");
}

TEST(LineBreak, CharactersBeyondTheBasicPlaneAreHanzi) {
    EXPECT_EQ(broken("𠮷野家"), "𠮷|野|家");
}

TEST(LineBreak, CombiningMarksStayWithTheirBase) {
    EXPECT_EQ(broken("e\u0301a 中\u0308国"), "e\u0301a |中\u0308|国");
}

TEST(LineBreak, DamagedBytesBecomeReplacementCharacters) {
    for (std::string_view damaged : {"\xff", "\xc0\x80", "\xe4\xb8", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
        size_t position = 0;
        EXPECT_EQ(next_code_point(damaged, position), U'\xFFFD');
        EXPECT_EQ(position, 1U);
    }
    size_t position = 0;
    EXPECT_EQ(next_code_point("𠮷", position), U'𠮷');
    EXPECT_EQ(position, 4U);
}

}  // namespace
}  // namespace shenbao::app
