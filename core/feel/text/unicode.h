// Properties of code points, from the generated tables; for core/feel only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shenbao::feel {

uint32_t to_lower(uint32_t code_point);
uint32_t to_upper(uint32_t code_point);
// In full: ß becomes SS.
void append_upper(std::string& text, uint32_t code_point);

struct GeneralCategory {
    uint8_t major, minor;  // 'L', 'u'
};
GeneralCategory general_category(uint32_t code_point);
bool is_general_category(std::string_view name);  // "L", "Lu"

struct BlockRange {
    uint32_t first, last;
};
// Blocks by their names without blanks: "BasicLatin", "CJKUnifiedIdeographs".
std::optional<BlockRange> find_block(std::string_view name);

}  // namespace shenbao::feel
