// Parse, check and evaluate: what a rule of the form costs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/feel/expression.h"

namespace {

using namespace shenbao::feel;
using shenbao::Decimal;

struct Data {
    Scope scope;
    std::vector<Value> variables;
};

// A table of 100 rows like those of the form.
Data make_data() {
    Data data;
    const Type target = Type::context({{"kind", Type::string()}, {"number", Type::number()}});
    const Type row = Type::context({{"id", Type::string()},
                                    {"title", Type::string()},
                                    {"current", Type::number()},
                                    {"last", Type::number()},
                                    {"target", target}});
    data.scope.variables = {{"row", row}, {"rows", Type::list(row)}, {"total", Type::number()}};
    const ShapeReference target_shape({"kind", "number"});
    const ShapeReference row_shape({"id", "title", "current", "last", "target"});
    std::vector<Value> rows;
    for (int i = 0; i < 100; ++i) {
        const Value goal = Value::context(target_shape, {Value(i % 2 == 0 ? "percent" : "number"), Value(i)});
        rows.push_back(
            Value::context(row_shape, {Value("r" + std::to_string(i)), Value("指标" + std::to_string(i)),
                                       Value(Decimal::of(142'400 + i, 2)), Value(Decimal::of(i, 2)), goal}));
    }
    data.variables = {rows[0], Value::list(rows), Value(*Decimal::parse("142449.50"))};
    return data;
}

constexpr const char* kExpressions[] = {
    "row.target.kind = \"percent\" and row.target.number > 100",
    "row.current - row.last",
    "if row.title = null then \"\" else row.title + \"：\" + string(row.current)",
    "sum(rows.current) != total",
    "count(rows[target.kind = \"percent\" and target.number > 50])",
    "some r in rows satisfies r.current < 0",
    "for r in rows return r.current / total * 100",
    "matches(row.title, \"^指标[0-9]+$\")",
};

// Nanoseconds per call, the best of several rounds.
template <typename Call>
double measure(Call call) {
    using Clock = std::chrono::steady_clock;
    double best = 1e18;
    for (int round = 0; round < 7; ++round) {
        long calls = 0;
        const Clock::time_point start = Clock::now();
        std::chrono::duration<double, std::nano> passed{};
        do {
            for (int i = 0; i < 16; ++i) call();
            calls += 16;
            passed = Clock::now() - start;
        } while (passed.count() < 30e6);
        best = std::min(best, passed.count() / static_cast<double>(calls));
    }
    return best;
}

}  // namespace

int main() {
    const Data data = make_data();
    std::printf("%12s %12s  expression\n", "compile ns", "evaluate ns");
    for (const char* source : kExpressions) {
        const CompileResult compiled = compile(source, data.scope);
        if (!compiled.expression || !compiled.diagnostics.empty()) {
            std::printf("%s: does not compile\n", source);
            return 1;
        }
        const double compiling = measure([&] { return compile(source, data.scope).expression.has_value(); });
        const double evaluating =
            measure([&] { return compiled.expression->evaluate(data.variables).value.is_null(); });
        std::printf("%12.0f %12.0f  %s\n", compiling, evaluating, source);
    }
    return 0;
}
