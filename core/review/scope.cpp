#include "core/review/scope.h"

#include "core/review/form_functions.h"

namespace shenbao {
namespace {

feel::Type row_type(const ScopeLayout& layout, const TableDefinition& table, const feel::Type& peer) {
    using feel::Type;
    std::vector<std::pair<std::string, feel::Type>> entries = {
        {"id", Type::string()},
        {"origin", Type::string()},
        {"title", Type::string()},
        {"name", Type::string()},
        {"level1", Type::string()},
        {"level2", Type::string()},
        {"kind", Type::string()},
        {"entered", Type::boolean()},
        {"rate", Type::boolean()},
        {"growth", Type::boolean()},
        {"direction", Type::string()},
        {"unread", Type::list(Type::string())},
        {"peer", peer},
    };
    for (const auto& column : table.columns) entries.push_back({column.id, value_type(layout, column.type)});
    return Type::context(std::move(entries));
}

std::vector<std::string> row_keys(const TableDefinition& table) {
    std::vector<std::string> keys = {"id",      "origin", "title",  "name",      "level1", "level2", "kind",
                                     "entered", "rate",   "growth", "direction", "unread", "peer"};
    for (const auto& column : table.columns) keys.push_back(column.id);
    return keys;
}

}  // namespace

feel::Type value_type(const ScopeLayout&, ValueType type) {
    using feel::Type;
    switch (type) {
        case ValueType::Amount:
        case ValueType::Percent:
        case ValueType::Year:
            return Type::number();
        case ValueType::Date:
            return Type::date();
        case ValueType::Indicator:
            return Type::context({{"text", Type::string()},
                                  {"kind", Type::string()},
                                  {"operator", Type::string()},
                                  {"number", Type::number()}});
        case ValueType::Text:
        case ValueType::LongText:
        case ValueType::Choice:
        case ValueType::Phone:
            return Type::string();
    }
    return Type::any();
}

ScopeLayout make_layout(const FormDefinition& definition) {
    using feel::Type;
    ScopeLayout layout;
    layout.indicator = feel::ShapeReference({"text", "kind", "operator", "number"});
    layout.column = feel::ShapeReference({"id", "title"});
    layout.first_table = layout.first_field + definition.fields.size();
    layout.first_local = layout.first_table + definition.tables.size();
    auto plain_row = [&](std::string_view id) {
        const TableDefinition* table = definition.table(id);
        return table ? row_type(layout, *table, Type::any()) : Type::any();
    };
    for (const auto& table : definition.tables) {
        TableShape shape;
        shape.row = feel::ShapeReference(row_keys(table));
        shape.row_type =
            row_type(layout, table, table.peer.empty() ? Type(feel::TypeKind::Null) : plain_row(table.peer));
        std::vector<std::string> keys = {"id", "title", "short", "rows", "items"};
        std::vector<std::pair<std::string, Type>> entries = {{"id", Type::string()},
                                                             {"title", Type::string()},
                                                             {"short", Type::string()},
                                                             {"rows", Type::list(shape.row_type)},
                                                             {"items", Type::list(shape.row_type)}};
        for (const auto& row : table.rows) {
            keys.push_back(row.id);
            entries.push_back({row.id, shape.row_type});
        }
        shape.table = feel::ShapeReference(std::move(keys));
        shape.table_type = Type::context(std::move(entries));
        layout.tables.push_back(std::move(shape));
    }
    return layout;
}

feel::Scope make_scope(const FormDefinition& definition, const ScopeLayout& layout, Place place, size_t table,
                       feel::Type cell) {
    using feel::Type;
    feel::Scope scope;
    add_form_functions(scope);
    scope.variables.push_back({"today", Type::date()});
    for (const auto& field : definition.fields)
        scope.variables.push_back({field.id, value_type(layout, field.type)});
    // A field's formula runs before the tables are read.
    for (size_t i = 0; i < definition.tables.size(); ++i) {
        if (place == Place::FieldFormula) break;
        scope.variables.push_back({definition.tables[i].id, layout.tables[i].table_type});
    }
    if (place == Place::FieldFormula || place == Place::Form) return scope;
    bool has_row = place == Place::Row || place == Place::Cell;
    scope.variables.push_back({"row", has_row ? layout.tables[table].row_type : Type(feel::TypeKind::Null)});
    scope.variables.push_back(
        {"table", has_row ? layout.tables[table].table_type : Type(feel::TypeKind::Null)});
    if (place == Place::Row) return scope;
    scope.variables.push_back({"cell", cell});
    scope.variables.push_back({"raw", Type::string()});
    scope.variables.push_back({"stated", Type::number()});
    scope.variables.push_back({"invalid", Type::boolean()});
    scope.variables.push_back({"column", Type::context({{"id", Type::string()}, {"title", Type::string()}})});
    scope.variables.push_back({"name", Type::string()});
    return scope;
}

}  // namespace shenbao
