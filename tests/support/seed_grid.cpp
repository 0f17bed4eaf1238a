#include "tests/support/seed_grid.h"

#include "tests/support/fixtures.h"

namespace shenbao::testing {
namespace {

std::vector<std::string> seed_lines() {
    std::vector<std::string> lines(1);
    for (char c : seed_text()) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

}  // namespace

std::vector<std::vector<std::string>> seed_grid() {
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& line : seed_lines()) {
        if (line == "填报说明") break;
        if (line.empty() && !rows.back().empty()) {
            rows.emplace_back();  // an empty line ends a row
        } else if (line.starts_with('\t')) {
            rows.back().push_back(squeezed(line));  // a line that starts with TAB starts a cell
        } else if (!rows.back().empty()) {
            rows.back().back() += squeezed(line);  // a line without TAB is a line break inside the cell
        }
    }
    if (rows.back().empty()) rows.pop_back();
    return rows;
}

std::vector<std::string> seed_instructions() {
    std::vector<std::string> lines, all = seed_lines();
    bool below = false;
    for (const auto& line : all) {
        if (below && !squeezed(line).empty()) lines.push_back(line);
        below = below || line == "填报说明";
    }
    return lines;
}

std::string squeezed(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        size_t blank = 0;
        for (std::string_view candidate : {" ", "\t", "\r", "\n", "\u00a0", "\u3000"})
            if (text.starts_with(candidate)) blank = candidate.size();
        if (blank == 0) result += text.front();
        text.remove_prefix(blank == 0 ? 1 : blank);
    }
    return result;
}

}  // namespace shenbao::testing
