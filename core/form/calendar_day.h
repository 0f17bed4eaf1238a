// A day of the calendar, as a value; the core has no clock.
#pragma once

namespace shenbao {

struct CalendarDay {
    int year = 0, month = 0, day = 0;  // proleptic Gregorian, month and day from 1
    bool operator==(const CalendarDay&) const = default;
};

}  // namespace shenbao
