// The note beside a cell: what was found about it, as a spreadsheet shows the note of a corner.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// `cell`: its place; `editor`: that of the cell being edited, which lies over what is drawn. Nothing is drawn
// where nothing but what waits to be filled was found.
void draw_note(Canvas& canvas, const Region& region, const Document& document, std::string_view path,
               const Rect& cell, const Rect& editor);

}  // namespace shenbao::app
