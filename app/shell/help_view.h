// What the form says about the active cell: formula, direction, filling note.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

struct HelpState {
    std::string_view path;                            // of the active cell, or ""
    bool can_move_up = false, can_move_down = false;  // its row
};
// Ids: help:…, up:<table>.<row>, down:<table>.<row>. Returns the height of the content.
float help_view(Canvas& canvas, float width, const Document& document, const HelpState& state);

}  // namespace shenbao::app
