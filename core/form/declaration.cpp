#include "core/form/declaration.h"

#include <algorithm>

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

// What sets a row apart from the others of its table, in the form's words. The names of cells in which a name
// is entered do not change with what is typed there.
std::string row_words(const TableDefinition& table, const RowDefinition& definition,
                      const Declaration& declaration, const DeclaredRow& row, std::string_view column) {
    if (!definition.title_entered) return definition.title;
    std::string level2 = column == "level2" ? std::string() : row_level2(table, declaration, row);
    if (definition.kind != RowKind::Open) return level2;
    // The slot's own placeholder says nothing; its level 1 does.
    if (level2.empty()) level2 = definition.level1;
    std::string title;
    if (column != "title" && column != "level2") title = row_title(table, declaration, row);
    if (title.empty()) title = definition.title + std::string(added_number(row));
    return level2 + " " + title;
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

std::string row_level2(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row) {
    const RowDefinition* definition = table.row(row.origin);
    if (!definition) return {};
    if (definition->level2_entered) return entered_text(table, declaration, row, "level2");
    if (definition->repeat_title.empty()) return definition->level2;
    int number = 0;
    if (auto rows = declaration.rows.find(table.id); rows != declaration.rows.end()) {
        for (const auto& other : rows->second) {
            const RowDefinition* like = other.origin == row.origin ? definition : table.row(other.origin);
            number += like && like->repeat_title == definition->repeat_title;
            if (other.id == row.id) break;
        }
    }
    std::string words = definition->repeat_title;
    if (size_t place = words.find("{n}"); place != std::string::npos)
        words.replace(place, 3, std::to_string(number));
    return words;
}

std::string row_title(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row) {
    const RowDefinition* definition = table.row(row.origin);
    if (!definition) return {};
    return definition->title_entered ? entered_text(table, declaration, row, "title") : definition->title;
}

std::string cell_name(const FormDefinition& definition, const Declaration& declaration,
                      std::string_view path) {
    PathParts parts = split_path(path);
    if (parts.table.empty()) {
        const FieldDefinition* field = definition.field(parts.field);
        return field ? field->title : std::string(path);
    }
    const TableDefinition* table = definition.table(parts.table);
    auto rows = declaration.rows.find(parts.table);
    if (!table || rows == declaration.rows.end()) return std::string(path);
    auto row = std::find_if(rows->second.begin(), rows->second.end(),
                            [&](const DeclaredRow& candidate) { return candidate.id == parts.row; });
    const RowDefinition* origin = row == rows->second.end() ? nullptr : table->row(row->origin);
    std::string column = column_words(*table, parts.column);
    if (!origin || column.empty()) return std::string(path);
    return table->title + " " + row_words(*table, *origin, declaration, *row, parts.column) + " " + column;
}

}  // namespace shenbao
