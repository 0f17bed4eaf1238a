// A command is a row of one table (app/shell/command_table.h): toolbar, keys, the sheet of shortcuts,
// scripts and tests read it, and nothing lists commands a second time.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/outcome.h"
#include "app/draw/controls.h"

namespace shenbao::app {

struct Workspace;  // app/shell/workspace.h

// What the platform knows about a key besides its name, of the field that has the keyboard.
struct KeyPress {
    bool in_text = false;  // the caret is inside the text: arrows move it
    // Of its own the field could take something back, or bring it again.
    bool undoes = false, redoes = false;
};

// Where a command stands in the sheet of shortcuts.
enum class ShortcutGroup { None, Filling, Moving, Tables, Checking, Files };

// Groups of the toolbar from left to right; from `View` on they stand at its right end.
enum class ToolbarGroup { None, File, Steps, Paper, View, Panels };

struct Command {
    std::string_view name;        // by which nodes, scripts and tests call it; unique
    std::string_view words = {};  // what a person reads on its button
    std::optional<Icon> icon = {};
    // As aria-keyshortcuts writes them, modifiers in the order Control, Alt, Shift: "Control+Shift+Z". The
    // first is the one that is shown.
    std::array<std::string_view, 4> strokes = {};

    ShortcutGroup group = ShortcutGroup::None;
    std::string_view meaning = {};  // beside its keys in the sheet; "": not listed
    std::string_view keys = {};     // how the sheet writes them where they are not those of the first stroke
    bool joins = false;             // in the sheet it stands on the line of the row before it

    ToolbarGroup toolbar = ToolbarGroup::None;
    int place = 0;               // in that group
    std::string_view node = {};  // id of its button; "": button:<name>
    bool spare = false;          // a narrow window does without its button
    bool over_dialogs = false;   // its keys work while a dialog is open
    bool of_text = false;        // while a text is edited, its keys are the text's own

    // Null: always. What cannot be run is shown and does nothing.
    bool (*enabled)(const Workspace&) = nullptr;
    // Null: it is no switch.
    bool (*checked)(const Workspace&) = nullptr;
    // Null: the words. What a screen reader says of the button, and what stands on it.
    std::string (*spoken)(const Workspace&) = nullptr;
    std::string (*label)(const Workspace&) = nullptr;
    // Null: the field or the browser does it by itself, and the table only tells about it.
    Outcome (*run)(const Workspace&, const KeyPress&) = nullptr;
};

// A command as a frame shows it.
struct CommandState {
    const Command* command = nullptr;
    std::string label, spoken;
    bool enabled = true;
    int pressed = -1;  // 0 or 1 for a switch

    std::string node() const;
};
using CommandStates = std::vector<CommandState>;
// One of the table; an empty command for a name that is not in it.
const CommandState& state_of(const CommandStates& states, std::string_view name);

// Draws and describes its button. Of `look` everything is kept but what the state decides: disabled, pressed.
void command_button(Canvas& canvas, const CommandState& state, const Rect& rect, ButtonLook look);

}  // namespace shenbao::app
