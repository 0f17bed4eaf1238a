// UTF-8, byte by byte: the checks and steps that readers and writers share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shenbao {

struct Utf8Step {
    char32_t code_point = 0;
    int size = 0;  // bytes; 0 when the bytes are no valid sequence (overlong, surrogate, truncated)
};
// The code point at `at`, which must be less than text.size().
Utf8Step utf8_at(std::string_view text, size_t at);
// Offset of the first byte that is not valid UTF-8, or npos.
size_t first_invalid_utf8(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);
// `text` with every invalid byte replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace shenbao
