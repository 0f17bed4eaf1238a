// The repairs that findings offer (RuleDefinition::fix).
#pragma once

#include <string_view>

#include "app/document/document.h"
#include "app/document/outcome.h"

namespace shenbao::app {

// What its button says; "" where the finding offers none.
std::string_view repair_label(Repair repair);
Outcome repair(const Document& document, const Finding& finding);

}  // namespace shenbao::app
