// The state as JSON, in which tests look for what the screen does not show: declaration, findings with rule
// ids and sources, draft, frames.
#pragma once

#include <string>

#include "app/shell/workspace.h"

namespace shenbao::app {

std::string debug_json(const Workspace& work);

}  // namespace shenbao::app
