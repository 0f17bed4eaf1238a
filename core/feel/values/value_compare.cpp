// Equality and order of values.
#include <algorithm>

#include "core/feel/values/objects.h"

namespace shenbao::feel {
namespace {

constexpr uint32_t kNamedZoneSteps = 24;

template <typename T>
int three_way(const T& left, const T& right) {
    return left < right ? -1 : right < left ? 1 : 0;
}

// Times are the same when they differ by less than a millisecond. DMN 1.5 takes them from XML Schema
// (10.3.2.3.4), which asks no processor for more than milliseconds; the conformance kit and the other engines
// compare so, and a rule must not find another answer here. `<` agrees, lest a = b and a < b. The function
// is() and durations, which are numbers of seconds, stay exact.
int64_t milliseconds(int64_t nanoseconds) {
    return nanoseconds / 1'000'000;
}

// Milliseconds since midnight UTC. Local times stay as they are.
int64_t time_value(const Time& time) {
    return milliseconds(time.nanoseconds) - int64_t{1000} * utc_offset(time).value_or(0);
}

bool is_local(const Zone& zone) {
    return zone.kind == Zone::Kind::Local;
}

// A time without a zone is compared in the zone of the other (table 54): clock with clock, also where a named
// zone skips or repeats an hour.
int compare(const Time& left, const Time& right) {
    if (is_local(left.zone) != is_local(right.zone))
        return three_way(milliseconds(left.nanoseconds), milliseconds(right.nanoseconds));
    return three_way(time_value(left), time_value(right));
}

int compare(DateTime left, DateTime right) {
    if (is_local(left.time.zone) != is_local(right.time.zone)) left.time.zone = right.time.zone = Zone();
    const int seconds = three_way(epoch_seconds(left), epoch_seconds(right));
    if (seconds != 0) return seconds;
    return three_way(milliseconds(left.time.nanoseconds) % 1000, milliseconds(right.time.nanoseconds) % 1000);
}

int compare(const Date& left, const Date& right) {
    if (left.year != right.year) return three_way(left.year, right.year);
    if (left.month != right.month) return three_way(left.month, right.month);
    return three_way(left.day, right.day);
}

int compare(DaysTimeDuration left, DaysTimeDuration right) {
    const int seconds = three_way(left.seconds, right.seconds);
    return seconds != 0 ? seconds : three_way(left.nanoseconds, right.nanoseconds);
}

// Equality lends no zone (table 53).
bool same_zone_form(const Value& left, const Value& right) {
    if (const Time* time = left.as_time()) return is_local(time->zone) == is_local(right.as_time()->zone);
    const DateTime* moment = left.as_date_time();
    return moment == nullptr || is_local(moment->time.zone) == is_local(right.as_date_time()->time.zone);
}

Truth truth(bool value) {
    return value ? Truth::True : Truth::False;
}

void charge(uint32_t& budget, uint64_t steps) {
    budget = steps < budget ? budget - static_cast<uint32_t>(steps) : 0;
}

bool is_named(const Value& value) {
    const DateTime* moment = value.as_date_time();
    return moment != nullptr && moment->time.zone.kind == Zone::Kind::Named;
}

Truth all_equal(std::span<const Value> left, std::span<const Value> right, uint32_t& budget) {
    if (left.size() != right.size()) return Truth::False;
    for (size_t i = 0; i < left.size(); ++i) {
        if (equal(left[i], right[i], budget) != Truth::True) return budget == 0 ? Truth::Null : Truth::False;
    }
    return Truth::True;
}

Truth equal_contexts(const Value& left, const Value& right, uint32_t& budget) {
    if (left.shape() == right.shape()) return all_equal(left.values(), right.values(), budget);
    if (left.values().size() != right.values().size()) return Truth::False;
    for (size_t i = 0; i < left.values().size(); ++i) {
        const Value* other = right.find(left.shape()->key(i));
        charge(budget, 1 + left.shape()->key(i).size() / 16);
        if (other == nullptr) return Truth::False;
        if (equal(left.values()[i], *other, budget) != Truth::True)
            return budget == 0 ? Truth::Null : Truth::False;
    }
    return Truth::True;
}

Truth equal_ranges(const RangeData& left, const RangeData& right, uint32_t& budget) {
    if (left.low_closed != right.low_closed || left.high_closed != right.high_closed ||
        left.form != right.form) {
        return Truth::False;
    }
    const Truth low = equal(left.low, right.low, budget);
    return low == Truth::True ? equal(left.high, right.high, budget) : low;
}

}  // namespace

uint32_t order_cost(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return 0;
    if (left.is_string())
        return static_cast<uint32_t>(std::min(left.as_string().size(), right.as_string().size()) / 64);
    // The rules of a zone are walked through.
    return (is_named(left) ? kNamedZoneSteps : 0) + (is_named(right) ? kNamedZoneSteps : 0);
}

std::optional<int> order(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return std::nullopt;
    switch (left.kind()) {
        case Kind::Number: {
            const auto result = *left.as_number() <=> *right.as_number();
            return result < 0 ? -1 : result > 0 ? 1 : 0;
        }
        case Kind::String: {
            // Bytes of UTF-8 are in the order of the code points.
            const int result = left.as_string().compare(right.as_string());
            return result < 0 ? -1 : result > 0 ? 1 : 0;
        }
        case Kind::Date:
            return compare(*left.as_date(), *right.as_date());
        case Kind::Time:
            return compare(*left.as_time(), *right.as_time());
        case Kind::DateTime:
            return compare(*left.as_date_time(), *right.as_date_time());
        case Kind::YearsMonths:
            return three_way(left.as_years_months()->months, right.as_years_months()->months);
        case Kind::DaysTime:
            return compare(*left.as_days_time(), *right.as_days_time());
        default:
            return std::nullopt;
    }
}

Truth equal(const Value& left, const Value& right, uint32_t& budget) {
    if (budget == 0) return Truth::Null;
    --budget;
    if (left.is_null() || right.is_null()) return truth(left.is_null() && right.is_null());
    if (left.kind() != right.kind()) return Truth::Null;
    switch (left.kind()) {
        case Kind::Boolean:
            return truth(*left.as_boolean() == *right.as_boolean());
        case Kind::String:
            if (left.as_string().size() != right.as_string().size()) return Truth::False;
            charge(budget, left.as_string().size() / 64);
            return truth(left.as_string() == right.as_string());
        case Kind::List:
            if (left.list_data() == right.list_data()) return Truth::True;
            return all_equal(left.items(), right.items(), budget);
        case Kind::Context:
            if (left.context_data() == right.context_data()) return Truth::True;
            return equal_contexts(left, right, budget);
        case Kind::Range:
            return equal_ranges(*left.as_range(), *right.as_range(), budget);
        case Kind::Function:
            return truth(left.as_function() == right.as_function());
        default:
            charge(budget, order_cost(left, right));
            return truth(order(left, right) == 0 && same_zone_form(left, right));
    }
}

bool identical(const Value& left, const Value& right, uint32_t& budget) {
    if (const Time* time = left.as_time()) {
        const Time* other = right.as_time();
        return other != nullptr && time->nanoseconds == other->nanoseconds && time->zone == other->zone;
    }
    if (const DateTime* moment = left.as_date_time()) {
        const DateTime* other = right.as_date_time();
        return other != nullptr && moment->date == other->date &&
               moment->time.nanoseconds == other->time.nanoseconds && moment->time.zone == other->time.zone;
    }
    return left.kind() == right.kind() && equal(left, right, budget) == Truth::True;
}

bool operator==(const Value& left, const Value& right) {
    return left.equals(right, UINT32_MAX);
}

bool Value::equals(const Value& other, uint32_t steps) const {
    return kind() == other.kind() && equal(*this, other, steps) == Truth::True;
}

}  // namespace shenbao::feel
