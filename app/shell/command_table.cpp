#include "app/shell/command_table.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/dialogs/drafts_dialog.h"
#include "app/dialogs/shortcuts_dialog.h"
#include "app/drafts/files.h"
#include "app/editing/field.h"
#include "app/paper/moving.h"
#include "app/paper/ranges.h"
#include "app/shell/regions.h"
#include "app/words/command_texts_zh.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

using Work = const Workspace&;
using Press = const KeyPress&;

// An event of the cell that has the keyboard. Unused where none has, and with `outside` while the caret is in
// its text.
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
    const float screen = work.publisher.region(RegionId::Paper).rect.height;
    return go_to(page(work.document, work.viewport, cell, side, screen));
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

template <auto Effect>
Outcome just(Work, Press) {
    return Outcome::of(Effect());
}
effect::ChooseFile choose_file() {
    return {};
}
effect::TakeOverDraft take_over_draft() {
    return {};
}
effect::LookOnly look_only() {
    return {};
}
template <ZoomTo to>
effect::Zoom zoom() {
    return {to};
}
template <Panel panel>
effect::TogglePanel toggle() {
    return {panel};
}
effect::FilterFindings all_findings() {
    return {};
}
template <Level level>
effect::FilterFindings only() {
    return {level};
}

template <int direction>
Outcome next_finding(Work work, Press) {
    return go_to_next_finding(work.document, work.findings, work.focus, direction);
}
template <int direction>
Outcome next_region(Work work, Press) {
    return go_to_region(work, direction);
}
Outcome drafts_manager(Work, Press) {
    return Outcome::of(effect::OpenDialog{std::make_shared<DraftsDialog>(), "button:drafts"});
}
Outcome shortcut_sheet(Work work, Press) {
    return Outcome::of(effect::OpenDialog{std::make_shared<ShortcutsDialog>(command_table()),
                                          work.focus.node().empty() ? "button:shortcuts" : ""});
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
int percent(Work work) {
    return static_cast<int>(std::lround(work.viewport.zoom() * 100));
}
std::string zoom_label(Work work) {
    return texts::zoom_percent(percent(work));
}
std::string zoom_spoken(Work work) {
    return texts::zoom_name(percent(work));
}
bool has_findings(Work work) {
    return !work.document.state().findings.empty();
}
int count(Work work, std::optional<Level> level) {
    int found = 0;
    for (const Finding& finding : work.document.state().findings) found += !level || finding.level == *level;
    return found;
}
std::string all_label(Work work) {
    return texts::counted(texts::kAll, count(work, {}));
}
bool all_shown(Work work) {
    return !work.findings.filter();
}
template <Level level>
std::string level_label(Work work) {
    return texts::counted(texts::level_name(level), count(work, level));
}
template <Level level>
bool level_shown(Work work) {
    return work.findings.filter() == level;
}

using Group = ShortcutGroup;
using Bar = ToolbarGroup;

// Within a group in the order of the sheet of shortcuts.
const Command kTable[] = {
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
     .enabled = can_redo,
     .spoken = redo_spoken,
     .run = bring_again},
    {.name = "open-list",
     .strokes = {"Alt+ArrowDown"},
     .group = Group::Filling,
     .meaning = texts::kMeansOpenList},
    {.name = "choose", .group = Group::Filling, .meaning = texts::kMeansInitials, .keys = texts::kInitials},
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
    {.name = "clear",
     .strokes = {"Delete", "Backspace"},
     .group = Group::Tables,
     .meaning = texts::kStepClear,
     .of_text = true,
     .run = in_cell<clear>},

    // --- checking, window
    {.name = "next-finding",
     .words = texts::kNextFinding,
     .icon = Icon::Down,
     .strokes = {"F8"},
     .group = Group::Checking,
     .meaning = texts::kMeansNextFinding,
     .enabled = has_findings,
     .run = next_finding<1>},
    {.name = "previous-finding",
     .words = texts::kPreviousFinding,
     .icon = Icon::Up,
     .strokes = {"Shift+F8"},
     .group = Group::Checking,
     .meaning = texts::kPreviousFinding,
     .joins = true,
     .enabled = has_findings,
     .run = next_finding<-1>},
    {.name = "next-region",
     .strokes = {"F6"},
     .group = Group::Checking,
     .meaning = texts::kMeansNextRegion,
     .run = next_region<1>},
    {.name = "previous-region",
     .strokes = {"Shift+F6"},
     .group = Group::Checking,
     .meaning = texts::kMeansPreviousRegion,
     .joins = true,
     .run = next_region<-1>},
    {.name = "zoom-in",
     .words = texts::kZoomIn,
     .icon = Icon::Plus,
     .strokes = {"Control++", "Control+="},
     .group = Group::Checking,
     .meaning = texts::kZoomIn,
     .toolbar = Bar::View,
     .place = 3,
     .over_dialogs = true,
     .run = just<zoom<ZoomTo::Larger>>},
    {.name = "zoom-out",
     .words = texts::kZoomOut,
     .icon = Icon::Minus,
     .strokes = {"Control+-", "Control+_"},
     .group = Group::Checking,
     .meaning = texts::kZoomOut,
     .joins = true,
     .toolbar = Bar::View,
     .place = 1,
     .over_dialogs = true,
     .run = just<zoom<ZoomTo::Smaller>>},
    {.name = "zoom-reset",
     .words = texts::kZoomReset,
     .strokes = {"Control+0"},
     .group = Group::Checking,
     .meaning = texts::kZoomReset,
     .toolbar = Bar::View,
     .place = 2,
     .over_dialogs = true,
     .spoken = zoom_spoken,
     .label = zoom_label,
     .run = just<zoom<ZoomTo::Original>>},
    {.name = "fit-width",
     .words = texts::kFitWidth,
     .icon = Icon::FitWidth,
     .toolbar = Bar::View,
     .place = 4,
     .checked = [](Work work) { return work.viewport.fits_width(); },
     .run = just<zoom<ZoomTo::FitWidth>>},
    {.name = "sections",
     .words = texts::kShowSections,
     .icon = Icon::Sections,
     .toolbar = Bar::Panels,
     .place = 1,
     .checked = [](Work work) { return work.panels.sections_open(); },
     .run = just<toggle<Panel::Sections>>},
    {.name = "findings",
     .words = texts::kShowFindings,
     .icon = Icon::Findings,
     .toolbar = Bar::Panels,
     .place = 2,
     .checked = [](Work work) { return work.panels.findings_open(); },
     .run = just<toggle<Panel::Findings>>},
    {.name = "shortcuts",
     .words = texts::kShortcuts,
     .strokes = {"F1"},
     .toolbar = Bar::Panels,
     .place = 3,
     .label = [](Work) { return std::string("?"); },
     .run = shortcut_sheet},
    {.name = "filter-all",
     .node = "filter:all",
     .checked = all_shown,
     .spoken = all_label,
     .label = all_label,
     .run = just<all_findings>},
    {.name = "filter-error",
     .node = "filter:error",
     .checked = level_shown<Level::Error>,
     .spoken = level_label<Level::Error>,
     .label = level_label<Level::Error>,
     .run = just<only<Level::Error>>},
    {.name = "filter-explain",
     .node = "filter:explain",
     .checked = level_shown<Level::Explain>,
     .spoken = level_label<Level::Explain>,
     .label = level_label<Level::Explain>,
     .run = just<only<Level::Explain>>},
    {.name = "filter-hint",
     .node = "filter:hint",
     .checked = level_shown<Level::Hint>,
     .spoken = level_label<Level::Hint>,
     .label = level_label<Level::Hint>,
     .run = just<only<Level::Hint>>},

    // --- files, drafts
    {.name = "save",
     .words = texts::kSave,
     .icon = Icon::Save,
     .strokes = {"Control+S"},
     .group = Group::Files,
     .meaning = texts::kSaveToFile,
     .toolbar = Bar::File,
     .place = 2,
     .run = [](Work work, Press) { return save_to_file(work.document); }},
    {.name = "open",
     .words = texts::kOpen,
     .icon = Icon::Open,
     .strokes = {"Control+O"},
     .group = Group::Files,
     .meaning = texts::kStepOpen,
     .toolbar = Bar::File,
     .place = 1,
     .run = just<choose_file>},
    {.name = "print",
     .words = texts::kPrint,
     .icon = Icon::Print,
     .strokes = {"Control+P"},
     .group = Group::Files,
     .meaning = texts::kPrint,
     .toolbar = Bar::Paper,
     .place = 1,
     .over_dialogs = true,
     .run = [](Work work, Press) { return print(work.document); }},
    {.name = "new",
     .words = texts::kNew,
     .icon = Icon::New,
     .strokes = {"Control+Alt+N"},
     .group = Group::Files,
     .meaning = texts::kStepNew,
     .toolbar = Bar::File,
     .place = 3,
     .run = [](Work work, Press) { return start_anew(work.document); }},
    {.name = "drafts",
     .words = texts::kDrafts,
     .icon = Icon::Drafts,
     .toolbar = Bar::File,
     .place = 4,
     .run = drafts_manager},
    {.name = "copy-file", .run = [](Work work, Press) { return copy_as_file(work.document); }},
    {.name = "take-over", .run = just<take_over_draft>},
    {.name = "look-only", .run = just<look_only>},
};

}  // namespace

std::span<const Command> command_table() {
    return kTable;
}

const Command* command_named(std::string_view name) {
    for (const Command& command : kTable)
        if (command.name == name) return &command;
    return nullptr;
}

const Command* command_of_stroke(std::string_view stroke) {
    for (const Command& command : kTable) {
        if (command.run == nullptr || stroke.empty()) continue;
        if (std::find(command.strokes.begin(), command.strokes.end(), stroke) != command.strokes.end())
            return &command;
    }
    return nullptr;
}

CommandStates command_states(const Workspace& work) {
    CommandStates states;
    for (const Command& command : kTable) {
        CommandState state;
        state.command = &command;
        state.label = command.label == nullptr ? std::string(command.words) : command.label(work);
        state.spoken = command.spoken == nullptr ? std::string(command.words) : command.spoken(work);
        state.enabled = command.enabled == nullptr || command.enabled(work);
        if (command.checked != nullptr) state.pressed = command.checked(work) ? 1 : 0;
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace shenbao::app
