// Where a mistake is said to be, and how its expression is shown.
#include <gtest/gtest.h>

#include "core/advice/advice.h"
#include "tests/core/advice/one_rule.h"

namespace shenbao {
namespace {

Advice only(std::string_view json) {
    const FormCheck check = check_form(json);
    EXPECT_EQ(check.mistakes.size(), 1u);
    return check.mistakes.empty() ? Advice() : check.mistakes[0];
}

TEST(Places, CountCharactersNotBytes) {
    const Advice advice =
        only(testing::form_with("when", "income", "row.title = \"财政拨款\" && row.current > 1"));
    EXPECT_EQ(advice.pointer, "/rules/0/when");
    EXPECT_EQ(advice.at, 20u);
    EXPECT_EQ(advice.length, 2u);
    EXPECT_EQ(with_carets(advice),
              "row.title = \"财政拨款\" && row.current > 1\n"
              "             　　　　  ^^\n");
}

TEST(Places, OfTheFileLookBehindItsEscapes) {
    std::string json = testing::form_with("when", "income", "row.title = \"x\" && row.rate");
    const Advice plain = only(json);
    const size_t quote = json.find("\\\"x\\\" &&");
    ASSERT_NE(quote, std::string::npos);
    json.replace(quote, 2, "\\u0022");
    const Advice escaped = only(json);
    EXPECT_EQ(escaped.at, plain.at);
    EXPECT_EQ(escaped.line, plain.line);
    EXPECT_EQ(escaped.column, plain.column + 4);
}

TEST(Places, OfATemplateAreInTheExpressionBetweenItsBraces) {
    const Advice advice =
        only(testing::form_with("message", "income", "合计{amount(row.current)}，{row.curent}"));
    EXPECT_EQ(advice.expression, "row.curent");
    EXPECT_EQ(advice.at, 5u);
    EXPECT_EQ(with_carets(advice), "row.curent\n    ^^^^^^\n");
}

TEST(Places, OfATotalsFormulaAreInItsTextAsItIsWritten) {
    const Advice advice =
        only(testing::form_with("/tables/0/totalFormula", "", "sum(income.items.{column}) + summ(1)"));
    EXPECT_EQ(advice.expression, "sum(income.items.{column}) + summ(1)");
    EXPECT_EQ(advice.at, 30u);
}

TEST(Places, OfLongExpressionsAreShownWithWhatIsAroundThem) {
    const std::string long_part = "row.current + row.last + row.current + row.last + row.current + row.last";
    const Advice advice = only(testing::form_with("when", "income", long_part + " + row.lst > " + long_part));
    EXPECT_EQ(with_carets(advice),
              "…row.last + row.current + row.last + row.lst > row.current + row.last + ro…\n"
              "                                         ^^^\n");
}

TEST(Places, OfExpressionsOfSeveralLinesAreShownInTheirLine) {
    const Advice advice = only(testing::form_with("when", "income", "row.current > 1\n  and row.lst > 2"));
    EXPECT_EQ(with_carets(advice), "  and row.lst > 2\n          ^^^\n");
}

TEST(Places, OfWhatIsNoJsonAreWhereItEnds) {
    const Advice advice = only("{\"format\": \"shenbao-form\",\n \"title\": \"甲\"乙\"}");
    EXPECT_EQ(advice.line, 2u);
    EXPECT_EQ(advice.column, 14u);
    EXPECT_NE(advice.message_zh.find("双引号"), std::string::npos);
    EXPECT_EQ(with_carets(advice), "");
}

TEST(Places, OfOtherMistakesAreAtTheirValue) {
    const std::string json = testing::form_with("/fields/0/section", "", "hed");
    const Advice advice = only(json);
    EXPECT_EQ(advice.message, "No section 'hed'. Write 'head' instead.");
    size_t line = 1;
    for (const char c : json.substr(0, json.find("\"hed\""))) line += c == '\n';
    EXPECT_EQ(advice.line, line);
}

TEST(Examples, AreOfTheAuthorsOwnForm) {
    std::string json = testing::other_form_json();
    json.insert(json.find("\"sheet\""), R"("rules": [
      {"id": "mine", "level": "error", "when": "5", "message": "…"},
      {"id": "other", "level": "error", "when": "row > 1", "message": "…"}],)");
    const FormCheck check = check_form(json);
    ASSERT_EQ(check.mistakes.size(), 2u);
    EXPECT_EQ(check.mistakes[0].message_zh, "这里要写能判断成立不成立的条件，写的却是数字。例如 cycle > 0。");
    for (const Advice& advice : check.mistakes) {
        EXPECT_EQ(advice.message.find("income"), std::string::npos) << advice.message;
        EXPECT_EQ(advice.message_zh.find("⟪"), std::string::npos) << advice.message_zh;
    }
}

TEST(Places, StandInTheOrderOfTheFile) {
    const std::string json = testing::form_with("when", "", "foo == 1 AND today > bar");
    const FormCheck check = check_form(json);
    ASSERT_EQ(check.mistakes.size(), 4u);
    for (size_t i = 1; i < 4; ++i) EXPECT_LT(check.mistakes[i - 1].column, check.mistakes[i].column);
}

}  // namespace
}  // namespace shenbao
