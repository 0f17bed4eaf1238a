// Expressions that would run for seconds if each part of their work were not paid for; tests assert how they
// end, the bench how long they take.
#pragma once

#include <string>
#include <vector>

#include "core/feel/tree/limits.h"

namespace shenbao::feel {

struct Hostile {
    const char* name;
    std::string source;
    Limit limit = Limit::Steps;
};

// {…, t: text repeated 2^times, r: result}.r
inline std::string with_text(const std::string& text, int times, const std::string& result) {
    std::string source = "{t0: \"" + text + "\"";
    for (int i = 0; i < times; ++i) {
        const std::string before = "t" + std::to_string(i);
        source += ", t" + std::to_string(i + 1) + ": " + before + " + " + before;
    }
    return source + ", t: t" + std::to_string(times) + ", r: " + result + "}.r";
}

// {l: a list of 2^times × 16 numbers, r: result}.r
inline std::string with_list(int times, const std::string& result) {
    std::string source = "{l0: for i in 1..16 return i";
    for (int i = 0; i < times; ++i) {
        const std::string before = "l" + std::to_string(i);
        source += ", l" + std::to_string(i + 1) + ": concatenate(" + before + ", " + before + ")";
    }
    return source + ", l: l" + std::to_string(times) + ", r: " + result + "}.r";
}

inline std::string repeated(const std::string& what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
}

// Again and again until the steps are used up.
inline std::string forever(const std::string& what) {
    return "count(for i in 1..1000000000 return (" + what + ") = 0)";
}

inline std::vector<Hostile> hostile_expressions() {
    using enum Limit;
    const std::string classes = "[" + repeated("\\\\p{Lu}\\\\P{Nd}", 200) + "]";
    std::string nested_optional = "a{4000}";
    for (int i = 0; i < 50; ++i) nested_optional = "(" + nested_optional + ")?";
    std::string wide = "{k0: 0";
    for (int i = 1; i < 1500; ++i) wide += ", k" + std::to_string(i) + ": 0";
    std::vector<Hostile> all = {
        {"empty loop", forever("0")},
        {"loop in loop", "some i in 1..100000, j in 1..100000 satisfies i + j < 0"},
        {"loop over days", "every d in @\"0001-01-01\"..@\"999999999-01-01\" satisfies true"},
        {"division", forever("1 / 7")},
        {"long products",
         forever("1.234567890123456789012345678901234 * 9.87654321098765432109876543210987")},
        {"far sums",
         forever("1.234567890123456789012345678901234 * 10 ** 20 + 1.23456789012345678901234567 = 1")},
        {"modulo", forever("modulo(1234567890123456789012345678901234, 0.0000000007)")},
        {"logarithm", forever("log(i + 0.123456789012345678901234567890123)")},
        {"power", forever("(i + 0.123456789) ** 0.3123456789")},
        {"whole power", forever("1.0000001 ** (i + 900000)")},
        {"exponential", forever("exp(i / 7919)")},
        {"square root", forever("sqrt(i + 0.123456789012345678901234567890123)")},
        {"rounding", forever("round half up(i / 7, 20)")},
        {"number to text", forever("string(1 / 7)")},
        {"huge number to text", forever("string(10 ** 6000)")},
        {"distinct numbers", "count(distinct values(for i in 1..40000 return i))", None},
        {"distinct numbers without end", "count(distinct values(for i in 1..1000000000 return i))"},
        {"distinct texts", "count(distinct values(for i in 1..20000 return string(i)))", None},
        {"distinct lists", forever("count(distinct values(for j in 1..200 return [j, [j], {a: j}]))")},
        {"distinct of equal texts",
         with_text("abcdefgh", 13, forever("count(distinct values([t, t + t, t]))"))},
        {"union", "count(union(for i in 1..15000 return i, for i in 1..15000 return 0 - i))", None},
        {"list contains", with_list(14, forever("list contains(l, 0)"))},
        {"index of", with_list(14, forever("index of(l, 0)"))},
        {"filter by a constant", with_list(14, forever("l[item = 0]"))},
        {"filter by a name", with_list(14, "{y: l, r: " + forever("l[true]") + "}.r")},
        {"projection", forever("[{a: 1}, {a: 2}, {a: 3}, {a: 4}, {a: 5}, {a: 6}].a")},
        {"insert that fails", with_list(14, forever("insert before(l, 0, 1)"))},
        {"list replace that fails", with_list(14, forever("list replace(l, function(a) a, 1)"))},
        {"append", with_list(12, forever("append(l, 1)"))},
        {"reverse", with_list(12, forever("reverse(l)"))},
        {"flatten", with_list(12, forever("flatten([l, l])"))},
        {"sort", with_list(12, "sort(l, function(a, b) a < b)")},
        {"sort by a built-in", with_list(12, "count(sort(l, before))")},
        {"median", with_list(12, forever("median(l)"))},
        {"deviation", with_list(12, forever("stddev(l)"))},
        {"mode", with_list(12, forever("mode(l)"))},
        {"product", with_list(8, forever("product(for x in l return 1.000000000000000000000000000000001)"))},
        {"sum", with_list(12, forever("sum(l)"))},
        {"minimum", with_list(12, forever("min(l)"))},
        {"minimum of texts", with_text("abcdefgh", 14, forever("min([t + \"a\", t + \"b\", t + \"c\"])"))},
        {"type of a list", with_list(14, forever("l instance of list<number>"))},
        {"type of a list of contexts",
         "{l: for i in 1..5000 return {a: i, b: [i]}, r: " +
             forever("l instance of list<context<a: number, b: list<number>>>") + "}.r"},
        {"typed parameter", with_list(14, "{f: function(x: list<number>) 0, r: " + forever("f(l)") + "}.r")},
        {"calls in a wide frame", wide + ", f: function(x) x, r: " + forever("f(i)") + "}.r"},
        {"closures in a wide frame", wide + ", r: " + forever("(function(x) x)(i)") + "}.r"},
        {"equal texts",
         with_text("abcdefgh", 15, "{u: t + \"a\", v: t + \"a\", r: " + forever("u = v") + "}.r")},
        {"order of texts",
         with_text("abcdefgh", 15, "{u: t + \"a\", v: t + \"b\", r: " + forever("u < v") + "}.r")},
        {"between of texts",
         with_text("abcdefgh", 15, "{u: t + \"a\", r: " + forever("u between t and u") + "}.r")},
        {"in a range of texts",
         with_text("abcdefgh", 15, "{u: t + \"a\", r: " + forever("u in [t..u]") + "}.r")},
        {"range of texts", with_text("abcdefgh", 15, "{u: t + \"a\", r: " + forever("[t..u]") + "}.r")},
        {"contains", with_text("aaaaaaaa", 13, "contains(t, \"" + repeated("a", 9000) + "b\")"), None},
        {"contains again", with_text("aaaaaaaa", 15, forever("contains(t, \"aaaaaaaaaaaaaaab\")"))},
        {"starts with", with_text("aaaaaaaa", 15, forever("starts with(t, t)"))},
        {"substring", with_text("aaaaaaaa", 15, forever("substring(t, -1)"))},
        {"substring before", with_text("aaaaaaaa", 15, forever("substring before(t, \"aaaaaaaaaaaab\")"))},
        {"string length", with_text("aaaaaaaa", 15, forever("string length(t + \"a\")"))},
        {"upper case", with_text("ßſ𐐨ա", 13, forever("upper case(t)"))},
        {"lower case", with_text("ẞKA𞤀", 13, forever("lower case(t)"))},
        {"string join", forever("string join([\"aaaaaaaaaaaaaaaaaaaaaaa\", \"b\"], \"cccccccccccccccccc\")")},
        {"string join of long texts", with_text("aaaaaaaa", 15, forever("string join([t, t, t])"))},
        {"replace one by one", with_text("aaaaaaaa", 13, "string length(replace(t, \"a\", \"b\"))"), None},
        {"replace to nothing found", with_text("aaaaaaaa", 14, forever("replace(t, \"a+b\", \"c\")"))},
        {"replace by long groups",
         with_text("aaaaaaaa", 12, forever("replace(t, \"(a{4})\", \"$1$1$1$1\")"))},
        {"split", with_text("a,a,a,a,", 13, "count(split(t, \",\"))"), None},
        {"split at nothing", with_text("aaaaaaaa", 12, forever("split(t, \"\")"))},
        {"matches", with_text("aaaaaaaa", 14, forever("matches(t, \"^(a+)+$b\")"))},
        {"matches with a reference", with_text("aaaaaaaa", 10, "matches(t, \"^(a+)+\\\\1b$\")")},
        {"matches long references", with_text("aaaaaaaa", 12, forever("matches(t, \"^(a*)\\\\1b$\")"))},
        {"matches many groups",
         with_text("aaaaaaaa", 12, forever("matches(t, \"" + repeated("(b)?", 800) + "c\")"))},
        {"matches classes", with_text("ϢϢϢϢ", 12, forever("matches(t, \"" + classes + "0\")"))},
        {"matches any case", with_text("ϢϢϢϢ", 12, forever("matches(t, \"[a-zϣ]+0\", \"i\")"))},
        {"many patterns", forever("matches(\"b\", \"a{4000}\" + string(i))")},
        {"many patterns without end", forever("matches(\"b\", \"" + nested_optional + "\" + string(i))")},
        {"many long patterns",
         with_text("abcdefgh", 12, forever("matches(\"b\", t + string(modulo(i, 100)))"))},
        {"bad patterns", with_text("abcdefgh", 10, forever("matches(\"b\", t + \"(\" + string(i))"))},
        {"number of a long text", with_text("00000000", 15, forever("number(t)"))},
        {"number with separators", with_text("0,0,0,0,", 15, forever("number(t, \",\", \".\")"))},
        {"time of a long text", with_text("00000000", 15, forever("time(\"10:00:00.\" + t)"))},
        {"range of a long text", forever("range(\"[" + repeated("1+", 3000) + "1..2]\")")},
        {"range of names", forever("range(\"[" + repeated("a b c d e f ", 100) + "..2]\")")},
        {"text of shared lists",
         "{l: for i in 1..40 return [partial[-1], partial[-1]], r: " + forever("string(l)") + "}.r"},
        {"equality of shared lists",
         "{f: function(n) for i in 1..n return [partial[-1], partial[-1]], r: f(60) = f(60)}.r"},
        {"distinct shared lists",
         "{f: function(n) for i in 1..n return [partial[-1], partial[-1]], r: distinct values([f(60), "
         "f(60)])}.r"},
        {"context put", wide + ", r: " + forever("context put({a: 1}, \"a\", 2)") + "}.r"},
        {"context put in a wide context",
         "{c: context(for i in 1..3000 return {key: string(i), value: i}), r: " +
             forever("context put(c, \"1\", 2)") + "}.r"},
        {"contexts of long keys",
         with_text("abcdefgh", 12,
                   forever("context([{key: t + \"a\", value: 1}, {key: t + \"b\", value: 2}])"))},
        {"value under a long key",
         with_text("abcdefgh", 14,
                   "{c: context(for j in 1..8 return {key: t + string(j), value: j}), r: " +
                       forever("get value(c, t + \"9\")") + "}.r")},
        {"context of many entries",
         "count(get entries(context(for i in 1..9000 return {key: string(i), value: i})))", None},
        {"merge", forever("context merge(for j in 1..300 return {a: 1, b: 2, c: j})")},
        {"get entries", forever("get entries({a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8})")},
        {"named zones",
         forever("@\"2021-07-01T00:00:00@Europe/Paris\" < @\"2021-07-01T00:00:00@America/New_York\"")},
        {"offset of a named zone", forever("@\"2021-07-01T00:00:00@Europe/Paris\".time offset")},
        {"durations", forever("@\"P1DT1H1.123456789S\" * 3.123456789012345678901234567 / 7")},
        {"moments of named zones",
         forever("@\"2021-07-01T00:00:00@Europe/Paris\" - @\"2021-06-01T00:00:00@Asia/Shanghai\"")},
        {"partial kept", "count(for i in 1..1000000 return count(append(partial, i)))"},
    };
    return all;
}

}  // namespace shenbao::feel
