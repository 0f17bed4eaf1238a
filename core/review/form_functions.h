// Functions that FEEL texts of a form may call besides FEEL's own:
//   amount(n), percent(n)       as the paper writes them (below)
//   blank as zero(n)            0 for a blank or unreadable amount
//   given(indicator)            its cell is neither blank nor 无
//   bare number(indicator)      a number without a sign that says what is better (≥, ≤ …)
//   cell of(table.id, row.id, "column")  the path of that row's cell
#pragma once

#include <string>

#include "core/feel/expression.h"
#include "core/form/calendar_day.h"

namespace shenbao {

void add_form_functions(feel::Scope& scope);

inline feel::Date feel_date(CalendarDay day) {
    return {day.year, static_cast<uint8_t>(day.month), static_cast<uint8_t>(day.day)};
}

// At least two decimals, more where they are there: 1424 → "1424.00", 968.1918 → "968.1918".
std::string amount_text(const Decimal& number);
// At least two decimals and the sign, except for whole hundreds: 0.21 → "0.21%", 100 → "100%".
std::string percent_text(const Decimal& number);

}  // namespace shenbao
