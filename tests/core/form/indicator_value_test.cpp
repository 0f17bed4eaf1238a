// What real keyboards, programs and habits make of a value. Known truths: docs/domain.md and, for the
// numerals, how they are read aloud.
#include "core/form/indicator_value.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

std::string read(std::string_view raw) {
    const ValueReading reading = read_indicator(raw);
    if (!reading.number) return "words";
    return reading.normalized.empty() ? "as written" : reading.normalized;
}

TEST(Indicator, IsWhatAChineseKeyboardMeans) {
    for (std::string_view raw :
         {"》=90%", "》＝90%", "〉=90%", "》 = 90%", "⩾90%", "≧90%", "≥=90%", "≥90﹪", "≮90%", "≥９０％",
          "≥ 90 %", "≥\n90%", "=》90%", "≥90%。", "≥90%；", "﹥﹦90%"})
        EXPECT_EQ(read(raw), "≥90%") << raw;
    for (std::string_view raw : {"《=30%", "〈＝30%", "⩽30%", "≦30%", "≯30%", "=《30%"})
        EXPECT_EQ(read(raw), "≤30%") << raw;
    EXPECT_EQ(read("》90%"), ">90%");
    EXPECT_EQ(read("《90%"), "<90%");
    EXPECT_EQ(read("≥12。5%"), "≥12.5%");
    EXPECT_EQ(read(".5"), "0.5");
    EXPECT_EQ(read("5."), "5");
    EXPECT_EQ(read("≤5.%"), "≤5%");
    EXPECT_EQ(read("−5%"), "-5%");
    EXPECT_EQ(read("–5%"), "-5%");
}

TEST(Indicator, IsReadInWords) {
    for (std::string_view raw : {"百分之九十", "百分之90", "百分之 90", "九成"})
        EXPECT_EQ(read(raw), "90%") << raw;
    for (std::string_view raw : {"不低于百分之九十", "九成以上", "百分之九十以上", "90%以上", "90%及以上",
                                 "90%（含）以上", "90%以上（含）", "至少九成", "高于或等于90%", "最低90%"})
        EXPECT_EQ(read(raw), "≥90%") << raw;
    for (std::string_view raw : {"五成以下", "50%以内", "50%及以下", "不多于百分之五十"})
        EXPECT_EQ(read(raw), "≤50%") << raw;
    EXPECT_EQ(read("九成五"), "95%");
    EXPECT_EQ(read("九成半"), "95%");
    EXPECT_EQ(read("两成"), "20%");
    EXPECT_EQ(read("十成"), "100%");
    EXPECT_EQ(read("百分之百"), "100%");
    EXPECT_EQ(read("百分之一百二十"), "120%");
    EXPECT_EQ(read("百分之九十五点五"), "95.5%");
    EXPECT_EQ(read("百分之零点五"), "0.5%");
    EXPECT_EQ(read("百分之一百零五"), "105%");
    EXPECT_EQ(read("超过3次"), ">3次");
    EXPECT_EQ(read("3次以上"), "≥3次");
}

TEST(Indicator, KeepsWhatFollowsTheNumberAsItWasWritten) {
    EXPECT_EQ(read("≥90%（含试点）"), "as written");
    EXPECT_EQ(read("》=90%（含试点）"), "≥90%（含试点）");
    EXPECT_EQ(read(">=3个（套）"), "≥3个（套）");
    EXPECT_EQ(read("≥３家"), "≥3家");
    EXPECT_EQ(read("1424万元"), "as written");
    EXPECT_EQ(read("1,424万元"), "1424万元");
}

TEST(Indicator, IsNoNumberWhereItsPartsAreNotOne) {
    for (std::string_view raw : {"14 24",
                                 "14\n24",
                                 "90% 95%",
                                 "90%-95%",
                                 "3个2次",
                                 "1.完成项目",
                                 "12..5",
                                 "14,24",
                                 "?90%",
                                 "？90%",
                                 "…90%",
                                 "较高",
                                 "七八成",
                                 "九十",
                                 "1、完成项目",
                                 "（1）完成项目",
                                 "百分之",
                                 "百分之九九",
                                 "成",
                                 "《办法》",
                                 "《实施办法》3项",
                                 "<>90%",
                                 "第3季度前完成",
                                 "二〇二六年完成",
                                 "12 .5",
                                 "12. 5"})
        EXPECT_EQ(read(raw), "words") << raw;
}

TEST(Indicator, DoesNotApplyInOtherWordsToo) {
    for (std::string_view raw :
         {"无", "不适用", "暂无", "不涉及", "没有", "无。", "N/A", "n/a", "-", "——", "－"})
        EXPECT_EQ(read_indicator(raw).kind, IndicatorKind::None) << raw;
    for (std::string_view raw : {"无违规", "没有投诉", "-5%", "不适", "较高"})
        EXPECT_NE(read_indicator(raw).kind, IndicatorKind::None) << raw;
    EXPECT_EQ(read("达到90%"), "≥90%");
    EXPECT_EQ(read("达标"), "words");
}

TEST(Indicator, HasNoMarksThatNobodySees) {
    for (std::string_view raw :
         {"\u202A≥90%\u202C", "≥\u200B90%", "\u2060≥9\u20600%\uFE0F", "≥90\u00AD%", "≥90\u200E%"})
        EXPECT_EQ(read(raw), "≥90%") << raw;
    EXPECT_EQ(read_indicator("\u200B无\u200B").kind, IndicatorKind::None);
    EXPECT_EQ(read_indicator("无 ").kind, IndicatorKind::None);
}

std::string amount(std::string_view raw) {
    const ValueReading reading = read_value(ValueType::Amount, raw);
    if (reading.invalid || !reading.number) return "refused";
    return reading.normalized.empty() ? "as written" : reading.normalized;
}

TEST(Amount, IsReadAsAccountingFormatsWriteIt) {
    EXPECT_EQ(amount("¥1,424.00"), "1424.00");
    EXPECT_EQ(amount("￥ 1,424.00 "), "1424.00");
    EXPECT_EQ(amount(" ¥1,424.00 "), "1424.00");
    for (std::string_view raw : {"(1,424.00)", "（1,424.00）", "¥-1,424.00", "-¥1,424.00", "−1424.00",
                                 "–1,424.00", "1,424.00-", "(¥1,424.00)"})
        EXPECT_EQ(amount(raw), "-1424.00") << raw;
    for (std::string_view raw : {"-", " -   ", "—", "¥ -", "－", " ¥ - "}) EXPECT_EQ(amount(raw), "0") << raw;
    EXPECT_EQ(amount(".5"), "0.5");
    EXPECT_EQ(amount("5."), "5");
    EXPECT_EQ(amount("12。5"), "12.5");
    EXPECT_EQ(amount("\u202A1424\u202C"), "1424");
    EXPECT_EQ(amount("1\u200B424"), "1424");
    EXPECT_EQ(amount("-5"), "as written");
}

TEST(Amount, IsNotJoinedOutOfParts) {
    for (std::string_view raw :
         {"14 24",         "14\n24", "1424 1525", "12. 5",      "1 424.00",  "14\u300024",
          "1424\u00A0525", "(5",     "5)",        "(-5)",       "--5",       "-5-",
          "+-5",           "(-)",    "1424/1525", "1424、1525", "1424;1525", "12。",
          "。5。",         "####",   "#DIV/0!",   "1424元",     "5%"})
        EXPECT_EQ(amount(raw), "refused") << raw;
}

TEST(Date, IsTidiedFromWhatProgramsAndPeopleWrite) {
    for (std::string_view raw :
         {"2025 12 31", "2025-12-31 00:00:00", "2025-12-31T08:30:00", "2025/12/31 0:00", "2025年12月31号",
          "2025。12。31", "2025 年 12 月 31 日", "2025–12–31", "\u202A2025-12-31", "2025、12、31",
          "20251231 00:00", "25-12-31", "25年12月31日", "25.12.31"}) {
        const ValueReading reading = read_value(ValueType::Date, raw);
        EXPECT_EQ(reading.normalized, "2025年12月31日") << raw;
    }
    for (std::string_view raw :
         {"2025年1 2月31日", "20 25-12-31", "2025-12-3 1", "2025-12-31-1", "2025 1231"})
        EXPECT_TRUE(read_value(ValueType::Date, raw).invalid) << raw;
}

TEST(Year, IsTidiedToFourDigits) {
    const auto year = [](std::string_view raw) { return read_value(ValueType::Year, raw).normalized; };
    for (std::string_view raw :
         {"２０２６", "2026年", "2026年度", "二〇二六", "二零二六年", "26", "26年", "2026 年度"})
        EXPECT_EQ(year(raw), "2026") << raw;
    for (std::string_view raw : {"20 26", "2026-2027", "二零二", "202六"})
        EXPECT_TRUE(read_value(ValueType::Year, raw).invalid) << raw;
}

TEST(Phone, IsTidiedToDigitsAndDashes) {
    const auto phone = [](std::string_view raw) { return read_value(ValueType::Phone, raw).normalized; };
    for (std::string_view raw : {"(0711)60886688", "（0711）60886688", "0711—60886688", "0711‐60886688",
                                 "0711－6088 6688", "+86 0711-60886688", "0711\u200B-60886688",
                                 "0711\u2011608866\u202A88", "0711 - 60886688", "+86-0711-60886688"})
        EXPECT_EQ(phone(raw), "0711-60886688") << raw;
    EXPECT_EQ(phone("0086 13800138000"), "13800138000");
    EXPECT_EQ(phone("138 0013 8000"), "13800138000");
    for (std::string_view raw : {"(027)60886688", "（027） 6088 6688", "027-6088-6688", "+86 027-60886688"})
        EXPECT_EQ(phone(raw), "027-60886688") << raw;
    for (std::string_view raw : {"138-0013-8000", "+8613800138000", "+86-138-0013-8000"})
        EXPECT_EQ(phone(raw), "13800138000") << raw;
    for (std::string_view raw :
         {"027-60886688-801", "027-60886688 转 801", "（027）60886688转801", "027-60886688分机801"})
        EXPECT_EQ(phone(raw), "027-60886688转801") << raw;
    for (std::string_view raw : {"027-60886688/13800138000", "027-60886688，13800138000",
                                 "027-60886688 13800138000", "(027)60886688 或 138-0013-8000"})
        EXPECT_EQ(phone(raw), "027-60886688、13800138000") << raw;
    for (std::string_view raw : {"123456", "27-60886688", "电话", "138001380001", "027-60886688转"})
        EXPECT_EQ(phone(raw), "") << raw << " is left as it is";
}

}  // namespace
}  // namespace shenbao
