// What is wrong with an expression: facts, no sentences. core/advice puts them into words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/feel/types/type.h"

namespace shenbao::feel {

enum class Severity : uint8_t {
    Error,    // the text is no FEEL, or a part of it can only be null
    Warning,  // it is, but cannot be meant
};

enum class DiagnosticKind : uint8_t {
    Syntax,  // detail: what was expected
    TooLong,
    TooDeep,          // limits of CompileOptions
    UnknownName,      // name; locals: what else can be named there besides the scope
    UnknownFunction,  // likewise
    UnknownEntry,     // name: no such entry of the context or property of the value; types: its type
    UnknownType,
    UnknownParameter,     // name: parameter; detail: function
    WrongArgumentCount,   // name: function
    WrongArgumentType,    // name: function; detail: parameter; types: the argument's, and what was wanted
    WrongOperandType,     // name: operator; types: of its operands
    ConditionNotBoolean,  // name: if, filter, some …; types: its type
    NeverTrue,            // a comparison of types that never meet; name: operator; types: both
    Unreachable,          // name: then, else
    DuplicateName,        // a context's key or a function's parameter given twice
    BadLiteral,           // name: a date, time or duration that cannot be read
    BadPattern,           // name: a text that is no regular expression; detail: its flags
    AlwaysNull,           // nothing but constants, and an error: 1 / 0
};

struct Diagnostic {
    Severity severity = Severity::Error;
    DiagnosticKind kind = DiagnosticKind::Syntax;
    uint32_t offset = 0;  // bytes into the source
    uint32_t length = 0;
    std::string name;
    std::string detail;
    std::vector<Type> types;
    std::vector<std::string> locals;
    uint16_t wanted = 0;  // WrongArgumentType of a built-in function: ParameterFlags
};

}  // namespace shenbao::feel
