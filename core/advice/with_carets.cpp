#include <algorithm>
#include <vector>

#include "core/advice/advice.h"
#include "core/feel/text/utf8.h"

namespace shenbao {
namespace {

constexpr size_t kMostBefore = 40, kMostBehind = 30;  // characters shown around the mistake

bool is_wide(uint32_t c) {
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
}

}  // namespace

std::string with_carets(const Advice& advice) {
    if (advice.expression.empty()) return {};
    std::vector<uint32_t> text;
    for (size_t at = 0; at < advice.expression.size();)
        text.push_back(feel::next_code_point(advice.expression, at));
    const size_t mark = std::min(advice.at - 1, text.size());
    const auto is_line_end = [&](size_t i) { return i >= text.size() || text[i] == '\n' || text[i] == '\r'; };
    size_t first = mark, last = mark;
    while (first > 0 && !is_line_end(first - 1) && mark - first < kMostBefore) --first;
    while (!is_line_end(last) && last - mark < std::max(advice.length, size_t(1)) + kMostBehind) ++last;
    std::string line = first > 0 && !is_line_end(first - 1) ? "…" : "", carets = line.empty() ? "" : " ";
    for (size_t i = first; i < last; ++i) {
        feel::append_code_point(line, text[i]);
        const bool marked = i >= mark && i < mark + advice.length;
        if (i < mark)
            feel::append_code_point(carets, is_wide(text[i]) ? 0x3000 : text[i] == '\t' ? '\t' : ' ');
        else if (marked)
            carets += is_wide(text[i]) ? "^^" : "^";
    }
    if (advice.length == 0 || mark >= last) carets += "^";
    if (!is_line_end(last)) line += "…";
    return line + "\n" + carets + "\n";
}

}  // namespace shenbao
