// Known truths: the test font's advances (hanzi 1 em, ASCII ½ em) and CSS white-space: pre-wrap.
#include "app/text/text_layout.h"

#include <gtest/gtest.h>

#include "tests/support/headless.h"

namespace shenbao::app {
namespace {

class TextLayoutTest : public ::testing::Test {
  protected:
    TextLayoutTest() { m_imgui.begin_frame(); }
    ~TextLayoutTest() override { m_imgui.end_frame(); }

    // Lines at a width of `ems`, separated by "/".
    static std::string lines(std::string_view text, float ems) {
        std::string shown;
        for (const TextLine& line : layout_text(text, kFace, ems * 14).lines) {
            if (line.begin > 0) shown += "/";
            shown += text.substr(line.begin, line.end - line.begin);
        }
        return shown;
    }
    static constexpr TextFace kFace{14, false};

  private:
    testing::HeadlessImGui m_imgui;
};

TEST_F(TextLayoutTest, MeasuresHanziAsOneEmAndLettersAsHalf) {
    EXPECT_FLOAT_EQ(measure("绩效", kFace), 28);
    EXPECT_FLOAT_EQ(measure("2026年", kFace), 42);
    EXPECT_FLOAT_EQ(measure("绩效", {22, true}), 44);
}

TEST_F(TextLayoutTest, NeverBreaksInsideACluster) {
    EXPECT_EQ(lines("葛\U000E0100葛\U000E0100葛\U000E0100", 1), "葛\U000E0100/葛\U000E0100/葛\U000E0100");
    EXPECT_EQ(measure("e\u0301", kFace), measure("e\u0301", kFace));
    EXPECT_EQ(fitting("e\u0301", kFace, 14), std::string_view("e\u0301").size());
}

TEST_F(TextLayoutTest, BreaksAtTheWidthAndKeepsPunctuationOffTheLineStart) {
    EXPECT_EQ(lines("部门整体绩效目标", 4), "部门整体/绩效目标");
    EXPECT_EQ(lines("部门整体，绩效目标", 4), "部门整/体，绩效/目标");
    EXPECT_EQ(lines("指标（一）", 3), "指标/（一）");
}

TEST_F(TextLayoutTest, KeepsNumbersWholeUnlessTheLineIsTooNarrow) {
    EXPECT_EQ(lines("金额1424.00万元", 4), "金额/1424.00/万元");
    EXPECT_EQ(lines("abcdefgh", 2), "abcd/efgh");
}

TEST_F(TextLayoutTest, BlanksHangAtTheEndOfALine) {
    const TextLayout layout = layout_text("一二   三", kFace, 28);
    ASSERT_EQ(layout.lines.size(), 2U);
    EXPECT_FLOAT_EQ(layout.lines[0].width, 28);
    EXPECT_EQ(layout.lines[1].begin, std::string_view("一二   ").size());
}

TEST_F(TextLayoutTest, LineFeedsBeginLinesAndTheLastOneAnEmptyOne) {
    EXPECT_EQ(lines("一\n\n二", 9), "一//二");
    EXPECT_EQ(layout_text("一\n", kFace, 90).lines.size(), 2U);
    EXPECT_EQ(layout_text("", kFace, 90).lines.size(), 1U);
}

TEST_F(TextLayoutTest, WithoutWidthOnlyLineFeedsBreak) {
    EXPECT_EQ(layout_text("部门整体绩效目标申报表\n二", kFace, 0).lines.size(), 2U);
}

TEST_F(TextLayoutTest, FindsTheBeginningThatFits) {
    EXPECT_EQ(fitting("绩效目标", kFace, 30), std::string_view("绩效").size());
    EXPECT_EQ(fitting("绩效", kFace, 100), std::string_view("绩效").size());
    EXPECT_EQ(fitting("绩效", kFace, 3), 0U);
}

TEST_F(TextLayoutTest, ATabReachesTheNextFourthBlank) {
    // A blank is half an em, a stop two ems.
    EXPECT_FLOAT_EQ(measure("\t", kFace), 28);
    EXPECT_FLOAT_EQ(measure("中\t", kFace), 28);
    EXPECT_FLOAT_EQ(measure("中国\t", kFace), 56);
    EXPECT_EQ(lines("中\t国家", 3.5F), "中\t国/家");
}

TEST_F(TextLayoutTest, TheCacheForgetsLongTextsSoonerThanShortOnes) {
    TextCache cache;
    std::string text(60000, 'x');
    for (int key = 0; key < 300; ++key) {
        text += 'y';
        cache.get(text, kFace, 500);
        cache.sweep();
    }
    EXPECT_LT(cache.size(), 100U);
}

TEST_F(TextLayoutTest, CacheAnswersTheSameAndTellsFacesAndWidthsApart) {
    TextCache cache;
    EXPECT_EQ(cache.get("部门整体", kFace, 28).lines.size(), 2U);
    EXPECT_EQ(cache.get("部门整体", kFace, 56).lines.size(), 1U);
    EXPECT_EQ(cache.get("部门整体", {28, false}, 56).lines.size(), 2U);
    EXPECT_EQ(cache.get("部门整体", kFace, 28).lines.size(), 2U);
    EXPECT_EQ(cache.size(), 3U);
}

}  // namespace
}  // namespace shenbao::app
