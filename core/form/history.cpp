#include <algorithm>

#include "core/form/edit.h"

namespace shenbao {
namespace {

std::string_view text_in(const std::map<std::string, std::string, std::less<>>& texts,
                         const std::string& key) {
    const auto found = texts.find(key);
    return found == texts.end() ? std::string_view() : std::string_view(found->second);
}

// True when taking back `inverse` would change nothing now: the edit it came from did nothing.
bool changes_nothing(const Declaration& declaration, const Edit& inverse) {
    if (const auto* value = std::get_if<SetValue>(&inverse))
        return value->path.empty() || declaration.text(value->path) == value->text;
    if (const auto* explanation = std::get_if<SetExplanation>(&inverse))
        return text_in(declaration.explanations, explanation->key) == explanation->text &&
               text_in(declaration.explained, explanation->key) == explanation->explained;
    if (const auto* move = std::get_if<MoveRow>(&inverse)) {
        auto rows = declaration.rows.find(move->table);
        return rows != declaration.rows.end() && move->index < rows->second.size() &&
               rows->second[move->index].id == move->id;
    }
    if (const auto* set = std::get_if<SetRows>(&inverse)) {
        auto rows = declaration.rows.find(set->table);
        return rows != declaration.rows.end() && rows->second == set->rows && set->values.empty();
    }
    if (const auto* replace = std::get_if<ReplaceDeclaration>(&inverse))
        return replace->declaration == declaration;
    return false;
}

// Applies all and gives the edits that take them back, last first.
std::vector<Edit> apply_all(Declaration& declaration, std::vector<Edit> edits) {
    std::vector<Edit> inverses;
    for (auto& edit : edits) {
        Edit inverse = apply_edit(declaration, std::move(edit));
        if (!changes_nothing(declaration, inverse)) inverses.push_back(std::move(inverse));
    }
    std::reverse(inverses.begin(), inverses.end());
    return inverses;
}

// What a text is entered in: the path of a cell or the key of an explanation; nothing for other edits.
const std::string* place_of_text(const Edit& edit) {
    if (const auto* value = std::get_if<SetValue>(&edit)) return &value->path;
    if (const auto* explanation = std::get_if<SetExplanation>(&edit)) return &explanation->key;
    return nullptr;
}

std::string_view path_set_by(const Edit& edit) {
    const auto* value = std::get_if<SetValue>(&edit);
    return value == nullptr ? std::string_view() : value->path;
}

// The table whose rows or names the edit changes; "" for none.
std::string_view table_arranged_by(const Edit& edit) {
    return std::visit(
        [](const auto& one) -> std::string_view {
            if constexpr (requires { one.table; }) {
                return one.table;
            } else if constexpr (requires { one.path; }) {
                const PathParts parts = split_path(one.path);
                return parts.column == "title" || parts.column == "level2" ? parts.table : std::string_view();
            } else {
                return {};
            }
        },
        edit);
}

bool sets_same(const std::vector<Edit>& edits, const Edit& newer) {
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
        return edit.index() == newer.index() && *place_of_text(edit) == *place_of_text(newer);
    });
}

bool only_texts(const std::vector<Edit>& edits) {
    return std::all_of(edits.begin(), edits.end(),
                       [](const Edit& edit) { return place_of_text(edit) != nullptr; });
}

// Puts newer inverses before a step's own. Of two that set the same text the older one decides, so that
// typing a long text keeps one edit, not one per key.
void merge_inverses(std::vector<Edit>& step, std::vector<Edit> newer) {
    bool texts_only = only_texts(step) && only_texts(newer);
    std::vector<Edit> merged;
    for (auto& edit : newer) {
        if (texts_only && sets_same(step, edit)) continue;
        merged.push_back(std::move(edit));
    }
    std::move(step.begin(), step.end(), std::back_inserter(merged));
    step = std::move(merged);
}

}  // namespace

History::History(Declaration declaration) : m_declaration(std::move(declaration)) {}

bool History::goes_on(std::string_view merge) const {
    return !m_sealed && !merge.empty() && !m_undo.empty() && m_undo.back().merge == merge;
}

std::string_view History::text_before(std::string_view path, std::string_view merge) const {
    if (goes_on(merge))
        for (const Edit& edit : m_undo.back().edits)
            if (const auto* value = std::get_if<SetValue>(&edit); value != nullptr && value->path == path)
                return value->text;
    return m_declaration.text(path);
}

std::string_view History::last_arranged(std::string_view one, std::string_view other) const {
    for (auto step = m_undo.rbegin(); step != m_undo.rend(); ++step)
        for (auto edit = step->edits.rbegin(); edit != step->edits.rend(); ++edit) {
            if (std::holds_alternative<ReplaceDeclaration>(*edit)) return {};
            const std::string_view table = table_arranged_by(*edit);
            if (!table.empty() && (table == one || table == other)) return table;
        }
    return {};
}

void History::apply(std::string name, std::vector<Edit> edits, std::string merge) {
    std::vector<Edit> inverses = apply_all(m_declaration, std::move(edits));
    if (inverses.empty()) return;
    ++m_revision;
    m_redo.clear();
    if (goes_on(merge)) {
        m_undo.back().name = std::move(name);
        std::vector<Edit>& step = m_undo.back().edits;
        merge_inverses(step, std::move(inverses));
        // Typed and taken back by the field's own undo: nothing is left that could be undone.
        if (std::all_of(step.begin(), step.end(),
                        [&](const Edit& edit) { return changes_nothing(m_declaration, edit); }))
            m_undo.pop_back(), m_sealed = true;
        return;
    }
    m_undo.push_back({std::move(name), std::move(merge), std::move(inverses)});
    if (m_undo.size() > kMostUndoSteps) m_undo.erase(m_undo.begin());
    m_sealed = false;
}

std::string_view History::undo_name() const {
    return m_undo.empty() ? std::string_view() : m_undo.back().name;
}
std::string_view History::redo_name() const {
    return m_redo.empty() ? std::string_view() : m_redo.back().name;
}

std::string_view History::undo_path() const {
    return m_undo.empty() ? std::string_view() : path_set_by(m_undo.back().edits.back());
}
std::string_view History::redo_path() const {
    return m_redo.empty() ? std::string_view() : path_set_by(m_redo.back().edits.front());
}

bool History::undo() {
    return run(m_undo, m_redo);
}
bool History::redo() {
    return run(m_redo, m_undo);
}

bool History::run(std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty()) return false;
    Step step = std::move(from.back());
    from.pop_back();
    const bool replaced = std::any_of(step.edits.begin(), step.edits.end(), [](const Edit& edit) {
        return std::holds_alternative<ReplaceDeclaration>(edit);
    });
    step.edits = apply_all(m_declaration, std::move(step.edits));
    to.push_back(std::move(step));
    ++m_revision;
    m_sealed = true;
    return replaced;
}

}  // namespace shenbao
