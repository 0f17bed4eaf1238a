#include "app/dialogs/dialog_frame.h"

#include <utility>

#include "app/draw/controls.h"

namespace shenbao::app {

void DialogFrame::words(std::string id, const Rect& rect, std::string_view text, TextFace face, ImU32 color) {
    m_canvas.text(rect, text, face, color);
    m_canvas.describe_text(std::move(id), rect, text, face, rect.height);
}

float DialogFrame::button_before(float right, float y, std::string_view id, std::string_view label,
                                 std::string_view name, Action action, bool framed) {
    const ButtonLook look{.label = label, .has_icon = false, .framed = framed, .face = kSmall};
    const float width = button_width(look);
    button(m_canvas, id, {right - width, y, width, kButton}, look, name, std::move(action));
    return right - width - (framed ? 8.0F : 0.0F);
}

float DialogFrame::button_after(float x, float y, std::string_view id, std::string_view label,
                                std::string_view name, Action action) {
    const ButtonLook look{.label = label, .has_icon = false, .framed = true, .face = kSmall};
    const float width = button_width(look);
    button(m_canvas, id, {x, y, width, kButton}, look, name, std::move(action));
    return x + width + 8;
}

float DialogFrame::draw_title(std::string_view dialog, std::string_view title, std::string_view close,
                              Action closes) {
    const Rect rect{kSide, 18, m_width - 2 * kSide - 140, 28};
    m_canvas.text(rect, title, kTitle, m_colors.text);
    Node node;
    node.id = std::string(dialog) + ":title";
    node.role = Role::Heading;
    node.level = 2;
    node.name = node.value = title;
    node.rect = rect;
    node.style = {.size = 16, .line_height = 28, .weight = 700, .padding_x = 0, .padding_y = 0};
    m_canvas.describe(std::move(node));
    const float right = m_width - 16;
    button(m_canvas, std::string(dialog) + ":close", {right - 28, 18, 28, 28}, {.icon = Icon::Close}, close,
           std::move(closes));
    m_y = 60;
    return right - 40;
}

void draw_dialog_ground(Canvas& canvas, const Rect& window, const Rect& dialog, bool dark) {
    canvas.fill(window, IM_COL32(0, 0, 0, dark ? 140 : 90));
    for (int spread = 8; spread >= 1; --spread) {
        const auto out = static_cast<float>(spread);
        canvas.fill({dialog.x - out, dialog.y - out + 3, dialog.width + 2 * out, dialog.height + 2 * out},
                    canvas.colors().page_shadow, kDialogRounding + out);
    }
    canvas.fill(dialog, canvas.colors().surface, kDialogRounding);
}

}  // namespace shenbao::app
