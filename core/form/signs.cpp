#include "core/form/signs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shenbao {
namespace {

// One code point; a byte that begins none stands for itself.
char32_t code_point_at(std::string_view text, size_t& length) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (length == 1 || length > text.size()) {
        length = 1;
        return first;
    }
    char32_t point = first & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            length = 1;
            return first;
        }
        point = point << 6 | (byte(i) & 0x3FU);
    }
    return point;
}

bool is_hidden(char32_t point) {
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF ||
           point == 0x00AD;
}

bool is_blank(char32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x00A0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000;
}

bool is_dash(char32_t point) {
    return (point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFE58 || point == 0xFE63;
}

constexpr std::array<std::pair<char32_t, char32_t>, 13> kLike = {{{0x2A7E, U'≥'},
                                                                  {0x2267, U'≥'},
                                                                  {0x2A7D, U'≤'},
                                                                  {0x2266, U'≤'},
                                                                  {0xFE6A, U'%'},
                                                                  {0x066A, U'%'},
                                                                  {0xFE62, U'+'},
                                                                  {0xFE64, U'<'},
                                                                  {0xFE65, U'>'},
                                                                  {0xFE66, U'='},
                                                                  {0xFE59, U'('},
                                                                  {0xFE5A, U')'},
                                                                  {0xFFE5, U'¥'}}};

char32_t plain_of(char32_t point) {
    if (point < 0x80) return is_blank(point) ? U' ' : point;
    if (is_blank(point)) return U' ';
    if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFF01 + '!';
    if (is_dash(point)) return U'-';
    const auto* like =
        std::find_if(kLike.begin(), kLike.end(), [&](const auto& pair) { return pair.first == point; });
    return like == kLike.end() ? point : like->second;
}

// A point as it is typed: with a Chinese input method the key writes 。
bool is_point(char32_t plain) {
    return plain == '.' || plain == U'。';
}

bool are_thousands_in_place(std::string_view whole) {
    if (whole.find(',') == std::string_view::npos) return true;
    for (size_t i = 0; i < whole.size(); ++i)
        if ((whole[i] == ',') != (i != 0 && (whole.size() - i) % 4 == 0)) return false;
    return true;
}

}  // namespace

Sign sign_at(std::string_view text) {
    Sign sign;
    const char32_t point = code_point_at(text, sign.length);
    sign.plain = plain_of(point);
    sign.hidden = is_hidden(point);
    return sign;
}

bool is_digit(char32_t plain) {
    return plain >= '0' && plain <= '9';
}

int chinese_digit(char32_t point) {
    constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
    if (point == U'〇') return 0;
    if (point == U'两') return 2;
    const size_t place = kDigits.find(point);
    return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

void SignReader::skip_hidden() {
    while (!m_rest.empty()) {
        const Sign sign = sign_at(m_rest);
        if (!sign.hidden) return;
        m_rest.remove_prefix(sign.length);
    }
}

void SignReader::skip() {
    if (at_end()) return;
    m_rest.remove_prefix(sign_at(m_rest).length);
    skip_hidden();
}

char32_t SignReader::peek_behind() const {
    SignReader behind = *this;
    behind.skip();
    return behind.peek();
}

bool SignReader::take(char32_t plain) {
    if (at_end() || peek() != plain) return false;
    skip();
    return true;
}

bool SignReader::take_word(std::string_view word) {
    if (!m_rest.starts_with(word)) return false;
    m_rest.remove_prefix(word.size());
    skip_hidden();
    return true;
}

void SignReader::skip_blanks() {
    while (peek() == ' ') skip();
}

std::string take_digits(SignReader& reader, size_t most) {
    std::string digits;
    for (; digits.size() < most && is_digit(reader.peek()); reader.skip())
        digits += static_cast<char>(reader.peek());
    return digits;
}

bool take_number(SignReader& reader, std::string& plain) {
    plain.clear();
    if (reader.take('-'))
        plain = "-";
    else
        reader.take('+');
    std::string whole, decimals;
    for (; is_digit(reader.peek()) || reader.peek() == ','; reader.skip()) {
        // A comma that ends a clause is none of a number.
        if (reader.peek() == ',' && !is_digit(reader.peek_behind())) break;
        whole += static_cast<char>(reader.peek());
    }
    if (!are_thousands_in_place(whole)) return false;
    std::erase(whole, ',');
    if (is_point(reader.peek()) && is_digit(reader.peek_behind())) {
        reader.skip();
        decimals = take_digits(reader, std::string::npos);
    } else if (!whole.empty() && reader.peek() == '.' &&
               (reader.peek_behind() == 0 || reader.peek_behind() == '%')) {
        reader.skip();
    }
    if (whole.empty() && decimals.empty()) return false;
    plain += whole.empty() ? "0" : whole;
    if (!decimals.empty()) plain.append(".").append(decimals);
    return true;
}

bool take_chinese_number(SignReader& reader, std::string& plain) {
    constexpr std::array<std::pair<char32_t, int>, 3> kUnits = {{{U'千', 1000}, {U'百', 100}, {U'十', 10}}};
    int total = 0, last_unit = 10000, digit = -1;
    bool any = false;
    for (;; reader.skip()) {
        const char32_t point = reader.peek();
        if (const int found = chinese_digit(point); found >= 0) {
            // Two digits in a row are read out one by one, which is no number of this kind; 零 stands between
            // places.
            if (digit > 0) return false;
            digit = found;
            any = true;
            continue;
        }
        const auto* unit =
            std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& pair) { return pair.first == point; });
        if (unit == kUnits.end()) break;
        if (unit->second >= last_unit || digit == 0) return false;
        total += unit->second * (digit < 0 ? 1 : digit);
        last_unit = unit->second;
        digit = -1;
        any = true;
    }
    if (!any) return false;
    total += std::max(digit, 0);
    plain = std::to_string(total);
    if (reader.peek() != U'点') return true;
    reader.skip();
    plain += '.';
    if (chinese_digit(reader.peek()) < 0) return false;
    for (; chinese_digit(reader.peek()) >= 0; reader.skip())
        plain += static_cast<char>('0' + chinese_digit(reader.peek()));
    return true;
}

std::string without_blanks(std::string_view text) {
    std::string result;
    for (SignReader reader(text); !reader.at_end(); reader.skip())
        if (reader.peek() != ' ') result += reader.rest().substr(0, sign_at(reader.rest()).length);
    return result;
}

}  // namespace shenbao
