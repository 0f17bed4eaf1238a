// What a table and its peer (core/form/peers.h) are given of one another when a person asks for it, each
// after a preview and in one step.
#pragma once

#include <string>
#include <string_view>

#include "app/document/document.h"
#include "app/document/outcome.h"

namespace shenbao::app {

// The same rows and names in both. The table in which they were changed last is the model; the preview says
// so, and offers the other direction.
Outcome align_tables(const Document& document, std::string_view table);
std::string align_label(const FormDefinition& definition, std::string_view table);

// The table's columns that the definition fills from its peer: blank cells, or by the other choice also those
// that say something else. Nothing is put beside a 无.
Outcome fill_from_peer(const Document& document, std::string_view table);
std::string fill_label(const FormDefinition& definition, std::string_view table);
// A blank cell for which the peer has a value.
bool can_be_filled(const Document& document, std::string_view path);
// The table that follows its peer: this one, its peer, or the form's first; null: the form has none.
const TableDefinition* following_table(const FormDefinition& definition, std::string_view table);

}  // namespace shenbao::app
