// Dates, times and durations.
#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr Zone kUtc{Zone::Kind::Offset, 0, 0};

template <typename T>
Value checked(Evaluator& evaluator, const std::optional<T>& result) {
    return result ? Value(*result) : evaluator.error();
}

Date date_of(const Value& value) {
    return value.as_date() != nullptr ? *value.as_date() : value.as_date_time()->date;
}

uint64_t read_cost(const Value& text) {
    return 4 + text.as_string().size() / 8;
}

// An integer between the bounds.
std::optional<int64_t> whole(const Value& value, int64_t least, int64_t most) {
    const std::optional<int64_t> number = value.as_number()->to_int64();
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

}  // namespace

Value builtin_date(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(read_cost(arguments[0]))) return {};
    if (arguments.signature == 0) {
        if (arguments[0].is_string()) return checked(evaluator, parse_date(arguments[0].as_string()));
        return Value(date_of(arguments[0]));
    }
    const auto year = whole(arguments[0], -999'999'999, 999'999'999), month = whole(arguments[1], 1, 12),
               day = whole(arguments[2], 1, 31);
    if (!year || !month || !day) return evaluator.error();
    const Date date{static_cast<int32_t>(*year), static_cast<uint8_t>(*month), static_cast<uint8_t>(*day)};
    return is_valid(date) ? Value(date) : evaluator.error();
}

Value builtin_time(Evaluator& evaluator, const Arguments& arguments) {
    const Value& from = arguments[0];
    if (!evaluator.spend(read_cost(from))) return {};
    if (arguments.signature == 0) {
        if (from.is_string()) return checked(evaluator, parse_time(from.as_string()));
        if (from.as_time() != nullptr) return from;
        if (from.as_date_time() != nullptr) return Value(from.as_date_time()->time);
        return Value(Time{0, kUtc});
    }
    const auto hour = whole(from, 0, 23), minute = whole(arguments[1], 0, 59);
    const Decimal second = *arguments[2].as_number();
    if (!hour || !minute || second.is_negative() || second >= Decimal(60)) return evaluator.error();
    const std::optional<int64_t> nanoseconds = (second * Decimal(kSecond)).truncated();
    if (!nanoseconds) return evaluator.error();
    Time time{(*hour * 60 + *minute) * 60 * kSecond + *nanoseconds, Zone()};
    if (const DaysTimeDuration* offset = arguments[3].as_days_time()) {
        const bool too_late =
            offset->seconds > kMaxOffset || (offset->seconds == kMaxOffset && offset->nanoseconds != 0);
        if (too_late || offset->seconds < -kMaxOffset) return evaluator.error();
        time.zone = kUtc;
        time.zone.offset_seconds = static_cast<int32_t>(offset->seconds);
    }
    return Value(time);
}

Value builtin_date_and_time(Evaluator& evaluator, const Arguments& arguments) {
    const Value& from = arguments[0];
    if (!evaluator.spend(read_cost(from))) return {};
    if (arguments.signature == 1) return Value(DateTime{date_of(from), *arguments[1].as_time()});
    if (from.as_date_time() != nullptr) return from;
    if (from.as_date() != nullptr) return Value(DateTime{*from.as_date(), Time{0, kUtc}});
    if (const auto date = parse_date(from.as_string())) return Value(DateTime{*date, Time()});
    return checked(evaluator, parse_date_time(from.as_string()));
}

Value builtin_duration(Evaluator& evaluator, const Arguments& arguments) {
    if (!arguments[0].is_string()) return arguments[0];
    if (!evaluator.spend(read_cost(arguments[0]))) return {};
    if (const auto months = parse_years_months(arguments[0].as_string())) return Value(*months);
    return checked(evaluator, parse_days_time(arguments[0].as_string()));
}

// Whole months between the days; the times of day do not count.
Value builtin_years_and_months_duration(Evaluator&, const Arguments& arguments) {
    const Date from = date_of(arguments[0]), to = date_of(arguments[1]);
    int64_t months = (int64_t{to.year} - from.year) * 12 + to.month - from.month;
    if (months > 0 && to.day < from.day) --months;
    if (months < 0 && to.day > from.day) ++months;
    return Value(YearsMonthsDuration{months});
}

Value builtin_day_of_year(Evaluator&, const Arguments& arguments) {
    return Value(day_of_year(date_of(arguments[0])));
}
Value builtin_week_of_year(Evaluator&, const Arguments& arguments) {
    return Value(week_of_year(date_of(arguments[0])));
}

Value builtin_day_of_week(Evaluator&, const Arguments& arguments) {
    static constexpr std::string_view kNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
    return Value(kNames[weekday(date_of(arguments[0])) - 1]);
}

Value builtin_month_of_year(Evaluator&, const Arguments& arguments) {
    static constexpr std::string_view kNames[] = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
    return Value(kNames[date_of(arguments[0]).month - 1]);
}

Value builtin_now(Evaluator& evaluator, const Arguments&) {
    return evaluator.context().now;
}
Value builtin_today(Evaluator& evaluator, const Arguments&) {
    return evaluator.context().today;
}

}  // namespace shenbao::feel
