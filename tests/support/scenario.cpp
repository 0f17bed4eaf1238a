#include "tests/support/scenario.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/support/fixtures.h"

namespace shenbao::testing {
namespace {

std::shared_ptr<const Reviewer> load_or_exit(std::string_view json) {
    Reviewer::Result result = load_form(json);
    for (const auto& fault : result.faults)
        std::fprintf(stderr, "%s: %s\n", fault.pointer.c_str(), fault.message.c_str());
    if (!result.reviewer) std::exit(2);
    return result.reviewer;
}

// Compiled once per test program.
const std::shared_ptr<const Reviewer>& official_form() {
    static const std::shared_ptr<const Reviewer> kForm = load_or_exit(official_form_json());
    return kForm;
}

}  // namespace

Scenario::Scenario() : m_reviewer(official_form()), m_history(blank_declaration(definition())) {}
Scenario::Scenario(std::string_view form_json)
    : m_reviewer(load_or_exit(form_json)), m_history(blank_declaration(definition())) {}

Scenario& Scenario::answer(std::string_view path, std::string_view text) {
    m_history.apply("填写", {SetValue{std::string(path), std::string(text)}});
    return *this;
}

Scenario& Scenario::answer_column(std::string_view table, std::string_view column, std::string_view text) {
    const TableDefinition* found = definition().table(table);
    if (!found) return *this;
    DeclaredRows rows = declaration().rows.at(std::string(table));
    for (const auto& row : rows) {
        const RowDefinition* origin = found->row(row.origin);
        if (origin && origin->kind != RowKind::Total) answer(cell_path(table, row.id, column), text);
    }
    return *this;
}

Scenario& Scenario::explain(std::string_view key, std::string_view text) {
    m_history.apply("说明", {SetExplanation{std::string(key), std::string(text)}});
    return *this;
}

Scenario& Scenario::open(Declaration opened) {
    m_history.apply("打开", {ReplaceDeclaration{std::move(opened)}});
    return *this;
}

Scenario& Scenario::today(CalendarDay day) {
    m_today = day;
    m_stale = true;
    return *this;
}

std::string Scenario::add_row(std::string_view table, std::string_view after) {
    std::vector<Edit> edits = add_row_edits(definition(), declaration(), table, after);
    std::string id;
    for (const auto& edit : edits)
        if (const auto* insert = std::get_if<InsertRow>(&edit)) id = insert->row.id;
    m_history.apply("增加一行", std::move(edits));
    return id;
}

bool Scenario::remove_row(std::string_view table, std::string_view row) {
    std::vector<Edit> edits = remove_row_edits(definition(), declaration(), table, row);
    bool allowed = !edits.empty();
    m_history.apply("删除一行", std::move(edits));
    return allowed;
}

const FormState& Scenario::state() {
    if (m_stale || m_evaluated != m_history.revision())
        m_state = m_reviewer->evaluate(declaration(), m_today);
    m_stale = false;
    m_evaluated = m_history.revision();
    return m_state;
}

std::string Scenario::shown(std::string_view path) {
    const CellState* cell = state().cell(path);
    return cell ? cell->text : std::string();
}

std::string Scenario::name(std::string_view path) const {
    return cell_name(definition(), declaration(), path);
}

std::vector<Finding> Scenario::findings(std::string_view rule) {
    std::vector<Finding> found;
    for (const auto& finding : state().findings)
        if (finding.rule == rule) found.push_back(finding);
    return found;
}

bool Scenario::finds(std::string_view rule, std::string_view path) {
    std::vector<Finding> found = findings(rule);
    return std::any_of(found.begin(), found.end(), [&](const Finding& finding) {
        return std::find(finding.paths.begin(), finding.paths.end(), path) != finding.paths.end();
    });
}

}  // namespace shenbao::testing
