// Each rule is provoked alone, and is silent where it should be.
#include <tuple>

#include "tests/core/review/review_scenario.h"
#include "tests/support/fixtures.h"

namespace shenbao {
namespace {

TEST(Funding, ReportsBothSidesWhenIncomeAndExpenditureDiffer) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "1424").answer("expenditure.operation.current", "1420");
    EXPECT_EQ(review.message("income-equals-expenditure"),
              "收入合计 1424.00 与支出合计 1420.00 不相等，相差 4.00（当年金额）");
    EXPECT_EQ(review.only("income-equals-expenditure").paths,
              (Places{"income.total.current", "expenditure.total.current"}));
}

TEST(Funding, ComparesEveryYearByItsOwnHeader) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.last", "0.1")
        .answer("income.unit.last", "0.2")
        .answer("expenditure.special.last", "0.3");
    EXPECT_TRUE(review.findings("income-equals-expenditure").empty()) << "0.1 + 0.2 is 0.3 in decimals";
    review.answer("income.unit.before_last", "968.1918");
    EXPECT_EQ(review.message("income-equals-expenditure"),
              "收入合计 968.1918 与支出合计 0.00 不相等，相差 968.1918（2024年）");
}

TEST(Funding, LeavesTotalsOfBlankColumnsBlank) {
    auto review = Review::of_blank();
    EXPECT_EQ(review.text("income.total.current"), "");
    review.answer("income.fiscal.current", "0");
    EXPECT_EQ(review.text("income.total.current"), "0");
    EXPECT_EQ(review.text("income.fiscal.share"), "") << "a share of nothing is not a number";
}

TEST(Funding, ReportsAStatedTotalThatIsNotTheSum) {
    auto review = Review::of_seed();
    review.answer("income.total.current", "1500");
    EXPECT_EQ(review.message("income-total"),
              "收入合计（当年金额）填的是 1500.00，各行相加是 1424.00，相差 76.00");
    EXPECT_EQ(review.only("income-total").fix, Repair::AcceptComputed);
    review.answer("expenditure.total.last", "486");
    EXPECT_EQ(review.message("expenditure-total"),
              "支出合计（2025年）填的是 486.00，各行相加是 487.00，相差 1.00");
}

TEST(Funding, ToleratesAStatedShareWithinOneHundredth) {
    auto review = Review::of_seed();
    for (std::string near : {"0.2%", "0.22%", "0.210%", "0.22"})
        EXPECT_TRUE(review.answer("expenditure.personnel.share", near).findings("share").empty()) << near;
    for (std::string far : {"0.19%", "0.23%", "0.3%", "1.2%", "0%"})
        EXPECT_EQ(review.answer("expenditure.personnel.share", far).findings("share").size(), 1u) << far;
    review.answer("expenditure.personnel.share", "2.1%");
    EXPECT_EQ(review.message("share"), "支出构成 人员类项目支出 占比填的是 2.10%，按金额计算是 0.21%");
    review.answer("expenditure.personnel.share", "").answer("expenditure.total.share", "100.00%");
    EXPECT_TRUE(review.findings("share").empty());
}

TEST(Funding, SaysWhichAmountIsNotUnderstood) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "约1424");
    EXPECT_EQ(review.places("amount-understood"), Places{"income.fiscal.current"});
    EXPECT_NE(review.message("amount-understood").find("收入构成 财政拨款 当年金额：“约1424”不是金额"),
              std::string::npos)
        << review.message("amount-understood");
    EXPECT_TRUE(review.state().cell("income.fiscal.current")->invalid);
}

TEST(Funding, DoesNotAddUpAmountsOfMoreDigitsThanThePaperHas) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "1234567890123456789012345").answer("income.unit.current", "5");
    EXPECT_EQ(review.places("amount-understood"), Places{"income.fiscal.current"});
    EXPECT_EQ(review.text("income.total.current"), "5");
    review.answer("income.fiscal.current", "12345678901234567890");
    EXPECT_TRUE(review.findings("amount-understood").empty());
    EXPECT_EQ(review.text("income.total.current"), "12345678901234567895");
}

TEST(Funding, AsksForAnExplanationOnlyBeyondThirtyPercent) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "130").answer("income.fiscal.last", "100");
    EXPECT_TRUE(review.findings("income-change").empty());
    review.answer("income.fiscal.current", "130.01");
    EXPECT_EQ(review.findings("income-change").size(), 1u);
    review.answer("income.fiscal.current", "69.99");
    EXPECT_NE(review.message("income-change").find("减少 30.0%"), std::string::npos)
        << review.message("income-change");
    review.answer("income.fiscal.last", "0");
    EXPECT_TRUE(review.findings("income-change").empty()) << "no percentage of nothing";
}

TEST(Indicators, AskForANumberWhereARateIsPromisedInWords) {
    for (const char* words : {"较高", "按实际情况", "90%-95%"}) {
        auto review = Review::of_blank();
        review.answer("longterm.public_funds_control.target", words);
        EXPECT_NE(review.only("rate-needs-number").message.find(words), std::string::npos);
        review.answer("annual.public_funds_control.target", words);
        EXPECT_EQ(review.only("rate-needs-number").paths.size(), 2U) << "one finding for one cause";
        review.answer("annual.public_funds_control.target", "较低");
        EXPECT_EQ(review.places("rate-needs-number"),
                  (Places{"longterm.public_funds_control.target", "annual.public_funds_control.target"}));
    }
    EXPECT_TRUE(Review::of_blank()
                    .answer("longterm.public_funds_control.target", "《=90%")
                    .findings("rate-needs-number")
                    .empty());
}

TEST(Indicators, SayThatAMarkWasLost) {
    auto review = Review::of_blank();
    review.answer("longterm.public_funds_control.target", "？90%")
        .answer("annual.public_funds_control.target", "?90%");
    EXPECT_EQ(review.findings("mark-lost").size(), 2U);
    EXPECT_TRUE(review.findings("rate-needs-number").empty()) << "one finding for one cause";
}

TEST(Explanations, BelongToTheFiguresTheyWereGivenFor) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "140").answer("income.fiscal.last", "100");
    review.explain(review.only("income-change").key, "新增专项");
    EXPECT_TRUE(review.only("income-change").explained);
    EXPECT_EQ(review.state().explains, 0);
    review.answer("income.fiscal.current", "9000");
    EXPECT_FALSE(review.only("income-change").explained) << "given for 40 %";
    EXPECT_EQ(review.only("income-change").explanation, "新增专项") << "shown while it is asked for again";
    EXPECT_EQ(review.state().explains, 1);
    review.explain(review.only("income-change").key, "新增专项");
    EXPECT_EQ(review.state().explains, 0) << "confirmed as it stands";
    review.answer("income.fiscal.current", "140");
    EXPECT_EQ(review.state().explains, 1);
}

TEST(Explanations, OfAnEarlierProgramCountForWhatStandsInTheirFile) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.current", "140").answer("income.fiscal.last", "100");
    review.explain(review.only("income-change").key, "新增专项");
    const FormDefinition& form = official_form()->definition();
    Declaration earlier = review.declaration();
    earlier.explained.clear();
    review.declaration() = open_file(*official_form(), write_declaration(form, earlier), kToday).declaration;
    EXPECT_EQ(review.state().explains, 0);
    EXPECT_EQ(review.answer("income.fiscal.current", "9000").state().explains, 1);
}

TEST(Years, FollowTheFillDateAndCanBeOverridden) {
    auto review = Review::of_blank();
    review.answer("date", "2026年1月15日");
    EXPECT_EQ(review.state().year, 2026);
    review.answer("date", "2026-07-01");
    EXPECT_EQ(review.state().year, 2027);
    review.answer("budget_year", "2026");
    EXPECT_EQ(review.state().year, 2026);
    EXPECT_EQ(review.text("before_last_year"), "2024");
    EXPECT_EQ(review.text("end_year"), "2028");
}

TEST(Years, AreThoseOfTheFieldThatTheFormNames) {
    const auto form = load_form(testing::other_form_json()).reviewer;
    ASSERT_NE(form, nullptr);
    Declaration declaration = blank_declaration(form->definition());
    declaration.values["budget_year"] = "2030";
    EXPECT_EQ(form->evaluate(declaration, {2025, 1, 1}).year, 2027);
    declaration.values["cycle"] = "2031";
    EXPECT_EQ(form->evaluate(declaration, {2025, 1, 1}).year, 2031);
    declaration.values["cycle"] = "二六";
    EXPECT_EQ(form->evaluate(declaration, {2025, 1, 1}).year, 0);
}

TEST(Years, OfTheHeadersMustBeThoseBeforeTheBudgetYear) {
    auto review = Review::of_seed();
    review.answer("before_last_year", "2023");
    EXPECT_EQ(review.message("year-headers"),
              "近两年收支金额的表头写的是 2023 年，预算年度 2026 年的前年应是 2024 年");
    review.answer("end_year", "27");
    EXPECT_EQ(review.message("long-term-end"),
              "长期目标写的是截止 2027 年，预算年度 2026 年起三年应截止 2028 年");
}

TEST(Required, NamesEachBlankField) {
    EXPECT_EQ(
        Review::of_blank().places("required"),
        (Places{"date", "department", "person", "phone", "duties", "tasks", "longterm_goal", "annual_goal"}));
    auto review = Review::of_seed();
    review.answer("annual_goal", " \n\u3000");
    EXPECT_EQ(review.message("required"), "年度目标未填写；已填长期目标，长期目标和年度目标应同时填写");
}

TEST(Phone, IsALandlineWithOrWithoutAreaCodeOrAMobile) {
    for (std::string good : {"60886688", "6088668", "027-60886688", "0711-6088668", "071160886688",
                             "13800138000", "60886688转8", "027-60886688、13800138000"})
        EXPECT_TRUE(Review::of_blank().answer("phone", good).findings("phone").empty()) << good;
    for (std::string bad :
         {"123456", "138001380001", "27-60886688", "电话", "2380013800", "60886688转", "6088668813800138000"})
        EXPECT_EQ(Review::of_blank().answer("phone", bad).findings("phone").size(), 1u) << bad;
}

TEST(Dates, ThatDoNotExistAreReported) {
    auto review = Review::of_blank();
    review.answer("date", "2025年2月30日");
    EXPECT_EQ(review.places("date-understood"), Places{"date"});
    EXPECT_TRUE(Review::of_blank().answer("budget_year", "二六").findings("year-understood").size() == 1);
}

TEST(Indicators, WithoutApplicationLeaveBasisAndCategoryBlank) {
    auto review = Review::of_seed();
    review.answer("longterm.carryover.basis", "计划标准");
    EXPECT_EQ(review.message("none-leaves-blank"), "长期“结转结余率”的指标值为“无”，指标值确定依据应留空");
    EXPECT_EQ(review.places("none-leaves-blank"), Places{"longterm.carryover.basis"});
}

TEST(Indicators, WithoutApplicationAreNotAskedForBasisAndCategory) {
    auto review = Review::of_seed();
    for (const std::string table : {"longterm", "annual"}) {
        const auto asked = [&](const std::string& target) {
            review.answer(table + ".carryover.target", target);
            const FormState state = review.state();
            int due = 0;
            for (const auto& section : state.sections) due += section.required;
            return std::tuple(state.cell(table + ".carryover.basis")->required,
                              state.cell(table + ".carryover.category")->required,
                              state.cell(table + ".carryover.target")->required, due);
        };
        const int due = std::get<3>(asked("无"));
        EXPECT_EQ(asked("≤10%"), std::tuple(true, true, true, due + 2)) << table;
        EXPECT_EQ(asked("按实际情况"), std::tuple(true, true, true, due + 2)) << table;
        EXPECT_EQ(asked(""), std::tuple(true, true, true, due + 2)) << table;
        for (const char* none : {"无", "　无 "})
            EXPECT_EQ(asked(none), std::tuple(false, false, true, due)) << table << none;
    }
}

TEST(Indicators, WithATargetNeedBasisAndCategory) {
    auto review = Review::of_seed();
    review.answer("annual.staff_control.category", "");
    EXPECT_EQ(review.message("basis-and-category"), "年度“在职人员控制率”已有指标值，还缺指标分类");
    EXPECT_EQ(review.places("basis-and-category"), Places{"annual.staff_control.category"});
    review.answer("annual.staff_control.target", "");
    EXPECT_EQ(review.message("target-required"),
              "年度“在职人员控制率”的预期当年实现值未填；不适用的请填“无”");
}

TEST(Indicators, TakeBasisAndCategoryFromTheirLists) {
    auto review = Review::of_seed();
    review.answer("longterm.staff_control.basis", "计划");
    EXPECT_EQ(review.places("choice-listed"), Places{"longterm.staff_control.basis"});
}

TEST(Indicators, DifferBetweenTheTablesOnlyWithAHint) {
    auto review = Review::of_seed();
    review.answer("annual.staff_control.basis", "行业标准");
    EXPECT_EQ(review.message("basis-as-long-term"),
              "年度“在职人员控制率”的指标值确定依据是“行业标准”，长期绩效指标中是“计划标准”");
}

TEST(Indicators, EnteredUnderDifferentNamesAreReported) {
    auto review = Review::of_seed();
    review.answer("annual.economic_benefit.title", "缩短群众等候时间");
    EXPECT_EQ(review.places("indicator-name-differs"), Places{"annual.economic_benefit.title"});
    EXPECT_EQ(review.only("indicator-name-differs").fix, Repair::AlignRows);
}

TEST(Indicators, WithoutANameAreReportedOnceForBothTables) {
    auto review = Review::of_seed();
    review.answer("annual.economic_benefit.title", "").answer("annual.cost_open.title", "差旅费");
    EXPECT_EQ(review.places("indicator-name-differs"),
              (Places{"annual.cost_open.title", "annual.economic_benefit.title"}));
    EXPECT_TRUE(review.findings("indicator-named").empty());
    EXPECT_EQ(review.findings("open-slot").size(), 6U);
    review.answer("longterm.economic_benefit.title", "");
    EXPECT_EQ(review.places("indicator-named"), Places{"longterm.economic_benefit.title"});
}

TEST(Indicators, AboveOneHundredPercentNeedAnExplanation) {
    auto review = Review::of_seed();
    review.answer("longterm.procurement_execution.target", "292%");
    EXPECT_EQ(review.places("rate-above-hundred"), Places{"longterm.procurement_execution.target"});
    review.answer("longterm.procurement_execution.target", "≥92%")
        .answer("longterm.official_expense_change.target", "120%");
    EXPECT_TRUE(review.findings("rate-above-hundred").empty()) << "a rate of change may";
}

TEST(Indicators, SuggestTheDirectionTheirFormulaHas) {
    auto review = Review::of_seed();
    const auto findings = review.findings("rate-needs-operator");
    ASSERT_EQ(findings.size(), 5u);
    EXPECT_NE(findings[0].message.find("“≤90%”"), std::string::npos);
    EXPECT_NE(findings[4].message.find("“≥98%”"), std::string::npos);
}

TEST(Indicators, NewThisYearAreInnovative) {
    auto review = Review::of_seed();
    review.answer("annual.informatization.category", "基本型");
    EXPECT_EQ(review.places("new-is-innovative"), Places{"annual.informatization.category"});
    review.answer("annual.staff_control.category", "创新型");
    EXPECT_EQ(review.places("continued-is-basic"), Places{"annual.staff_control.category"});
}

TEST(LongTexts, LongerThanThePaperOrWithAnEmptyNumberAreHinted) {
    auto review = Review::of_seed();
    std::string thousand;
    for (int i = 0; i < 801; ++i) thousand += "绩";
    review.answer("duties", thousand);
    EXPECT_EQ(review.message("text-too-long"), "部门职能概述有 801 字，纸面大约容得下 800 字，请精简");
    review.answer("tasks", "1.深化改革;\n2.\n3.提升服务");
    EXPECT_EQ(review.places("empty-numbered-item"), Places{"tasks"});
}

TEST(Normalising, IsVisibleAndLeavesTheRawText) {
    auto review = Review::of_blank();
    review.answer("longterm.staff_control.target", "＞=９０％");
    auto state = review.state();
    const auto* cell = state.cell("longterm.staff_control.target");
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->text, "＞=９０％");
    EXPECT_EQ(cell->normalized, "≥90%");
}

TEST(FormFunctions, SayWhatAnIndicatorHolds) {
    auto review = Review::of_blank();
    const auto finds = [&](const char* target) {
        review.answer("longterm.staff_control.target", target);
        return std::pair(!review.findings("basis-and-category").empty(),
                         !review.findings("rate-needs-operator").empty());
    };
    EXPECT_EQ(finds(""), std::pair(false, false)) << "blank is not given";
    EXPECT_EQ(finds("无"), std::pair(false, false)) << "nor is 无";
    EXPECT_EQ(finds("90%"), std::pair(true, true)) << "a bare number";
    EXPECT_EQ(finds("≤90%"), std::pair(true, false));
    EXPECT_EQ(finds("按实际情况"), std::pair(true, false));
}

TEST(FormFunctions, NameTheCellsThatAreMissing) {
    auto review = Review::of_blank();
    review.answer("annual.staff_control.target", "≤90%").answer("annual.staff_control.basis", "计划标准");
    EXPECT_EQ(review.only("basis-and-category").paths, Places{"annual.staff_control.category"});
    review.answer("annual.staff_control.basis", "");
    EXPECT_EQ(review.only("basis-and-category").paths,
              (Places{"annual.staff_control.basis", "annual.staff_control.category"}));
}

}  // namespace
}  // namespace shenbao
