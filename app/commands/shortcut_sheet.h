// The lines of the sheet of shortcuts, out of the command table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands/command.h"

namespace shenbao::app {

struct ShortcutLine {
    std::vector<std::string> keys;  // none for the heading of a group
    std::string meaning;
};
// Groups in the order of the enum, lines in that of the table.
std::vector<ShortcutLine> shortcut_lines(std::span<const Command> table,
                                         std::span<const ShortcutGroup> groups);
// A stroke as a person reads it: "Control+Z" is Ctrl+Z, "ArrowUp" ↑.
std::string shown_stroke(std::string_view stroke);

}  // namespace shenbao::app
