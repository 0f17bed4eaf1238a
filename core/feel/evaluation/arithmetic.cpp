// The operators on values, as in the tables of DMN 1.5, 10.3.2.5 and 10.3.2.6.
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

constexpr int64_t kSecond = 1'000'000'000, kDay = 86'400;

bool is_moment(const Value& value) {
    return value.kind() == Kind::Date || value.kind() == Kind::DateTime;
}

// A date is its day's start, in UTC.
DateTime moment_of(const Value& value) {
    if (const DateTime* moment = value.as_date_time()) return *moment;
    return DateTime{*value.as_date(), Time{0, Zone{Zone::Kind::Offset, 0, 0}}};
}

Value checked(Evaluator& evaluator, const std::optional<Decimal>& number) {
    return number ? Value(*number) : evaluator.error();
}

// A whole power is a chain of products, any other one a logarithm and an exponential.
uint32_t power_cost(const Decimal& exponent) {
    const std::optional<int64_t> whole = exponent.to_int64();
    if (!whole) return kLogarithmSteps * 2;
    uint32_t steps = 8;
    for (int64_t rest = *whole < 0 ? -(*whole + 1) : *whole; rest > 1; rest /= 2) steps += 8;
    return steps;
}

template <typename T>
Value checked(Evaluator& evaluator, const std::optional<T>& result) {
    return result ? Value(*result) : evaluator.error();
}

Value months_of(Evaluator& evaluator, const std::optional<Decimal>& number) {
    const std::optional<int64_t> months = number ? number->truncated() : std::nullopt;
    return months ? Value(YearsMonthsDuration{*months}) : evaluator.error();
}

Decimal total(DaysTimeDuration duration) {
    return Decimal(duration.seconds) + Decimal::of(duration.nanoseconds, 9);
}

Value duration_of(Evaluator& evaluator, const std::optional<Decimal>& seconds) {
    if (!seconds) return evaluator.error();
    const std::optional<Decimal> whole = seconds->round(0, Rounding::Floor);
    const std::optional<int64_t> count = whole ? whole->to_int64() : std::nullopt;
    if (!count) return evaluator.error();
    const std::optional<Decimal> rest = seconds->subtract(*whole);
    const std::optional<Decimal> scaled = rest ? rest->multiply(Decimal(kSecond)) : std::nullopt;
    const std::optional<int64_t> nanoseconds = scaled ? scaled->truncated() : std::nullopt;
    return nanoseconds ? checked(evaluator, make_days_time(*count, *nanoseconds)) : evaluator.error();
}

Value sum(Evaluator& evaluator, DaysTimeDuration left, DaysTimeDuration right) {
    int64_t seconds = 0;
    if (__builtin_add_overflow(left.seconds, right.seconds, &seconds)) return evaluator.error();
    return checked(evaluator, make_days_time(seconds, int64_t{left.nanoseconds} + right.nanoseconds));
}

Value shifted(Evaluator& evaluator, const Value& value, YearsMonthsDuration duration) {
    const DateTime moment = moment_of(value);
    const std::optional<Date> date = add_months(moment.date, duration.months);
    if (!date) return evaluator.error();
    if (value.kind() == Kind::Date) return Value(*date);
    return Value(DateTime{*date, moment.time});
}

Value shifted(Evaluator& evaluator, const Value& value, DaysTimeDuration duration) {
    if (const Time* time = value.as_time()) {
        const int64_t day_seconds = (duration.seconds % kDay + kDay) % kDay;
        Time result = *time;
        result.nanoseconds =
            (time->nanoseconds + day_seconds * kSecond + duration.nanoseconds) % (kDay * kSecond);
        return Value(result);
    }
    const std::optional<DateTime> moment = add_duration(moment_of(value), duration);
    if (!moment) return evaluator.error();
    return value.kind() == Kind::Date ? Value(moment->date) : Value(*moment);
}

std::optional<DaysTimeDuration> opposite(DaysTimeDuration duration) {
    if (duration.seconds == INT64_MIN) return std::nullopt;
    return make_days_time(-duration.seconds, -int64_t{duration.nanoseconds});
}

bool takes_duration(const Value& value, const Value& duration) {
    if (duration.kind() == Kind::DaysTime) return is_moment(value) || value.kind() == Kind::Time;
    return duration.kind() == Kind::YearsMonths && is_moment(value);
}

Value plus_duration(Evaluator& evaluator, const Value& value, const Value& duration) {
    if (const YearsMonthsDuration* months = duration.as_years_months())
        return shifted(evaluator, value, *months);
    return shifted(evaluator, value, *duration.as_days_time());
}

// Between two moments or two times of day; both local or neither.
Value difference(Evaluator& evaluator, const Value& left, const Value& right) {
    if (left.kind() == Kind::Time) {
        const Time a = *left.as_time(), b = *right.as_time();
        if ((a.zone.kind == Zone::Kind::Local) != (b.zone.kind == Zone::Kind::Local))
            return evaluator.error();
        const int64_t offset = int64_t{utc_offset(b).value_or(0)} - utc_offset(a).value_or(0);
        return checked(evaluator, make_days_time(offset, a.nanoseconds - b.nanoseconds));
    }
    const DateTime a = moment_of(left), b = moment_of(right);
    if ((a.time.zone.kind == Zone::Kind::Local) != (b.time.zone.kind == Zone::Kind::Local))
        return evaluator.error();
    return checked(evaluator, make_days_time(epoch_seconds(a) - epoch_seconds(b),
                                             a.time.nanoseconds % kSecond - b.time.nanoseconds % kSecond));
}

// Steps besides the node's own.
uint32_t arithmetic_cost(NodeKind operation, const Value& left, const Value& right) {
    if (left.as_number() == nullptr || right.as_number() == nullptr)
        return left.is_string() ? 0 : 16 + order_cost(left, left) + order_cost(right, right);
    switch (operation) {
        case NodeKind::Multiply:
            return 2;
        case NodeKind::Divide:
            return 4;
        case NodeKind::Power:
            return power_cost(*right.as_number());
        default:
            return 0;
    }
}

}  // namespace

Value add(Evaluator& evaluator, const Value& left, const Value& right) {
    if (left.as_number() != nullptr && right.as_number() != nullptr) {
        return checked(evaluator, left.as_number()->add(*right.as_number()));
    }
    if (left.is_null() || right.is_null()) return evaluator.error();
    if (left.is_string() && right.is_string()) {
        if (!evaluator.reserve(left.as_string().size() + right.as_string().size())) return {};
        char* text = nullptr;
        Value result =
            make_string(static_cast<uint32_t>(left.as_string().size() + right.as_string().size()), text);
        left.as_string().copy(text, left.as_string().size());
        right.as_string().copy(text + left.as_string().size(), right.as_string().size());
        return result;
    }
    if (takes_duration(left, right)) return plus_duration(evaluator, left, right);
    if (takes_duration(right, left)) return plus_duration(evaluator, right, left);
    if (left.kind() == Kind::YearsMonths && right.kind() == Kind::YearsMonths) {
        int64_t months = 0;
        if (__builtin_add_overflow(left.as_years_months()->months, right.as_years_months()->months,
                                   &months)) {
            return evaluator.error();
        }
        return Value(YearsMonthsDuration{months});
    }
    if (left.kind() == Kind::DaysTime && right.kind() == Kind::DaysTime) {
        return sum(evaluator, *left.as_days_time(), *right.as_days_time());
    }
    return evaluator.error();
}

Value subtract(Evaluator& evaluator, const Value& left, const Value& right) {
    if (left.as_number() != nullptr && right.as_number() != nullptr) {
        return checked(evaluator, left.as_number()->subtract(*right.as_number()));
    }
    if (const YearsMonthsDuration* months = right.as_years_months()) {
        if (months->months == INT64_MIN) return evaluator.error();
        const Value negative(YearsMonthsDuration{-months->months});
        return left.kind() == Kind::YearsMonths || takes_duration(left, right)
                   ? add(evaluator, left, negative)
                   : evaluator.error();
    }
    if (const DaysTimeDuration* duration = right.as_days_time()) {
        const std::optional<DaysTimeDuration> negative = opposite(*duration);
        if (!negative || !(left.kind() == Kind::DaysTime || takes_duration(left, right)))
            return evaluator.error();
        return add(evaluator, left, Value(*negative));
    }
    const bool times = left.kind() == Kind::Time && right.kind() == Kind::Time;
    if (times || (is_moment(left) && is_moment(right))) return difference(evaluator, left, right);
    return evaluator.error();
}

Value multiply(Evaluator& evaluator, const Value& left, const Value& right) {
    const Decimal* factor = right.as_number();
    if (factor == nullptr) {
        const bool swapped = left.as_number() != nullptr &&
                             (right.kind() == Kind::YearsMonths || right.kind() == Kind::DaysTime);
        return swapped ? multiply(evaluator, right, left) : evaluator.error();
    }
    if (left.as_number() != nullptr) return checked(evaluator, left.as_number()->multiply(*factor));
    if (left.as_years_months() != nullptr) {
        return months_of(evaluator, Decimal(left.as_years_months()->months).multiply(*factor));
    }
    if (left.as_days_time() != nullptr)
        return duration_of(evaluator, total(*left.as_days_time()).multiply(*factor));
    return evaluator.error();
}

Value divide(Evaluator& evaluator, const Value& left, const Value& right) {
    if (const Decimal* divisor = right.as_number()) {
        if (left.as_number() != nullptr) return checked(evaluator, left.as_number()->divide(*divisor));
        if (left.as_years_months() != nullptr) {
            return months_of(evaluator, Decimal(left.as_years_months()->months).divide(*divisor));
        }
        if (left.as_days_time() != nullptr)
            return duration_of(evaluator, total(*left.as_days_time()).divide(*divisor));
        return evaluator.error();
    }
    if (left.kind() != right.kind()) return evaluator.error();
    if (left.as_years_months() != nullptr) {
        return checked(
            evaluator,
            Decimal(left.as_years_months()->months).divide(Decimal(right.as_years_months()->months)));
    }
    if (left.as_days_time() != nullptr) {
        return checked(evaluator, total(*left.as_days_time()).divide(total(*right.as_days_time())));
    }
    return evaluator.error();
}

Value power(Evaluator& evaluator, const Value& left, const Value& right) {
    if (left.as_number() == nullptr || right.as_number() == nullptr) return evaluator.error();
    return checked(evaluator, left.as_number()->power(*right.as_number()));
}

Value Evaluator::arithmetic(const Node& node) {
    Value left_storage, right_storage;
    const Value& left = look(*node.children[0], left_storage);
    const Value& right = look(*node.children[1], right_storage);
    m_current = &node;
    if (!spend(arithmetic_cost(node.kind, left, right))) return {};
    switch (node.kind) {
        case NodeKind::Add:
            return add(*this, left, right);
        case NodeKind::Subtract:
            return subtract(*this, left, right);
        case NodeKind::Multiply:
            return multiply(*this, left, right);
        case NodeKind::Divide:
            return divide(*this, left, right);
        default:
            return power(*this, left, right);
    }
}

Value Evaluator::negated(const Value& value) {
    if (const Decimal* number = value.as_number()) return Value(number->negated());
    if (const YearsMonthsDuration* months = value.as_years_months()) {
        return months->months == INT64_MIN ? error() : Value(YearsMonthsDuration{-months->months});
    }
    if (const DaysTimeDuration* duration = value.as_days_time()) {
        const std::optional<DaysTimeDuration> negative = opposite(*duration);
        return negative ? Value(*negative) : error();
    }
    return error();
}

}  // namespace shenbao::feel
