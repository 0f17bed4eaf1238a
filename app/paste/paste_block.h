// A block of cells as other programs put it on the clipboard.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shenbao::app {

struct PasteBlock {
    // Texts as they were copied, lines separated by "\n"; nothing where a cell reaches over from above.
    std::vector<std::vector<std::optional<std::string>>> rows;
    size_t left_out = 0;  // cells beyond the most that is read

    size_t widest() const;
    // One cell, or none.
    bool is_single() const { return rows.size() < 2 && widest() < 2; }
};

// More than any form has; what lies beyond is counted.
inline constexpr size_t kMostPastedRows = 2000, kMostPastedColumns = 40;
// Characters in UTF-8 bytes that one cell takes from the clipboard, and that are looked at as a block.
inline constexpr size_t kMostPastedText = 60'000, kMostPastedBlock = size_t{4} << 20;

// Lines of cells between tabs, as spreadsheets write them: a cell in quotes may hold tabs, line breaks and
// doubled quotes. Quotes that do not close before a tab or the end of a line stand for themselves.
PasteBlock block_from_lines(std::string_view plain);
// The table a page's script found in HTML (web/clipboard_table.js): JSON rows of texts, null for a cell
// reached over. Nothing when it is not that.
std::optional<PasteBlock> block_from_json(std::string_view json);

// As a cell of the form can hold it: without control characters and the blanks around it; where there may be
// one line only, its lines are joined, with a space unless Chinese stands on both sides.
std::string pasted_text(std::string_view text, bool one_line);
bool has_line_ends(std::string_view text);  // or tabs

}  // namespace shenbao::app
