// The header rows of a table stay at the top of the view while the table's rows are scrolled through, as in a
// spreadsheet.
#pragma once

#include <cstddef>

#include "app/paper/paper_layout.h"

namespace shenbao::app {

struct HeldHeader {
    size_t first_row = 0, end_row = 0;
    float scroll_y = 0;  // what of the paper is drawn once more: from here,
    float height = 0;    // this high. 0: nothing, the header is in its place, or there is none
};

// `paper`: as it is scrolled now. The next thing below the table pushes the header out.
HeldHeader held_header(const Sheet& sheet, const PaperLayout& layout, const Region& paper);

// The tallest header that may be held in a view of this height: what is brought into view stays clear of it.
float held_height(const Sheet& sheet, const PaperLayout& layout, float view_height);

}  // namespace shenbao::app
