#include "core/form/sort_by.h"

#include <algorithm>

namespace shenbao {

void sort_keys(std::vector<std::pair<std::int64_t, std::uint32_t>>& keys) {
    std::sort(keys.begin(), keys.end());
}

}  // namespace shenbao
