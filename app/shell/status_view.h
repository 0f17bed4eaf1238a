// The bar at the bottom: is the draft safe, which budget year, how many findings.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/drafts/saving.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// `backup`: when a file was last saved. `wanted`: the width of what else is to be shown; for it the rest
// makes room. Returns the room there is.
Rect status_view(Canvas& canvas, float width, const Document& document, const SaveNotice& save,
                 std::string_view backup, float wanted);

}  // namespace shenbao::app
