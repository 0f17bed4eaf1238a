// Colours, type sizes and distances: the one place that decides how the application looks.
#pragma once

#include <imgui.h>

#include "app/text/text_layout.h"

namespace shenbao::app {

struct Palette {
    ImU32 desk, page, page_edge, page_shadow;  // behind and of the paper
    ImU32 surface, sunken, hover, pressed;     // panels, bars, buttons
    ImU32 border, border_strong;               // lines of the application
    ImU32 rule, rule_faint;                    // lines of the paper; faint also around other fields
    ImU32 text, text_soft, text_faint, text_disabled;
    ImU32 entered;                                               // text a person entered
    ImU32 label_fill, computed_fill, required_fill, hover_fill;  // cells
    ImU32 accent, accent_strong, accent_soft, on_accent;
    ImU32 seal;  // the red of the mark
    ImU32 error, error_soft, explain, explain_soft, hint, hint_soft, good, good_soft;
};

const Palette& palette_for(bool dark, bool high_contrast);

// One type scale.
inline constexpr TextFace kSmall{12, false}, kSmallBold{12, true}, kBody{13, false}, kBodyBold{13, true},
    kLarge{14, false}, kTitle{16, true};

inline constexpr float kGrid = 4;  // larger distances are multiples of it
inline constexpr float kToolbarHeight = 52;
inline constexpr float kStatusHeight = 28;
inline constexpr float kRounding = 6;
inline constexpr float kDialogRounding = 10;

}  // namespace shenbao::app
