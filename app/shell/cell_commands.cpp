#include "app/shell/cell_commands.h"

#include "app/editing/field.h"
#include "app/findings/linked_tables.h"
#include "app/paper/moving.h"
#include "app/paper/ranges.h"
#include "app/platform/platform.h"
#include "app/shell/workspace.h"
#include "app/words/command_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

using Work = const Workspace&;
using Press = const KeyPress&;

// What is done with the cell that has the keyboard; unused where none has.
template <auto Run>
Outcome in_cell(Work work, Press) {
    const SheetCell* cell = work.focus.cell(work.document);
    return cell == nullptr ? Outcome() : Run(work, *cell);
}

template <Side side>
Outcome move(Work work, const SheetCell& cell) {
    return move_from(work.document, work.viewport, cell, side, false);
}
// Enter writes a line into a long text.
template <Side side>
Outcome go_on(Work work, const SheetCell& cell) {
    if (cell.type == ValueType::LongText) return {};
    // Down a table's column; what stands alone is followed by what is read next.
    if (split_path(cell.path).table.empty()) return go_to(next_field(work.document, cell, side));
    return move_from(work.document, work.viewport, cell, side, true);
}
Outcome finish_text(Work work, Press) {
    if (const SheetCell* cell = work.focus.cell(work.document))
        return move_from(work.document, work.viewport, *cell, Side::Down, true);
    if (!std::holds_alternative<action::ExplainFinding>(work.focus.action())) return {};
    return go_to_next_finding(work.document, work.findings, work.focus, 1);
}
template <Side side>
Outcome jump_on(Work work, const SheetCell& cell) {
    return go_to(jump(work.document, work.viewport, cell, side));
}
template <Side side>
Outcome page_on(Work work, const SheetCell& cell) {
    const Region& paper = work.publisher.region(RegionId::Paper);
    return go_to(page(work.document, work.viewport, cell, side, paper.rect.height - paper.clear));
}
Outcome row_start(Work work, const SheetCell& cell) {
    return go_to(first_in_row(work.document, cell));
}
Outcome row_end(Work work, const SheetCell& cell) {
    return go_to(last_in_row(work.document, cell));
}
Outcome form_start(Work work, const SheetCell&) {
    return go_to(first_field(work.document));
}
Outcome form_end(Work work, const SheetCell&) {
    return go_to(last_field(work.document));
}
template <Side side, bool to_edge>
Outcome extend(Work work, const SheetCell&) {
    return extend_range(work.document, work.focus, side, to_edge);
}
Outcome choose_all(Work work, const SheetCell&) {
    return choose_table(work.document, work.focus);
}
Outcome fill(Work work, const SheetCell&) {
    return fill_down(work.document, work.focus);
}
Outcome clear(Work work, const SheetCell& cell) {
    // The text of a single field is the field's own to clear.
    if (!work.focus.range().range(work.document.sheet()) && cell.type != ValueType::Choice) return {};
    return clear_cells(work.document, work.focus, texts::kStepClear);
}

Outcome escape(Work work, Press) {
    if (work.focus.range().range(work.document.sheet())) return Outcome::of(effect::DrawRange{});
    const bool field =
        !work.focus.path().empty() || std::holds_alternative<action::ExplainFinding>(work.focus.action());
    if (field) return give_up(work.document, work.findings, work.focus);
    return work.focus.framed().empty() ? Outcome() : Outcome::of(effect::FrameCell{});
}

// While a field holds edits of its own, its own undo serves better.
bool field_has_edits(Work work, Press press) {
    return press.in_text &&
           field_text(work.document, work.findings, work.focus.action()) != work.focus.text_at_entry();
}
Outcome take_back(Work work, Press press) {
    return press.undoes || field_has_edits(work, press) ? Outcome() : undo(work.document);
}
Outcome bring_again(Work work, Press press) {
    return press.redoes || field_has_edits(work, press) ? Outcome() : redo(work.document);
}

bool can_undo(Work work) {
    return work.document.history().can_undo() && work.can_edit();
}
bool can_redo(Work work) {
    return work.document.history().can_redo() && work.can_edit();
}
std::string undo_spoken(Work work) {
    return texts::undo_step(texts::kUndo, work.document.history().undo_name());
}
std::string redo_spoken(Work work) {
    return texts::undo_step(texts::kRedo, work.document.history().redo_name());
}
std::string_view active_table(Work work) {
    return split_path(work.focus.active()).table;
}
std::string fill_words(Work work) {
    return fill_label(work.document.definition(), active_table(work));
}

using Group = ShortcutGroup;
using Bar = ToolbarGroup;

// Within a group in the order of the sheet of shortcuts.
const Command kRows[] = {
    // --- filling
    {.name = "edit", .strokes = {"F2"}, .group = Group::Filling, .meaning = texts::kMeansEdit},
    {.name = "escape",
     .strokes = {"Escape"},
     .group = Group::Filling,
     .meaning = texts::kMeansEscape,
     .run = escape},
    {.name = "undo",
     .words = texts::kUndo,
     .icon = Icon::Undo,
     .strokes = {"Control+Z"},
     .group = Group::Filling,
     .meaning = texts::kUndo,
     .toolbar = Bar::Steps,
     .place = 1,
     .enabled = can_undo,
     .spoken = undo_spoken,
     .run = take_back},
    {.name = "redo",
     .words = texts::kRedo,
     .icon = Icon::Redo,
     .strokes = {"Control+Y", "Control+Shift+Z"},
     .group = Group::Filling,
     .meaning = texts::kRedo,
     .toolbar = Bar::Steps,
     .place = 2,
     .spare = true,
     .enabled = can_redo,
     .spoken = redo_spoken,
     .run = bring_again},
    {.name = "open-list",
     .strokes = {"Alt+ArrowDown"},
     .group = Group::Filling,
     .meaning = texts::kMeansOpenList},
    {.name = "choose", .group = Group::Filling, .meaning = texts::kMeansInitials, .keys = texts::kInitials},
    {.name = "today",
     .strokes = {"Control+;"},
     .group = Group::Filling,
     .meaning = texts::kMeansToday,
     .run = [](Work work, Press) { return fill_today(work.document, work.focus, platform::now().day); }},
    {.name = "finish-text",
     .strokes = {"Control+Enter"},
     .group = Group::Filling,
     .meaning = texts::kMeansFinish,
     .run = finish_text},

    // --- moving
    {.name = "next-field",
     .strokes = {"Enter"},
     .group = Group::Moving,
     .meaning = texts::kMeansNext,
     .run = in_cell<go_on<Side::Down>>},
    {.name = "previous-field",
     .strokes = {"Shift+Enter"},
     .group = Group::Moving,
     .meaning = texts::kMeansPrevious,
     .joins = true,
     .run = in_cell<go_on<Side::Up>>},
    {.name = "tab", .strokes = {"Tab"}, .group = Group::Moving, .meaning = texts::kMeansTab},
    {.name = "tab-back",
     .strokes = {"Shift+Tab"},
     .group = Group::Moving,
     .meaning = texts::kMeansTabBack,
     .joins = true},
    {.name = "up",
     .strokes = {"ArrowUp"},
     .group = Group::Moving,
     .meaning = texts::kMeansNeighbour,
     .keys = texts::kArrows,
     .of_text = true,
     .run = in_cell<move<Side::Up>>},
    {.name = "down",
     .strokes = {"ArrowDown"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<move<Side::Down>>},
    {.name = "left",
     .strokes = {"ArrowLeft"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<move<Side::Left>>},
    {.name = "right",
     .strokes = {"ArrowRight"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<move<Side::Right>>},
    {.name = "jump-up",
     .strokes = {"Control+ArrowUp"},
     .group = Group::Moving,
     .meaning = texts::kMeansJump,
     .keys = texts::kControlArrows,
     .of_text = true,
     .run = in_cell<jump_on<Side::Up>>},
    {.name = "jump-down",
     .strokes = {"Control+ArrowDown"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<jump_on<Side::Down>>},
    {.name = "jump-left",
     .strokes = {"Control+ArrowLeft"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<jump_on<Side::Left>>},
    {.name = "jump-right",
     .strokes = {"Control+ArrowRight"},
     .group = Group::Moving,
     .of_text = true,
     .run = in_cell<jump_on<Side::Right>>},
    {.name = "row-start",
     .strokes = {"Home"},
     .group = Group::Moving,
     .meaning = texts::kMeansRowStart,
     .of_text = true,
     .run = in_cell<row_start>},
    {.name = "row-end",
     .strokes = {"End"},
     .group = Group::Moving,
     .meaning = texts::kMeansRowEnd,
     .joins = true,
     .of_text = true,
     .run = in_cell<row_end>},
    {.name = "form-start",
     .strokes = {"Control+Home"},
     .group = Group::Moving,
     .meaning = texts::kMeansFormStart,
     .of_text = true,
     .run = in_cell<form_start>},
    {.name = "form-end",
     .strokes = {"Control+End"},
     .group = Group::Moving,
     .meaning = texts::kMeansFormEnd,
     .joins = true,
     .of_text = true,
     .run = in_cell<form_end>},
    {.name = "page-up",
     .strokes = {"PageUp"},
     .group = Group::Moving,
     .meaning = texts::kMeansPageUp,
     .of_text = true,
     .run = in_cell<page_on<Side::Up>>},
    {.name = "page-down",
     .strokes = {"PageDown"},
     .group = Group::Moving,
     .meaning = texts::kMeansPageDown,
     .joins = true,
     .of_text = true,
     .run = in_cell<page_on<Side::Down>>},

    // --- tables
    {.name = "extend-up",
     .strokes = {"Shift+ArrowUp"},
     .group = Group::Tables,
     .meaning = texts::kMeansExtend,
     .keys = texts::kShiftArrows,
     .of_text = true,
     .run = in_cell<extend<Side::Up, false>>},
    {.name = "extend-down",
     .strokes = {"Shift+ArrowDown"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Down, false>>},
    {.name = "extend-left",
     .strokes = {"Shift+ArrowLeft"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Left, false>>},
    {.name = "extend-right",
     .strokes = {"Shift+ArrowRight"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Right, false>>},
    {.name = "extend-up-far",
     .strokes = {"Control+Shift+ArrowUp"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Up, true>>},
    {.name = "extend-down-far",
     .strokes = {"Control+Shift+ArrowDown"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Down, true>>},
    {.name = "extend-left-far",
     .strokes = {"Control+Shift+ArrowLeft", "Shift+Home"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Left, true>>},
    {.name = "extend-right-far",
     .strokes = {"Control+Shift+ArrowRight", "Shift+End"},
     .group = Group::Tables,
     .of_text = true,
     .run = in_cell<extend<Side::Right, true>>},
    {.name = "choose-table",
     .strokes = {"Control+A"},
     .group = Group::Tables,
     .meaning = texts::kMeansChooseAll,
     .of_text = true,
     .run = in_cell<choose_all>},
    {.name = "copy", .strokes = {"Control+C"}, .group = Group::Tables, .meaning = texts::kStepCopy},
    {.name = "cut",
     .strokes = {"Control+X"},
     .group = Group::Tables,
     .meaning = texts::kStepCut,
     .joins = true},
    {.name = "paste", .strokes = {"Control+V"}, .group = Group::Tables, .meaning = texts::kMeansPaste},
    {.name = "fill-down",
     .strokes = {"Control+D"},
     .group = Group::Tables,
     .meaning = texts::kStepFillDown,
     .run = in_cell<fill>},
    {.name = "fill-from-peer",
     .enabled =
         [](Work work) {
             return work.can_edit() &&
                    following_table(work.document.definition(), active_table(work)) != nullptr;
         },
     .spoken = fill_words,
     .label = fill_words,
     .run = [](Work work, Press) { return fill_from_peer(work.document, active_table(work)); }},
    {.name = "clear",
     .strokes = {"Delete", "Backspace"},
     .group = Group::Tables,
     .meaning = texts::kStepClear,
     .of_text = true,
     .run = in_cell<clear>},
};

}  // namespace

std::span<const Command> cell_commands() {
    return kRows;
}

}  // namespace shenbao::app
