// What differs between two declarations: as JSON that turns one into the other, and cell by cell for people.
#pragma once

#include <string>
#include <vector>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/json/json_tree.h"

namespace shenbao::drafts {

// {"values": {path: text or null}, "rows": {table: [[id, origin], …] or null}, "explanations": {…},
//  "explained": {…}, "version": …, "unknown": …}, each only where something differs. Applied to `base` it
//  gives `declaration`
// exactly.
JsonTree change_tree(const Declaration& base, const Declaration& declaration);
// False, and the declaration is of no use, if the tree is not such a change.
bool apply_change(Declaration& declaration, const JsonTree& change);

struct CellDifference {
    enum class Kind {
        Value,        // of a cell; also of one the form does not know
        Explanation,  // `path` is Finding::key
        Row,          // one side has the row, the other has not; the texts name it
        RowOrder,     // the same rows in another order
    };
    Kind kind = Kind::Value;
    std::string path;
    std::string name;  // the words a person calls it by
    std::string old_text, new_text;
    bool operator==(const CellDifference&) const = default;
};

// In the form's order. Empty exactly when both hold the same entries; what an explanation was given for is
// none.
std::vector<CellDifference> declaration_differences(const FormDefinition& definition,
                                                    const Declaration& before, const Declaration& after);

}  // namespace shenbao::drafts
