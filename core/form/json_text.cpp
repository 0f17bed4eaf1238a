#include "core/form/json_text.h"

#include <algorithm>

namespace shenbao {
namespace {

unsigned byte_at(std::string_view text, size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
size_t sequence_length(std::string_view text, size_t at) {
    unsigned lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                    : (lead & 0xF0) == 0xE0        ? 3
                    : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                   : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (size_t i = 1; i < length; ++i)
        if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
    unsigned second = byte_at(text, at + 1);
    bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    bool surrogate = lead == 0xED && second > 0x9F;
    bool beyond = lead == 0xF4 && second > 0x8F;
    return overlong || surrogate || beyond ? 0 : length;
}

}  // namespace

JsonTextCheck check_json_text(std::string_view text, JsonTextLimits limits) {
    if (text.empty()) return {JsonTextStatus::Empty, 0};
    if (text.size() > limits.most_bytes) return {JsonTextStatus::TooLarge, limits.most_bytes};
    size_t depth = 0;
    bool in_string = false;
    for (size_t at = 0; at < text.size();) {
        char c = text[at];
        if (c == '\0') return {JsonTextStatus::HoldsNul, at};
        size_t length = sequence_length(text, at);
        if (length == 0) return {JsonTextStatus::NotUtf8, at};
        if (in_string) {
            // The byte behind a backslash cannot end the string; when it is not ASCII the next turn checks
            // it.
            if (c == '\\' && at + 1 < text.size() && byte_at(text, at + 1) - 1 < 0x7F) length = 2;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > limits.most_depth) return {JsonTextStatus::TooDeep, at};
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
        at += length;
    }
    return {};
}

TextPosition text_position(std::string_view text, size_t offset) {
    TextPosition position;
    for (char c : text.substr(0, std::min(offset, text.size()))) {
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++position.column;
        }
    }
    return position;
}

}  // namespace shenbao
