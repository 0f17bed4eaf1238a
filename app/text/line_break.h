// Where a line of text may end: the Unicode line breaking algorithm (UAX #14). Pure; works on code points.
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

enum class BreakRules : uint8_t {
    // As browsers break Chinese (`word-break: normal; line-break: auto`): version 16 of the rules, which let
    // a
    // quotation mark belong to what it encloses, so that Chinese breaks before “ and behind ”.
    Chinese,
    // The default of version 15 with the regular expressions for numbers (its section 8.2, example 7), which
    // the
    // Unicode test file checks: no break on either side of a quotation mark.
    Unicode15,
};

// One answer per code point: may the line end behind it? The last one is always Prohibited.
void find_breaks(std::u32string_view text, std::vector<Break>& breaks,
                 BreakRules rules = BreakRules::Chinese);

// The code point at `position`, which moves behind it. A byte that is not UTF-8 yields U+FFFD and moves by
// one.
char32_t next_code_point(std::string_view utf8, size_t& position);

}  // namespace shenbao::app
