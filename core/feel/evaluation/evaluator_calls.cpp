// Functions as values, and their calls.
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

// Takes single items only; under its name the only one.
bool collects(const Parameter& parameter) {
    constexpr uint16_t kCollects = kVariadic | kNullable;
    return (parameter.flags & kCollects) == kCollects;
}

// Positional arguments, the first `given` bits: all that are required and no more than there are.
bool has_room(const std::vector<Parameter>& parameters, uint32_t given) {
    if (given >> parameters.size() != 0) return false;
    for (size_t i = 0; i < parameters.size(); ++i) {
        if ((given >> i & 1) == 0 && (parameters[i].flags & kOptional) == 0) return false;
    }
    return true;
}

// Converts the arguments to the kinds of the parameters; false, and none converted, when one has no such
// kind.
bool take(const std::vector<Parameter>& parameters, Arguments& arguments) {
    Value converted[kMaxParameters];
    uint32_t changed = 0;
    for (size_t i = 0; i < parameters.size(); ++i) {
        const Value& value = arguments[i];
        const uint16_t flags = parameters[i].flags;
        if ((flags & kind_flag(value.kind())) != 0) continue;
        if (value.is_null()) {
            if (arguments.has(i) || (flags & kOptional) == 0) return false;
            continue;
        }
        converted[i] = value;
        if (!convert_argument(converted[i], flags)) return false;
        changed |= 1u << i;
    }
    for (size_t i = 0; changed >> i != 0; ++i) {
        if ((changed >> i & 1) != 0) arguments.values[i] = std::move(converted[i]);
    }
    return true;
}

// Named arguments in the order of the parameters' names, null where none is given; `given` is 0 when a name
// is unknown or given twice.
std::vector<Value> ordered(std::span<const std::string> names, std::span<const Value> arguments,
                           const std::vector<std::string_view>& parameters, uint32_t& given) {
    std::vector<Value> values(parameters.size());
    std::vector<bool> seen(parameters.size());
    given = 0;
    for (size_t i = 0; i < names.size(); ++i) {
        size_t parameter = 0;
        while (parameter < parameters.size() && parameters[parameter] != names[i]) ++parameter;
        if (parameter == parameters.size() || seen[parameter]) return values;
        seen[parameter] = true;
        values[parameter] = arguments[i];
    }
    for (size_t i = 0; i < seen.size(); ++i) given |= seen[i] ? 1u << (i < 31 ? i : 31) : 0;
    return values;
}

}  // namespace

Value Evaluator::function_value(const Node& node) {
    // Its body may name the item, and is evaluated in a frame of its own.
    if (node.kind == NodeKind::Function && !m_outside.empty()) m_unbound = true;
    auto* data = new FunctionData;
    if (node.kind == NodeKind::Builtin) {
        data->origin = FunctionData::Origin::Builtin;
        data->builtin = static_cast<uint16_t>(node.slot);
    } else {
        data->program = m_program.shared_from_this();
    }
    if (node.kind == NodeKind::Host) {
        data->origin = FunctionData::Origin::Host;
        data->host = node.slot;
    } else if (node.kind == NodeKind::Function) {
        data->origin = FunctionData::Origin::Defined;
        data->definition = &node;
        data->variables.assign(m_variables.begin(), m_variables.end());
        for (uint32_t slot = 0; slot < node.slot; ++slot) data->locals.push_back(local(slot));
        unsigned depth = 0;
        for (const Value& value : data->variables) depth = value.depth() > depth ? value.depth() : depth;
        for (const Value& value : data->locals) depth = value.depth() > depth ? value.depth() : depth;
        data->depth = depth + 1;
        reserve(sizeof(FunctionData) + (data->variables.size() + data->locals.size()) * sizeof(Value));
    }
    Value value = Value::adopt(Kind::Function, data);
    if (data->depth > 200) {
        m_limit = Limit::Depth;
        return {};
    }
    return value;
}

Value Evaluator::call_node(const Node& node) {
    const Node& callee = *node.children[0];
    if (node.resolved) {
        return callee.kind == NodeKind::Builtin ? call_builtin(builtins()[callee.slot], node)
                                                : call_host(m_program.hosts[callee.slot], node);
    }
    m_current = &node;
    if (callee.kind == NodeKind::Builtin || callee.kind == NodeKind::Host)
        return error();  // no such parameters
    const Value function = evaluate(callee);
    m_current = &node;
    const FunctionData* data = function.as_function();
    if (data == nullptr) return error();
    std::vector<Value> arguments;
    for (size_t i = 1; i < node.children.size(); ++i) arguments.push_back(evaluate(*node.children[i]));
    m_current = &node;
    return node.names.empty() ? call(function, arguments) : call_by_name(function, node.names, arguments);
}

Value Evaluator::call_by_name(const Value& function, std::span<const std::string> names,
                              std::span<const Value> arguments) {
    const FunctionData& data = *function.as_function();
    std::vector<std::string_view> parameters;
    uint32_t given = 0;
    if (data.origin == FunctionData::Origin::Builtin) {
        const Builtin& builtin = builtins()[data.builtin];
        for (size_t s = 0; s < builtin.signatures.size(); ++s) {
            const std::vector<Parameter>& signature = builtin.signatures[s];
            parameters.clear();
            for (const Parameter& parameter : signature) parameters.push_back(parameter.name);
            std::vector<Value> values = ordered(names, arguments, parameters, given);
            for (size_t i = 0; i < values.size(); ++i) {
                if (collects(signature[i])) values[i] = list(std::vector<Value>(1, values[i]));
            }
            Arguments bound{values.data(), 0, given, static_cast<uint8_t>(s)};
            if (given != 0 && take(signature, bound)) return finish_builtin(builtin, bound, false);
        }
        return error();
    }
    if (data.origin == FunctionData::Origin::Host) {
        for (const auto& [name, type] : data.program->hosts[data.host].parameters) parameters.push_back(name);
    } else {
        parameters.assign(data.definition->names.begin(), data.definition->names.end());
    }
    const std::vector<Value> values = ordered(names, arguments, parameters, given);
    return given != 0 ? call(function, values) : error();
}

Value Evaluator::call(const Value& function, std::span<const Value> arguments) {
    const FunctionData* data = function.as_function();
    if (data == nullptr) return error();
    switch (data->origin) {
        case FunctionData::Origin::Builtin:
            return call_builtin_value(builtins()[data->builtin], arguments);
        case FunctionData::Origin::Host: {
            const HostFunction& host = data->program->hosts[data->host];
            if (arguments.size() != host.parameters.size()) return error();
            return run_host(host, arguments);
        }
        case FunctionData::Origin::Defined:
            return call_defined(*data, arguments);
    }
    return {};
}

Value Evaluator::call_defined(const FunctionData& function, std::span<const Value> arguments) {
    const Node& definition = *function.definition;
    if (arguments.size() != definition.names.size() || (definition.flags & kNegated) != 0) return error();
    if (&function.program->nodes != &m_program.nodes) {
        // Defined by another expression: its slots are not ours.
        Evaluator other(*function.program, function.variables, m_context);
        other.m_steps_left = m_steps_left;
        other.m_memory_left = m_memory_left;
        other.m_calls = m_calls + 1;
        other.m_depth = m_depth;
        if (other.m_calls > m_context.max_depth) {
            m_limit = Limit::Depth;
            return {};
        }
        Value result = other.run_function(function, arguments);
        m_steps_left = other.m_steps_left;
        m_memory_left = other.m_memory_left;
        if (other.m_limit != Limit::None) m_limit = other.m_limit;
        return other.m_error && !m_error ? (error(), result) : result;
    }
    return run_function(function, arguments);
}

Value Evaluator::call_host(const HostFunction& host, const Node& node) {
    std::vector<Value> arguments(host.parameters.size());
    for (size_t i = 0; i < node.parameter_of.size(); ++i) {
        const size_t parameter = node.parameter_of[i];
        arguments[parameter] = evaluate(*node.children[i + 1]);
    }
    m_current = &node;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const uint16_t flags = type_flags(host.parameters[i].second);
        if (!arguments[i].is_null() && !convert_argument(arguments[i], flags)) return error();
    }
    return run_host(host, arguments);
}

// A function of the host makes of texts a text that is about as long, and does nothing slower.
Value Evaluator::run_host(const HostFunction& host, std::span<const Value> arguments) {
    constexpr uint32_t kHostSteps = 8;
    size_t bytes = 0;
    for (const Value& argument : arguments) bytes += argument.as_string().size();
    if (!spend(kHostSteps) || !reserve(bytes)) return {};
    Value result = host.call(arguments, host.data);
    return spend_bytes(result.as_string().size()) ? result : Value();
}

Value Evaluator::call_builtin(const Builtin& builtin, const Node& node) {
    const std::vector<Parameter>& parameters = builtin.signatures[node.signature];
    Value values[kMaxParameters];
    Arguments arguments{values, static_cast<uint32_t>(parameters.size()), 0, node.signature};
    if (node.variadic) {
        const size_t leading = parameters.size() - 1;
        std::vector<Value> items;
        items.reserve(node.children.size() - 1 - leading);
        for (size_t i = 1; i < node.children.size(); ++i) {
            if (i <= leading) {
                values[i - 1] = evaluate(*node.children[i]);
            } else {
                items.push_back(evaluate(*node.children[i]));
            }
        }
        values[leading] = list(std::move(items));
        arguments.given = (1u << parameters.size()) - 1;
    } else {
        for (size_t i = 0; i < node.parameter_of.size(); ++i) {
            const size_t parameter = node.parameter_of[i];
            values[parameter] = evaluate(*node.children[i + 1]);
            arguments.given |= 1u << parameter;
        }
        for (size_t i = 0; i < parameters.size() && !node.names.empty(); ++i) {
            if (collects(parameters[i])) values[i] = list(std::vector<Value>(1, values[i]));
        }
    }
    m_current = &node;
    return finish_builtin(builtin, arguments, node.names.empty() && !node.variadic);
}

Value Evaluator::finish_builtin(const Builtin& builtin, Arguments& arguments, bool positional) {
    if (!spend(1)) return {};
    for (size_t s = arguments.signature; s < builtin.signatures.size(); ++s) {
        const std::vector<Parameter>& parameters = builtin.signatures[s];
        if (s != arguments.signature && (!positional || !has_room(parameters, arguments.given))) continue;
        if (!take(parameters, arguments)) continue;
        if (m_limit != Limit::None) return {};
        arguments.signature = static_cast<uint8_t>(s);
        arguments.count = static_cast<uint32_t>(parameters.size());
        return builtin.call(*this, arguments);
    }
    return error();
}

// A built-in function handed over as a value, e.g. to sort.
Value Evaluator::call_builtin_value(const Builtin& builtin, std::span<const Value> given) {
    const std::vector<Parameter>& first = builtin.signatures[0];
    const size_t leading = first.empty() ? 0 : first.size() - 1;
    const uint16_t last = first.empty() ? uint16_t{0} : first.back().flags;
    if ((last & kVariadic) != 0 && given.size() > leading && (given.size() > 1 || (last & kNullable) != 0)) {
        Value values[kMaxParameters];
        for (size_t i = 0; i < leading; ++i) values[i] = given[i];
        values[leading] =
            list(std::vector<Value>(given.begin() + static_cast<std::ptrdiff_t>(leading), given.end()));
        Arguments arguments{values, 0, (1u << first.size()) - 1, 0};
        return finish_builtin(builtin, arguments, false);
    }
    if (given.size() > kMaxParameters) return error();
    for (size_t s = 0; s < builtin.signatures.size(); ++s) {
        const uint32_t bits = (1u << given.size()) - 1;
        if (!has_room(builtin.signatures[s], bits)) continue;
        Value values[kMaxParameters];
        Arguments arguments{values, 0, bits, static_cast<uint8_t>(s)};
        for (size_t i = 0; i < given.size(); ++i) values[i] = given[i];
        return finish_builtin(builtin, arguments, true);
    }
    return error();
}

}  // namespace shenbao::feel
