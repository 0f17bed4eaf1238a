// The evaluator's heart: nodes to values.
#include "core/feel/evaluation/evaluator.h"

#include <algorithm>

namespace shenbao::feel {
namespace {

// Locals of all running evaluations (a host function may start another). Its size never changes, so
// references to locals stay good.
constexpr size_t kStackSize = 16384;
struct LocalStack {
    Value* values = nullptr;  // never freed
    size_t used = 0;
};
LocalStack g_stack;

LocalStack& stack() {
    if (g_stack.values == nullptr) g_stack.values = new Value[kStackSize];
    return g_stack;
}

constexpr uint32_t kMaxEvaluationDepth = 900;  // nested nodes; fits in a stack of 1 MB
constexpr unsigned kMaxValueDepth = 200;

}  // namespace

Evaluator::Evaluator(const Program& program, std::span<const Value> variables,
                     const EvaluationContext& context)
    : m_program(program),
      m_variables(variables),
      m_context(context),
      m_base(stack().used),
      m_steps_granted(context.shared_steps == nullptr || *context.shared_steps > context.max_steps
                          ? context.max_steps
                          : static_cast<uint32_t>(*context.shared_steps)),
      m_steps_left(m_steps_granted),
      m_memory_left(context.max_memory) {}

Evaluator::~Evaluator() = default;

Value& Evaluator::local(uint32_t slot) {
    return g_stack.values[m_base + slot];
}

EvaluationResult Evaluator::run(const Value* input) {
    LocalStack& locals = stack();
    EvaluationResult result;
    if (locals.used + m_program.frame_size > kStackSize) {
        result.limit = Limit::Depth;
        result.error = true;
        return result;
    }
    locals.used += m_program.frame_size;
    if (input != nullptr) local(m_program.input_slot) = *input;
    result.value = evaluate(*m_program.root);
    for (size_t i = m_base; i < m_base + m_program.frame_size; ++i) locals.values[i] = Value();
    locals.used = m_base;
    if (m_limit != Limit::None) result.value = Value();
    result.limit = m_limit;
    result.error = m_error || m_limit != Limit::None;
    result.error_offset = m_error_offset;
    result.steps = m_steps_granted - m_steps_left;
    if (uint64_t* shared = m_context.shared_steps) *shared -= std::min<uint64_t>(*shared, result.steps);
    return result;
}

// The body, in a frame of its own.
Value Evaluator::run_function(const FunctionData& function, std::span<const Value> arguments) {
    LocalStack& locals = stack();
    const Node& definition = *function.definition;
    const size_t frame = locals.used;
    if (frame + m_program.frame_size > kStackSize || m_calls >= m_context.max_depth) {
        if (m_limit == Limit::None) m_limit = Limit::Depth;
        return {};
    }
    if (!spend(4 + m_program.frame_size / 4 + function.locals.size() / 4)) return {};
    std::vector<Value> converted(arguments.begin(), arguments.end());
    for (size_t i = 0; i < converted.size(); ++i) {
        const Type& type = definition.parameter_types[i];
        if (converted[i].is_null() || type.is_any() || admits(type, converted[i])) continue;
        if (!convert_argument(converted[i], type_flags(type)) || !admits(type, converted[i])) return error();
    }
    const size_t outer_base = m_base;
    const std::span<const Value> outer_variables = m_variables;
    locals.used += m_program.frame_size;
    m_base = frame;
    m_variables = function.variables;
    std::vector<uint32_t> outer_outside;
    m_outside.swap(outer_outside);  // the slots are those of another frame
    ++m_calls;
    uint32_t slot = 0;
    for (const Value& value : function.locals) local(slot++) = value;
    for (Value& value : converted) local(slot++) = std::move(value);
    Value result = evaluate(*definition.children[0]);
    for (size_t i = frame; i < frame + m_program.frame_size; ++i) locals.values[i] = Value();
    --m_calls;
    m_outside.swap(outer_outside);
    m_base = outer_base;
    m_variables = outer_variables;
    locals.used = frame;
    return result;
}

Value Evaluator::error() {
    if (!m_error && m_current != nullptr) m_error_offset = m_current->offset;
    m_error = true;
    return {};
}

bool Evaluator::spend(uint64_t steps) {
    if (steps <= m_steps_left) {
        m_steps_left -= static_cast<uint32_t>(steps);
        return m_limit == Limit::None;
    }
    m_steps_left = 0;
    if (m_limit == Limit::None) m_limit = Limit::Steps;
    return false;
}

bool Evaluator::reserve(uint64_t bytes) {
    if (bytes <= m_memory_left) {
        m_memory_left -= bytes;
        return spend_bytes(bytes);
    }
    if (m_limit == Limit::None) m_limit = Limit::Memory;
    return false;
}

Value Evaluator::list(std::vector<Value> items) {
    if (!reserve(sizeof(ListData) + items.size() * sizeof(Value))) return {};
    Value value = Value::list(std::move(items));
    if (value.depth() > kMaxValueDepth) {
        m_limit = Limit::Depth;
        return {};
    }
    return value;
}

Value Evaluator::string(std::string_view text) {
    if (!reserve(sizeof(StringData) + text.size())) return {};
    return Value(text);
}

Value Evaluator::context_value(ShapeReference shape, std::vector<Value> values) {
    if (!reserve(sizeof(ContextData) + values.size() * sizeof(Value))) return {};
    Value value = Value::context(shape, std::move(values));
    if (value.depth() > kMaxValueDepth) {
        m_limit = Limit::Depth;
        return {};
    }
    return value;
}

std::optional<int> Evaluator::compare(const Value& left, const Value& right) {
    const uint32_t steps = order_cost(left, right);
    if (steps != 0 && !spend(steps)) return std::nullopt;
    return order(left, right);
}

bool Evaluator::admits(const Type& type, const Value& value) {
    const bool result = type.admits(value, m_steps_left);
    if (m_steps_left == 0) spend(1);
    return result;
}

Truth Evaluator::compare_equal(const Value& left, const Value& right) {
    const Truth result = equal(left, right, m_steps_left);
    if (m_steps_left == 0) spend(1);
    return result;
}

Value Evaluator::evaluate(const Node& node) {
    if (++m_depth > kMaxEvaluationDepth || !spend(1)) {
        if (m_limit == Limit::None) m_limit = Limit::Depth;
        --m_depth;
        return {};
    }
    if (m_unbound) {
        --m_depth;
        return {};
    }
    Value value = evaluate_slowly(node);
    --m_depth;
    return value;
}

Value Evaluator::evaluate_slowly(const Node& node) {
    switch (node.kind) {
        case NodeKind::Literal:
            return node.value;
        case NodeKind::AtLiteral:
            m_current = &node;
            return node.value.is_null() ? error() : node.value;
        case NodeKind::Variable:
        case NodeKind::Local:
        case NodeKind::Path: {
            Value storage;
            const Value& found = look(node, storage);
            return &found == &storage ? std::move(storage) : Value(found);
        }
        case NodeKind::Builtin:
        case NodeKind::Host:
        case NodeKind::Function:
            return function_value(node);
        case NodeKind::UnknownName:
            m_current = &node;
            return error();
        case NodeKind::ItemEntry: {
            if (is_outside(node.slot)) return outside(node, 0);
            const Value& item = local(node.slot);
            if (item.is_context()) {
                if (const Value* found = item.find(node.name)) return *found;
            } else if (node.children.empty() && !item.is_null()) {
                const Value found = property(item, node.name);
                if (!found.is_null()) return found;
            }
            if (!node.children.empty()) return evaluate(*node.children[0]);
            m_current = &node;
            return item.is_context() ? Value() : error();
        }
        case NodeKind::Filter:
            return filter(node);
        case NodeKind::Call:
            return call_node(node);
        case NodeKind::Negate: {
            Value storage;
            const Value& operand = look(*node.children[0], storage);
            m_current = &node;
            return negated(operand);
        }
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::Multiply:
        case NodeKind::Divide:
        case NodeKind::Power:
            return arithmetic(node);
        case NodeKind::Equal:
        case NodeKind::NotEqual:
        case NodeKind::Less:
        case NodeKind::LessEqual:
        case NodeKind::Greater:
        case NodeKind::GreaterEqual:
            return comparison(node);
        case NodeKind::And:
            return logic(node, true);
        case NodeKind::Or:
            return logic(node, false);
        case NodeKind::Between:
            return between(node);
        case NodeKind::In:
            return in(node);
        case NodeKind::InstanceOf: {
            Value storage;
            const Value& value = look(*node.children[0], storage);
            m_current = &node;
            if (node.tested.is_unknown()) return error();
            // Null conforms to every type, but is an instance of its own alone.
            return Value(value.is_null() ? node.tested.is(TypeKind::Null) : admits(node.tested, value));
        }
        case NodeKind::If: {
            Value storage;
            const bool positive = look(*node.children[0], storage).is_true();
            return evaluate(*node.children[positive ? 1 : 2]);
        }
        case NodeKind::For:
        case NodeKind::Some:
        case NodeKind::Every:
            return loop(node);
        case NodeKind::List: {
            std::vector<Value> items;
            items.reserve(node.children.size());
            for (const Node* child : node.children) items.push_back(evaluate(*child));
            return list(std::move(items));
        }
        case NodeKind::Context:
            return context_literal(node);
        case NodeKind::Range:
            return range_literal(node);
        case NodeKind::UnaryRange:
            return unary_range(node);
        case NodeKind::UnaryTests:
            return unary_tests(node);
        case NodeKind::Iteration:
            break;
    }
    return {};
}

Value Evaluator::logic(const Node& node, bool is_and) {
    // Kleene's logic; what is no boolean counts as null.
    Value storage;
    const Value& left = look(*node.children[0], storage);
    if (is_and ? left.is_false() : left.is_true()) return Value(!is_and);
    const bool left_known = left.kind() == Kind::Boolean;
    Value right_storage;
    const Value& right = look(*node.children[1], right_storage);
    if (is_and ? right.is_false() : right.is_true()) return Value(!is_and);
    return left_known && right.kind() == Kind::Boolean ? Value(is_and) : Value();
}

Value Evaluator::context_literal(const Node& node) {
    m_current = &node;
    if ((node.flags & kNegated) != 0) return error();
    std::vector<Value> values;
    values.reserve(node.children.size());
    for (size_t i = 0; i < node.children.size(); ++i) {
        Value& slot = local(node.slot + static_cast<uint32_t>(i));
        slot = evaluate(*node.children[i]);
        values.push_back(slot);
    }
    return context_value(node.shape, std::move(values));
}

}  // namespace shenbao::feel
