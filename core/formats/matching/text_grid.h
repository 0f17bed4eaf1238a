// A document as rows of cells and the paragraphs around them, whatever file it came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shenbao {

struct GridCell {
    std::string text;  // lines separated by "\n", not trimmed
    int line = 0;      // from 1
};

struct GridRow {
    std::vector<GridCell> cells;  // a cell merged from above stands as an empty one
};

// Text outside the table; it stands before the row with that index.
struct GridParagraph {
    std::string text;
    int line = 0;
    size_t before_row = 0;
};

struct TextGrid {
    std::vector<GridRow> rows;
    std::vector<GridParagraph> paragraphs;
};

// Takes the text form apart (see text_form.h). A line of blanks between two lines of one cell is an empty
// line of that cell; elsewhere it ends the row like an empty one. Line ends may be CR LF, CR, LF or a
// vertical tab.
TextGrid text_grid(std::string_view text);

}  // namespace shenbao
