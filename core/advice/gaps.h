// Quotes and brackets without a partner; for core/advice only.
#pragma once

#include <functional>
#include <optional>

#include "core/advice/wrong_signs.h"

namespace shenbao {

// What the check says of a text.
using Check = std::function<std::vector<feel::Diagnostic>(std::string_view source)>;

// A text that begins but does not end. Which of the quotes is alone is found by trying where one more makes
// sense.
std::optional<WrongSign> find_missing_quote(std::string_view source, const Check& check);
std::optional<WrongSign> find_lonely_bracket(std::string_view source);

}  // namespace shenbao
