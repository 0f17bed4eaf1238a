// The paper in pixels: where each cell of a Sheet lies, and how its text is set. Lengths are CSS px in the
// content of the paper's region.
#pragma once

#include <string_view>
#include <vector>

#include "app/semantics/semantics.h"
#include "app/text/text_layout.h"
#include "core/sheet/sheet.h"

namespace shenbao::app {

inline constexpr float kPixelsPerMillimetre = 96.0F / 25.4F;
inline constexpr float kPaperRule =
    1;  // thickness of a rule; a cell's rect includes the rules at its left and top

struct PaperLayout {
    Rect page;                       // the white sheet
    std::vector<Rect> cells;         // by index in Sheet::cells, with the rules around
    std::vector<TextStyle> styles;   // likewise
    std::vector<float> text_widths;  // likewise: the width at which the text is broken
    std::vector<float> row_tops;     // by row; one more for the bottom of the last
    float grid_left = 0, grid_right = 0;
    float content_width = 0, content_height = 0;

    // A cell without its rules: where its text is set and its element lies.
    Rect inside(size_t cell) const;
    // The buttons that add a row below this one and remove it, in the margins.
    Rect add_button(size_t row) const;
    Rect remove_button(size_t row) const;
};

// `zoom` 1 is 96 dpi; `view_width` that of the region, in which the page is centred.
PaperLayout lay_out_paper(const Sheet& sheet, TextCache& texts, float zoom, float view_width);

// The zoom at which the page just fits the region.
float fitting_zoom(const Sheet& sheet, float view_width);

// True for cells whose text may take several lines while it is entered.
bool wraps(ValueType type);

}  // namespace shenbao::app
