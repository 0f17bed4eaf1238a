#include "app/document/selection.h"

#include <algorithm>

namespace shenbao::app {

namespace {

bool in_grid(const Sheet& sheet, const SheetCell& cell) {
    return sheet.rows[static_cast<size_t>(cell.row)].kind == SheetRowKind::Grid;
}

GridRange whole(const SheetCell& cell) {
    return {cell.row, cell.column, cell.row + cell.row_span - 1, cell.column + cell.column_span - 1};
}

GridRange joined(const GridRange& one, const GridRange& other) {
    return {std::min(one.top, other.top), std::min(one.left, other.left), std::max(one.bottom, other.bottom),
            std::max(one.right, other.right)};
}

bool touches(const GridRange& one, const GridRange& other) {
    return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right &&
           other.left <= one.right;
}

}  // namespace

bool GridRange::contains(const SheetCell& cell) const {
    return cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
}

const SheetCell* grid_cell_at(const Sheet& sheet, int row, int column) {
    // Most begin in the row itself; a merged one begins above.
    for (int above = std::min(row, static_cast<int>(sheet.rows.size()) - 1); above >= 0; --above)
        for (int index : sheet.rows[static_cast<size_t>(above)].cells) {
            const SheetCell& cell = sheet.cells[static_cast<size_t>(index)];
            if (touches(whole(cell), {row, column, row, column}))
                return in_grid(sheet, cell) ? &cell : nullptr;
        }
    return nullptr;
}

GridRange range_around(const Sheet& sheet, const SheetCell& one, const SheetCell& other) {
    GridRange range = joined(whole(one), whole(other));
    for (bool grows = true; grows;) {
        grows = false;
        for (const SheetCell& cell : sheet.cells) {
            if (!in_grid(sheet, cell) || !touches(whole(cell), range)) continue;
            const GridRange more = joined(range, whole(cell));
            grows = grows || !(more == range);
            range = more;
        }
    }
    return range;
}

std::optional<GridRange> range_of_table(const Sheet& sheet, std::string_view table) {
    std::optional<GridRange> range;
    for (const SheetCell& cell : sheet.cells)
        if (!table.empty() && split_path(cell.path).table == table)
            range = range ? joined(*range, whole(cell)) : whole(cell);
    if (!range) return range;
    // The words of the rows belong to it where they do not reach beyond its rows.
    for (const SheetCell& cell : sheet.cells) {
        const GridRange place = whole(cell);
        if (in_grid(sheet, cell) && place.top >= range->top && place.bottom <= range->bottom)
            range = joined(*range, place);
    }
    return range;
}

std::vector<size_t> cells_in(const Sheet& sheet, const GridRange& range) {
    std::vector<size_t> cells;
    for (size_t i = 0; i < sheet.cells.size(); ++i)
        if (range.contains(sheet.cells[i]) && in_grid(sheet, sheet.cells[i])) cells.push_back(i);
    return cells;
}

void Selection::set(const Sheet& sheet, const SheetCell& anchor, const SheetCell& end) {
    if (!in_grid(sheet, anchor) || !in_grid(sheet, end)) return;
    m_anchor = anchor.path;
    m_anchor_row = anchor.row;
    m_rows = sheet.rows.size();
    m_end_row = end.row;
    m_end_column = end.column;
    m_table.reset();
}

void Selection::set_table(const Sheet& sheet, const SheetCell& anchor, const GridRange& range) {
    set(sheet, anchor, anchor);
    m_table = range;
}

void Selection::extend(const Sheet& sheet, const SheetCell& anchor, Side side, bool to_edge) {
    const std::optional<GridRange> before = range(sheet);
    if (!before || m_anchor != anchor.path || m_table) set(sheet, anchor, anchor);
    if (m_anchor != anchor.path) return;
    GridRange last = before && !m_table ? *before : whole(anchor);
    int row = m_end_row, column = m_end_column;
    while (const SheetCell* end = grid_cell_at(sheet, row, column)) {
        if (side == Side::Up) row = end->row - 1;
        if (side == Side::Down) row = end->row + end->row_span;
        if (side == Side::Left) column = end->column - 1;
        if (side == Side::Right) column = end->column + end->column_span;
        const SheetCell* next = grid_cell_at(sheet, row, column);
        if (next == nullptr) break;
        m_end_row = row;
        m_end_column = column;
        if (to_edge) continue;
        // Inside a merged cell a step may change nothing.
        const GridRange now = range_around(sheet, anchor, *next);
        if (!(now == last)) break;
        last = now;
    }
}

const SheetCell* Selection::end(const Sheet& sheet) const {
    return range(sheet) ? grid_cell_at(sheet, m_end_row, m_end_column) : nullptr;
}

std::optional<GridRange> Selection::range(const Sheet& sheet) const {
    const SheetCell* anchor = m_anchor.empty() ? nullptr : sheet.find(m_anchor);
    if (anchor == nullptr || anchor->row != m_anchor_row || sheet.rows.size() != m_rows) return {};
    if (m_table) return m_table;
    const SheetCell* end = grid_cell_at(sheet, m_end_row, m_end_column);
    if (end == nullptr || end == anchor) return {};
    return range_around(sheet, *anchor, *end);
}

}  // namespace shenbao::app
