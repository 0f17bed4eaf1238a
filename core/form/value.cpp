#include "core/form/value.h"

#include <algorithm>
#include <array>

#include "core/form/indicator_value.h"
#include "core/form/signs.h"

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

bool within_amount_limits(std::string_view plain) {
    size_t start = plain.starts_with('-') ? 1 : 0;
    size_t point = std::min(plain.find('.'), plain.size());
    size_t decimals = point < plain.size() ? plain.size() - point - 1 : 0;
    return point - start <= 20 && decimals <= 6;
}

void note_normalized(ValueReading& reading, std::string_view raw, std::string written) {
    if (written != trim_blanks(raw)) reading.normalized = std::move(written);
}

// As accounting formats write it: ¥1,424.00, (1,424.00), 1,424.00-, and a dash alone for 0.
bool take_amount(SignReader& reader, std::string& plain) {
    const auto take = [&](char32_t sign) {
        const bool taken = reader.take(sign);
        reader.skip_blanks();
        return taken;
    };
    const bool bracket = take('(');
    bool minus = take('-');
    if (take(U'¥') && !minus) minus = take('-');
    if (minus && !bracket && reader.at_end()) {
        plain = "0";
        return true;
    }
    const bool signed_twice = (minus || bracket) && (reader.peek() == '-' || reader.peek() == '+');
    if (signed_twice || (minus && bracket) || !take_number(reader, plain)) return false;
    reader.skip_blanks();
    if (bracket) minus = true;
    if (bracket && !take(')')) return false;
    if (!bracket && !minus && !plain.starts_with('-')) minus = take('-');
    if (minus) plain.insert(0, "-");
    return reader.at_end();
}

void read_amount(ValueReading& reading, std::string_view raw) {
    SignReader reader(trim_blanks(raw));
    std::string plain;
    reading.invalid = !take_amount(reader, plain) || !within_amount_limits(plain);
    if (reading.invalid) return;
    reading.number = Decimal::parse(plain);
    reading.invalid = !reading.number;
    if (reading.number) note_normalized(reading, raw, plain);
}

void read_percent(ValueReading& reading, std::string_view raw) {
    SignReader reader(trim_blanks(raw));
    std::string plain;
    const bool good = take_share(reader, plain) == Share::Percent || !plain.empty();
    reader.skip_blanks();
    if (good && reader.at_end()) reading.number = Decimal::parse(plain);
    reading.invalid = !reading.number;
    if (reading.number) note_normalized(reading, raw, plain + "%");
}

// 二〇二六 as 2026.
std::string take_chinese_digits(SignReader& reader) {
    std::string digits;
    for (; chinese_digit(reader.peek()) >= 0; reader.skip())
        digits += static_cast<char>('0' + chinese_digit(reader.peek()));
    return digits;
}

void read_year(ValueReading& reading, std::string_view raw) {
    SignReader reader(trim_blanks(raw));
    std::string digits = take_digits(reader, 5);
    if (digits.size() == 2) digits.insert(0, "20");
    if (digits.empty()) digits = take_chinese_digits(reader);
    reader.skip_blanks();
    if (!reader.take_word("年度")) reader.take_word("年");
    reader.skip_blanks();
    reading.invalid = digits.size() != 4 || !reader.at_end();
    if (reading.invalid) return;
    reading.number = Decimal::parse(digits);
    note_normalized(reading, raw, digits);
}

// A word or a sign between the parts of a date, or blanks alone.
bool take_separator(SignReader& reader, char32_t word) {
    const bool blank = reader.peek() == ' ';
    reader.skip_blanks();
    bool taken = false;
    for (const char32_t sign : {word, U'-', U'/', U'.', U'。', U'、'})
        if (!taken && reader.peek() == sign) {
            reader.skip();
            taken = true;
        }
    reader.skip_blanks();
    return taken || blank;
}

// 00:00:00, as a spreadsheet puts it behind a day.
void skip_time(SignReader& reader) {
    if (!reader.take('T')) reader.skip_blanks();
    while (is_digit(reader.peek()) || reader.peek() == ':' || reader.peek() == '.') reader.skip();
}

void read_date(ValueReading& reading, std::string_view raw) {
    SignReader reader(trim_blanks(raw));
    CalendarDay day;
    SignReader ahead = reader;
    const bool compact = take_digits(ahead, 9).size() == 8;
    bool short_year = false;
    const auto part = [&](size_t most, int& number) {
        std::string digits = take_digits(reader, most);
        short_year = short_year || (most == 4 && digits.size() == 2 && digits >= "20" && digits < "50");
        if (most == 4 && short_year) digits.insert(0, "20");
        for (const char c : digits) number = number * 10 + (c - '0');
        return !digits.empty();
    };
    const bool good = part(4, day.year) && (compact || take_separator(reader, U'年')) && part(2, day.month) &&
                      (compact || take_separator(reader, U'月')) && part(2, day.day);
    reader.skip_blanks();
    if (!reader.take(U'日')) reader.take(U'号');
    if (!short_year && reader.peek_behind() != 0) skip_time(reader);  // 31.12.2025 is another order
    reading.invalid = !good || !reader.at_end() || day.year < 1900 || day.day < 1 ||
                      day.day > days_in_month(day.year, day.month);
    if (reading.invalid) return;
    reading.day = day;
    note_normalized(reading, raw, date_text(day));
}

bool has_digits(std::string_view text, size_t least, size_t most) {
    return text.size() >= least && text.size() <= most &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A mobile number, or one of 7 or 8 digits with or without area code, perhaps with an extension.
bool is_phone(std::string_view text) {
    constexpr std::string_view kExtension = "转";
    if (const size_t at = text.find(kExtension); at != std::string_view::npos) {
        if (!has_digits(text.substr(at + kExtension.size()), 1, 6)) return false;
        text = text.substr(0, at);
    }
    if (text.starts_with('1')) return has_digits(text, 11, 11);
    if (has_digits(text, 7, 8)) return true;
    if (!text.starts_with('0')) return false;
    if (const size_t dash = text.find('-'); dash != std::string_view::npos)
        return has_digits(text.substr(0, dash), 3, 4) && has_digits(text.substr(dash + 1), 7, 8);
    return has_digits(text, 10, 12);
}

// One number: +86 0711-…, (0711)…, ０７１１—…, 138-0013-8000, 027-60886688-801. "" if it is none.
std::string tidy_phone(std::string_view text) {
    SignReader reader(text);
    if (!reader.take_word("+86")) reader.take_word("0086");
    std::string number, extension;
    size_t digits = 0;  // of the subscriber's number, the area code aside
    bool extends = false, breaks = false;
    for (; !reader.at_end(); reader.skip()) {
        const char32_t sign = reader.peek();
        if (sign == '-' || sign == '(' || sign == ')') {
            breaks = !number.empty();
        } else if (is_digit(sign)) {
            const size_t whole = number.starts_with('1') ? 11 : 7;
            if (breaks && number.starts_with('0') && digits <= 4 && digits == number.size()) {
                number += '-';
                digits = 0;
            } else if (breaks && digits >= whole) {
                extends = true;
            }
            breaks = false;
            (extends ? extension : number) += static_cast<char>(sign);
            if (!extends) ++digits;
        } else if (sign == U'转' || sign == U'分' || sign == U'机') {
            extends = true;
        } else if (sign != ' ') {
            return {};
        }
    }
    if (extends && extension.empty()) return {};
    if (extends) number.append("转").append(extension);
    return is_phone(number) ? number : std::string();
}

// The numbers between such signs, tidied; "" if one of them is none.
std::string tidy_phones(std::string_view text, std::u32string_view separators) {
    std::string all;
    while (!text.empty()) {
        SignReader reader(text);
        while (!reader.at_end() && separators.find(reader.peek()) == std::u32string_view::npos) reader.skip();
        const std::string one = tidy_phone(text.substr(0, text.size() - reader.rest().size()));
        if (one.empty()) return {};
        if (!all.empty()) all += "、";
        all += one;
        while (!reader.at_end() && separators.find(reader.peek()) != std::u32string_view::npos) reader.skip();
        text = reader.rest();
    }
    return all;
}

void read_phone(ValueReading& reading, std::string_view raw) {
    std::string written = tidy_phones(trim_blanks(raw), U"、,;/或和");
    if (written.empty()) written = tidy_phones(trim_blanks(raw), U"、,;/或和 ");
    if (!written.empty()) note_normalized(reading, raw, written);
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
            reading = read_indicator(raw);
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
