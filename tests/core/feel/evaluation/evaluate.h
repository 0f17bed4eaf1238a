// Compiles and evaluates one text; for the tests of core/feel only.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "core/feel/expression.h"

namespace shenbao::feel {

inline EvaluationContext test_context() {
    EvaluationContext context;
    context.now = Value(*parse_date_time("2026-11-23T10:30:00Z"));
    context.today = Value(*parse_date("2026-11-23"));
    return context;
}

inline EvaluationResult evaluate(std::string_view source, const Scope& scope = {},
                                 std::span<const Value> variables = {},
                                 const EvaluationContext& context = test_context()) {
    const CompileResult compiled = compile(source, scope);
    if (!compiled.expression) {
        ADD_FAILURE() << source << ": " << (compiled.diagnostics.empty() ? "" : compiled.diagnostics[0].name);
        return {};
    }
    return compiled.expression->evaluate(variables, context);
}

// The result as an expression would write it.
inline std::string text_of(std::string_view source, const Scope& scope = {},
                           std::span<const Value> variables = {}) {
    return evaluate(source, scope, variables).value.to_source();
}

struct Fact {
    const char* source;
    const char* result;
};

inline void expect(std::initializer_list<Fact> facts) {
    for (const Fact& fact : facts) EXPECT_EQ(text_of(fact.source), fact.result) << fact.source;
}

}  // namespace shenbao::feel
