// The bar at the bottom: is the draft safe, which budget year, how many findings.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/drafts/saving.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// `backup`: when a file was last saved. Returns the room that is left in it.
Rect status_view(Canvas& canvas, float width, const Document& document, const SaveNotice& save,
                 std::string_view backup);

}  // namespace shenbao::app
