#include "core/formats/statements/text_form.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/formats/json/json_tree.h"
#include "tests/support/fixtures.h"

namespace shenbao {
namespace {

using testing::seed_text;
using Values = std::map<std::string, std::string, std::less<>>;

const FormDefinition& official_form() {
    static const DefinitionResult result = read_definition(testing::official_form_json());
    EXPECT_TRUE(result.definition.has_value());
    return *result.definition;
}

// What seed_expected.py, which reads by position, says of the seed.
Values expected_values() {
    Values values;
    const std::string table = testing::read_file("tests/core/formats/statements/seed_expected.tsv");
    for (size_t start = 0; start < table.size();) {
        const size_t end = table.find('\n', start), tab = table.find('\t', start);
        values[table.substr(start, tab - start)] =
            parse_json_tree(table.substr(tab + 1, end - tab - 1)).tree.text;
        start = end + 1;
    }
    return values;
}

ReadResult read(std::string_view text) {
    return read_text_form(official_form(), text);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

void expect_values(const Values& actual, const Values& expected) {
    for (const auto& [path, text] : expected) {
        const auto found = actual.find(path);
        if (found == actual.end())
            ADD_FAILURE() << path << " is missing, expected " << text;
        else
            EXPECT_EQ(found->second, text) << path;
    }
    for (const auto& [path, text] : actual)
        if (expected.count(path) == 0) ADD_FAILURE() << path << " should be blank, is " << text;
}

void expect_no_notes(const ReadResult& result) {
    for (const ReadNote& note : result.notes)
        ADD_FAILURE() << note.line << ": " << note.message << " " << note.text;
}

std::vector<std::string> ids(const Declaration& declaration, std::string_view table) {
    std::vector<std::string> ids;
    for (const DeclaredRow& row : declaration.rows.find(table)->second) ids.push_back(row.id);
    return ids;
}

// The paper of a declaration without a review: labels as of 2026, computed cells as stated.
std::string written(const Declaration& declaration) {
    FormState state;
    state.labels = {{"{before_last_year}年", "2024年"},
                    {"{last_year}年", "2025年"},
                    {"长期目标：\n（截止{substring(string(end_year), 3)}年）", "长期目标：\n（截止28年）"}};
    return write_text_form(build_sheet(official_form(), declaration, state));
}

TEST(TextForm, PutsEveryCellOfTheSeedInItsPlace) {
    const Values expected = expected_values();
    EXPECT_EQ(expected.size(), 313U);
    const ReadResult result = read(seed_text());
    ASSERT_TRUE(result.ok()) << result.message;
    expect_no_notes(result);
    expect_values(result.declaration.values, expected);
    EXPECT_EQ(result.declaration.rows, blank_declaration(official_form()).rows);
    EXPECT_EQ(result.declaration.form_id, official_form().id);
}

// The real form verbatim, where the checkout stands beside it.
TEST(TextForm, ReadsTheSeedOfTheSharedFolderToo) {
    const char* file = "../shared/seed/000_3392525714adc8ac.txt";
    if (!std::ifstream(file)) GTEST_SKIP() << "not on this machine";
    Values expected = expected_values();
    expected.erase("person"), expected.erase("phone");
    ReadResult result = read(testing::read_file(file));
    ASSERT_TRUE(result.ok()) << result.message;
    expect_no_notes(result);
    EXPECT_EQ(result.declaration.values.erase("person"), 1U);
    EXPECT_EQ(result.declaration.values.erase("phone"), 1U);
    expect_values(result.declaration.values, expected);
}

TEST(TextForm, ReadsWhatItWrote) {
    const Declaration seed = read(seed_text()).declaration;
    const ReadResult result = read(written(seed));
    ASSERT_TRUE(result.ok()) << result.message;
    expect_no_notes(result);
    expect_values(result.declaration.values, seed.values);
    EXPECT_EQ(result.declaration, seed);
    EXPECT_EQ(written(result.declaration), written(seed));
}

TEST(TextForm, ReadsABlankFormAsBlank) {
    const ReadResult result = read(written(blank_declaration(official_form())));
    ASSERT_TRUE(result.ok()) << result.message;
    expect_no_notes(result);
    // The paper of `written` states these three years.
    expect_values(result.declaration.values,
                  {{"before_last_year", "2024"}, {"last_year", "2025"}, {"end_year", "28"}});
    EXPECT_EQ(result.declaration.rows, blank_declaration(official_form()).rows);
}

struct Noise {
    const char* what;
    std::string text;
};

TEST(TextForm, IsNotDisturbedByNoise) {
    const std::string seed = seed_text();
    const Noise noises[] = {
        {"CR LF", replaced_all(seed, "\n", "\r\n")},
        {"CR", replaced_all(seed, "\n", "\r")},
        {"byte order mark", "\xEF\xBB\xBF" + seed},
        {"no-break spaces in labels", replaced_all(seed, "合 \u00a0计", "\u00a0合\u3000计")},
        {"blanks around every cell",
         replaced_all(replaced_all(seed, "\t", "\t\u3000 "), "标准\n", "标准\u00a0 \n")},
        {"full-width digits and half-width colon",
         replaced_all(replaced_all(seed, "截止28年", "截止２８年"), "长期目标：", "长期目标:")},
        {"half-width brackets", replaced_all(seed, "（", "(")},
        {"six points", replaced_all(seed, "……", "......")},
        {"one ellipsis", replaced_all(seed, "……", "…")},
        {"full stops", replaced_all(seed, "……", "。。。。")},
        {"middle dots with blanks", replaced_all(seed, "……", " · · · ")},
        {"straight quotes in a name", replaced_all(seed, "“三公”经费", "\"三公\"经费")},
        {"no line breaks in labels",
         replaced_all(replaced_all(seed, "效能\n\t核", "效能\n\t核"), "一级\n指标", "一级指标")},
        {"extra empty cell", replaced_all(seed, "\t公用经费控制率\n", "\t公用经费控制率\n\t\n")},
        {"no extra cell in the annual header",
         replaced(seed, "\t三级指标\n\t\n\t指标值", "\t三级指标\n\t指标值")},
        {"missing trailing cells",
         replaced_all(seed, "\t结转结余率\n\t无\n\t\n\t\n", "\t结转结余率\n\t无\n")},
        {"repeated words in merged cells",
         replaced(seed, "\t\n\t\n\t\n\t工作计划健全性",
                  "\t长期绩效指标\n\t管理效率\n\t战略管理\n\t工作计划健全性")},
        {"many empty lines", replaced_all(seed, "\n\n", "\n\n \n\n")},
        {"no final line end", seed.substr(0, seed.find("\n填报说明"))},
    };
    Values expected = expected_values();
    for (const Noise& noise : noises) {
        SCOPED_TRACE(noise.what);
        const ReadResult result = read(noise.text);
        ASSERT_TRUE(result.ok()) << result.message;
        expect_no_notes(result);
        expect_values(result.declaration.values, expected);
        EXPECT_EQ(result.declaration.rows, blank_declaration(official_form()).rows);
    }
}

TEST(TextForm, TreatsSlashAndStarInAmountsAsEmpty) {
    std::string text = replaced(seed_text(), "\t单位资金\n\t　\n\t　\n", "\t单位资金\n\t/\n\t　*\n");
    const ReadResult result = read(text);
    ASSERT_TRUE(result.ok());
    expect_values(result.declaration.values, expected_values());
}

TEST(TextForm, KeepsTheTextAsTypedInside) {
    std::string text = replaced(seed_text(), "\t1421\n", "\t\u00a0１,４２１．５０ \u3000\n");
    text = replaced(text, "\t95%\n", "\t　不低于 95％\n");
    const ReadResult result = read(text);
    EXPECT_EQ(result.declaration.text("expenditure.operation.current"), "１,４２１．５０");
    EXPECT_EQ(result.declaration.text("longterm.staff_control.target"), "不低于 95％");
}

TEST(TextForm, MakesAddedRowsWhereTheFormAllowsThem) {
    const std::string third = "\t\n\t\n\t核心业务产出3\n\t新增的第三项产出\n\t10个\n\t计划标准\n\t创新型\n\n";
    std::string text = replaced(seed_text(), "\t\n\t\n\t……\n\t……\n\t\n\t\n\t\n\n",
                                third + "\t\n\t\n\t……\n\t……\n\t\n\t\n\t\n\n");
    // A slot of 项目支出成本控制 that was used, and used once more.
    text = replaced(text, "\t\n\t\n\t\n\t……\n\t\n\t\n\t\n\n",
                    "\t\n\t\n\t\n\t印刷费控制率\n\t≤5%\n\t历史标准\n\t基本型\n\n"
                    "\t\n\t\n\t\n\t培训费控制率\n\t≤6%\n\t历史标准\n\t基本型\n\n");
    const ReadResult result = read(text);
    ASSERT_TRUE(result.ok()) << result.message;
    expect_no_notes(result);
    const std::vector<std::string> rows = ids(result.declaration, "longterm");
    EXPECT_EQ(rows.size(), 42U);
    EXPECT_EQ(ids(result.declaration, "annual").size(), 40U);
    Values expected = expected_values();
    const auto core = std::find(rows.begin(), rows.end(), "core_output_2");
    ASSERT_NE(core, rows.end());
    const std::string added = *(core + 1);
    EXPECT_EQ(*(core + 2), "duty_open");
    const std::string base = "longterm." + added;
    EXPECT_EQ(
        row_level2(*official_form().table("longterm"), result.declaration,
                   result.declaration.rows.at("longterm")[static_cast<size_t>(core + 1 - rows.begin())]),
        "核心业务产出3");
    expected[base + ".title"] = "新增的第三项产出";
    expected[base + ".target"] = "10个";
    expected[base + ".basis"] = "计划标准";
    expected[base + ".category"] = "创新型";
    const auto open = std::find(rows.begin(), rows.end(), "cost_open");
    ASSERT_NE(open, rows.end());
    for (const auto& [row, name, target] :
         {std::tuple(*open, "印刷费控制率", "≤5%"), std::tuple(*(open + 1), "培训费控制率", "≤6%")}) {
        expected["longterm." + row + ".title"] = name;
        expected["longterm." + row + ".target"] = target;
        expected["longterm." + row + ".basis"] = "历史标准";
        expected["longterm." + row + ".category"] = "基本型";
    }
    expect_values(result.declaration.values, expected);
    EXPECT_EQ(read(written(result.declaration)).declaration, result.declaration);
}

// Found by the fuzzer: rows are counted from the top, whatever number a document gives them.
TEST(TextForm, CountsNumberedRowsFromTheTop) {
    const ReadResult result = read(replaced(seed_text(), "\t核心业务产出1\n", "\t核心业务产出2\n"));
    ASSERT_TRUE(result.ok());
    expect_no_notes(result);
    expect_values(result.declaration.values, expected_values());
}

TEST(TextForm, LeavesOutTheSlotsAUnitRemoved) {
    const std::string text = replaced_all(seed_text(), "\t\n\t\n\t\n\t……\n", "\t\n\t\n\t\n\t……\n");
    const ReadResult result = read(replaced(text, "\t\n\t\n\t……\n\t……\n\t\n\t\n\t\n\n", ""));
    ASSERT_TRUE(result.ok());
    expect_no_notes(result);
    const std::vector<std::string> rows = ids(result.declaration, "longterm");
    EXPECT_EQ(rows.size(), 39U);
    EXPECT_EQ(std::find(rows.begin(), rows.end(), "duty_open"), rows.end());
    EXPECT_EQ(ids(result.declaration, "annual").size(), 40U);
    expect_values(result.declaration.values, expected_values());
}

TEST(TextForm, ReportsWhatHasNoPlaceWithItsLine) {
    std::string text = replaced(
        seed_text(), "\t\n\t\n\t预算执行\n\t预算执行率",
        "\t\n\t\n\t\n\t预算公开率\n\t100%\n\t计划标准\n\t基本型\n\n\t\n\t\n\t预算执行\n\t预算执行率");
    text = replaced(text, "\t581.4　\n\t487　\n\n", "\t581.4　\n\t487　\n\t多出来的\n\n");
    text += "\n负责人签字：王某\n";
    const ReadResult result = read(text);
    ASSERT_TRUE(result.ok());
    expect_values(result.declaration.values, expected_values());
    std::vector<std::string> texts;
    for (const ReadNote& note : result.notes) {
        EXPECT_EQ(note.kind, NoteKind::Unplaced);
        EXPECT_FALSE(note.message.empty());
        EXPECT_GT(note.line, 0);
        texts.push_back(note.text);
        // The line is where the text stands.
        const std::string first = note.text.substr(0, note.text.find(" | "));
        size_t at = 0;
        for (int line = 1; line < note.line; ++line) at = text.find('\n', at) + 1;
        EXPECT_NE(text.substr(at, text.find('\n', at) - at).find(first), std::string::npos) << first;
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"多出来的", "预算公开率 | 100% | 计划标准 | 基本型",
                                               "负责人签字：王某"}));
}

TEST(TextForm, ReportsAnotherUnitOfMoney) {
    const ReadResult result = read(replaced(seed_text(), "单位：万元", "单位：元"));
    ASSERT_TRUE(result.ok());
    ASSERT_EQ(result.notes.size(), 1U);
    EXPECT_EQ(result.notes[0].line, 2);
    EXPECT_EQ(result.notes[0].kind, NoteKind::Doubtful);
    EXPECT_NE(result.notes[0].message.find("单位：万元"), std::string::npos);
    expect_values(result.declaration.values, expected_values());
}

TEST(TextForm, KeepsEmptyLinesInsideLongTexts) {
    const std::string text =
        replaced(seed_text(), "建设、申报、管理等工作;\n2.", "建设、申报、管理等工作;\n\n2.");
    const ReadResult result = read(text);
    ASSERT_TRUE(result.ok());
    expect_no_notes(result);
    Values expected = expected_values();
    expected["duties"] = replaced(expected["duties"], "\n2.", "\n\n2.");
    expect_values(result.declaration.values, expected);
    EXPECT_EQ(read(written(result.declaration)).declaration, result.declaration);
}

TEST(TextForm, NotesRowsTheTextDoesNotHave) {
    const ReadResult result =
        read(replaced(seed_text(), "\t\n\t\n\t\n\t工作计划健全性\n\t基本健全\n\t计划标准\n\t基本型\n\n", ""));
    ASSERT_TRUE(result.ok());
    ASSERT_EQ(result.notes.size(), 1U);
    EXPECT_NE(result.notes[0].message.find("长期绩效指标 工作计划健全性"), std::string::npos)
        << result.notes[0].message;
    Values expected = expected_values();
    for (const char* column : {"target", "basis", "category"})
        expected.erase("longterm.work_plan_soundness." + std::string(column));
    expect_values(result.declaration.values, expected);
}

TEST(TextForm, KeepsStatedTotalsThatDisagree) {
    const ReadResult result = read(replaced(seed_text(), "\t1424　\n\t100%", "\t1425　\n\t100%"));
    EXPECT_EQ(result.declaration.text("income.total.current"), "1425");
}

TEST(TextForm, RefusesATextThatIsNotThisForm) {
    for (const std::string& text :
         {std::string("会议纪要\n\n\t姓名\n\t张三\n\n"), std::string("填报人\n"),
          std::string("\t\n\n\t.\n\n"),
          std::string(
              "项目支出绩效目标申报表\n\n\t项目名称\n\t数字临空\n\n\t填报人\n\t李晓明\n\t联系电话\n\t1\n\n"
              "\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n")}) {
        const ReadResult result = read(text);
        EXPECT_EQ(read_status_name(result.status), "NotThisForm");
        EXPECT_NE(result.message.find("认出"), std::string::npos) << result.message;
        EXPECT_EQ(result.declaration, Declaration());
    }
}

TEST(TextForm, RefusesBadBytes) {
    EXPECT_EQ(read("").status, ReadStatus::Empty);
    EXPECT_EQ(read("\n \n").status, ReadStatus::Empty);
    EXPECT_EQ(read(seed_text().substr(0, 200) + "\xFF").status, ReadStatus::NotUtf8);
    EXPECT_EQ(read(seed_text() + std::string(1, '\0')).status, ReadStatus::NotUtf8);
    EXPECT_EQ(read(std::string(kMaximumFileBytes + 1, 'x')).status, ReadStatus::TooLarge);
}

TEST(TextForm, TakesHostileTextsInTime) {
    std::string rows, blanks = "\t";
    for (int i = 0; i < 200'000; ++i) rows += "\tx\n\n", blanks += " \n";
    EXPECT_EQ(read(rows).status, ReadStatus::NotThisForm);
    EXPECT_EQ(read(blanks + "x").status, ReadStatus::NotThisForm);
    EXPECT_EQ(read(std::string(1'000'000, '\t')).status, ReadStatus::Empty);
    std::string wide;
    for (int i = 0; i < 300'000; ++i) wide += "\tx\n";
    EXPECT_EQ(read(wide).status, ReadStatus::NotThisForm);
}

}  // namespace
}  // namespace shenbao
