#include <algorithm>

#include "core/form/value.h"
#include "core/review/compiled_form.h"
#include "core/review/form_functions.h"

namespace shenbao {
namespace {

using feel::Value;

Value typed_value(const ScopeLayout& layout, ValueType type, std::string_view raw,
                  const ValueReading& reading) {
    if (type == ValueType::Indicator) {
        constexpr std::string_view kKinds[] = {"blank", "percent", "number", "word", "as actual", "none"};
        std::string_view shown =
            reading.normalized.empty() ? trim_blanks(raw) : std::string_view(reading.normalized);
        return Value::context(
            layout.indicator,
            {reading.blank ? Value() : Value(shown), Value(kKinds[static_cast<size_t>(reading.kind)]),
             Value(reading.comparator), reading.number ? Value(*reading.number) : Value()});
    }
    if (reading.blank || reading.invalid) return Value();
    if (reading.number) return Value(*reading.number);
    if (reading.day) return Value(feel_date(*reading.day));
    return Value(reading.normalized.empty() ? trim_blanks(raw) : std::string_view(reading.normalized));
}

class FormReader {
  public:
    FormReader(const CompiledForm& form, const Declaration& declaration,
               const feel::EvaluationContext& context)
        : m_form(form), m_definition(form.definition), m_declaration(declaration), m_context(context) {}

    FormValues read(CalendarDay today) {
        m_values.variables.resize(m_form.layout.first_local + kLocals + m_form.most_lets);
        m_values.variables[0] = Value(feel_date(today));
        read_fields();
        m_values.tables.resize(m_definition.tables.size());
        for (size_t i = 0; i < m_definition.tables.size(); ++i) read_table(i);
        publish_tables(/*with_peers=*/false);
        compute_tables();
        publish_tables(/*with_peers=*/true);
        return std::move(m_values);
    }

  private:
    CellValue read_cell(ValueType type, std::string_view list, std::string_view raw) const {
        CellValue cell;
        cell.raw = raw;
        ValueReading reading = read_value(type, raw, list.empty() ? nullptr : m_definition.list(list));
        cell.blank = reading.blank;
        cell.invalid = reading.invalid;
        cell.value = typed_value(m_form.layout, type, raw, reading);
        cell.normalized = std::move(reading.normalized);
        return cell;
    }

    Value run(const feel::Expression& expression) const {
        return expression.evaluate(m_values.variables, m_context).value;
    }

    // What was entered for a computed cell is kept as its statement.
    void compute_cell(CellValue& cell, const feel::Expression& formula) const {
        cell.stated = cell.value;
        cell.value = run(formula);
    }

    void read_fields() {
        m_values.fields.resize(m_definition.fields.size());
        for (size_t index : m_form.field_order) {
            const auto& field = m_definition.fields[index];
            CellValue cell = read_cell(field.type, field.list, m_declaration.text(field.id));
            const auto& compiled = m_form.fields[index];
            if (compiled.formula) compute_cell(cell, *compiled.formula);
            if (compiled.initial && cell.blank) cell.value = run(*compiled.initial);
            m_values.variables[m_form.layout.first_field + index] = cell.value;
            m_values.fields[index] = std::move(cell);
        }
    }

    void read_table(size_t index) {
        const auto& table = m_definition.tables[index];
        const auto& compiled = m_form.tables[index];
        auto declared = m_declaration.rows.find(table.id);
        if (declared == m_declaration.rows.end()) return;
        auto& rows = m_values.tables[index];
        rows.reserve(declared->second.size());
        for (const auto& row : declared->second) {
            auto found = compiled.row_index.find(row.origin);
            if (found == compiled.row_index.end()) continue;
            rows.push_back(read_row(index, row, found->second));
        }
    }

    struct RowTexts {
        std::string_view title, level2;
        std::vector<std::string_view> columns;
    };

    // The paths of a row stand together in the declaration's order: one look-up serves the whole row.
    RowTexts row_texts(const TableDefinition& table, const DeclaredRow& declared) const {
        RowTexts texts;
        texts.columns.resize(table.columns.size());
        const std::string stem = cell_path(table.id, declared.id, "");
        auto entry = m_declaration.values.lower_bound(stem);
        for (; entry != m_declaration.values.end() && entry->first.starts_with(stem); ++entry) {
            const std::string_view column = std::string_view(entry->first).substr(stem.size());
            if (column == "title") texts.title = entry->second;
            if (column == "level2") texts.level2 = entry->second;
            for (size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].id == column) texts.columns[i] = entry->second;
        }
        return texts;
    }

    RowValues read_row(size_t table_index, const DeclaredRow& declared, size_t definition_index) const {
        const auto& table = m_definition.tables[table_index];
        RowValues row;
        row.declared = &declared;
        row.definition = &table.rows[definition_index];
        row.definition_index = definition_index;
        row.entries = m_form.tables[table_index].row_constants[definition_index];
        row.entries.resize(kRowEntries + table.columns.size());
        auto entry = [&](RowEntry name) -> Value& { return row.entries[static_cast<size_t>(name)]; };
        if (declared.id != declared.origin) entry(RowEntry::Id) = Value(declared.id);
        const RowTexts texts = row_texts(table, declared);
        if (row.definition->title_entered) {
            row.title = read_cell(ValueType::Text, {}, texts.title);
            entry(RowEntry::Title) = row.title.value;
            entry(RowEntry::Rate) = Value(is_rate_name(trim_blanks(row.title.raw)));
        }
        if (row.definition->level2_entered) {
            row.level2 = read_cell(ValueType::Text, {}, texts.level2);
            entry(RowEntry::Level2) = row.level2.value;
        } else if (!row.definition->repeat_title.empty()) {
            entry(RowEntry::Level2) = Value(row_level2(table, m_declaration, declared));
        }
        if (row.definition->title_entered) entry(RowEntry::Name) = row_name(row);
        row.cells.reserve(table.columns.size());
        for (size_t i = 0; i < table.columns.size(); ++i) {
            row.cells.push_back(read_cell(table.columns[i].type, table.columns[i].list, texts.columns[i]));
            row.entries[kRowEntries + i] = row.cells.back().value;
        }
        return row;
    }

    // A name that ends like a rate is one, although the form's author could not know it (DOMAIN.md rule 13).
    static bool is_rate_name(std::string_view name) {
        return name.ends_with("率") || name.ends_with("满意度");
    }

    // What messages call a row: its title, or its place while the title is blank.
    static Value row_name(const RowValues& row) {
        const Value& title = row.entries[static_cast<size_t>(RowEntry::Title)];
        if (!title.is_null()) return title;
        const Value& level2 = row.entries[static_cast<size_t>(RowEntry::Level2)];
        return Value(level2.is_null() ? std::string("……") : level2.to_text() + " ……");
    }

    void compute_tables() {
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) compute_totals(i);
        publish_tables(/*with_peers=*/false);
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) compute_columns(i);
    }

    void compute_totals(size_t index) {
        for (auto& row : m_values.tables[index]) {
            if (row.definition->kind != RowKind::Total) continue;
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const auto& formula = m_form.tables[index].totals[i];
                if (!formula) continue;
                compute_cell(row.cells[i], *formula);
                row.entries[kRowEntries + i] = row.cells[i].value;
            }
        }
    }

    void compute_columns(size_t index) {
        size_t row_slot = m_form.layout.first_local + static_cast<size_t>(Local::Row);
        size_t table_slot = m_form.layout.first_local + static_cast<size_t>(Local::Table);
        m_values.variables[table_slot] = m_values.variables[m_form.layout.first_table + index];
        for (auto& row : m_values.tables[index]) {
            m_values.variables[row_slot] = row.value;
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const auto& formula = m_form.tables[index].column_formulas[i];
                if (!formula) continue;
                compute_cell(row.cells[i], *formula);
                row.entries[kRowEntries + i] = row.cells[i].value;
            }
        }
        m_values.variables[row_slot] = m_values.variables[table_slot] = Value();
    }

    // Makes the context values of all tables from the entries as they are now. A row's peer is the other
    // table's row without a peer of its own: values hold no cycles.
    void publish_tables(bool with_peers) {
        for (size_t i = 0; i < m_values.tables.size(); ++i)
            for (auto& row : m_values.tables[i])
                row.value = Value::context(m_form.layout.tables[i].row, row.entries);
        if (with_peers) link_peers();
        for (size_t i = 0; i < m_values.tables.size(); ++i) publish_table(i);
    }

    void link_peers() {
        std::vector<std::vector<Value>> plain(m_values.tables.size());
        for (size_t i = 0; i < plain.size(); ++i)
            for (const auto& row : m_values.tables[i]) plain[i].push_back(row.value);
        for (size_t i = 0; i < m_values.tables.size(); ++i) {
            if (!m_form.tables[i].peer) continue;
            size_t peer = *m_form.tables[i].peer;
            const auto& others = m_values.tables[peer];
            for (size_t at = 0; at < m_values.tables[i].size(); ++at) {
                auto& row = m_values.tables[i][at];
                // The trees are nearly always the same: look at the same place first.
                size_t match = at;
                if (at >= others.size() || others[at].declared->id != row.declared->id)
                    match =
                        static_cast<size_t>(std::find_if(others.begin(), others.end(),
                                                         [&](const RowValues& other) {
                                                             return other.declared->id == row.declared->id;
                                                         }) -
                                            others.begin());
                if (match < others.size())
                    row.entries[static_cast<size_t>(RowEntry::Peer)] = plain[peer][match];
                row.value = Value::context(m_form.layout.tables[i].row, row.entries);
            }
        }
    }

    void publish_table(size_t index) {
        const auto& table = m_definition.tables[index];
        std::vector<Value> rows, items;
        std::vector<Value> entries(4 + table.rows.size());
        for (const auto& row : m_values.tables[index]) {
            rows.push_back(row.value);
            if (row.definition->kind != RowKind::Total) items.push_back(row.value);
            if (row.declared->id == row.declared->origin) entries[4 + row.definition_index] = row.value;
        }
        entries[0] = Value(table.id);
        entries[1] = Value(table.title);
        entries[2] = Value::list(std::move(rows));
        entries[3] = Value::list(std::move(items));
        m_values.variables[m_form.layout.first_table + index] =
            Value::context(m_form.layout.tables[index].table, std::move(entries));
    }

    const CompiledForm& m_form;
    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    const feel::EvaluationContext& m_context;
    FormValues m_values;
};

}  // namespace

FormValues read_form(const CompiledForm& form, const Declaration& declaration,
                     const feel::EvaluationContext& context, CalendarDay today) {
    return FormReader(form, declaration, context).read(today);
}

}  // namespace shenbao
