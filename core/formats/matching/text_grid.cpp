#include "core/formats/matching/text_grid.h"

#include "core/form/value.h"

namespace shenbao {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    size_t start = 0;
    for (size_t at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        if (!end && text[at] != '\n' && text[at] != '\r' && text[at] != '\v') continue;
        lines.push_back(text.substr(start, at - start));
        if (!end && text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        start = at + 1;
    }
    return lines;
}

bool is_cell_start(std::string_view line) {
    return !line.empty() && line.front() == '\t';
}

// For each line whether a cell goes on at or behind it: only blank lines, none of them really empty, and then
// one with text that continues a cell. Computed from the end, so that many blank lines cost no more than
// others.
std::vector<bool> cell_goes_on(const std::vector<std::string_view>& lines) {
    std::vector<bool> goes_on(lines.size() + 1, false);
    for (size_t i = lines.size(); i-- > 0;) {
        if (lines[i].empty() || is_cell_start(lines[i])) continue;
        goes_on[i] = !trim_blanks(lines[i]).empty() || goes_on[i + 1];
    }
    return goes_on;
}

}  // namespace

TextGrid text_grid(std::string_view text) {
    TextGrid grid;
    bool in_row = false;
    const std::vector<std::string_view> lines = lines_of(text);
    const std::vector<bool> goes_on = cell_goes_on(lines);
    for (size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        const int number = static_cast<int>(i) + 1;
        if (is_cell_start(line)) {
            if (!in_row) grid.rows.emplace_back();
            in_row = true;
            grid.rows.back().cells.push_back({std::string(line.substr(1)), number});
        } else if (trim_blanks(line).empty()) {
            if (in_row && goes_on[i])
                grid.rows.back().cells.back().text += "\n";
            else
                in_row = false;
        } else if (in_row) {
            grid.rows.back().cells.back().text.append("\n").append(line);
        } else {
            grid.paragraphs.push_back({std::string(line), number, grid.rows.size()});
        }
    }
    return grid;
}

}  // namespace shenbao
