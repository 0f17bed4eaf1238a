#include "core/formats/text/utf8.h"

namespace shenbao {

Utf8Step utf8_at(std::string_view text, size_t at) {
    const auto byte = [&](size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    const int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {};
    char32_t code_point = lead & (0x7FU >> size);
    for (int i = 1; i < size; ++i) {
        const unsigned next = byte(static_cast<size_t>(i));
        if ((next & 0xC0U) != 0x80U) return {};
        code_point = code_point << 6 | (next & 0x3FU);
    }
    const bool overlong = code_point < (size == 2 ? 0x80U : size == 3 ? 0x800U : 0x10000U);
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (overlong || surrogate || code_point > 0x10FFFF) return {};
    return {code_point, size};
}

size_t first_invalid_utf8(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_at(text, at);
        if (step.size == 0) return at;
        at += static_cast<size_t>(step.size);
    }
    return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0 | code_point >> 6), add(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        add(0xE0 | code_point >> 12), add(0x80 | (code_point >> 6 & 0x3F)), add(0x80 | (code_point & 0x3F));
    } else {
        add(0xF0 | code_point >> 18), add(0x80 | (code_point >> 12 & 0x3F));
        add(0x80 | (code_point >> 6 & 0x3F)), add(0x80 | (code_point & 0x3F));
    }
}

std::string valid_utf8(std::string_view text) {
    std::string result;
    for (size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_at(text, at);
        if (step.size == 0) {
            result += "\xEF\xBF\xBD";
            ++at;
        } else {
            result += text.substr(at, static_cast<size_t>(step.size));
            at += static_cast<size_t>(step.size);
        }
    }
    return result;
}

}  // namespace shenbao
