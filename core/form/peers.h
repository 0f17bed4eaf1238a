// Two tables that are each other's peer are filled once: what is done to the rows or names of one is done to
// the other, in the same step.
//
// Rows follow either way, since both tables must have the same ones: they are added and moved, and removed
// where the other's row carries nothing but the same names.
//
// Names (二级指标, 三级指标) go from the table that leads to the one that follows while the one there is
// blank or the same: what was changed there by hand stays. The other way they go only where the leading table
// has none: who names a row in the following table first has named it, but what is changed there later may be
// meant for it alone, and the leading one is what it is measured by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/edit.h"

namespace shenbao {

// The table's peer if each is the other's; else null.
const TableDefinition* peer_of(const FormDefinition& definition, std::string_view table);
// It is filled after its peer: a column of it has filled_from. The peer leads.
bool follows_peer(const TableDefinition& table);

// The edits of a step that goes on with `merge`, and behind them those of the peers. What the step sets
// itself is not followed.
std::vector<Edit> with_peers(const FormDefinition& definition, const History& history,
                             std::vector<Edit> edits, std::string_view merge);

// The peer has this row too, and something is entered there that is not the row's name here: it is not
// removed with it.
bool peer_row_stays(const FormDefinition& definition, const Declaration& declaration, std::string_view table,
                    std::string_view row);

// Edits that give both tables the same rows and names (rule 7), with the order and the names of `model`. No
// name or value that is entered is lost but a name in `target` that `model` calls otherwise: a row that one
// of them lacks goes if nothing is in it and the form can do without it, and else comes to the other too.
std::vector<Edit> align_rows_edits(const FormDefinition& definition, const Declaration& declaration,
                                   std::string_view model, std::string_view target);
// Which of the table and its peer is the model, so that what was just done is not undone: the one whose rows
// or names were changed last, else the one that leads. "" where there is no peer.
std::string_view table_to_align_with(const FormDefinition& definition, const History& history,
                                     std::string_view table);

}  // namespace shenbao
