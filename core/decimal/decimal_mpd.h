// The operations of Decimal in libmpdec, for every operand; for core/decimal and its tests only.
#pragma once

#include <optional>

#include "core/decimal/decimal.h"

namespace shenbao::mpd {

int compare(Decimal left, Decimal right);
std::optional<Decimal> add(Decimal left, Decimal right);
std::optional<Decimal> multiply(Decimal left, Decimal right);
std::optional<Decimal> divide(Decimal left, Decimal right);
std::optional<Decimal> remainder(Decimal left, Decimal right);  // sign of the dividend
std::optional<Decimal> power(Decimal base, Decimal exponent);
std::optional<Decimal> square_root(Decimal value);
std::optional<Decimal> exponential(Decimal value);
std::optional<Decimal> natural_logarithm(Decimal value);
std::optional<Decimal> parse(const char* text);  // with rounding to 34 digits

}  // namespace shenbao::mpd
