// How long the hostile expressions of the tests take with the limits of a rule: milliseconds and steps, the
// best of three. Exit code 1 when one takes longer than 50 ms.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "core/feel/expression.h"
#include "tests/core/feel/evaluation/hostile.h"

int main() {
    using namespace shenbao::feel;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    double worst = 0;
    for (const Hostile& hostile : hostile_expressions()) {
        const CompileResult compiled = compile(hostile.source, {});
        if (!compiled.expression) return std::fprintf(stderr, "%s does not compile\n", hostile.name), 2;
        double best = 1e9;
        EvaluationResult result;
        for (int round = 0; round < 3 && (round == 0 || best < 1000); ++round) {
            const std::clock_t start = std::clock();  // of the processor: other programs do not count
            result = compiled.expression->evaluate({});
            best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
        constexpr const char* kLimits[] = {"-", "steps", "memory", "depth"};
        std::printf("%9.2f ms %9u steps %6.1f ns %-6s %s\n", best, result.steps,
                    best * 1e6 / std::max(result.steps, 1u), kLimits[static_cast<size_t>(result.limit)],
                    hostile.name);
        worst = std::max(worst, best);
    }
    std::printf("%9.2f ms at most\n", worst);
    return worst > 50 ? 1 : 0;
}
