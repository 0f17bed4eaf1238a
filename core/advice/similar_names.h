// Which of some names was meant; for core/advice only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/advice/words.h"

namespace shenbao {

constexpr size_t kMostSuggestions = 3;

// In small letters, without blanks, "_" and "-".
std::u32string folded(std::string_view name);
// Those that are most like it, the nearest first; at most kMostSuggestions.
std::vector<std::string> similar(std::string_view name, const std::vector<std::string>& candidates);
// “a”、“b”或“c”
Words listed(const std::vector<std::string>& names);

}  // namespace shenbao
