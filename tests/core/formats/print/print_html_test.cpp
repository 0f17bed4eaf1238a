#include "core/formats/print/print_html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "core/formats/json/declaration_json.h"
#include "core/formats/print/html_text.h"
#include "core/formats/statements/text_form.h"
#include "tests/support/fixtures.h"

namespace shenbao {
namespace {

const FormDefinition& official_form() {
    static const DefinitionResult result = read_definition(testing::official_form_json());
    EXPECT_TRUE(result.definition.has_value());
    return *result.definition;
}

std::string printed(const Declaration& declaration, const FormState& state) {
    return print_page(official_form(), build_sheet(official_form(), declaration, state), declaration, state);
}

Declaration seed() {
    return read_text_form(official_form(), testing::seed_text()).declaration;
}

int count(const std::string& text, const std::string& part) {
    int times = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

TEST(PrintPage, IsWellFormedAndFetchesNothing) {
    const std::string html = printed(seed(), {});
    std::vector<std::string> open;
    const std::regex tag("<(/?)([a-z0-9]+)[^>]*>");
    for (auto at = std::sregex_iterator(html.begin(), html.end(), tag); at != std::sregex_iterator(); ++at) {
        if ((*at)[2] == "col") continue;
        if ((*at)[1].length() == 0) {
            open.push_back((*at)[2]);
        } else {
            ASSERT_FALSE(open.empty());
            EXPECT_EQ(open.back(), (*at)[2].str());
            open.pop_back();
        }
    }
    EXPECT_TRUE(open.empty());
    for (const char* part : {"<script", "src=", "href=", "url(", "@import", "http"})
        EXPECT_EQ(count(html, part), 0) << part;
    EXPECT_NE(html.find("@page { size: A4;"), std::string::npos);
}

// Every row of every table covers the sheet's columns exactly, counting cells that reach down into it.
TEST(PrintPage, FillsEveryRowOfItsTables) {
    const std::string html = printed(seed(), {});
    const std::regex token("<(table|thead|tbody|tr|td|th)\\b([^>]*)>"), span("(row|col)span=\"(\\d+)\"");
    std::vector<int> reach;  // rows still covered, by column
    int width = -1, rows = 0;
    const auto check = [&] {
        if (width >= 0) EXPECT_EQ(width, 12) << "row " << rows;
    };
    for (auto at = std::sregex_iterator(html.begin(), html.end(), token); at != std::sregex_iterator();
         ++at) {
        const std::string name = (*at)[1], attributes = (*at)[2];
        if (name == "table" || name == "thead" || name == "tbody") {
            check();
            width = -1;
            // Nothing may reach out of a part of a table.
            for (const int left : reach) EXPECT_EQ(left, 0) << "before row " << rows;
            reach.assign(12, 0);
        } else if (name == "tr") {
            check();
            ++rows;
            width = 0;
            for (int& left : reach)
                if (left > 0) --left, ++width;
        } else {
            int row_span = 1, column_span = 1;
            for (auto one = std::sregex_iterator(attributes.begin(), attributes.end(), span);
                 one != std::sregex_iterator(); ++one)
                ((*one)[1] == "row" ? row_span : column_span) = std::stoi((*one)[2]);
            width += column_span;
            int placed = 0;
            for (int& left : reach)
                if (left == 0 && placed < column_span && row_span > 1) left = row_span - 1 + 100, ++placed;
            for (int& left : reach)
                if (left >= 100) left -= 100;
        }
    }
    check();
    EXPECT_GT(rows, 100);
}

TEST(PrintPage, RepeatsTheHeadersOfTheThreeTables) {
    const std::string html = printed(seed(), {});
    EXPECT_EQ(count(html, "<thead>"), 3);
    const size_t last = html.rfind("<thead>");
    const std::string head = html.substr(last, html.find("</thead>", last) - last);
    for (const char* words : {"年度绩效指标", "近两年指标值", "预期当年实现值", "前年", "指标分类"})
        EXPECT_NE(head.find(words), std::string::npos) << words;
}

TEST(PrintPage, ShowsEveryValueAndTheOpenSlots) {
    const Declaration declaration = seed();
    const std::string html = printed(declaration, {});
    for (const auto& [path, text] : declaration.values) {
        if (path == "before_last_year" || path == "last_year" || path == "end_year") continue;
        EXPECT_NE(html.find(">" + html_text(text) + "<"), std::string::npos) << path;
    }
    EXPECT_EQ(count(html, ">……<"), 10) << "four slots with a name and one with a level 2, in both tables";
}

TEST(PrintPage, EscapesWhatAPersonTyped) {
    Declaration declaration = blank_declaration(official_form());
    declaration.values["department"] = "<img src=x onerror=alert(1)> & \"局\" '";
    const std::string html = printed(declaration, {});
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;局&quot; &#39;"), std::string::npos);
}

TEST(PrintPage, CarriesTheFilesChecksumInItsLastLine) {
    const Declaration declaration = seed();
    const std::string html = printed(declaration, {});
    const size_t foot = html.find("<p class=\"foot\">");
    ASSERT_NE(foot, std::string::npos);
    EXPECT_NE(html.find(declaration_checksum(official_form(), declaration), foot), std::string::npos);
}

TEST(PrintPage, ContinuesBelowEveryCellThatGoesOnAndNoOther) {
    const std::string html = printed(seed(), {});
    const auto count = [&](std::string_view words) {
        size_t number = 0;
        for (size_t at = html.find(words); at != std::string::npos; at = html.find(words, at + 1)) ++number;
        return number;
    };
    EXPECT_GT(count(" went-on\""), 0U) << "the form's tables are cut somewhere";
    EXPECT_EQ(count(" goes-on\""), count(" went-on\"") + count(" went-on goes-on\""));
}

std::vector<std::string> parts_of(const std::string& html, const std::string& tag) {
    std::vector<std::string> parts;
    const std::string end = "</" + tag + ">";
    for (size_t at = html.find("<" + tag); at != std::string::npos; at = html.find("<" + tag, at + 1))
        parts.push_back(html.substr(at, html.find(end, at) - at));
    return parts;
}

// Of a cell that reaches over the page's end, Firefox draws no rule on the next page.
TEST(PrintPage, KeepsTogetherTheRowsOfASecondLevelAndNotMore) {
    const std::vector<std::string> parts = parts_of(printed(seed(), {}), "tbody");
    size_t most = 0;
    for (const std::string& part : parts) most = std::max(most, static_cast<size_t>(count(part, "<tr")));
    EXPECT_EQ(most, 5U) << "绩效管理";
    const auto of = [&](const char* words) {
        return std::count_if(parts.begin(), parts.end(),
                             [&](const std::string& part) { return part.find(words) != std::string::npos; });
    };
    EXPECT_EQ(of("绩效监控开展率"), 2);
    for (const std::string& part : parts) {
        if (part.find("绩效监控开展率") == std::string::npos) continue;
        EXPECT_NE(part.find("事前绩效评估完成率"), std::string::npos);
        EXPECT_EQ(part.find("资产管理"), std::string::npos);
    }
}

TEST(PrintPage, WritesTheNameOfALongGroupOnceInTheMiddleOfItsRows) {
    const std::string html = printed(seed(), {});
    EXPECT_EQ(count(html, ">管理效率</th>"), 2) << "once in each of the two tables";
    // Its 20 rows are 中长期规划相符性 to 资金使用合规性, the middle of them among 绩效管理.
    for (const std::string& part : parts_of(html, "tbody"))
        if (part.find(">管理效率</th>") != std::string::npos)
            EXPECT_NE(part.find("绩效监控开展率"), std::string::npos);
}

TEST(PrintPage, ClosesTheFrameOfEveryTableOnEveryPage) {
    const std::string html = printed(seed(), {});
    const std::vector<std::string> tables = parts_of(html, "table");
    for (const std::string& table : tables) {
        if (table.find("class=\"grid\"") == std::string::npos) continue;
        EXPECT_EQ(count(table, "<tfoot><tr><td colspan=\"12\">"), 1);
        // Each row has a last cell with a rule at its right.
        const std::string body = table.substr(table.find("<tbody"));
        EXPECT_EQ(count(body, " last"), count(body, "<tr style"));
    }
    EXPECT_GT(tables.size(), 4U);
}

TEST(PrintPage, KeepsHeadingsWithWhatFollowsThem) {
    FormState state;
    Finding finding;
    finding.level = Level::Explain;
    finding.message = "增长";
    state.findings = {finding, finding};
    state.findings[1].message = "减少";
    const std::vector<std::string> together = parts_of(printed(seed(), state), "div class=\"together\"");
    ASSERT_EQ(together.size(), 2U);
    const auto from = [](const std::string& text) { return text.substr(0, text.find("</div>")); };
    EXPECT_NE(from(together[0]).find("填报说明"), std::string::npos);
    EXPECT_EQ(count(from(together[0]), "<p>"), 2);
    EXPECT_NE(from(together[1]).find("情况说明"), std::string::npos);
    EXPECT_NE(from(together[1]).find("增长"), std::string::npos);
    EXPECT_EQ(from(together[1]).find("减少"), std::string::npos);
}

TEST(PrintPage, ListsExplanationsAndMarksADraft) {
    FormState state;
    EXPECT_EQ(printed(seed(), state).find("草稿"), std::string::npos);
    EXPECT_EQ(printed(seed(), state).find("情况说明"), std::string::npos);
    Finding finding;
    finding.level = Level::Explain;
    finding.message = "收入合计比上年增长 192.4%";
    finding.explanation = "新增<专项>";
    finding.explained = true;
    state.findings.push_back(finding);
    Finding error;
    error.level = Level::Error;
    error.message = "两处合计不相等";
    state.findings.push_back(error);
    std::string html = printed(seed(), state);
    EXPECT_EQ(html.find(error.message), std::string::npos) << "nothing that could be explained";
    EXPECT_NE(html.find("收入合计比上年增长 192.4%\n说明：新增&lt;专项&gt;"), std::string::npos);
    EXPECT_EQ(html.find("草稿"), std::string::npos) << "explained";
    state.findings[0].explained = false;
    EXPECT_NE(printed(seed(), state).find("说明：（数据已变，待重新说明）新增&lt;专项&gt;"),
              std::string::npos);
    state.findings[0].explanation.clear();
    state.explains = 1;
    html = printed(seed(), state);
    EXPECT_NE(html.find("（尚未说明）"), std::string::npos);
    EXPECT_NE(html.find("草稿"), std::string::npos);
    state = {};
    state.errors = 3;
    EXPECT_NE(printed(seed(), state).find("尚有 3 处错误"), std::string::npos);
}

}  // namespace
}  // namespace shenbao
