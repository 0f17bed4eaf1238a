// One frame: everything placed, laid out, drawn and described. State in, pixels and nodes out; the
// declaration is not changed.
#pragma once

#include "app/shell/workspace.h"

namespace shenbao::app {

void draw_frame(Workspace& workspace);

}  // namespace shenbao::app
