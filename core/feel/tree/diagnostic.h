// What is wrong with an expression, for the author of a form.
#pragma once

#include <cstdint>
#include <string>

namespace shenbao::feel {

enum class Severity : uint8_t {
    Error,    // the text is no FEEL, or a part of it can only be null
    Warning,  // it is, but cannot be meant
};

enum class DiagnosticKind : uint8_t {
    Syntax,  // detail: what was expected
    TooLong,
    TooDeep,          // limits of CompileOptions
    UnknownName,      // name; detail: a similar known name, if any
    UnknownFunction,  // likewise
    UnknownEntry,     // name: no such entry of the context or property of the value
    UnknownType,
    UnknownParameter,     // name: parameter; detail: function
    WrongArgumentCount,   // name: function; detail: what it takes
    WrongArgumentType,    // name: function; detail: parameter and types
    WrongOperandType,     // name: operator; detail: types
    ConditionNotBoolean,  // name: if, filter, some …; detail: its type
    NeverTrue,            // a comparison of types that never meet; name: operator; detail: types
    Unreachable,          // name: then, else
    DuplicateName,        // a context's key or a function's parameter given twice
    BadLiteral,           // name: a date, pattern … that cannot be read
};

struct Diagnostic {
    Severity severity = Severity::Error;
    DiagnosticKind kind = DiagnosticKind::Syntax;
    uint32_t offset = 0;  // bytes into the source
    uint32_t length = 0;
    std::string name;
    std::string detail;
    std::string message_zh() const;
    std::string message_en() const;
};

}  // namespace shenbao::feel
