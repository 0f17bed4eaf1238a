// print(parse(x)) parses to the same tree.
#include <fstream>
#include <sstream>

#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

void expect_same_tree(std::string_view source, const Scope& scope = {}) {
    const CompileResult first = compile(source, scope);
    if (!first.expression) return;
    const std::string printed = first.expression->to_source();
    const CompileResult second = compile(printed, scope);
    ASSERT_TRUE(second.expression) << source << "\nprinted as\n" << printed;
    EXPECT_EQ(first.expression->to_tree(), second.expression->to_tree()) << source << "\nprinted as\n"
                                                                         << printed;
}

TEST(FeelPrint, KeepsTheTree) {
    for (const char* source : {"1 - (2 - 3)",
                               "(1 - 2) - 3",
                               "-(-3)",
                               "--3",
                               "(1 + 2) * 3",
                               "2 ** (3 ** 2)",
                               "(a or b) and c",
                               "not(a) or b",
                               "if a then b else (if c then d else e)",
                               "(if a then b else c) + 1",
                               "[1, [2], []]",
                               "{a: 1, \"b c\": 2, 中文: {}}",
                               "f(x: 1, y: 2)",
                               "function(a: number, b) a + b",
                               "(function(x) x)(1)",
                               "x in (1, 2, < 3)",
                               "x in < 3",
                               "x in [1..3)",
                               "]1..3[",
                               "(1..3).start",
                               "a.b.c[1].d",
                               "[1, 2][item > 1]",
                               "for i in 1..3, j in [i] return i * j",
                               "some x in [1] satisfies (every y in x satisfies y)",
                               "\"a\\\"b\\\\c\\n\"",
                               "@\"2020-01-01\"",
                               "x instance of list<context<a: number>>",
                               "(= 3)",
                               "(!= 3)",
                               "x between 1 + 1 and 3",
                               "(a = b) = c",
                               "(a in b) and (c between 1 and 2)",
                               "x in ((a or b))",
                               "-x.y",
                               "(-x).y",
                               "1e10",
                               "1.50",
                               "one // comment\n name + x.y /* z */ z"}) {
        expect_same_tree(source);
    }
}

TEST(FeelPrint, KeepsTheTreeOfTheConformanceCases) {
    std::ifstream file("../shared/feel/dmn-tck-half.json");
    if (!file) GTEST_SKIP() << "the cases are not here";
    // One expression per "expr" entry; JSON's escapes are FEEL's, but for the outer level.
    std::stringstream buffer;
    buffer << file.rdbuf();
    const std::string text = buffer.str();
    for (size_t at = 0; (at = text.find("\"expr\": \"", at)) != std::string::npos;) {
        at += 9;
        std::string source;
        for (; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\') {
                ++at;
                source += text[at] == 'n' ? '\n' : text[at];
            } else {
                source += text[at];
            }
        }
        expect_same_tree(source);
    }
}

}  // namespace
}  // namespace shenbao::feel
