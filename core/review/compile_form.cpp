#include <algorithm>

#include "core/review/compiled_form.h"

namespace shenbao {
namespace {

std::string pointer(std::string_view list, size_t index, std::string_view key) {
    return "/" + std::string(list) + "/" + std::to_string(index) + "/" + std::string(key);
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// One token of an RFC 6901 pointer.
std::string token(const std::string& name) {
    return replace_all(replace_all(name, "~", "~0"), "/", "~1");
}

template <class Items>
size_t index_of(const Items& items, std::string_view id) {
    auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    return static_cast<size_t>(found - items.begin());
}

class Compiler {
  public:
    Compiler(CompiledForm& form, std::vector<DefinitionFault>& faults)
        : m_form(form), m_definition(form.definition), m_faults(faults) {}

    void run() {
        m_form.layout = make_layout(m_definition);
        compile_fields();
        for (size_t i = 0; i < m_definition.tables.size(); ++i) compile_table(i);
        for (size_t i = 0; i < m_definition.rules.size(); ++i) compile_rule(i);
        compile_paper();
    }

  private:
    FaultSink sink(std::string at) { return {m_faults, std::move(at)}; }

    void fault(std::string at, std::string message, std::string message_zh, std::string_view unknown = {}) {
        for (const auto& known : m_faults)  // told for another place of the same rule
            if (known.pointer == at && known.message == message) return;
        m_faults.push_back({std::move(at), std::move(message), std::move(message_zh)});
        m_faults.back().unknown = unknown;
    }

    std::optional<feel::Expression> optional_feel(std::string_view text, const feel::Scope& scope,
                                                  std::string at, Wanted wanted = Wanted::Anything) {
        if (text.empty()) return std::nullopt;
        return compile_feel(text, scope, sink(std::move(at)), wanted);
    }

    void compile_fields() {
        feel::Scope scope = make_scope(m_definition, m_form.layout, Place::FieldFormula);
        for (size_t i = 0; i < m_definition.fields.size(); ++i) {
            const auto& field = m_definition.fields[i];
            m_form.fields.push_back({optional_feel(field.formula, scope, pointer("fields", i, "formula")),
                                     optional_feel(field.initial, scope, pointer("fields", i, "initial"))});
            m_form.field_sections.push_back(index_of(m_definition.sections, field.section));
        }
        order_fields();
    }

    // Depth first; a field met again on the way down is part of a cycle.
    void order_fields() {
        std::vector<int> state(m_definition.fields.size(), 0);
        for (size_t i = 0; i < state.size(); ++i) visit_field(i, state);
    }
    void visit_field(size_t index, std::vector<int>& state) {
        if (state[index] == 2) return;
        if (state[index] == 1) {
            const auto& id = m_definition.fields[index].id;
            fault(pointer("fields", index, "formula"), "The formula of '" + id + "' depends on itself",
                  "“" + id + "”的公式依赖它自己");
            return;
        }
        state[index] = 1;
        const auto& compiled = m_form.fields[index];
        for (const auto* expression : {&compiled.formula, &compiled.initial}) {
            if (!*expression) continue;
            for (size_t slot : (*expression)->variables())
                if (slot >= m_form.layout.first_field && slot < m_form.layout.first_table)
                    visit_field(slot - m_form.layout.first_field, state);
        }
        state[index] = 2;
        m_form.field_order.push_back(index);
    }

    void compile_table(size_t index) {
        const auto& table = m_definition.tables[index];
        CompiledTable compiled;
        compiled.section = index_of(m_definition.sections, table.section);
        if (size_t peer = index_of(m_definition.tables, table.peer); peer < m_definition.tables.size())
            compiled.peer = peer;
        feel::Scope row_scope = make_scope(m_definition, m_form.layout, Place::Row, index);
        feel::Scope form_scope = make_scope(m_definition, m_form.layout, Place::Form);
        std::string base = "/tables/" + std::to_string(index);
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            compiled.column_formulas.push_back(
                optional_feel(column.formula, row_scope, base + pointer("columns", i, "formula")));
            bool totalled = column.formula.empty() && !table.total_formula.empty();
            compiled.totals.push_back(
                totalled ? compile_feel(replace_all(table.total_formula, "{column}", column.id), form_scope,
                                        {m_faults, base + "/totalFormula", 0, column.id})
                         : std::nullopt);
            compiled.computes |= totalled || !column.formula.empty();
        }
        for (size_t i = 0; i < table.rows.size(); ++i) {
            compiled.row_constants.push_back(row_constants(table.rows[i]));
            compiled.row_index.emplace(table.rows[i].id, i);
        }
        m_form.tables.push_back(std::move(compiled));
    }

    static std::vector<feel::Value> row_constants(const RowDefinition& row) {
        using feel::Value;
        auto text = [](std::string_view words) { return words.empty() ? Value() : Value(words); };
        constexpr std::string_view kKinds[] = {"named", "open", "total"};
        constexpr std::string_view kDirections[] = {"", "up", "down", "zero"};
        std::vector<Value> entries(kRowEntries);
        auto set = [&](RowEntry entry, Value value) {
            entries[static_cast<size_t>(entry)] = std::move(value);
        };
        set(RowEntry::Origin, Value(row.id));
        set(RowEntry::Id, Value(row.id));
        set(RowEntry::Title, text(row.title));
        set(RowEntry::Name, text(row.title));
        set(RowEntry::Level1, text(row.level1));
        set(RowEntry::Level2, text(row.level2));
        set(RowEntry::Kind, Value(kKinds[static_cast<size_t>(row.kind)]));
        set(RowEntry::Entered, Value(row.title_entered));
        set(RowEntry::Rate, Value(row.rate));
        set(RowEntry::Growth, Value(row.growth));
        set(RowEntry::Direction, Value(kDirections[static_cast<size_t>(row.direction)]));
        set(RowEntry::Unread, Value::list({}));
        return entries;
    }

    void compile_rule(size_t index) {
        const auto& rule = m_definition.rules[index];
        CompiledRule compiled;
        compiled.rule = &rule;
        std::string_view each = rule.each;
        if (each.empty()) add_target(compiled, {}, index);
        while (!each.empty()) {
            size_t length = std::min(each.find(' '), each.size());
            std::string_view word = each.substr(0, length);
            if (!word.empty()) add_targets(compiled, word, index);
            each.remove_prefix(std::min(length + 1, each.size()));
        }
        m_form.most_lets = std::max(m_form.most_lets, rule.let.size());
        m_form.rules.push_back(std::move(compiled));
    }

    void add_targets(CompiledRule& rule, std::string_view word, size_t index) {
        size_t point = word.find('.');
        std::string_view name = word.substr(0, point);
        CompiledTarget target;
        target.table = index_of(m_definition.tables, name);
        target.field = index_of(m_definition.fields, word);
        if (target.table < m_definition.tables.size() && point == std::string_view::npos) {
            target.place = Place::Row;
            add_target(rule, std::move(target), index);
        } else if (target.table < m_definition.tables.size()) {
            target.place = Place::Cell;
            const auto& columns = m_definition.tables[target.table].columns;
            std::string_view column = word.substr(point + 1);
            target.column = index_of(columns, column);
            if (column == "*") {
                for (target.column = 0; target.column < columns.size(); ++target.column)
                    add_target(rule, target, index);
            } else if (target.column < columns.size()) {
                add_target(rule, std::move(target), index);
            } else {
                unknown_target(index, word);
            }
        } else if (target.field < m_definition.fields.size()) {
            target.place = Place::FieldCell;
            add_target(rule, std::move(target), index);
        } else {
            unknown_target(index, word);
        }
    }

    void unknown_target(size_t rule, std::string_view word) {
        fault(pointer("rules", rule, "each"), "No field, table or column '" + std::string(word) + "'",
              "没有名为“" + std::string(word) + "”的栏目、表或列", word);
    }

    void add_target(CompiledRule& rule, CompiledTarget target, size_t index) {
        const auto& source = *rule.rule;
        ValueType type = ValueType::Text;
        if (target.place == Place::Cell) type = m_definition.tables[target.table].columns[target.column].type;
        if (target.place == Place::FieldCell) type = m_definition.fields[target.field].type;
        feel::Scope scope = make_scope(m_definition, m_form.layout, target.place, target.table,
                                       value_type(m_form.layout, type));
        pad_locals(scope, target.place);
        target.where =
            optional_feel(source.where, scope, pointer("rules", index, "where"), Wanted::Condition);
        for (const auto& let : source.let) {
            auto value =
                compile_feel(let.value, scope, sink(pointer("rules", index, "let/" + token(let.name))));
            scope.variables.push_back({let.name, value ? value->type() : feel::Type::any()});
            if (value) target.lets.push_back(std::move(*value));
        }
        target.when = optional_feel(source.when, scope, pointer("rules", index, "when"), Wanted::Condition);
        target.message =
            TextTemplate::compile(source.message, scope, sink(pointer("rules", index, "message")));
        for (size_t i = 0; i < source.paths.size(); ++i)
            if (auto path = TextTemplate::compile(
                    source.paths[i], scope, sink(pointer("rules", index, "paths/" + std::to_string(i))))) {
                if (rule.targets.empty())
                    check_path(*path, pointer("rules", index, "paths/" + std::to_string(i)));
                target.paths.push_back(std::move(*path));
            }
        for (size_t i = 0; i < source.fixes.size(); ++i)
            target.fixes.push_back(compile_fix(source.fixes[i], scope,
                                               pointer("rules", index, "fixes/" + std::to_string(i)),
                                               rule.targets.empty()));
        if (!m_faults.empty()) return;  // nothing will run
        find_reads(target);
        rule.targets.push_back(std::move(target));
    }

    std::optional<CompiledFix> compile_fix(const FixDefinition& source, const feel::Scope& scope,
                                           const std::string& at, bool check) {
        const bool removes = !source.removes.empty();
        auto label = TextTemplate::compile(source.label, scope, sink(at + "/label"));
        auto value = TextTemplate::compile(source.value, scope, sink(at + "/value"));
        if (!label || !value) return {};
        CompiledFix fix{std::move(*label), std::nullopt, {}};
        if (!removes) fix.value = std::move(value);
        const auto& paths = removes ? source.removes : source.paths;
        for (size_t i = 0; i < paths.size(); ++i) {
            const std::string place = at + (removes ? "/removes/" : "/paths/") + std::to_string(i);
            auto path = TextTemplate::compile(paths[i], scope, sink(place));
            if (!path) continue;
            // Of a row: that of any of its cells.
            if (check) check_path(*path, place, removes ? ".\1" : "");
            fix.paths.push_back(std::move(*path));
        }
        return fix;
    }

    void check_path(const TextTemplate& path, const std::string& at, std::string_view behind = {}) {
        for (std::string outline : path.outlines()) {
            if (outline.empty()) continue;
            outline += behind;
            if (is_cell(m_definition, outline)) continue;
            const std::string shown = replace_all(outline, "\1", "…");
            fault(at, "No cell has the path '" + shown + "'", "没有路径为“" + shown + "”的格子", shown);
        }
    }

    // What a target reads besides its own row or field. It keeps nothing when it asks the clock.
    void find_reads(CompiledTarget& target) const {
        const size_t first_local = m_form.layout.first_local;
        target.keeps = true;
        const auto add = [&](const feel::Expression& expression) {
            const std::string source = expression.to_source();
            if (source.find("today()") != std::string::npos || source.find("now()") != std::string::npos)
                target.keeps = false;
            for (size_t slot : expression.variables())
                if (slot < first_local) target.reads.push_back(slot);
            for (const std::string& path : expression.paths()) {
                // Of its table everything but these may change; a column's title is a label.
                if (path.starts_with("table") && path != "table.id" && path != "table.title" &&
                    path != "table.short")
                    target.reads.push_back(m_form.layout.first_table + target.table);
                if (path.starts_with("column") && path != "column.id") target.reads_labels = true;
            }
        };
        if (target.where) add(*target.where);
        for (const auto& let : target.lets) add(let);
        if (target.when) add(*target.when);
        target.message->for_each(add);
        for (const auto& path : target.paths) path.for_each(add);
        for (const auto& fix : target.fixes) {
            fix->label.for_each(add);
            if (fix->value) fix->value->for_each(add);
            for (const auto& path : fix->paths) path.for_each(add);
        }
    }

    // The names behind first_local stand in fixed slots, so that `let` values always follow them.
    static void pad_locals(feel::Scope& scope, Place place) {
        size_t present = place == Place::Form ? 0 : place == Place::Row ? 2 : kLocals;
        for (size_t i = present; i < kLocals; ++i)
            scope.variables.push_back({"#" + std::to_string(i), feel::Type::any()});
    }

    void compile_paper() {
        feel::Scope scope = make_scope(m_definition, m_form.layout, Place::Form);
        auto label = [&](const std::string& text, std::string at) {
            if (text.find('{') == std::string::npos) return;
            auto compiled = TextTemplate::compile(text, scope, sink(std::move(at)));
            if (!compiled) return;
            compiled->for_each([&](const feel::Expression& expression) {
                for (size_t slot : expression.variables()) m_form.label_reads.push_back(slot);
            });
            m_form.labels.emplace_back(text, std::move(*compiled));
        };
        for (size_t i = 0; i < m_definition.sheet.rows.size(); ++i) {
            const auto& row = m_definition.sheet.rows[i];
            for (size_t j = 0; j < row.cells.size(); ++j) {
                const auto& cell = row.cells[j];
                const PaperPlace place{i, j};
                if (cell.kind == SheetCellDefinition::Kind::Text)
                    label(cell.text, "/sheet/rows/" + std::to_string(i) + pointer("cells", j, "text"));
                if (cell.kind == SheetCellDefinition::Kind::Field) m_form.paper_places[cell.target] = place;
                if (cell.kind == SheetCellDefinition::Kind::Column)
                    m_form.paper_places[row.table + "." + cell.target] = place;
                if (cell.kind == SheetCellDefinition::Kind::RowTitle)
                    m_form.paper_places[row.table + ".title"] = place;
                if (cell.kind == SheetCellDefinition::Kind::Level2)
                    m_form.paper_places[row.table + ".level2"] = place;
            }
        }
        for (size_t i = 0; i < m_definition.tables.size(); ++i)
            for (size_t j = 0; j < m_definition.tables[i].columns.size(); ++j)
                label(m_definition.tables[i].columns[j].title,
                      "/tables/" + std::to_string(i) + pointer("columns", j, "title"));
    }

    CompiledForm& m_form;
    const FormDefinition& m_definition;
    std::vector<DefinitionFault>& m_faults;
};

}  // namespace

void compile_form(CompiledForm& form, std::vector<DefinitionFault>& faults) {
    Compiler(form, faults).run();
}

}  // namespace shenbao
