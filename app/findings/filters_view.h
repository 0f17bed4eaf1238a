// Above the findings: which of them are listed, and the way from one to the next.
#pragma once

#include "app/commands/command.h"

namespace shenbao::app {

inline constexpr float kFiltersHeight = 88;
void filters_view(Canvas& canvas, float width, const CommandStates& commands, int due);

}  // namespace shenbao::app
