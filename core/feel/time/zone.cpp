// IANA time zones from the generated table.
#include <string>
#include <vector>

#include "core/feel/tables/tables.h"
#include "core/feel/text/table_cursor.h"
#include "core/feel/time/temporal.h"

namespace shenbao::feel {
namespace {

constexpr int64_t kTableStart = 631'152'000;  // FIRST_YEAR of make_tables.py: 1990-01-01T00:00:00Z
constexpr int64_t kDay = 86'400;

const std::vector<std::string>& names() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> all;
        const char* at = tables::kZoneNames;
        for (unsigned i = 0; i < tables::kZoneCount; ++i) {
            const size_t shared = static_cast<unsigned char>(*at++);
            std::string name = all.empty() ? std::string() : all.back().substr(0, shared);
            while (*at != '\0') name += *at++;
            ++at;
            all.push_back(std::move(name));
        }
        return all;
    }();
    return kNames;
}

// The day a rule names in a year, as days since 1970, and the seconds of that day.
int64_t rule_moment(TableCursor& rule, int32_t year) {
    const uint32_t kind = rule.number();
    const int64_t january = days_since_epoch(Date{year, 1, 1});
    int64_t day = 0;
    if (kind == 0) {
        const int month = static_cast<int>(rule.number());
        const int64_t week = rule.number(), wanted = rule.number();  // Sunday is 0
        const int64_t first = days_since_epoch(Date{year, static_cast<uint8_t>(month), 1});
        const int64_t weekday_of_first = ((first + 4) % 7 + 7) % 7;
        day = first + ((wanted - weekday_of_first) % 7 + 7) % 7 + (week - 1) * 7;
        while (day >= first + days_of_month(year, month)) day -= 7;
    } else {
        const int64_t number = rule.number();
        const bool leap = days_of_month(year, 2) == 29;
        day = january + (kind == 1 ? number - 1 + (leap && number >= 60 ? 1 : 0) : number);
    }
    return day * kDay + int64_t{rule.signed_number()} * 60;
}

// Offset by the rule that holds after the last listed change.
int32_t rule_offset(uint32_t number, int64_t utc_seconds, bool standard_only) {
    TableCursor rule{tables::kRules + tables::kRuleStart[number]};
    const int32_t standard = rule.signed_number() * 60;
    if (rule.number() == 0 || standard_only) return standard;
    const int32_t summer = rule.signed_number() * 60;
    const int64_t local = utc_seconds + standard;
    const std::optional<Date> date = date_from_days(local / kDay - (local % kDay < 0 ? 1 : 0));
    if (!date) return standard;
    const int64_t start = rule_moment(rule, date->year) - standard;
    const int64_t end = rule_moment(rule, date->year) - summer;
    const bool inside =
        start < end ? utc_seconds >= start && utc_seconds < end : utc_seconds < end || utc_seconds >= start;
    return inside ? summer : standard;
}

int32_t offset_at(uint16_t zone, int64_t utc_seconds) {
    TableCursor record{tables::kRecords + tables::kRecordStart[tables::kZoneRecord[zone]]};
    const uint32_t rule = record.number();
    int32_t offset = record.signed_number() * 30;
    const uint32_t count = record.number();
    int64_t moment = kTableStart;
    for (uint32_t i = 0; i < count; ++i) {
        moment += int64_t{record.number()} * 30;
        const int32_t change = record.signed_number() * 30;
        if (utc_seconds < moment) return offset;
        offset += change;
    }
    // A zone without listed changes may still begin under another rule's offset only before the table.
    if (utc_seconds < kTableStart) return offset;
    return rule_offset(rule, utc_seconds, false);
}

}  // namespace

std::optional<uint16_t> find_zone(std::string_view name) {
    const std::vector<std::string>& all = names();
    size_t low = 0, high = all.size();
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (std::string_view(all[middle]) < name) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == all.size() || all[low] != name) return std::nullopt;
    return static_cast<uint16_t>(low);
}

std::string_view zone_name(uint16_t zone) {
    return names()[zone];
}

// Twice-existing moments take the earlier offset, missing ones the offset before the gap, as java.time does.
int32_t zone_offset_local(uint16_t zone, int64_t local_seconds) {
    const int32_t early = offset_at(zone, local_seconds - kDay), late = offset_at(zone, local_seconds + kDay);
    if (early == late) return offset_at(zone, local_seconds - early);
    if (offset_at(zone, local_seconds - early) == early) return early;
    return offset_at(zone, local_seconds - late) == late ? late : early;
}

int32_t zone_standard_offset(uint16_t zone) {
    TableCursor record{tables::kRecords + tables::kRecordStart[tables::kZoneRecord[zone]]};
    return rule_offset(record.number(), 0, true);
}

}  // namespace shenbao::feel
