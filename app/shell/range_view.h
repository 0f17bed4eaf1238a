// In the status line: how many cells are chosen, and the sum of their amounts.
#pragma once

#include "app/draw/canvas.h"
#include "app/paper/range_sum.h"

namespace shenbao::app {

// At the right end of the room that the status line leaves; nothing where there is no range or too little
// room.
void range_view(Canvas& canvas, const Rect& room, const RangeSum& sum);

}  // namespace shenbao::app
