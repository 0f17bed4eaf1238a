#include "core/form/value.h"

#include <algorithm>
#include <array>

namespace shenbao {
namespace {

constexpr std::array<std::string_view, 8> kBlanks = {" ",      "\t",     "\n",     "\r",
                                                     "\u00a0", "\u3000", "\ufeff", "\u200b"};

// Only these bytes begin one of kBlanks; nearly every character is told apart by its first byte.
bool may_begin_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\xC2' || c == '\xE2' || c == '\xE3' ||
           c == '\xEF';
}

// The length of the blank at the start of the text, or 0.
size_t leading_blank(std::string_view text) {
    if (text.empty() || !may_begin_blank(text.front())) return 0;
    for (auto blank : kBlanks)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

size_t trailing_blank(std::string_view text) {
    if (text.empty() || (text.back() > ' ' && text.back() <= '~')) return 0;
    for (auto blank : kBlanks)
        if (text.ends_with(blank)) return blank.size();
    return 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string without_blanks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const size_t blank = leading_blank(text);
        if (blank == 0) result += text.front();
        text.remove_prefix(blank == 0 ? 1 : blank);
    }
    return result;
}

// Takes "1,424.50" apart. False when it is no plain decimal or its separators stand elsewhere than every
// three.
bool strip_thousands(std::string_view text, std::string& plain) {
    plain.clear();
    size_t start = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    if (start == 1 && text[0] == '-') plain += '-';
    size_t point = std::min(text.find('.'), text.size());
    std::string_view whole = text.substr(start, point - start);
    if (whole.find(',') != std::string_view::npos) {
        for (size_t i = 0; i < whole.size(); ++i) {
            bool separator_place = (whole.size() - i) % 4 == 0 && i != 0;
            if ((whole[i] == ',') != separator_place) return false;
        }
    }
    for (char c : whole)
        if (c != ',') plain += c;
    std::string_view digits = std::string_view(plain).substr(plain.starts_with('-') ? 1 : 0);
    if (!all_digits(digits)) return false;
    if (point < text.size()) {
        if (!all_digits(text.substr(point + 1))) return false;
        plain += text.substr(point);
    }
    return true;
}

bool within_amount_limits(std::string_view plain) {
    size_t start = plain.starts_with('-') ? 1 : 0;
    size_t point = std::min(plain.find('.'), plain.size());
    size_t decimals = point < plain.size() ? plain.size() - point - 1 : 0;
    return point - start <= 20 && decimals <= 6;
}

void note_normalized(ValueReading& reading, std::string_view raw, std::string written) {
    if (written != trim_blanks(raw)) reading.normalized = std::move(written);
}

void read_amount(ValueReading& reading, std::string_view raw) {
    std::string half = to_half_width(without_blanks(raw));
    std::string plain;
    if (!strip_thousands(half, plain) || !within_amount_limits(plain)) {
        reading.invalid = true;
        return;
    }
    reading.number = Decimal::parse(plain);
    reading.invalid = !reading.number;
    if (reading.number) note_normalized(reading, raw, plain);
}

void read_percent(ValueReading& reading, std::string_view raw) {
    std::string half = to_half_width(without_blanks(raw));
    std::string_view digits = half;
    bool sign = digits.ends_with('%');
    if (sign) digits.remove_suffix(1);
    std::string plain;
    if (!strip_thousands(digits, plain)) {
        reading.invalid = true;
        return;
    }
    reading.number = Decimal::parse(plain);
    reading.invalid = !reading.number;
    if (reading.number) note_normalized(reading, raw, plain + "%");
}

void read_year(ValueReading& reading, std::string_view raw) {
    std::string half = to_half_width(without_blanks(raw));
    if (half.ends_with("年")) half.resize(half.size() - std::string_view("年").size());
    if (all_digits(half) && half.size() == 2) half = "20" + half;
    if (!all_digits(half) || half.size() != 4) {
        reading.invalid = true;
        return;
    }
    reading.number = Decimal::parse(half);
}

bool take_number(std::string_view& text, size_t most_digits, int& number) {
    size_t length = 0;
    number = 0;
    while (length < text.size() && length < most_digits && is_digit(text[length]))
        number = number * 10 + (text[length++] - '0');
    text.remove_prefix(length);
    return length > 0;
}

bool take_separator(std::string_view& text, std::string_view word) {
    if (text.starts_with(word)) {
        text.remove_prefix(word.size());
        return true;
    }
    if (text.empty() || std::string_view("-/.").find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

void read_date(ValueReading& reading, std::string_view raw) {
    std::string half = to_half_width(without_blanks(raw));
    std::string_view rest = half;
    CalendarDay day;
    bool compact = all_digits(rest) && rest.size() == 8;
    bool ok = take_number(rest, 4, day.year) && (compact || take_separator(rest, "年")) &&
              take_number(rest, 2, day.month) && (compact || take_separator(rest, "月")) &&
              take_number(rest, 2, day.day);
    if (rest.starts_with("日")) rest.remove_prefix(std::string_view("日").size());
    if (!ok || !rest.empty() || day.year < 1900 || day.day < 1 ||
        day.day > days_in_month(day.year, day.month)) {
        reading.invalid = true;
        return;
    }
    reading.day = day;
    note_normalized(reading, raw, date_text(day));
}

struct Spelling {
    std::string_view written, comparator;
};
// Longer spellings first: 大于等于 before 大于.
constexpr std::array<Spelling, 27> kComparators = {{
    {"大于等于", "≥"}, {"大于或等于", "≥"}, {"不低于", "≥"},     {"不少于", "≥"}, {"不小于", "≥"},
    {"至少", "≥"},     {"小于等于", "≤"},   {"小于或等于", "≤"}, {"不超过", "≤"}, {"不高于", "≤"},
    {"不大于", "≤"},   {"不多于", "≤"},     {"至多", "≤"},       {"等于", "="},   {"大于", ">"},
    {"小于", "<"},     {">=", "≥"},         {"=>", "≥"},         {"<=", "≤"},     {"=<", "≤"},
    {"≥", "≥"},        {"≧", "≥"},          {"≤", "≤"},          {"≦", "≤"},      {"=", "="},
    {">", ">"},        {"<", "<"},
}};

void read_indicator(ValueReading& reading, std::string_view raw) {
    std::string_view trimmed = trim_blanks(raw);
    std::string half = to_half_width(without_blanks(raw));
    if (half == "无") {
        reading.kind = IndicatorKind::None;
        return;
    }
    if (half == "按实际情况" || half == "按实际" || half == "按实际情况填报") {
        reading.kind = IndicatorKind::AsActual;
        return;
    }
    reading.kind = IndicatorKind::Word;
    std::string_view rest = half;
    std::string_view comparator;
    for (const auto& spelling : kComparators) {
        if (!rest.starts_with(spelling.written)) continue;
        comparator = spelling.comparator;
        rest.remove_prefix(spelling.written.size());
        break;
    }
    size_t length = !rest.empty() && (rest[0] == '-' || rest[0] == '+') ? 1 : 0;
    while (length < rest.size() && (is_digit(rest[length]) || rest[length] == '.' || rest[length] == ','))
        ++length;
    std::string plain;
    if (length == 0 || !strip_thousands(rest.substr(0, length), plain)) return;
    std::string_view unit = rest.substr(length);
    // More digits behind the unit ("90%-95%", "3个2次") make it a phrase, not one number.
    if (std::any_of(unit.begin(), unit.end(), is_digit)) return;
    auto number = Decimal::parse(plain);
    if (!number) return;
    reading.number = number;
    reading.comparator = comparator;
    reading.kind = unit == "%" ? IndicatorKind::Percent : IndicatorKind::Number;
    std::string written = std::string(comparator) + plain + std::string(unit);
    if (written != trimmed) reading.normalized = std::move(written);
}

void read_phone(ValueReading& reading, std::string_view raw) {
    std::string written;
    std::string half = to_half_width(trim_blanks(raw));
    std::string_view rest = half;
    while (!rest.empty()) {
        const size_t blank = leading_blank(rest);
        std::string_view long_dash = "—";
        if (rest.starts_with(long_dash)) {
            if (!written.ends_with('-')) written += '-';
            rest.remove_prefix(long_dash.size());
        } else if (blank != 0) {
            rest.remove_prefix(blank);
        } else {
            written += rest.front();
            rest.remove_prefix(1);
        }
    }
    note_normalized(reading, raw, written);
}

}  // namespace

std::string date_text(CalendarDay day) {
    return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" + std::to_string(day.day) +
           "日";
}

std::string_view trim_blanks(std::string_view text) {
    while (size_t length = leading_blank(text)) text.remove_prefix(length);
    while (size_t length = trailing_blank(text)) text.remove_suffix(length);
    return text;
}

bool is_blank_text(std::string_view text) {
    text = trim_blanks(text);
    return text.empty() || text == "/" || text == "*" || text == "／" || text == "＊";
}

std::string to_half_width(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        // U+FF01–U+FF5E (EF BC 81 – EF BD 9E) mirror ASCII 0x21–0x7E.
        if (i + 2 < text.size() && text[i] == '\xEF' && (text[i + 1] == '\xBC' || text[i + 1] == '\xBD')) {
            unsigned low = static_cast<unsigned char>(text[i + 2]);
            unsigned code = text[i + 1] == '\xBC' ? low - 0x80 + 0x20 : low - 0x80 + 0x60;
            if (low >= 0x80 && code > 0x20 && code < 0x7F) {
                result += static_cast<char>(code);
                i += 2;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

ValueReading read_value(ValueType type, std::string_view raw, const PickList* list) {
    ValueReading reading;
    if (is_blank_text(raw)) return reading;
    reading.blank = false;
    switch (type) {
        case ValueType::Amount:
            read_amount(reading, raw);
            break;
        case ValueType::Percent:
            read_percent(reading, raw);
            break;
        case ValueType::Year:
            read_year(reading, raw);
            break;
        case ValueType::Date:
            read_date(reading, raw);
            break;
        case ValueType::Indicator:
            read_indicator(reading, raw);
            break;
        case ValueType::Phone:
            read_phone(reading, raw);
            break;
        case ValueType::Choice: {
            std::string text = without_blanks(raw);
            reading.invalid =
                list && std::find(list->options.begin(), list->options.end(), text) == list->options.end();
            if (!reading.invalid) note_normalized(reading, raw, text);
            break;
        }
        case ValueType::Text:
        case ValueType::LongText:
            break;
    }
    return reading;
}

}  // namespace shenbao
