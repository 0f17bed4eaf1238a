// Values that do not go together, and conditions that are none.
#include <algorithm>

#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/feel/time/temporal.h"
#include "core/feel/tree/builtins.h"

namespace shenbao {
namespace {

using namespace sayings;
using feel::Type;
using feel::TypeKind;

bool is_context(const Type& type) {
    return type.is(TypeKind::Context) || type.is(TypeKind::List);
}

// The first text in quotes there, with its quotes; "" if none.
std::string_view quoted_in(std::string_view source) {
    const size_t open = source.find('"');
    const size_t close = open == std::string_view::npos ? open : source.find('"', open + 1);
    return close == std::string_view::npos ? std::string_view() : source.substr(open, close + 1 - open);
}

std::string_view inside(std::string_view quoted) {
    return quoted.size() < 2 ? std::string_view() : quoted.substr(1, quoted.size() - 2);
}

// The number that is one side of a comparison, as it is written; "" if none is.
std::string_view number_in(std::string_view comparison) {
    constexpr std::string_view kNumber = "0123456789.";
    const size_t end = comparison.find_last_not_of(kNumber);
    if (end != std::string_view::npos && end + 1 < comparison.size() &&
        std::string_view(" =<>").find(comparison[end]) != std::string_view::npos)
        return comparison.substr(end + 1);
    const size_t start = comparison.find_first_not_of(kNumber);
    if (start != std::string_view::npos && start > 0 &&
        std::string_view(" =<>!").find(comparison[start]) != std::string_view::npos)
        return comparison.substr(0, start);
    return {};
}

// A day written as one number of eight digits, or any day.
std::string date_in(std::string_view written) {
    constexpr std::string_view kDigits = "0123456789";
    const size_t start = written.find_first_of(kDigits);
    const std::string digits(start == std::string_view::npos ? std::string_view() : written.substr(start, 8));
    if (digits.size() == 8 && digits.find_first_not_of(kDigits) == std::string::npos) {
        const std::string date = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
        if (feel::parse_date(date)) return "@\"" + date + "\"";
    }
    return "@\"2025-01-31\"";
}

// What a condition could look like that asks about such a value.
Words condition_example(std::string_view written, const Type& type) {
    const std::string name(written);
    if (const Words hint = part_hint(type); !hint.empty()) return hint;
    const bool literal = name.empty() || name.size() > 40 || quoted_in(name) == name ||
                         name.find_first_not_of("0123456789.") == std::string::npos;
    const std::string left = literal ? "⟪value⟫" : name;
    if (type.is(TypeKind::Number)) return say(kExample, {left + " > 0"});
    return say(kExample, {left + (literal ? " > 0" : " != null")});
}

// The hint about what stands in quotes but should not, or lacks what it should have.
Words quoted_hint(std::string_view written, const Type& other) {
    const std::string_view quoted = quoted_in(written);
    if (quoted.empty()) return {};
    if (other.is(TypeKind::Number)) {
        if (quoted == "\"\"") return say(kBlankNumber);
        if (inside(quoted).find_first_not_of("0123456789.-") == std::string_view::npos)
            return say(kNumberInQuotes, {quoted, inside(quoted)});
        return {};
    }
    if (other.is(TypeKind::Boolean)) return say(kTruthInQuotes);
    if (other.is(TypeKind::Date) || other.is(TypeKind::DateTime)) {
        const std::string date = date_of(inside(quoted));
        return say(kDateInQuotes, {quoted, date.empty() ? "@\"2025-01-31\"" : "@\"" + date + "\""});
    }
    return {};
}

}  // namespace

std::string_view marked(const feel::Diagnostic& diagnostic, const FeelText& text) {
    return text.source.substr(std::min<size_t>(diagnostic.offset, text.source.size()), diagnostic.length);
}

std::string date_of(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            numbers.back() += c;
        else if (!numbers.back().empty())
            numbers.emplace_back();
    }
    if (numbers.back().empty()) numbers.pop_back();
    if (numbers.size() != 3 || numbers[0].size() != 4 || numbers[1].size() > 2 || numbers[2].size() > 2)
        return {};
    for (size_t i = 1; i < 3; ++i)
        if (numbers[i].size() == 1) numbers[i].insert(0, "0");
    const std::string date = numbers[0] + "-" + numbers[1] + "-" + numbers[2];
    return feel::parse_date(date) ? date : std::string();
}

Words explain_condition(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const Type& type = diagnostic.types[0];
    const Words kind = kind_words(type);
    const std::string_view written = marked(diagnostic, text);
    if (type.is(TypeKind::Null)) return say(kConditionHere, {kind}) + say(kNeverNull);
    if (const std::string_view part = inside(quoted_in(written)); diagnostic.name == "[ ]" &&
                                                                  written.starts_with('"') && !part.empty() &&
                                                                  part.find(' ') == std::string_view::npos)
        return say(kDotName, {part});
    const Words needed =
        diagnostic.name.empty() ? say(kConditionHere, {kind}) : say(kConditionOf, {kind, diagnostic.name});
    return needed + condition_example(written, type);
}

Words explain_comparison(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const Type &left = diagnostic.types[0], &right = diagnostic.types[1];
    const std::string_view written = marked(diagnostic, text);
    const bool ordered = diagnostic.name != "=" && diagnostic.name != "!=";
    const auto are = [&](TypeKind one, TypeKind other) {
        return (left.is(one) && right.is(other)) || (left.is(other) && right.is(one));
    };
    Words hint;
    if (left.is(TypeKind::String)) hint = quoted_hint(written, right);
    if (right.is(TypeKind::String)) hint = quoted_hint(written, left);
    if (!hint.empty()) return hint;
    if (left.is(TypeKind::Boolean) && !right.is(TypeKind::Boolean) &&
        written.find_first_of("<>=") != written.find_last_of("<>="))
        return say(kChain);
    if (are(TypeKind::Boolean, TypeKind::Number)) return say(kTruthNumber);
    if (are(TypeKind::Date, TypeKind::Number)) return say(kDateYear, {date_in(written)});
    const Words never = say(kNeverMeet, {diagnostic.name, kind_words(left), kind_words(right)});
    if (are(TypeKind::DaysTime, TypeKind::Number)) return never + say(kDurationNumber);
    if (left.is(TypeKind::Function) || right.is(TypeKind::Function)) return never + say(kFunctionValue);
    if (are(TypeKind::String, TypeKind::Number)) {
        const std::string_view number = number_in(written);
        return never + (!number.empty() && !ordered ? say(kTextNeedsQuotes, {number}) : say(kToNumber));
    }
    return never + (is_context(left) ? part_hint(left, right) : part_hint(right, left));
}

Words explain_operands(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const std::string& sign = diagnostic.name;
    const Type& left = diagnostic.types[0];
    if (sign == "and" || sign == "or") {
        const Words needed = say(kConditionBeside, {kind_words(left), sign});
        const Words hint = part_hint(left);
        if (!hint.empty() || (!left.is(TypeKind::String) && !left.is(TypeKind::Number))) return needed + hint;
        const bool texts = left.is(TypeKind::String);
        return needed +
               say(kSeveralValues, {texts ? Words("(\"甲\", \"乙\")", "(\"a\", \"b\")") : Words("(1, 2)")});
    }
    if (diagnostic.types.size() < 2) return say(kOperand, {sign, kind_words(left)}) + part_hint(left);
    const Type& right = diagnostic.types[1];
    const Words wrong = say(kOperands, {sign, kind_words(left), kind_words(right)});
    const auto are = [&](TypeKind one, TypeKind other) {
        return (left.is(one) && right.is(other)) || (left.is(other) && right.is(one));
    };
    if (sign == "+" && are(TypeKind::String, TypeKind::Number)) return say(kJoinNumber);
    const Type& other = left.is(TypeKind::String) ? right : left;
    if (sign == "+" && (left.is(TypeKind::String) || right.is(TypeKind::String)) && !is_context(other))
        return say(kJoinOther, {kind_words(other)});
    if (are(TypeKind::Date, TypeKind::Number)) return wrong + say(kDateAndNumber);
    if (are(TypeKind::String, TypeKind::Number)) {
        const Words hint = quoted_hint(marked(diagnostic, text), TypeKind::Number);
        return wrong + (hint.empty() ? say(kToNumber) : hint);
    }
    return wrong + (is_context(left) ? part_hint(left, right) : part_hint(right, left));
}

Words explain_argument(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const Type& given = diagnostic.types[0];
    const bool host = diagnostic.types.size() > 1;
    const Words wanted = host ? kind_words(diagnostic.types[1]) : wanted_words(diagnostic.wanted);
    const Words wrong = say(kArgumentType, {diagnostic.name, wanted, kind_words(given)});
    const bool wants_number =
        host ? diagnostic.types[1].is(TypeKind::Number) : (diagnostic.wanted & feel::kNumber) != 0;
    const Type number = wants_number ? TypeKind::Number : TypeKind::Any;
    if (const Words hint = part_hint(given, number); !hint.empty()) return wrong + hint;
    if (diagnostic.wanted != 0 && (diagnostic.wanted & feel::kAnyKind) == feel::kBoolean)
        return wrong + condition_example(marked(diagnostic, text), given);
    if (given.is(TypeKind::String) && wants_number) {
        const Words hint = quoted_hint(marked(diagnostic, text), TypeKind::Number);
        return wrong + (hint.empty() ? say(kToNumber) : hint);
    }
    if (given.is(TypeKind::Number) && !wants_number && (diagnostic.wanted & feel::kString) != 0)
        return wrong + say(kToText);
    return wrong;
}

}  // namespace shenbao
