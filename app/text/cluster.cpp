#include "app/text/cluster.h"

#include <deque>
#include <map>
#include <string>

#include "app/text/line_break.h"
#include "app/text/line_break_class.h"

namespace shenbao::app {

namespace {

constexpr int kMostParts = 16;

struct Clusters {
    std::deque<std::string> texts;
    std::map<std::string_view, char32_t> numbers;
};

Clusters& clusters() {
    static Clusters all;
    return all;
}

bool is_flag_letter(char32_t c) {
    return break_properties(c).type == BreakClass::RI;
}

// A mark, selector or skin colour for what stands before it. Control characters count as marks where lines
// break.
bool is_mark(char32_t c) {
    if (c < 0x300) return false;
    const BreakClass type = break_properties(c).type;
    return type == BreakClass::CM || type == BreakClass::ZWJ || type == BreakClass::EM;
}

size_t end_of_cluster(std::string_view text, char32_t base, size_t position) {
    char32_t last = base;
    bool flag = is_flag_letter(base);
    for (int parts = 1; position < text.size() && parts < kMostParts; ++parts) {
        size_t next = position;
        const char32_t c = next_code_point(text, next);
        constexpr char32_t kJoiner = 0x200D;
        const bool picture = last == kJoiner && c > 0x2000;
        if (!picture && !is_mark(c) && !(flag && is_flag_letter(c))) break;
        flag = false;  // two letters make one
        last = c;
        position = next;
    }
    return position;
}

}  // namespace

char32_t next_cluster(std::string_view utf8, size_t& position) {
    const size_t start = position;
    const char32_t base = next_code_point(utf8, position);
    if (position >= utf8.size() || base < 0x20) return base;
    // Most of what follows is a letter or a hanzi, told by its first byte: below U+0300, or U+4000 to U+9FFF.
    const auto lead = static_cast<unsigned char>(utf8[position]);
    if (lead < 0xCC || (lead >= 0xE4 && lead <= 0xE9)) return base;
    const size_t end = end_of_cluster(utf8, base, position);
    if (end == position) return base;
    const std::string_view text = utf8.substr(start, end - start);
    Clusters& all = clusters();
    auto found = all.numbers.find(text);
    if (found == all.numbers.end()) {
        if (all.texts.size() >= kMostClusters) return base;
        const char32_t number = kFirstCluster + static_cast<char32_t>(all.texts.size());
        found = all.numbers.emplace(all.texts.emplace_back(text), number).first;
    }
    position = end;
    return found->second;
}

std::string_view cluster_text(char32_t number) {
    const size_t index = number - kFirstCluster;
    return number < kFirstCluster || index >= clusters().texts.size() ? std::string_view()
                                                                      : clusters().texts[index];
}

}  // namespace shenbao::app
