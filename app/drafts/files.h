// The declaration as a file: saved, copied, printed; and a further, blank one.
#pragma once

#include "app/document/document.h"
#include "app/document/outcome.h"

namespace shenbao::app {

Outcome save_to_file(const Document& document);
Outcome copy_as_file(const Document& document);
effect::BeginDraft new_draft();
// What is not complete is printed with a mark over it: that is asked for first.
Outcome print(const Document& document);
Outcome print_anyway(const Document& document);

}  // namespace shenbao::app
