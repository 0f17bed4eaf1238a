// What DMN 1.5 decides where engines differ: one test for each clause.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

TEST(FeelMeaning, HasNullAsAnInstanceOfNullAlone) {  // table 61
    expect({{"null instance of Any", "false"},
            {"{x: null, r: x instance of Any}.r", "false"},
            {"null instance of Null", "true"},
            {"null instance of list<Any>", "false"},
            {"null instance of function<>->Any", "false"},
            {"5 instance of Any", "true"},
            {"5 instance of Null", "false"},
            {"[null] instance of list<Any>", "true"},
            {"[null] instance of list<number>", "true"},
            {"{a: null} instance of context<a: Any>", "true"},
            {"(function(x: Any) x = null)(null)", "true"},
            {"[1] instance of list<nonsense>", "null"},
            {"(function() 1) instance of function<nonsense>->Any", "null"},
            {"{a: 1} instance of context<a: nonsense>", "null"}});
}

TEST(FeelMeaning, DropsBlanksOfAPatternWithFlagX) {  // XPath Functions 7.6.1.1
    expect({{R"(matches("helloworld", "hello world", "x"))", "true"},
            {R"(matches("hello world", "hello\\ sworld", "x"))", "true"},
            {R"(matches("hello world", "hello\\ \t\n sworld", "x"))", "true"},
            {R"(matches("hello world", "hello[ ]world", "x"))", "true"},
            {R"(matches("helloworld", "hello[ ]world", "x"))", "false"},
            {R"(matches("a b", "a [^\\S] b", "x"))", "true"},
            {R"(matches("a] b", "a[\\] ]+b", "x"))", "true"},
            {R"(matches("a[b", "a \\ [ b", "x"))", "true"},
            {R"(matches("ab", "a \\[ ? b", "x"))", "true"},
            {R"(matches(" ", "[a-z-[ x ]]", "x"))", "false"},
            {R"(matches("aaa", "^a { 3 } $", "x"))", "true"},
            {R"(matches("é", "\\ p { L l }", "x"))", "true"},
            {R"(matches("a\u00a0b", "a\u00a0b", "x"))", "true"},
            {R"(replace("a b", " \\ s ", "-", "x"))", "\"a-b\""},
            {R"(matches("a b", "a b", "xq"))", "true"},
            {R"(matches("a", "a\\ ", "x"))", "null"}});
}

}  // namespace
}  // namespace shenbao::feel
