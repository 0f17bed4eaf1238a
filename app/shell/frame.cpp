#include "app/shell/frame.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/dialogs/dialog_frame.h"
#include "app/findings/filters_view.h"
#include "app/findings/findings_view.h"
#include "app/paper/held_header.h"
#include "app/paper/moving.h"
#include "app/paper/paper_view.h"
#include "app/platform/platform.h"
#include "app/shell/banner_view.h"
#include "app/shell/carry_out.h"
#include "app/shell/command_table.h"
#include "app/shell/help_view.h"
#include "app/shell/message_view.h"
#include "app/shell/range_view.h"
#include "app/shell/sections_view.h"
#include "app/shell/status_view.h"
#include "app/shell/toolbar_view.h"
#include "app/words/drafts_texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kHeldShadow = 3;

class Frame {
  public:
    explicit Frame(Workspace& workspace)
        : m_work(workspace),
          m_interaction{workspace.hovered, workspace.pressed, workspace.focus.node()},
          m_canvas(palette_for(workspace.dark, workspace.high_contrast), workspace.texts, m_interaction) {}

    // True: the paper was laid out anew.
    bool run() {
        place_regions();
        const bool laid_out = place_paper();
        // After it: to fit the width is to choose a zoom.
        m_commands = command_states(m_work);
        for (RegionId id : reading_order())
            if (id != RegionId::Paper) nodes(id).clear();
        draw_paper_region();
        if (m_work.panels.sections_open()) draw_sections();
        if (m_work.panels.findings_open()) draw_findings();
        draw_bars();
        if (m_work.dialogs.open()) draw_dialog();
        m_work.publisher.entitle(texts::window_title(facts_of(m_work.document, m_work.saving.keeper().name()),
                                                     m_work.document.definition().title));
        return laid_out;
    }

  private:
    Region& region(RegionId id) { return m_work.publisher.region(id); }
    std::vector<Node>& nodes(RegionId id) { return m_work.publisher.nodes(id); }
    void begin(RegionId id) { m_canvas.begin(id, region(id), nodes(id)); }

    void place_regions() {
        Region regions[kRegionCount];
        for (int i = 0; i < kRegionCount; ++i) regions[i] = region(static_cast<RegionId>(i));
        m_work.panels.place(regions, !m_work.saving.banner().text.empty(), m_work.help_height);
        Region& dialog = regions[static_cast<size_t>(RegionId::Dialog)];
        const bool open = m_work.dialogs.open();
        dialog.name = open ? m_work.dialogs.top()->title() : std::string_view();
        dialog.rect =
            m_work.dialogs.place(m_work.panels.width(), m_work.panels.height(), dialog.content_height);
        dialog.visible = open;
        for (int i = 0; i < kRegionCount; ++i) {
            const auto id = static_cast<RegionId>(i);
            regions[i].behind = open && id != RegionId::Dialog;
            region(id) = regions[i];
        }
    }

    bool place_paper() {
        Region& paper = region(RegionId::Paper);
        const bool editable = m_work.can_edit();
        if (!m_work.viewport.lay_out(m_work.document, m_work.texts, paper.rect.width - kScrollBar,
                                     ImGui::GetIO().DisplayFramebufferScale.x, editable, paper))
            return false;
        describe_paper(m_work.document, m_work.viewport.layout(), editable, nodes(RegionId::Paper));
        m_work.publisher.paper_changed();
        // The region's own offset changes at once, so that no frame shows another place; the platform follows
        // when the content has its new size.
        if (const auto held = m_work.viewport.hold_anchor(paper)) {
            paper.scroll_x = held->x;
            paper.scroll_y = held->y;
            scroll_later(RegionId::Paper, held->x, held->y);
        }
        return true;
    }

    // The node of the row that a node lies in, or is.
    std::string_view row_of(std::string_view id) const {
        const Node* node = m_work.publisher.find(id);
        if (node == nullptr || node->region != RegionId::Paper) return {};
        return node->role == Role::Row ? node->id : node->parent;
    }

    void draw_paper_region() {
        std::vector<Node> drawn_only;
        Region& paper = region(RegionId::Paper);
        m_canvas.begin(RegionId::Paper, paper, drawn_only);
        const Action hovered = m_work.publisher.action_of(m_work.hovered);
        const auto* cell = std::get_if<action::EditCell>(&hovered);
        PaperMarks marks;
        marks.focused = m_work.focus.path();
        marks.selected = m_work.focus.framed();
        if (cell != nullptr) marks.hovered = cell->path;
        marks.hovered_row = row_of(m_work.hovered);
        marks.focused_row = row_of(m_work.focus.node());
        marks.left = m_work.focus.left();
        const int shown = m_work.findings.index(m_work.focus.finding());
        if (shown >= 0) marks.shown = &m_work.document.state().findings[static_cast<size_t>(shown)];
        marks.range = m_work.focus.range().range(m_work.document.sheet());
        marks.read_only = !m_work.can_edit();
        const HeldHeader held = held_header(m_work.document.sheet(), m_work.viewport.layout(), paper);
        paper.clear = held_height(m_work.document.sheet(), m_work.viewport.layout(), paper.rect.height);
        marks.covered = paper.covered = held.height;
        draw_paper(m_canvas, paper, m_work.document, m_work.viewport.layout(), marks);
        m_canvas.end();
        if (held.height > 0) draw_held_header(held);
    }

    // What is held is the paper, seen where the header is. A shadow beneath says that it lies over the rest.
    void draw_held_header(const HeldHeader& held) {
        std::vector<Node> drawn_only;
        const PaperLayout& layout = m_work.viewport.layout();
        Region strip = region(RegionId::Paper);
        strip.scroll_y = held.scroll_y;
        strip.rect.height = held.height + kHeldShadow;
        m_canvas.begin(RegionId::Paper, strip, drawn_only);
        m_canvas.fill({layout.grid_left, held.scroll_y + held.height, layout.grid_right - layout.grid_left,
                       kHeldShadow},
                      m_canvas.colors().page_shadow);
        m_canvas.end();
        strip.rect.height = held.height;
        PaperMarks marks;
        marks.end_row = held.end_row;
        m_canvas.begin(RegionId::Paper, strip, drawn_only);
        draw_paper(m_canvas, strip, m_work.document, layout, marks);
        m_canvas.end();
    }

    void draw_sections() {
        Region& sections = region(RegionId::Sections);
        begin(RegionId::Sections);
        const float width = m_work.panels.left_width();
        sections.content_width = width;
        sections.content_height =
            sections_view(m_canvas, width, sections.rect.height, m_work.document,
                          m_work.viewport.section_seen(m_work.document, region(RegionId::Paper),
                                                       m_work.document.cell(m_work.focus.shown())));
        m_canvas.end();
    }

    void draw_findings() {
        const float width = m_work.panels.right_width();
        begin(RegionId::Filters);
        filters_view(m_canvas, width, m_commands, m_work.document.due());
        m_canvas.end();

        Region& findings = region(RegionId::Findings);
        begin(RegionId::Findings);
        // The paper must not show through where a scroll bar may come.
        if (m_work.panels.are_drawers())
            m_canvas.fill({findings.scroll_x, findings.scroll_y, findings.rect.width, findings.rect.height},
                          m_canvas.colors().surface);
        const FindingsPlaces places =
            findings_view(m_canvas, width - kScrollBar + 4, findings.rect.height,
                          {m_work.document, m_work.findings, m_work.notices.list(),
                           m_work.findings.index(m_work.focus.finding()),
                           m_work.findings.index(m_work.focus.fresh()), m_work.can_edit()});
        m_canvas.end();
        findings.content_width = width - kScrollBar;
        findings.content_height = places.content_height;
        if (std::exchange(m_work.finding_due, false) && places.due_bottom > places.due_top) {
            const float top = places.due_top - 44, bottom = places.due_bottom + 16;
            if (top < findings.scroll_y || bottom > findings.scroll_y + findings.rect.height)
                scroll_later(RegionId::Findings, 0, std::max(0.0F, top));
        }

        Region& help = region(RegionId::Help);
        begin(RegionId::Help);
        help.content_width = width;
        help.content_height =
            help_view(m_canvas, width, m_work.document, m_work.focus.shown(), m_work.can_edit());
        m_canvas.end();
        // Takes effect in the next frame, which must come at once.
        const float wanted = std::max(96.0F, help.content_height);
        if (wanted != std::exchange(m_work.help_height, wanted)) platform::request_frame();
    }

    void draw_bars() {
        const float width = m_work.panels.width();
        begin(RegionId::Status);
        const Message& message = m_work.notices.message();
        const Rect room = status_view(m_canvas, width, m_work.document, m_work.saving.notice(),
                                      m_work.saving.backup_age(platform::now()),
                                      message_width(message, m_work.document.check()));
        if (message.text.empty())
            range_view(m_canvas, room, sum_of_range(m_work.document, m_work.focus));
        else
            message_view(m_canvas, room, message, m_work.document.check());
        m_canvas.end();
        m_work.notices.message_drawn();
        if (const Banner banner = m_work.saving.banner(); !banner.text.empty()) {
            begin(RegionId::Banner);
            banner_view(m_canvas, width, banner);
            m_canvas.end();
        }
        begin(RegionId::Toolbar);
        toolbar_view(m_canvas, width, m_work.document.definition().title, m_commands);
        m_canvas.end();
    }

    void draw_dialog() {
        std::vector<Node> none;
        Region window;
        window.rect = {0, 0, m_work.panels.width(), m_work.panels.height()};
        Region& dialog = region(RegionId::Dialog);
        m_canvas.begin(RegionId::Dialog, window, none);
        draw_dialog_ground(m_canvas, window.rect, dialog.rect, m_work.dark);
        m_canvas.end();
        const Dialog& top = *m_work.dialogs.top();
        begin(RegionId::Dialog);
        dialog.content_width = dialog.rect.width - (top.scrolls() ? kScrollBar : 0);
        const float height = top.draw(m_canvas, dialog.content_width);
        m_canvas.end();
        // Its place may depend on it.
        if (height == std::exchange(dialog.content_height, height)) return;
        const Rect place = m_work.dialogs.place(m_work.panels.width(), m_work.panels.height(), height);
        if (place != dialog.rect) platform::request_frame();
    }

    void scroll_later(RegionId id, float x, float y) {
        m_work.scrolls_due[static_cast<size_t>(id)] = {x, y};
        platform::request_frame();
    }

    Workspace& m_work;
    Interaction m_interaction;
    Canvas m_canvas;
    CommandStates m_commands;
};

// What had the keyboard may be gone: a closed notice, a repaired finding, a row whose adding was undone. The
// cell worked on has it then, or the one nearest to where that was.
void keep_focus(Workspace& work) {
    const std::string& focused = work.focus.node();
    if (focused.empty() || work.dialogs.open()) return;
    if (const Node* node = work.publisher.find(focused)) {
        if (work.focus.path() == work.focus.active() && !work.focus.path().empty())
            work.active_place = node->rect;
        return;
    }
    float least = std::numeric_limits<float>::max();
    for (const Node& node : work.publisher.nodes(RegionId::Paper)) {
        const auto* cell = std::get_if<action::EditCell>(&node.action);
        if (cell == nullptr) continue;
        const float away = cell->path == work.focus.active()
                               ? -1
                               : std::abs(node.rect.y - work.active_place.y) * 4 +
                                     std::abs(node.rect.x - work.active_place.x);
        if (away < least) least = away, work.keyboard_due = node.id;
    }
}

void scroll_what_is_due(Workspace& work) {
    for (int id = 0; id < kRegionCount; ++id) {
        const auto place = std::exchange(work.scrolls_due[static_cast<size_t>(id)], {});
        if (place) platform::scroll_to(id, place->x, place->y);
    }
}

}  // namespace

void draw_frame(Workspace& work) {
    ++work.frames;
    // Elements described in the last frame exist by now.
    const bool moves = !work.keyboard_due.empty() && work.viewport.is_drawn(work.document);
    if (moves) platform::focus(std::exchange(work.keyboard_due, {}), true);
    if (std::exchange(work.scrolls_ripe, false)) scroll_what_is_due(work);
    const bool laid_out = Frame(work).run();
    if (work.publisher.publish() && !moves && work.keyboard_due.empty()) keep_focus(work);
    if (work.move_due) {
        const Side side = *std::exchange(work.move_due, {});
        if (const SheetCell* from = work.focus.cell(work.document))
            carry_out(work, move_from(work.document, work.viewport, *from, side, true));
    }
    // Other frames ask only for what is in view; what the whole paper needs must not be measured again.
    if (laid_out) work.texts.sweep();
    for (const auto& place : work.scrolls_due) work.scrolls_ripe = work.scrolls_ripe || place;
    if (work.scrolls_ripe || !work.keyboard_due.empty()) platform::request_frame();
}

}  // namespace shenbao::app
