// What an event comes to, as a value: effects in the order in which the shell carries them out
// (app/shell/carry_out.h). Handlers look at the state, change nothing, and return one of these.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/document/notice.h"
#include "app/document/selection.h"
#include "app/semantics/semantics.h"
#include "core/form/edit.h"

namespace shenbao::app {

class Dialog;    // app/dialogs/dialog.h
struct Preview;  // app/document/preview.h

enum class Standing { Error, Explain, Due, Hint };  // how a finding is listed, in this order
enum class Panel { Sections, Findings };
enum class ZoomTo { Larger, Smaller, Original, FitWidth };  // FitWidth: on, or off again

namespace effect {

// --- the declaration. Where this window may not change it, that is said and the rest of the outcome is
// dropped.
struct RequireEditing {};
struct Apply {  // one step that can be undone; consecutive ones with the same `merge` become one
    std::string step;
    std::vector<Edit> edits;
    std::string merge = {};
};
struct Seal {};  // the next step starts anew even with the same `merge`
struct Undo {};
struct Redo {};
struct ShowDeclaration {  // of another draft; undo begins anew
    Declaration declaration;
    bool waits = false;  // Document::waits, also where something stands in it
};
struct CheckAll {};  // what is blank is an error from now on

// --- keyboard and looks
struct GiveKeyboard {  // to a node; "" takes it from any field
    std::string node;
};
struct LeaveCell {};        // the cell being edited loses the keyboard
struct GiveKeyboardLater {  // once the node exists; "" leaves it where it is
    std::string node;
};
struct SetFieldText {  // of a field that may be being edited
    std::string node, text;
};
struct RefreshField {};  // the field that has the keyboard shows what the form holds
struct GoToCell {        // edits a field, frames a computed cell
    std::string path;
    bool middle = false;  // of the view, where it is out of sight
};
struct GoToExplanation {  // of the finding with this index
    size_t finding;
};
struct GoToNewRow {  // that an edit before this one has added
    std::string table, row;
};
struct Reveal {  // scrolls the cell into sight
    std::string path;
};
struct MoveAfterFrame {  // what was pressed while the paper was not laid out anew
    Side side;
};
struct DrawRange {  // a cleared one: none
    Selection range;
};
struct FrameCell {  // without editing it; "": none
    std::string path;
};
struct MarkFinding {  // it is the current one; an index
    size_t finding;
};
struct FilterFindings {
    std::optional<Standing> standing;  // nothing: all
};
struct ScrollTo {
    RegionId region;
    float x, y;
};
struct Zoom {
    ZoomTo to;
};
struct TogglePanel {
    Panel panel;
};
struct CloseDrawers {};  // panels that lie over the paper

// --- what is told
struct Say {  // what happened: spoken, and shown for some seconds
    std::string text;
};
struct Speak {  // to a screen reader alone: what is seen anyway
    std::string text;
};
struct Show {
    Notice notice;
};
struct ShowOnce {  // unless it is there already
    Notice notice;
};
struct CloseNotice {
    std::string id;
};
struct CloseNotices {};

// --- dialogs
struct OpenDialog {
    std::shared_ptr<Dialog> dialog;
    std::string back = {};  // who gets the keyboard when it closes; "": who has it now
};
struct ShowPreview {
    std::shared_ptr<const Preview> preview;
};
struct CloseDialog {};  // the one on top
struct CloseDialogs {};

// --- the draft
struct SaveDraft {
    bool anyway = false;  // also what has not changed
};
struct OpenDraft {  // if that is impossible, the rest of the outcome is dropped
    std::string draft;
};
struct BeginDraft {                           // a further one; the one before stays as it is
    Notice told;                              // once it is there
    std::optional<Declaration> content = {};  // nothing: blank
};
struct TakeOverDraft {};
struct LookOnly {};        // another window keeps the draft
struct NoteHandedOver {};  // what is shown was given to the browser as a file
struct NoteArrived {};     // the person has seen that file
struct PutOffBackup {};    // the reminder comes again tomorrow

// --- the platform
struct RequestFrame {};
struct RequestSave {
    int milliseconds;
};
struct ChooseFile {};
struct SaveFile {
    std::string name, media_type, bytes;
};
struct Print {
    std::string html;
};
struct CopyText {  // then shows the notice of what came of it
    std::string text;
    Notice copied, refused;
};
struct FillClipboard {
    std::string plain, html;
};
struct InsertText {  // at the caret, as if typed
    std::string text;
};

}  // namespace effect

using Effect = std::variant<
    effect::RequireEditing, effect::Apply, effect::Seal, effect::Undo, effect::Redo, effect::ShowDeclaration,
    effect::CheckAll, effect::GiveKeyboard, effect::LeaveCell, effect::GiveKeyboardLater,
    effect::SetFieldText, effect::RefreshField, effect::GoToCell, effect::GoToNewRow, effect::GoToExplanation,
    effect::Reveal, effect::MoveAfterFrame, effect::DrawRange, effect::FrameCell, effect::MarkFinding,
    effect::FilterFindings, effect::ScrollTo, effect::Zoom, effect::TogglePanel, effect::CloseDrawers,
    effect::Say, effect::Speak, effect::Show, effect::ShowOnce, effect::CloseNotice, effect::CloseNotices,
    effect::OpenDialog, effect::ShowPreview, effect::CloseDialog, effect::CloseDialogs, effect::SaveDraft,
    effect::OpenDraft, effect::BeginDraft, effect::TakeOverDraft, effect::LookOnly, effect::NoteHandedOver,
    effect::NoteArrived, effect::PutOffBackup, effect::RequestFrame, effect::RequestSave, effect::ChooseFile,
    effect::SaveFile, effect::Print, effect::CopyText, effect::FillClipboard, effect::InsertText>;

class Outcome {
  public:
    Outcome() = default;
    // A key or a paste that was meant for the form, although nothing came of it.
    static Outcome taken() { return Outcome(true); }
    template <typename... Effects>
    static Outcome of(Effects&&... effects) {
        Outcome outcome(true);
        (outcome.then(std::forward<Effects>(effects)), ...);
        return outcome;
    }

    Outcome& then(Effect effect) {
        m_used = true;
        m_effects.push_back(std::move(effect));
        return *this;
    }
    Outcome& then(Outcome other) {
        m_used = m_used || other.m_used;
        for (Effect& effect : other.m_effects) m_effects.push_back(std::move(effect));
        return *this;
    }

    // False: the event was not the form's; the browser may act on it.
    bool used() const { return m_used; }
    // Effects, although the event is left to the browser.
    Outcome& unused() {
        m_used = false;
        return *this;
    }
    std::vector<Effect>& effects() { return m_effects; }
    const std::vector<Effect>& effects() const { return m_effects; }

  private:
    explicit Outcome(bool used) : m_used(used) {}

    bool m_used = false;
    std::vector<Effect> m_effects;
};

}  // namespace shenbao::app
