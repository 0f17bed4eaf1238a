// Ranges of cells, as a spreadsheet has them: drawing, copying, clearing, filling down.
#pragma once

#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/document/focus.h"
#include "app/document/outcome.h"
#include "app/paste/paste_plan.h"

namespace shenbao::app {

// The cells of the range, or the one being edited alone.
std::vector<const SheetCell*> chosen_cells(const Document& document, const Focus& focus);

// From the cell being edited to this one.
Outcome draw_range_to(const Document& document, const Focus& focus, const SheetCell& to);
// One cell further on a side, or to the edge of the table's part of the paper.
Outcome extend_range(const Document& document, const Focus& focus, Side side, bool to_edge);
// The whole table of the cell being edited.
Outcome choose_table(const Document& document, const Focus& focus);

// All of these as one step named after what was done and in how many cells.
Outcome change_cells(std::string_view step, std::vector<Edit> edits);
Outcome clear_cells(const Document& document, const Focus& focus, std::string_view step);
// Each column of the range gets the text of its topmost cell; a cell alone that of the cell above it.
Outcome fill_down(const Document& document, const Focus& focus);
Outcome paste_cells(const PastePlan& plan);
// The range, or a list alone, which has no text of its own that could be marked. `cut` also empties it.
Outcome copy_cells(const Document& document, const Focus& focus, bool cut);

}  // namespace shenbao::app
