// From region to region of the window: F6.
#pragma once

#include "app/document/outcome.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

// Round the window as it is read (+1) or back; in each region to what was current there, else to its first
// control.
Outcome go_to_region(const Workspace& work, int direction);

}  // namespace shenbao::app
