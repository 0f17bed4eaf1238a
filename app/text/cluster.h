// What is drawn as one although it is several code points: a letter with combining marks, a hanzi with a
// variation selector, an emoji of several joined ones, a flag. A close relative of the grapheme clusters of
// UAX #29, by the line breaking classes that are here anyway; Hangul syllables in parts, and scripts whose
// letters join, are not among them.
#pragma once

#include <string_view>

namespace shenbao::app {

// Numbers of clusters lie among the surrogates, which no text holds, so that fonts load a cluster like any
// character.
inline constexpr char32_t kFirstCluster = 0xD800, kMostClusters = 2048;

// What stands at `position` of UTF-8 text, which moves behind it: the code point where it stands alone, else
// the number of its cluster, the same for the life of the program. Where all numbers are taken, or after 16
// code points, the parts come one by one.
char32_t next_cluster(std::string_view utf8, size_t& position);

// The text of a numbered cluster; "" for code points.
std::string_view cluster_text(char32_t number);

}  // namespace shenbao::app
