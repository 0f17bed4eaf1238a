#include "core/advice/examples.h"

#include <algorithm>

namespace shenbao {
namespace {

bool is_number(ValueType type) {
    return type == ValueType::Amount || type == ValueType::Percent || type == ValueType::Year;
}

struct Examples {
    std::string table = "table", column = "column", path = "table.row.column", value, condition;
};

// A table with numbers in it, if the form has one, and in it the total.
void choose_cell(Examples& examples, const FormDefinition& definition) {
    const TableDefinition* chosen = nullptr;
    const ColumnDefinition* column = nullptr;
    for (const auto& table : definition.tables) {
        if (table.rows.empty() || table.columns.empty()) continue;
        const auto number = std::find_if(table.columns.begin(), table.columns.end(),
                                         [](const auto& each) { return is_number(each.type); });
        if (number == table.columns.end() && chosen != nullptr) continue;
        chosen = &table;
        column = number == table.columns.end() ? &table.columns.front() : &*number;
        if (number != table.columns.end()) break;
    }
    if (chosen == nullptr) return;
    const auto total = std::find_if(chosen->rows.begin(), chosen->rows.end(),
                                    [](const auto& row) { return row.kind == RowKind::Total; });
    const RowDefinition& row = total == chosen->rows.end() ? chosen->rows.front() : *total;
    examples.table = chosen->id;
    examples.column = column->id;
    examples.path = chosen->id + "." + row.id + "." + column->id;
}

// What of the scope is a number, or leads to one.
std::string number_in(const feel::Type& type, const std::string& name) {
    if (type.is(feel::TypeKind::Number)) return name;
    for (const auto& [entry, entry_type] : type.entries()) {
        if (entry_type.is(feel::TypeKind::Number)) return name + "." + entry;
        const feel::Type* part =
            entry_type.entry("operator") != nullptr ? entry_type.entry("number") : nullptr;
        if (part != nullptr && entry != "peer") return name + "." + entry + ".number";
    }
    return {};
}

void choose_value(Examples& examples, const FormDefinition& definition, const feel::Scope* scope) {
    if (scope == nullptr) return;
    const auto variable = [&](std::string_view name) {
        const auto found = std::find_if(scope->variables.begin(), scope->variables.end(),
                                        [&](const auto& each) { return each.name == name; });
        return found == scope->variables.end() ? nullptr : &*found;
    };
    if (const feel::Variable* row = variable("row"); row != nullptr && row->type.has_entries()) {
        examples.value = number_in(row->type, "row");
        examples.condition = "row.rate";
    }
    if (examples.value.empty() && variable(examples.table) != nullptr) examples.value = examples.path;
    for (const auto& field : definition.fields)
        if (examples.value.empty() && is_number(field.type)) examples.value = field.id;
}

void replace(std::string& text, std::string_view mark, std::string_view example) {
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + example.size()))
        text.replace(at, mark.size(), example);
}

}  // namespace

Words with_examples(Words words, const FormDefinition& definition, const feel::Scope* scope) {
    Examples examples;
    choose_cell(examples, definition);
    choose_value(examples, definition, scope);
    if (examples.value.empty()) examples.value = examples.path;
    if (examples.condition.empty()) examples.condition = examples.value + " > 0";
    for (std::string* text : {&words.zh, &words.en}) {
        replace(*text, "⟪value⟫", examples.value);
        replace(*text, "⟪condition⟫", examples.condition);
        replace(*text, "⟪table⟫", examples.table);
        replace(*text, "⟪column⟫", examples.column);
        replace(*text, "⟪path⟫", examples.path);
    }
    return words;
}

}  // namespace shenbao
