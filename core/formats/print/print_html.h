// The official paper for the browser's own printing.
#pragma once

#include <string>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/review/review.h"
#include "core/sheet/sheet.h"

namespace shenbao {

// A complete HTML body with its own <style> (@page A4), without script and without anything to fetch. After
// the form stand the written explanations; the last line carries the declaration's checksum, so that paper
// and file can be matched. While errors remain, or explanations are due, every page is marked 草稿.
std::string print_page(const FormDefinition& definition, const Sheet& sheet, const Declaration& declaration,
                       const FormState& state);

}  // namespace shenbao
