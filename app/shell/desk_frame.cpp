#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/paper/paper_view.h"
#include "app/shell/desk.h"
#include "app/shell/help_view.h"
#include "app/shell/platform.h"
#include "app/shell/sections_view.h"
#include "app/shell/toolbar_view.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

// What a native scroll bar may take from a region.
constexpr float kScrollBar = 14;
// Narrower windows show the panels over the paper: a tablet held upright.
constexpr float kDrawers = 900;

// Leaves what can be read, and nothing that changes the form.
void make_read_only(std::vector<Node>& nodes) {
    std::erase_if(nodes, [](const Node& node) {
        return node.role == Role::Button && (node.id.starts_with("add:") || node.id.starts_with("remove:"));
    });
    for (Node& node : nodes) {
        const bool field = node.role == Role::TextBox || node.role == Role::MultilineTextBox ||
                           node.role == Role::SpinButton || node.role == Role::ComboBox;
        if (field) node.read_only = true;
        if (node.id.starts_with("fix:") || node.id.starts_with("up:") || node.id.starts_with("down:"))
            node.disabled = true;
    }
}

// The order in which a screen reader reads the regions.
constexpr RegionId kReadingOrder[] = {RegionId::Toolbar, RegionId::Banner,  RegionId::Sections,
                                      RegionId::Paper,   RegionId::Filters, RegionId::Findings,
                                      RegionId::Help,    RegionId::Status,  RegionId::Dialog};

}  // namespace

Desk::Panels Desk::panels() const {
    Panels panels;
    panels.over = m_width < kDrawers;
    panels.sections = m_sections_open.value_or(m_width >= 1200);
    panels.findings = m_findings_open.value_or(m_width >= 1024);
    panels.left = panels.sections ? (m_width < 1200 ? 188.0F : m_width < 1500 ? 216.0F : 240.0F) : 0;
    panels.right = panels.findings ? (m_width < 1200 ? 296.0F : m_width < 1500 ? 332.0F : 360.0F) : 0;
    return panels;
}

void Desk::place_regions(const Panels& panels) {
    const float bar = banner().text.empty() ? 0 : kBannerHeight;
    const float top = kToolbarHeight + bar, height = std::max(0.0F, m_height - top - kStatusHeight);
    const float help = std::min(m_help_height, std::floor(height * 0.45F));
    const float right = m_width - panels.right;
    const auto place = [&](RegionId id, std::string_view name, Rect rect, bool visible) {
        Region& one = region(id);
        one.name = name;
        one.rect = rect;
        one.visible = visible;
    };
    place(RegionId::Toolbar, texts::kToolbar, {0, 0, m_width, top}, true);
    place(RegionId::Sections, texts::kSections, {0, top, panels.left, height}, panels.sections);
    const float paper_left = panels.over ? 0 : panels.left, paper_right = panels.over ? m_width : right;
    place(RegionId::Paper, texts::kPaper, {paper_left, top, std::max(0.0F, paper_right - paper_left), height},
          true);
    place(RegionId::Filters, texts::kFilters, {right, top, panels.right, kFiltersHeight}, panels.findings);
    place(RegionId::Findings, texts::kFindings,
          {right, top + kFiltersHeight, panels.right, std::max(0.0F, height - kFiltersHeight - help)},
          panels.findings);
    place(RegionId::Help, texts::kHelp, {right, top + height - help, panels.right, help}, panels.findings);
    place(RegionId::Status, texts::kStatus, {0, m_height - kStatusHeight, m_width, kStatusHeight}, true);
    place(RegionId::Banner, texts::kBanner, {0, kToolbarHeight, m_width, bar}, bar > 0);
    place(RegionId::Dialog, dialog_title(), dialog_place(), dialog_open());
    for (Region& one : m_semantics.regions) one.behind = dialog_open();
    region(RegionId::Dialog).behind = false;
    for (RegionId id : {RegionId::Toolbar, RegionId::Status, RegionId::Filters, RegionId::Banner})
        region(id).content_width = region(id).rect.width, region(id).content_height = region(id).rect.height;
}

void Desk::place_paper() {
    const float width = region(RegionId::Paper).rect.width - kScrollBar;
    const float fit = fitting_zoom(m_document.sheet(), width);
    if (m_zoom_mode == ZoomMode::Automatic) m_zoom = std::clamp(fit, 0.85F, 1.2F);
    if (m_zoom_mode == ZoomMode::FitWidth) m_zoom = std::clamp(fit, 0.4F, 3.0F);
    const PaperKey key{m_document.revision(), m_zoom, width, ImGui::GetIO().DisplayFramebufferScale.x,
                       m_keeper.can_edit()};
    if (key == m_paper_key) {
        m_anchor.reset();
        return;
    }
    // Widths are those of whole device pixels.
    if (key.ratio != m_paper_key.ratio) m_texts.clear();
    m_paper_key = key;
    m_paper = lay_out_paper(m_document.sheet(), m_texts, m_zoom, width);
    m_paper_rows = names_of_rows(m_document.sheet());
    m_rows_compared = ~0UL;
    Region& paper = region(RegionId::Paper);
    paper.content_width = m_paper.content_width;
    paper.content_height = m_paper.content_height;
    nodes(RegionId::Paper).clear();
    describe_paper(m_document, m_paper, nodes(RegionId::Paper));
    if (!m_keeper.can_edit()) make_read_only(nodes(RegionId::Paper));
    m_paper_changed = true;
    hold_anchor();
}

// Scrolls so that what was under the pointer before the zoom is there again. The region's own offset changes
// at once, so that no frame shows another place; the platform follows when the content has its new size.
void Desk::hold_anchor() {
    if (!m_anchor) return;
    const Anchor anchor = *std::exchange(m_anchor, std::nullopt);
    if (anchor.row + 1 >= m_paper.row_tops.size()) return;
    Region& paper = region(RegionId::Paper);
    const float top = m_paper.row_tops[anchor.row], height = m_paper.row_tops[anchor.row + 1] - top;
    const float x = m_paper.page.x + anchor.page_part * m_paper.page.width - anchor.x;
    const float y = top + anchor.row_part * height - anchor.y;
    paper.scroll_x = std::round(std::clamp(x, 0.0F, std::max(0.0F, paper.content_width - paper.rect.width)));
    paper.scroll_y =
        std::round(std::clamp(y, 0.0F, std::max(0.0F, paper.content_height - paper.rect.height)));
    scroll_later(RegionId::Paper, paper.scroll_x, paper.scroll_y);
}

void Desk::draw_regions(const Panels& panels) {
    Canvas canvas(palette_for(m_dark, m_high_contrast), m_texts, m_interaction);
    for (RegionId id : kReadingOrder)
        if (id != RegionId::Paper) nodes(id).clear();

    std::vector<Node> drawn_only;
    const Region& paper = region(RegionId::Paper);
    canvas.begin(RegionId::Paper, paper, drawn_only);
    draw_paper(canvas, paper, m_document, m_paper,
               {path_of(m_interaction.focused), m_selected, m_interaction.hovered,
                m_selection.range(m_document.sheet()), !m_keeper.can_edit()});
    canvas.end();

    if (panels.sections) {
        Region& sections = region(RegionId::Sections);
        canvas.begin(RegionId::Sections, sections, nodes(RegionId::Sections));
        sections.content_width = panels.left;
        sections.content_height =
            sections_view(canvas, panels.left, sections.rect.height, m_document, current_section());
        canvas.end();
    }
    if (panels.findings) {
        const FindingsState state{m_document, m_finding_ids, m_notices, m_filter,
                                  finding_index(m_current_finding)};
        canvas.begin(RegionId::Filters, region(RegionId::Filters), nodes(RegionId::Filters));
        filters_view(canvas, panels.right, state);
        canvas.end();

        Region& findings = region(RegionId::Findings);
        canvas.begin(RegionId::Findings, findings, nodes(RegionId::Findings));
        // The paper must not show through where a scroll bar may come.
        if (panels.over)
            canvas.fill({findings.scroll_x, findings.scroll_y, findings.rect.width, findings.rect.height},
                        canvas.colors().surface);
        const FindingsPlaces places =
            findings_view(canvas, panels.right - kScrollBar + 4, findings.rect.height, state);
        canvas.end();
        findings.content_width = panels.right - kScrollBar;
        findings.content_height = places.content_height;
        if (std::exchange(m_reveal_finding, false) && places.current_bottom > places.current_top) {
            const float top = places.current_top - 44, bottom = places.current_bottom + 16;
            if (top < findings.scroll_y || bottom > findings.scroll_y + findings.rect.height)
                scroll_later(RegionId::Findings, 0, std::max(0.0F, top));
        }

        Region& help = region(RegionId::Help);
        canvas.begin(RegionId::Help, help, nodes(RegionId::Help));
        help.content_width = panels.right;
        help.content_height = help_view(canvas, panels.right, m_document, help_state());
        canvas.end();
        if (!m_keeper.can_edit())
            for (RegionId id : {RegionId::Findings, RegionId::Help}) make_read_only(nodes(id));
        // Takes effect in the next frame, which must come at once.
        const float wanted = std::max(96.0F, help.content_height);
        if (wanted != std::exchange(m_help_height, wanted)) platform::request_frame();
    }

    canvas.begin(RegionId::Status, region(RegionId::Status), nodes(RegionId::Status));
    status_view(canvas, m_width, m_document, m_save,
                texts::backup_age(m_keeper.backup_at(), platform::now().milliseconds));
    canvas.end();
    if (const Banner shown = banner(); !shown.text.empty()) {
        canvas.begin(RegionId::Banner, region(RegionId::Banner), nodes(RegionId::Banner));
        banner_view(canvas, m_width, shown);
        canvas.end();
    }

    const History& history = m_document.history();
    canvas.begin(RegionId::Toolbar, region(RegionId::Toolbar), nodes(RegionId::Toolbar));
    toolbar_view(canvas, m_width,
                 {.title = m_document.definition().title,
                  .can_undo = history.can_undo() && m_keeper.can_edit(),
                  .can_redo = history.can_redo() && m_keeper.can_edit(),
                  .undo_name = history.undo_name(),
                  .redo_name = history.redo_name(),
                  .zoom_percent = static_cast<int>(std::lround(m_zoom * 100)),
                  .fits_width = m_zoom_mode == ZoomMode::FitWidth,
                  .sections_open = panels.sections,
                  .findings_open = panels.findings});
    canvas.end();
    if (dialog_open()) draw_dialog(canvas, kScrollBar);
}

void Desk::announce(std::string_view text) {
    if (!m_to_announce.empty()) m_to_announce += "；";
    m_to_announce += text;
}

// Makes the nodes of all regions one list, if any of them changed.
void Desk::publish() {
    bool differs = std::exchange(m_paper_changed, false) || !m_to_announce.empty();
    for (RegionId id : kReadingOrder) {
        if (id == RegionId::Paper) continue;
        const auto index = static_cast<size_t>(id);
        if (m_nodes[index] == m_previous[index]) continue;
        m_previous[index] = m_nodes[index];
        differs = true;
    }
    std::array<Rect, kRegionCount * 2> places;
    for (size_t i = 0; i < kRegionCount; ++i) {
        const Region& one = m_semantics.regions[i];
        places[2 * i] = one.rect;
        places[2 * i + 1] = {one.content_width, one.content_height, one.visible ? 1.0F : 0.0F,
                             one.behind ? 1.0F : 0.0F};
    }
    differs = std::exchange(m_places, places) != places || differs;
    if (!differs) return;
    if (!m_to_announce.empty()) {
        m_semantics.announcement = std::exchange(m_to_announce, {});
        ++m_semantics.announcements;
    }
    m_semantics.nodes.clear();
    for (RegionId id : kReadingOrder) {
        const std::vector<Node>& some = nodes(id);
        m_semantics.nodes.insert(m_semantics.nodes.end(), some.begin(), some.end());
    }
    ++m_semantics.revision;
    keep_focus();
}

// What had the keyboard may be gone: a closed notice, a repaired finding, a row whose adding was undone. The
// cell worked on has it then, or the one nearest to where that was.
void Desk::keep_focus() {
    const std::string& focused = m_interaction.focused;
    if (focused.empty() || m_focus_moves || !m_pending_focus.empty() || dialog_open()) return;
    for (const Node& node : m_semantics.nodes) {
        if (node.id != focused) continue;
        if (path_of(focused) == m_active) m_active_place = node.rect;
        return;
    }
    float least = std::numeric_limits<float>::max();
    for (const Node& node : nodes(RegionId::Paper)) {
        const std::string_view path = path_of(node.id);
        if (path.empty() || node.role == Role::Cell) continue;
        const float away = path == m_active ? -1
                                            : std::abs(node.rect.y - m_active_place.y) * 4 +
                                                  std::abs(node.rect.x - m_active_place.x);
        if (away < least) least = away, m_pending_focus = node.id;
    }
}

void Desk::scroll_later(RegionId id, float x, float y) {
    m_pending_scrolls[static_cast<size_t>(id)] = Scroll{x, y};
    platform::request_frame();
}

void Desk::frame() {
    ++m_frames;
    // Elements described in the last frame exist by now.
    m_focus_moves = !m_pending_focus.empty() && m_paper_key.revision == m_document.revision();
    if (m_focus_moves) platform::focus(std::exchange(m_pending_focus, {}), true);
    if (std::exchange(m_scroll_due, false)) {
        for (int id = 0; id < kRegionCount; ++id) {
            const std::optional<Scroll> place = std::exchange(m_pending_scrolls[static_cast<size_t>(id)], {});
            if (place) platform::scroll_to(id, place->x, place->y);
        }
    }
    const Panels shown = panels();
    place_regions(shown);
    place_paper();
    draw_regions(shown);
    publish();
    if (m_waiting_move) move_from(path_of(m_interaction.focused), *std::exchange(m_waiting_move, {}));
    m_texts.sweep();
    for (const auto& place : m_pending_scrolls) m_scroll_due = m_scroll_due || place;
    if (m_scroll_due || !m_pending_focus.empty()) platform::request_frame();
}

}  // namespace shenbao::app
