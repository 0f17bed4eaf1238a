// Draws the draft manager into its dialog.
#pragma once

#include "app/canvas.h"
#include "app/drafts_dialog.h"

namespace shenbao::app {

// Ids: drafts:<command> and drafts:<command>:<draft, version or record>. Returns the height of the content.
float drafts_view(Canvas& canvas, float width, const DraftsState& state);

}  // namespace shenbao::app
