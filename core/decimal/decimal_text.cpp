// Decimal and text.
#include "core/decimal/decimal.h"
#include "core/decimal/decimal_mpd.h"
#include "core/decimal/parts.h"

namespace shenbao {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string plain(const DecimalParts& parts) {
    char digits[40];
    const int count = write_digits(parts.coefficient, digits);
    std::string text;
    if (parts.negative && parts.coefficient != 0) text += '-';
    if (parts.exponent >= 0) {
        text.append(digits, static_cast<size_t>(count));
        if (parts.coefficient != 0) text.append(static_cast<size_t>(parts.exponent), '0');
        return text;
    }
    const int whole = count + parts.exponent;  // digits before the point
    if (whole > 0) {
        text.append(digits, static_cast<size_t>(whole));
        text += '.';
        text.append(digits + whole, static_cast<size_t>(count - whole));
    } else {
        text += "0.";
        text.append(static_cast<size_t>(-whole), '0');
        text.append(digits, static_cast<size_t>(count));
    }
    return text;
}

}  // namespace

int write_digits(Coefficient coefficient, char (&digits)[40]) {
    char reversed[40];
    int count = 0;
    while (static_cast<uint64_t>(coefficient >> 64) != 0) {
        reversed[count++] = static_cast<char>('0' + static_cast<int>(coefficient % 10));
        coefficient /= 10;
    }
    uint64_t rest = static_cast<uint64_t>(coefficient);
    do {
        reversed[count++] = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    for (int i = 0; i < count; ++i) digits[i] = reversed[count - 1 - i];
    return count;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    DecimalParts parts;
    size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) parts.negative = text[at++] == '-';
    bool any = false, long_text = false, point = false;
    int64_t exponent = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(c)) break;
        any = true;
        if (point) --exponent;
        if (parts.coefficient >= kTen34 / 10) {
            long_text = true;
        } else {
            parts.coefficient = parts.coefficient * 10 + static_cast<unsigned>(c - '0');
        }
    }
    if (!any) return std::nullopt;
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
        ++at;
        bool negative = false;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
        if (at == text.size()) return std::nullopt;
        int64_t written = 0;
        for (; at < text.size(); ++at) {
            if (!is_digit(text[at])) return std::nullopt;
            if (written < 1'000'000) written = written * 10 + (text[at] - '0');
        }
        exponent += negative ? -written : written;
    }
    if (long_text || exponent < kLeastExponent || exponent > kLargestExponent) {
        if (text.size() > 100'000) return std::nullopt;
        return mpd::parse(std::string(text).c_str());
    }
    parts.exponent = static_cast<int>(exponent);
    return parts.pack();
}

std::string Decimal::to_string() const {
    return plain(DecimalParts::of(*this));
}

std::optional<std::string> Decimal::to_fixed(int scale) const {
    const std::optional<Decimal> rounded = round(scale, Rounding::HalfUp);
    if (!rounded || DecimalParts::of(*rounded).exponent != -scale) return std::nullopt;
    return rounded->to_string();
}

}  // namespace shenbao
