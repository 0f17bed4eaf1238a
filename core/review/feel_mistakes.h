// What is wrong in one FEEL text of a definition, and what is needed to explain it (core/advice).
#pragma once

#include <string>
#include <vector>

#include "core/feel/expression.h"
#include "core/form/definition.h"

namespace shenbao {

struct FeelMistakes {
    std::string source;  // the FEEL text as it was compiled
    // Where it begins in the text at the fault's pointer, in bytes: behind a "{" or at its start. A "{" that
    // nothing closes begins a source of its own, which is not compiled.
    size_t start = 0;
    std::string column;  // what stands in `source` for the {column} of a total's formula
    feel::Scope scope;   // what it can name
    std::vector<feel::Diagnostic> diagnostics;
};

}  // namespace shenbao
