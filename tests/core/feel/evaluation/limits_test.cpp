// Hostile expressions: each ends soon and says which limit it met.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

Limit limit_of(const std::string& source) {
    EvaluationContext context = test_context();
    context.max_steps = 1'000'000;
    context.max_memory = 8u << 20;
    return evaluate(source, {}, {}, context).limit;
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
              Limit::Memory);
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

TEST(FeelLimits, LeavesTheEngineUsableAfterwards) {
    EXPECT_EQ(limit_of("(function(f) f(f))(function(f) f(f))"), Limit::Depth);
    EXPECT_EQ(text_of("(function(x) x + 1)(1)"), "2");
}

}  // namespace
}  // namespace shenbao::feel
