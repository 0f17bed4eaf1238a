// Rows of tables: added, removed, moved. Nothing where the form does not allow it.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/document/outcome.h"

namespace shenbao::app {

// Behind this one; the keyboard goes to the new row.
Outcome add_row(const Document& document, std::string_view table, std::string_view row);
// What effect::GoToNewRow comes to once the row is there.
Outcome go_to_new_row(const Document& document, std::string_view table, std::string_view row);
// The keyboard goes to the row that takes its place. Where the peer's row has entries of its own, it is asked
// first whether they go too.
Outcome remove_row(const Document& document, std::string_view table, std::string_view row);
Outcome move_row(const Document& document, std::string_view table, std::string_view row, int step);
bool can_move_row(const Document& document, std::string_view table, std::string_view row, int step);

}  // namespace shenbao::app
