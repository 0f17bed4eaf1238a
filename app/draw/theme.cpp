#include "app/draw/theme.h"

namespace shenbao::app {

namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

constexpr Palette kLight = {
    .desk = rgb(0xE4E7EB),
    .page = rgb(0xFFFFFF),
    .page_edge = rgb(0xCBD0D7),
    .page_shadow = rgb(0x1D2A3A, 12),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xF5F6F8),
    .hover = rgb(0xEEF1F5),
    .pressed = rgb(0xE1E6EC),
    .border = rgb(0xDFE3E8),
    .border_strong = rgb(0xC3CAD3),
    .rule = rgb(0x5B6470),
    .rule_faint = rgb(0x7F8896),
    .text = rgb(0x1F2733),
    .text_soft = rgb(0x566071),
    .text_faint = rgb(0x626D7E),
    .text_disabled = rgb(0xB4BCC7),
    .entered = rgb(0x111827),
    .label_fill = rgb(0xF7F8FA),
    .computed_fill = rgb(0xEAF1FA),
    .required_fill = rgb(0xFFFBEB),
    .hover_fill = rgb(0xF1F6FE),
    .accent = rgb(0x1F5FBF),
    .accent_strong = rgb(0x174A97),
    .accent_soft = rgb(0xE7F0FB),
    .on_accent = rgb(0xFFFFFF),
    .seal = rgb(0xC0272D),
    .error = rgb(0xC8302F),
    .error_soft = rgb(0xFDEEED),
    .explain = rgb(0x9C5A00),
    .explain_soft = rgb(0xFEF4E1),
    .hint = rgb(0x4F6B8A),
    .hint_soft = rgb(0xEDF2F7),
    .good = rgb(0x1D7A4C),
    .good_soft = rgb(0xE6F4EC),
};

constexpr Palette kDark = {
    .desk = rgb(0x14171C),
    .page = rgb(0x23272E),
    .page_edge = rgb(0x3A414B),
    .page_shadow = rgb(0x000000, 40),
    .surface = rgb(0x1C2026),
    .sunken = rgb(0x181B20),
    .hover = rgb(0x2A3038),
    .pressed = rgb(0x343B45),
    .border = rgb(0x333A43),
    .border_strong = rgb(0x4A535F),
    .rule = rgb(0x7A8594),
    .rule_faint = rgb(0x737E8D),
    .text = rgb(0xE6EAF0),
    .text_soft = rgb(0xAEB7C4),
    .text_faint = rgb(0x95A0AF),
    .text_disabled = rgb(0x5D6673),
    .entered = rgb(0xF5F7FA),
    .label_fill = rgb(0x292E36),
    .computed_fill = rgb(0x22304A),
    .required_fill = rgb(0x35301D),
    .hover_fill = rgb(0x2A3442),
    .accent = rgb(0x6AA5F5),
    .accent_strong = rgb(0x8FBCF8),
    .accent_soft = rgb(0x21334D),
    .on_accent = rgb(0x0E1726),
    .seal = rgb(0xD24045),
    .error = rgb(0xF2807C),
    .error_soft = rgb(0x3B2324),
    .explain = rgb(0xE9B15B),
    .explain_soft = rgb(0x38301E),
    .hint = rgb(0x9DB6D1),
    .hint_soft = rgb(0x252E39),
    .good = rgb(0x71C797),
    .good_soft = rgb(0x1E3327),
};

// High contrast: black or white grounds, full lines, no tints that carry meaning alone.
constexpr Palette contrasted(Palette palette, bool dark) {
    const ImU32 ink = dark ? rgb(0xFFFFFF) : rgb(0x000000), ground = dark ? rgb(0x000000) : rgb(0xFFFFFF);
    palette.desk = palette.page = palette.surface = palette.sunken = ground;
    palette.label_fill = palette.required_fill = ground;
    palette.page_edge = palette.border = palette.border_strong = palette.rule = palette.rule_faint = ink;
    palette.text = palette.text_soft = palette.text_faint = palette.entered = ink;
    palette.text_disabled = dark ? rgb(0xBBBBBB) : rgb(0x555555);
    palette.accent = palette.accent_strong = dark ? rgb(0x88D8FF) : rgb(0x00409F);
    palette.on_accent = ground;
    palette.error = dark ? rgb(0xFFACA8) : rgb(0x9A0000);
    palette.explain = dark ? rgb(0xFFD27A) : rgb(0x6B3F00);
    palette.good = dark ? rgb(0x8ADBAD) : rgb(0x0A5530);
    palette.seal = rgb(0x9A0000);
    palette.hint = ink;
    return palette;
}

constexpr Palette kLightContrast = contrasted(kLight, false);
constexpr Palette kDarkContrast = contrasted(kDark, true);

}  // namespace

const Palette& palette_for(bool dark, bool high_contrast) {
    if (high_contrast) return dark ? kDarkContrast : kLightContrast;
    return dark ? kDark : kLight;
}

}  // namespace shenbao::app
