// The official paper as a grid: columns, rows, merged cells; each cell a label, an input bound to a path, or
// a computed value. Canvas, print page, Word and Excel draw the same sheet; import matches texts against it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/review/review.h"

namespace shenbao {

enum class SheetCellKind { Label, Input, Computed };

struct SheetCell {
    int row = 0, column = 0;  // top left, in fine columns
    int row_span = 1, column_span = 1;
    SheetCellKind kind = SheetCellKind::Label;
    std::string text;              // label text, or what the cell shows
    std::string path;              // Input and Computed
    std::string_view placeholder;  // Input: printed while it is blank ("……"); owned by the definition
    ValueType type = ValueType::Text;
    char align = 'c';            // 'l', 'c', 'r'
    bool column_header = false;  // a label that names the column below it
    bool row_header = false;     // a label that names the rows to its right
    // for cells of a table row; owned by the definition
    const RowDefinition* row_definition = nullptr;
    const ColumnDefinition* column_definition = nullptr;  // likewise
};

struct SheetRow {
    SheetRowKind kind = SheetRowKind::Grid;
    std::string section;
    std::string table;       // table id of a repeated row, or ""
    std::string table_row;   // DeclaredRow::id, or ""
    double height_mm = 8;    // least height; text may need more
    std::vector<int> cells;  // indices of the cells that start in this row, left to right
};

struct Sheet {
    std::vector<double> columns_mm;
    std::vector<SheetRow> rows;
    std::vector<SheetCell> cells;  // row-major

    const SheetCell* find(std::string_view path) const;  // null for a path that is not on the paper
    double width_mm() const;
};

// True for a row of the grid that only names what is below it.
bool is_header_row(const Sheet& sheet, size_t row);

// `state` is the review of the same declaration. The sheet points into the definition, which must outlive it.
// Rows of the declaration that the definition does not know are left out. Neighbouring equal 一级 and 二级
// texts of a table's rows become one merged cell, as on the official paper.
Sheet build_sheet(const FormDefinition& definition, const Declaration& declaration, const FormState& state);

}  // namespace shenbao
