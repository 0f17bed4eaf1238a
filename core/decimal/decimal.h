// Exact decimal numbers: IEEE 754-2008 decimal128 (34 digits, half-even, exponents up to 6144), finite values
// only.
//
// An amount of money is never a double. What leaves the format (overflow, division by zero, an undefined
// root) is an absent optional, never an infinity or NaN. Results keep their scale as IEEE 754 says: 1.20
// + 1.3 is 2.50.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shenbao {

enum class Rounding : uint8_t { HalfEven, HalfUp, HalfDown, Up, Down, Ceiling, Floor };

class Decimal {
  public:
    static constexpr int kDigits = 34;
    static constexpr int kMaxExponent = 6144;   // of the first digit
    static constexpr int kMinExponent = -6143;  // likewise, of normal numbers
    static constexpr int kMaxScale = 6176;      // digits behind the point of the smallest subnormal

    constexpr Decimal() = default;  // 0
    constexpr Decimal(int value) : Decimal(static_cast<int64_t>(value)) {}
    constexpr Decimal(int64_t value)
        : m_low(value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value)),
          m_high(kBias << kExponentShift | (value < 0 ? kSign : 0)) {}
    // coefficient × 10^-scale: of(142400, 2) is 1424.00.
    static Decimal of(int64_t coefficient, int scale);
    // "-1.50", "+.5", "5.", "1e3", "1E-7" and nothing else: no blanks, no separators, no infinities. More
    // than 34 digits are rounded half-even. Absent for anything else and for what is too large.
    static std::optional<Decimal> parse(std::string_view text);

    // Digits, sign and point, never an exponent: "1424.00", "-0.5", "100". Negative zero is written "0".
    std::string to_string() const;
    // With exactly `scale` digits behind the point (half-up), absent when that needs more than 34 digits.
    std::optional<std::string> to_fixed(int scale) const;

    bool is_zero() const { return m_low == 0 && (m_high & kHighMask) == 0; }
    bool is_negative() const { return (m_high & kSign) != 0 && !is_zero(); }
    bool is_integer() const;
    // Digits behind the point as stored (1.20 has 2; 1E+3 has 0).
    int scale() const;
    // Absent when the value is no integer or does not fit.
    std::optional<int64_t> to_int64() const;
    // The integral part, toward zero; absent when it does not fit.
    std::optional<int64_t> truncated() const;

    std::optional<Decimal> add(Decimal other) const;
    std::optional<Decimal> subtract(Decimal other) const;
    std::optional<Decimal> multiply(Decimal other) const;
    std::optional<Decimal> divide(Decimal other) const;  // absent for 0 as divisor
    // sign of the divisor: a - b × floor(a / b)
    std::optional<Decimal> floor_modulo(Decimal divisor) const;
    std::optional<Decimal> power(Decimal exponent) const;
    std::optional<Decimal> square_root() const;
    std::optional<Decimal> exponential() const;
    std::optional<Decimal> natural_logarithm() const;
    // To `scale` digits behind the point (negative: to tens, hundreds …); absent when that needs more than 34
    // digits.
    std::optional<Decimal> round(int scale, Rounding mode) const;
    Decimal negated() const;
    Decimal absolute() const;
    // Without zeros at the end: 1.20 becomes 1.2, 100 becomes 1E+2.
    Decimal reduced() const;

    // Equal as numbers: 1.0 == 1.
    friend bool operator==(Decimal left, Decimal right) { return compare(left, right) == 0; }
    friend std::strong_ordering operator<=>(Decimal left, Decimal right) {
        return compare(left, right) <=> 0;
    }
    // Arithmetic for amounts, which cannot leave the format; saturates to 0 in the impossible case.
    friend Decimal operator+(Decimal left, Decimal right) { return left.add(right).value_or(Decimal()); }
    friend Decimal operator-(Decimal left, Decimal right) { return left.subtract(right).value_or(Decimal()); }
    friend Decimal operator*(Decimal left, Decimal right) { return left.multiply(right).value_or(Decimal()); }
    friend Decimal operator-(Decimal value) { return value.negated(); }

    // The same for equal numbers whatever their scale.
    size_t hash() const;

  private:
    friend struct DecimalParts;
    static int compare(Decimal left, Decimal right);

    // Binary integer coefficient (113 bits), biased exponent (14 bits), sign (1 bit).
    static constexpr int kExponentShift = 49;
    static constexpr uint64_t kHighMask = (uint64_t{1} << kExponentShift) - 1;
    static constexpr uint64_t kBias = 6176;
    static constexpr uint64_t kSign = uint64_t{1} << 63;
    uint64_t m_low = 0;
    uint64_t m_high = kBias << kExponentShift;
};

}  // namespace shenbao
