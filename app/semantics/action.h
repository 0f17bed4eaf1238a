// What a node is for: set by the view that describes it, carried out by the shell when the node is activated
// or typed into. Ids name nodes for tests and for the twin; nobody takes them apart.
#pragma once

#include <string>
#include <variant>

namespace shenbao::app::action {

struct RunCommand {  // a row of the command table
    std::string command;
    bool operator==(const RunCommand&) const = default;
};
struct EditCell {  // a field of the paper
    std::string path;
    bool operator==(const EditCell&) const = default;
};
// Findings are told apart by their key in FindingList.
struct ExplainFinding {  // a field beneath the finding
    std::string finding;
    bool operator==(const ExplainFinding&) const = default;
};
struct ConfirmExplanation {  // it holds for the figures as they are now, too
    std::string finding;
    bool operator==(const ConfirmExplanation&) const = default;
};
struct GoToFinding {
    std::string finding;
    bool operator==(const GoToFinding&) const = default;
};
struct RepairFinding {
    std::string finding;
    int fix = -1;            // index in Finding::fixes; -1: Finding::fix
    bool all_alike = false;  // and of every finding that offers the same one
    bool operator==(const RepairFinding&) const = default;
};
struct GoToSection {
    std::string section;
    bool operator==(const GoToSection&) const = default;
};
struct CloseNotice {
    std::string notice;
    bool operator==(const CloseNotice&) const = default;
};
struct OpenDraft {
    std::string draft;
    bool operator==(const OpenDraft&) const = default;
};
struct AddRow {  // behind this one
    std::string table, row;
    bool operator==(const AddRow&) const = default;
};
struct RemoveRow {
    std::string table, row;
    bool operator==(const RemoveRow&) const = default;
};
struct MoveRow {
    std::string table, row;
    int step = 0;  // -1 up, +1 down
    bool operator==(const MoveRow&) const = default;
};
// A button or field of the dialog on top: `act` is a place in an enum of the dialog's own, `of` what it is
// about.
struct InDialog {
    int act = 0;
    std::string of;
    bool operator==(const InDialog&) const = default;
};

}  // namespace shenbao::app::action

namespace shenbao::app {

using Action = std::variant<std::monostate, action::RunCommand, action::EditCell, action::ExplainFinding,
                            action::ConfirmExplanation, action::GoToFinding, action::RepairFinding,
                            action::GoToSection, action::CloseNotice, action::OpenDraft, action::AddRow,
                            action::RemoveRow, action::MoveRow, action::InDialog>;

}  // namespace shenbao::app
