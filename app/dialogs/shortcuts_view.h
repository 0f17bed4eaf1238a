// Draws the sheet of keyboard shortcuts into its dialog.
#pragma once

#include "app/draw/canvas.h"

namespace shenbao::app {

// What the sheet needs in a dialog of this width.
float shortcuts_height(float width);
void shortcuts_view(Canvas& canvas, float width);

}  // namespace shenbao::app
