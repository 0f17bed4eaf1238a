// Decimal taken apart; for core/decimal only.
#pragma once

#include "core/decimal/decimal.h"

namespace shenbao {

__extension__ typedef unsigned __int128 Coefficient;  // less than 10^34

struct DecimalParts {
    Coefficient coefficient = 0;
    int exponent = 0;
    bool negative = false;

    static DecimalParts of(Decimal value) {
        return {static_cast<Coefficient>(value.m_high & Decimal::kHighMask) << 64 | value.m_low,
                static_cast<int>(value.m_high >> Decimal::kExponentShift & 0x3fff) -
                    static_cast<int>(Decimal::kBias),
                (value.m_high & Decimal::kSign) != 0};
    }
    // The coefficient and exponent must be in range. Zero loses its sign.
    Decimal pack() const {
        Decimal value;
        value.m_low = static_cast<uint64_t>(coefficient);
        value.m_high = static_cast<uint64_t>(coefficient >> 64) |
                       static_cast<uint64_t>(exponent + static_cast<int>(Decimal::kBias))
                           << Decimal::kExponentShift |
                       (negative && coefficient != 0 ? Decimal::kSign : 0);
        return value;
    }
};

constexpr int kLeastExponent = -6176;   // of the last digit
constexpr int kLargestExponent = 6111;  // likewise
constexpr uint64_t kTen19 = 10'000'000'000'000'000'000u;
constexpr Coefficient kTen34 = static_cast<Coefficient>(kTen19) * 1'000'000'000'000'000u;

constexpr uint64_t kPowersOfTen[20] = {1u,
                                       10u,
                                       100u,
                                       1'000u,
                                       10'000u,
                                       100'000u,
                                       1'000'000u,
                                       10'000'000u,
                                       100'000'000u,
                                       1'000'000'000u,
                                       10'000'000'000u,
                                       100'000'000'000u,
                                       1'000'000'000'000u,
                                       10'000'000'000'000u,
                                       100'000'000'000'000u,
                                       1'000'000'000'000'000u,
                                       10'000'000'000'000'000u,
                                       100'000'000'000'000'000u,
                                       1'000'000'000'000'000'000u,
                                       kTen19};

// Decimal digits, most significant first, without leading zeros ("0" for 0). Returns their number.
int write_digits(Coefficient coefficient, char (&digits)[40]);

}  // namespace shenbao
