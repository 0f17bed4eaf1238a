// The command table: one row a command. What a row says, toolbar, keys, the sheet of shortcuts, scripts and
// tests read.
#pragma once

#include <span>
#include <string_view>

#include "app/commands/command.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

std::span<const Command> command_table();
// Null: there is none of this name, or none with this stroke that the form runs.
const Command* command_named(std::string_view name);
const Command* command_of_stroke(std::string_view stroke);

// As they are now, in the order of the table.
CommandStates command_states(const Workspace& work);

}  // namespace shenbao::app
