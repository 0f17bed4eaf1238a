#include "app/editing/field.h"

#include <utility>

#include "app/paper/paper_view.h"
#include "app/paste/paste_block.h"
#include "app/words/texts_zh.h"
#include "core/form/value.h"

namespace shenbao::app {

namespace {

// Null: the finding is gone.
const Finding* explained(const Document& document, const FindingList& findings, const Action& field) {
    const auto* explains = std::get_if<action::ExplainFinding>(&field);
    const int index = explains == nullptr ? -1 : findings.index(explains->finding);
    return index < 0 ? nullptr : &document.state().findings[static_cast<size_t>(index)];
}

Outcome typed_in_cell(const Document& document, std::string_view node, const std::string& path,
                      std::string_view before, std::string_view text, Means means) {
    const SheetCell* cell = document.cell(path);
    if (cell == nullptr || cell->kind != SheetCellKind::Input || before == text) return {};
    Outcome outcome;
    std::string value(text);
    bool rewritten = false;
    // A drop may bring lines where there may be one only.
    if (means == Means::Dropped && cell->type != ValueType::LongText && has_line_ends(value)) {
        value = pasted_text(value, true);
        outcome.then(effect::SetFieldText{std::string(node), value});
        rewritten = true;
    }
    // Emptied at once, it can be had back, although nothing may be left of the step that wrote it.
    if (means == Means::Deleted && value.empty()) outcome.then(effect::Seal{});
    const std::string name = CellNames(document.definition(), document.declaration()).of_step(path, value);
    outcome.then(effect::Apply{texts::change_of(name), {SetValue{path, std::move(value)}}, path});
    // What the form put into the field, its own undo does not know.
    if (rewritten) outcome.then(effect::RefreshField{});
    return outcome.then(effect::DrawRange{});
}

}  // namespace

std::string field_text(const Document& document, const FindingList& findings, const Action& field) {
    if (const auto* edits = std::get_if<action::EditCell>(&field)) {
        const SheetCell* cell = document.cell(edits->path);
        const std::string text = document.text(edits->path);
        return text.empty() && cell != nullptr ? cell->text : text;
    }
    const Finding* finding = explained(document, findings, field);
    return finding == nullptr ? std::string() : finding->explanation;
}

Outcome typed(const Document& document, const FindingList& findings, std::string_view node,
              const Action& field, std::string_view text, Means means) {
    Outcome outcome = Outcome::of(effect::RequireEditing{});
    if (const auto* edits = std::get_if<action::EditCell>(&field))
        return outcome.then(
            typed_in_cell(document, node, edits->path, field_text(document, findings, field), text, means));
    if (const Finding* finding = explained(document, findings, field))
        outcome.then(effect::Apply{std::string(texts::kStepExplain),
                                   {SetExplanation{finding->key, std::string(text), finding->message}},
                                   std::string(node)});
    return outcome;
}

Outcome choose(const Document& document, const Focus& focus, std::string_view wanted) {
    const SheetCell* cell = focus.cell(document);
    const PickList* list = cell == nullptr ? nullptr : document.pick_list(*cell);
    const std::string* option = list == nullptr ? nullptr : list->starting_with(wanted);
    if (option == nullptr) return {};
    Outcome outcome = Outcome::of(effect::RequireEditing{});
    outcome.then(typed_in_cell(document, focus.node(), cell->path, cell->text, *option, Means::Typed));
    return outcome.then(effect::SetFieldText{focus.node(), *option});
}

Outcome fill_today(const Document& document, const Focus& focus, CalendarDay day) {
    const SheetCell* cell = focus.cell(document);
    if (cell == nullptr || cell->type != ValueType::Date) return {};
    const std::string today = date_text(day);
    Outcome outcome = Outcome::of(effect::RequireEditing{}, effect::Seal{});
    outcome.then(typed_in_cell(document, focus.node(), cell->path, cell->text, today, Means::Typed));
    return outcome.then(effect::Seal{}).then(effect::RefreshField{});
}

Outcome normalized(const Document& document, std::string_view path) {
    const CellState* state = document.state().cell(path);
    if (state == nullptr || state->normalized.empty() || state->computed) return {};
    const std::string from = document.text(path), to = state->normalized;
    if (from.empty() || from == to) return {};
    const std::string step = texts::normalized(from, to);
    return Outcome::of(effect::Apply{step, {SetValue{std::string(path), to}}}, effect::Say{step});
}

Outcome give_up(const Document& document, const FindingList& findings, const Focus& focus) {
    const bool in_cell = !focus.path().empty();
    if (field_text(document, findings, focus.action()) == focus.text_at_entry())
        return in_cell ? Outcome::taken() : Outcome::of(effect::GoToCell{focus.active()});
    // A step of its own: one Escape too many must not cost what was typed.
    Outcome outcome = Outcome::of(effect::Seal{});
    outcome.then(
        typed(document, findings, focus.node(), focus.action(), focus.text_at_entry(), Means::Typed));
    return outcome.then(effect::Seal{})
        .then(effect::SetFieldText{focus.node(), focus.text_at_entry()})
        .then(effect::Say{std::string(texts::kGivenUp)});
}

Outcome undo(const Document& document) {
    const History& history = document.history();
    if (!history.can_undo()) return Outcome::taken();
    return Outcome::of(effect::Undo{}, effect::Say{texts::undone(texts::kUndo, history.undo_name())},
                       effect::Reveal{std::string(history.undo_path())}, effect::RefreshField{});
}

Outcome redo(const Document& document) {
    const History& history = document.history();
    if (!history.can_redo()) return Outcome::taken();
    return Outcome::of(effect::Redo{}, effect::Say{texts::undone(texts::kRedo, history.redo_name())},
                       effect::Reveal{std::string(history.redo_path())}, effect::RefreshField{});
}

}  // namespace shenbao::app
