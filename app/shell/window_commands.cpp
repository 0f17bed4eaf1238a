#include "app/shell/window_commands.h"

#include <cmath>
#include <memory>

#include "app/dialogs/about_dialog.h"
#include "app/dialogs/drafts_dialog.h"
#include "app/dialogs/shortcuts_dialog.h"
#include "app/drafts/files.h"
#include "app/shell/command_table.h"
#include "app/shell/regions.h"
#include "app/shell/workspace.h"
#include "app/words/about_texts_zh.h"
#include "app/words/command_texts_zh.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

using Work = const Workspace&;
using Press = const KeyPress&;

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
effect::NoteArrived file_arrived() {
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
template <Standing standing>
effect::FilterFindings only() {
    return {standing};
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

int percent(Work work) {
    return static_cast<int>(std::lround(work.viewport.zoom() * 100));
}
std::string zoom_label(Work work) {
    return texts::zoom_percent(percent(work));
}
std::string zoom_spoken(Work work) {
    return texts::zoom_name(percent(work));
}
Outcome about_form(Work work, Press) {
    return Outcome::of(
        effect::OpenDialog{std::make_shared<AboutDialog>(), work.focus.node().empty() ? "button:about" : ""});
}

bool has_findings(Work work) {
    return !work.document.state().findings.empty();
}
std::string all_label(Work work) {
    return texts::counted(texts::kAll, count(work.document, {}));
}
bool all_shown(Work work) {
    return !work.findings.filter();
}
template <Standing standing>
std::string standing_label(Work work) {
    return texts::counted(standing_name(standing), count(work.document, standing));
}
template <Standing standing>
bool standing_shown(Work work) {
    return work.findings.filter() == standing;
}

// What is blank is counted, too; the cell to go on with gets the keyboard.
Outcome check_all(Work work, Press) {
    const FormState& state = work.document.state();
    Outcome outcome = Outcome::of(effect::CheckAll{});
    outcome.then(go_to_first_error(work.document));
    return outcome.then(effect::Say{state.errors + state.explains == 0
                                        ? std::string(texts::kComplete)
                                        : texts::counts(state.errors, state.explains, 0, state.hints)});
}
Outcome see_errors(Work work, Press) {
    return go_to_first_error(work.document).then(effect::CloseNotice{"print"});
}

using Group = ShortcutGroup;
using Bar = ToolbarGroup;

// Within a group in the order of the sheet of shortcuts.
const Command kRows[] = {
    // --- checking, window
    {.name = "check",
     .words = texts::kCheck,
     .icon = Icon::Check,
     .strokes = {"F7"},
     .group = Group::Checking,
     .meaning = texts::kCheck,
     .toolbar = Bar::Paper,
     .place = 1,
     .run = check_all},
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
     .spare = true,
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
     .spare = true,
     .over_dialogs = true,
     .run = just<zoom<ZoomTo::Smaller>>},
    {.name = "zoom-reset",
     .words = texts::kZoomReset,
     .strokes = {"Control+0"},
     .group = Group::Checking,
     .meaning = texts::kZoomReset,
     .toolbar = Bar::View,
     .place = 2,
     .spare = true,
     .over_dialogs = true,
     .spoken = zoom_spoken,
     .label = zoom_label,
     .run = just<zoom<ZoomTo::Original>>},
    {.name = "fit-width",
     .words = texts::kFitWidth,
     .icon = Icon::FitWidth,
     .toolbar = Bar::View,
     .place = 4,
     .spare = true,
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
    {.name = "about",
     .words = texts::kAbout,
     .icon = Icon::Hint,
     .toolbar = Bar::Panels,
     .place = 4,
     .spare = true,
     .run = about_form},
    {.name = "see-errors", .run = see_errors},
    {.name = "filter-all",
     .node = "filter:all",
     .checked = all_shown,
     .spoken = all_label,
     .label = all_label,
     .run = just<all_findings>},
    {.name = "filter-error",
     .node = "filter:error",
     .checked = standing_shown<Standing::Error>,
     .spoken = standing_label<Standing::Error>,
     .label = standing_label<Standing::Error>,
     .run = just<only<Standing::Error>>},
    {.name = "filter-explain",
     .node = "filter:explain",
     .checked = standing_shown<Standing::Explain>,
     .spoken = standing_label<Standing::Explain>,
     .label = standing_label<Standing::Explain>,
     .run = just<only<Standing::Explain>>},
    {.name = "filter-hint",
     .node = "filter:hint",
     .checked = standing_shown<Standing::Hint>,
     .spoken = standing_label<Standing::Hint>,
     .label = standing_label<Standing::Hint>,
     .run = just<only<Standing::Hint>>},
    {.name = "filter-due",
     .node = "filter:due",
     .checked = standing_shown<Standing::Due>,
     .spoken = standing_label<Standing::Due>,
     .label = standing_label<Standing::Due>,
     .run = just<only<Standing::Due>>},

    // --- files, drafts
    {.name = "save",
     .words = texts::kSave,
     .icon = Icon::Save,
     .strokes = {"Control+S"},
     .group = Group::Files,
     .meaning = texts::kSave,
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
     .place = 2,
     .over_dialogs = true,
     // Over a dialog nothing can be asked.
     .run = [](Work work,
               Press) { return work.dialogs.open() ? print_anyway(work.document) : print(work.document); }},
    {.name = "print-anyway", .run = [](Work work, Press) { return print_anyway(work.document); }},
    {.name = "new",
     .words = texts::kNew,
     .icon = Icon::New,
     .strokes = {"Control+Alt+N"},
     .group = Group::Files,
     .meaning = texts::kNewDraft,
     .toolbar = Bar::File,
     .place = 3,
     .spare = true,
     .run = just<new_draft>},
    {.name = "drafts",
     .words = texts::kDrafts,
     .icon = Icon::Drafts,
     .toolbar = Bar::File,
     .place = 4,
     .run = drafts_manager},
    {.name = "copy-file", .run = [](Work work, Press) { return copy_as_file(work.document); }},
    {.name = "take-over", .run = just<take_over_draft>},
    {.name = "look-only", .run = just<look_only>},
    {.name = "file-arrived", .run = just<file_arrived>},
};

}  // namespace

std::span<const Command> window_commands() {
    return kRows;
}

}  // namespace shenbao::app
