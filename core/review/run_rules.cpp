#include <algorithm>
#include <optional>

#include "core/review/form_values.h"

namespace shenbao {
namespace {

using feel::Value;

constexpr uint64_t kStepsOfPlace = 16, kStepsOfFinding = 100;

class RuleRunner {
  public:
    RuleRunner(const CompiledForm& form, const Declaration& declaration, ReviewMemory& memory,
               const feel::EvaluationContext& context)
        : m_form(form),
          m_definition(form.definition),
          m_declaration(declaration),
          m_memory(memory),
          m_values(memory.values),
          m_variables(memory.values.variables),
          m_context(context),
          m_names(form.definition, declaration) {}

    std::vector<Finding> run() {
        if (m_values.restructured) m_memory.outcomes.clear();
        if (!m_values.unfinished.empty()) m_findings.push_back(not_computed());
        size_t number = 0;
        for (const auto& rule : m_form.rules) {
            m_stopped_at.reset();
            for (const auto& target : rule.targets) {
                if (m_memory.outcomes.size() == number) m_memory.outcomes.emplace_back();
                m_outcomes = &m_memory.outcomes[number++];
                m_stale = is_stale(target);
                if (is_spent()) {
                    m_outcomes->clear();
                    m_stopped_at.emplace(m_stopped_at.value_or(""));
                } else {
                    run_target(*rule.rule, target);
                }
            }
            if (m_stopped_at) m_findings.push_back(unfinished(*rule.rule));
        }
        return std::move(m_findings);
    }

  private:
    Value& local(Local name) { return m_variables[m_form.layout.first_local + static_cast<size_t>(name)]; }

    void run_target(const RuleDefinition& rule, const CompiledTarget& target) {
        switch (target.place) {
            case Place::FieldFormula:
            case Place::Form:
                m_outcomes->resize(1);
                if (!recall(rule, 0, false)) remember(target, 0, check(rule, target, {}));
                break;
            case Place::FieldCell:
                run_field(rule, target);
                break;
            case Place::Row:
            case Place::Cell:
                run_rows(rule, target);
                break;
        }
        for (size_t i = 0; i < kLocals; ++i) m_variables[m_form.layout.first_local + i] = Value();
    }

    // Repeats what was found in that place the time before, if it must still be so.
    bool recall(const RuleDefinition& rule, size_t place, bool changed) {
        const Outcome& outcome = (*m_outcomes)[place];
        if (!outcome.known || changed || m_stale) return false;
        if (!outcome.finding) return true;
        m_findings.push_back(*outcome.finding);
        if (rule.level == Level::Explain) find_explanation(m_findings.back());
        return true;
    }

    void remember(const CompiledTarget& target, size_t place, bool found) {
        Outcome& outcome = (*m_outcomes)[place];
        outcome.known = target.keeps && !m_exceeded;
        outcome.finding = found ? std::make_unique<Finding>(m_findings.back()) : nullptr;
    }

    bool is_stale(const CompiledTarget& target) const {
        const auto changed = [&](size_t slot) { return m_values.slot_changed[slot] != 0; };
        return std::any_of(target.reads.begin(), target.reads.end(), changed) ||
               (target.reads_labels &&
                std::any_of(m_form.label_reads.begin(), m_form.label_reads.end(), changed));
    }

    void run_field(const RuleDefinition& rule, const CompiledTarget& target) {
        const auto& field = m_definition.fields[target.field];
        m_outcomes->resize(1);
        const bool changed = m_values.slot_changed[m_form.layout.first_field + target.field] != 0;
        if (recall(rule, 0, changed)) return;
        set_cell(m_values.fields[target.field]);
        local(Local::Column) = Value::context(m_form.layout.column, {Value(field.id), Value(field.title)});
        remember(target, 0, check(rule, target, field.id));
    }

    void run_rows(const RuleDefinition& rule, const CompiledTarget& target) {
        const auto& table = m_definition.tables[target.table];
        const auto& rows = m_values.tables[target.table].rows;
        local(Local::Table) = m_variables[m_form.layout.first_table + target.table];
        bool per_cell = target.place == Place::Cell;
        const std::string& column = table.columns[per_cell ? target.column : 0].id;
        if (per_cell) local(Local::Column) = column_value(target);
        m_outcomes->resize(rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            const auto& row = rows[i];
            if (recall(rule, i, row.changed)) continue;
            local(Local::Row) = row.value;
            if (per_cell) set_cell(row.cells[target.column]);
            bool to_title = !per_cell && row.definition->title_entered;
            m_pending_path = {{}, table.id, row.id, to_title ? std::string_view("title") : column};
            remember(target, i, check(rule, target, {}));
            if (!m_exceeded) continue;
            // The rows behind are not asked: each might cost as much.
            while (++i < rows.size()) (*m_outcomes)[i] = {};
        }
        m_pending_path = {};
    }

    Value column_value(const CompiledTarget& target) const {
        const auto& column = m_definition.tables[target.table].columns[target.column];
        std::string title = column.title;
        for (const auto& [text, label] : m_form.labels)
            if (text == title) {
                title = label.render(m_variables, m_context);
                break;
            }
        return Value::context(m_form.layout.column, {Value(column.id), Value(title)});
    }

    void set_cell(const CellValue& cell) {
        local(Local::Cell) = cell.value;
        local(Local::Raw) = cell.blank ? Value() : Value(cell.raw);
        local(Local::Stated) = cell.stated;
        local(Local::Invalid) = Value(cell.invalid);
    }

    Value evaluate(const feel::Expression& expression) {
        feel::EvaluationResult result = expression.evaluate(m_variables, m_context);
        if (result.limit != feel::Limit::None) m_exceeded = true;
        return std::move(result.value);
    }

    bool applies(const CompiledTarget& target) {
        if (target.where && !evaluate(*target.where).is_true()) return false;
        size_t slot = m_form.layout.first_local + kLocals;
        for (const auto& let : target.lets) m_variables[slot++] = evaluate(let);
        return evaluate(*target.when).is_true();
    }

    // What costs time besides the evaluations is paid in steps, too.
    void spend(uint64_t steps) {
        if (m_context.shared_steps != nullptr)
            *m_context.shared_steps -= std::min(*m_context.shared_steps, steps);
    }

    bool is_spent() const { return m_context.shared_steps != nullptr && *m_context.shared_steps == 0; }

    // Whether there is a finding.
    bool check(const RuleDefinition& rule, const CompiledTarget& target, std::string path) {
        m_exceeded = false;
        spend(kStepsOfPlace);
        const bool found = applies(target);
        if (!found && !m_exceeded) return false;
        if (m_pending_path.row.data())
            path = cell_path(m_pending_path.table, m_pending_path.row, m_pending_path.column);
        if (found) report(rule, target, path);
        if (m_exceeded && !m_stopped_at) m_stopped_at = std::move(path);
        return found;
    }

    // An error whatever the rule's level: nobody knows what it would have found.
    Finding unfinished(const RuleDefinition& rule) const {
        Finding finding;
        finding.rule = rule.id;
        finding.number = rule.number;
        if (!m_stopped_at->empty()) finding.paths.push_back(*m_stopped_at);
        finding.message = "规则“" + (rule.source.empty() ? rule.id : rule.source) +
                          "”未能检查完：内容过多，超出了一次检查的限度，请自行核对";
        // No path is like this, so it is never the key of what the rule did find.
        finding.key = rule.id + ":…";
        return finding;
    }

    // Of the first formula that exceeded a limit; what builds on it is blank or wrong.
    Finding not_computed() const {
        Finding finding;
        finding.paths.push_back(m_values.unfinished);
        finding.message = "“" + cell_name(m_definition, m_declaration, m_values.unfinished) +
                          "”未能算完：内容过多，超出了一次检查的限度，请自行核对";
        finding.key = m_values.unfinished + ":…";
        return finding;
    }

    void report(const RuleDefinition& rule, const CompiledTarget& target, std::string path) {
        Finding finding;
        finding.rule = rule.id;
        finding.number = rule.number;
        finding.level = rule.level;
        finding.fix = rule.fix;
        finding.general = rule.level == Level::Hint && target.place == Place::Form;
        if (target.place == Place::Cell || target.place == Place::FieldCell)
            local(Local::Name) = Value(m_names.of(path));
        finding.message = target.message->render(m_variables, m_context, &m_exceeded);
        for (const auto& text : target.paths)
            add_paths(finding.paths, text.value(m_variables, m_context, &m_exceeded));
        if (finding.paths.empty() && !path.empty()) finding.paths.push_back(std::move(path));
        for (size_t i = 0; i < target.fixes.size(); ++i) add_fix(finding, *target.fixes[i], i);
        spend(kStepsOfFinding + finding.message.size() / 8);
        finding.key = rule.id + ":" + (finding.paths.empty() ? "" : finding.paths.front());
        if (rule.level == Level::Explain) find_explanation(finding);
        m_findings.push_back(std::move(finding));
    }

    void add_fix(Finding& finding, const CompiledFix& source, size_t kind) {
        Fix fix{kind, {}, !source.value, {}, {}};
        if (source.value) {
            const Value value = source.value->value(m_variables, m_context, &m_exceeded);
            if (value.is_null()) return;
            constexpr size_t kMostBytes = 4096;
            fix.text = value.to_text(kMostBytes);
        }
        for (const auto& path : source.paths)
            add_paths(fix.paths, path.value(m_variables, m_context, &m_exceeded));
        if (source.paths.empty()) fix.paths = finding.paths;
        if (fix.paths.empty()) return;
        fix.label = source.label.render(m_variables, m_context, &m_exceeded);
        finding.fixes.push_back(std::move(fix));
    }

    void find_explanation(Finding& finding) const {
        auto written = m_declaration.explanations.find(finding.key);
        finding.explanation = written == m_declaration.explanations.end() ? "" : written->second;
        auto given_for = m_declaration.explained.find(finding.key);
        finding.explained = !finding.explanation.empty() && (given_for == m_declaration.explained.end() ||
                                                             given_for->second == finding.message);
    }

    static void add_paths(std::vector<std::string>& paths, const Value& value) {
        if (value.is_null()) return;
        if (value.is_list()) {
            for (const Value& item : value.items()) add_paths(paths, item);
            return;
        }
        constexpr size_t kMostBytes = 1024;
        if (std::string path = value.to_text(kMostBytes); !path.empty()) paths.push_back(std::move(path));
    }

    const CompiledForm& m_form;
    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    ReviewMemory& m_memory;
    FormValues& m_values;
    std::vector<Value>& m_variables;
    const feel::EvaluationContext& m_context;
    CellNames m_names;
    std::vector<Finding> m_findings;
    // Of the target that runs.
    std::vector<Outcome>* m_outcomes = nullptr;
    bool m_stale = false;     // something it reads besides its place has changed
    bool m_exceeded = false;  // a limit of one evaluation, in the place checked last
    // Where the rule that runs first exceeded one; "" for the whole form.
    std::optional<std::string> m_stopped_at;
    PathParts m_pending_path;  // of the row or cell being checked; written out only when it is needed
};

}  // namespace

std::vector<Finding> run_rules(const CompiledForm& form, const Declaration& declaration, ReviewMemory& memory,
                               const feel::EvaluationContext& context) {
    return RuleRunner(form, declaration, memory, context).run();
}

}  // namespace shenbao
