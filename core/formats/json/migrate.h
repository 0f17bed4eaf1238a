// Declarations of older versions of the form: what was moved since, what is new.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/form/definition.h"
#include "core/formats/json/json_tree.h"
#include "core/formats/result/read_result.h"

namespace shenbao {

struct Migration {
    JsonTree tree;                   // as the present version has it
    std::string from;                // the version it was written for
    std::vector<ReadNote> moved;     // a note for each text that changed its place
    std::vector<ReadNote> unplaced;  // likewise: the new place was already taken; the text keeps its old path
    std::vector<std::string> added;  // parts that the older version did not have, by their present paths
};

// Follows FormDefinition::changes from the version the tree was written for. Nothing: it is not older, or
// nothing is said of the versions since. Parts of wrong types are left as they are; who reads the tree
// refuses them.
std::optional<Migration> migrate(const FormDefinition& definition, const JsonTree& tree);

// To a declaration read from `migration.tree`: the rows it could not have, and notes of all that changed.
void finish_migration(const FormDefinition& definition, Migration migration, ReadResult& result);

}  // namespace shenbao
