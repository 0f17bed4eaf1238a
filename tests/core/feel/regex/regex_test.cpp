// Regular expressions as XPath 3.1 Functions and Operators, 5.6, has them; its own examples first.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

struct Match {
    const char* call;
    const char* result;
};

TEST(FeelRegex, AgreesWithTheExamplesOfXPath) {
    const Match matches[] = {
        {R"~(matches("abracadabra", "bra"))~", "true"},
        {R"~(matches("abracadabra", "^a.*a$"))~", "true"},
        {R"~(matches("abracadabra", "^bra"))~", "false"},
        {R"~(matches("helloworld", "hello world", "x"))~", "true"},
        {R"~(matches("helloworld", "hello[ ]world", "x"))~", "false"},
        {R"~(matches("hello world", "hello\ sworld", "x"))~", "true"},
        {R"~(replace("abracadabra", "bra", "*"))~", R"~("a*cada*")~"},
        {R"~(replace("abracadabra", "a.*a", "*"))~", R"~("*")~"},
        {R"~(replace("abracadabra", "a.*?a", "*"))~", R"~("*c*bra")~"},
        {R"~(replace("abracadabra", "a", ""))~", R"~("brcdbr")~"},
        {R"~(replace("abracadabra", "a(.)", "a$1$1"))~", R"~("abbraccaddabbra")~"},
        {R"~(replace("abracadabra", ".*?", "$1"))~", "null"},
        {R"~(replace("AAAA", "A+", "b"))~", R"~("b")~"},
        {R"~(replace("AAAA", "A+?", "b"))~", R"~("bbbb")~"},
        {R"~(replace("darted", "^(.*?)d(.*)$", "$1c$2"))~", R"~("carted")~"},
        {R"~(replace("reluctant", "r.*?t", "X"))~", R"~("Xant")~"},
    };
    for (const Match& match : matches) EXPECT_EQ(text_of(match.call), match.result) << match.call;
}

TEST(FeelRegex, KnowsClassesCategoriesAndBlocks) {
    const Match matches[] = {
        {R"~(matches("x", "[a-z-[x]]"))~", "false"},
        {R"~(matches("y", "[a-z-[x]]"))~", "true"},
        {R"~(matches("绩", "\p{L}"))~", "true"},
        {R"~(matches("绩", "^\p{IsCJKUnifiedIdeographs}$"))~", "true"},
        {R"~(matches("Ä", "\p{Lu}"))~", "true"},
        {R"~(matches("ä", "\P{Lu}"))~", "true"},
        {R"~(matches("٣", "^\d$"))~", "true"},
        {R"~(matches("a-b", "^\w+$"))~", "false"},
        {R"~(matches("ÄÖ", "^[äö]+$", "i"))~", "true"},
        {R"~(matches("a", "[^A]", "i"))~", "false"},
        {R"~(matches("abab", "^(ab)\1$"))~", "true"},
        {R"~(matches("a.c", "a.c", "q"))~", "true"},
        {R"~(matches("abc", "a.c", "q"))~", "false"},
        {R"~(matches("aaa", "^a{2,3}$"))~", "true"},
        {R"~(matches("a", "^a{2}$"))~", "false"},
        {R"~(matches("ac", "^(?:a|b)c$"))~", "true"},
    };
    for (const Match& match : matches) EXPECT_EQ(text_of(match.call), match.result) << match.call;
}

TEST(FeelRegex, RefusesWhatXPathDoesNotAllow) {
    for (const char* pattern : {"(", ")", "*a", "a**", "[", "[]", "[z-a]", R"(\q)", R"(\1)", R"~([a\1])~",
                                "a{2,1}", R"(\p{Xx})", "(?=a)", "a++", "x{", "]"}) {
        EXPECT_EQ(text_of("matches(\"abc\", \"" + std::string(pattern) + "\")"), "null") << pattern;
    }
    EXPECT_EQ(text_of("matches(\"a\", \"a\", \"g\")"), "null");
    EXPECT_EQ(text_of("replace(\"a\", \"a\", \"$\")"), "null");
    EXPECT_EQ(text_of("replace(\"a\", \"a\", \"\\\\q\")"), "null");
}

}  // namespace
}  // namespace shenbao::feel
