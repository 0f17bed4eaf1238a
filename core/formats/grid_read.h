// A document's grid of texts turned into a declaration, through the paper of the form.
#pragma once

#include "core/form/definition.h"
#include "core/formats/read_result.h"
#include "core/formats/text_grid.h"

namespace shenbao {

// See read_text_form. Any importer that can give rows of cells (Word, Excel, HTML) ends here.
ReadResult read_grid(const FormDefinition& definition, const TextGrid& grid);

}  // namespace shenbao
