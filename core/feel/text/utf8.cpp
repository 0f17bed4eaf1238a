#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

// Length of the valid sequence at `at`, or 0.
size_t sequence(std::string_view text, size_t at, uint32_t& code_point) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        code_point = lead;
        return 1;
    }
    const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > text.size()) return 0;
    code_point = lead & (0xffu >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) return 0;
        code_point = code_point << 6 | (byte(at + i) & 0x3fu);
    }
    constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code_point < kLeast[length] || code_point > 0x10ffff || (code_point >= 0xd800 && code_point < 0xe000))
        return 0;
    return length;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    uint32_t code_point = 0;
    for (size_t at = 0; at < text.size();) {
        const size_t length = sequence(text, at, code_point);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    std::string repaired;
    uint32_t code_point = 0;
    for (size_t at = 0; at < text.size();) {
        const size_t length = sequence(text, at, code_point);
        append_code_point(repaired, length == 0 ? 0xfffd : code_point);
        at += length == 0 ? 1 : length;
    }
    return repaired;
}

uint32_t next_code_point(std::string_view text, size_t& at) {
    uint32_t code_point = 0;
    const size_t length = sequence(text, at, code_point);
    at += length == 0 ? 1 : length;
    return length == 0 ? 0xfffd : code_point;
}

void append_code_point(std::string& text, uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    }
}

size_t byte_offset(std::string_view text, size_t code_point) {
    size_t at = 0;
    while (at < text.size() && code_point > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
        --code_point;
    }
    return at;
}

}  // namespace shenbao::feel
