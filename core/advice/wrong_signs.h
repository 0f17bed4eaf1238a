// Signs and words that are no FEEL but stand for something in spreadsheets, programming languages and
// Chinese:
// == && ≥ ，“” AND 和 is null 30% 1,000. For core/advice only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/advice/words.h"
#include "core/feel/tree/diagnostic.h"
#include "core/feel/tree/scope.h"

namespace shenbao {

struct TextChange {
    size_t offset = 0, length = 0;
    std::string text;
};

struct WrongSign {
    size_t offset = 0, length = 0;  // bytes of the source
    Words words;
    std::vector<TextChange> changes;  // what makes FEEL of it; none: only its author can
};

// By place. Looks neither into texts between quotes nor into comments; what the scope has a name for is no
// mistake.
std::vector<WrongSign> find_wrong_signs(std::string_view source, const feel::Scope& scope);

}  // namespace shenbao
