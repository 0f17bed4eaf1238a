#include <algorithm>
#include <set>

#include "app/paper/paper_view.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr int kSaveDelay = 300;  // milliseconds

}  // namespace

void Desk::changed() {
    name_findings();
    m_save = {SaveNotice::Kind::Pending, std::string(texts::kSaving)};
    platform::request_save(kSaveDelay);
    platform::request_frame();
}

std::string Desk::field_text(std::string_view id) const {
    if (id.starts_with("drafts:")) return m_dialog.name_text();
    if (const std::string_view path = path_of(id); !path.empty()) {
        const SheetCell* cell = cell_of(path);
        // A field with an initial value shows it while nothing is entered.
        const std::string text = m_document.text(path);
        return text.empty() && cell != nullptr ? cell->text : text;
    }
    if (id.starts_with("explain:")) {
        const int index = finding_index("finding:" + std::string(id.substr(8)));
        if (index >= 0) return m_document.state().findings[static_cast<size_t>(index)].explanation;
    }
    return {};
}

void Desk::typed(std::string_view id, std::string_view text, Means means) {
    if (id.starts_with("drafts:")) return m_dialog.typed(text);
    if (refuse_edit()) return;
    if (const std::string path(path_of(id)); !path.empty()) {
        const SheetCell* cell = cell_of(path);
        if (cell == nullptr || cell->kind != SheetCellKind::Input || field_text(id) == text) return;
        std::string value(text);
        // A drop may bring lines where there may be one only.
        if (means == Means::Dropped && cell->type != ValueType::LongText && has_line_ends(value)) {
            value = pasted_text(value, true);
            platform::set_field_text(id, value);
        }
        // Emptied at once, it can be had back, although nothing may be left of the step that wrote it.
        if (means == Means::Deleted && value.empty()) m_document.seal();
        m_document.apply(texts::change_of(m_document.name_of(path)), {SetValue{path, std::move(value)}},
                         path);
        m_selection.clear();
        changed();
    } else if (id.starts_with("explain:")) {
        const int index = finding_index("finding:" + std::string(id.substr(8)));
        if (index < 0) return;
        const std::string key = m_document.state().findings[static_cast<size_t>(index)].key;
        m_document.apply(std::string(texts::kStepExplain), {SetExplanation{key, std::string(text)}},
                         std::string(id));
        changed();
    }
}

bool Desk::choose(std::string_view wanted) {
    const SheetCell* cell = focused_cell();
    const PickList* list = cell == nullptr ? nullptr : m_document.pick_list(*cell);
    const std::string* option = list == nullptr ? nullptr : list->starting_with(wanted);
    if (option == nullptr) return false;
    const std::string id = cell_id(cell->path);
    typed(id, *option);
    platform::set_field_text(id, field_text(id));
    return true;
}

// A text understood as written differently is rewritten, in sight: its own step, and said.
void Desk::normalize(std::string_view path) {
    const CellState* state = m_document.state().cell(path);
    if (!m_keeper.can_edit()) return;
    if (state == nullptr || state->normalized.empty() || state->computed) return;
    const std::string from = m_document.text(path), to = state->normalized;
    if (from.empty() || from == to) return;
    m_document.seal();
    m_document.apply(texts::normalized(from, to), {SetValue{std::string(path), to}});
    announce(texts::normalized(from, to));
    changed();
}

bool Desk::escape(std::string_view id) {
    if (m_selection.range(m_document.sheet())) {
        m_selection.clear();
        platform::request_frame();
        return true;
    }
    if (path_of(id).empty() && !id.starts_with("explain:")) {
        if (m_selected.empty()) return false;
        m_selected.clear();
        platform::request_frame();
        return true;
    }
    if (field_text(id) != m_text_at_focus) {
        // A step of its own: one Escape too many must not cost what was typed.
        m_document.seal();
        typed(id, m_text_at_focus);
        m_document.seal();
        platform::set_field_text(id, m_text_at_focus);
    } else if (path_of(id).empty()) {
        go_to_cell(m_active);
    }
    return true;
}

void Desk::undo() {
    if (!m_document.history().can_undo() || refuse_edit()) return;
    const std::string name(m_document.history().undo_name()), path(m_document.history().undo_path());
    m_document.undo();
    announce(texts::undone(texts::kUndo, name));
    if (const SheetCell* cell = cell_of(path)) reveal(*cell);
    refresh_field();
    changed();
}

void Desk::redo() {
    if (!m_document.history().can_redo() || refuse_edit()) return;
    const std::string name(m_document.history().redo_name()), path(m_document.history().redo_path());
    m_document.redo();
    announce(texts::undone(texts::kRedo, name));
    if (const SheetCell* cell = cell_of(path)) reveal(*cell);
    refresh_field();
    changed();
}

// The element being edited keeps its own text; after a change from elsewhere it must be told.
void Desk::refresh_field() {
    name_findings();
    const std::string& id = m_interaction.focused;
    if (path_of(id).empty() && !id.starts_with("explain:")) return;
    m_text_at_focus = field_text(id);
    platform::set_field_text(id, m_text_at_focus);
}

void Desk::add_row(std::string_view table, std::string_view row) {
    if (refuse_edit()) return;
    std::vector<Edit> edits = add_row_edits(m_document.definition(), m_document.declaration(), table, row);
    if (edits.empty()) return;
    std::string added;
    for (const Edit& edit : edits)
        if (const auto* insert = std::get_if<InsertRow>(&edit)) added = insert->row.id;
    m_document.seal();
    m_document.apply(texts::add_row_after(m_document.row_name(table, row)), std::move(edits));
    changed();
    for (const SheetCell& cell : m_document.sheet().cells) {
        const PathParts parts = split_path(cell.path);
        if (cell.kind != SheetCellKind::Input || parts.table != table || parts.row != added) continue;
        m_pending_focus = cell_id(cell.path);
        break;
    }
    announce(texts::added_row(m_document.row_name(table, added)));
}

void Desk::remove_row(std::string_view table, std::string_view row) {
    if (refuse_edit()) return;
    std::vector<Edit> edits = remove_row_edits(m_document.definition(), m_document.declaration(), table, row);
    if (edits.empty()) return;
    const std::string name = texts::remove_row(m_document.row_name(table, row));
    // The keyboard goes to the row that takes the place.
    std::string next;
    bool passed = false;
    for (const SheetCell& cell : m_document.sheet().cells) {
        const PathParts parts = split_path(cell.path);
        if (cell.kind != SheetCellKind::Input || parts.table != table) continue;
        if (parts.row == row) {
            passed = true;
        } else if (!passed || next.empty() || split_path(next).row == parts.row) {
            if (!passed || next.empty()) next = cell.path;
            if (passed) break;
        }
    }
    m_document.seal();
    m_document.apply(name, std::move(edits));
    if (!next.empty()) m_pending_focus = cell_id(next);
    announce(texts::done(name));
    changed();
}

void Desk::move_row(std::string_view table, std::string_view row, int direction) {
    if (refuse_edit()) return;
    std::vector<Edit> edits =
        move_row_edits(m_document.definition(), m_document.declaration(), table, row, direction);
    if (edits.empty()) return;
    const std::string name = m_document.row_name(table, row);
    const std::string step = direction < 0 ? texts::move_row_up(name) : texts::move_row_down(name);
    m_document.seal();
    m_document.apply(step, std::move(edits));
    announce(texts::done(step));
    changed();
}

HelpState Desk::help_state() const {
    const PathParts parts = split_path(shown_path());
    const auto moves = [&](int direction) {
        return !move_row_edits(m_document.definition(), m_document.declaration(), parts.table, parts.row,
                               direction)
                    .empty();
    };
    return {shown_path(), moves(-1), moves(1)};
}

// The table that lacks rows gets those of its peer. Rows that only it has stay: what was entered is never
// removed.
std::vector<Edit> Desk::align_edits(const Finding& finding) const {
    if (finding.paths.empty()) return {};
    const std::string_view path = finding.paths.front();
    const TableDefinition* model = m_document.definition().table(path.substr(0, path.find('.')));
    if (model == nullptr || model->peer.empty()) return {};
    std::vector<Edit> edits = align_rows_edits(m_document.declaration(), model->id, model->peer);
    std::erase_if(edits, [](const Edit& edit) { return std::holds_alternative<RemoveRow>(edit); });
    return edits;
}

// Forgets the values an opened file stated for computed cells, so that the computed ones stand.
std::vector<Edit> Desk::accept_edits(const Finding& finding) const {
    std::vector<std::string> stated = finding.paths;
    for (const RuleDefinition& rule : m_document.definition().rules) {
        if (rule.id != finding.rule) continue;
        // A rule about computed fields shows another cell: the paper has none for them.
        for (const FieldDefinition& field : m_document.definition().fields)
            if (!field.formula.empty() &&
                (" " + rule.each + " ").find(" " + field.id + " ") != std::string::npos)
                stated.push_back(field.id);
    }
    std::vector<Edit> edits;
    for (const std::string& path : stated) {
        const CellState* state = m_document.state().cell(path);
        if (state != nullptr && state->computed && !m_document.text(path).empty())
            edits.push_back(SetValue{path, ""});
    }
    return edits;
}

void Desk::repair(size_t index) {
    if (refuse_edit()) return;
    const Finding finding = m_document.state().findings[index];
    std::vector<Edit> edits;
    std::string name;
    switch (finding.fix) {
        case Repair::None:
            break;
        case Repair::AlignRows:
            edits = align_edits(finding);
            name = texts::kStepAlign;
            break;
        case Repair::AcceptComputed:
            edits = accept_edits(finding);
            name = texts::kAcceptComputed;
            break;
    }
    if (edits.empty()) return;
    m_document.seal();
    announce(texts::done(name));
    m_document.apply(std::move(name), std::move(edits));
    refresh_field();
    changed();
}

void Desk::name_findings() {
    if (m_named_revision == m_document.revision() && !m_finding_ids.empty()) return;
    m_named_revision = m_document.revision();
    m_finding_ids.clear();
    std::set<std::string> taken;
    for (const Finding& finding : m_document.state().findings) {
        std::string id = "finding:" + finding.key;
        // A rule may find several things about one cell.
        for (int count = 2; !taken.insert(id).second; ++count)
            id = "finding:" + finding.key + "#" + std::to_string(count);
        m_finding_ids.push_back(std::move(id));
    }
}

int Desk::finding_index(std::string_view id) const {
    for (size_t i = 0; i < m_finding_ids.size(); ++i)
        if (m_finding_ids[i] == id) return static_cast<int>(i);
    return -1;
}

}  // namespace shenbao::app
