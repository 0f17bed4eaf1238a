// What the form says about the active cell: formula, direction, filling note.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// `path`: of the active cell, or "". Where the form can be changed, its row can be moved, and its table
// filled from its peer. Ids: help:…, up:<table>.<row>, down:<table>.<row>, button:fill-from-peer. Returns the
// height of the content.
float help_view(Canvas& canvas, float width, const Document& document, std::string_view path, bool editable);

}  // namespace shenbao::app
