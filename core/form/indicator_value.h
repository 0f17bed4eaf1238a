// The values of indicators: a promise in numbers with its direction (≥90%), or words.
#pragma once

#include <string>
#include <string_view>

#include "core/form/signs.h"
#include "core/form/value.h"

namespace shenbao {

// Of a text that is not blank. What can be meant in one way only is normalized: 》=90%, 不低于百分之九十,
// 九成以上 and 90%及以上 are ≥90%. What follows the number stays as it was written.
ValueReading read_indicator(std::string_view raw);

enum class Share { None, Number, Percent };
// A number with or without %, 百分之九十, 九成五. `plain` is the number in percent where it is one.
Share take_share(SignReader& reader, std::string& plain);

}  // namespace shenbao
