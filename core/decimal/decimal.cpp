// What needs no long arithmetic: small coefficients, which is nearly every amount. Everything else goes to
// libmpdec (decimal_mpd.cpp); the tests compare both.
#include "core/decimal/decimal.h"

#include "core/decimal/decimal_mpd.h"
#include "core/decimal/parts.h"

namespace shenbao {
namespace {

bool is_small(const DecimalParts& parts) {
    return static_cast<uint64_t>(parts.coefficient >> 64) == 0;
}

// Brings both to the smaller exponent. False when that takes more than 128 bits.
bool align(DecimalParts& left, DecimalParts& right) {
    if (left.exponent == right.exponent) return true;
    DecimalParts& coarse = left.exponent > right.exponent ? left : right;
    const int fine_exponent = left.exponent > right.exponent ? right.exponent : left.exponent;
    const int shift = coarse.exponent - fine_exponent;
    if (shift > 18 || !is_small(coarse)) return false;
    coarse.coefficient *= kPowersOfTen[shift];
    coarse.exponent = fine_exponent;
    return true;
}

}  // namespace

Decimal Decimal::of(int64_t coefficient, int scale) {
    DecimalParts parts = DecimalParts::of(Decimal(coefficient));
    parts.exponent = -scale;
    return parts.pack();
}

int Decimal::compare(Decimal left, Decimal right) {
    DecimalParts a = DecimalParts::of(left), b = DecimalParts::of(right);
    const bool a_negative = a.negative && a.coefficient != 0, b_negative = b.negative && b.coefficient != 0;
    if (a_negative != b_negative) return a_negative ? -1 : 1;
    if (a.coefficient == 0 || b.coefficient == 0) {
        const int sign = a_negative || b_negative ? -1 : 1;
        return a.coefficient == b.coefficient ? 0 : a.coefficient == 0 ? -sign : sign;
    }
    if (!align(a, b)) return mpd::compare(left, right);
    if (a.coefficient == b.coefficient) return 0;
    return (a.coefficient < b.coefficient) != a_negative ? -1 : 1;
}

std::optional<Decimal> Decimal::add(Decimal other) const {
    DecimalParts a = DecimalParts::of(*this), b = DecimalParts::of(other);
    if (!align(a, b)) return mpd::add(*this, other);
    if (a.negative == b.negative) {
        a.coefficient += b.coefficient;
    } else if (a.coefficient >= b.coefficient) {
        a.coefficient -= b.coefficient;
    } else {
        a.coefficient = b.coefficient - a.coefficient;
        a.negative = b.negative;
    }
    if (a.coefficient >= kTen34) return mpd::add(*this, other);
    return a.pack();
}

std::optional<Decimal> Decimal::subtract(Decimal other) const {
    return add(other.negated());
}

std::optional<Decimal> Decimal::multiply(Decimal other) const {
    DecimalParts a = DecimalParts::of(*this), b = DecimalParts::of(other);
    if (!is_small(a) || !is_small(b)) return mpd::multiply(*this, other);
    a.coefficient *= b.coefficient;
    a.exponent += b.exponent;
    if (a.coefficient >= kTen34 || a.exponent < kLeastExponent || a.exponent > kLargestExponent) {
        return mpd::multiply(*this, other);
    }
    a.negative = a.negative != b.negative;
    return a.pack();
}

std::optional<Decimal> Decimal::divide(Decimal other) const {
    if (other.is_zero()) return std::nullopt;
    DecimalParts a = DecimalParts::of(*this), b = DecimalParts::of(other);
    // Exact and no finer than the ideal exponent: the common n / 1, 100 / 4.
    if (is_small(a) && is_small(b) && a.exponent - b.exponent >= kLeastExponent &&
        a.exponent - b.exponent <= kLargestExponent) {
        const uint64_t dividend = static_cast<uint64_t>(a.coefficient),
                       divisor = static_cast<uint64_t>(b.coefficient);
        if (dividend % divisor == 0) {
            return DecimalParts{dividend / divisor, a.exponent - b.exponent, a.negative != b.negative}.pack();
        }
    }
    return mpd::divide(*this, other);
}

std::optional<Decimal> Decimal::floor_modulo(Decimal divisor) const {
    if (divisor.is_zero()) return std::nullopt;
    DecimalParts a = DecimalParts::of(*this), b = DecimalParts::of(divisor);
    std::optional<Decimal> remainder;
    if (align(a, b)) {
        a.coefficient %= b.coefficient;
        remainder = a.pack();
    } else {
        remainder = mpd::remainder(*this, divisor);
    }
    if (!remainder || remainder->is_zero() || remainder->is_negative() == divisor.is_negative())
        return remainder;
    return remainder->add(divisor);
}

std::optional<Decimal> Decimal::power(Decimal exponent) const {
    return mpd::power(*this, exponent);
}
std::optional<Decimal> Decimal::exponential() const {
    return mpd::exponential(*this);
}

std::optional<Decimal> Decimal::square_root() const {
    if (is_negative()) return std::nullopt;
    return mpd::square_root(*this);
}

std::optional<Decimal> Decimal::natural_logarithm() const {
    if (is_zero() || is_negative()) return std::nullopt;
    return mpd::natural_logarithm(*this);
}

std::optional<Decimal> Decimal::round(int scale, Rounding mode) const {
    if (scale > kMaxScale || scale < -kLargestExponent) return std::nullopt;
    DecimalParts parts = DecimalParts::of(*this);
    if (parts.coefficient == 0) return DecimalParts{0, -scale, false}.pack();
    const int drop = -scale - parts.exponent;
    if (drop <= 0) {  // nothing to round: zeros are added as far as they fit
        while (parts.exponent > -scale && parts.coefficient < kTen34 / 10) {
            parts.coefficient *= 10;
            --parts.exponent;
        }
        return parts.pack();
    }
    Coefficient rest = parts.coefficient, divisor = 0;
    if (drop <= 38) {
        divisor = drop <= 19 ? static_cast<Coefficient>(kPowersOfTen[drop])
                             : static_cast<Coefficient>(kTen19) * kPowersOfTen[drop - 19];
        rest = parts.coefficient % divisor;
        parts.coefficient /= divisor;
    } else {
        parts.coefficient = 0;
    }
    // Twice the rest against the divisor; beyond 38 digits the rest is less than half.
    const int half = divisor == 0 || rest < divisor - rest ? -1 : rest > divisor - rest ? 1 : 0;
    bool up = false;
    switch (mode) {
        case Rounding::HalfEven:
            up = half > 0 || (half == 0 && (parts.coefficient & 1) != 0);
            break;
        case Rounding::HalfUp:
            up = half >= 0;
            break;
        case Rounding::HalfDown:
            up = half > 0;
            break;
        case Rounding::Up:
            up = rest != 0;
            break;
        case Rounding::Down:
            up = false;
            break;
        case Rounding::Ceiling:
            up = rest != 0 && !parts.negative;
            break;
        case Rounding::Floor:
            up = rest != 0 && parts.negative;
            break;
    }
    if (up) ++parts.coefficient;
    parts.exponent = -scale;
    return parts.pack();
}

Decimal Decimal::negated() const {
    Decimal result = *this;
    if (!is_zero()) result.m_high ^= kSign;
    return result;
}

Decimal Decimal::absolute() const {
    Decimal result = *this;
    result.m_high &= ~kSign;
    return result;
}

Decimal Decimal::reduced() const {
    DecimalParts parts = DecimalParts::of(*this);
    if (parts.coefficient == 0) return Decimal();
    while (is_small(parts) && static_cast<uint64_t>(parts.coefficient) % 10 == 0 &&
           parts.exponent < kLargestExponent) {
        parts.coefficient = static_cast<uint64_t>(parts.coefficient) / 10;
        ++parts.exponent;
    }
    while (!is_small(parts) && parts.coefficient % 10 == 0 && parts.exponent < kLargestExponent) {
        parts.coefficient /= 10;
        ++parts.exponent;
    }
    return is_small(parts) && parts.coefficient % 10 == 0 ? parts.pack().reduced() : parts.pack();
}

int Decimal::scale() const {
    const int exponent = DecimalParts::of(*this).exponent;
    return exponent < 0 ? -exponent : 0;
}

bool Decimal::is_integer() const {
    const DecimalParts parts = DecimalParts::of(*this);
    return parts.exponent >= 0 || parts.coefficient == 0 || DecimalParts::of(reduced()).exponent >= 0;
}

std::optional<int64_t> Decimal::to_int64() const {
    if (!is_integer()) return std::nullopt;
    return truncated();
}

std::optional<int64_t> Decimal::truncated() const {
    DecimalParts parts = DecimalParts::of(*this);
    if (parts.exponent < 0) {
        const std::optional<Decimal> whole = round(0, Rounding::Down);
        if (!whole) return std::nullopt;
        parts = DecimalParts::of(*whole);
    }
    constexpr Coefficient kLimit = static_cast<Coefficient>(1) << 63;
    for (; parts.exponent > 0 && parts.coefficient != 0; --parts.exponent) {
        parts.coefficient *= 10;
        if (parts.coefficient > kLimit) return std::nullopt;
    }
    if (parts.coefficient > kLimit || (parts.coefficient == kLimit && !parts.negative)) return std::nullopt;
    const uint64_t magnitude = static_cast<uint64_t>(parts.coefficient);
    return static_cast<int64_t>(parts.negative ? 0 - magnitude : magnitude);
}

size_t Decimal::hash() const {
    const Decimal value = reduced();
    const uint64_t mixed = (value.m_low ^ value.m_high * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    return static_cast<size_t>(mixed ^ mixed >> 32);
}

}  // namespace shenbao
