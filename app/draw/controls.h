// Buttons and marks that several views share.
#pragma once

#include <string>
#include <string_view>

#include "app/draw/canvas.h"
#include "core/review/review.h"

namespace shenbao::app {

struct ButtonLook {
    std::string_view label = {};  // "" for a button that shows only its icon
    Icon icon = Icon::Open;
    bool has_icon = true;
    bool framed = false;
    bool primary = false;  // what Enter in the dialog is for
    bool disabled = false;
    int pressed = -1;  // toggle state, -1 none
    TextFace face = kBody;
};

// The width the button needs.
float button_width(const ButtonLook& look);
// Draws and describes. `name` is the accessible name, `shortcut` as in aria-keyshortcuts.
void button(Canvas& canvas, std::string_view id, const Rect& rect, const ButtonLook& look,
            std::string_view name, Action action, std::string_view shortcut = {});

ImU32 level_color(const Palette& palette, Level level);
ImU32 level_soft_color(const Palette& palette, Level level);
Icon level_icon(Level level);

// A count in a small rounded field, right-aligned at `right`; returns its left edge. Nothing for 0.
float count_badge(Canvas& canvas, float right, float middle, int count, ImU32 ink, ImU32 ground);

}  // namespace shenbao::app
