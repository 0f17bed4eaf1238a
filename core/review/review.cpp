#include "core/review/review.h"

#include <algorithm>

#include "core/form/value.h"
#include "core/review/form_functions.h"
#include "core/review/form_values.h"

namespace shenbao {
namespace {

class StateBuilder {
  public:
    StateBuilder(const CompiledForm& form, const Declaration& declaration, CalendarDay today,
                 ReviewMemory& memory)
        : m_form(form),
          m_definition(form.definition),
          m_declaration(declaration),
          m_memory(memory),
          m_values(memory.values),
          m_state(memory.state) {
        m_context.today = feel::Value(feel_date(today));
        m_context.shared_steps = &m_steps;
        read_form(form, declaration, m_context, today, m_values);
    }

    void build() {
        reset();
        add_labels();
        add_fields();
        for (size_t i = 0; i < m_values.tables.size(); ++i) add_table(i);
        m_state.findings = run_rules(m_form, m_declaration, m_memory, m_context);
        sort_findings(m_form, m_values, m_state.findings);
        for (auto& finding : m_state.findings) count_finding(finding);
    }

  private:
    void reset() {
        m_state.sections.clear();
        for (const auto& section : m_definition.sections) m_state.sections.push_back({section.id});
        m_state.errors = m_state.explains = m_state.hints = m_state.blanks = m_state.year = 0;
        for (CellState* cell : m_memory.marked) cell->worst.reset(), cell->wrong = false;
        m_memory.marked.clear();
        if (!m_values.restructured) return;
        m_state.cells.clear();
        m_state.cells.reserve(m_declaration.values.size() + 256);
    }

    void add_labels() {
        for (const auto& [text, label] : m_form.labels)
            m_state.labels[text] = label.render(m_values.variables, m_context);
        for (size_t i = 0; i < m_definition.fields.size(); ++i)
            if (const auto* year = m_values.fields[i].value.as_number();
                year && m_definition.fields[i].id == m_definition.identity.year)
                m_state.year = static_cast<int>(year->to_int64().value_or(0));
    }

    // A computed cell shows its value; an entered one its raw text.
    static std::string computed_text(const feel::Value& value, ValueType type) {
        const Decimal* number = value.as_number();
        constexpr size_t kMostBytes = 4096;  // no cell is that large
        if (!number) return value.is_null() ? std::string() : value.to_text(kMostBytes);
        if (type == ValueType::Percent) return percent_text(*number);
        return number->to_string();
    }

    static void set_cell(CellState& state, const CellValue& cell, ValueType type, bool computed,
                         bool required, size_t section) {
        state.computed = computed;
        state.required = required && !computed;
        state.invalid = cell.invalid;
        state.normalized = computed ? std::string() : cell.normalized;
        state.text = computed ? computed_text(cell.value, type) : cell.raw;
        state.section = section;
    }

    void count_required(size_t section, int required, int filled) {
        if (section >= m_state.sections.size()) return;
        m_state.sections[section].required += required;
        m_state.sections[section].filled += filled;
    }

    void add_fields() {
        for (size_t i = 0; i < m_definition.fields.size(); ++i) {
            const auto& field = m_definition.fields[i];
            const auto& cell = m_values.fields[i];
            CellState& state = m_state.cells[field.id];
            set_cell(state, cell, field.type, !field.formula.empty(), field.required,
                     m_form.field_sections[i]);
            if (state.required) count_required(state.section, 1, cell.blank ? 0 : 1);
            // The initial value stands where nothing is entered.
            if (m_form.fields[i].initial && cell.blank) state.text = computed_text(cell.value, field.type);
        }
    }

    void add_table(size_t index) {
        for (auto& row : m_values.tables[index].rows) {
            if (row.states.empty()) find_states(index, row);
            if (row.plain_changed) set_row(index, row);
            count_required(m_form.tables[index].section, row.required, row.filled);
        }
        const auto& columns = m_definition.tables[index].columns;
        for (size_t i = 0; i < columns.size(); ++i)
            if (columns[i].some_required) ask_for_some(index, i);
    }

    // Each cell of the column is asked for while all are blank; it counts as one.
    void ask_for_some(size_t index, size_t column) {
        auto& rows = m_values.tables[index].rows;
        const auto entered = [&](const RowValues& row) { return !state_of(row, column).computed; };
        const bool filled = std::any_of(rows.begin(), rows.end(), [&](const RowValues& row) {
            return entered(row) && !row.cells[column].blank;
        });
        for (const RowValues& row : rows) state_of(row, column).required = entered(row) && !filled;
        if (std::any_of(rows.begin(), rows.end(), entered))
            count_required(m_form.tables[index].section, 1, filled ? 1 : 0);
    }

    static CellState& state_of(const RowValues& row, size_t column) {
        return *row.states[row.states.size() - row.cells.size() + column];
    }

    void find_states(size_t index, RowValues& row) {
        const auto& table = m_definition.tables[index];
        const auto add = [&](std::string_view column) {
            row.states.push_back(&m_state.cells[cell_path(table.id, row.id, column)]);
        };
        if (row.definition->level2_entered) add("level2");
        if (row.definition->title_entered) add("title");
        for (const auto& column : table.columns) add(column.id);
    }

    void set_row(size_t index, RowValues& row) const {
        const auto& table = m_definition.tables[index];
        const auto& compiled = m_form.tables[index];
        size_t next = 0;
        row.required = row.filled = 0;
        const auto set = [&](const CellValue& cell, ValueType type, bool computed, bool required) {
            CellState& state = *row.states[next++];
            set_cell(state, cell, type, computed, required, compiled.section);
            if (!state.required) return;
            ++row.required;
            if (!cell.blank) ++row.filled;
        };
        if (row.definition->level2_entered) set(row.level2, ValueType::Text, false, false);
        // An open slot that does not apply needs no name.
        const bool unnamed = row.definition->kind == RowKind::Open && says_none(row, [&](size_t column) {
                                 return columns_are_about(table, table.columns[column].id);
                             });
        if (row.definition->title_entered) set(row.title, ValueType::Text, false, !unnamed);
        bool named = !row.entries[static_cast<size_t>(RowEntry::Title)].is_null();
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            bool computed = compiled.column_formulas[i].has_value() ||
                            (row.definition->kind == RowKind::Total && compiled.totals[i].has_value());
            set(row.cells[i], column.type, computed,
                column.required && named && !is_about_nothing(table, row, column));
        }
    }

    // The indicator it is about says 无 (docs/domain.md rule 8).
    static bool is_about_nothing(const TableDefinition& table, const RowValues& row,
                                 const ColumnDefinition& column) {
        return !column.about.empty() &&
               says_none(row, [&](size_t i) { return table.columns[i].id == column.about; });
    }

    static bool columns_are_about(const TableDefinition& table, std::string_view indicator) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [&](const ColumnDefinition& column) { return column.about == indicator; });
    }

    // One of these cells of the row does.
    template <class Wanted>
    static bool says_none(const RowValues& row, Wanted wanted) {
        for (size_t i = 0; i < row.cells.size(); ++i) {
            if (!wanted(i)) continue;
            const feel::Value* kind = row.cells[i].value.find("kind");
            if (kind && kind->as_string() == "none") return true;
        }
        return false;
    }

    // A row that only one of two tables has was removed: it does not wait to be filled.
    bool is_blank(const Finding& finding) const {
        if (finding.level != Level::Error || finding.paths.empty()) return false;
        const auto cell = m_state.cells.find(finding.paths.front());
        return cell != m_state.cells.end() && finding.fix != Repair::AlignRows && !cell->second.computed &&
               trim_blanks(cell->second.text).empty();
    }

    void count_finding(Finding& finding) {
        if (finding.explained) return;
        finding.blank = is_blank(finding);
        auto count = [&](int& errors, int& blanks, int& explains, int& hints) {
            if (finding.level == Level::Error) ++errors;
            if (finding.blank) ++blanks;
            if (finding.level == Level::Explain) ++explains;
            if (finding.level == Level::Hint) ++hints;
        };
        count(m_state.errors, m_state.blanks, m_state.explains, m_state.hints);
        if (!finding.paths.empty())
            if (auto cell = m_state.cells.find(finding.paths.front());
                cell != m_state.cells.end() && cell->second.section < m_state.sections.size()) {
                auto& section = m_state.sections[cell->second.section];
                count(section.errors, section.blanks, section.explains, section.hints);
            }
        if (finding.general) return;
        for (const auto& path : finding.paths) {
            auto cell = m_state.cells.find(path);
            if (cell == m_state.cells.end()) continue;
            auto& worst = cell->second.worst;
            if (!worst) m_memory.marked.push_back(&cell->second);
            if (!worst || finding.level < *worst) worst = finding.level;
            if (finding.level == Level::Error && !finding.blank) cell->second.wrong = true;
        }
    }

    const CompiledForm& m_form;
    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    // Of all formulas, rules and texts together: a check takes at most a second natively, whatever the
    // definition (review_limits_bench).
    uint64_t m_steps = 20'000'000;
    feel::EvaluationContext m_context;
    ReviewMemory& m_memory;
    FormValues& m_values;
    FormState& m_state;
};

}  // namespace

struct Reviewer::Compiled {
    CompiledForm form;
};

Reviewer::Reviewer(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}
Reviewer::~Reviewer() = default;

Reviewer::Result Reviewer::compile(FormDefinition definition) {
    auto compiled = std::make_unique<Compiled>();
    compiled->form.definition = std::move(definition);
    Result result;
    compile_form(compiled->form, result.faults);
    if (result.faults.empty()) result.reviewer.reset(new Reviewer(std::move(compiled)));
    return result;
}

const FormDefinition& Reviewer::definition() const {
    return m_compiled->form.definition;
}

FormState Reviewer::evaluate(const Declaration& declaration, CalendarDay today) const {
    ReviewMemory memory;
    StateBuilder(m_compiled->form, declaration, today, memory).build();
    return std::move(memory.state);
}

struct Recheck::Memory : ReviewMemory {};

Recheck::Recheck(std::shared_ptr<const Reviewer> reviewer)
    : m_reviewer(std::move(reviewer)), m_memory(std::make_unique<Memory>()) {}
Recheck::~Recheck() = default;
Recheck::Recheck(Recheck&&) noexcept = default;
Recheck& Recheck::operator=(Recheck&&) noexcept = default;

const FormState& Recheck::evaluate(const Declaration& declaration, CalendarDay today) {
    StateBuilder(m_reviewer->m_compiled->form, declaration, today, *m_memory).build();
    return m_memory->state;
}

const FormState& Recheck::state() const {
    return m_memory->state;
}

const CellState* FormState::cell(std::string_view path) const {
    auto found = cells.find(std::string(path));
    return found == cells.end() ? nullptr : &found->second;
}

void settle_explanations(const Reviewer& reviewer, Declaration& declaration, CalendarDay today) {
    const bool settled =
        std::all_of(declaration.explanations.begin(), declaration.explanations.end(),
                    [&](const auto& written) { return declaration.explained.contains(written.first); });
    if (settled) return;
    for (const Finding& finding : reviewer.evaluate(declaration, today).findings)
        if (!finding.explanation.empty()) declaration.explained.try_emplace(finding.key, finding.message);
}

Reviewer::Result load_form(std::string_view json) {
    DefinitionResult read = read_definition(json);
    if (!read.definition) return {nullptr, std::move(read.faults)};
    return Reviewer::compile(std::move(*read.definition));
}

}  // namespace shenbao
