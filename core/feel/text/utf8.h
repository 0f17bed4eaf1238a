// UTF-8; for core/feel only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shenbao::feel {

bool is_valid_utf8(std::string_view text);
std::string repair_utf8(std::string_view text);  // invalid bytes as U+FFFD
// The code point at `at` of valid UTF-8, which is moved behind it.
uint32_t next_code_point(std::string_view text, size_t& at);
void append_code_point(std::string& text, uint32_t code_point);
// The byte offset of the code point with the given number, or the text's size.
size_t byte_offset(std::string_view text, size_t code_point);

}  // namespace shenbao::feel
