#include "app/document/document.h"

#include <algorithm>
#include <utility>

#include "core/form/peers.h"
#include "core/sheet/refresh_sheet.h"

namespace shenbao::app {

namespace {

Declaration settled(const Reviewer& form, Declaration declaration, CalendarDay today) {
    settle_explanations(form, declaration, today);
    return declaration;
}

bool holds_nothing(const Declaration& declaration) {
    const auto empty = [](const auto& entry) { return entry.second.empty(); };
    return std::all_of(declaration.values.begin(), declaration.values.end(), empty) &&
           std::all_of(declaration.explanations.begin(), declaration.explanations.end(), empty);
}

// Unlike any other, whatever the document.
unsigned long next_check() {
    static unsigned long checks = 0;
    return ++checks;
}

}  // namespace

Document::Document(std::shared_ptr<const Reviewer> form, Declaration declaration, CalendarDay today)
    : m_form(std::move(form)),
      m_history(settled(*m_form, std::move(declaration), today)),
      m_today(today),
      m_recheck(m_form),
      m_waits(is_blank()) {
    refresh();
}

void Document::apply(std::string name, std::vector<Edit> edits, std::string merge) {
    if (edits.empty()) return;
    for (Edit& edit : edits) {
        auto* replace = std::get_if<ReplaceDeclaration>(&edit);
        if (replace == nullptr) continue;
        settle_explanations(*m_form, replace->declaration, m_today);
        m_waits = holds_nothing(replace->declaration);
    }
    edits = with_peers(definition(), m_history, std::move(edits), merge);
    m_history.apply(std::move(name), std::move(edits), std::move(merge));
    refresh();
}

void Document::undo() {
    if (m_history.undo()) m_waits = is_blank();
    refresh();
}

void Document::redo() {
    if (m_history.redo()) m_waits = is_blank();
    refresh();
}

bool Document::set_today(CalendarDay today) {
    if (today == m_today) return false;
    m_today = today;
    m_checked = ~0UL;
    refresh();
    return true;
}

void Document::set_waiting(bool waits) {
    if (m_waits == waits) return;
    m_waits = waits;
    m_check = next_check();
}

bool Document::is_blank() const {
    return holds_nothing(declaration());
}

Standing Document::standing(const Finding& finding) const {
    switch (finding.level) {
        case Level::Error:
            return m_waits && finding.blank ? Standing::Due : Standing::Error;
        case Level::Explain:
            return Standing::Explain;
        case Level::Hint:
            break;
    }
    return Standing::Hint;
}

std::optional<Level> Document::mark(const CellState& cell) const {
    if (cell.invalid) return Level::Error;
    if (m_waits && cell.worst == Level::Error && !cell.wrong) return {};
    return cell.worst;
}

const SheetCell* Document::cell(std::string_view path) const {
    const auto found = m_cells.find(path);
    return found == m_cells.end() ? nullptr : &m_sheet.cells[found->second];
}

const SheetCell* Document::nearest_cell(std::string_view path) const {
    if (const SheetCell* found = cell(path)) return found;
    const size_t first = path.find('.');
    if (first == std::string_view::npos) return nullptr;
    const std::string_view id = path.substr(0, first), rest = path.substr(first + 1);
    const TableDefinition* table = definition().table(id);
    if (table == nullptr) return nullptr;
    const SheetCell* nearest = nullptr;
    const auto look_at = [&](std::string_view column) {
        const SheetCell* one = cell(cell_path(id, rest.substr(0, rest.find('.')), column));
        if (one != nullptr && (nearest == nullptr || one < nearest)) nearest = one;
    };
    look_at("level2");
    look_at("title");
    for (const ColumnDefinition& column : table->columns) look_at(column.id);
    return nearest;
}

const DeclaredRow* Document::row(std::string_view table, std::string_view id) const {
    const auto rows = declaration().rows.find(table);
    return rows == declaration().rows.end() ? nullptr : rows->second.find(id);
}

const RowDefinition* Document::row_definition(std::string_view table, std::string_view id) const {
    const DeclaredRow* declared = row(table, id);
    const TableDefinition* definition_of_table = definition().table(table);
    if (declared == nullptr || definition_of_table == nullptr) return nullptr;
    return definition_of_table->row(declared->origin);
}

const PickList* Document::pick_list(const SheetCell& cell) const {
    if (cell.column_definition != nullptr) return definition().list(cell.column_definition->list);
    const FieldDefinition* field = definition().field(cell.path);
    return field == nullptr ? nullptr : definition().list(field->list);
}

std::string Document::row_name(std::string_view table, std::string_view id) const {
    return CellNames(definition(), declaration()).row(table, id);
}

void Document::refresh() {
    if (m_checked == m_history.revision()) return;
    m_checked = m_history.revision();
    const FormState& state = m_recheck.evaluate(declaration(), m_today);
    if (!refresh_sheet(m_sheet, definition(), declaration(), state)) {
        m_sheet = build_sheet(definition(), declaration(), state);
        m_cells.clear();
        for (size_t i = 0; i < m_sheet.cells.size(); ++i)
            if (!m_sheet.cells[i].path.empty()) m_cells.emplace(m_sheet.cells[i].path, i);
    }
    m_check = next_check();
}

}  // namespace shenbao::app
