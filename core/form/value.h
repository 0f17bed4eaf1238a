// What a raw text means. Reading never changes the text; where it is understood as something written
// differently ("》=９０％" as "≥90%"), `normalized` says so, and the person sees it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/decimal/decimal.h"
#include "core/form/calendar_day.h"
#include "core/form/definition.h"

namespace shenbao {

// Without the blanks around it that copying leaves: space, tab, line breaks, U+00A0, U+3000, U+FEFF, U+200B.
std::string_view trim_blanks(std::string_view text);

// True for a text that means "nothing entered" (docs/domain.md): blanks, or "/" or "*" alone.
bool is_blank_text(std::string_view text);

// "无", 不适用, N/A and the like: the indicator does not apply. "按实际情况": as it turns out, no number
// promised.
enum class IndicatorKind { Blank, Percent, Number, Word, AsActual, None };

struct ValueReading {
    bool blank = true;
    bool invalid = false;    // not blank, and not understood as the type
    std::string normalized;  // how it should be written, when that differs from the trimmed text; else ""
    std::optional<Decimal> number;              // Amount, Percent (90% is 90), Year, Indicator with a number
    std::optional<CalendarDay> day;             // Date
    IndicatorKind kind = IndicatorKind::Blank;  // Indicator
    std::string_view comparator;  // Indicator: "≥", "≤", "=", ">", "<" or ""; static storage
};

// Amounts: at most 20 digits before and 6 after the point, thousands separators only where they belong, also
// as accounting formats write them (¥1,424.00, (5), a dash for 0). Dates: 2025年12月31日, 2025-12-31,
// 2025/12/31, 2025.12.31, 2025 12 31, 20251231, 25-12-31 (2020 to 2049), with a time behind. Years: four
// digits, two of this century, or 二〇二六, with 年 or 年度. Nothing is joined out of parts: "14 24" is no
// amount. Phones: one or several numbers, tidied only where each can be one (027-60886688转801、13800138000).
// Choices are checked against their list by `list`, which may be null for other types.
ValueReading read_value(ValueType type, std::string_view raw, const PickList* list = nullptr);

// As the form writes a date: 2025年12月31日.
std::string date_text(CalendarDay day);
// Days of the month, 0 for a month outside 1–12.
int days_in_month(int year, int month);

}  // namespace shenbao
