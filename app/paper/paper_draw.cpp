#include <algorithm>
#include <cmath>

#include "app/paper/note_draw.h"
#include "app/paper/paper_view.h"
#include "app/words/texts_zh.h"
#include "core/form/value.h"

namespace shenbao::app {

namespace {

class PaperPainter {
  public:
    PaperPainter(Canvas& canvas, const Document& document, const PaperLayout& layout, const PaperMarks& marks)
        : m_canvas(canvas),
          m_colors(canvas.colors()),
          m_document(document),
          m_sheet(document.sheet()),
          m_layout(layout),
          m_marks(marks) {}

    void run(const Region& region) {
        m_top = region.scroll_y + m_marks.covered;
        m_bottom = region.scroll_y + region.rect.height;
        m_canvas.fill({region.scroll_x, region.scroll_y, region.rect.width, region.rect.height},
                      m_colors.desk);
        draw_page();
        for (size_t i = 0; i < m_sheet.cells.size(); ++i)
            if (m_canvas.in_view(m_layout.cells[i])) draw_cell(i);
        for (const SheetRow& row : m_sheet.rows)
            if (row_is_active(row)) draw_band(row);
        for (size_t i = 0; i < m_sheet.cells.size(); ++i)
            if (m_canvas.in_view(m_layout.cells[i])) draw_rules(i);
        for (size_t i = 0; i < m_sheet.cells.size(); ++i)
            if (m_canvas.in_view(m_layout.cells[i])) draw_marks(i);
        draw_range();
        for (size_t row = 0; row < m_sheet.rows.size(); ++row) draw_row_buttons(row);
        draw_note_of(region);
    }

  private:
    void draw_page() {
        const Rect& page = m_layout.page;
        for (int i = 4; i >= 1; --i) {
            const auto spread = static_cast<float>(i);
            m_canvas.fill(
                {page.x - spread, page.y - spread + 2, page.width + 2 * spread, page.height + 2 * spread},
                m_colors.page_shadow, 2 + spread);
        }
        m_canvas.fill({page.x - 1, page.y - 1, page.width + 2, page.height + 2}, m_colors.page_edge);
        m_canvas.fill(page, m_colors.page);
    }

    const SheetRow& row_of(const SheetCell& cell) const {
        return m_sheet.rows[static_cast<size_t>(cell.row)];
    }

    bool is_focused(const SheetCell& cell) const {
        return !cell.path.empty() && cell.path == m_marks.focused;
    }

    void draw_cell(size_t i) {
        const SheetCell& cell = m_sheet.cells[i];
        Rect rect = m_layout.inside(i);
        const bool grid = row_of(cell).kind == SheetRowKind::Grid;
        if (grid) {
            const ImU32 ground = fill_of(cell);
            if (ground != m_colors.page) m_canvas.fill(m_layout.cells[i], ground);
        } else if (cell.kind == SheetCellKind::Input) {
            // A field without rules around it shows where to write by a line beneath.
            if (const ImU32 ground = fill_of(cell); ground != m_colors.page) m_canvas.fill(rect, ground);
            m_canvas.horizontal(rect.x + 2, rect.y + rect.height - 4, rect.width - 4, m_colors.rule_faint);
        }
        // Its editor shows what is in it; a list is no editor.
        if (is_focused(cell) && cell.type != ValueType::Choice) return;
        if (static_cast<size_t>(cell.row) + static_cast<size_t>(cell.row_span) > m_marks.end_row) return;
        ImU32 ink = cell.kind == SheetCellKind::Label ? m_colors.text : m_colors.entered;
        if (row_of(cell).kind == SheetRowKind::Note) ink = m_colors.text_soft;
        std::string_view text = cell.text;
        if (text.empty()) {
            text = cell.placeholder;
            ink = m_colors.text_faint;
        }
        if (!text.empty()) {
            const TextStyle& style = m_layout.styles[i];
            const TextFace face{static_cast<int>(style.size), style.weight >= 600};
            const TextLayout& lines = m_canvas.texts().get(text, face, m_layout.text_widths[i]);
            if (cell.row_span > 1 && cell.kind == SheetCellKind::Label)
                keep_in_view(
                    rect, static_cast<float>(lines.lines.size()) * style.line_height + 2 * style.padding_y);
            m_canvas.styled(rect, text, lines, style, ink, setting_of(cell));
        }
        if (cell.type == ValueType::Choice && cell.kind == SheetCellKind::Input && cell_is_hovered(cell))
            m_canvas.icon(Icon::ChevronDown, rect.x + rect.width - 15, rect.y + rect.height / 2 - 6, 12,
                          m_colors.text_faint);
    }

    // What names many rows is read beside all of them: its text stays in the middle of what is seen of the
    // cell.
    void keep_in_view(Rect& rect, float needed) const {
        const float end = rect.y + rect.height;
        const float top = std::clamp(m_top, rect.y, std::max(rect.y, end - needed));
        const float bottom = std::clamp(m_bottom, std::min(end, top + needed), end);
        rect.y = top;
        rect.height = bottom - top;
    }

    static Setting setting_of(const SheetCell& cell) {
        if (cell.kind != SheetCellKind::Input) return Setting::Plain;
        return wraps(cell.type) || cell.type == ValueType::Choice ? Setting::Block : Setting::Input;
    }

    ImU32 fill_of(const SheetCell& cell) const {
        if (cell.kind == SheetCellKind::Label) return m_colors.label_fill;
        if (cell.kind == SheetCellKind::Computed) return m_colors.computed_fill;
        if (is_focused(cell)) return m_colors.page;
        if (cell_is_hovered(cell)) return m_colors.hover_fill;
        const CellState* state = m_document.state().cell(cell.path);
        if (state != nullptr && state->required && is_blank_text(cell.text)) return m_colors.required_fill;
        return m_colors.page;
    }

    bool cell_is_hovered(const SheetCell& cell) const {
        return cell.kind == SheetCellKind::Input && m_marks.hovered == cell.path && !cell.path.empty();
    }

    void draw_rules(size_t i) {
        if (row_of(m_sheet.cells[i]).kind != SheetRowKind::Grid) return;
        const Rect& rect = m_layout.cells[i];
        m_canvas.horizontal(rect.x, rect.y, rect.width + kPaperRule, m_colors.rule, kPaperRule);
        m_canvas.horizontal(rect.x, rect.y + rect.height, rect.width + kPaperRule, m_colors.rule, kPaperRule);
        m_canvas.vertical(rect.x, rect.y, rect.height, m_colors.rule, kPaperRule);
        m_canvas.vertical(rect.x + rect.width, rect.y, rect.height + kPaperRule, m_colors.rule, kPaperRule);
    }

    void draw_marks(size_t i) {
        const SheetCell& cell = m_sheet.cells[i];
        if (cell.path.empty()) return;
        const Rect rect = m_layout.inside(i);
        const CellState* state = m_document.state().cell(cell.path);
        if (const auto mark = state == nullptr ? std::nullopt : m_document.mark(*state)) {
            const Level level = *mark;
            draw_corner(rect,
                        level == Level::Error     ? m_colors.error
                        : level == Level::Explain ? m_colors.explain
                                                  : (m_colors.hint & 0x00FFFFFF) | 0xA0000000,
                        level == Level::Hint ? 6.0F : 8.0F);
        }
        if (m_marks.range && m_marks.range->contains(cell)) return;
        if (is_focused(cell) || is_selected(cell.path))
            draw_frame(rect);
        else if (cell.path == m_marks.left)
            draw_frame(rect, m_colors.error);
        if (is_focused(cell) && !m_marks.range && !m_marks.read_only && !row_of(cell).table.empty())
            draw_grip(rect);
    }

    // Dragged, it fills the cells below: web/range.js.
    void draw_grip(const Rect& rect) {
        constexpr float kGrip = 7;
        const Rect grip{rect.x + rect.width + 1 - kGrip / 2, rect.y + rect.height + 1 - kGrip / 2, kGrip,
                        kGrip};
        m_canvas.fill({grip.x - 1, grip.y - 1, kGrip + 2, kGrip + 2}, m_colors.page);
        m_canvas.fill(grip, m_colors.accent);
    }

    // With a framed cell, every one that the finding is about.
    bool is_selected(std::string_view path) const {
        if (m_marks.selected.empty() || path == m_marks.selected) return path == m_marks.selected;
        const Finding* shown = m_marks.shown;
        return shown != nullptr &&
               std::find(shown->paths.begin(), shown->paths.end(), path) != shown->paths.end();
    }
    Rect place_of(const SheetCell& cell) const {
        return m_layout.inside(static_cast<size_t>(&cell - m_sheet.cells.data()));
    }
    // Of the cell under the pointer, else of that being worked on.
    void draw_note_of(const Region& region) {
        std::string_view path = m_marks.hovered;
        if (path.empty()) path = m_marks.selected.empty() ? m_marks.focused : m_marks.selected;
        if (m_marks.range) path = {};
        const SheetCell *cell = m_document.cell(path), *edited = m_document.cell(m_marks.focused);
        if (cell == nullptr || !m_canvas.in_view(place_of(*cell))) return;
        draw_note(m_canvas, region, m_document, path, place_of(*cell),
                  edited == nullptr ? Rect() : place_of(*edited));
    }

    // A light veil over all of its cells but the active one, and one frame around them.
    void draw_range() {
        if (!m_marks.range) return;
        constexpr ImU32 kVeil = 0x24000000;
        float left = 0, top = 0, right = 0, bottom = 0;
        bool first = true;
        for (size_t i : cells_in(m_sheet, *m_marks.range)) {
            const Rect rect = m_layout.inside(i);
            left = first ? rect.x : std::min(left, rect.x);
            top = first ? rect.y : std::min(top, rect.y);
            right = std::max(right, rect.x + rect.width);
            bottom = std::max(bottom, rect.y + rect.height);
            first = false;
            if (!is_focused(m_sheet.cells[i]))
                m_canvas.fill(m_layout.cells[i], (m_colors.accent & 0x00FFFFFF) | kVeil);
        }
        draw_frame({left, top, right - left, bottom - top});
    }

    // Outside of what the editor covers.
    void draw_frame(const Rect& rect) { draw_frame(rect, m_colors.accent); }
    void draw_frame(const Rect& rect, ImU32 color) {
        m_canvas.frame({rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4}, color, 2);
    }

    void draw_corner(const Rect& rect, ImU32 color, float size) {
        const ImVec2 corner = m_canvas.at(m_canvas.snap(rect.x + rect.width), m_canvas.snap(rect.y));
        m_canvas.list().AddTriangleFilled({corner.x - size, corner.y}, {corner.x, corner.y},
                                          {corner.x, corner.y + size}, color);
    }

    // Leads the eye from a cell to the names of its row.
    void draw_band(const SheetRow& row) {
        constexpr ImU32 kBand = 0x12000000;
        for (const int index : row.cells) {
            const auto i = static_cast<size_t>(index);
            const SheetCell& cell = m_sheet.cells[i];
            if (cell.row_span == 1 && !is_focused(cell) && !cell_is_hovered(cell) &&
                m_canvas.in_view(m_layout.cells[i]))
                m_canvas.fill(m_layout.cells[i], (m_colors.accent & 0x00FFFFFF) | kBand);
        }
    }

    // Shown for the row in which pointer or keyboard are.
    void draw_row_buttons(size_t row) {
        const SheetRow& sheet_row = m_sheet.rows[row];
        if (!m_canvas.in_view({m_layout.page.x, m_layout.row_tops[row], m_layout.page.width,
                               m_layout.row_tops[row + 1] - m_layout.row_tops[row] + 20}))
            return;
        if (m_marks.read_only || !row_is_active(sheet_row)) return;
        const std::string stem = sheet_row.table + "." + sheet_row.table_row;
        if (can_add_row(m_document, sheet_row))
            draw_round_button("add:" + stem, m_layout.add_button(row), Icon::Plus, m_colors.accent);
        if (can_remove_row(m_document, sheet_row))
            draw_round_button("remove:" + stem, m_layout.remove_button(row), Icon::Remove, m_colors.error);
    }

    bool row_is_active(const SheetRow& row) const {
        if (row.table_row.empty()) return false;
        const auto in_row = [&](std::string_view path) {
            const PathParts parts = split_path(path);
            return parts.table == row.table && parts.row == row.table_row;
        };
        const std::string id = "row:" + row.table + "." + row.table_row;
        return in_row(m_marks.focused) || m_marks.hovered_row == id || m_marks.focused_row == id;
    }

    void draw_round_button(const std::string& id, const Rect& rect, Icon icon, ImU32 ink) {
        const bool hot = m_canvas.is_hovered(id) || m_canvas.is_focused(id);
        m_canvas.fill(rect, hot ? ink : m_colors.surface, rect.width / 2);
        m_canvas.frame(rect, hot ? ink : m_colors.border_strong, 1, rect.width / 2);
        m_canvas.icon(icon, rect.x + 4, rect.y + 4, 12, hot ? m_colors.on_accent : ink);
    }

    Canvas& m_canvas;
    const Palette& m_colors;
    const Document& m_document;
    const Sheet& m_sheet;
    const PaperLayout& m_layout;
    const PaperMarks& m_marks;
    float m_top = 0, m_bottom = 0;  // of what is seen
};

}  // namespace

void draw_paper(Canvas& canvas, const Region& region, const Document& document, const PaperLayout& layout,
                const PaperMarks& marks) {
    PaperPainter(canvas, document, layout, marks).run(region);
}

}  // namespace shenbao::app
