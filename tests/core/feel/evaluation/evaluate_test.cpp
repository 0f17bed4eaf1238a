// Facts of DMN 1.5, chapter 10.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

TEST(Feel, ComputesWithExactNumbers) {
    expect({{"0.1 + 0.2", "0.3"},
            {"1 / 3 * 3 = 1", "false"},
            {"10 - 4 - 3", "3"},
            {"2 ** 3 ** 2", "64"},
            {"-3 ** 2", "9"},
            {"1 + 2 * 3", "7"},
            {"1 / 0", "null"},
            {"1.20 = 1.2", "true"}});
}

TEST(Feel, UsesThreeValuedLogic) {
    expect({{"null and false", "false"},
            {"null and true", "null"},
            {"null or true", "true"},
            {"null or false", "null"},
            {"not(null)", "null"},
            {"1 and true", "null"},
            {"1 < null", "null"},
            {"null = null", "true"},
            {"1 = \"1\"", "null"},
            {"if null then 1 else 2", "2"}});
}

TEST(Feel, FiltersListsByConditionAndPosition) {
    expect({{"[1, 2, 3][item > 1]", "[2, 3]"},
            {"[1, 2, 3][-1]", "3"},
            {"[1, 2, 3][4]", "null"},
            {"[{a: 1, b: 2}, {a: 3, b: 4}][a = 3].b", "[4]"},
            {"[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]"},
            {"5[item > 3]", "[5]"},
            {"[[1], [2, 3]][count(item) = 2]", "[[2, 3]]"}});
}

TEST(Feel, IteratesAndQuantifies) {
    expect({{"for i in 3..1 return i * 2", "[6, 4, 2]"},
            {"for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"},
            {"for i in [1, 2], j in [i, 10] return i * j", "[1, 10, 4, 20]"},
            {"for d in @\"2026-02-27\"..@\"2026-03-01\" return d.day", "[27, 28, 1]"},
            {"some x in [1, 2] satisfies x > 1", "true"},
            {"every x in [1, null] satisfies x > 0", "null"},
            {"every x in [] satisfies false", "true"}});
}

TEST(Feel, CallsFunctionsByPositionAndByName) {
    expect({{"substring(string: \"预算绩效\", start position: 3)", "\"绩效\""},
            {"{double: function(x) x * 2, result: double(21)}.result", "42"},
            {"(function(x, y) x - y)(y: 1, x: 3)", "2"},
            {"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
            {"{n: 10, add: function(x) x + n, all: for i in [1, 2] return add(i)}.all", "[11, 12]"},
            {"string length([\"ab\"])", "2"},
            {"abs()", "null"}});
}

TEST(Feel, KnowsDatesTimesAndDurations) {
    expect({{"@\"2024-01-31\" + @\"P1M\"", "@\"2024-02-29\""},
            {"@\"2026-11-23\" - @\"2026-11-01\"", "@\"P22D\""},
            {"date(\"2026-02-29\")", "null"},
            {"today()", "@\"2026-11-23\""},
            {"now().hour", "10"},
            {"week of year(@\"2005-01-01\")", "53"},
            {"day of week(@\"2026-11-23\")", "\"Monday\""},
            {"years and months duration(@\"2016-02-29\", @\"2017-02-28\")", "@\"P11M\""},
            {"@\"23:00:00\" + @\"PT2H\"", "@\"01:00:00\""},
            {"@\"2021-07-01T00:00:00@Europe/Paris\" = @\"2021-06-30T22:00:00Z\"", "true"},
            {"duration(\"-P1DT2H\").hours", "-2"}});
}

TEST(Feel, ComparesRanges) {
    expect({{"5 in (5..6]", "false"},
            {"5 in [5..6]", "true"},
            {"5 in (< 6, > 10)", "true"},
            {"before([1..5), 5)", "true"},
            {"meets([1..5], [5..8])", "true"},
            {"[1..10].end included", "true"},
            {"overlaps([1..5], [3..8])", "true"},
            {"]1..3[ = (1..3)", "true"},
            {"range(\"[1..3]\") = [1..3]", "true"},
            {"range(\"[3..1]\")", "null"}});
}

TEST(Feel, HandlesStringsByCodePoint) {
    expect({{"string length(\"𠮷野家\")", "3"},
            {"substring(\"𠮷野家\", 2, 1)", "\"野\""},
            {"upper case(\"straße\")", "\"STRASSE\""},
            {"lower case(\"ÀÉ\")", "\"àé\""},
            {"split(\"甲、乙、丙\", \"、\")", "[\"甲\", \"乙\", \"丙\"]"},
            {"string join([\"a\", null, \"b\"], \"-\")", "\"a-b\""},
            {"\"\\u6c5f\\uD842\\uDFB7\"", "\"江𠮷\""},
            {"contains(\"abc\", \"\")", "true"}});
}

TEST(Feel, MarksErrorsAndStillGivesNull) {
    const EvaluationResult result = evaluate("1 + (2 / 0)");
    EXPECT_TRUE(result.value.is_null());
    EXPECT_TRUE(result.error);
    EXPECT_EQ(result.error_offset, 5u);
    EXPECT_FALSE(evaluate("1 + 1").error);
}

TEST(Feel, TestsAnInputWithUnaryTests) {
    const auto satisfied = [](const char* tests, const Value& input) {
        const CompileResult compiled = compile_unary_tests(tests, Type::number(), {});
        EXPECT_TRUE(compiled.expression) << tests;
        return compiled.expression ? compiled.expression->test(input, {}).value : Value();
    };
    EXPECT_EQ(satisfied("> 10, [1..5]", Value(3)), Value(true));
    EXPECT_EQ(satisfied("> 10, [1..5]", Value(7)), Value(false));
    EXPECT_EQ(satisfied("not(7, 8)", Value(7)), Value(false));
    EXPECT_EQ(satisfied("-", Value(7)), Value(true));
    EXPECT_EQ(satisfied("? * 2 = 14", Value(7)), Value(true));
}

}  // namespace
}  // namespace shenbao::feel
