#include "core/decimal/decimal.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

Decimal number(std::string_view text) {
    return *Decimal::parse(text);
}

TEST(Decimal, AddsAmountsExactly) {
    EXPECT_EQ(number("0.1") + number("0.2"), number("0.3"));
    EXPECT_EQ((number("1424.00") - number("1420.00")).to_string(), "4.00");
    EXPECT_EQ((number("1.20") + number("1.3")).to_string(), "2.50");
}

TEST(Decimal, IsWrittenWithoutAnExponent) {
    EXPECT_EQ(number("1e3").to_string(), "1000");
    EXPECT_EQ(number("1E-7").to_string(), "0.0000001");
    EXPECT_EQ(number("-0.50").to_string(), "-0.50");
    EXPECT_EQ(number("-0").to_string(), "0");
}

TEST(Decimal, IsWrittenWithFixedDigitsHalfUp) {
    EXPECT_EQ(number("2.345").to_fixed(2), "2.35");
    EXPECT_EQ(number("-2.345").to_fixed(2), "-2.35");
    EXPECT_EQ(number("7").to_fixed(2), "7.00");
    EXPECT_EQ(number("0.004").to_fixed(2), "0.00");
    EXPECT_EQ(number("9999999999999999999999999999999999").to_fixed(2), std::nullopt);
}

TEST(Decimal, IsReadOnlyFromPlainNumbers) {
    for (const char* text :
         {"", " 1", "1 ", "1,000", "abc", "NaN", "Infinity", "1e", ".", "+", "1.2.3", "１", "0x1"}) {
        EXPECT_FALSE(Decimal::parse(text)) << text;
    }
    EXPECT_FALSE(Decimal::parse(std::string(200'000, '9')));
    EXPECT_EQ(number("+.5"), number("0.5"));
    EXPECT_EQ(number("5."), Decimal(5));
}

TEST(Decimal, RoundsByEveryMode) {
    const Decimal value = number("-2.5");
    EXPECT_EQ(value.round(0, Rounding::HalfEven), Decimal(-2));
    EXPECT_EQ(value.round(0, Rounding::HalfUp), Decimal(-3));
    EXPECT_EQ(value.round(0, Rounding::HalfDown), Decimal(-2));
    EXPECT_EQ(value.round(0, Rounding::Up), Decimal(-3));
    EXPECT_EQ(value.round(0, Rounding::Down), Decimal(-2));
    EXPECT_EQ(value.round(0, Rounding::Ceiling), Decimal(-2));
    EXPECT_EQ(value.round(0, Rounding::Floor), Decimal(-3));
    EXPECT_EQ(number("1250").round(-2, Rounding::HalfEven), Decimal(1200));
    EXPECT_FALSE(value.round(Decimal::kMaxScale + 1, Rounding::Up));
    EXPECT_FALSE(value.round(-6112, Rounding::Up));
}

TEST(Decimal, HasNoResultWhereThereIsNone) {
    EXPECT_FALSE(Decimal(1).divide(Decimal(0)));
    EXPECT_FALSE(Decimal(0).divide(Decimal(0)));
    EXPECT_FALSE(Decimal(1).floor_modulo(Decimal(0)));
    EXPECT_FALSE(Decimal(-1).square_root());
    EXPECT_FALSE(Decimal(0).natural_logarithm());
    EXPECT_FALSE(Decimal(10).power(Decimal(7000)));
    EXPECT_FALSE(number("9e6144").add(number("9e6144")));
    EXPECT_FALSE(number("9e6144").multiply(Decimal(10)));
    EXPECT_FALSE(number("1e6144").exponential());
}

TEST(Decimal, ComparesByValueWhateverTheScale) {
    EXPECT_EQ(number("1.0"), Decimal(1));
    EXPECT_EQ(number("1.0").hash(), Decimal(1).hash());
    EXPECT_LT(number("-1e6000"), number("1e-6000"));
    EXPECT_LT(number("99999999999999999999.99"), number("100000000000000000000"));
    EXPECT_EQ(number("-0"), Decimal(0));
}

TEST(Decimal, KnowsIntegers) {
    EXPECT_TRUE(number("2.00").is_integer());
    EXPECT_TRUE(number("1e20").is_integer());
    EXPECT_FALSE(number("2.01").is_integer());
    EXPECT_EQ(number("2.00").to_int64(), 2);
    EXPECT_EQ(number("-9223372036854775808").to_int64(), INT64_MIN);
    EXPECT_FALSE(number("9223372036854775808").to_int64());
    EXPECT_FALSE(number("2.5").to_int64());
    EXPECT_EQ(number("-2.9").truncated(), -2);
    EXPECT_EQ(Decimal(INT64_MIN).to_string(), "-9223372036854775808");
}

TEST(Decimal, TakesTheSignOfTheDivisorInModulo) {
    EXPECT_EQ(Decimal(-12).floor_modulo(Decimal(5)), Decimal(3));
    EXPECT_EQ(Decimal(12).floor_modulo(Decimal(-5)), Decimal(-3));
    EXPECT_EQ(number("10.1").floor_modulo(number("4.5")), number("1.1"));
}

TEST(Decimal, IsTwoWordsThatAreSimplyCopied) {
    static_assert(sizeof(Decimal) == 16);
    static_assert(std::is_trivially_copyable_v<Decimal>);
    EXPECT_EQ(Decimal::of(142400, 2).to_string(), "1424.00");
}

}  // namespace
}  // namespace shenbao
