// What the buttons under findings do: the repairs of RuleDefinition::fix and fixes, and the confirming of an
// explanation.
#pragma once

#include <string>

#include "app/document/document.h"
#include "app/document/outcome.h"

namespace shenbao::app {

// What its button says; "" where the finding offers none.
std::string repair_label(const Document& document, const Finding& finding);
Outcome repair(const Document& document, const Finding& finding);
// One step: Finding::fixes[fix], also of all findings that offer the same one if `all_alike`.
Outcome carry_out_fix(const Document& document, const Finding& finding, size_t fix, bool all_alike);
// What was written before the figures changed counts for them as they are now.
Outcome confirm_explanation(const Finding& finding);

}  // namespace shenbao::app
