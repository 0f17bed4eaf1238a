// The bar at the top: mark and title, and the commands that the table places on it.
#pragma once

#include <string_view>

#include "app/commands/command.h"

namespace shenbao::app {

void toolbar_view(Canvas& canvas, float width, std::string_view title, const CommandStates& commands);

}  // namespace shenbao::app
