// Filters, for, some, every.
#include <utility>

#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {

bool Evaluator::is_outside(uint32_t slot) const {
    for (const uint32_t other : m_outside) {
        if (other == slot) return true;
    }
    return false;
}

Value Evaluator::outside(const Node& node, size_t meaning) {
    if (meaning < node.children.size()) return evaluate(*node.children[meaning]);
    m_unbound = true;
    return {};
}

// The value of a filter's condition by itself, without the items' names; absent when it needs them.
std::optional<Value> Evaluator::own_value(const Node& filter) {
    const Node& condition = *filter.children[1];
    if ((filter.flags & kUsesItem) == 0) return evaluate(condition);
    const bool unbound = m_unbound, error = m_error;
    m_outside.push_back(filter.slot);
    Value value = evaluate(condition);
    m_outside.pop_back();
    const bool known = !m_unbound;
    m_unbound = unbound;
    if (known && value.as_number() != nullptr) return value;
    m_error = error;
    return std::nullopt;
}

Value Evaluator::filter(const Node& node) {
    Value storage;
    const Value base = look(*node.children[0], storage);
    if (base.is_null()) return {};
    const std::span<const Value> items = base.is_list() ? base.items() : std::span<const Value>(&base, 1);
    const Node& condition = *node.children[1];
    m_current = &node;
    const auto at = [&](const Decimal& position) -> Value {
        const std::optional<int64_t> index = position.to_int64();
        const int64_t size = static_cast<int64_t>(items.size());
        if (!index || *index == 0 || *index > size || *index < -size) return {};
        return items[static_cast<size_t>(*index > 0 ? *index - 1 : size + *index)];
    };
    if ((node.flags & kMayBeIndex) != 0) {
        // A number is a position (table 68). It cannot depend on the items.
        const std::optional<Value> own = own_value(node);
        m_current = &node;
        if (m_limit != Limit::None) return {};
        if (own && own->as_number() != nullptr) return at(*own->as_number());
        if (own && own->kind() != Kind::Boolean && !own->is_null()) return error();
        if (own) return own->is_true() ? (base.is_list() ? base : list({base})) : list({});
    }
    std::vector<Value> kept;
    for (const Value& item : items) {
        if (!spend(1)) return {};
        local(node.slot) = item;
        Value condition_storage;
        const Value& holds = look(condition, condition_storage);
        if (holds.is_true()) kept.push_back(item);
        if (m_limit != Limit::None) return {};
        m_current = &node;
        if (holds.kind() != Kind::Boolean && !holds.is_null()) return error();
    }
    return list(std::move(kept));
}

Value Evaluator::loop(const Node& node) {
    const bool is_for = node.kind == NodeKind::For;
    Value result;
    Value& partial = local(node.slot + static_cast<uint32_t>(node.names.size()));
    if (is_for) {
        partial = Value::list({});
    } else {
        result = Value(node.kind == NodeKind::Every);
    }
    if (!iterate(node, 0, result)) return m_limit == Limit::None ? error() : Value();
    return is_for ? std::exchange(partial, Value()) : result;
}

// Runs the variable through its values. False: an error, the whole is null.
bool Evaluator::iterate(const Node& node, size_t variable, Value& result) {
    const Node& iteration = *node.children[variable];
    const Value first = evaluate(*iteration.children[0]);
    m_current = &iteration;
    if (iteration.children.size() == 2) {
        const Value last = evaluate(*iteration.children[1]);
        m_current = &iteration;
        return iterate_range(node, variable, first, last, result);
    }
    if (first.is_null()) return false;
    if (const RangeData* range = first.as_range()) {
        // A range in brackets is iterated upwards only, and needs both ends in it.
        if (range->form != RangeData::Form::Interval || order(range->low, range->high).value_or(1) > 0)
            return false;
        Value low = range->low, high = range->high;
        if (!range->low_closed)
            low = add(*this, low, low.as_number() != nullptr ? Value(1) : Value(DaysTimeDuration{86'400, 0}));
        if (!range->high_closed) {
            high = subtract(*this, high,
                            high.as_number() != nullptr ? Value(1) : Value(DaysTimeDuration{86'400, 0}));
        }
        if (order(low, high).value_or(-1) > 0) return true;
        return iterate_range(node, variable, low, high, result);
    }
    const std::span<const Value> items = first.is_list() ? first.items() : std::span<const Value>(&first, 1);
    for (const Value& item : items) {
        local(node.slot + static_cast<uint32_t>(variable)) = item;
        if (!step(node, variable, result)) return false;
    }
    return true;
}

bool Evaluator::iterate_range(const Node& node, size_t variable, const Value& first, const Value& last,
                              Value& result) {
    Value& slot = local(node.slot + static_cast<uint32_t>(variable));
    if (first.as_number() != nullptr && last.as_number() != nullptr) {
        const std::optional<int64_t> from = first.as_number()->to_int64(), to = last.as_number()->to_int64();
        if (!from || !to) return false;
        const int64_t direction = *from <= *to ? 1 : -1;
        for (int64_t i = *from;; i += direction) {
            slot = Value(Decimal(i));
            if (!step(node, variable, result)) return false;
            if (i == *to) return true;
        }
    }
    const Date* from = first.as_date();
    const Date* to = last.as_date();
    if (from == nullptr || to == nullptr) return false;
    const int64_t end = days_since_epoch(*to);
    int64_t day = days_since_epoch(*from);
    const int64_t direction = day <= end ? 1 : -1;
    for (;; day += direction) {
        slot = Value(date_from_days(day).value_or(Date()));
        if (!step(node, variable, result)) return false;
        if (day == end) return true;
    }
}

// The next variable's loop, or one value of the result.
bool Evaluator::step(const Node& node, size_t variable, Value& result) {
    if (!spend(1)) return false;
    if (variable + 1 < node.names.size()) return iterate(node, variable + 1, result);
    // some is `or` over all, every is `and`; the answer stands once it cannot change.
    const bool decisive = node.kind == NodeKind::Some;
    if (node.kind != NodeKind::For && (decisive ? result.is_true() : result.is_false())) return true;
    Value storage;
    const Value& value = look(*node.children.back(), storage);
    if (m_limit != Limit::None) return false;
    if (node.kind == NodeKind::For) {
        Value item = value;
        Value& partial = local(node.slot + static_cast<uint32_t>(node.names.size()));
        if (partial.unique_list() == nullptr) {  // the body has kept it: what it kept must not change
            const std::span<const Value> items = partial.items();
            partial = list(std::vector<Value>(items.begin(), items.end()));
        }
        ListData* data = partial.unique_list();
        if (data == nullptr || !reserve(sizeof(Value))) return false;
        data->depth = data->depth > item.depth() ? data->depth : item.depth() + 1;
        if (data->depth > 200) {
            m_limit = Limit::Depth;
            return false;
        }
        data->items.push_back(std::move(item));
        return true;
    }
    if (decisive ? value.is_true() : value.is_false()) {
        result = Value(decisive);
    } else if (value.kind() != Kind::Boolean) {
        result = Value();
    }
    return true;
}

}  // namespace shenbao::feel
