// The one place where outcomes take effect: on the workspace, and on the platform.
#pragma once

#include "app/document/outcome.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

// In order. Returns Outcome::used.
bool carry_out(Workspace& workspace, Outcome outcome);

}  // namespace shenbao::app
