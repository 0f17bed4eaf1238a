// Where a line of text may end: the Unicode line breaking algorithm (UAX #14), as browsers apply it to
// `word-break: normal; line-break: auto`. Pure; works on code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shenbao::app {

enum class Break : uint8_t {
    Prohibited,
    Allowed,
    Mandatory,  // after a line feed and its relatives; never at the end of the text
};

// One answer per code point: may the line end behind it? The last one is always Prohibited.
void find_breaks(std::u32string_view text, std::vector<Break>& breaks);

// The code point at `position`, which moves behind it. A byte that is not UTF-8 yields U+FFFD and moves by
// one.
char32_t next_code_point(std::string_view utf8, size_t& position);

}  // namespace shenbao::app
