// What stands in a cell on paper.
#pragma once

#include <string>

#include "core/sheet/sheet.h"

namespace shenbao {

// The cell's text; for the blank name of an open slot the form's own "……".
std::string paper_text(const SheetCell& cell);

}  // namespace shenbao
