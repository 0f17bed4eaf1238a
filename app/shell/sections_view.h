// The panel on the left: the form's sections with their progress and what is wrong in them.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// Ids: section:<id>. `current` is the section being shown. Returns the height of the content.
float sections_view(Canvas& canvas, float width, float height, const Document& document,
                    std::string_view current);

}  // namespace shenbao::app
