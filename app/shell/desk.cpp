#include "app/shell/desk.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/paper/paper_view.h"
#include "app/shell/platform.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr std::array kZoomSteps{0.5F,  0.67F, 0.75F, 0.8F, 0.9F, 1.0F, 1.1F,
                                1.25F, 1.5F,  1.75F, 2.0F, 2.5F, 3.0F};

// "add:income.fiscal" → "income", "fiscal".
std::pair<std::string_view, std::string_view> row_of(std::string_view id) {
    const size_t colon = id.find(':'), dot = id.find('.', colon);
    if (colon == std::string_view::npos || dot == std::string_view::npos) return {};
    return {id.substr(colon + 1, dot - colon - 1), id.substr(dot + 1)};
}

}  // namespace

Desk::Desk(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store)
    : m_document(form, blank_declaration(form->definition()), platform::now().day),
      m_keeper(store, form->definition()),
      m_dialog(m_keeper, m_document.definition()) {
    m_save = {SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)};
    restore();
}

Desk::~Desk() {
    m_keeper.leave();
}

void Desk::resize(float width, float height) {
    if (width == m_width && height == m_height) return;
    const bool had_drawers = panels().over;
    m_width = width;
    m_height = height;
    // Panels that lay beside the paper must not cover it now.
    if (panels().over && !had_drawers) m_sections_open.reset(), m_findings_open.reset();
    platform::request_frame();
}

void Desk::set_scheme(bool dark, bool high_contrast) {
    m_dark = dark;
    m_high_contrast = high_contrast;
    platform::request_frame();
}

void Desk::scrolled(RegionId id, float x, float y) {
    Region& one = region(id);
    if (one.scroll_x == x && one.scroll_y == y) return;
    one.scroll_x = x;
    one.scroll_y = y;
    platform::request_frame();
}

void Desk::hovered(std::string_view id) {
    if (m_interaction.hovered == id) return;
    m_interaction.hovered = id;
    platform::request_frame();
}

void Desk::pressed(std::string_view id) {
    if (m_interaction.pressed == id) return;
    m_interaction.pressed = id;
    platform::request_frame();
}

void Desk::focused(std::string_view id) {
    m_interaction.focused = id;
    m_text_at_focus = field_text(id);
    m_errors_at_focus = error_keys();
    m_document.seal();
    const std::string_view path = path_of(id);
    if (!path.empty()) {
        m_active = path;
        m_selected.clear();
        close_drawers();
        if (path != m_selection.anchor()) m_selection.clear();
        follow_active_cell();
    }
    platform::request_frame();
}

void Desk::blurred(std::string_view id) {
    const bool focused = m_interaction.focused == id;
    if (focused) m_interaction.focused.clear();
    if (const std::string_view path = path_of(id); !path.empty()) {
        // Looking changes nothing: not what was left as it is, nor a rewriting that was undone.
        if (focused && field_text(id) != m_text_at_focus) normalize(path);
        if (focused) announce_new_errors();
    }
    m_document.seal();
    platform::request_frame();
}

std::set<std::string> Desk::error_keys() const {
    std::set<std::string> keys;
    for (const Finding& finding : m_document.state().findings)
        if (finding.level == Level::Error) keys.insert(finding.key);
    return keys;
}

// Once a cell is left, not at each key.
void Desk::announce_new_errors() {
    const std::string* first = nullptr;
    size_t count = 0;
    for (const Finding& finding : m_document.state().findings) {
        if (finding.level != Level::Error || m_errors_at_focus.count(finding.key) > 0) continue;
        if (++count == 1) first = &finding.message;
    }
    if (first != nullptr) announce(texts::new_errors(*first, count));
    m_errors_at_focus = error_keys();
}

void Desk::activated(std::string_view id) {
    platform::request_frame();
    if (dialog_activated(id)) return;
    if (id == "button:drafts") return show_drafts();
    if (id.starts_with("drafts:replace:")) save_draft();
    if (id.starts_with("drafts:")) return carry_out(m_dialog.activated(id, m_document));
    if (id == "lease:take") return take_over();
    if (id == "lease:look") return void(m_looking = true);
    if (id == "lease:file") return save_file();
    if (id == "button:open") return platform::open_file();
    if (id == "button:save") return save_file();
    if (id == "copy:file") return copy_file();
    if (id == "button:new") return start_anew();
    if (id == "button:undo") return undo();
    if (id == "button:redo") return redo();
    if (id == "button:print") return print();
    if (id == "button:zoom-in") return zoom_by_step(1);
    if (id == "button:zoom-out") return zoom_by_step(-1);
    if (id == "button:zoom-reset") return set_zoom(1);
    if (id == "button:next-finding") return go_to_next_finding(1);
    if (id == "button:previous-finding") return go_to_next_finding(-1);
    if (id == "button:fit-width") {
        m_zoom_mode = m_zoom_mode == ZoomMode::FitWidth ? ZoomMode::Automatic : ZoomMode::FitWidth;
    } else if (id == "button:sections") {
        m_sections_open = !panels().sections;
        if (panels().over && panels().sections) m_findings_open = false;
    } else if (id == "button:findings") {
        m_findings_open = !panels().findings;
        if (panels().over && panels().findings) m_sections_open = false;
    } else if (id == "filter:all") {
        m_filter = FindingFilter::All;
    } else if (id == "filter:error") {
        m_filter = FindingFilter::Errors;
    } else if (id == "filter:explain") {
        m_filter = FindingFilter::Explains;
    } else if (id == "filter:hint") {
        m_filter = FindingFilter::Hints;
    } else if (id.starts_with("section:")) {
        go_to_section(id.substr(id.find(':') + 1));
    } else if (id.starts_with("finding:")) {
        if (const int index = finding_index(id); index >= 0) go_to_finding(static_cast<size_t>(index));
    } else if (id.starts_with("fix:")) {
        const int index = finding_index("finding:" + std::string(id.substr(4)));
        if (index >= 0) repair(static_cast<size_t>(index));
    } else if (id.starts_with("close:")) {
        std::erase_if(m_notices, [&](const Notice& notice) { return notice.id == id.substr(6); });
        if (id == "close:backup") m_keeper.snooze_backup(platform::now().milliseconds);
    } else if (id.starts_with("add:")) {
        const auto [table, row] = row_of(id);
        add_row(table, row);
    } else if (id.starts_with("remove:")) {
        const auto [table, row] = row_of(id);
        remove_row(table, row);
    } else if (id.starts_with("up:") || id.starts_with("down:")) {
        const auto [table, row] = row_of(id);
        move_row(table, row, id.starts_with("up:") ? -1 : 1);
    }
}

bool Desk::key(Key key, bool editing, bool extend) {
    if (dialog_open() && dialog_key(key)) return true;
    if (table_key(key, editing, extend)) return true;
    const std::string focused = m_interaction.focused;
    const std::string path(path_of(focused));
    const SheetCell* cell = cell_of(path);
    switch (key) {
        case Key::Enter:
        case Key::ShiftEnter:
            if (cell == nullptr || cell->type == ValueType::LongText) return false;
            return move_from(path, key);
        case Key::ControlEnter:
            if (cell == nullptr) {
                if (!focused.starts_with("explain:")) return false;
                go_to_next_finding(1);
                return true;
            }
            return move_from(path, Key::Enter);
        case Key::Escape:
            return escape(focused);
        case Key::Up:
        case Key::Down:
        case Key::Left:
        case Key::Right:
            if (cell == nullptr || editing) return false;
            return move_from(path, key);
        case Key::NextFinding:
            go_to_next_finding(1);
            return true;
        case Key::PreviousFinding:
            go_to_next_finding(-1);
            return true;
        case Key::Save:
            save_file();
            return true;
        case Key::Open:
            platform::open_file();
            return true;
        case Key::New:
            start_anew();
            return true;
        case Key::Undo:
        case Key::Redo:
            // While a field holds edits of its own, its own undo serves better.
            if (editing && field_text(focused) != m_text_at_focus) return false;
            key == Key::Undo ? undo() : redo();
            return true;
        case Key::Print:
            print();
            return true;
        case Key::Shortcuts:
            show_shortcuts();
            return true;
        case Key::NextRegion:
        case Key::PreviousRegion:
            go_to_region(key == Key::NextRegion ? 1 : -1);
            return true;
        case Key::ZoomIn:
            zoom_by_step(1);
            return true;
        case Key::ZoomOut:
            zoom_by_step(-1);
            return true;
        case Key::ZoomReset:
            set_zoom(1);
            return true;
        default:
            return false;
    }
}

void Desk::set_zoom(float zoom) {
    const Rect& view = region(RegionId::Paper).rect;
    set_zoom(zoom, view.x + view.width / 2, view.y + view.height / 2);
}

void Desk::set_zoom(float zoom, float x, float y) {
    m_zoom_mode = ZoomMode::Fixed;
    m_zoom = std::clamp(zoom, kZoomSteps.front(), kZoomSteps.back());
    // Several steps may come before the next frame: all of them are about what was there before the first.
    const Region& paper = region(RegionId::Paper);
    if (!m_anchor && m_paper.row_tops.size() > 1 && m_paper.page.width > 0) {
        const float view_x = x - paper.rect.x, view_y = y - paper.rect.y;
        const float content_y = paper.scroll_y + view_y;
        const std::vector<float>& tops = m_paper.row_tops;
        const auto below = std::upper_bound(tops.begin(), tops.end() - 1, content_y);
        const size_t row = below == tops.begin() ? 0 : static_cast<size_t>(below - tops.begin()) - 1;
        const size_t last = std::min(row, tops.size() - 2);
        const float height = std::max(1.0F, tops[last + 1] - tops[last]);
        m_anchor = Anchor{view_x, view_y, last, (content_y - tops[last]) / height,
                          (paper.scroll_x + view_x - m_paper.page.x) / m_paper.page.width};
    }
    platform::request_frame();
}

void Desk::zoom_by_step(int direction) {
    constexpr float kSlack = 0.01F;
    if (direction > 0) {
        for (float step : kZoomSteps)
            if (step > m_zoom + kSlack) return set_zoom(step);
    } else {
        for (size_t i = kZoomSteps.size(); i-- > 0;)
            if (kZoomSteps[i] < m_zoom - kSlack) return set_zoom(kZoomSteps[i]);
    }
}

// A drawer has done its work once the paper is used again.
void Desk::close_drawers() {
    if (!panels().over) return;
    m_sections_open.reset();
    m_findings_open.reset();
}

void Desk::notify(Notice notice) {
    std::erase_if(m_notices, [&](const Notice& one) { return one.id == notice.id; });
    const bool needs_eyes = notice.level != Level::Hint || !notice.action.empty();
    if (needs_eyes && !panels().findings) m_findings_open = true;
    // Where it is shown, it is an alert, which is spoken.
    if (!panels().findings) announce(notice.title);
    m_notices.insert(m_notices.begin(), std::move(notice));
    scroll_later(RegionId::Findings, 0, 0);
    platform::request_frame();
}

}  // namespace shenbao::app
