#include "core/feel/parsing/lexer.h"

#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// `count` hexadecimal digits at `at`, or -1.
int64_t hex_number(std::string_view text, size_t at, size_t count) {
    if (at + count > text.size()) return -1;
    int64_t value = 0;
    for (size_t i = 0; i < count; ++i) {
        const int digit = hex_digit(text[at + i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

// \uXXXX (a pair of surrogates is one code point) or \UXXXXXX at `at`, which is moved; false when it is
// neither.
bool unicode_escape(std::string_view text, size_t& at, std::string& result) {
    const size_t digits = text[at + 1] == 'U' ? 6 : 4;
    int64_t c = hex_number(text, at + 2, digits);
    if (c < 0 || c > 0x10ffff) return false;
    at += 2 + digits;
    if (c >= 0xd800 && c < 0xdc00 && text.substr(at, 2) == "\\u") {
        const int64_t low = hex_number(text, at + 2, 4);
        if (low >= 0xdc00 && low < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
        }
    }
    append_code_point(result, c >= 0xd800 && c < 0xe000 ? 0xfffd : static_cast<uint32_t>(c));
    return true;
}

}  // namespace

size_t Lexer::skip_blanks_from(size_t position) const {
    while (position < m_source.size()) {
        const std::string_view rest = m_source.substr(position);
        if (rest.substr(0, 2) == "//") {
            const size_t end = rest.find('\n');
            position = end == std::string_view::npos ? m_source.size() : position + end;
        } else if (rest.substr(0, 2) == "/*") {
            const size_t end = rest.find("*/", 2);
            if (end == std::string_view::npos) return position;  // no comment: a syntax error
            position += end + 2;
        } else {
            size_t next = position;
            if (!is_space(next_code_point(m_source, next))) return position;
            position = next;
        }
    }
    return position;
}

bool Lexer::take(std::string_view sign) {
    if (!next_is(sign)) return false;
    m_end_of_last = m_position + sign.size();
    move_to(m_end_of_last);
    return true;
}

std::string_view Lexer::word_at(size_t position) const {
    size_t at = position;
    if (at >= m_source.size() || !is_name_start(next_code_point(m_source, at))) return {};
    size_t end = at;
    while (at < m_source.size() && is_name_part(next_code_point(m_source, at))) end = at;
    return m_source.substr(position, end - position);
}

bool Lexer::take_word(std::string_view expected) {
    if (word() != expected) return false;
    m_end_of_last = m_position + expected.size();
    move_to(m_end_of_last);
    return true;
}

std::optional<std::string> Lexer::take_string() {
    std::string result;
    size_t at = m_position + 1;
    while (at < m_source.size()) {
        const char c = m_source[at];
        if (c == '"') {
            m_end_of_last = at + 1;
            move_to(at + 1);
            return result;
        }
        if (c != '\\' || at + 1 >= m_source.size()) {
            result += c;
            ++at;
            continue;
        }
        const char escaped = m_source[at + 1];
        if ((escaped == 'u' || escaped == 'U') && unicode_escape(m_source, at, result)) continue;
        switch (escaped) {
            case 'n':
                result += '\n';
                break;
            case 'r':
                result += '\r';
                break;
            case 't':
                result += '\t';
                break;
            case '"':
                result += '"';
                break;
            case '\'':
                result += '\'';
                break;
            case '\\':
                result += '\\';
                break;
            default:
                result += '\\';
                result += escaped;
                break;  // as in the patterns of regular expressions
        }
        at += 2;
    }
    return std::nullopt;
}

std::string_view Lexer::take_number() {
    size_t at = m_position;
    const auto digits = [&] {
        const size_t start = at;
        while (at < m_source.size() && is_digit(m_source[at])) ++at;
        return at > start;
    };
    bool any = digits();
    if (at + 1 < m_source.size() && m_source[at] == '.' && is_digit(m_source[at + 1])) {
        ++at;
        any = digits();
    }
    if (!any) return {};
    if (at < m_source.size() && (m_source[at] == 'e' || m_source[at] == 'E')) {
        const size_t before = at++;
        if (at < m_source.size() && (m_source[at] == '+' || m_source[at] == '-')) ++at;
        if (!digits()) at = before;
    }
    const std::string_view number = m_source.substr(m_position, at - m_position);
    m_end_of_last = at;
    move_to(at);
    return number;
}

}  // namespace shenbao::feel
