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

#include "core/feel/tree/diagnostic.h"
#include "core/feel/tree/limits.h"
#include "core/feel/tree/scope.h"
#include "core/feel/types/type.h"
#include "core/feel/values/value.h"

namespace shenbao::feel {

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
    // The texts it may give, with U+0001 for whatever depends on its variables; nulls are left out, and of a
    // list each item is one. Nothing but U+0001 when there are too many.
    std::vector<std::string> outlines() const;
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
