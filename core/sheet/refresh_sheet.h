// A sheet after an edit: where rows neither came nor went nor moved, only texts are different.
#pragma once

#include "core/sheet/sheet.h"

namespace shenbao {

// Makes the sheet what build_sheet would make, and leaves all cells in their places. False: it was of other
// rows, and is of no use any more.
bool refresh_sheet(Sheet& sheet, const FormDefinition& definition, const Declaration& declaration,
                   const FormState& state);

}  // namespace shenbao
