#include "app/paper/viewport.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace shenbao::app {

namespace {

constexpr std::array kZoomSteps{0.5F,  0.67F, 0.75F, 0.8F, 0.9F, 1.0F, 1.1F,
                                1.25F, 1.5F,  1.75F, 2.0F, 2.5F, 3.0F};

std::vector<std::string> names_of_rows(const Sheet& sheet) {
    std::vector<std::string> names;
    for (const SheetRow& row : sheet.rows) names.push_back(row.table + "." + row.table_row);
    return names;
}

}  // namespace

void Viewport::set_zoom(float zoom, const Region& paper) {
    set_zoom(zoom, paper.rect.x + paper.rect.width / 2, paper.rect.y + paper.rect.height / 2, paper);
}

void Viewport::set_zoom(float zoom, float x, float y, const Region& paper) {
    hold_place(x, y, paper);
    m_mode = Mode::Fixed;
    m_zoom = std::clamp(zoom, kZoomSteps.front(), kZoomSteps.back());
}

void Viewport::hold_place(float x, float y, const Region& paper) {
    // Several steps may come before the next frame: all of them are about what was there before the first.
    if (m_anchor || m_layout.row_tops.size() < 2 || m_layout.page.width <= 0) return;
    const float view_x = x - paper.rect.x, view_y = y - paper.rect.y;
    const float content_y = paper.scroll_y + view_y;
    const std::vector<float>& tops = m_layout.row_tops;
    const auto below = std::upper_bound(tops.begin(), tops.end() - 1, content_y);
    const size_t row = below == tops.begin() ? 0 : static_cast<size_t>(below - tops.begin()) - 1;
    const size_t last = std::min(row, tops.size() - 2);
    const float height = std::max(1.0F, tops[last + 1] - tops[last]);
    m_anchor = Anchor{view_x, view_y, last, (content_y - tops[last]) / height,
                      (paper.scroll_x + view_x - m_layout.page.x) / m_layout.page.width};
}

void Viewport::hold_middle(const Region& paper) {
    hold_place(paper.rect.x + paper.rect.width / 2, paper.rect.y + paper.rect.height / 2, paper);
}

void Viewport::hold_cell(const Rect& cell, const Region& paper) {
    const float x = cell.x + cell.width / 2 - paper.scroll_x, y = cell.y + cell.height / 2 - paper.scroll_y;
    if (x > 0 && x < paper.rect.width && y > 0 && y < paper.rect.height)
        hold_place(paper.rect.x + x, paper.rect.y + y, paper);
}

void Viewport::zoom_to(ZoomTo to, const Region& paper) {
    constexpr float kSlack = 0.01F;
    switch (to) {
        case ZoomTo::Larger:
            for (float step : kZoomSteps)
                if (step > m_zoom + kSlack) return set_zoom(step, paper);
            return;
        case ZoomTo::Smaller:
            for (size_t i = kZoomSteps.size(); i-- > 0;)
                if (kZoomSteps[i] < m_zoom - kSlack) return set_zoom(kZoomSteps[i], paper);
            return;
        case ZoomTo::Original:
            return set_zoom(1, paper);
        case ZoomTo::FitWidth:
            hold_middle(paper);
            m_mode = m_mode == Mode::FitWidth ? Mode::Automatic : Mode::FitWidth;
            return;
    }
}

bool Viewport::lay_out(const Document& document, TextCache& texts, float width, float ratio, bool editable,
                       Region& paper) {
    const float fit = fitting_zoom(document.sheet(), width);
    if (m_mode == Mode::Automatic) m_zoom = std::clamp(fit, 0.85F, 1.2F);
    if (m_mode == Mode::FitWidth) m_zoom = std::clamp(fit, 0.4F, 3.0F);
    if (m_zoom != m_key.zoom) hold_middle(paper);
    const Key key{document.check(), m_zoom, width, ratio, editable};
    if (key == m_key) {
        m_anchor.reset();
        return false;
    }
    // Widths are those of whole device pixels.
    if (key.ratio != m_key.ratio) texts.clear();
    m_key = key;
    m_layout = lay_out_paper(document.sheet(), texts, m_zoom, width);
    m_rows = names_of_rows(document.sheet());
    m_rows_compared = 0;
    paper.content_width = m_layout.content_width;
    paper.content_height = m_layout.content_height;
    return true;
}

std::optional<effect::ScrollTo> Viewport::hold_anchor(const Region& paper) {
    if (!m_anchor) return {};
    const Anchor anchor = *std::exchange(m_anchor, std::nullopt);
    if (anchor.row + 1 >= m_layout.row_tops.size()) return {};
    const float top = m_layout.row_tops[anchor.row], height = m_layout.row_tops[anchor.row + 1] - top;
    const float x = m_layout.page.x + anchor.page_part * m_layout.page.width - anchor.x;
    const float y = top + anchor.row_part * height - anchor.y;
    return effect::ScrollTo{
        RegionId::Paper,
        std::round(std::clamp(x, 0.0F, std::max(0.0F, paper.content_width - paper.rect.width))),
        std::round(std::clamp(y, 0.0F, std::max(0.0F, paper.content_height - paper.rect.height)))};
}

bool Viewport::has_rows_of(const Document& document) const {
    const Sheet& sheet = document.sheet();
    if (std::exchange(m_rows_compared, document.check()) != document.check())
        m_rows_agree = m_layout.cells.size() == sheet.cells.size() && m_rows == names_of_rows(sheet);
    return m_rows_agree;
}

const Rect& Viewport::place_of(const Document& document, const SheetCell& cell) const {
    return m_layout.cells[static_cast<size_t>(&cell - document.sheet().cells.data())];
}

const SheetCell* Viewport::cell_at(const Document& document, const Region& paper, float x, float y) const {
    x += paper.scroll_x - paper.rect.x;
    y += paper.scroll_y - paper.rect.y;
    const Sheet& sheet = document.sheet();
    for (size_t i = 0; i < m_layout.cells.size() && i < sheet.cells.size(); ++i) {
        const Rect& rect = m_layout.cells[i];
        if (x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height)
            return &sheet.cells[i];
    }
    return nullptr;
}

std::optional<effect::ScrollTo> Viewport::reveal(const Document& document, const Region& paper,
                                                 const SheetCell& cell, float above) const {
    if (!has_rows_of(document)) return {};
    const Rect& rect = place_of(document, cell);
    constexpr float kAir = 12;
    const auto shifted = [](float from, float view, float low, float high) {
        if (high + kAir > from + view) from = high + kAir - view;
        return low - kAir < from ? std::max(0.0F, low - kAir) : from;
    };
    const float x = shifted(paper.scroll_x, paper.rect.width, rect.x, rect.x + rect.width);
    float y = shifted(paper.scroll_y, paper.rect.height, rect.y - paper.clear, rect.y + rect.height);
    if (y != paper.scroll_y && above > 0) y = std::max(0.0F, rect.y - above);
    if (x == paper.scroll_x && y == paper.scroll_y) return {};
    return effect::ScrollTo{RegionId::Paper, x, y};
}

std::optional<effect::ScrollTo> Viewport::section_start(const Document& document, const Region& paper,
                                                        std::string_view section) const {
    const Sheet& sheet = document.sheet();
    for (size_t row = 0; row < sheet.rows.size() && row < m_layout.row_tops.size(); ++row)
        if (sheet.rows[row].section == section)
            return effect::ScrollTo{RegionId::Paper, paper.scroll_x,
                                    row == 0 ? 0 : std::max(0.0F, m_layout.row_tops[row] - 12)};
    return {};
}

std::string_view Viewport::section_seen(const Document& document, const Region& paper,
                                        const SheetCell* cell) const {
    const Sheet& sheet = document.sheet();
    if (cell != nullptr) {
        const float top = m_layout.row_tops[static_cast<size_t>(cell->row)];
        if (top >= paper.scroll_y && top < paper.scroll_y + paper.rect.height)
            return sheet.rows[static_cast<size_t>(cell->row)].section;
    }
    std::string_view section;
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        if (sheet.rows[row].section.empty()) continue;
        if (!section.empty() && m_layout.row_tops[row] > paper.scroll_y + 80) break;
        section = sheet.rows[row].section;
    }
    return section;
}

}  // namespace shenbao::app
