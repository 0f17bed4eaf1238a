// Writes JSON text; just what the twin's patches need.
#pragma once

#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

namespace shenbao::web {

inline void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
            out += code;
        } else {
            out += c;
        }
    }
    out += '"';
}

// With at most three decimals.
inline void append_number(std::string& out, double value) {
    const auto thousandths = static_cast<long long>(std::llround(value * 1000));
    if (thousandths < 0) out += '-';
    const unsigned long long whole =
        static_cast<unsigned long long>(thousandths < 0 ? -thousandths : thousandths);
    out += std::to_string(whole / 1000);
    if (whole % 1000 == 0) return;
    std::string digits = std::to_string(1000 + whole % 1000);
    digits[0] = '.';
    while (digits.back() == '0') digits.pop_back();
    out += digits;
}

inline void append_key(std::string& out, std::string_view name) {
    if (out.back() != '{') out += ',';
    append_string(out, name);
    out += ':';
}

inline void append_field(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    append_key(out, name);
    append_string(out, text);
}

inline void append_field(std::string& out, std::string_view name, double value) {
    append_key(out, name);
    append_number(out, value);
}

inline void append_flag(std::string& out, std::string_view name, bool value) {
    if (!value) return;
    append_key(out, name);
    out += '1';
}

}  // namespace shenbao::web
