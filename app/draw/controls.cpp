#include "app/draw/controls.h"

#include <algorithm>
#include <utility>

namespace shenbao::app {

namespace {
constexpr float kIconSize = 16, kButtonPadding = 8, kIconGap = 4;
}

float button_width(const ButtonLook& look) {
    float width = 2 * kButtonPadding;
    if (look.has_icon) width += kIconSize;
    if (!look.label.empty()) width += measure(look.label, look.face) + (look.has_icon ? kIconGap : 0);
    return width;
}

void button(Canvas& canvas, std::string_view id, const Rect& rect, const ButtonLook& look,
            std::string_view name, Action action, std::string_view shortcut) {
    const Palette& colors = canvas.colors();
    const bool on = look.pressed == 1;
    if (!look.disabled) {
        if (look.primary) {
            canvas.fill(rect,
                        canvas.is_hovered(id) || canvas.is_pressed(id) ? colors.accent_strong : colors.accent,
                        kRounding);
        } else if (canvas.is_pressed(id)) {
            canvas.fill(rect, colors.pressed, kRounding);
        } else if (on) {
            canvas.fill(rect, colors.accent_soft, kRounding);
        } else if (canvas.is_hovered(id)) {
            canvas.fill(rect, colors.hover, kRounding);
        }
    }
    if (look.framed) canvas.frame(rect, colors.border_strong, 1, kRounding);
    // Around a button of the ring's own colour there is a gap, so that the ring is seen.
    const float gap = look.primary ? 3 : 0;
    if (canvas.is_focused(id))
        canvas.frame({rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap}, colors.accent,
                     2, kRounding + gap);
    const ImU32 ink = look.disabled  ? colors.text_disabled
                      : look.primary ? colors.on_accent
                      : on           ? colors.accent_strong
                                     : colors.text;
    const float label = look.label.empty() ? 0 : measure(look.label, look.face);
    const float content =
        (look.has_icon ? kIconSize : 0) + label + (look.has_icon && label > 0 ? kIconGap : 0);
    float x = rect.x + (rect.width - content) / 2;
    if (look.has_icon) {
        canvas.icon(look.icon, x, rect.y + (rect.height - kIconSize) / 2, kIconSize, ink);
        x += kIconSize + kIconGap;
    }
    if (!look.label.empty()) canvas.text({x, rect.y, label + 1, rect.height}, look.label, look.face, ink);

    Node node;
    node.id = id;
    node.role = Role::Button;
    node.rect = rect;
    node.name = name;
    node.style = {.size = static_cast<float>(look.face.size),
                  .line_height = rect.height,
                  .weight = look.face.bold ? 700 : 400,
                  .align = 'c',
                  .middle = true,
                  .padding_x = 0,
                  .padding_y = 0};
    node.disabled = look.disabled;
    node.pressed = look.pressed;
    node.shortcut = shortcut;
    node.action = std::move(action);
    canvas.describe(std::move(node));
}

ImU32 level_color(const Palette& palette, Level level) {
    return level == Level::Error ? palette.error : level == Level::Explain ? palette.explain : palette.hint;
}
ImU32 level_soft_color(const Palette& palette, Level level) {
    return level == Level::Error     ? palette.error_soft
           : level == Level::Explain ? palette.explain_soft
                                     : palette.hint_soft;
}
Icon level_icon(Level level) {
    return level == Level::Error ? Icon::Error : level == Level::Explain ? Icon::Explain : Icon::Hint;
}

float count_badge(Canvas& canvas, float right, float middle, int count, ImU32 ink, ImU32 ground) {
    if (count <= 0) return right;
    const std::string label = std::to_string(count);
    const float width = std::max(18.0F, measure(label, kSmallBold) + 10);
    const Rect rect{right - width, middle - 9, width, 18};
    canvas.fill(rect, ground, 9);
    canvas.text(rect, label, kSmallBold, ink, 'c');
    return rect.x - kGrid;
}

}  // namespace shenbao::app
