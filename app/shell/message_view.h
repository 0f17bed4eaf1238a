// In the bar at the bottom: what happened last, with the button that takes it back.
#pragma once

#include "app/document/notice.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

// The room it would take; 0 where there is nothing to show. `check`: of the document.
float message_width(const Message& message, unsigned long check);
// Ids: status:message, message:<command>.
void message_view(Canvas& canvas, const Rect& room, const Message& message, unsigned long check);

}  // namespace shenbao::app
