#include "cli/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace shenbao::cli {
namespace {

// "" where the bytes are not in that encoding.
std::string decoded(std::string bytes, const char* encoding) {
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1)) return {};
    std::string text;
    char* in = bytes.data();
    size_t left = bytes.size();
    while (left > 0) {
        std::array<char, 4096> buffer{};
        char* out = buffer.data();
        size_t room = buffer.size();
        const size_t before = left;
        iconv(converter, &in, &left, &out, &room);
        text.append(buffer.data(), buffer.size() - room);
        if (left == before) break;
    }
    iconv_close(converter);
    return left == 0 ? text : std::string();
}

size_t bytes_outside_utf8(std::string_view bytes) {
    size_t bad = 0;
    for (size_t at = 0; at < bytes.size();) {
        const auto byte = [&](size_t place) { return static_cast<unsigned char>(bytes[place]); };
        const size_t length = byte(at) < 0x80    ? 1
                              : byte(at) >= 0xF0 ? 4
                              : byte(at) >= 0xE0 ? 3
                              : byte(at) >= 0xC2 ? 2
                                                 : 0;
        bool good = length > 0 && at + length <= bytes.size();
        for (size_t i = 1; good && i < length; ++i) good = (byte(at + i) & 0xC0U) == 0x80;
        bad += good ? 0 : 1;
        at += good ? length : 1;
    }
    return bad;
}

}  // namespace

std::string in_utf8(std::string bytes) {
    const std::string_view start = bytes;
    std::string text;
    if (start.starts_with("\xFF\xFE"))
        text = decoded(bytes.substr(2), "UTF-16LE");
    else if (start.starts_with("\xFE\xFF"))
        text = decoded(bytes.substr(2), "UTF-16BE");
    else if (start.find('\0') == std::string_view::npos) {
        const auto high = std::count_if(bytes.begin(), bytes.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
        if (bytes_outside_utf8(bytes) * 3 > static_cast<size_t>(high)) text = decoded(bytes, "GB18030");
    }
    return text.empty() ? bytes : text;
}

}  // namespace shenbao::cli
