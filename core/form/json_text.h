// What must hold of a JSON text before a parser may see it: hostile files are refused by their bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace shenbao {

struct JsonTextLimits {
    size_t most_bytes = size_t{1} << 20;
    size_t most_depth = 63;  // nested arrays and objects; the parser and its destructor recurse
};

enum class JsonTextStatus { Ok, Empty, TooLarge, NotUtf8, HoldsNul, TooDeep };

struct JsonTextCheck {
    JsonTextStatus status = JsonTextStatus::Ok;
    size_t offset = 0;  // of the byte at fault
};

// Says nothing about syntax; a text that passes may still not be JSON. A byte-order mark is the caller's to
// strip.
JsonTextCheck check_json_text(std::string_view text, JsonTextLimits limits = {});

struct TextPosition {
    size_t line = 1, column = 1;  // column in code points
};
// Where a person finds the byte at `offset`.
TextPosition text_position(std::string_view text, size_t offset);

}  // namespace shenbao
