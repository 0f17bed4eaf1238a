#include <algorithm>

#include "core/form/value.h"
#include "core/review/form_functions.h"
#include "core/review/form_values.h"

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

// More, and a value counts as changed.
constexpr uint32_t kStepsToCompare = 10'000;

class FormReader {
  public:
    FormReader(const CompiledForm& form, const Declaration& declaration,
               const feel::EvaluationContext& context, FormValues& values)
        : m_form(form),
          m_definition(form.definition),
          m_declaration(declaration),
          m_context(context),
          m_values(values) {}

    void read(CalendarDay today) {
        m_values.variables.resize(m_form.layout.first_local + kLocals + m_form.most_lets);
        m_values.slot_changed.assign(m_form.layout.first_local, 0);
        m_values.unfinished.clear();
        set_slot(0, Value(feel_date(today)));
        read_fields();
        m_values.restructured = !has_same_rows();
        m_values.tables.resize(m_definition.tables.size());
        for (size_t i = 0; i < m_definition.tables.size(); ++i) read_table(i);
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

    Value run(const feel::Expression& expression, const std::string& field) const {
        feel::EvaluationResult result = expression.evaluate(m_values.variables, m_context);
        if (result.limit != feel::Limit::None && m_values.unfinished.empty()) m_values.unfinished = field;
        return std::move(result.value);
    }

    void read_fields() {
        m_values.fields.resize(m_definition.fields.size());
        for (size_t index : m_form.field_order) {
            const auto& field = m_definition.fields[index];
            CellValue cell = read_cell(field.type, field.list, m_declaration.text(field.id));
            const auto& compiled = m_form.fields[index];
            if (compiled.formula) {  // what was entered for it is kept as its statement
                cell.stated = cell.value;
                cell.value = run(*compiled.formula, field.id);
            }
            if (compiled.initial && cell.blank) cell.value = run(*compiled.initial, field.id);
            const size_t slot = m_form.layout.first_field + index;
            set_slot(slot, cell.value);
            const CellValue& before = m_values.fields[index];
            if (before.raw != cell.raw || !before.stated.equals(cell.stated, kStepsToCompare))
                m_values.slot_changed[slot] = 1;
            m_values.fields[index] = std::move(cell);
        }
    }

    void set_slot(size_t slot, Value value) {
        Value& variable = m_values.variables[slot];
        if (!variable.equals(value, kStepsToCompare)) m_values.slot_changed[slot] = 1;
        variable = std::move(value);
    }

    const DeclaredRows& declared_rows(size_t table) const {
        static const DeclaredRows kNone;
        auto found = m_declaration.rows.find(m_definition.tables[table].id);
        return found == m_declaration.rows.end() ? kNone : found->second;
    }

    // Those of the evaluation before, in every table?
    bool has_same_rows() const {
        if (m_values.tables.size() != m_definition.tables.size()) return false;
        for (size_t i = 0; i < m_values.tables.size(); ++i) {
            const auto& before = m_values.tables[i].rows;
            size_t at = 0;
            for (const auto& declared : declared_rows(i)) {
                if (!m_form.tables[i].row_index.contains(declared.origin)) continue;
                if (at == before.size() || before[at].id != declared.id ||
                    before[at].definition->id != declared.origin)
                    return false;
                ++at;
            }
            if (at != before.size()) return false;
        }
        return true;
    }

    void read_table(size_t index) {
        const auto& compiled = m_form.tables[index];
        auto& table = m_values.tables[index];
        const auto& declared = declared_rows(index);
        if (m_values.restructured) table.rows.clear(), table.order = {};
        table.rows.reserve(declared.size());
        const std::vector<int> numbers = row_numbers(m_definition.tables[index], declared);
        size_t at = 0;
        for (size_t i = 0; i < declared.size(); ++i) {
            const DeclaredRow& row = declared[i];
            auto found = compiled.row_index.find(row.origin);
            if (found == compiled.row_index.end()) continue;
            RowTexts texts = row_texts(index, row, found->second, numbers[i]);
            if (m_values.restructured) {
                table.rows.push_back(read_row(index, row, found->second, texts));
            } else if (compiled.computes || !reads_the_same(table.rows[at], texts)) {
                auto states = std::move(table.rows[at].states);
                table.rows[at] = read_row(index, row, found->second, texts);
                table.rows[at].states = std::move(states);
            } else {
                table.rows[at].plain_changed = table.rows[at].changed = false;
            }
            ++at;
        }
    }

    struct RowTexts {
        std::string_view title, level2;
        std::string counted_level2;  // 核心业务产出3: depends on the rows before
        std::vector<std::string_view> columns;
    };

    // The paths of a row stand together in the declaration's order: one look-up serves the whole row.
    RowTexts row_texts(size_t table_index, const DeclaredRow& declared, size_t definition_index,
                       int number) const {
        const auto& table = m_definition.tables[table_index];
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
        if (!table.rows[definition_index].repeat_title.empty())
            texts.counted_level2 = numbered_level2(table.rows[definition_index], number);
        return texts;
    }

    static bool reads_the_same(const RowValues& row, const RowTexts& texts) {
        if (row.title.raw != texts.title || row.level2.raw != texts.level2) return false;
        if (!row.definition->repeat_title.empty() && !row.definition->level2_entered &&
            row.entries[static_cast<size_t>(RowEntry::Level2)].as_string() != texts.counted_level2)
            return false;
        for (size_t i = 0; i < texts.columns.size(); ++i)
            if (row.cells[i].raw != texts.columns[i]) return false;
        return true;
    }

    RowValues read_row(size_t table_index, const DeclaredRow& declared, size_t definition_index,
                       const RowTexts& texts) const {
        const auto& table = m_definition.tables[table_index];
        RowValues row;
        row.id = declared.id;
        row.definition = &table.rows[definition_index];
        row.definition_index = definition_index;
        row.entries = m_form.tables[table_index].row_constants[definition_index];
        row.entries.resize(kRowEntries + table.columns.size());
        auto entry = [&](RowEntry name) -> Value& { return row.entries[static_cast<size_t>(name)]; };
        if (declared.id != declared.origin) entry(RowEntry::Id) = Value(declared.id);
        if (row.definition->title_entered) {
            row.title = read_cell(ValueType::Text, {}, texts.title);
            entry(RowEntry::Title) = row.title.value;
            entry(RowEntry::Rate) = Value(is_rate_name(trim_blanks(row.title.raw)));
        }
        if (row.definition->level2_entered) {
            row.level2 = read_cell(ValueType::Text, {}, texts.level2);
            entry(RowEntry::Level2) = row.level2.value;
        } else if (!row.definition->repeat_title.empty()) {
            entry(RowEntry::Level2) = Value(texts.counted_level2);
        }
        if (row.definition->title_entered) entry(RowEntry::Name) = row_name(row);
        row.cells.reserve(table.columns.size());
        std::vector<Value> unread;
        for (size_t i = 0; i < table.columns.size(); ++i) {
            row.cells.push_back(read_cell(table.columns[i].type, table.columns[i].list, texts.columns[i]));
            row.entries[kRowEntries + i] = row.cells.back().value;
            if (row.cells.back().invalid) unread.push_back(Value(table.columns[i].id));
        }
        if (!unread.empty()) entry(RowEntry::Unread) = Value::list(std::move(unread));
        // Texts of cells that are not entered: kept for comparing only.
        row.title.raw = texts.title;
        row.level2.raw = texts.level2;
        row.plain = Value::context(m_form.layout.tables[table_index].row, row.entries);
        return row;
    }

    // A name that ends like a rate is one, although the form's author could not know it (docs/domain.md, 13).
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

    const CompiledForm& m_form;
    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    const feel::EvaluationContext& m_context;
    FormValues& m_values;
};

}  // namespace

void read_form(const CompiledForm& form, const Declaration& declaration,
               const feel::EvaluationContext& context, CalendarDay today, FormValues& values) {
    FormReader(form, declaration, context, values).read(today);
    derive_tables(form, context, values);
}

}  // namespace shenbao
