// Comparisons, ranges and tests.
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {

Value Evaluator::comparison(const Node& node) {
    Value left_storage, right_storage;
    const Value& left = look(*node.children[0], left_storage);
    const Value& right = look(*node.children[1], right_storage);
    m_current = &node;
    if (node.kind == NodeKind::Equal || node.kind == NodeKind::NotEqual) {
        const Truth truth = compare_equal(left, right);
        if (truth == Truth::Null) return error();
        return Value((truth == Truth::True) == (node.kind == NodeKind::Equal));
    }
    const std::optional<int> relation = compare(left, right);
    if (!relation) return left.is_null() || right.is_null() ? Value() : error();
    switch (node.kind) {
        case NodeKind::Less:
            return Value(*relation < 0);
        case NodeKind::LessEqual:
            return Value(*relation <= 0);
        case NodeKind::Greater:
            return Value(*relation > 0);
        default:
            return Value(*relation >= 0);
    }
}

// low <= value and value <= high, in the logic of `and`; without `=` where an end is open.
Truth Evaluator::lies_between(const Value& low, bool low_closed, const Value& value, const Value& high,
                              bool high_closed) {
    const std::optional<int> above = compare(low, value), below = compare(value, high);
    if (above && (*above > 0 || (*above == 0 && !low_closed))) return Truth::False;
    if (below && (*below > 0 || (*below == 0 && !high_closed))) return Truth::False;
    return above && below ? Truth::True : Truth::Null;
}

Value Evaluator::between(const Node& node) {
    Value a, b, c;
    const Value& value = look(*node.children[0], a);
    const Value& low = look(*node.children[1], b);
    const Value& high = look(*node.children[2], c);
    m_current = &node;
    const Truth truth = lies_between(low, true, value, high, true);
    return truth == Truth::Null ? error() : Value(truth == Truth::True);
}

Truth Evaluator::contains(const RangeData& range, const Value& value) {
    using Form = RangeData::Form;
    if (range.form == Form::Is || range.form == Form::IsNot) {
        const Truth same = compare_equal(value, range.low);
        if (range.form == Form::Is || same == Truth::Null) return same;
        return same == Truth::True ? Truth::False : Truth::True;
    }
    if (range.form == Form::Interval)
        return lies_between(range.low, range.low_closed, value, range.high, range.high_closed);
    const bool is_low = range.form == Form::Above;
    const std::optional<int> relation = is_low ? compare(range.low, value) : compare(value, range.high);
    if (!relation) return Truth::Null;
    const bool closed = is_low ? range.low_closed : range.high_closed;
    return *relation < 0 || (*relation == 0 && closed) ? Truth::True : Truth::False;
}

// Does the value satisfy the test's value: equal to it, in its range, or so for one of its items?
Truth Evaluator::satisfies(const Value& value, const Value& test, bool top) {
    if (!spend(1)) return Truth::Null;
    if (const RangeData* data = test.as_range()) {
        if (!value.as_range()) return contains(*data, value);
        return compare_equal(value, test);
    }
    if (test.is_list() && top) {
        if (value.is_list() && compare_equal(value, test) == Truth::True) return Truth::True;
        bool unknown = false;
        for (const Value& item : test.items()) {
            const Truth truth = satisfies(value, item, false);
            if (truth == Truth::True) return truth;
            unknown = unknown || (truth == Truth::Null && value.kind() == item.kind());
        }
        return unknown ? Truth::Null : Truth::False;
    }
    return compare_equal(value, test);
}

// Does the value pass the test, which may be a condition: one that names it `?`, or, of what is no boolean
// itself, any?
Truth Evaluator::passes(const Value& value, const Node& test, bool any_condition) {
    if (test.kind == NodeKind::Range && !value.as_range()) {
        // Two comparisons (table 55), also where the ends would make no range.
        Value low, high;
        const Value& from = look(*test.children[0], low);
        const Value& to = look(*test.children[1], high);
        return lies_between(from, (test.flags & kLowClosed) != 0, value, to, (test.flags & kHighClosed) != 0);
    }
    Value storage;
    const Value& result = look(test, storage);
    if (any_condition && result.is_true() && value.kind() != Kind::Boolean) return Truth::True;
    if ((test.flags & kUsesInput) == 0) return satisfies(value, result, true);
    if (result.is_null()) return Truth::Null;
    for (const Value& item : result.items()) {  // [? < 10, 20]
        if (!spend(1)) return Truth::Null;
        if (item.is_true() && value.kind() != Kind::Boolean) return Truth::True;
    }
    if (const bool* truth = result.as_boolean()) return *truth ? Truth::True : Truth::False;
    return satisfies(value, result, true);
}

Value Evaluator::in(const Node& node) {
    Value storage;
    const Value& value = look(*node.children[0], storage);
    bool unknown = false;
    for (size_t i = 1; i < node.children.size(); ++i) {
        if ((node.children[i]->flags & kUsesInput) != 0) local(node.slot) = value;
        const Truth truth = passes(value, *node.children[i], false);
        if (truth == Truth::True) return Value(true);
        unknown = unknown || truth == Truth::Null;
    }
    m_current = &node;
    return unknown ? error() : Value(false);
}

Value Evaluator::unary_tests(const Node& node) {
    bool unknown = false, satisfied = node.children.empty();
    const Value input = local(node.slot);
    for (const Node* child : node.children) {
        const Truth truth = passes(input, *child, child->kind != NodeKind::Literal);
        if (truth == Truth::True) {
            satisfied = true;
            break;
        }
        unknown = unknown || truth == Truth::Null;
    }
    if (!satisfied && unknown) return {};
    return Value(satisfied != ((node.flags & kNegated) != 0));
}

Value Evaluator::range(Value low, bool low_closed, Value high, bool high_closed) {
    if (!reserve(sizeof(RangeData))) return {};
    // Ends of one kind, in order (10.3.2.7).
    if (!low.is_null() && !high.is_null() && compare(low, high).value_or(1) > 0) return error();
    return Value::range(std::move(low), low_closed, std::move(high), high_closed);
}

Value Evaluator::range_literal(const Node& node) {
    Value low = evaluate(*node.children[0]);
    Value high = evaluate(*node.children[1]);
    m_current = &node;
    return range(std::move(low), (node.flags & kLowClosed) != 0, std::move(high),
                 (node.flags & kHighClosed) != 0);
}

Value Evaluator::unary_range(const Node& node) {
    Value end = evaluate(*node.children[0]);
    if (!reserve(sizeof(RangeData))) return {};
    using Form = RangeData::Form;
    const bool closed = node.operation == NodeKind::LessEqual || node.operation == NodeKind::GreaterEqual ||
                        node.operation == NodeKind::Equal;
    Form form = Form::IsNot;
    switch (node.operation) {
        case NodeKind::Less:
        case NodeKind::LessEqual:
            form = Form::Below;
            break;
        case NodeKind::Greater:
        case NodeKind::GreaterEqual:
            form = Form::Above;
            break;
        case NodeKind::Equal:
            form = Form::Is;
            break;
        default:
            break;
    }
    Value low = form == Form::Below ? Value() : end;
    Value high = form == Form::Above ? Value() : end;
    Value value = Value::range(std::move(low), closed && form != Form::Below, std::move(high),
                               closed && form != Form::Above);
    const_cast<RangeData*>(value.as_range())->form = form;
    return value;
}

}  // namespace shenbao::feel
