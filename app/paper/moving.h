// Where a key leads to from a cell: on the paper as it lies, not in the order of the data. Null: nowhere.
#pragma once

#include "app/document/document.h"
#include "app/document/outcome.h"
#include "app/document/selection.h"
#include "app/paper/viewport.h"

namespace shenbao::app {

// The nearest field on that side. Null also while the layout does not have the sheet's rows.
const SheetCell* neighbour(const Document& document, const Viewport& view, const SheetCell& from, Side side);
// As a spreadsheet jumps: to the last cell that is filled like this one, or over blanks to the next filled
// one; never out of the table.
const SheetCell* jump(const Document& document, const Viewport& view, const SheetCell& from, Side side);
// About a screen's height up or down.
const SheetCell* page(const Document& document, const Viewport& view, const SheetCell& from, Side side,
                      float screen);
// The one behind or before it in reading order.
const SheetCell* next_field(const Document& document, const SheetCell& from, Side side);
const SheetCell* first_in_row(const Document& document, const SheetCell& from);
const SheetCell* last_in_row(const Document& document, const SheetCell& from);
const SheetCell* first_field(const Document& document);
const SheetCell* last_field(const Document& document);

// Gives the keyboard to the cell and ends the range; nothing for null.
Outcome go_to(const SheetCell* cell);
// To the neighbour. While the paper is not laid out, once it is.
Outcome move_from(const Document& document, const Viewport& view, const SheetCell& from, Side side,
                  bool stays_at_end);

// A click on what takes no keyboard: a computed cell is framed, a label tells of the cell that it names.
Outcome show_cell(const Document& document, const SheetCell& clicked);

}  // namespace shenbao::app
