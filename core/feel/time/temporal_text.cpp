// Dates, times and durations as text.
#include "core/feel/time/temporal.h"

namespace shenbao::feel {
namespace {

constexpr int64_t kSecond = 1'000'000'000;

class Reader {
  public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool at_end() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool take(char c) {
        if (peek() != c || m_rest.empty()) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    // Between `least` and `most` digits, as many as there are; -1 otherwise.
    int64_t digits(size_t least, size_t most) {
        int64_t value = 0;
        size_t count = 0;
        while (count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9') {
            if (count == most) return -1;
            value = value * 10 + (m_rest[count++] - '0');
        }
        if (count < least) return -1;
        m_digits = count;
        m_rest.remove_prefix(count);
        return value;
    }
    // The digits of a fraction as nanoseconds; those beyond the ninth are cut.
    int64_t fraction(bool may_be_empty) {
        int64_t value = 0, weight = kSecond / 10;
        size_t count = 0;
        for (; count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9'; ++count) {
            value += (m_rest[count] - '0') * weight;
            weight /= 10;
        }
        m_rest.remove_prefix(count);
        return count == 0 && !may_be_empty ? -1 : value;
    }
    size_t digit_count() const { return m_digits; }
    std::string_view rest() const { return m_rest; }

  private:
    std::string_view m_rest;
    size_t m_digits = 0;
};

std::optional<Zone> read_zone(Reader& reader) {
    Zone zone;
    if (reader.at_end()) return zone;
    if (reader.take('@')) {
        const std::optional<uint16_t> name = find_zone(reader.rest());
        if (!name) return std::nullopt;
        zone.kind = Zone::Kind::Named;
        zone.name = *name;
        return zone;
    }
    zone.kind = Zone::Kind::Offset;
    // XML Schema has Z; the specification's own examples write z.
    if (reader.take('Z') || reader.take('z'))
        return reader.at_end() ? std::optional<Zone>(zone) : std::nullopt;
    const bool negative = reader.peek() == '-';
    if (!reader.take('+') && !reader.take('-')) return std::nullopt;
    const int64_t hours = reader.digits(2, 2);
    if (!reader.take(':')) return std::nullopt;
    const int64_t minutes = reader.digits(2, 2);
    int64_t seconds = 0;
    if (reader.take(':')) seconds = reader.digits(2, 2);
    if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || !reader.at_end())
        return std::nullopt;
    const int64_t total = hours * 3600 + minutes * 60 + seconds;
    if (total > kMaxOffset) return std::nullopt;
    zone.offset_seconds = static_cast<int32_t>(negative ? -total : total);
    return zone;
}

// hh:mm:ss[.fraction][zone]; 24:00:00 gives `nanoseconds` of a whole day.
std::optional<Time> read_time(Reader& reader) {
    const int64_t hour = reader.digits(2, 2);
    if (hour < 0 || !reader.take(':')) return std::nullopt;
    const int64_t minute = reader.digits(2, 2);
    if (minute < 0 || !reader.take(':')) return std::nullopt;
    const int64_t second = reader.digits(2, 2);
    int64_t nanoseconds = 0;
    if (second >= 0 && reader.take('.')) nanoseconds = reader.fraction(false);
    if (second < 0 || nanoseconds < 0 || hour > 24 || minute > 59 || second > 59) return std::nullopt;
    if (hour == 24 && (minute != 0 || second != 0 || nanoseconds != 0)) return std::nullopt;
    const std::optional<Zone> zone = read_zone(reader);
    if (!zone) return std::nullopt;
    return Time{((hour * 60 + minute) * 60 + second) * kSecond + nanoseconds, *zone};
}

std::optional<Date> read_date(Reader& reader) {
    const bool negative = reader.take('-');
    const bool leading_zero = reader.peek() == '0';
    const int64_t year = reader.digits(4, 9);
    if (year < 0 || (leading_zero && reader.digit_count() > 4) || !reader.take('-')) return std::nullopt;
    const int64_t month = reader.digits(2, 2);
    if (month < 1 || month > 12 || !reader.take('-')) return std::nullopt;
    const int64_t day = reader.digits(2, 2);
    if (day < 1 || day > 31) return std::nullopt;
    const Date date{static_cast<int32_t>(negative ? -year : year), static_cast<uint8_t>(month),
                    static_cast<uint8_t>(day)};
    return is_valid(date) ? std::optional<Date>(date) : std::nullopt;
}

void append_number(std::string& text, int64_t number, size_t width) {
    const std::string digits = std::to_string(number);
    if (digits.size() < width) text.append(width - digits.size(), '0');
    text += digits;
}

void append_fraction(std::string& text, int64_t nanoseconds) {
    if (nanoseconds == 0) return;
    text += '.';
    append_number(text, nanoseconds, 9);
    while (text.back() == '0') text.pop_back();
}

void append_zone(std::string& text, const Zone& zone) {
    if (zone.kind == Zone::Kind::Local) return;
    if (zone.kind == Zone::Kind::Named) {
        text += '@';
        text += zone_name(zone.name);
        return;
    }
    if (zone.offset_seconds == 0) {
        text += 'Z';
        return;
    }
    const int32_t offset = zone.offset_seconds < 0 ? -zone.offset_seconds : zone.offset_seconds;
    text += zone.offset_seconds < 0 ? '-' : '+';
    append_number(text, offset / 3600, 2);
    text += ':';
    append_number(text, offset / 60 % 60, 2);
    if (offset % 60 != 0) {
        text += ':';
        append_number(text, offset % 60, 2);
    }
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    Reader reader(text);
    const std::optional<Date> date = read_date(reader);
    return reader.at_end() ? date : std::nullopt;
}

std::optional<Time> parse_time(std::string_view text) {
    Reader reader(text);
    std::optional<Time> time = read_time(reader);
    if (time && time->nanoseconds == 86'400 * kSecond) time->nanoseconds = 0;
    return time;
}

std::optional<DateTime> parse_date_time(std::string_view text) {
    Reader reader(text);
    const std::optional<Date> date = read_date(reader);
    if (!date || !reader.take('T')) return std::nullopt;
    const std::optional<Time> time = read_time(reader);
    if (!time) return std::nullopt;
    DateTime moment{*date, *time};
    if (moment.time.nanoseconds == 86'400 * kSecond) {
        const std::optional<Date> next = date_from_days(days_since_epoch(*date) + 1);
        if (!next) return std::nullopt;
        moment.date = *next;
        moment.time.nanoseconds = 0;
    }
    return moment;
}

std::optional<YearsMonthsDuration> parse_years_months(std::string_view text) {
    Reader reader(text);
    const bool negative = reader.take('-');
    if (!reader.take('P')) return std::nullopt;
    int64_t months = 0;
    bool any = false;
    int64_t number = reader.digits(1, 15);
    if (number >= 0 && reader.take('Y')) {
        months = number * 12;
        any = true;
        number = reader.at_end() ? -1 : reader.digits(1, 15);
        if (number < 0 && !reader.at_end()) return std::nullopt;
    }
    if (number >= 0) {
        if (!reader.take('M')) return std::nullopt;
        months += number;
        any = true;
    }
    if (!any || !reader.at_end()) return std::nullopt;
    return YearsMonthsDuration{negative ? -months : months};
}

std::optional<DaysTimeDuration> parse_days_time(std::string_view text) {
    Reader reader(text);
    const bool negative = reader.take('-');
    if (!reader.take('P')) return std::nullopt;
    int64_t seconds = 0, nanoseconds = 0;
    bool any = false;
    if (reader.peek() != 'T') {
        const int64_t days = reader.digits(1, 12);
        if (days < 0 || !reader.take('D')) return std::nullopt;
        seconds = days * 86'400;
        any = true;
    }
    if (reader.take('T')) {
        any = false;
        constexpr char kUnits[] = {'H', 'M', 'S'};
        constexpr int64_t kFactors[] = {3600, 60, 1};
        for (int unit = 0; unit < 3 && !reader.at_end();) {
            const int64_t number = reader.digits(1, 15);
            if (number < 0) return std::nullopt;
            const bool fraction = reader.take('.');
            if (fraction) {
                nanoseconds = reader.fraction(true);
                unit = 2;
            }
            while (unit < 3 && reader.peek() != kUnits[unit]) ++unit;
            if (unit == 3 || !reader.take(kUnits[unit])) return std::nullopt;
            seconds += number * kFactors[unit++];
            any = true;
        }
    }
    if (!any || !reader.at_end()) return std::nullopt;
    return negative ? make_days_time(-seconds, -nanoseconds) : make_days_time(seconds, nanoseconds);
}

std::string to_text(const Date& date) {
    std::string text;
    if (date.year < 0) text += '-';
    append_number(text, date.year < 0 ? -int64_t{date.year} : date.year, 4);
    text += '-';
    append_number(text, date.month, 2);
    text += '-';
    append_number(text, date.day, 2);
    return text;
}

std::string to_text(const Time& time) {
    const int64_t seconds = time.nanoseconds / kSecond;
    std::string text;
    append_number(text, seconds / 3600, 2);
    text += ':';
    append_number(text, seconds / 60 % 60, 2);
    text += ':';
    append_number(text, seconds % 60, 2);
    append_fraction(text, time.nanoseconds % kSecond);
    append_zone(text, time.zone);
    return text;
}

std::string to_text(const DateTime& moment) {
    return to_text(moment.date) + "T" + to_text(moment.time);
}

std::string to_text(YearsMonthsDuration duration) {
    const uint64_t months = duration.months < 0 ? 0 - static_cast<uint64_t>(duration.months)
                                                : static_cast<uint64_t>(duration.months);
    std::string text = duration.months < 0 ? "-P" : "P";
    if (months / 12 != 0) text += std::to_string(months / 12) + "Y";
    if (months % 12 != 0 || months == 0) text += std::to_string(months % 12) + "M";
    return text;
}

std::string to_text(DaysTimeDuration duration) {
    const bool negative = duration.seconds < 0;
    // Sign and magnitude: a negative duration's nanoseconds count upwards from the floor.
    uint64_t seconds = static_cast<uint64_t>(duration.seconds);
    int64_t nanoseconds = duration.nanoseconds;
    if (negative) {
        seconds = 0 - seconds;
        if (nanoseconds != 0) {
            --seconds;
            nanoseconds = kSecond - nanoseconds;
        }
    }
    std::string text = negative ? "-P" : "P";
    if (seconds / 86'400 != 0) text += std::to_string(seconds / 86'400) + "D";
    seconds %= 86'400;
    if (seconds == 0 && nanoseconds == 0) return text.back() == 'P' ? "PT0S" : text;
    text += 'T';
    if (seconds / 3600 != 0) text += std::to_string(seconds / 3600) + "H";
    if (seconds / 60 % 60 != 0) text += std::to_string(seconds / 60 % 60) + "M";
    if (seconds % 60 != 0 || nanoseconds != 0) {
        text += std::to_string(seconds % 60);
        append_fraction(text, nanoseconds);
        text += 'S';
    }
    return text;
}

}  // namespace shenbao::feel
