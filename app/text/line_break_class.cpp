#include "app/text/line_break_class.h"

#include <algorithm>
#include <vector>

#include "app/text/tables/line_break_table.h"

namespace shenbao::app {

namespace {

// Behind the classes of BreakClass, as in app/text/tables/make_line_break.py.
constexpr int kInitialQuote = static_cast<int>(BreakClass::ZWJ) + 1, kFinalQuote = kInitialQuote + 1;

struct Run {
    char32_t first;
    unsigned char value;  // class × 2 + wide
};

std::vector<Run> unpack() {
    std::vector<Run> runs;
    char32_t code = 0;
    for (unsigned i = 0; i < kLineBreakRunBytes;) {
        runs.push_back({code, kLineBreakRuns[i++]});
        unsigned length = 0, shift = 0;
        do {
            length |= (kLineBreakRuns[i] & 127U) << shift;
            shift += 7;
        } while (kLineBreakRuns[i++] > 127);
        code += length;
    }
    return runs;
}

}  // namespace

BreakProperties break_properties(char32_t c) {
    static const std::vector<Run> runs = unpack();
    const auto next = std::upper_bound(runs.begin(), runs.end(), c,
                                       [](char32_t code, const Run& run) { return code < run.first; });
    const unsigned char value = (next - 1)->value;
    const int type = value / 2;
    BreakProperties properties;
    properties.wide = value % 2 != 0;
    properties.initial = type == kInitialQuote;
    properties.final = type == kFinalQuote;
    properties.type = type >= kInitialQuote ? BreakClass::QU : static_cast<BreakClass>(type);
    return properties;
}

}  // namespace shenbao::app
