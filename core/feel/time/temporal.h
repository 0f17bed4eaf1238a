// Dates, times and durations of FEEL, as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shenbao::feel {

struct Date {
    int32_t year = 0;  // astronomical, -999,999,999 … 999,999,999
    uint8_t month = 1, day = 1;
    bool operator==(const Date&) const = default;
};

constexpr int32_t kMaxOffset = 14 * 3600;  // from UTC, as XML Schema has it

// What a time says about its place on Earth.
struct Zone {
    enum class Kind : uint8_t { Local, Offset, Named };
    Kind kind = Kind::Local;
    uint16_t name = 0;           // Named: index into the zone table
    int32_t offset_seconds = 0;  // Offset: east of UTC
    bool operator==(const Zone&) const = default;
};

struct Time {
    int64_t nanoseconds = 0;  // of the day, [0, 86,400 × 10^9)
    Zone zone;
};

struct DateTime {
    Date date;
    Time time;
};

struct YearsMonthsDuration {
    int64_t months = 0;
    bool operator==(const YearsMonthsDuration&) const = default;
};

struct DaysTimeDuration {
    int64_t seconds = 0;      // floor
    int32_t nanoseconds = 0;  // [0, 10^9)
    bool operator==(const DaysTimeDuration&) const = default;
};

// ISO 8601 as XML Schema restricts it; absent for anything else and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);
std::optional<Time> parse_time(std::string_view text);  // "10:30:00", "…Z", "…+08:00", "…@Asia/Shanghai"
std::optional<DateTime> parse_date_time(std::string_view text);  // 24:00:00 is the next day's start
std::optional<YearsMonthsDuration> parse_years_months(std::string_view text);  // "-P1Y2M"
std::optional<DaysTimeDuration> parse_days_time(std::string_view text);        // "P1DT2H3M4.5S"

std::string to_text(const Date& date);
std::string to_text(const Time& time);
std::string to_text(const DateTime& moment);
std::string to_text(YearsMonthsDuration duration);
std::string to_text(DaysTimeDuration duration);

bool is_valid(const Date& date);
int days_of_month(int32_t year, int month);
int64_t days_since_epoch(const Date& date);                        // 1970-01-01 is 0
std::optional<Date> date_from_days(int64_t days);                  // absent beyond ±999,999,999 years
std::optional<Date> add_months(const Date& date, int64_t months);  // the day is clamped to the month's last
int weekday(const Date& date);                                     // ISO: Monday 1 … Sunday 7
int day_of_year(const Date& date);
int week_of_year(const Date& date);  // ISO 8601

// Seconds since 1970-01-01T00:00:00Z (a local time counts as UTC).
int64_t epoch_seconds(const DateTime& moment);
// Offset from UTC in seconds of a moment written in its own zone; absent for local ones.
std::optional<int32_t> utc_offset(const DateTime& moment);
// The same for a time of day: a named zone counts with its offset on the given day, standard time without
// one.
std::optional<int32_t> utc_offset(const Time& time);
std::optional<DateTime> add_duration(const DateTime& moment, DaysTimeDuration duration);
std::optional<DaysTimeDuration> make_days_time(int64_t seconds, int64_t nanoseconds);

// IANA time zones ("Asia/Shanghai"). Their rules are in the program, no system files are read.
std::optional<uint16_t> find_zone(std::string_view name);
std::string_view zone_name(uint16_t zone);
int32_t zone_offset_local(uint16_t zone, int64_t local_seconds);  // of a wall-clock moment
int32_t zone_standard_offset(uint16_t zone);

}  // namespace shenbao::feel
