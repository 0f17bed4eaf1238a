// A document's grid of texts turned into a declaration, through the paper of the form.
#pragma once

#include "core/form/definition.h"
#include "core/formats/matching/text_grid.h"
#include "core/formats/result/read_result.h"

namespace shenbao {

// See read_text_form. Any importer that can give rows of cells (Word, Excel, HTML) ends here.
ReadResult read_grid(const FormDefinition& definition, const TextGrid& grid);

}  // namespace shenbao
