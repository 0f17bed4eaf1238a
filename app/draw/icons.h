// The icons of the application, drawn with lines on a 16 × 16 grid.
#pragma once

#include <imgui.h>

namespace shenbao::app {

enum class Icon {
    Open,
    Save,
    New,
    Undo,
    Redo,
    Print,
    Plus,
    Minus,
    FitWidth,
    Sections,
    Findings,
    Close,
    Check,
    Error,
    Explain,
    Hint,
    ChevronDown,
    Remove,
    Up,
    Down,
    Drafts,
    Due,
};

// `x`, `y`: top left in window px; `size`: edge in px.
void draw_icon(ImDrawList& list, Icon icon, float x, float y, float size, ImU32 color);

}  // namespace shenbao::app
