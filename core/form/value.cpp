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
    const auto part = [&](size_t most, int& number) {
        const std::string digits = take_digits(reader, most);
        for (const char c : digits) number = number * 10 + (c - '0');
        return !digits.empty();
    };
    const bool good = part(4, day.year) && (compact || take_separator(reader, U'年')) && part(2, day.month) &&
                      (compact || take_separator(reader, U'月')) && part(2, day.day);
    reader.skip_blanks();
    if (!reader.take(U'日')) reader.take(U'号');
    if (reader.peek_behind() != 0) skip_time(reader);
    reading.invalid = !good || !reader.at_end() || day.year < 1900 || day.day < 1 ||
                      day.day > days_in_month(day.year, day.month);
    if (reading.invalid) return;
    reading.day = day;
    note_normalized(reading, raw, date_text(day));
}

// +86 0711-…, (0711)…, ０７１１—…: as 0711-….
void read_phone(ValueReading& reading, std::string_view raw) {
    SignReader reader(trim_blanks(raw));
    if (!reader.take_word("+86")) reader.take_word("0086");
    reader.skip_blanks();
    if (reader.peek() == '-') reader.skip();
    std::string written;
    const bool bracket = reader.take('(');
    for (; !reader.at_end(); reader.skip()) {
        const char32_t sign = reader.peek();
        if (sign == ' ') continue;
        if (sign == '-' || (sign == ')' && bracket)) {
            if (!written.ends_with('-')) written += '-';
        } else if (sign < 0x80) {
            written += static_cast<char>(sign);
        } else {
            written += reader.rest().substr(0, sign_at(reader.rest()).length);
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
