// Evaluates a tree; for core/feel only.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/feel/tree/builtins.h"
#include "core/feel/tree/limits.h"
#include "core/feel/tree/syntax.h"

namespace shenbao::feel {

class Evaluator {
  public:
    Evaluator(const Program& program, std::span<const Value> variables, const EvaluationContext& context);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    EvaluationResult run(const Value* input);

    // For the built-in functions.
    const EvaluationContext& context() const { return m_context; }
    // Notes that something counts as null because it is an error.
    Value error();
    // Null and false once a limit is exceeded.
    bool spend(uint64_t steps);
    // Memory, and the steps it takes to fill.
    bool reserve(uint64_t bytes);
    // For reading text, or skipping through it.
    bool spend_bytes(uint64_t bytes) { return spend(bytes / 64); }
    bool is_stopped() const { return m_limit != Limit::None; }
    uint32_t& steps_left() { return m_steps_left; }
    Value list(std::vector<Value> items);
    Value string(std::string_view text);
    Value context_value(ShapeReference shape, std::vector<Value> values);
    Value call(const Value& function, std::span<const Value> arguments);
    // `=`, with the steps it takes.
    Truth compare_equal(const Value& left, const Value& right);
    // order(), with the steps it takes.
    std::optional<int> compare(const Value& left, const Value& right);
    // value in range; null when they have no order.
    Truth contains(const RangeData& range, const Value& value);
    Value range(Value low, bool low_closed, Value high, bool high_closed);

  private:
    Value evaluate(const Node& node);
    Value evaluate_slowly(const Node& node);
    // The value without a copy where it already lies somewhere; `storage` keeps it otherwise.
    const Value& look(const Node& node, Value& storage);
    const Value& entry(const Node& node, const Value& base, std::string_view name, Value& storage);
    Value property(const Value& base, std::string_view name);
    Value projected(const Node& node, const Value& list);
    Value arithmetic(const Node& node);
    Value negated(const Value& value);
    Value comparison(const Node& node);
    Value logic(const Node& node, bool is_and);
    Value between(const Node& node);
    Truth lies_between(const Value& low, bool low_closed, const Value& value, const Value& high,
                       bool high_closed);
    Value in(const Node& node);
    Truth passes(const Value& value, const Node& test, bool any_condition);
    Truth satisfies(const Value& value, const Value& test, bool top);
    Value filter(const Node& node);
    std::optional<Value> own_value(const Node& filter);
    bool is_outside(uint32_t slot) const;
    Value outside(const Node& node, size_t meaning);
    Value loop(const Node& node);
    bool iterate(const Node& node, size_t variable, Value& result);
    bool step(const Node& node, size_t variable, Value& result);
    bool iterate_range(const Node& node, size_t variable, const Value& first, const Value& last,
                       Value& result);
    Value context_literal(const Node& node);
    Value range_literal(const Node& node);
    Value unary_range(const Node& node);
    Value function_value(const Node& node);
    Value call_node(const Node& node);
    Value call_by_name(const Value& function, std::span<const std::string> names,
                       std::span<const Value> arguments);
    Value call_builtin(const Builtin& builtin, const Node& node);
    Value run_host(const HostFunction& host, std::span<const Value> arguments);
    Value call_host(const HostFunction& host, const Node& node);
    bool admits(const Type& type, const Value& value);
    Value run_function(const FunctionData& function, std::span<const Value> arguments);
    // Of a positional call the first list of parameters, from arguments.signature on, that takes the values.
    Value finish_builtin(const Builtin& builtin, Arguments& arguments, bool positional);
    Value call_defined(const FunctionData& function, std::span<const Value> arguments);
    Value call_builtin_value(const Builtin& builtin, std::span<const Value> arguments);
    Value unary_tests(const Node& node);
    Value& local(uint32_t slot);

    const Program& m_program;
    std::span<const Value> m_variables;
    const EvaluationContext& m_context;
    size_t m_base = 0;  // of the current frame in the stack of locals
    uint32_t m_steps_granted;
    uint32_t m_steps_left;
    uint64_t m_memory_left;
    uint32_t m_depth = 0;
    uint32_t m_calls = 0;
    // Filters whose conditions are evaluated as if they stood outside, by the slots of their items.
    std::vector<uint32_t> m_outside;
    bool m_unbound = false;  // a name was met that means nothing there
    const Node* m_current = nullptr;
    Limit m_limit = Limit::None;
    bool m_error = false;
    uint32_t m_error_offset = 0;
};

constexpr uint32_t kLogarithmSteps = 1500;  // of a logarithm, an exponential

// Operators on values (arithmetic.cpp); null with a note for kinds they are not made for.
Value add(Evaluator& evaluator, const Value& left, const Value& right);
Value subtract(Evaluator& evaluator, const Value& left, const Value& right);
Value multiply(Evaluator& evaluator, const Value& left, const Value& right);
Value divide(Evaluator& evaluator, const Value& left, const Value& right);
Value power(Evaluator& evaluator, const Value& left, const Value& right);

}  // namespace shenbao::feel
