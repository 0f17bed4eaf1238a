// What a form lacks that its clerk takes for complete.
#include <map>
#include <set>

#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

constexpr const char* kMoney[] = {"current", "before_last", "last"};

// The seed with its slots gone and its one explanation written.
Review complete_form() {
    auto review = Review::of_seed();
    for (const char* table : {"longterm", "annual"}) {
        for (const char* slot : {"cost_open", "duty_open", "technology_open"}) review.remove_row(table, slot);
        review.answer(std::string(table) + ".satisfaction_open.target", "无");
    }
    return review.explain("income-change:income.total.current", "新增综合保税区建设专项");
}

TEST(Complete, IsAFormWithNothingLeftToDo) {
    const FormState state = complete_form().state();
    EXPECT_EQ(state.errors, 0);
    EXPECT_EQ(state.explains, 0);
    for (const SectionState& section : state.sections) {
        EXPECT_EQ(section.filled, section.required) << section.id;
        EXPECT_GT(section.required, 0) << section.id;
    }
}

TEST(Complete, IsNoFormWithAMoneyColumnWithoutAnyAmount) {
    for (const char* table : {"income", "expenditure"})
        for (const std::string column : kMoney) {
            auto review = complete_form();
            for (const RowDefinition& row : official_form()->definition().table(table)->rows)
                review.answer(cell_path(table, row.id, column), "");
            const Finding finding = review.only("amounts-missing");
            EXPECT_EQ(finding.level, Level::Error);
            EXPECT_EQ(finding.paths.size(), 3U) << "the cells that can be filled, not the total";
            EXPECT_EQ(review.state().cell(finding.paths.front())->computed, false);
            EXPECT_TRUE(review.state().cell(finding.paths.back())->required);
            const SectionState funds = review.state().sections[1];
            EXPECT_EQ(funds.filled, funds.required - 1);
            review.answer(finding.paths.back(), "0");
            EXPECT_TRUE(review.findings("amounts-missing").empty()) << "one amount will do";
            EXPECT_FALSE(review.state().cell(finding.paths.front())->required);
        }
}

TEST(Complete, NamesEachMoneyColumnOfABlankFormOnce) {
    const auto found = Review::of_blank().findings("amounts-missing");
    ASSERT_EQ(found.size(), 6U);
    EXPECT_EQ(found[0].message, "收入构成“当年金额”一列没有填金额；没有的请填 0");
    EXPECT_EQ(Review::of_blank().findings("blank-money-row").size(), 6U) << "single rows stay hints";
    EXPECT_EQ(Review::of_blank().findings("blank-money-row")[0].level, Level::Hint);
}

TEST(Complete, DoesNotCallARowBlankWhoseAmountCannotBeRead) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "1424万元");
    EXPECT_EQ(review.places("amount-understood"), Places{"income.fiscal.current"});
    EXPECT_EQ(review.places("blank-money-row").front(), "income.special_account.current");
    EXPECT_EQ(review.places("amounts-missing").front(), "income.fiscal.before_last");
}

TEST(Complete, IsNoFormWithoutTheIndicatorsOfBothYearsBefore) {
    auto review = complete_form();
    review.answer("annual.staff_control.before_last", "");
    EXPECT_EQ(review.message("past-required"), "年度“在职人员控制率”的前年指标值未填；没有的请填“无”");
    EXPECT_EQ(review.only("past-required").level, Level::Error);
    EXPECT_TRUE(review.state().cell("annual.staff_control.before_last")->required);
    review.answer("annual.staff_control.last", "/");
    EXPECT_EQ(review.only("past-required").paths,
              (Places{"annual.staff_control.before_last", "annual.staff_control.last"}));
    review.answer("annual.staff_control.before_last", "无").answer("annual.staff_control.last", "无");
    EXPECT_TRUE(review.findings("past-required").empty());
    EXPECT_EQ(Review::of_blank().findings("past-required").size(), 31U) << "rows that have a name";
}

TEST(Complete, HasNoNegativeAmount) {
    auto review = complete_form();
    review.answer("income.fiscal.current", "-3");
    EXPECT_EQ(review.message("amount-negative"), "收入构成 财政拨款 当年金额填的是“-3”，金额不能是负数");
    EXPECT_EQ(review.places("amount-negative"), Places{"income.fiscal.current"});
    EXPECT_EQ(review.only("amount-negative").level, Level::Error);
    EXPECT_EQ(review.answer("income.fiscal.current", "0").findings("amount-negative").size(), 0U);
}

TEST(Complete, IsOfTheBudgetYearThatFollowsItsDate) {
    const auto found = [](const char* date, const char* year) {
        auto review = complete_form();
        review.answer("date", date).answer("budget_year", year);
        std::string rules;
        for (const char* rule : {"year-follows-date", "year-is-unusual"})
            if (!review.findings(rule).empty()) rules += rule;
        return rules;
    };
    EXPECT_EQ(found("2026年1月5日", "1999"), "year-follows-date");
    EXPECT_EQ(found("2026年1月5日", "2028"), "year-follows-date");
    EXPECT_EQ(found("2026年1月5日", "2026"), "");
    EXPECT_EQ(found("2026年1月5日", "2027"), "year-is-unusual");
    EXPECT_EQ(found("2025年12月31日", "2025"), "year-is-unusual");
    EXPECT_EQ(found("2025年12月31日", "26"), "");
    EXPECT_EQ(found("2025年12月31日", ""), "");
    EXPECT_EQ(found("", "1999"), "");
    auto review = complete_form();
    review.answer("budget_year", "1999");
    EXPECT_EQ(review.message("year-follows-date"),
              "填报日期是 2025年12月31日，预算年度应是 2026，填的是 1999");
}

// Required, yellow and found are one: each blank cell that is asked for is named by an error.
TEST(Complete, AsksForNothingThatNoErrorNames) {
    auto half = Review::of_seed();
    half.answer("annual.staff_control.target", "").answer("longterm.carryover.target", "10%");
    for (const Review& review : {Review::of_blank(), Review::of_seed(), half, complete_form()}) {
        const FormState state = review.state();
        std::set<std::string> named;
        for (const Finding& finding : state.findings)
            if (finding.level == Level::Error) named.insert(finding.paths.begin(), finding.paths.end());
        for (const auto& [path, cell] : state.cells)
            if (cell.required && cell.text.empty()) {
                EXPECT_TRUE(named.contains(path)) << path;
            }
    }
}

TEST(Complete, NeedsNoNameForASlotThatDoesNotApply) {
    auto review = Review::of_seed();
    review.answer("longterm.satisfaction_open.target", "无");
    EXPECT_EQ(review.findings("open-slot").size(), 7U);
    EXPECT_FALSE(review.state().cell("longterm.satisfaction_open.title")->required);
    EXPECT_TRUE(review.state().cell("annual.satisfaction_open.title")->required);
    EXPECT_TRUE(Review::of_seed()
                    .answer("longterm.core_output_1.title", "")
                    .answer("longterm.core_output_1.target", "无")
                    .state()
                    .cell("longterm.core_output_1.title")
                    ->required)
        << "only slots may go without a name";
}

TEST(Findings, OfDifferentTablesNeverSayTheSameWords) {
    auto broken = Review::of_seed();
    for (const std::string table : {"longterm", "annual"}) {
        broken.answer(table + ".core_output_1.title", "")
            .answer(table + ".staff_control.basis", "")
            .answer(table + ".carryover.category", "基本型")
            .answer(table + ".budget_execution.target", "?90%")
            .answer(table + ".budget_adjustment.target", "292%")
            .answer(table + ".project_approval.target", "不适用")
            .answer(table + ".asset_rules.target", "")
            .answer(table + ".core_output_2.title", table + "一句话。")
            .answer(table + ".social_benefit.title", "提高" + table)
            .answer(table + ".social_benefit.target", "提高" + table);
    }
    for (const Review& review : {Review::of_blank(), Review::of_seed(), broken}) {
        std::map<std::string, std::string> said;
        for (const Finding& finding : review.state().findings) {
            if (finding.paths.empty()) continue;
            const std::string table(split_path(finding.paths.front()).table);
            const auto [before, fresh] = said.emplace(finding.message, table);
            EXPECT_TRUE(fresh || before->second == table) << finding.message;
        }
    }
}

}  // namespace
}  // namespace shenbao
