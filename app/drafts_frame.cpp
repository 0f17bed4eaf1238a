#include "app/drafts_frame.h"

#include "app/controls.h"
#include "app/drafts_texts_zh.h"

namespace shenbao::app {

void DraftsFrame::words(std::string id, const Rect& rect, std::string_view text, TextFace face, ImU32 color) {
    m_canvas.text(rect, text, face, color);
    m_canvas.describe_text(std::move(id), rect, text, face, rect.height);
}

float DraftsFrame::button_before(float right, float y, std::string_view id, std::string_view label,
                                 std::string_view name, bool framed) {
    const ButtonLook look{.label = label, .has_icon = false, .framed = framed, .face = kSmall};
    const float width = button_width(look);
    button(m_canvas, id, {right - width, y, width, kButton}, look, name);
    return right - width - (framed ? 8.0F : 0.0F);
}

float DraftsFrame::button_after(float x, float y, std::string_view id, std::string_view label,
                                std::string_view name) {
    const ButtonLook look{.label = label, .has_icon = false, .framed = true, .face = kSmall};
    const float width = button_width(look);
    button(m_canvas, id, {x, y, width, kButton}, look, name);
    return x + width + 8;
}

void DraftsFrame::draw_head(std::string_view title) {
    const Rect rect{kSide, 18, m_width - 2 * kSide - 140, 28};
    m_canvas.text(rect, title, kTitle, m_colors.text);
    Node node;
    node.id = "drafts:title";
    node.role = Role::Heading;
    node.level = 2;
    node.name = node.value = title;
    node.rect = rect;
    node.style = {.size = 16, .line_height = 28, .weight = 700, .padding_x = 0, .padding_y = 0};
    m_canvas.describe(std::move(node));
    const float right = m_width - 16;
    button(m_canvas, "drafts:close", {right - 28, 18, 28, 28}, {.icon = Icon::Close}, texts::kCloseDrafts);
    if (m_state.page != DraftsPage::List)
        button_before(right - 40, 18, "drafts:back", texts::kBack, texts::kBack, true);
    m_y = 60;
    if (!m_state.message.empty()) draw_message();
}

void DraftsFrame::draw_message() {
    const Rect bar{kSide, m_y, m_width - 2 * kSide, 36};
    m_canvas.fill(bar, m_colors.hint_soft, kRounding);
    words("drafts:message", {bar.x + 12, bar.y, bar.width - 120, bar.height}, m_state.message, kSmall,
          m_colors.text);
    if (!m_state.deleted.empty())
        button_before(bar.x + bar.width - 8, bar.y + 4, "drafts:undelete", texts::kUndoDelete,
                      texts::kUndoDelete, true);
    m_y += 48;
}

}  // namespace shenbao::app
