// Which row of a document is which row of the paper.
#pragma once

#include <cstddef>
#include <vector>

#include "core/formats/matching/expected_row.h"

namespace shenbao {

struct RowPair {
    int seen = -1;          // row of the document; -1: the expected row is missing there
    int expected = -1;      // row of the paper; -1: the document's row is unknown
    bool repeated = false;  // a further row like the expected one, which stands above it
    RowMatch match;         // when both are known
};

// The best alignment from top to bottom; every row of both sides appears once. Empty when there are so many
// rows that no form can be meant.
std::vector<RowPair> match_rows(const std::vector<ExpectedRow>& expected, const std::vector<SeenRow>& seen);

}  // namespace shenbao
