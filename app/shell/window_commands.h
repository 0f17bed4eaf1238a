// The rows of the command table about the whole form and its window: checking, looks, files, drafts.
#pragma once

#include <span>

#include "app/commands/command.h"

namespace shenbao::app {

std::span<const Command> window_commands();

}  // namespace shenbao::app
