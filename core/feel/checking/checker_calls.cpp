// Calls: which parameter each argument is for, and what comes back.
#include <algorithm>

#include "core/feel/checking/checker.h"
#include "core/feel/regex/regex.h"

namespace shenbao::feel {
namespace {

size_t required_count(const std::vector<Parameter>& parameters) {
    size_t count = 0;
    for (const Parameter& parameter : parameters) count += (parameter.flags & kOptional) == 0;
    return count;
}

// Could a value of the type, or what it is converted to, be of these kinds?
bool may_be(const Type& type, uint16_t flags) {
    if (type.is_any() || type.is(TypeKind::Null)) return true;
    if ((flags & (kList | kVariadic)) != 0) return true;  // any value is a list of one
    const uint16_t own = type_flags(type);
    if ((own & flags) != 0) return true;
    if (type.is(TypeKind::Date) && (flags & kDateTime) != 0) return true;
    return type.is(TypeKind::List) && may_be(type.element(), flags);
}

// The first argument whose type its parameter cannot take, or their number.
size_t misfit(const Node& node, const std::vector<Parameter>& parameters) {
    size_t i = 0;
    while (i < node.parameter_of.size() &&
           may_be(node.children[i + 1]->type, parameters[node.parameter_of[i]].flags)) {
        ++i;
    }
    return i;
}

}  // namespace

// Matches the arguments of a call with the parameters; false when they are not for each other.
bool Checker::bind(Node& node, const std::vector<Parameter>& parameters) {
    const size_t count = node.children.size() - 1;
    node.parameter_of.clear();
    node.variadic = false;
    if (node.names.empty()) {
        // Those that take lists or items as they come always collect; the others take one list or its items.
        const uint16_t last = parameters.empty() ? uint16_t{0} : parameters.back().flags;
        if ((last & kVariadic) != 0 && count >= parameters.size() && (count > 1 || (last & kNullable) != 0)) {
            node.variadic = true;
            return true;
        }
        if (count < required_count(parameters) || count > parameters.size()) return false;
        for (size_t i = 0; i < count; ++i) node.parameter_of.push_back(static_cast<uint8_t>(i));
        return true;
    }
    uint32_t given = 0;
    for (const std::string& name : node.names) {
        size_t index = 0;
        while (index < parameters.size() && parameters[index].name != name) ++index;
        if (index == parameters.size() || (given >> index & 1) != 0) return false;
        given |= 1u << index;
        node.parameter_of.push_back(static_cast<uint8_t>(index));
    }
    for (size_t i = 0; i < parameters.size(); ++i) {  // what is not named is null
        if ((parameters[i].flags & (kOptional | kNullable)) == 0 && (given >> i & 1) == 0) return false;
    }
    return true;
}

void Checker::check_call(Node& node) {
    const Node& callee = *node.children[0];
    node.type = {};
    if (callee.kind == NodeKind::Builtin) {
        check_builtin_call(node, builtins()[callee.slot]);
    } else if (callee.kind == NodeKind::Host) {
        check_host_call(node, m_program.hosts[callee.slot]);
    } else if (callee.type.is(TypeKind::Function)) {
        check_defined_call(node);
    } else if (!callee.type.is_any() && callee.kind != NodeKind::UnknownName) {
        report(DiagnosticKind::WrongOperandType, node, "( )", {callee.type});
    }
}

void Checker::check_builtin_call(Node& node, const Builtin& builtin) {
    // The first list that takes arguments of these types, else the first that takes their number and names.
    bool fits = false;
    for (size_t s = 0; s < builtin.signatures.size() && !fits; ++s) {
        if (!bind(node, builtin.signatures[s])) continue;
        // before(point, range) and before(range, point) differ in the order alone.
        fits = misfit(node, builtin.signatures[s]) == node.parameter_of.size() &&
               std::is_sorted(node.parameter_of.begin(), node.parameter_of.end());
        if (node.resolved && !fits) continue;
        node.resolved = true;
        node.signature = static_cast<uint8_t>(s);
    }
    if (node.resolved) bind(node, builtin.signatures[node.signature]);
    if (!node.resolved) {
        node.type = TypeKind::Null;
        for (size_t i = 0; i < node.names.size(); ++i) {
            bool known = false;
            for (const auto& signature : builtin.signatures) {
                for (const Parameter& parameter : signature) known = known || parameter.name == node.names[i];
            }
            if (known) continue;
            report(DiagnosticKind::UnknownParameter, *node.children[i + 1], node.names[i]).detail =
                builtin.name;
            return;
        }
        report(DiagnosticKind::WrongArgumentCount, node, builtin.name);
        return;
    }
    node.type = builtin_result(node, builtin);
    const std::vector<Parameter>& parameters = builtin.signatures[node.signature];
    if (const size_t i = misfit(node, parameters); i < node.parameter_of.size()) {
        const Parameter& parameter = parameters[node.parameter_of[i]];
        const Node& argument = *node.children[i + 1];
        Diagnostic& diagnostic =
            report(DiagnosticKind::WrongArgumentType, argument, builtin.name, {argument.type});
        diagnostic.detail = parameter.name;
        diagnostic.wanted = parameter.flags;
    }
    check_pattern(node, parameters);
}

// A regular expression that is written out must be one.
void Checker::check_pattern(const Node& node, const std::vector<Parameter>& parameters) {
    const Node* pattern = nullptr;
    std::string_view flags;
    for (size_t i = 0; i < node.parameter_of.size(); ++i) {
        const std::string_view name = parameters[node.parameter_of[i]].name;
        const Node& argument = *node.children[i + 1];
        if (argument.kind != NodeKind::Literal || argument.value.kind() != Kind::String) continue;
        if (name == "pattern" || name == "delimiter") pattern = &argument;
        if (name == "flags") flags = argument.value.as_string();
    }
    if (pattern == nullptr || parameters[0].name == "list") return;  // what joins is no pattern
    const std::string_view text = pattern->value.as_string();
    if (Regex::cached(text, flags) == nullptr)
        report(DiagnosticKind::BadPattern, *pattern, text).detail = flags;
}

void Checker::check_host_call(Node& node, const HostFunction& host) {
    std::vector<Parameter> parameters;
    for (const auto& [name, type] : host.parameters) {
        parameters.push_back({name, static_cast<uint16_t>(type_flags(type) | kNullable)});
    }
    node.type = host.result;
    node.resolved = bind(node, parameters);
    if (!node.resolved) {
        report(DiagnosticKind::WrongArgumentCount, node, host.name);
        return;
    }
    for (size_t i = 0; i < node.parameter_of.size(); ++i) {
        const auto& [name, type] = host.parameters[node.parameter_of[i]];
        const Node& argument = *node.children[i + 1];
        if (may_be(argument.type, parameters[node.parameter_of[i]].flags)) continue;
        report(DiagnosticKind::WrongArgumentType, argument, host.name, {argument.type, type}).detail = name;
    }
}

void Checker::check_defined_call(Node& node) {
    const Type& function = node.children[0]->type;
    if (node.children[0]->kind != NodeKind::Function && function.parameters().empty() &&
        function.element().is_any()) {
        return;  // a function about which nothing is known
    }
    node.type = function.element();
    const size_t wanted = function.parameters().size(), given = node.children.size() - 1;
    if (node.names.empty() ? given != wanted : given > wanted) {  // what is not named is null
        report(DiagnosticKind::WrongArgumentCount, node, "function", {function});
        return;
    }
    if (!node.names.empty()) return;
    for (size_t i = 0; i < function.parameters().size(); ++i) {
        const Type& parameter = function.parameters()[i];
        if (may_be(node.children[i + 1]->type, type_flags(parameter))) continue;
        report(DiagnosticKind::WrongArgumentType, *node.children[i + 1], "function",
               {node.children[i + 1]->type, parameter});
    }
}

// Functions that hand on what they get have the type of their arguments.
Type Checker::builtin_result(const Node& node, const Builtin& builtin) const {
    if (builtin.result != TypeKind::List && builtin.result != TypeKind::Any) return builtin.result;
    const auto argument = [&](size_t i) {
        return node.children.size() > i + 1 ? node.children[i + 1]->type : Type();
    };
    const std::string_view name = builtin.name;
    if (!node.names.empty()) return builtin.result;
    if (name == "min" || name == "max") {
        if (!node.variadic) return item_type(argument(0));
        Type joined = argument(0);
        for (size_t i = 1; i + 1 < node.children.size(); ++i) joined = Type::join(joined, argument(i));
        return joined;
    }
    if (name == "sublist" || name == "reverse" || name == "remove" || name == "distinct values" ||
        name == "sort") {
        const Type list = argument(0);
        return list.is(TypeKind::List) ? list : Type::list(list);
    }
    if (name == "concatenate" || name == "union" || name == "append") {
        Type joined = argument(0).is(TypeKind::List) ? argument(0) : Type::list(argument(0));
        for (size_t i = 1; i + 1 < node.children.size(); ++i) {
            const Type other = argument(i);
            joined =
                Type::join(joined, name != "append" && other.is(TypeKind::List) ? other : Type::list(other));
        }
        return joined;
    }
    if (name == "split") return Type::list(TypeKind::String);
    if (name == "string join") return TypeKind::String;
    return builtin.result;
}

}  // namespace shenbao::feel
