// A file that is opened, dropped, or pasted as the text of one.
#pragma once

#include <string_view>

#include "app/document/outcome.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

// A declaration becomes a draft of its own, or fills one that is untouched as a step that undo takes back.
// Where its unit and year have a draft already, the person is asked. An archive is shown. What cannot be read
// is told, and nothing changes.
Outcome open_bytes(Workspace& work, std::string_view name, std::string_view bytes);

}  // namespace shenbao::app
