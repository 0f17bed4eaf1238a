// Numbers, booleans and conversions between number and text.
#include <algorithm>

#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

const Decimal& number(const Arguments& arguments, size_t i) {
    return *arguments[i].as_number();
}

Value checked(Evaluator& evaluator, const std::optional<Decimal>& result) {
    return result ? Value(*result) : evaluator.error();
}

Value rounded(Evaluator& evaluator, const Arguments& arguments, Rounding mode) {
    int scale = 0;
    if (arguments.has(1)) {
        const std::optional<int64_t> wanted = number(arguments, 1).truncated();
        if (!wanted || *wanted > 10'000 || *wanted < -10'000) return evaluator.error();
        scale = static_cast<int>(*wanted);
    }
    return checked(evaluator, number(arguments, 0).round(scale, mode));
}

Value parity(Evaluator& evaluator, const Decimal& value, bool odd) {
    const std::optional<Decimal> rest = value.floor_modulo(Decimal(2));
    if (!value.is_integer()) return evaluator.error();
    // Beyond 34 digits the last digit is a zero.
    return Value((rest ? !rest->is_zero() : false) == odd);
}

}  // namespace

Value builtin_not(Evaluator&, const Arguments& arguments) {
    return arguments[0].is_null() ? Value() : Value(!arguments[0].is_true());
}

Value builtin_is(Evaluator& evaluator, const Arguments& arguments) {
    return Value(identical(arguments[0], arguments[1], evaluator.steps_left()));
}

Value builtin_number(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(4 + arguments[0].as_string().size() / 4)) return {};
    if (arguments.signature == 1) {
        if (arguments[0].as_number() != nullptr) return arguments[0];
        return checked(evaluator, Decimal::parse(arguments[0].as_string()));
    }
    const std::string_view grouping = arguments[1].as_string(), point = arguments[2].as_string();
    const bool has_grouping = arguments[1].is_string(), has_point = arguments[2].is_string();
    if (has_grouping && grouping != " " && grouping != "," && grouping != ".") return evaluator.error();
    if (has_point && point != "." && point != ",") return evaluator.error();
    if (has_grouping && has_point && grouping == point) return evaluator.error();
    std::string plain;
    if (!evaluator.reserve(arguments[0].as_string().size())) return {};
    for (const char c : arguments[0].as_string()) {
        if (has_grouping && c == grouping[0]) continue;
        if (has_point && c == point[0]) {
            plain += '.';
        } else if (has_point && c == '.') {
            return evaluator.error();
        } else {
            plain += c;
        }
    }
    return checked(evaluator, Decimal::parse(plain));
}

Value builtin_string(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments[0].is_null() || arguments[0].is_string()) return arguments[0];
    std::string text;
    // Lists that share their items can be written endlessly.
    const size_t limit = evaluator.context().max_memory, paid = size_t{evaluator.steps_left()} * 4;
    if (!append_text(text, arguments[0], false, std::min(limit, paid))) {
        paid < limit ? evaluator.spend(UINT64_MAX) : evaluator.reserve(UINT64_MAX);
        return {};
    }
    if (!evaluator.spend(2 + text.size() / 4)) return {};
    return evaluator.string(text);
}

Value builtin_decimal(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::HalfEven);
}
Value builtin_floor(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::Floor);
}
Value builtin_ceiling(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::Ceiling);
}
Value builtin_round_up(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::Up);
}
Value builtin_round_down(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::Down);
}
Value builtin_round_half_up(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::HalfUp);
}
Value builtin_round_half_down(Evaluator& evaluator, const Arguments& arguments) {
    return rounded(evaluator, arguments, Rounding::HalfDown);
}

Value builtin_abs(Evaluator& evaluator, const Arguments& arguments) {
    const Value& value = arguments[0];
    if (value.as_number() != nullptr) return Value(value.as_number()->absolute());
    const bool negative = value.as_years_months() != nullptr ? value.as_years_months()->months < 0
                                                             : value.as_days_time()->seconds < 0;
    return negative ? multiply(evaluator, value, Value(-1)) : value;
}

Value builtin_modulo(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(8)) return {};
    return checked(evaluator, number(arguments, 0).floor_modulo(number(arguments, 1)));
}
Value builtin_sqrt(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(80)) return {};
    return checked(evaluator, number(arguments, 0).square_root());
}
Value builtin_log(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(kLogarithmSteps)) return {};
    return checked(evaluator, number(arguments, 0).natural_logarithm());
}
Value builtin_exp(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(kLogarithmSteps)) return {};
    return checked(evaluator, number(arguments, 0).exponential());
}
Value builtin_odd(Evaluator& evaluator, const Arguments& arguments) {
    return parity(evaluator, number(arguments, 0), true);
}
Value builtin_even(Evaluator& evaluator, const Arguments& arguments) {
    return parity(evaluator, number(arguments, 0), false);
}

}  // namespace shenbao::feel
