// How long the official form takes: reading the definition, re-checking the seed form, building its sheet.
// The same program natively and as wasm under Node, so that both are measured alike; medians in microseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/formats/opening/open_file.h"
#include "core/review/review.h"
#include "core/sheet/sheet.h"

namespace {

std::string read(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class Work>
void measure(const char* name, int rounds, Work work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        auto start = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    std::printf("%-40s %10.1f us\n", name, times[static_cast<size_t>(rounds / 2)]);
}

}  // namespace

int main() {
    using namespace shenbao;
    const CalendarDay today{2025, 12, 31};
    std::string json = read("assets/forms/department-performance-target.form.json");
    auto form = load_form(json).reviewer;
    if (!form) return std::fprintf(stderr, "run from the checkout's root\n"), 1;
    auto seed = open_file(*form, read("tests/fixtures/seed.txt"), today).declaration;
    measure("read and compile the definition", 20, [&] { load_form(json); });
    size_t findings = 0;
    measure("check the seed form from nothing", 2000,
            [&] { findings = form->evaluate(seed, today).findings.size(); });
    // As while typing: every check sees one cell changed, in turn an indicator's and an amount.
    Recheck recheck(form);
    unsigned turn = 0;
    measure("re-check the seed form after an edit", 2000, [&] {
        const bool amount = turn++ % 2 != 0;
        seed.values[amount ? "income.unit.last" : "annual.staff_control.target"] =
            (amount ? "12." : "≤9") + std::to_string(turn % 7);
        recheck.evaluate(seed, today);
    });
    auto state = form->evaluate(seed, today);
    size_t cells = 0;
    measure("build its sheet", 2000,
            [&] { cells = build_sheet(form->definition(), seed, state).cells.size(); });
    std::printf("%zu findings, %zu cells\n", findings, cells);
}
