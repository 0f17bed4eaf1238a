// The declaration as a file: opened, saved, copied, printed; and a blank one in its place.
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/document/outcome.h"
#include "app/platform/platform.h"

namespace shenbao::app {

// One step that can be undone. What cannot be read is told, and nothing changes.
Outcome open_declaration(const Document& document, std::string_view name, std::string_view bytes,
                         platform::LocalTime now);
Outcome save_to_file(const Document& document);
Outcome copy_as_file(const Document& document);
Outcome start_anew(const Document& document);
Outcome print(const Document& document);

}  // namespace shenbao::app
