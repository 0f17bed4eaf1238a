// What lies over the form: the draft manager, the preview of a paste, the sheet of shortcuts.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/dialogs/dialog_frame.h"
#include "app/dialogs/drafts_view.h"
#include "app/dialogs/paste_view.h"
#include "app/dialogs/shortcuts_view.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kSmallDialog = 760;

// What moves and deletes in a text that is being edited.
bool belongs_to_text(Key key) {
    switch (key) {
        case Key::Up:
        case Key::Down:
        case Key::Left:
        case Key::Right:
        case Key::Home:
        case Key::End:
        case Key::ControlHome:
        case Key::ControlEnd:
        case Key::ControlUp:
        case Key::ControlDown:
        case Key::ControlLeft:
        case Key::ControlRight:
        case Key::PageUp:
        case Key::PageDown:
        case Key::SelectAll:
        case Key::Clear:
            return true;
        default:
            return false;
    }
}

}  // namespace

Rect Desk::dialog_place() const {
    float width = std::min(1040.0F, m_width - 32), height = std::min(720.0F, m_height - 48);
    if (!m_dialog.open()) {
        width = std::min(width, kSmallDialog);
        // What a preview needs is known once it has been drawn.
        const float drawn = region(RegionId::Dialog).content_height;
        height = std::min(height, m_shortcuts_shown ? shortcuts_height(width) : drawn > 0 ? drawn : 600.0F);
    }
    return {std::floor((m_width - width) / 2), std::floor((m_height - height) / 2), width, height};
}

std::string_view Desk::dialog_title() const {
    if (m_paste) return texts::kPastePreview;
    return m_shortcuts_shown ? texts::kShortcuts : m_dialog.title();
}

void Desk::draw_dialog(Canvas& canvas, float scroll_bar) {
    std::vector<Node> none;
    Region window;
    window.rect = {0, 0, m_width, m_height};
    const Rect place = dialog_place();
    canvas.begin(RegionId::Dialog, window, none);
    draw_dialog_ground(canvas, window.rect, place, m_dark);
    canvas.end();
    Region& dialog = region(RegionId::Dialog);
    canvas.begin(RegionId::Dialog, dialog, nodes(RegionId::Dialog));
    dialog.content_width = place.width - (m_shortcuts_shown ? 0 : scroll_bar);
    if (m_paste) {
        const float needed = paste_view(canvas, dialog.content_width, *m_paste);
        if (needed != std::exchange(dialog.content_height, needed)) platform::request_frame();
    } else if (m_shortcuts_shown) {
        dialog.content_height = shortcuts_height(dialog.content_width);
        shortcuts_view(canvas, dialog.content_width);
    } else {
        dialog.content_height = drafts_view(canvas, dialog.content_width, m_dialog.state());
    }
    canvas.end();
}

bool Desk::dialog_key(Key key) {
    if (key == Key::ZoomIn || key == Key::ZoomOut || key == Key::ZoomReset || key == Key::Print) return false;
    if (m_dialog.open()) {
        const bool naming = m_interaction.focused == "drafts:name";
        if (naming && belongs_to_text(key)) return false;
        if (key == Key::Escape || (key == Key::Enter && naming))
            carry_out(m_dialog.pressed(key == Key::Enter));
        return key != Key::Enter || naming;
    }
    if (key == Key::Escape || (key == Key::Shortcuts && m_shortcuts_shown)) close_dialog();
    return true;
}

void Desk::close_dialog() {
    m_paste.reset();
    m_shortcuts_shown = false;
    m_pending_focus = std::exchange(m_dialog_return, {});
    region(RegionId::Dialog).scroll_y = region(RegionId::Dialog).content_height = 0;
    platform::request_frame();
}

void Desk::show_shortcuts() {
    m_dialog_return = m_interaction.focused.empty() ? std::string("button:shortcuts") : m_interaction.focused;
    m_shortcuts_shown = true;
    m_pending_focus = "keys:close";
    platform::request_frame();
}

bool Desk::dialog_activated(std::string_view id) {
    if (id == "button:shortcuts") {
        show_shortcuts();
    } else if (id == "paste:apply") {
        // Another window may have taken the draft since; what was to be pasted stays in sight then.
        if (!m_paste || refuse_edit()) return true;
        apply_paste(*std::exchange(m_paste, std::nullopt));
        close_dialog();
    } else if (id == "paste:close" || id == "keys:close") {
        close_dialog();
    } else {
        return false;
    }
    return true;
}

}  // namespace shenbao::app
