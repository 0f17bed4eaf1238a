// The rows of a sheet as HTML tables that may be cut by the page's end anywhere and stay closed frames there.
#pragma once

#include <string>
#include <string_view>

#include "core/sheet/sheet.h"

namespace shenbao {

// Titles, notes, headline and grid, in the sheet's order. What the classes mean is in kTableStyle.
std::string print_tables(const Sheet& sheet);

// CSS for them, inside .print-page.
extern const std::string_view kTableStyle;

}  // namespace shenbao
