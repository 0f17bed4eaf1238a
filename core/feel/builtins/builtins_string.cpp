// Strings. Positions count code points from 1.
#include <vector>

#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"
#include "core/feel/regex/regex.h"
#include "core/feel/text/unicode.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

std::string_view text(const Arguments& arguments, size_t i) {
    return arguments[i].as_string();
}

// Where `match` begins, in time that grows with both lengths only (Knuth, Morris and Pratt); npos if nowhere,
// or when a limit is exceeded.
size_t find(Evaluator& evaluator, std::string_view text, std::string_view match) {
    if (match.empty()) return 0;
    if (match.size() > text.size()) return std::string_view::npos;
    if (!evaluator.spend((text.size() + 4 * match.size()) / 8)) return std::string_view::npos;
    if (match.size() == 1) return text.find(match[0]);
    // How much of the match also ends where its first i + 1 bytes end.
    std::vector<uint32_t> shared(match.size());
    for (size_t i = 1, length = 0; i < match.size(); ++i) {
        while (length > 0 && match[i] != match[length]) length = shared[length - 1];
        if (match[i] == match[length]) ++length;
        shared[i] = static_cast<uint32_t>(length);
    }
    for (size_t i = 0, length = 0; i < text.size(); ++i) {
        while (length > 0 && text[i] != match[length]) length = shared[length - 1];
        if (text[i] == match[length]) ++length;
        if (length == match.size()) return i + 1 - length;
    }
    return std::string_view::npos;
}

Value mapped(Evaluator& evaluator, std::string_view source, bool upper) {
    std::string result;
    if (!evaluator.spend(4 * source.size()) || !evaluator.reserve(source.size())) return {};
    for (size_t at = 0; at < source.size();) {
        const uint32_t c = next_code_point(source, at);
        if (upper) {
            append_upper(result, c);
        } else {
            append_code_point(result, to_lower(c));
        }
    }
    return evaluator.string(result);
}

// With the steps of reading the pattern, when it was not read just before.
const Regex* regex_of(Evaluator& evaluator, std::string_view pattern, std::string_view flags) {
    if (!evaluator.spend(1 + pattern.size() / 4)) return nullptr;
    uint32_t work = 0;
    const Regex* regex = Regex::cached(pattern, flags, &work);
    return evaluator.spend(work) ? regex : nullptr;
}

}  // namespace

Value builtin_substring(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(text(arguments, 0).size() / 16)) return {};
    const std::optional<int64_t> start = arguments[1].as_number()->truncated();
    const int64_t size = code_points(arguments[0]);
    if (!start || *start == 0 || *start < -size || *start > size) return evaluator.error();
    const int64_t first = *start > 0 ? *start - 1 : size + *start;
    int64_t length = size - first;
    if (arguments.has(2)) {
        const std::optional<int64_t> wanted = arguments[2].as_number()->truncated();
        if (!wanted || *wanted < 1 || *wanted > length) return evaluator.error();
        length = *wanted;
    }
    const std::string_view whole = text(arguments, 0);
    const size_t from = byte_offset(whole, static_cast<size_t>(first));
    const std::string_view rest = whole.substr(from);
    return evaluator.string(rest.substr(0, byte_offset(rest, static_cast<size_t>(length))));
}

Value builtin_string_length(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend_bytes(text(arguments, 0).size())) return {};
    return Value(Decimal(static_cast<int64_t>(code_points(arguments[0]))));
}

Value builtin_upper_case(Evaluator& evaluator, const Arguments& arguments) {
    return mapped(evaluator, text(arguments, 0), true);
}
Value builtin_lower_case(Evaluator& evaluator, const Arguments& arguments) {
    return mapped(evaluator, text(arguments, 0), false);
}

Value builtin_substring_before(Evaluator& evaluator, const Arguments& arguments) {
    const size_t at = find(evaluator, text(arguments, 0), text(arguments, 1));
    return evaluator.string(at == std::string_view::npos ? std::string_view()
                                                         : text(arguments, 0).substr(0, at));
}

Value builtin_substring_after(Evaluator& evaluator, const Arguments& arguments) {
    const std::string_view whole = text(arguments, 0), match = text(arguments, 1);
    const size_t at = find(evaluator, whole, match);
    return evaluator.string(at == std::string_view::npos ? std::string_view()
                                                         : whole.substr(at + match.size()));
}

Value builtin_contains(Evaluator& evaluator, const Arguments& arguments) {
    return Value(find(evaluator, text(arguments, 0), text(arguments, 1)) != std::string_view::npos);
}
Value builtin_starts_with(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend_bytes(text(arguments, 1).size())) return {};
    return Value(text(arguments, 0).starts_with(text(arguments, 1)));
}
Value builtin_ends_with(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend_bytes(text(arguments, 1).size())) return {};
    return Value(text(arguments, 0).ends_with(text(arguments, 1)));
}

Value builtin_matches(Evaluator& evaluator, const Arguments& arguments) {
    const Regex* regex = regex_of(evaluator, text(arguments, 1), text(arguments, 2));
    if (regex == nullptr) return evaluator.error();
    RegexMatcher matcher(*regex, text(arguments, 0), evaluator.steps_left());
    const bool found = matcher.search(0);
    if (!evaluator.spend(matcher.out_of_steps() ? UINT64_MAX : 0)) return {};
    return Value(found);
}

Value builtin_replace(Evaluator& evaluator, const Arguments& arguments) {
    const Regex* regex = regex_of(evaluator, text(arguments, 1), text(arguments, 3));
    if (regex == nullptr || regex->matches_empty(evaluator.steps_left())) return evaluator.error();
    std::string result;
    const std::string_view input = text(arguments, 0), replacement = text(arguments, 2);
    RegexMatcher matcher(*regex, input, evaluator.steps_left());
    size_t copied = 0;
    for (size_t at = 0; matcher.search(at);) {
        const RegexSpan match = matcher.group(0);
        const size_t before = result.size();
        result += input.substr(copied, match.begin - copied);
        if (!append_replacement(result, matcher, replacement, regex->is_literal())) return evaluator.error();
        if (!evaluator.spend(2 + replacement.size() / 8) || !evaluator.reserve(result.size() - before))
            return {};
        copied = match.end;
        at = match.end;
        if (match.begin == match.end) {  // an empty match: move on by one
            if (at >= input.size()) break;
            next_code_point(input, at);
        }
    }
    if (!evaluator.spend(matcher.out_of_steps() ? UINT64_MAX : 0)) return {};
    result += input.substr(copied);
    return evaluator.string(result);
}

Value builtin_split(Evaluator& evaluator, const Arguments& arguments) {
    const Regex* regex = regex_of(evaluator, text(arguments, 1), {});
    if (regex == nullptr) return evaluator.error();
    const std::string_view input = text(arguments, 0);
    RegexMatcher matcher(*regex, input, evaluator.steps_left());
    std::vector<Value> parts;
    size_t copied = 0;
    const auto part = [&](size_t end) {
        parts.push_back(evaluator.string(input.substr(copied, end - copied)));
        return evaluator.spend(2);
    };
    for (size_t at = 0; matcher.search(at);) {
        const RegexSpan match = matcher.group(0);
        if (match.begin == match.end) {  // between two code points, not at the ends
            if (match.begin >= input.size()) break;
            if (match.begin > copied) {
                if (!part(match.begin)) return {};
                copied = match.begin;
            }
            at = match.begin;
            next_code_point(input, at);
            continue;
        }
        if (!part(match.begin)) return {};
        copied = match.end;
        at = match.end;
    }
    if (!evaluator.spend(matcher.out_of_steps() ? UINT64_MAX : 0)) return {};
    parts.push_back(evaluator.string(input.substr(copied)));
    return evaluator.list(std::move(parts));
}

Value builtin_string_join(Evaluator& evaluator, const Arguments& arguments) {
    std::string result;
    bool first = true;
    for (const Value& item : arguments[0].items()) {
        if (!evaluator.spend(1)) return {};
        if (item.is_null()) continue;
        if (!item.is_string()) return evaluator.error();
        const size_t before = result.size();
        if (!first) result += text(arguments, 1);
        first = false;
        result += item.as_string();
        if (!evaluator.spend(1) || !evaluator.reserve(result.size() - before)) return {};
    }
    return evaluator.string(result);
}

}  // namespace shenbao::feel
