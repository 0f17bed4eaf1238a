// Compile a FEEL expression (DMN 1.5) once, evaluate it often.
//
//     Scope scope;
//     scope.variables = {{"row", Type::context({{"amount", Type::number()}})}};
//     CompileResult result = compile("row.amount > 100", scope);
//     if (result.expression) value = result.expression->evaluate(values, context).value;
//
// Expressions never throw, loop for ever or grow without limit; what FEEL calls an error gives null.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

struct CompileOptions {
    uint32_t max_length = 20000;  // bytes of source
    uint32_t max_depth = 100;     // of nesting
};

enum class Limit : uint8_t { None, Steps, Memory, Depth };

struct EvaluationContext {
    // now() and today(); null: both are null.
    Value now;    // date and time
    Value today;  // date
    // What one evaluation may use; exceeding any gives null and names the limit.
    uint32_t max_steps = 5'000'000;
    uint32_t max_memory = 64u << 20;  // bytes, estimated
    uint32_t max_depth = 100;         // of function calls
};

struct EvaluationResult {
    Value value;
    // Some part was an error (a wrong type, a division by zero, …) and counted as null.
    bool error = false;
    Limit limit = Limit::None;
    uint32_t error_offset = 0;  // of the first such part
};

struct Program;  // the compiled tree

class Expression {
  public:
    explicit Expression(std::shared_ptr<const Program> program) : m_program(std::move(program)) {}

    // One value per variable of the scope, in its order. Not thread-safe: paths remember where they found a
    // key.
    EvaluationResult evaluate(std::span<const Value> variables, const EvaluationContext& context = {}) const;
    // Of unary tests: does `input` satisfy them?
    EvaluationResult test(const Value& input, std::span<const Value> variables,
                          const EvaluationContext& context = {}) const;

    const Type& type() const;
    // Indexes into Scope::variables, ascending.
    std::vector<uint32_t> variables() const;
    // Longest constant paths read, starting with a variable: "row.target.number", "income".
    std::vector<std::string> paths() const;
    // FEEL text that compiles to the same tree.
    std::string to_source() const;
    // The tree in a bracket notation, for tests.
    std::string to_tree() const;

  private:
    std::shared_ptr<const Program> m_program;
};

struct CompileResult {
    std::optional<Expression> expression;  // present unless the text is no FEEL (Syntax, TooLong, TooDeep)
    std::vector<Diagnostic> diagnostics;   // by position
    bool has_errors() const;
};

// The scope is copied as far as it is needed.
CompileResult compile(std::string_view source, const Scope& scope, const CompileOptions& options = {});
// "> 10, [1..5], not(3)", "-"; `input` is what `?` stands for.
CompileResult compile_unary_tests(std::string_view source, const Type& input, const Scope& scope,
                                  const CompileOptions& options = {});

}  // namespace shenbao::feel
