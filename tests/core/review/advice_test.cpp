// What is advised, and whether the advice is right: by kind, by direction, and for each way of writing.
#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

// The rules about one cell, without those about rows, and the text that a fix of theirs would write.
struct Advice {
    std::string rules, text;
    bool operator==(const Advice&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Advice& advice) {
    return out << advice.rules << " → " << advice.text;
}

Advice advice_on(const std::string& path, const std::string& value) {
    Advice advice;
    for (const Finding& finding : Review::of_blank().answer(path, value).state().findings) {
        if (finding.paths.empty() || finding.paths.front() != path || finding.rule == "target-required" ||
            finding.rule == "past-required")
            continue;
        advice.rules += (advice.rules.empty() ? "" : " ") + finding.rule;
        for (const Fix& fix : finding.fixes) advice.text += fix.text;
    }
    return advice;
}
Advice on_target(const std::string& row, const std::string& value) {
    return advice_on("longterm." + row + ".target", value);
}
const Advice kNothing;

TEST(Advice, FollowsTheDirectionOfTheRate) {
    // Higher is better: 政府采购执行率. Lower is better: 在职人员控制率, 结转结余率, “三公”经费变动率.
    EXPECT_EQ(on_target("procurement_execution", "≥90%"), kNothing);
    EXPECT_EQ(on_target("procurement_execution", "=100%"), kNothing);
    EXPECT_EQ(on_target("procurement_execution", "90%"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "≤90%"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "100%"), (Advice{"rate-needs-operator", "=100%"}));
    EXPECT_EQ(on_target("staff_control", "≤95%"), kNothing);
    EXPECT_EQ(on_target("staff_control", "95%"), (Advice{"rate-needs-operator", "≤95%"}));
    EXPECT_EQ(on_target("staff_control", "≥95%"), (Advice{"rate-needs-operator", "≤95%"}));
    EXPECT_EQ(on_target("carryover", "≥10%"), (Advice{"rate-needs-operator", "≤10%"}));
    EXPECT_EQ(on_target("carryover", ">10%"), (Advice{"rate-needs-operator", "≤10%"}));
    EXPECT_EQ(on_target("official_expense_change", "-5%"), (Advice{"rate-needs-operator", "≤-5%"}));
    EXPECT_EQ(on_target("official_expense_change", "≥0%"), (Advice{"rate-needs-operator", "≤0%"}));
    EXPECT_EQ(on_target("budget_adjustment", "≥10%"), (Advice{"rate-needs-operator", "≤10%"}));
}

TEST(Advice, KnowsWhatAMissingPercentSignMeans) {
    EXPECT_EQ(on_target("procurement_execution", "90"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "0.9"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "≥90"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "≥0.9"), (Advice{"rate-needs-operator", "≥90%"}));
    EXPECT_EQ(on_target("staff_control", "≥95"), (Advice{"rate-needs-operator", "≤95%"}));
    EXPECT_EQ(on_target("staff_control", "≤0.955"), (Advice{"rate-needs-operator", "≤95.5%"}));
}

TEST(Advice, ReadsTheWaysInWhichARateIsWritten) {
    for (const char* raw : {"90%以上", "达到90%", "不低于百分之九十"})
        EXPECT_EQ(on_target("procurement_execution", raw), kNothing) << raw;
    EXPECT_EQ(on_target("procurement_execution", "百分之九十"), (Advice{"rate-needs-operator", "≥90%"}));
    for (const char* raw : {"90%~95%", "90%-95%", "90～95%", "90%至95%"}) {
        EXPECT_EQ(on_target("procurement_execution", raw), (Advice{"rate-needs-number", "≥90%"})) << raw;
        EXPECT_EQ(on_target("staff_control", raw), (Advice{"rate-needs-number", "≤95%"})) << raw;
    }
    EXPECT_EQ(on_target("procurement_execution", "90%左右"), (Advice{"rate-needs-operator", "≥90%"}));
}

TEST(Advice, GivesAnExampleOfTheRatesOwnKind) {
    const auto example = [](const char* row) {
        auto review = Review::of_blank();
        review.answer(std::string("longterm.") + row + ".target", "按实际情况");
        const std::string message = review.message("rate-needs-number");
        const size_t from = message.find("例如 ") + std::string("例如 ").size();
        return message.substr(from, message.find("）", from) - from);
    };
    EXPECT_EQ(example("official_expense_change"), "≤0%");
    EXPECT_EQ(example("budget_adjustment"), "≤10%");
    EXPECT_EQ(example("carryover"), "≤10%");
    EXPECT_EQ(example("staff_control"), "≤100%");
    EXPECT_EQ(example("budget_execution"), "≥90%");
}

TEST(Advice, RecognisesTheTwoThatWasALostSign) {
    EXPECT_EQ(on_target("procurement_execution", "2 90%"), (Advice{"mark-lost", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "2\u00a090%"), (Advice{"mark-lost", "≥90%"}));
    EXPECT_EQ(on_target("work_plan_soundness", "2 90%"), (Advice{"mark-lost", "≥90%"})) << "no rate";
    for (const char* raw : {"?90%", "2 90%"})
        EXPECT_EQ(on_target("staff_control", raw), (Advice{"mark-lost", "≤90%"})) << raw;
    EXPECT_EQ(advice_on("annual.staff_control.last", "2 90%"), (Advice{"mark-lost", "90%"})) << "a fact";
    auto review = Review::of_blank();
    review.answer("longterm.procurement_execution.target", "2 90%");
    EXPECT_NE(review.message("mark-lost").find("应为“≥90%”？"), std::string::npos);
}

// A value to be rewritten is not to be explained as well.
TEST(Advice, SaysOneThingOfARateAboveOneHundredPercent) {
    EXPECT_EQ(on_target("procurement_execution", "290%"), (Advice{"rate-above-hundred", "≥90%"}));
    EXPECT_EQ(on_target("procurement_execution", "292%"), (Advice{"rate-above-hundred", "≥92%"}));
    EXPECT_EQ(on_target("staff_control", "292%"), (Advice{"rate-above-hundred", "≤92%"}));
    EXPECT_EQ(on_target("staff_control", "108.70%"), (Advice{"rate-above-hundred", ""}));
    EXPECT_EQ(on_target("staff_control", "≥108%"), (Advice{"rate-above-hundred", ""}));
    EXPECT_EQ(on_target("procurement_execution", "290"), (Advice{"rate-above-hundred", "≥90%"}));
    EXPECT_EQ(advice_on("annual.procurement_execution.last", "292%"), (Advice{"rate-above-hundred", "92%"}));
}

TEST(Advice, AsksForTheOneWordThatMeansNotApplicable) {
    for (const std::string raw : {"不适用", "暂无", "不涉及", "没有", "无。", "N/A", "n/a", "-", "——"}) {
        auto review = Review::of_seed();
        review.answer("longterm.asset_rules.target", raw);
        EXPECT_EQ(review.only("none-in-other-words").fixes.front().text, "无") << raw;
        EXPECT_TRUE(review.findings("basis-and-category").empty()) << raw;
        review.answer("longterm.asset_rules.basis", "").answer("longterm.asset_rules.category", "");
        EXPECT_FALSE(review.state().cell("longterm.asset_rules.basis")->required) << raw;
        EXPECT_TRUE(review.findings("none-leaves-blank").empty()) << raw;
        EXPECT_TRUE(review.findings("basis-and-category").empty()) << raw;
    }
    EXPECT_EQ(advice_on("annual.staff_control.last", "N/A"), (Advice{"none-in-other-words", "无"}));
    for (const char* raw : {"无", "无障碍", "没有投诉", "-5%"})
        EXPECT_TRUE(Review::of_blank()
                        .answer("longterm.asset_rules.target", raw)
                        .findings("none-in-other-words")
                        .empty())
            << raw;
}

TEST(Advice, NamesTheReasonWhyAnAmountIsNone) {
    const auto reason = [](const char* raw) {
        auto review = Review::of_blank();
        review.answer("income.fiscal.current", raw);
        const std::string message = review.message("amount-understood");
        return message.substr(message.rfind("，") + std::string("，").size());
    };
    EXPECT_EQ(reason("=1+2"), "请填算好的数字");
    EXPECT_EQ(reason("1424万元"), "只填数字");
    EXPECT_EQ(reason("1424元"), "请换算后只填数字");
    EXPECT_EQ(reason("1.1234567"), "小数最多 6 位");
    EXPECT_EQ(reason("123456789012345678901"), "整数最多 20 位");
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "1,424万元");
    EXPECT_NE(review.message("amount-understood").find("单位已是万元，只填数字"), std::string::npos);
    EXPECT_EQ(review.only("amount-understood").fixes.front().text, "1424");
    review.answer("income.fiscal.current", "1424元");
    EXPECT_TRUE(review.only("amount-understood").fixes.empty()) << "another unit";
}

TEST(Advice, GivesADayTheYearOfTheBudget) {
    for (const char* raw : {"12月31日", "12/31", "12-31", "12月31"}) {
        auto review = Review::of_blank();
        review.answer("date", raw);
        EXPECT_EQ(review.only("date-understood").fixes.front().text, "2025年12月31日") << raw;
    }
    auto review = Review::of_blank();
    review.answer("budget_year", "2027").answer("date", "1月5日");
    EXPECT_EQ(review.only("date-understood").fixes.front().text, "2027年1月5日");
    EXPECT_TRUE(review.answer("date", "2月30日").only("date-understood").fixes.empty());
}

TEST(Fixes, OfTheSeedAreThoseThatAClerkMisses) {
    const FormState state = Review::of_seed().state();
    const auto fixes = [&](std::string_view rule) {
        std::string all;
        for (const Finding& finding : state.findings)
            if (finding.rule == rule)
                for (const Fix& fix : finding.fixes)
                    all += fix.label + "(" + std::to_string(fix.paths.size()) + ")";
        return all;
    };
    EXPECT_EQ(fixes("rate-needs-operator"),
              "采用“≤90%”(2)采用“≤95%”(2)采用“≤90%”(2)采用“=100%”(2)采用“≥98%”(2)")
        << "in both tables";
    EXPECT_EQ(fixes("blank-money-row"), "填 0(3)填 0(3)填 0(3)");
    EXPECT_EQ(fixes("open-slot"),
              "删除这一行（两张表）(2)删除这一行（两张表）(2)删除这一行（两张表）(2)标为不适用(2)"
              "删除这一行（两张表）(2)删除这一行（两张表）(2)删除这一行（两张表）(2)标为不适用(2)");
    EXPECT_EQ(fixes("facts-have-no-operator"), "去掉符号(2)去掉符号(2)去掉符号(2)去掉符号(2)去掉符号(2)");
}

// Every fix that sets cells is the end of its finding.
TEST(Fixes, EndTheirFinding) {
    auto broken = Review::of_seed();
    broken.answer("longterm.budget_adjustment.target", "2 10%")
        .answer("annual.budget_execution.target", "≤90")
        .answer("longterm.asset_rules.target", "不适用")
        .answer("longterm.carryover.basis", "计划标准")
        .answer("annual.staff_control.basis", "行业标准")
        .answer("annual.project_approval.before_last", "无")
        .answer("annual.project_approval.last", "无")
        .answer("income.fiscal.last", "487万元")
        .answer("budget_year", "1999")
        .answer("annual.procurement_execution.target", "292%");
    int tried = 0;
    for (const Finding& finding : broken.state().findings)
        for (const Fix& fix : finding.fixes) {
            if (fix.removes) continue;
            auto mended = broken;
            for (const std::string& path : fix.paths) mended.answer(path, fix.text);
            for (const Finding& left : mended.findings(finding.rule))
                EXPECT_NE(left.key, finding.key) << finding.message << fix.label;
            ++tried;
        }
    EXPECT_GT(tried, 20);
}

TEST(Hints, OfTheWholeFormMarkNoCellAndStandBehindAllOthers) {
    const FormState state = Review::of_seed().state();
    EXPECT_EQ(finding_of(state, "long-term-equals-annual").general, true);
    EXPECT_EQ(finding_of(state, "income-change").general, false) << "it is to be explained";
    ASSERT_GT(state.findings.size(), 2U);
    for (size_t i = 0; i < state.findings.size(); ++i)
        EXPECT_EQ(state.findings[i].general, i + 2 >= state.findings.size()) << state.findings[i].message;
    EXPECT_FALSE(state.cell("longterm.work_plan_soundness.target")->worst);
    EXPECT_EQ(state.cell("longterm.budget_execution.target")->worst, Level::Hint) << "its own hint";
}

}  // namespace
}  // namespace shenbao
