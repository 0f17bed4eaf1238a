// What docs/domain.md says of the real filled form, rule by rule. Lines are those of tests/fixtures/seed.txt,
// given as the indicator they hold.
#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

TEST(Seed, HasErrorsExactlyForItsOpenSlots) {
    auto state = Review::of_seed().state();
    for (const auto& finding : state.findings) {
        if (finding.level == Level::Error) {
            EXPECT_EQ(finding.rule, "open-slot") << finding.message;
        }
    }
    // Lines 160, 345, 427, 443 and 524, 755, 857, 877.
    EXPECT_EQ(
        Review::of_seed().places("open-slot"),
        (Places{"longterm.cost_open.title", "longterm.duty_open.title", "longterm.technology_open.title",
                "longterm.satisfaction_open.title", "annual.cost_open.title", "annual.duty_open.title",
                "annual.technology_open.title", "annual.satisfaction_open.title"}));
    EXPECT_EQ(state.errors, 8);
}

TEST(Seed, SaysThatALevelTwoWithOnlyASlotHasNoIndicator) {
    auto findings = Review::of_seed().findings("open-slot");
    ASSERT_EQ(findings.size(), 8u);
    EXPECT_NE(findings[3].message.find("联系部门满意度"), std::string::npos) << findings[3].message;
    EXPECT_NE(findings[3].message.find("还没有指标"), std::string::npos) << findings[3].message;
    EXPECT_EQ(findings[0].message.find("还没有指标"), std::string::npos) << findings[0].message;
}

TEST(Seed, OwesOneExplanationForItsIncomeOfNearlyThreeTimesTheLastYear) {
    auto review = Review::of_seed();
    EXPECT_EQ(review.state().explains, 1);
    EXPECT_EQ(review.message("income-change"),
              "收入合计当年 1424.00，上年 487.00，增加 192.4%，超过 30%，请说明原因");
    EXPECT_EQ(review.places("income-change"), Places{"income.total.current"});
    review.explain("income-change:income.total.current", "新增综合保税区建设专项");
    EXPECT_EQ(review.state().explains, 0);
    EXPECT_EQ(review.only("income-change").explanation, "新增综合保税区建设专项");
}

TEST(Seed, ComputesTheSharesThatStandInIt) {
    auto review = Review::of_seed();
    EXPECT_EQ(review.text("expenditure.personnel.share"), "0.21%");
    EXPECT_EQ(review.text("expenditure.operation.share"), "99.79%");
    EXPECT_EQ(review.text("expenditure.total.share"), "100%");
    EXPECT_EQ(review.text("income.fiscal.share"), "100%");
}

TEST(Seed, ComputesTheTotalsThatStandInIt) {
    auto review = Review::of_seed();
    for (std::string table : {"income", "expenditure"}) {
        EXPECT_EQ(review.text(table + ".total.current"), "1424");
        EXPECT_EQ(review.text(table + ".total.before_last"), "581.4");
        EXPECT_EQ(review.text(table + ".total.last"), "487");
    }
}

TEST(Seed, IsOfTheBudgetYearAfterItsFillDate) {
    auto state = Review::of_seed().state();
    EXPECT_EQ(state.year, 2026);
    EXPECT_EQ(state.labels.at("{before_last_year}年"), "2024年");
    EXPECT_EQ(state.labels.at("{last_year}年"), "2025年");
}

TEST(Seed, HasTheHintsOfTheDomainTable) {
    auto review = Review::of_seed();
    // Lines 153, 210, 218: rates without a number.
    EXPECT_EQ(review.places("rate-needs-number"),
              (Places{"longterm.official_expense_change.target", "longterm.budget_adjustment.target",
                      "longterm.budget_execution.target"}));
    // Lines 129, 137, 145, 396, 436: rates without an operator.
    EXPECT_EQ(review.places("rate-needs-operator"),
              (Places{"longterm.public_funds_control.target", "longterm.staff_control.target",
                      "longterm.meeting_cost_control.target", "longterm.training_completion.target",
                      "longterm.client_satisfaction.target"}));
    // Lines 616–617 and the four other rows with ≥90% in both years.
    EXPECT_EQ(review.places("facts-have-no-operator"),
              (Places{"annual.procurement_execution.before_last", "annual.prior_evaluation.before_last",
                      "annual.performance_monitoring.before_last", "annual.evaluation_coverage.before_last",
                      "annual.result_application.before_last"}));
    auto equal = review.findings("three-years-equal");
    ASSERT_EQ(equal.size(), 1u);
    EXPECT_EQ(equal[0].paths.size(), 35u);
    EXPECT_NE(equal[0].message.find("36 行中有 35 行"), std::string::npos) << equal[0].message;
    EXPECT_EQ(review.findings("long-term-equals-annual").size(), 1u);
    // Lines 330 and 338 are sentences; 371/372 says 低碳环保 twice.
    EXPECT_EQ(review.places("name-is-a-sentence"),
              (Places{"longterm.core_output_1.title", "longterm.core_output_2.title"}));
    EXPECT_EQ(review.places("value-restates-name"), Places{"longterm.ecological_benefit.target"});
    // Lines 37–41, 45–49, 78–82.
    EXPECT_EQ(
        review.places("blank-money-row"),
        (Places{"income.special_account.current", "income.unit.current", "expenditure.special.current"}));
}

TEST(Seed, HasNoFindingOfAnyOtherRule) {
    std::vector<std::string> known = {"open-slot",
                                      "income-change",
                                      "rate-needs-number",
                                      "rate-needs-operator",
                                      "facts-have-no-operator",
                                      "three-years-equal",
                                      "long-term-equals-annual",
                                      "name-is-a-sentence",
                                      "value-restates-name",
                                      "blank-money-row"};
    for (const auto& finding : Review::of_seed().state().findings)
        EXPECT_NE(std::find(known.begin(), known.end(), finding.rule), known.end())
            << finding.rule << ": " << finding.message;
}

TEST(Seed, With1420InsteadOf1421IsUnbalancedByOne) {
    auto review = Review::of_seed();
    review.answer("expenditure.operation.current", "1420");
    EXPECT_EQ(review.message("income-equals-expenditure"),
              "收入合计 1424.00 与支出合计 1423.00 不相等，相差 1.00（当年金额）");
    EXPECT_EQ(review.text("expenditure.personnel.share"), "0.21%");
    EXPECT_EQ(review.text("expenditure.operation.share"), "99.79%");
}

TEST(Seed, WithoutOneAnnualRowNamesTheRow) {
    auto review = Review::of_seed();
    review.remove_row("annual", "core_output_2");
    EXPECT_EQ(review.findings("indicator-missing-in-annual").size(), 1u);
    EXPECT_EQ(review.only("indicator-missing-in-annual").fix, Repair::AlignRows);
}

TEST(Seed, SaysSomethingInEveryFinding) {
    for (const auto& finding : Review::of_seed().state().findings) {
        EXPECT_FALSE(finding.message.empty()) << finding.rule;
        EXPECT_FALSE(finding.paths.empty()) << finding.rule;
    }
    for (const auto& finding : Review::of_blank().state().findings)
        EXPECT_FALSE(finding.message.empty()) << finding.rule;
}

TEST(Seed, KeepsItsFindingsInPaperOrder) {
    auto state = Review::of_seed().state();
    auto place = [&](const std::string& rule) {
        for (size_t i = 0; i < state.findings.size(); ++i)
            if (state.findings[i].rule == rule) return i;
        return state.findings.size();
    };
    EXPECT_LT(place("blank-money-row"), place("rate-needs-operator"));
    EXPECT_LT(place("rate-needs-operator"), place("facts-have-no-operator"));
}

TEST(Seed, CountsItsSections) {
    auto state = Review::of_seed().state();
    for (const auto& section : state.sections) {
        if (section.id == "head") {
            EXPECT_EQ(section.required, 4);
            EXPECT_EQ(section.filled, 4);
        }
        if (section.id == "longterm") {
            EXPECT_EQ(section.errors, 4);
        }
        if (section.id == "annual") {
            EXPECT_EQ(section.errors, 4);
        }
    }
}

}  // namespace
}  // namespace shenbao
