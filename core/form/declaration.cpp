#include "core/form/declaration.h"

#include "core/form/value.h"

namespace shenbao {
namespace {

std::string entered_text(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row,
                         std::string_view column) {
    return std::string(trim_blanks(declaration.text(cell_path(table.id, row.id, column))));
}

// "" for a row as printed, "2" for the first one added like it.
std::string_view added_number(const DeclaredRow& row) {
    return row.id.size() > row.origin.size() ? std::string_view(row.id).substr(row.origin.size() + 1) : "";
}

std::string column_words(const TableDefinition& table, std::string_view id) {
    if (const ColumnDefinition* column = table.column(id))
        return column->name.empty() ? column->title : column->name;
    if (id == "title") return table.row_heading;
    if (id == "level2") return table.level2_heading;
    return {};
}

}  // namespace

std::string_view Declaration::text(std::string_view path) const {
    auto found = values.find(path);
    return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view identity_unit(const FormDefinition& definition, const Declaration& declaration) {
    const std::string& unit = definition.identity.unit;
    return unit.empty() ? std::string_view() : trim_blanks(declaration.text(unit));
}

Declaration blank_declaration(const FormDefinition& definition) {
    Declaration declaration;
    declaration.form_id = definition.id;
    declaration.form_version = definition.version;
    for (const auto& table : definition.tables) {
        auto& rows = declaration.rows[table.id];
        for (const auto& row : table.rows) rows.push_back({row.id, row.id});
    }
    return declaration;
}

PathParts split_path(std::string_view path) {
    size_t first = path.find('.');
    size_t second = first == std::string_view::npos ? first : path.find('.', first + 1);
    if (second == std::string_view::npos) return {path, {}, {}, {}};
    return {{}, path.substr(0, first), path.substr(first + 1, second - first - 1), path.substr(second + 1)};
}

std::string cell_path(std::string_view table, std::string_view row, std::string_view column) {
    std::string path;
    path.reserve(table.size() + row.size() + column.size() + 2);
    path.append(table).append(".").append(row).append(".").append(column);
    return path;
}

std::vector<int> row_numbers(const TableDefinition& table, const DeclaredRows& rows) {
    std::vector<int> numbers(rows.size());
    std::map<std::string_view, int> counts;
    for (size_t i = 0; i < rows.size(); ++i)
        if (const RowDefinition* row = table.row(rows[i].origin); row && !row->repeat_title.empty())
            numbers[i] = ++counts[row->repeat_title];
    return numbers;
}

std::string numbered_level2(const RowDefinition& row, int number) {
    std::string words = row.repeat_title;
    if (size_t place = words.find("{n}"); place != std::string::npos)
        words.replace(place, 3, std::to_string(number));
    return words;
}

std::string row_level2(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row) {
    const RowDefinition* definition = table.row(row.origin);
    if (!definition) return {};
    if (definition->level2_entered) return entered_text(table, declaration, row, "level2");
    if (definition->repeat_title.empty()) return definition->level2;
    const auto rows = declaration.rows.find(table.id);
    if (rows == declaration.rows.end()) return numbered_level2(*definition, 0);
    const std::vector<int> numbers = row_numbers(table, rows->second);
    const size_t place = rows->second.place_of(row.id);
    return numbered_level2(*definition, place < numbers.size() ? numbers[place] : 0);
}

std::string row_title(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row) {
    const RowDefinition* definition = table.row(row.origin);
    if (!definition) return {};
    return definition->title_entered ? entered_text(table, declaration, row, "title") : definition->title;
}

std::string cell_name(const FormDefinition& definition, const Declaration& declaration,
                      std::string_view path) {
    return CellNames(definition, declaration).of(path);
}

std::string CellNames::of(std::string_view path) {
    PathParts parts = split_path(path);
    if (parts.table.empty()) {
        const FieldDefinition* field = m_definition.field(parts.field);
        return field ? field->title : std::string(path);
    }
    if (!go_to(parts.table, parts.row)) return std::string(path);
    std::string column = column_words(*m_table, parts.column);
    if (column.empty()) return std::string(path);
    const bool of_name = parts.column == "title" || parts.column == "level2";
    std::string name = m_table->title + " ";
    name += of_name ? words(parts.column) : m_words;
    return name.append(" ").append(column);
}

std::string CellNames::of_step(std::string_view path, std::string_view text) {
    const PathParts parts = split_path(path);
    const std::string_view name = trim_blanks(text);
    if (parts.column != "title" || name.empty() || !go_to(parts.table, parts.row)) return of(path);
    std::string words = m_table->title + " " + level2(*m_table, *m_row);
    return words.append(" ").append(name).append(" ").append(m_table->row_heading);
}

std::string CellNames::level2(const TableDefinition& table, const DeclaredRow& row) {
    const RowDefinition* definition = table.row(row.origin);
    const auto rows = m_declaration.rows.find(table.id);
    const bool numbered = definition && !definition->level2_entered && !definition->repeat_title.empty();
    if (!numbered || rows == m_declaration.rows.end()) return row_level2(table, m_declaration, row);
    std::vector<int>& numbers = m_numbers[table.id];
    if (numbers.empty()) numbers = row_numbers(table, rows->second);
    const size_t place = rows->second.place_of(row.id);
    return numbered_level2(*definition, place < numbers.size() ? numbers[place] : 0);
}

std::string CellNames::row(std::string_view table, std::string_view id) {
    if (!go_to(table, id)) return std::string(id);
    const std::string first = level2(*m_table, *m_row);
    std::string title = row_title(*m_table, m_declaration, *m_row);
    if (title.empty()) title = m_origin->title;
    if (first.empty() || first == title) return title;
    return title.empty() ? first : first + " " + title;
}

// False: there is no such row.
bool CellNames::go_to(std::string_view table, std::string_view row) {
    if (m_row && m_row->id == row && m_table->id == table) return true;
    m_row = nullptr;
    m_table = m_definition.table(table);
    const auto rows = m_declaration.rows.find(table);
    if (!m_table || rows == m_declaration.rows.end()) return false;
    const DeclaredRow* found = rows->second.find(row);
    m_origin = found ? m_table->row(found->origin) : nullptr;
    if (!m_origin) return false;
    m_row = found;
    m_words = words({});
    return true;
}

// What sets the row apart from the others of its table, in the form's words. The names of cells in which a
// name is entered do not change with what is typed there.
std::string CellNames::words(std::string_view column) {
    if (!m_origin->title_entered) return m_origin->title;
    std::string words = column == "level2" ? std::string() : level2(*m_table, *m_row);
    if (m_origin->kind != RowKind::Open) return words;
    // The slot's own placeholder says nothing; its level 1 does.
    if (words.empty()) words = m_origin->level1;
    std::string title;
    if (column != "title" && column != "level2") title = row_title(*m_table, m_declaration, *m_row);
    if (title.empty()) title = m_origin->title + std::string(added_number(*m_row));
    return words + " " + title;
}

}  // namespace shenbao
