// What an expression can name.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/feel/types/type.h"
#include "core/feel/values/value.h"

namespace shenbao::feel {

struct Variable {
    std::string name;  // may hold spaces: "budget year"
    Type type;
};

// A function the host adds. Called with exactly as many arguments as there are parameters; an argument that
// is not of its parameter's type never reaches it (the call is null). Null arguments do.
struct HostFunction {
    std::string name;
    std::vector<std::pair<std::string, Type>> parameters;
    Type result;
    Value (*call)(std::span<const Value> arguments, void* data) = nullptr;
    void* data = nullptr;
};

struct NamedType {  // for `instance of tNumberList`
    std::string name;
    Type type;
};

// What an expression can name. Variables are handed to evaluate in this order.
struct Scope {
    std::vector<Variable> variables;
    std::vector<HostFunction> functions;
    std::vector<NamedType> types;
};

}  // namespace shenbao::feel
