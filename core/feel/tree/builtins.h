// The built-in functions of FEEL; for core/feel, and for core/advice, which explains them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/feel/types/type.h"
#include "core/feel/values/value.h"

namespace shenbao::feel {

class Evaluator;

// Which kinds of values a parameter takes; an absent optional argument is null and not counted by `given`.
enum ParameterFlags : uint16_t {
    kBoolean = 1 << 0,
    kNumber = 1 << 1,
    kString = 1 << 2,
    kDate = 1 << 3,
    kTime = 1 << 4,
    kDateTime = 1 << 5,
    kYearsMonths = 1 << 6,
    kDaysTime = 1 << 7,
    kRange = 1 << 8,
    kList = 1 << 9,
    kContext = 1 << 10,
    kFunction = 1 << 11,
    kAnyKind = (1 << 12) - 1,
    kNullable = 1 << 12,  // null is a good argument
    kOptional = 1 << 13,  // may be left out
    kVariadic = 1 << 14,  // a list, or its items one by one
};

constexpr size_t kMaxParameters = 6;

struct Parameter {
    std::string_view name;
    uint16_t flags = 0;
};

// Arguments by parameter. `given` tells which were written, bit by bit.
struct Arguments {
    Value* values;
    uint32_t count;
    uint32_t given;
    uint8_t signature;  // which of the function's parameter lists
    const Value& operator[](size_t i) const { return values[i]; }
    bool has(size_t i) const { return (given >> i & 1) != 0; }
};

using Implementation = Value (*)(Evaluator& evaluator, const Arguments& arguments);

struct Builtin {
    std::string_view name;
    std::vector<std::vector<Parameter>> signatures;
    TypeKind result = TypeKind::Any;
    Implementation call = nullptr;
};

const std::vector<Builtin>& builtins();
// Index, or -1.
int find_builtin(std::string_view name);
uint16_t kind_flag(Kind kind);
uint16_t type_flags(const Type& type);

// Implicit conversions of an argument: [x] to x, x to [x], a date to the start of its day.
// False when the value does not fit.
bool convert_argument(Value& value, uint16_t flags);

}  // namespace shenbao::feel
