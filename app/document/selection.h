// A range of the paper's table cells, as a spreadsheet selects: a rectangle of the sheet's grid between the
// active cell (the anchor) and the cell it was drawn to, with every merged cell it touches taken whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sheet/sheet.h"

namespace shenbao::app {

// Rows and fine columns of a Sheet, the last ones included.
struct GridRange {
    int top = 0, left = 0, bottom = 0, right = 0;
    bool contains(const SheetCell& cell) const;  // its top left
    bool operator==(const GridRange&) const = default;
};

enum class Side { Up, Down, Left, Right };

// The grid cell that covers a place; null between the tables and outside.
const SheetCell* grid_cell_at(const Sheet& sheet, int row, int column);
// Around both cells, grown until no merged cell is cut.
GridRange range_around(const Sheet& sheet, const SheetCell& one, const SheetCell& other);
// The table's rows without what merged labels beside it reach over; nothing if the paper has no such table.
std::optional<GridRange> range_of_table(const Sheet& sheet, std::string_view table);
// Indices of its cells, row by row.
std::vector<size_t> cells_in(const Sheet& sheet, const GridRange& range);

// Knows cells by path and place, and nothing once the rows of the paper have changed.
class Selection {
  public:
    void clear() { m_anchor.clear(); }
    // To the cell at the other end. The anchor must be a cell with a path.
    void set(const Sheet& sheet, const SheetCell& anchor, const SheetCell& end);
    void set_table(const Sheet& sheet, const SheetCell& anchor, const GridRange& range);
    // Moves the other end one cell on, or to the edge of the grid; starts at the anchor if there is no range.
    void extend(const Sheet& sheet, const SheetCell& anchor, Side side, bool to_edge);
    // More than one cell, or nothing.
    std::optional<GridRange> range(const Sheet& sheet) const;
    // The cell at the other end; null if there is no range.
    const SheetCell* end(const Sheet& sheet) const;
    std::string_view anchor() const { return m_anchor; }

  private:
    std::string m_anchor;
    int m_anchor_row = 0;
    size_t m_rows = 0;
    int m_end_row = 0, m_end_column = 0;  // any place in the cell at the other end
    std::optional<GridRange> m_table;     // a whole table, chosen at once
};

}  // namespace shenbao::app
