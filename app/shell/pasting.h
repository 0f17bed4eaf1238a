// What the clipboard offers: a file's text, a block of cells with a preview, one value for a whole range, a
// text.
#pragma once

#include <string_view>

#include "app/document/outcome.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

// `table`: what its HTML holds (app/paste/paste_block.h), "[]" for HTML without a table, "" for none.
// `dropped`: by the pointer, at a place that the browser knows. Used: the field must not take it.
Outcome paste(Workspace& work, std::string_view plain, std::string_view table, bool dropped);

}  // namespace shenbao::app
