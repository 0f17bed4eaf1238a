#include "core/sheet/refresh_sheet.h"

#include <algorithm>

namespace shenbao {
namespace {

using Kind = SheetCellDefinition::Kind;

// A row of a table as the paper repeats it.
struct TableRow {
    const TableDefinition* table = nullptr;
    const DeclaredRow* declared = nullptr;
    const RowDefinition* definition = nullptr;
    int number = 0;  // row_numbers
};

class Builder {
  public:
    Builder(const FormDefinition& definition, const Declaration& declaration, const FormState& state)
        : m_definition(definition), m_declaration(declaration), m_state(state) {}

    // Sets the texts of a sheet that was built before.
    bool refresh(Sheet& sheet) {
        std::swap(m_sheet, sheet);
        size_t next = 0;
        bool same = true;
        for (const auto& row : m_definition.sheet.rows)
            same = same && (row.table.empty() ? refresh_row(row, next++, nullptr) : refresh_table(row, next));
        std::swap(m_sheet, sheet);
        return same && next == sheet.rows.size() && sheet.columns_mm == m_definition.sheet.columns_mm;
    }

    Sheet build() {
        m_sheet.columns_mm = m_definition.sheet.columns_mm;
        m_above.assign(m_sheet.columns_mm.size(), kNone);
        reserve();
        for (const auto& row : m_definition.sheet.rows) {
            m_previous = {};
            if (row.table.empty()) {
                add_row(row, {});
            } else if (const TableDefinition* table = m_definition.table(row.table)) {
                add_table(row, *table);
            }
        }
        settle_headers();
        return std::move(m_sheet);
    }

  private:
    static constexpr int kNone = -1;

    void reserve() {
        size_t rows = 0, cells = 0;
        for (const auto& row : m_definition.sheet.rows) {
            auto declared = row.table.empty() ? m_declaration.rows.end() : m_declaration.rows.find(row.table);
            size_t times = declared == m_declaration.rows.end() ? 1 : declared->second.size();
            rows += times;
            cells += times * row.cells.size();
        }
        m_sheet.rows.reserve(rows);
        m_sheet.cells.reserve(cells);
    }

    bool refresh_table(const SheetRowDefinition& row, size_t& next) {
        const TableDefinition* table = m_definition.table(row.table);
        const auto rows = m_declaration.rows.find(row.table);
        if (!table || rows == m_declaration.rows.end()) return true;
        for (const DeclaredRow& declared : rows->second)
            if (refresh_row(row, next, &declared))
                ++next;
            else if (table->row(declared.origin))
                return false;
        return true;
    }

    // False: it is not the row that stands there.
    bool refresh_row(const SheetRowDefinition& definition, size_t at, const DeclaredRow* declared) {
        if (at >= m_sheet.rows.size()) return false;
        const SheetRow& row = m_sheet.rows[at];
        if (declared) {
            if (row.cells.empty() || row.table != definition.table || row.table_row != declared->id)
                return false;
            const RowDefinition* origin = m_sheet.cells[static_cast<size_t>(row.cells[0])].row_definition;
            if (!origin || origin->id != declared->origin) return false;
        } else if (!row.table.empty()) {
            return false;
        }
        size_t next = 0;
        int column = 0;
        for (const auto& cell : definition.cells) {
            // The others are parts of cells above.
            if (next < row.cells.size() && at_place(row, next).column == column)
                refresh_text(at_place(row, next++), cell);
            column += cell.span;
        }
        return true;
    }
    SheetCell& at_place(const SheetRow& row, size_t place) {
        return m_sheet.cells[static_cast<size_t>(row.cells[place])];
    }

    void refresh_text(SheetCell& cell, const SheetCellDefinition& definition) const {
        if (definition.kind == Kind::Text && definition.text.find('{') != std::string::npos)
            cell.text = label_text(definition.text);
        if (cell.path.empty()) return;
        const auto found = m_state.cells.find(cell.path);
        if (found == m_state.cells.end())
            cell.text = m_declaration.text(cell.path);
        else if (cell.text != found->second.text)
            cell.text = found->second.text;
    }

    void add_table(const SheetRowDefinition& row, const TableDefinition& table) {
        auto declared_rows = m_declaration.rows.find(table.id);
        if (declared_rows == m_declaration.rows.end()) return;
        const std::vector<int> numbers = row_numbers(table, declared_rows->second);
        size_t guess = 0;  // rows mostly stand in the definition's order
        for (size_t i = 0; i < numbers.size(); ++i) {
            const DeclaredRow& declared = declared_rows->second[i];
            const RowDefinition* definition =
                guess < table.rows.size() && table.rows[guess].id == declared.origin
                    ? &table.rows[guess]
                    : table.row(declared.origin);
            if (!definition) continue;
            guess = static_cast<size_t>(definition - table.rows.data()) + 1;
            TableRow table_row{&table, &declared, definition, numbers[i]};
            add_row(row, table_row);
            m_previous = table_row;
        }
    }

    void add_row(const SheetRowDefinition& definition, const TableRow& table_row) {
        m_sheet.rows.emplace_back();
        SheetRow& row = m_sheet.rows.back();
        row.kind = definition.kind;
        row.section = definition.section;
        row.height_mm = definition.height_mm;
        row.cells.reserve(definition.cells.size());
        if (table_row.table) {
            row.table = table_row.table->id;
            row.table_row = table_row.declared->id;
        }
        bool asks_field =
            std::any_of(definition.cells.begin(), definition.cells.end(),
                        [](const SheetCellDefinition& cell) { return cell.kind == Kind::Field; });
        int column = 0;
        for (const auto& cell : definition.cells) {
            if (column + cell.span > static_cast<int>(m_above.size())) break;
            if (!(continues(cell, table_row) && extend_above(column, cell.span)))
                add_cell(cell, column, table_row, asks_field);
            column += cell.span;
        }
    }

    // True for a cell that is the lower part of the one above it.
    bool continues(const SheetCellDefinition& cell, const TableRow& row) const {
        switch (cell.kind) {
            case Kind::MergeUp:
                return true;
            case Kind::Text:
                return m_previous.table != nullptr;
            case Kind::Level1:
                return same_level1(row);
            case Kind::Level2:
                return same_level1(row) && same_level2(row);
            case Kind::Field:
            case Kind::RowTitle:
            case Kind::Column:
                return false;
        }
        return false;
    }
    bool same_level1(const TableRow& row) const {
        return m_previous.definition && row.definition &&
               m_previous.definition->level1 == row.definition->level1;
    }
    bool same_level2(const TableRow& row) const {
        const RowDefinition &above = *m_previous.definition, &here = *row.definition;
        bool of_their_own = above.level2_entered || here.level2_entered || !above.repeat_title.empty() ||
                            !here.repeat_title.empty();
        return !of_their_own && above.level2 == here.level2;
    }

    bool extend_above(int column, int span) {
        int above = m_above[static_cast<size_t>(column)];
        if (above == kNone) return false;
        SheetCell& cell = m_sheet.cells[static_cast<size_t>(above)];
        int row = static_cast<int>(m_sheet.rows.size()) - 1;
        if (cell.column != column || cell.column_span != span || cell.row + cell.row_span != row)
            return false;
        ++cell.row_span;
        return true;
    }

    void add_cell(const SheetCellDefinition& definition, int column, const TableRow& row, bool asks_field) {
        int index = static_cast<int>(m_sheet.cells.size());
        m_sheet.cells.emplace_back();
        SheetCell& cell = m_sheet.cells.back();
        cell.row = static_cast<int>(m_sheet.rows.size()) - 1;
        cell.column = column;
        cell.column_span = definition.span;
        cell.align = definition.align;
        cell.row_definition = row.definition;
        fill(cell, definition, row);
        if (cell.kind == SheetCellKind::Label) {
            bool of_row = definition.kind == Kind::Level1 || definition.kind == Kind::Level2 ||
                          definition.kind == Kind::RowTitle;
            cell.row_header = of_row || (definition.header && (row.table || asks_field));
            cell.column_header = definition.header && !cell.row_header;
        }
        m_sheet.rows.back().cells.push_back(index);
        std::fill_n(m_above.begin() + column, definition.span, index);
    }

    void fill(SheetCell& cell, const SheetCellDefinition& definition, const TableRow& row) {
        switch (definition.kind) {
            case Kind::MergeUp:
                break;
            case Kind::Text:
                cell.text = label_text(definition.text);
                break;
            case Kind::Field:
                if (const FieldDefinition* field = m_definition.field(definition.target)) {
                    cell.kind = field->formula.empty() ? SheetCellKind::Input : SheetCellKind::Computed;
                    cell.type = field->type;
                    cell.path = field->id;
                    cell.text = shown_text(cell.path);
                }
                break;
            case Kind::Level1:
                if (row.definition) cell.text = row.definition->level1;
                break;
            case Kind::Level2:
                if (row.definition && row.definition->level2_entered) {
                    fill_name(cell, row, "level2", row.definition->level2);
                } else if (row.definition) {
                    cell.text = row.definition->repeat_title.empty()
                                    ? row.definition->level2
                                    : numbered_level2(*row.definition, row.number);
                }
                break;
            case Kind::RowTitle:
                if (row.definition && row.definition->title_entered) {
                    fill_name(cell, row, "title", row.definition->title);
                } else if (row.definition) {
                    cell.text = row.definition->title;
                }
                break;
            case Kind::Column:
                if (const ColumnDefinition* column =
                        row.table ? row.table->column(definition.target) : nullptr) {
                    bool computed = !column->formula.empty() || row.definition->kind == RowKind::Total;
                    cell.kind = computed ? SheetCellKind::Computed : SheetCellKind::Input;
                    cell.type = column->type;
                    cell.column_definition = column;
                    cell.path = cell_path(row.table->id, row.declared->id, column->id);
                    cell.text = shown_text(cell.path);
                }
                break;
        }
    }

    void fill_name(SheetCell& cell, const TableRow& row, std::string_view name,
                   std::string_view placeholder) {
        cell.kind = SheetCellKind::Input;
        cell.path = cell_path(row.table->id, row.declared->id, name);
        cell.text = shown_text(cell.path);
        cell.placeholder = placeholder;
    }

    std::string shown_text(const std::string& path) const {
        auto found = m_state.cells.find(path);
        return found == m_state.cells.end() ? std::string(m_declaration.text(path)) : found->second.text;
    }

    // Labels with {FEEL} were rendered by the review; without one the label stands without its braces.
    std::string label_text(const std::string& text) const {
        if (text.find('{') == std::string::npos) return text;
        if (auto found = m_state.labels.find(text); found != m_state.labels.end()) return found->second;
        std::string plain = text;
        for (size_t open = plain.find('{'); open != std::string::npos; open = plain.find('{', open)) {
            size_t close = std::min(plain.find('}', open), plain.size() - 1);
            plain.erase(open, close - open + 1);
        }
        return plain;
    }

    // A heading that reaches down into a table's rows stands beside them: it names rows, not a column.
    void settle_headers() {
        for (auto& cell : m_sheet.cells) {
            if (!cell.column_header) continue;
            cell.row_header = !m_sheet.rows[static_cast<size_t>(cell.row + cell.row_span - 1)].table.empty();
            cell.column_header = !cell.row_header;
        }
    }

    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    const FormState& m_state;
    Sheet m_sheet;
    std::vector<int> m_above;  // for each fine column the cell last put there
    TableRow m_previous;       // the table row before this one, of the same table
};

}  // namespace

bool refresh_sheet(Sheet& sheet, const FormDefinition& definition, const Declaration& declaration,
                   const FormState& state) {
    return Builder(definition, declaration, state).refresh(sheet);
}

Sheet build_sheet(const FormDefinition& definition, const Declaration& declaration, const FormState& state) {
    return Builder(definition, declaration, state).build();
}

}  // namespace shenbao
