// Draws the draft manager into its dialog.
#pragma once

#include "app/dialogs/drafts_dialog.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// Ids: drafts:<command> and drafts:<command>:<draft, version or record>. Returns the height of the content.
float drafts_view(Canvas& canvas, float width, const DraftsState& state);

}  // namespace shenbao::app
