// What the form says about the active cell: formula, direction, filling note.
#pragma once

#include <string_view>

#include "app/canvas.h"
#include "app/document.h"

namespace shenbao::app {

// `path` of the active cell, or "". Returns the height of the content.
float help_view(Canvas& canvas, float width, const Document& document, std::string_view path);

}  // namespace shenbao::app
