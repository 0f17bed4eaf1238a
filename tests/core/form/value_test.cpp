#include "core/form/value.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace shenbao {
namespace {

ValueReading read(ValueType type, std::string_view raw) {
    return read_value(type, raw);
}

std::string number(ValueType type, std::string_view raw) {
    auto reading = read(type, raw);
    return reading.number ? reading.number->to_string() : "none";
}

TEST(Blank, IsWhitespaceOfEveryKindASlashOrAnAsterisk) {
    for (std::string_view raw : {"", " ", "\u3000", "\u00a0", " \u3000\n\t", "/", "*", " ／ ", "＊"})
        EXPECT_TRUE(is_blank_text(raw)) << raw;
    for (std::string_view raw : {"0", "无", "-", "//"}) EXPECT_FALSE(is_blank_text(raw)) << raw;
}

TEST(Amount, KeepsFourDecimalsExactly) {
    EXPECT_EQ(number(ValueType::Amount, "968.1918"), "968.1918");
}

TEST(Amount, BlankIsNotZero) {
    auto reading = read(ValueType::Amount, "\u3000");
    EXPECT_TRUE(reading.blank);
    EXPECT_FALSE(reading.number);
    EXPECT_FALSE(read(ValueType::Amount, "0").blank);
}

TEST(Amount, IsReadThroughTheNoiseOfTheSeedForm) {
    EXPECT_EQ(number(ValueType::Amount, "581.4\u3000"), "581.4");
}

TEST(Amount, TakesThousandsSeparatorsOnlyWhereTheyBelong) {
    EXPECT_EQ(read(ValueType::Amount, "1,234,567.80").normalized, "1234567.80");
    EXPECT_EQ(number(ValueType::Amount, "1，424"), "1424");
    EXPECT_TRUE(read(ValueType::Amount, "14,24").invalid);
    EXPECT_TRUE(read(ValueType::Amount, ",424").invalid);
}

TEST(Amount, ReadsFullWidthDigitsAndSaysHowTheyAreWritten) {
    EXPECT_EQ(read(ValueType::Amount, "１４２４．５").normalized, "1424.5");
}

TEST(Amount, RefusesWordsUnitsAndMoreDigitsThanThePaperHas) {
    for (std::string_view raw :
         {"约1424", "12..3", "1424万元", "1e5", "--3", "123456789012345678901", "1.1234567", "."})
        EXPECT_TRUE(read(ValueType::Amount, raw).invalid) << raw;
    EXPECT_FALSE(read(ValueType::Amount, "12345678901234567890.123456").invalid);
}

TEST(Amount, CountsItsDigitsWithoutSignAndSeparators) {
    EXPECT_EQ(number(ValueType::Amount, "-12345678901234567890.123456"), "-12345678901234567890.123456");
    EXPECT_EQ(number(ValueType::Amount, "12,345,678,901,234,567,890"), "12345678901234567890");
    EXPECT_EQ(number(ValueType::Amount, "１２３４５６７８９０１２３４５６７８９０"), "12345678901234567890");
    for (std::string_view raw : {"1234567890123456789012345", "-123456789012345678901", "-1.1234567",
                                 "123,456,789,012,345,678,901", "123456789012345678901.5"})
        EXPECT_TRUE(read(ValueType::Amount, raw).invalid) << raw;
}

TEST(Percent, IsTheSameNumberHoweverItIsWritten) {
    EXPECT_EQ(number(ValueType::Percent, "0.21%"), "0.21");
    EXPECT_EQ(number(ValueType::Percent, "\u3000０.21％"), "0.21");
    EXPECT_EQ(read(ValueType::Percent, "99.79").normalized, "99.79%");
}

struct IndicatorCase {
    std::string_view raw, normalized, comparator, number;
    IndicatorKind kind;
};

TEST(Indicator, ReadsEverySpellingOfDomainTable) {
    const IndicatorCase cases[] = {
        {"90%", "", "", "90", IndicatorKind::Percent},
        {"≥90%", "", "≥", "90", IndicatorKind::Percent},
        {">=90%", "≥90%", "≥", "90", IndicatorKind::Percent},
        {"＞=９０％", "≥90%", "≥", "90", IndicatorKind::Percent},
        {"≧90%", "≥90%", "≥", "90", IndicatorKind::Percent},
        {"不低于90%", "≥90%", "≥", "90", IndicatorKind::Percent},
        {"大于等于 90 %", "≥90%", "≥", "90", IndicatorKind::Percent},
        {"<=30%", "≤30%", "≤", "30", IndicatorKind::Percent},
        {"≦30%", "≤30%", "≤", "30", IndicatorKind::Percent},
        {"不超过30%", "≤30%", "≤", "30", IndicatorKind::Percent},
        {"292%", "", "", "292", IndicatorKind::Percent},
        {"≤46人", "", "≤", "46", IndicatorKind::Number},
        {"基本相符", "", "", "none", IndicatorKind::Word},
        {"90%-95%", "", "", "none", IndicatorKind::Word},
        {"不低于去年", "", "", "none", IndicatorKind::Word},
        {"按实际情况", "", "", "none", IndicatorKind::AsActual},
        {"　无 ", "", "", "none", IndicatorKind::None},
        {"/", "", "", "none", IndicatorKind::Blank},
    };
    for (const auto& expected : cases) {
        auto reading = read(ValueType::Indicator, expected.raw);
        EXPECT_EQ(reading.kind, expected.kind) << expected.raw;
        EXPECT_EQ(reading.normalized, expected.normalized) << expected.raw;
        EXPECT_EQ(reading.comparator, expected.comparator) << expected.raw;
        EXPECT_EQ(number(ValueType::Indicator, expected.raw), expected.number) << expected.raw;
    }
}

// The words a comparator is written in, each the wrong way round if it were confused with its opposite.
TEST(Indicator, ReadsEveryWordForAComparator) {
    const std::pair<std::string_view, std::vector<std::string_view>> comparators[] = {
        {"≥", {"不低于", "不少于", "不小于", "至少", "大于等于", "大于或等于", "≥", "≧", ">=", "=>", "＞＝"}},
        {"≤",
         {"不高于", "不多于", "不大于", "不超过", "至多", "小于等于", "小于或等于", "≤", "≦", "<=", "=<"}},
        {">", {"大于", ">", "＞"}},
        {"<", {"小于", "<", "＜"}},
        {"=", {"等于", "=", "＝"}},
    };
    for (const auto& [comparator, words] : comparators) {
        const std::string written = std::string(comparator) + "90%";
        for (std::string_view word : words) {
            const auto reading = read(ValueType::Indicator, std::string(word) + "90%");
            EXPECT_EQ(reading.comparator, comparator) << word;
            EXPECT_EQ(reading.kind, IndicatorKind::Percent) << word;
            EXPECT_EQ(reading.normalized, word == comparator ? "" : written) << word;
        }
    }
}

TEST(Date, IsReadInEveryCommonSpelling) {
    for (std::string_view raw : {"2025年12 月31日", "2025-12-31", "2025/12/31", "2025.12.31", "20251231",
                                 "２０２５年１２月３１日"}) {
        auto reading = read(ValueType::Date, raw);
        ASSERT_TRUE(reading.day) << raw;
        EXPECT_EQ(*reading.day, (CalendarDay{2025, 12, 31})) << raw;
    }
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (std::string_view raw :
         {"2025-02-29", "2025-13-01", "2025-04-31", "2025年12月", "31.12.2025", "明天", "1899-12-31",
          "2025-00-10", "2025-01-00", "20251232", "2025123", "02025-12-31", "2025-12-031", "1900-02-29"})
        EXPECT_TRUE(read(ValueType::Date, raw).invalid) << raw;
    EXPECT_TRUE(read(ValueType::Date, "2024-02-29").day);
}

TEST(Year, OfTwoDigitsIsOfThisCentury) {
    EXPECT_EQ(number(ValueType::Year, "28"), "2028");
    EXPECT_EQ(number(ValueType::Year, "2024 年"), "2024");
    for (std::string_view raw : {"202", "2", "20260", "2026.0", "-026", "二六", "年"})
        EXPECT_TRUE(read(ValueType::Year, raw).invalid) << raw;
}

TEST(Phone, IsWrittenWithPlainDigitsAndDashes) {
    EXPECT_EQ(read(ValueType::Phone, "０７１１—６０８８６６８８").normalized, "0711-60886688");
    EXPECT_EQ(read(ValueType::Phone, "0711-60886688").normalized, "");
}

TEST(Choice, IsOneOfItsList) {
    PickList list;
    list.options = {"计划标准", "历史标准"};
    EXPECT_FALSE(read_value(ValueType::Choice, "计划 标准", &list).invalid);
    EXPECT_EQ(read_value(ValueType::Choice, "计划 标准", &list).normalized, "计划标准");
    EXPECT_TRUE(read_value(ValueType::Choice, "计划", &list).invalid);
}

}  // namespace
}  // namespace shenbao
