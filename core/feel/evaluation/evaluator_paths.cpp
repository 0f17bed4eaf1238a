// Names and paths to values, and the properties of values that are no contexts.
#include "core/feel/checking/checker.h"
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

constexpr int64_t kSecond = 1'000'000'000;

Value number(int64_t value) {
    return Value(Decimal(value));
}

// Absent when a date has no such property.
std::optional<Value> date_property(const Date& date, std::string_view name) {
    if (name == "year") return number(date.year);
    if (name == "month") return number(date.month);
    if (name == "day") return number(date.day);
    if (name == "weekday") return number(weekday(date));
    return std::nullopt;
}

std::optional<Value> time_property(const Time& time, const std::optional<int32_t>& offset,
                                   std::string_view name) {
    const int64_t seconds = time.nanoseconds / kSecond;
    if (name == "hour") return number(seconds / 3600);
    if (name == "minute") return number(seconds / 60 % 60);
    if (name == "second") {
        const int64_t fraction = time.nanoseconds % kSecond;
        if (fraction == 0) return number(seconds % 60);
        return Value((Decimal(seconds % 60) + Decimal::of(fraction, 9)).reduced());
    }
    if (name == "time offset") return offset ? Value(DaysTimeDuration{*offset, 0}) : Value();
    if (name == "timezone")
        return time.zone.kind == Zone::Kind::Named ? Value(zone_name(time.zone.name)) : Value();
    return std::nullopt;
}

std::optional<Value> duration_property(DaysTimeDuration duration, std::string_view name) {
    const bool negative = duration.seconds < 0;
    const int64_t sign = negative ? -1 : 1;
    const int64_t carry = negative && duration.nanoseconds != 0 ? 1 : 0;
    const int64_t seconds = (duration.seconds + carry) * sign;
    if (name == "days") return number(sign * (seconds / 86'400));
    if (name == "hours") return number(sign * (seconds / 3600 % 24));
    if (name == "minutes") return number(sign * (seconds / 60 % 60));
    if (name != "seconds") return std::nullopt;
    const int64_t fraction = carry != 0 ? kSecond - duration.nanoseconds : duration.nanoseconds;
    const Decimal whole = Decimal(seconds % 60) + Decimal::of(fraction, 9);
    return Value(fraction == 0 ? Decimal(sign * (seconds % 60))
                               : (sign < 0 ? whole.negated() : whole).reduced());
}

std::optional<Value> range_property(const RangeData& range, std::string_view name) {
    if (name == "start") return range.low;
    if (name == "end") return range.high;
    if (name == "start included") return Value(range.low_closed);
    if (name == "end included") return Value(range.high_closed);
    return std::nullopt;
}

}  // namespace

std::span<const Property> properties() {
    using enum TypeKind;
    static constexpr Property kAll[] = {
        {"year", Date, Number},
        {"month", Date, Number},
        {"day", Date, Number},
        {"weekday", Date, Number},
        {"year", DateTime, Number},
        {"month", DateTime, Number},
        {"day", DateTime, Number},
        {"weekday", DateTime, Number},
        {"hour", DateTime, Number},
        {"minute", DateTime, Number},
        {"second", DateTime, Number},
        {"time offset", DateTime, DaysTime},
        {"timezone", DateTime, String},
        {"hour", Time, Number},
        {"minute", Time, Number},
        {"second", Time, Number},
        {"time offset", Time, DaysTime},
        {"timezone", Time, String},
        {"years", YearsMonths, Number},
        {"months", YearsMonths, Number},
        {"days", DaysTime, Number},
        {"hours", DaysTime, Number},
        {"minutes", DaysTime, Number},
        {"seconds", DaysTime, Number},
        {"start", Range, Any},
        {"end", Range, Any},
        {"start included", Range, Boolean},
        {"end included", Range, Boolean},
    };
    return kAll;
}

Value Evaluator::property(const Value& base, std::string_view name) {
    std::optional<Value> found;
    if (!spend(2 + order_cost(base, base))) return {};
    switch (base.kind()) {
        case Kind::Date:
            found = date_property(*base.as_date(), name);
            break;
        case Kind::Time:
            found = time_property(*base.as_time(), utc_offset(*base.as_time()), name);
            break;
        case Kind::DateTime: {
            const DateTime& moment = *base.as_date_time();
            found = date_property(moment.date, name);
            if (!found) found = time_property(moment.time, utc_offset(moment), name);
            break;
        }
        case Kind::YearsMonths:
            if (name == "years") found = number(base.as_years_months()->months / 12);
            if (name == "months") found = number(base.as_years_months()->months % 12);
            break;
        case Kind::DaysTime:
            found = duration_property(*base.as_days_time(), name);
            break;
        case Kind::Range:
            found = range_property(*base.as_range(), name);
            break;
        default:
            break;
    }
    return found ? *found : error();
}

const Value& Evaluator::look(const Node& node, Value& storage) {
    switch (node.kind) {
        case NodeKind::Literal:
            return node.value;
        case NodeKind::Variable:
            if (node.slot < m_variables.size()) return m_variables[node.slot];
            break;
        case NodeKind::Local:
            if (!is_outside(node.slot)) return local(node.slot);
            storage = outside(node, 0);
            return storage;
        case NodeKind::Path: {
            if (!spend(1)) break;
            if ((node.flags & kImplicitItem) != 0 && is_outside(node.slot)) {
                storage = outside(node, 1);
                return storage;
            }
            Value base_storage;
            const Value& base = look(*node.children[0], base_storage);
            m_current = &node;
            const Value& found = entry(node, base, node.name, storage);
            if (&base == &base_storage && &found != &storage) storage = found;  // lies inside what ends here
            return &base == &base_storage ? storage : found;
        }
        default:
            storage = evaluate(node);
            return storage;
    }
    storage = Value();
    return storage;
}

// base.name, with the place where it was found last time tried first.
const Value& Evaluator::entry(const Node& node, const Value& base, std::string_view name, Value& storage) {
    if (const ContextData* data = base.context_data()) {
        const Shape* shape = data->shape.get();
        if (shape != node.seen_shape.get()) {
            node.seen_shape = data->shape;
            node.seen_slot = shape->find(name);
        }
        if (node.seen_slot >= 0) return data->values[static_cast<size_t>(node.seen_slot)];
        storage = error();
        return storage;
    }
    storage = base.is_list() ? projected(node, base) : property(base, name);
    return storage;
}

// [{a: 1}, {a: 2}].a
Value Evaluator::projected(const Node& node, const Value& list_value) {
    std::vector<Value> items;
    const std::span<const Value> from = list_value.items();
    if (!spend(from.size())) return {};
    items.reserve(from.size());
    for (const Value& item : from) {
        Value storage;
        const bool absent = item.is_null() || (item.is_context() && item.find(node.name) == nullptr);
        items.push_back(absent ? Value() : entry(node, item, node.name, storage));
    }
    return list(std::move(items));
}

}  // namespace shenbao::feel
