// Any text: compiling and evaluating never crashes, evaluation keeps its limits, and what is printed reads as
// the same tree again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/feel/expression.h"

using namespace shenbao::feel;

namespace {

Scope make_scope() {
    Scope scope;
    scope.variables = {{"row", Type::context({{"a", Type::number()}, {"b c", Type::string()}})},
                       {"rows", Type::list()},
                       {"any", Type()},
                       {"预算 数", Type::number()}};
    return scope;
}

[[noreturn]] void broken(const char* law, std::string_view source, const std::string& printed) {
    std::fprintf(stderr, "%s\nsource:  %.*s\nprinted: %s\n", law, static_cast<int>(source.size()),
                 source.data(), printed.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const Scope kScope = make_scope();
    static const Value kVariables[] = {Value::context({{"a", Value(1)}, {"b c", Value("x")}}),
                                       Value::list({Value(1), Value("y"), Value::context({{"a", Value(2)}})}),
                                       Value::list({}), Value(7)};
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const CompileResult compiled = compile(source, kScope);
    for (const Diagnostic& diagnostic : compiled.diagnostics) {
        if (diagnostic.offset + diagnostic.length > size + 1)
            broken("a diagnostic lies outside of the text", source, diagnostic.name);
    }
    if (!compiled.expression) return 0;
    const std::string printed = compiled.expression->to_source();
    CompileOptions roomy;
    roomy.max_length = 1u << 24;
    roomy.max_depth = 1000;
    const CompileResult again = compile(printed, kScope, roomy);
    if (!again.expression) broken("the printed text does not compile", source, printed);
    if (again.expression->to_tree() != compiled.expression->to_tree()) {
        broken("the printed text gives another tree", source, printed);
    }
    EvaluationContext context;
    context.max_steps = 20'000;
    context.max_memory = 1u << 20;
    const EvaluationResult result = compiled.expression->evaluate(kVariables, context);
    if (result.limit != Limit::None && !result.value.is_null())
        broken("a value beyond the limits", source, printed);
    if (result.value.kind() == Kind::String && result.value.as_string().size() > context.max_memory) {
        broken("a string beyond the limits", source, printed);
    }
    return 0;
}
