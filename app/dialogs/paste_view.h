// Draws the preview of a paste into its dialog.
#pragma once

#include "app/draw/canvas.h"
#include "app/paste/paste_plan.h"

namespace shenbao::app {

// Ids: paste:apply, paste:close, paste:change:<n>, paste:refused:<n>. Returns the height of the content.
float paste_view(Canvas& canvas, float width, const PastePlan& plan);

}  // namespace shenbao::app
