#include <algorithm>

#include "core/form/value.h"
#include "core/formats/statements/text_form.h"

namespace shenbao {
namespace {

// A cell whose content review knows without the person: computed, or with an initial value.
struct KnownCell {
    enum class By { Nobody, Initial, Formula };
    By by = By::Nobody;
    ValueType type = ValueType::Text;
};

KnownCell known_cell(const FormDefinition& definition, const Declaration& declaration,
                     std::string_view path) {
    const PathParts parts = split_path(path);
    if (parts.table.empty()) {
        const FieldDefinition* field = definition.field(parts.field);
        if (field == nullptr) return {};
        if (!field->formula.empty()) return {KnownCell::By::Formula, field->type};
        return {field->initial.empty() ? KnownCell::By::Nobody : KnownCell::By::Initial, field->type};
    }
    const TableDefinition* table = definition.table(parts.table);
    const ColumnDefinition* column = table == nullptr ? nullptr : table->column(parts.column);
    if (column == nullptr) return {};
    if (!column->formula.empty()) return {KnownCell::By::Formula, column->type};
    const auto rows = declaration.rows.find(parts.table);
    if (rows == declaration.rows.end() || table->total_formula.empty()) return {};
    const DeclaredRow* row = rows->second.find(parts.row);
    if (row == nullptr) return {};
    const RowDefinition* origin = table->row(row->origin);
    const bool total = origin != nullptr && origin->kind == RowKind::Total;
    return {total ? KnownCell::By::Formula : KnownCell::By::Nobody, column->type};
}

bool agree(ValueType type, std::string_view stated, std::string_view computed) {
    const ValueReading a = read_value(type, stated), b = read_value(type, computed);
    if (!a.number || !b.number) return trim_blanks(stated) == trim_blanks(computed);
    // docs/domain.md, rule 4: shares are compared as numbers, with ±0.01 for the rounding of single rows.
    const Decimal tolerance = type == ValueType::Percent ? Decimal::of(1, 2) : Decimal(0);
    return (*a.number - *b.number).absolute() <= tolerance;
}

// Drops what agrees among the cells of one kind; the others stay as they are while review computes.
void drop(const Reviewer& reviewer, Declaration& declaration, CalendarDay today, KnownCell::By by) {
    const FormDefinition& definition = reviewer.definition();
    Declaration unstated = declaration;
    std::vector<std::pair<std::string, ValueType>> stated;
    for (const auto& [path, text] : declaration.values) {
        const KnownCell cell = known_cell(definition, declaration, path);
        if (cell.by != by) continue;
        stated.emplace_back(path, cell.type);
        unstated.values.erase(path);
    }
    if (stated.empty()) return;
    const FormState state = reviewer.evaluate(unstated, today);
    for (const auto& [path, type] : stated) {
        const CellState* computed = state.cell(path);
        if (computed != nullptr && agree(type, declaration.text(path), computed->text))
            declaration.values.erase(path);
    }
}

}  // namespace

Declaration drop_agreeing_statements(const Reviewer& reviewer, Declaration declaration, CalendarDay today) {
    // The budget year first: the years of the headers are computed from what is left of it.
    drop(reviewer, declaration, today, KnownCell::By::Initial);
    drop(reviewer, declaration, today, KnownCell::By::Formula);
    return declaration;
}

}  // namespace shenbao
