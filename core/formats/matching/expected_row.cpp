#include "core/formats/matching/expected_row.h"

#include <algorithm>

#include "core/form/sort_by.h"
#include "core/form/value.h"

namespace shenbao {
namespace {

std::vector<std::string> options_of(const FormDefinition& definition, const SheetCell& cell) {
    std::vector<std::string> keys;
    if (cell.type != ValueType::Choice) return keys;
    const FieldDefinition* field = definition.field(cell.path);
    const PickList* list = cell.column_definition != nullptr ? definition.list(cell.column_definition->list)
                           : field != nullptr                ? definition.list(field->list)
                                                             : nullptr;
    if (list == nullptr) return keys;
    for (const std::string& option : list->options) keys.push_back(label_key(option));
    return keys;
}

// "核心业务产出{n}" as a pattern of any number.
LabelPattern repeated_words(const RowDefinition& row, const LabelPattern& own) {
    return row.repeat_title.empty() ? own : LabelPattern(row.repeat_title);
}

ExpectedCell expected_cell(const FormDefinition& definition, const SheetRow& row, const SheetCell& cell) {
    ExpectedCell expected;
    expected.cell = &cell;
    if (cell.kind != SheetCellKind::Label) {
        expected.kind = ExpectedCell::Kind::Value;
        expected.options = options_of(definition, cell);
        const std::string_view column = split_path(cell.path).column;
        expected.open_name = cell.column_definition == nullptr && (column == "title" || column == "level2");
        return expected;
    }
    expected.words = LabelPattern(cell.text);
    const RowDefinition* origin = cell.row_definition;
    if (row.table.empty() || origin == nullptr) return expected;
    const std::string& key = expected.words.key();
    if (key == label_key(origin->title)) {
        expected.kind = ExpectedCell::Kind::RowTitle;
    } else if (key != label_key(origin->level1)) {
        expected.kind = ExpectedCell::Kind::Level2;
        expected.repeated = repeated_words(*origin, expected.words);
    }
    return expected;
}

bool readable(ValueType type, const GridCell& cell) {
    return !read_value(type, cell.text).invalid;
}

}  // namespace

SeenCell::SeenCell(const GridCell& grid_cell)
    : cell(&grid_cell),
      key(label_key(grid_cell.text)),
      is_amount(readable(ValueType::Amount, grid_cell)),
      is_percent(readable(ValueType::Percent, grid_cell)),
      is_date(readable(ValueType::Date, grid_cell)),
      is_year(readable(ValueType::Year, grid_cell)) {}

std::vector<ExpectedRow> expected_rows(const FormDefinition& definition, const Sheet& sheet) {
    std::vector<ExpectedRow> rows(sheet.rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].row = &sheet.rows[i];
        const TableDefinition* table = definition.table(sheet.rows[i].table);
        // On a blank declaration every row has the id of its definition.
        if (table != nullptr) rows[i].definition = table->row(sheet.rows[i].table_row);
    }
    for (const SheetCell& cell : sheet.cells) {
        for (int below = 0; below < cell.row_span; ++below) {
            const size_t at = static_cast<size_t>(cell.row) + static_cast<size_t>(below);
            if (at >= rows.size()) break;
            ExpectedCell expected = expected_cell(definition, *rows[at].row, cell);
            if (below > 0) expected.kind = ExpectedCell::Kind::Continued;
            rows[at].cells.push_back(std::move(expected));
        }
    }
    for (ExpectedRow& row : rows)
        sort_by(row.cells, [](const ExpectedCell& expected) { return expected.cell->column; });
    return rows;
}

}  // namespace shenbao
