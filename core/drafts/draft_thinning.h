// Which of a draft's records may go: every save of the last minutes stays, then one an hour, then one a day.
#pragma once

#include <vector>

#include "core/drafts/draft_names.h"

namespace shenbao::drafts {

constexpr long long kEverySaveFor = 10LL * 60 * 1000;       // milliseconds
constexpr long long kEveryHourFor = 24LL * 60 * 60 * 1000;  // likewise
constexpr size_t kHistoryBudget = size_t{384} << 10;        // bytes of one draft's records

// The newest two versions stay as whole records, and every whole record a remaining change is based on.
// Beyond `budget` those go first that leave the smallest gap for their age. `opened`: a version that stays as
// long as the budget allows at all.
std::vector<StoredRecord> superfluous_records(std::vector<StoredRecord> records, long long now, size_t budget,
                                              const VersionId& opened);

}  // namespace shenbao::drafts
