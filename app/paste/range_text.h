// A range of the paper as other programs take it from the clipboard.
#pragma once

#include <string>

#include "app/document/selection.h"

namespace shenbao::app {

struct RangeText {
    std::string
        plain;  // lines of cells between tabs; a cell with tab, quote or line break is quoted as Excel does
    std::string html;  // a table with its merged cells
};

// Columns are those that cells of the range begin at; what a merged cell covers is blank in the plain text.
RangeText range_text(const Sheet& sheet, const GridRange& range);

}  // namespace shenbao::app
