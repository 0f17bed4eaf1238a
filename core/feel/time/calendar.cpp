// The proleptic Gregorian calendar.
#include "core/feel/time/temporal.h"

namespace shenbao::feel {
namespace {

constexpr int32_t kMaxYear = 999'999'999;

bool is_leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int64_t floor_divide(int64_t dividend, int64_t divisor) {
    return dividend / divisor - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? 1 : 0);
}

}  // namespace

int days_of_month(int32_t year, int month) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool is_valid(const Date& date) {
    return date.year >= -kMaxYear && date.year <= kMaxYear && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_of_month(date.year, date.month);
}

// Years start in March, so that the leap day is the last; eras have 400 years.
int64_t days_since_epoch(const Date& date) {
    const int64_t year = int64_t{date.year} - (date.month <= 2 ? 1 : 0);
    const int64_t era = floor_divide(year, 400);
    const int64_t year_of_era = year - era * 400;
    const int64_t month = (date.month + 9) % 12;
    const int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

std::optional<Date> date_from_days(int64_t days) {
    if (days < -400'000'000'000 || days > 400'000'000'000) return std::nullopt;
    days += 719'468;
    const int64_t era = floor_divide(days, 146'097);
    const int64_t day_of_era = days - era * 146'097;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t month = (5 * day_of_year + 2) / 153;
    const int64_t year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);
    if (year < -kMaxYear || year > kMaxYear) return std::nullopt;
    return Date{static_cast<int32_t>(year), static_cast<uint8_t>(month < 10 ? month + 3 : month - 9),
                static_cast<uint8_t>(day_of_year - (153 * month + 2) / 5 + 1)};
}

std::optional<Date> add_months(const Date& date, int64_t months) {
    if (months > 40'000'000'000 || months < -40'000'000'000) return std::nullopt;
    const int64_t count = int64_t{date.year} * 12 + date.month - 1 + months;
    const int64_t year = floor_divide(count, 12);
    if (year < -kMaxYear || year > kMaxYear) return std::nullopt;
    Date result{static_cast<int32_t>(year), static_cast<uint8_t>(count - year * 12 + 1), date.day};
    const int last = days_of_month(result.year, result.month);
    if (result.day > last) result.day = static_cast<uint8_t>(last);
    return result;
}

int weekday(const Date& date) {
    const int64_t days = days_since_epoch(date) + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(days - floor_divide(days, 7) * 7) + 1;
}

int day_of_year(const Date& date) {
    return static_cast<int>(days_since_epoch(date) - days_since_epoch(Date{date.year, 1, 1})) + 1;
}

int week_of_year(const Date& date) {
    // The week belongs to the year of its Thursday.
    const std::optional<Date> thursday = date_from_days(days_since_epoch(date) + 4 - weekday(date));
    return thursday ? (day_of_year(*thursday) - 1) / 7 + 1 : 1;
}

int64_t epoch_seconds(const DateTime& moment) {
    return days_since_epoch(moment.date) * 86'400 + moment.time.nanoseconds / 1'000'000'000 -
           utc_offset(moment).value_or(0);
}

std::optional<int32_t> utc_offset(const DateTime& moment) {
    switch (moment.time.zone.kind) {
        case Zone::Kind::Local:
            return std::nullopt;
        case Zone::Kind::Offset:
            return moment.time.zone.offset_seconds;
        case Zone::Kind::Named:
            return zone_offset_local(moment.time.zone.name, days_since_epoch(moment.date) * 86'400 +
                                                                moment.time.nanoseconds / 1'000'000'000);
    }
    return std::nullopt;
}

std::optional<int32_t> utc_offset(const Time& time) {
    switch (time.zone.kind) {
        case Zone::Kind::Local:
            return std::nullopt;
        case Zone::Kind::Offset:
            return time.zone.offset_seconds;
        case Zone::Kind::Named:
            return zone_standard_offset(time.zone.name);
    }
    return std::nullopt;
}

std::optional<DaysTimeDuration> make_days_time(int64_t seconds, int64_t nanoseconds) {
    const int64_t carry = floor_divide(nanoseconds, 1'000'000'000);
    int64_t sum = 0;
    if (__builtin_add_overflow(seconds, carry, &sum)) return std::nullopt;
    return DaysTimeDuration{sum, static_cast<int32_t>(nanoseconds - carry * 1'000'000'000)};
}

std::optional<DateTime> add_duration(const DateTime& moment, DaysTimeDuration duration) {
    const int64_t nanoseconds = moment.time.nanoseconds % 1'000'000'000 + duration.nanoseconds;
    const int64_t day_seconds = moment.time.nanoseconds / 1'000'000'000 + nanoseconds / 1'000'000'000;
    if (duration.seconds > 70'000'000'000'000'000 || duration.seconds < -70'000'000'000'000'000)
        return std::nullopt;
    const int64_t total = days_since_epoch(moment.date) * 86'400 + day_seconds + duration.seconds;
    const int64_t days = floor_divide(total, 86'400);
    const std::optional<Date> date = date_from_days(days);
    if (!date) return std::nullopt;
    DateTime result = moment;
    result.date = *date;
    result.time.nanoseconds = (total - days * 86'400) * 1'000'000'000 + nanoseconds % 1'000'000'000;
    return result;
}

}  // namespace shenbao::feel
