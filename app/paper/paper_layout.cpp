#include "app/paper/paper_layout.h"

#include <algorithm>
#include <cmath>

namespace shenbao::app {

namespace {

constexpr float kDesk = 12;  // least distance between page and region
constexpr float kDeskTop = 16;
constexpr float kLeastMargin = 28;  // room for the row buttons
constexpr float kMarginMillimetres = 15;
constexpr float kRowButton = 20;

float sheet_width(const Sheet& sheet) {
    double millimetres = 0;
    for (double column : sheet.columns_mm) millimetres += column;
    return static_cast<float>(millimetres) * kPixelsPerMillimetre;
}

// The part of its size to which a number shrinks at most, so that it can still be read.
constexpr float kLeastDigits = 0.5F;

bool is_number(const SheetCell& cell) {
    return cell.kind != SheetCellKind::Label &&
           (cell.type == ValueType::Amount || cell.type == ValueType::Percent);
}

TextStyle style_of(const SheetCell& cell, SheetRowKind kind, float zoom) {
    float size = 14;
    TextStyle style;
    switch (kind) {
        case SheetRowKind::Title:
            size = 22;
            style.weight = 700;
            break;
        case SheetRowKind::Note:
            size = 12;
            break;
        default:
            break;
    }
    style.size = std::max(6.0F, std::round(size * zoom));
    style.line_height = std::round(style.size * 1.45F);
    style.align = cell.align;
    style.middle = cell.type != ValueType::LongText || cell.kind == SheetCellKind::Label;
    if (kind == SheetRowKind::Note) style.middle = false;
    const float padding = cell.kind == SheetCellKind::Label ? 3.0F
                          : cell.type == ValueType::Choice  ? 1.0F
                                                            : 5.0F;
    style.padding_x = std::round(padding * zoom);
    style.padding_y = std::round((kind == SheetRowKind::Note ? 1.0F : 3.0F) * zoom);
    if (cell.type == ValueType::LongText && cell.kind != SheetCellKind::Label)
        style.padding_y = std::round(6 * zoom);
    return style;
}

class Layouter {
  public:
    Layouter(const Sheet& sheet, TextCache& texts, float zoom, float view_width)
        : m_sheet(sheet), m_texts(texts), m_zoom(zoom), m_view_width(view_width) {}

    PaperLayout run() {
        place_columns();
        m_layout.cells.resize(m_sheet.cells.size());
        m_layout.styles.resize(m_sheet.cells.size());
        m_layout.text_widths.resize(m_sheet.cells.size());
        m_heights.resize(m_sheet.rows.size());
        for (size_t row = 0; row < m_sheet.rows.size(); ++row)
            m_heights[row] =
                std::round(static_cast<float>(m_sheet.rows[row].height_mm) * kPixelsPerMillimetre * m_zoom);
        measure_cells(false);
        measure_cells(true);
        place_rows();
        return std::move(m_layout);
    }

  private:
    void place_columns() {
        const float grid = sheet_width(m_sheet) * m_zoom;
        const float free = (m_view_width - grid) / 2 - kDesk;
        const float margin = std::clamp(
            free, kLeastMargin, std::max(kLeastMargin, kMarginMillimetres * kPixelsPerMillimetre * m_zoom));
        m_layout.page.width = std::round(grid + 2 * margin);
        m_layout.content_width = std::max(m_view_width, m_layout.page.width + 2 * kDesk);
        m_layout.page.x = std::round((m_layout.content_width - m_layout.page.width) / 2);
        m_layout.page.y = kDeskTop;
        float x = m_layout.page.x + margin;
        m_columns.push_back(std::round(x));
        for (double column : m_sheet.columns_mm) {
            x += static_cast<float>(column) * kPixelsPerMillimetre * m_zoom;
            m_columns.push_back(std::round(x));
        }
        m_layout.grid_left = m_columns.front();
        m_layout.grid_right = m_columns.back();
    }

    // First the cells of one row, then the merged ones, which spread what they lack over their rows.
    void measure_cells(bool merged) {
        for (size_t i = 0; i < m_sheet.cells.size(); ++i) {
            const SheetCell& cell = m_sheet.cells[i];
            if ((cell.row_span > 1) != merged) continue;
            const SheetRowKind kind = m_sheet.rows[static_cast<size_t>(cell.row)].kind;
            TextStyle& style = m_layout.styles[i] = style_of(cell, kind, m_zoom);
            const float width = column(cell.column + cell.column_span) - column(cell.column);
            float inner = width - kPaperRule - 2 * style.padding_x;
            if (is_number(cell)) fit_line(cell.text, style, inner);
            const TextFace face{static_cast<int>(style.size), style.weight >= 600};
            if (cell.kind == SheetCellKind::Label && style.align == 'c')
                inner = balanced(cell.text, face, inner);
            m_layout.text_widths[i] = inner;
            const TextLayout& text = m_texts.get(cell.text, face, inner);
            const float needed =
                static_cast<float>(text.lines.size()) * style.line_height + 2 * style.padding_y + kPaperRule;
            const auto first = static_cast<size_t>(cell.row);
            const size_t last = std::min(m_heights.size(), first + static_cast<size_t>(cell.row_span));
            float present = 0;
            for (size_t row = first; row < last; ++row) present += m_heights[row];
            const float share = std::ceil((needed - present) / static_cast<float>(last - first));
            for (size_t row = first; share > 0 && row < last; ++row) m_heights[row] += share;
        }
    }

    // A number stays on one line, as in its editor: its digits become smaller where there are too many.
    void fit_line(std::string_view text, TextStyle& style, float width) {
        const float least = std::max(6.0F, std::round(style.size * kLeastDigits));
        while (style.size > least &&
               m_texts.get(text, {static_cast<int>(style.size), style.weight >= 600}, width).lines.size() > 1)
            --style.size;
    }

    // The least width in half ems that needs no more lines: 管理/效率 rather than 管理效/率.
    float balanced(std::string_view text, TextFace face, float width) {
        const size_t lines = m_texts.get(text, face, width).lines.size();
        if (lines < 2 || lines > 4) return width;
        float least = width;
        const float half = static_cast<float>(face.size) / 2;
        for (float narrower = width - half; narrower >= 2 * half; narrower -= half) {
            if (m_texts.get(text, face, narrower).lines.size() > lines) break;
            least = narrower;
        }
        return least;
    }

    void place_rows() {
        const float margin = std::round(std::max(24.0F, 12 * kPixelsPerMillimetre * m_zoom));
        float y = m_layout.page.y + margin;
        for (float height : m_heights) {
            m_layout.row_tops.push_back(y);
            y += height;
        }
        m_layout.row_tops.push_back(y);
        m_layout.page.height = y + margin - m_layout.page.y;
        m_layout.content_height = m_layout.page.y + m_layout.page.height + 40;
        for (size_t i = 0; i < m_sheet.cells.size(); ++i) {
            const SheetCell& cell = m_sheet.cells[i];
            const float top = m_layout.row_tops[static_cast<size_t>(cell.row)];
            const size_t below = std::min(m_heights.size(), static_cast<size_t>(cell.row + cell.row_span));
            m_layout.cells[i] = {column(cell.column), top,
                                 column(cell.column + cell.column_span) - column(cell.column),
                                 m_layout.row_tops[below] - top};
        }
    }

    float column(int index) const {
        return m_columns[std::min(m_columns.size() - 1, static_cast<size_t>(index))];
    }

    const Sheet& m_sheet;
    TextCache& m_texts;
    float m_zoom, m_view_width;
    PaperLayout m_layout;
    std::vector<float> m_columns, m_heights;
};

}  // namespace

Rect PaperLayout::inside(size_t cell) const {
    const Rect& rect = cells[cell];
    return {rect.x + kPaperRule, rect.y + kPaperRule, rect.width - kPaperRule, rect.height - kPaperRule};
}

Rect PaperLayout::add_button(size_t row) const {
    return {grid_right + 4, row_tops[row + 1] - kRowButton / 2, kRowButton, kRowButton};
}

Rect PaperLayout::remove_button(size_t row) const {
    const float middle = (row_tops[row] + row_tops[row + 1]) / 2;
    return {grid_left - kRowButton - 4, middle - kRowButton / 2, kRowButton, kRowButton};
}

PaperLayout lay_out_paper(const Sheet& sheet, TextCache& texts, float zoom, float view_width) {
    return Layouter(sheet, texts, zoom, view_width).run();
}

float fitting_zoom(const Sheet& sheet, float view_width) {
    const float width = sheet_width(sheet);
    return width > 0 ? (view_width - 2 * kDesk - 2 * kLeastMargin) / width : 1;
}

bool wraps(ValueType type) {
    return type == ValueType::LongText || type == ValueType::Text || type == ValueType::Indicator;
}

}  // namespace shenbao::app
