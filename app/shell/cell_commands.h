// The rows of the command table about the cell that has the keyboard: filling in, moving, tables.
#pragma once

#include <span>

#include "app/commands/command.h"

namespace shenbao::app {

std::span<const Command> cell_commands();

}  // namespace shenbao::app
