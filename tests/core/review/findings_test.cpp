// What findings are, whatever the rule says.
#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

constexpr const char* kEndless = "every i in 1..10000000 satisfies i > 0";

TEST(Unfinished, IsSaidOfARuleOverItsLimit) {
    const FormState state =
        form_with_rule("", kEndless, "找到了")->evaluate(Review::of_blank().declaration(), kToday);
    const Finding& finding = finding_of(state, "of-the-day");
    EXPECT_EQ(finding.level, Level::Error);
    EXPECT_EQ(finding.message, "规则“of-the-day”未能检查完：内容过多，超出了一次检查的限度，请自行核对");
    EXPECT_TRUE(finding.paths.empty());
    EXPECT_EQ(state.errors, Review::of_blank().state().errors + 1);
}

// A thousand rows, each compared with each: the limit is a matter of the declaration, not of the form.
TEST(Unfinished, IsSaidOfATableTooLongForARule) {
    const auto form = form_with_rule(
        "", "some a in longterm.rows satisfies count(longterm.rows[title = a.title and 1 = 2]) > 0", "重名");
    Declaration declaration = blank_declaration(form->definition());
    auto& rows = declaration.rows["longterm"];
    const auto unfinished = [&] {
        const FormState state = form->evaluate(declaration, kToday);
        return std::any_of(state.findings.begin(), state.findings.end(),
                           [](const Finding& finding) { return finding.rule == "of-the-day"; });
    };
    EXPECT_FALSE(unfinished());
    for (int i = 2; i <= 1000; ++i) rows.push_back({"cost_open-" + std::to_string(i), "cost_open"});
    EXPECT_TRUE(unfinished());
}

TEST(Unfinished, NamesThePlaceWhereTheRuleStoppedAndKeepsWhatItFound) {
    auto review = Review::of_blank();
    review.answer("income.fiscal.last", "7")
        .answer("income.unit.last", "5")
        .answer("income.special_account.last", "5");
    const auto form =
        form_with_rule("income.last", std::string("cell = 7 or (cell = 5 and ") + kEndless + ")", "七");
    const FormState state = form->evaluate(review.declaration(), kToday);
    std::vector<std::string> found;
    for (const Finding& finding : state.findings)
        if (finding.rule == "of-the-day") found.push_back(finding.message.substr(0, 3) + finding.paths.at(0));
    EXPECT_EQ(found, (Places{"七income.fiscal.last", "规income.special_account.last"})) << "said once a rule";
}

TEST(Unfinished, IsSaidOfAWordingOverItsLimit) {
    const std::string message = "共 {count(for i in 1..10000000 return i)} 处";
    const auto form = form_with_rule("person", "true", message);
    const FormState state = form->evaluate(Review::of_blank().declaration(), kToday);
    EXPECT_EQ(std::count_if(state.findings.begin(), state.findings.end(),
                            [](const Finding& finding) { return finding.rule == "of-the-day"; }),
              2);
}

// Each row costs less than one evaluation may, all of them together more than a check may.
TEST(Unfinished, IsSaidOfEveryRuleBehindTheLimitOfAWholeCheck) {
    const auto form =
        form_with_rule("longterm", "some i in 1..50000 satisfies i + count(longterm.rows) < 0", "找到了");
    Declaration declaration = blank_declaration(form->definition());
    const auto unfinished = [&](std::string_view rule) {
        const FormState state = form->evaluate(declaration, kToday);
        return std::count_if(state.findings.begin(), state.findings.end(), [&](const Finding& finding) {
            return finding.rule == rule && finding.message.find("未能检查完") != std::string::npos;
        });
    };
    declaration.rows["longterm"] = std::vector{declaration.rows["longterm"].front()};
    EXPECT_EQ(unfinished("of-the-day"), 0);
    for (int i = 2; i <= 300; ++i)
        declaration.rows["longterm"].push_back({"cost_open-" + std::to_string(i), "cost_open"});
    EXPECT_EQ(unfinished("of-the-day"), 1);
}

TEST(Unfinished, IsSaidOfAFormulaOverItsLimit) {
    FormDefinition definition = form_with_rule("", "false", "无")->definition();
    for (size_t i = 0; i < definition.fields.size(); ++i)
        if (definition.fields[i].id == "phone")
            definition.fields.change(i).initial = "string(count(for i in 1..10000000 return i))";
    const auto form = Reviewer::compile(std::move(definition)).reviewer;
    ASSERT_NE(form, nullptr);
    const FormState state = form->evaluate(blank_declaration(form->definition()), kToday);
    const Finding& finding = finding_of(state, "");
    EXPECT_EQ(finding.level, Level::Error);
    EXPECT_EQ(finding.paths, Places{"phone"});
    EXPECT_EQ(finding.message,
              "“" + cell_name(form->definition(), blank_declaration(form->definition()), "phone") +
                  "”未能算完：内容过多，超出了一次检查的限度，请自行核对");
}

// Sixty lists, each twice the one before: as a text, or compared part by part, they never end.
TEST(Limits, HoldForValuesThatShareTheirParts) {
    const std::string doubled = "get value({a: for i in 1..60 return [partial[-1], partial[-1]]}, \"a\")";
    FormDefinition definition = form_with_rule("", "true", "见 {" + doubled + "}")->definition();
    for (size_t i = 0; i < definition.fields.size(); ++i)
        if (definition.fields[i].id == "phone") definition.fields.change(i).initial = doubled;
    const std::shared_ptr<const Reviewer> form = Reviewer::compile(std::move(definition)).reviewer;
    ASSERT_NE(form, nullptr);
    Recheck recheck(form);
    const Declaration declaration = blank_declaration(form->definition());
    recheck.evaluate(declaration, kToday);
    const FormState& state = recheck.evaluate(declaration, kToday);
    EXPECT_LE(state.cell("phone")->text.size(), 4096u);
    EXPECT_LE(finding_of(state, "of-the-day").message.size(), 4200u);
}

// A table longer than any official one, and the one behind it on the paper.
TEST(Findings, StandInPaperOrderHoweverManyRowsThereAre) {
    const auto form = form_with_rule("expenditure income", "row.last = 7", "此处",
                                     {"{cell of(table.id, row.id, \"last\")}"});
    Declaration declaration = blank_declaration(form->definition());
    for (int i = 2; i <= 1200; ++i)
        declaration.rows["income"].push_back({"fiscal-" + std::to_string(i), "fiscal"});
    const Places expected = {"income.fiscal-2.last", "income.fiscal-980.last", "income.fiscal-1200.last",
                             "expenditure.personnel.last", "expenditure.total.last"};
    for (const std::string& path : expected) declaration.values[path] = "7";
    std::vector<std::string> found;
    for (const Finding& finding : form->evaluate(declaration, kToday).findings)
        if (finding.rule == "of-the-day") found.push_back(finding.paths.at(0));
    EXPECT_EQ(found, expected);
}

TEST(Findings, StandInPaperOrderHoweverManyCellsARowOfThePaperHas) {
    FormDefinition definition = form_with_rule("phone person", "true", "此处")->definition();
    definition.sheet.rows.assign(2, {});
    definition.sheet.rows[0].cells.resize(150);
    definition.sheet.rows[0].cells.push_back({SheetCellDefinition::Kind::Field, "", "person"});
    definition.sheet.rows[1].cells.push_back({SheetCellDefinition::Kind::Field, "", "phone"});
    const auto form = Reviewer::compile(std::move(definition)).reviewer;
    ASSERT_NE(form, nullptr);
    std::vector<std::string> found;
    for (const Finding& finding : form->evaluate(Review::of_blank().declaration(), kToday).findings)
        if (finding.rule == "of-the-day") found.push_back(finding.paths.at(0));
    EXPECT_EQ(found, (Places{"person", "phone"}));
}

}  // namespace
}  // namespace shenbao
