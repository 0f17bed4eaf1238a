// The declaration's file as a tree, without its bytes: what stands where, and what may be wrong with it.
#pragma once

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/json/json_tree.h"
#include "core/formats/result/read_result.h"

namespace shenbao {

constexpr std::string_view kDeclarationFormat = "shenbao-declaration";
constexpr int kDeclarationFormatVersion = 1;
constexpr std::string_view kChecksumKey = "sha256";

// Ids become parts of paths, so a dot or a control character in one would make paths ambiguous. Null is none.
bool is_row_id(const JsonTree* tree);

// All keys in their places, sha256 still empty.
JsonTree declaration_tree(const FormDefinition& definition, const Declaration& declaration);

// Checks every part; the checksum is not looked at. What an older version of the form wrote is brought to the
// present one, see core/formats/json/migrate.h.
//
// Declaration::unknown_json becomes "" when every key is known, else an object of the file's shape that holds
// the unknown keys with their values, and null for each known key on the way, so that their order can be
// restored. Under "rows" it is keyed by table and row id; rows of an origin the form does not have are wholly
// unknown.
ReadResult declaration_from_tree(const FormDefinition& definition, const JsonTree& tree);

}  // namespace shenbao
