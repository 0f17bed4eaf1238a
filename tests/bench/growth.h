// What growth_bench measures with: the same work for 500 to 50,000 things, and whether each costs more the
// more there are.
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <initializer_list>

namespace shenbao::bench {

inline bool g_grows = false;

inline constexpr int kCounts[] = {500, 2000, 12000, 50000};

// Milliseconds of the processor, so that other programs count little; the least of several turns where they
// are short.
template <class Work>
double milliseconds(Work work, int turns = 1) {
    double least = 0;
    for (int turn = 0; turn < turns; ++turn) {
        const std::clock_t start = std::clock();
        work();
        const double time = static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
        least = turn == 0 ? time : std::min(least, time);
    }
    return least;
}

// One name's line for each count. More than four times as much for each of 50,000 as of 2,000: it grows
// faster than what it is made of.
class Growth {
  public:
    explicit Growth(const char* name) : m_name(name) {}
    void add(int count, double time, const char* more = "") {
        const double each = time * 1e6 / count;
        std::printf("%-34s %6d %9.2f ms %9.0f ns each%s\n", m_name, count, time, each, more);
        if (count == 2000) m_before = each;
        if (count == 50000 && each > 4 * m_before) g_grows = true, std::printf("%-34s GROWS\n", m_name);
    }

  private:
    const char* m_name;
    double m_before = 0;
};

// Forms and declarations of so many cells, from checking to frames.
void measure_forms();

}  // namespace shenbao::bench
