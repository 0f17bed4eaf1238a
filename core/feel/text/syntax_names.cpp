#include "core/feel/text/syntax_names.h"

#include <iterator>

#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

struct Interval {
    uint32_t first, last;
};

// Production rule 28 of DMN 1.5, with the supplementary planes, but without the punctuation of Chinese and
// its full-width forms: whoever types ， （ or ＞ means a sign, and a name that holds it is never meant.
constexpr Interval kNameStart[] = {
    {'?', '?'},       {'A', 'Z'},         {'_', '_'},       {'a', 'z'},       {0xc0, 0xd6},
    {0xd8, 0xf6},     {0xf8, 0x2ff},      {0x370, 0x37d},   {0x37f, 0x1fff},  {0x200c, 0x200d},
    {0x2070, 0x218f}, {0x2c00, 0x2fef},   {0x3005, 0x3007}, {0x3021, 0xd7ff}, {0xf900, 0xfdcf},
    {0xfdf0, 0xfefe}, {0xff10, 0xff19},   {0xff21, 0xff3a}, {0xff3f, 0xff3f}, {0xff41, 0xff5a},
    {0xff66, 0xffdc}, {0x10000, 0xeffff},
};

bool contains(const Interval* begin, const Interval* end, uint32_t code_point) {
    for (; begin != end; ++begin) {
        if (code_point >= begin->first && code_point <= begin->last) return true;
    }
    return false;
}

}  // namespace

bool is_space(uint32_t c) {
    return (c >= 0x09 && c <= 0x0d) || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 || c == 0x180e ||
           (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x3000 || c == 0xfeff;
}

bool is_name_start(uint32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?';
    return contains(std::begin(kNameStart), std::end(kNameStart), c) && !is_space(c);
}

bool is_name_part(uint32_t c) {
    return is_name_start(c) || (c >= '0' && c <= '9') || c == 0xb7 || (c >= 0x300 && c <= 0x36f) ||
           c == 0x203f || c == 0x2040;
}

bool is_keyword(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "and",  "or",    "in",      "then", "else",  "return", "satisfies", "if",       "for",
        "some", "every", "between", "true", "false", "null",   "function",  "instance", "external"};
    for (const std::string_view keyword : kWords) {
        if (word == keyword) return true;
    }
    return false;
}

bool is_name_symbol(char c) {
    return c == '.' || c == '/' || c == '-' || c == '\'' || c == '+' || c == '*';
}

// The next piece of a name at `at` (a run of name parts, or one sign), which is moved behind it; empty if
// none.
std::string_view name_piece(std::string_view source, size_t& at) {
    const size_t start = at;
    while (at < source.size()) {
        size_t next = at;
        if (!is_name_part(next_code_point(source, next))) break;
        at = next;
    }
    if (at == start && at < source.size() && is_name_symbol(source[at])) ++at;
    return source.substr(start, at - start);
}

bool is_plain_name(std::string_view text) {
    if (text.empty() || text == "?" || is_keyword(text)) return false;
    size_t at = 0;
    if (!is_name_start(next_code_point(text, at))) return false;
    while (at < text.size()) {
        if (!is_name_part(next_code_point(text, at))) return false;
    }
    return true;
}

std::string normalize_name(std::string_view name) {
    std::string normal;
    bool gap = false, after_word = false;
    for (size_t at = 0; at < name.size();) {
        const size_t start = at;
        const uint32_t c = next_code_point(name, at);
        if (is_space(c)) {
            gap = true;
            continue;
        }
        const bool word = is_name_part(c);
        if (gap && word && after_word) normal += ' ';
        normal += name.substr(start, at - start);
        gap = false;
        after_word = word;
    }
    return normal;
}

bool is_same_name(std::string_view name, std::string_view normalized) {
    if (name == normalized) return true;
    for (const char c : name) {
        // Blanks and signs are ASCII, or begin with one of the bytes that blanks beyond ASCII begin with.
        const unsigned char byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0xc2 || byte == 0xe1 || byte == 0xe2 || byte == 0xe3 || byte == 0xef) {
            return normalize_name(name) == normalized;
        }
    }
    return false;
}

}  // namespace shenbao::feel
