// Hostile expressions: each ends soon and says which limit it met.
#include "tests/core/feel/evaluation/evaluate.h"
#include "tests/core/feel/evaluation/hostile.h"

namespace shenbao::feel {
namespace {

Limit limit_of(const std::string& source) {
    EvaluationContext context = test_context();
    context.max_steps = 1'000'000;
    context.max_memory = 8u << 20;
    return evaluate(source, {}, {}, context).limit;
}

TEST(FeelLimits, StopsEveryHostileExpressionWithinTheStepsOfARule) {
    for (const Hostile& hostile : hostile_expressions()) {
        const CompileResult compiled = compile(hostile.source, {});
        ASSERT_TRUE(compiled.expression) << hostile.name;
        const EvaluationResult result = compiled.expression->evaluate({}, {});
        EXPECT_EQ(result.limit, hostile.limit) << hostile.name << " " << result.steps;
        EXPECT_LE(result.steps, EvaluationContext().max_steps) << hostile.name;
        EXPECT_EQ(result.value.is_null(), hostile.limit != Limit::None) << hostile.name;
    }
}

uint32_t steps_of(const std::string& source) {
    EvaluationContext context = test_context();
    context.max_steps = 100'000'000;
    context.max_memory = 1u << 30;
    return evaluate(source, {}, {}, context).steps;
}

struct Work {
    const char* source;
    uint32_t least;  // steps
};

TEST(FeelLimits, PaysForSlowArithmetic) {
    for (const auto& [source, least] :
         std::initializer_list<Work>{{"log(2)", 1000},
                                     {"exp(2)", 1000},
                                     {"2 ** 0.5", 2000},
                                     {"2 ** 1000000", 100},
                                     {"sqrt(2)", 50},
                                     {"{a: 4000, r: matches(\"b\", \"a{\" + string(a) + \"}\")}.r", 2000},
                                     {"range(\"[1+1+1+1+1..9]\")", 600},
                                     {"string(10 ** 6000)", 1500}})
        EXPECT_GE(steps_of(source), least) << source;
}

TEST(FeelLimits, PaysForEveryByteOfALongText) {  // 256 KiB
    const auto steps = [](const std::string& what) {
        return steps_of(with_text("aaaaaaaa", 15, "[t + \"b\", t + \"b\"][" + what + "]"));
    };
    const uint32_t nothing = steps("true");
    for (const auto& [source, least] :
         std::initializer_list<Work>{{"contains(t, \"ab\")", 32'000},
                                     {"contains(t, \"b\")", 32'000},
                                     {"starts with(t, t)", 4'000},
                                     {"ends with(t, t)", 4'000},
                                     {"substring(t, -1) = \"\"", 16'000},
                                     {"string length(item) = 0", 8'000},
                                     {"upper case(t) = \"\"", 1'000'000},
                                     {"substring after(t, \"ab\") = \"\"", 32'000},
                                     {"item = t + \"b\"", 8'000},
                                     {"item < t + \"c\"", 8'000},
                                     {"item between t and t", 8'000},
                                     {"item in [t..t]", 8'000},
                                     {"min([t, t + \"c\"]) = \"\"", 4'000},
                                     {"number(t) = 0", 65'000},
                                     {"time(\"10:00:00.\" + t) = 0", 32'000},
                                     {"matches(t, \"b\")", 260'000},
                                     {"replace(t, \"b\", \"\") = \"\"", 260'000},
                                     {"count(split(t, \"b\")) = 0", 260'000},
                                     {"string join([t, t]) = \"\"", 8'000},
                                     {"distinct values([t]) = []", 4'000},
                                     {"get value({a: 1}, t) = 0", 16'000},
                                     {"matches(\"a\", t)", 65'000}})
        EXPECT_GE(steps(source), nothing + least) << source;
}

TEST(FeelLimits, PaysForEveryItemOfALongList) {  // 65,536
    const auto steps = [](const std::string& what) { return steps_of(with_list(12, what)); };
    const uint32_t nothing = steps("0");
    for (const auto& [source, least] :
         std::initializer_list<Work>{{"list contains(l, 0)", 65'000},
                                     {"index of(l, 0)", 65'000},
                                     {"l[true]", 0},
                                     {"l[item = 0]", 131'000},
                                     {"sum(l)", 131'000},
                                     {"min(l)", 65'000},
                                     {"reverse(l)", 16'000},
                                     {"append(l, 1)", 16'000},
                                     {"insert before(l, 1, 1)", 16'000},
                                     {"remove(l, 1)", 16'000},
                                     {"flatten(l)", 65'000},
                                     {"concatenate(l, l)", 32'000},
                                     {"distinct values(l)", 524'000},
                                     {"union(l, l)", 1'048'000},
                                     {"sort(l, before)", 1'000'000},
                                     {"median(l)", 1'000'000},
                                     {"stddev(l)", 1'800'000},
                                     {"mode(l)", 1'000'000},
                                     {"product(l)", 6},
                                     {"l instance of list<number>", 65'000},
                                     {"(function(x: list<number>) 0)(l)", 65'000},
                                     {"l = concatenate(l, [])", 65'000}})
        EXPECT_GE(steps(source), nothing + least) << source;
}

TEST(FeelLimits, PaysForItemsThatComeToNothing) {
    const auto steps = [](const std::string& what) { return steps_of(with_list(12, what)); };
    EXPECT_GE(steps("string join(l.x)"), steps("count(l.x)") + 65'000);
    EXPECT_GE(steps("context merge(for i in l return {})"), steps("count(for i in l return {})") + 65'000);
}

TEST(FeelLimits, FindsDistinctValuesByTheirHashes) {
    EXPECT_LT(steps_of("count(distinct values(for i in 1..20000 return i))"), 400'000u);
    EXPECT_EQ(text_of("distinct values([1, 1.0, \"1\", 1, null, null, [1], [1.0], [[1]], {a: 1, b: [2]},"
                      " {b: [2], a: 1.0}, @\"2020-01-01T10:00:00Z\", @\"2020-01-01T18:00:00+08:00\","
                      " @\"P1D\", @\"PT24H\", [1..2], (1..2), [1.0..2], 10, 1 * 10 ** 1])"),
              "[1, \"1\", null, [1], [[1]], {a: 1, b: [2]}, @\"2020-01-01T10:00:00Z\", @\"P1D\", [1..2],"
              " (1..2), 10]");
    EXPECT_EQ(text_of("union([1, 2], [2, 3], 3, [null])"), "[1, 2, 3, null]");
}

TEST(FeelLimits, ReplacesAndSplitsInOneWalkThroughTheText) {
    const uint32_t once = steps_of(with_text("aaaaaaaa", 10, "string length(replace(t, \"a\", \"b\"))"));
    const uint32_t twice = steps_of(with_text("aaaaaaaa", 11, "string length(replace(t, \"a\", \"b\"))"));
    EXPECT_LT(twice, once * 5 / 2);
    EXPECT_EQ(text_of("replace(\"aabaab\", \"a*\\b?b\", \"<$0>\")"), "null");
    EXPECT_EQ(text_of("replace(\"aabaabba\", \"a+b|b\", \"<$0>\")"), "\"<aab><aab><b>a\"");
    EXPECT_EQ(text_of("replace(\"xaxbx\", \"x(a|b)?\", \"[$1]\")"), "\"[a][b][]\"");
    EXPECT_EQ(text_of("split(\"a,,b,\", \",\")"), "[\"a\", \"\", \"b\", \"\"]");
    EXPECT_EQ(text_of("split(\"abc\", \"\")"), "[\"a\", \"b\", \"c\"]");
    EXPECT_EQ(text_of("split(\"a1b22c\", \"[0-9]+|c?\")"), "[\"a\", \"b\", \"\", \"\"]");
}

TEST(FeelLimits, StopsLongLoops) {
    EXPECT_NE(limit_of("count(for i in 1..1000000000 return 1)"), Limit::None);
    EXPECT_EQ(limit_of("some i in 1..100000, j in 1..100000 satisfies i + j < 0"), Limit::Steps);
    EXPECT_EQ(limit_of("every d in @\"0001-01-01\"..@\"999999999-01-01\" satisfies true"), Limit::Steps);
}

TEST(FeelLimits, StopsGrowth) {
    std::string doubling = "{a0: \"xxxxxxxxxxxxxxxx\"";
    for (int i = 0; i < 60; ++i) {
        const std::string before = "a" + std::to_string(i);
        doubling += ", a" + std::to_string(i + 1) + ": " + before + " + " + before;
    }
    EXPECT_EQ(limit_of(doubling + "}"), Limit::Memory);
    EXPECT_EQ(limit_of("string length(string(for i in 1..60 return [partial[-1], partial[-1]]))"),
              Limit::Steps);
    EXPECT_NE(limit_of("flatten(for i in 1..60 return [partial[-1], partial[-1]])"), Limit::None);
    EXPECT_EQ(limit_of("count(for i in 1..70000 return [i, i, i, i])"), Limit::Memory);
}

TEST(FeelLimits, StopsDeepValuesAndCalls) {
    EXPECT_EQ(limit_of("for i in 1..5000 return partial"), Limit::Depth);
    EXPECT_EQ(limit_of("(function(f) f(f))(function(f) f(f))"), Limit::Depth);
    std::string terms = "1";
    for (int i = 0; i < 300; ++i) terms += " + 1";
    EXPECT_EQ(text_of(terms), "301");
}

TEST(FeelLimits, ComparesSharedStructuresInBoundedTime) {
    EXPECT_NE(
        limit_of("{f: function(n) for i in 1..n return [partial[-1], partial[-1]], r: f(100) = f(100)}.r"),
        Limit::None);
}

TEST(FeelLimits, MatchesHostilePatternsInLinearTime) {
    const std::string many(3000, 'a');
    EXPECT_EQ(text_of("matches(\"" + many + "!\", \"^(a+)+$\")"), "false");
    EXPECT_EQ(text_of("matches(\"" + many + "\", \"^(a|a|aa)*$\")"), "true");
    EXPECT_EQ(limit_of("matches(\"" + many + "!\", \"^(a+)+\\1b$\")"), Limit::Steps);
    EXPECT_EQ(text_of("matches(\"a\", \"(((a{90}){90}){90})\")"), "null");
}

TEST(FeelLimits, HoldForSeveralEvaluationsTogether) {
    uint64_t left = 1000;
    EvaluationContext context = test_context();
    context.shared_steps = &left;
    const EvaluationResult first = evaluate("count(for i in 1..100 return i)", {}, {}, context);
    EXPECT_EQ(first.value, Value(100));
    EXPECT_EQ(left, 1000 - first.steps);
    EXPECT_EQ(evaluate("count(for i in 1..1000 return i)", {}, {}, context).limit, Limit::Steps);
    EXPECT_EQ(left, 0u);
    EXPECT_EQ(evaluate("1", {}, {}, context).limit, Limit::Steps);
}

TEST(FeelLimits, CutTextsOfValuesAtACodePoint) {
    EXPECT_EQ(Value("预算").to_text(5), "预");
    EXPECT_EQ(Value::list({Value("预算"), Value("预算")}).to_text(6), "[\"预");
    EXPECT_EQ(Value("预算").to_text(6), "预算");
}

TEST(FeelLimits, LeavesTheEngineUsableAfterwards) {
    EXPECT_EQ(limit_of("(function(f) f(f))(function(f) f(f))"), Limit::Depth);
    EXPECT_EQ(text_of("(function(x) x + 1)(1)"), "2");
}

}  // namespace
}  // namespace shenbao::feel
