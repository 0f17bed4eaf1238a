#include "app/dialogs/drafts_frame.h"

#include "app/words/drafts_texts_zh.h"

namespace shenbao::app {

void DraftsFrame::draw_head(std::string_view title) {
    const float right = draw_title("drafts", title, texts::kCloseDrafts, does(DraftsAct::Close));
    if (m_state.page != DraftsPage::List)
        button_before(right, 18, "drafts:back", texts::kBack, texts::kBack, does(DraftsAct::Back), true);
    if (!m_state.message.empty()) draw_message();
}

void DraftsFrame::draw_message() {
    const Rect bar{kSide, m_y, m_width - 2 * kSide, 36};
    m_canvas.fill(bar, m_colors.hint_soft, kRounding);
    words("drafts:message", {bar.x + 12, bar.y, bar.width - 120, bar.height}, m_state.message, kSmall,
          m_colors.text);
    if (!m_state.deleted.empty())
        button_before(bar.x + bar.width - 8, bar.y + 4, "drafts:undelete", texts::kUndoDelete,
                      texts::kUndoDelete, does(DraftsAct::Undelete), true);
    m_y += 48;
}

}  // namespace shenbao::app
