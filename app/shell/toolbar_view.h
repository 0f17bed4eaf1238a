// The bar at the top: mark and title, file commands, undo and redo, zoom, switches of the side panels.
#pragma once

#include <string>
#include <string_view>

#include "app/draw/canvas.h"

namespace shenbao::app {

struct ToolbarState {
    std::string_view title = {};
    bool can_undo = false, can_redo = false;
    std::string_view undo_name = {}, redo_name = {};
    int zoom_percent = 100;
    bool fits_width = false;
    bool sections_open = true, findings_open = true;
};

// Ids: button:open, save, new, drafts, undo, redo, print, zoom-in, zoom-out, zoom-reset, fit-width, sections,
// findings, shortcuts.
void toolbar_view(Canvas& canvas, float width, const ToolbarState& state);

}  // namespace shenbao::app
