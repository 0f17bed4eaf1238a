#include <algorithm>

#include "core/advice/gaps.h"
#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"
#include "core/feel/tree/builtins.h"

namespace shenbao {
namespace {

using namespace sayings;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t word_end(std::string_view source, size_t at) {
    while (at < source.size()) {
        size_t next = at;
        if (!feel::is_name_part(feel::next_code_point(source, next)) && source[at] != '.') break;
        at = next;
    }
    return at;
}

// The word, text, number or sign at the place.
std::string_view token_at(std::string_view source, size_t at) {
    if (at >= source.size()) return {};
    if (source[at] == '"') {
        const size_t end = source.find('"', at + 1);
        return source.substr(at, end == std::string_view::npos ? end : end + 1 - at);
    }
    size_t end = word_end(source, at);
    if (end == at) feel::next_code_point(source, end);
    constexpr std::string_view kDouble[] = {">=", "<=", "!=", "**", ".."};
    for (const std::string_view sign : kDouble)
        if (source.substr(at).starts_with(sign)) end = at + sign.size();
    return source.substr(at, end - at);
}

// The one that ends before the place.
std::string_view token_before(std::string_view source, size_t at) {
    while (at > 0 && is_blank(source[at - 1])) --at;
    std::string_view token;
    for (size_t i = 0; i < at;) {
        if (is_blank(source[i])) {
            ++i;
            continue;
        }
        token = token_at(source, i);
        i += std::max<size_t>(token.size(), 1);
    }
    return token;
}

bool is_value_end(std::string_view token) {
    if (token.empty() || feel::is_keyword(token))
        return token == "true" || token == "false" || token == "null";
    const char c = token.back();
    return c == '"' || c == ')' || c == ']' || c == '}' || static_cast<unsigned char>(c) >= 0x80 ||
           c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_value_start(std::string_view token) {
    if (token.empty() || feel::is_keyword(token))
        return token == "true" || token == "false" || token == "null" || token == "if";
    const char c = token.front();
    return c == '"' || c == '(' || c == '[' || c == '{' || c == '@' ||
           static_cast<unsigned char>(c) >= 0x80 || c == '_' || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_number(std::string_view token) {
    return !token.empty() && token.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_function(std::string_view word, const feel::Scope& scope) {
    return feel::find_builtin(word) >= 0 || std::any_of(scope.functions.begin(), scope.functions.end(),
                                                        [&](const auto& host) { return host.name == word; });
}

// The longest name of a function, of several words perhaps, that ends before the place; "" if none does.
std::string_view function_before(std::string_view source, size_t at, const feel::Scope& scope) {
    while (at > 0 && is_blank(source[at - 1])) --at;
    std::string_view found;
    for (size_t start = at; start > 0; --start) {
        if (!is_letter(source[start - 1]) && source[start - 1] != ' ') break;
        if (start > 1 && is_letter(source[start - 2])) continue;  // not at the start of a word
        const std::string_view name = source.substr(start - 1, at - start + 1);
        if (is_function(name, scope)) found = name;
    }
    return found;
}

struct Missing {
    std::string_view expected;
    const Saying& saying;
};
constexpr Missing kMissing[] = {
    {"then", kNoThen},           {"else", kNoElse}, {"and", kNoAnd},         {"return", kNoReturn},
    {"satisfies", kNoSatisfies}, {"in", kNoIn},     {"name", kNameExpected}, {"number", kNumberExpected},
    {"UTF-8", kNotUtf8},         {"\"", kAtQuote},
};

// At the word that begins the loop.
Note loop_without_in(std::string_view source, size_t at) {
    size_t start = std::string_view::npos;
    for (const std::string_view word : {"for ", "some ", "every "})
        if (const size_t found = source.substr(0, at).rfind(word);
            found != std::string_view::npos && (start == std::string_view::npos || found > start))
            start = found;
    if (start == std::string_view::npos) return {at, 1, say(kNoIn)};
    return {start, source.find(' ', start) - start, say(kNoIn)};
}

Words between(std::string_view before, std::string_view token) {
    if (token == ",") return say(kNoComma, {","});
    if (token == "then" || token == "else") return say(kNoIf, {token});
    if (token == ":") return say(kNoColon);
    if (token == "satisfies")
        return say(
            kNoLoop,
            {token, "some", {"some 名字 in 列表 satisfies 条件", "some name in list satisfies condition"}});
    if (token == "return")
        return say(kNoLoop,
                   {token, "for", {"for 名字 in 列表 return 表达式", "for name in list return expression"}});
    if (is_value_end(before) && is_value_start(token))
        return say(kNoOperator, {shortened(before), shortened(token)});
    return say(kUnexpected, {shortened(token)});
}

}  // namespace

std::string shortened(std::string_view text) {
    constexpr size_t kMost = 24;
    const size_t end = feel::byte_offset(text, kMost);
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

Note explain_syntax(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const std::string_view source = text.source, expected = diagnostic.detail;
    size_t at = std::min<size_t>(diagnostic.offset, source.size());
    if (source.find_first_not_of(" \t\r\n") == std::string_view::npos) return {0, 0, say(kNothing)};
    const std::string_view before = token_before(source, at), token = token_at(source, at);
    // A word that "if", "for" … lacks says more than the bracket that is therefore missing.
    for (const Missing& missing : kMissing) {
        if (missing.expected != expected) continue;
        if (expected == "in") return loop_without_in(source, at);
        if (expected == "number" && token.starts_with('.')) return {at, 1, say(kNothingBefore, {"."})};
        if (expected == "name" && is_number(before)) {
            at = static_cast<size_t>(before.data() - source.data());
            return {at, before.size(), say(kNumberExpected)};
        }
        if (token.empty() && !before.empty()) at = static_cast<size_t>(before.data() - source.data());
        return {at, token.empty() ? before.size() : token.size(), say(missing.saying)};
    }
    if (const size_t points = source.find(".."); points != std::string_view::npos && points > 0 &&
                                                 is_letter(source[points - 1]) &&
                                                 is_letter(source.substr(points + 2)[0]))
        return {points, 2, say(kDoublePoint)};
    if (source.find("..") != std::string_view::npos &&
        (token.empty() || token == ".." || expected == "]" || expected == ".."))
        return {source.find(".."), 2, say(kRange)};
    if (auto bracket = find_lonely_bracket(source)) return {bracket->offset, bracket->length, bracket->words};
    if (token.empty()) {
        const size_t start = before.empty() ? 0 : static_cast<size_t>(before.data() - source.data());
        return {start, before.size(), say(kUnfinished, {shortened(before)})};
    }
    const Note here{at, token.size(), {}};
    if (const size_t brace = source.find('{');
        brace != std::string_view::npos && (expected == ":" || expected == "key"))
        return {brace, 1, say(kNoBraces)};
    if (expected == "parameter name") return {here.offset, here.length, say(kNamedAll)};
    if (const size_t start = before.empty() ? at : static_cast<size_t>(before.data() - source.data());
        is_value_end(before) && is_value_start(token) && source.substr(at + token.size()).starts_with('(')) {
        // "string lenght(…)": the first word alone has a meaning, too.
        const std::string name = std::string(before) + " " + std::string(token);
        if (const Words names = similar_functions(name, text.scope); !names.empty())
            return {start, at + token.size() - start, say(kUnknownFunction, {name}) + say(kSimilar, {names})};
    }
    for (const std::string_view word : {token, function_before(source, at, text.scope)})
        if (is_value_end(before) && is_value_start(token) && !word.empty() && is_function(word, text.scope))
            return {static_cast<size_t>(word.data() - source.data()), word.size(),
                    say(kFunctionCall, {word, usage_of(word, text.scope)})};
    if (expected == "end" || expected == ")" || expected == "]" || expected == "}")
        return {here.offset, here.length, between(before, token)};
    if (expected == "expression") {
        if (token == "then" || token == "else") return {here.offset, here.length, say(kNoIf, {token})};
        if ((before == "and" || before == "or") &&
            std::string_view("<>=!").find(token[0]) != std::string_view::npos)
            return {here.offset, here.length, say(kHalfComparison, {token})};
        if (!before.empty() && !is_value_end(before) && before != "(" && before != ",") {
            const size_t start = static_cast<size_t>(before.data() - source.data());
            return {start, before.size(), say(kUnfinished, {shortened(before)})};
        }
        if (token == ")" || token == "]" || token == ",") {
            if (before == ",")
                return {static_cast<size_t>(before.data() - source.data()), 1, say(kLeaveOut, {","})};
            return {here.offset, here.length, say(kNothing)};
        }
        return {here.offset, here.length, say(kNothingBefore, {shortened(token)})};
    }
    return {here.offset, here.length, say(kExpected, {expected == "type" ? "number" : expected})};
}

}  // namespace shenbao
