// Definitions whose FEEL is wrong are refused, with the place of every mistake.
#include "core/review/feel_mistakes.h"
#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

TEST(Definition, WithMistakesInItsFeelReportsEachWithItsPointer) {
    auto definition = official_form()->definition();
    definition.rules[0].when = "row.curent > 1";
    definition.rules[1].message = "{dat}";
    definition.rules[2].each = "nowhere";
    definition.fields.change(2).formula = "before_last_year + 1";
    auto result = Reviewer::compile(definition);
    EXPECT_EQ(result.reviewer, nullptr);
    std::vector<std::string> pointers;
    for (const auto& fault : result.faults)
        if (pointers.empty() || pointers.back() != fault.pointer) pointers.push_back(fault.pointer);
    EXPECT_NE(std::find(pointers.begin(), pointers.end(), "/fields/2/formula"), pointers.end());
    EXPECT_NE(std::find(pointers.begin(), pointers.end(), "/rules/0/when"), pointers.end());
    EXPECT_NE(std::find(pointers.begin(), pointers.end(), "/rules/1/message"), pointers.end());
    EXPECT_NE(std::find(pointers.begin(), pointers.end(), "/rules/2/each"), pointers.end());
}

TEST(Definition, WithAComparisonThatCanNeverBeTrueIsRefused) {
    auto definition = official_form()->definition();
    definition.rules[0].when = "row.current = \"1424\"";
    definition.rules[1].message = "{if 1 > 2 then \"a\" else \"b\"}";
    auto result = Reviewer::compile(definition);
    EXPECT_EQ(result.reviewer, nullptr);
    ASSERT_FALSE(result.faults.empty());
    EXPECT_EQ(result.faults[0].pointer, "/rules/0/when");
    ASSERT_NE(result.faults[0].feel, nullptr);
    EXPECT_EQ(result.faults[0].feel->source, "row.current = \"1424\"");
}

// The official form with one rule of its own.
std::vector<std::string> faults_of(RuleDefinition rule) {
    auto definition = official_form()->definition();
    rule.id = "mine";
    if (rule.when.empty()) rule.when = "row.current > 1";
    rule.message = "…";
    rule.index = definition.rules.size();
    definition.rules = {rule};
    std::vector<std::string> pointers;
    for (const auto& fault : Reviewer::compile(definition).faults) pointers.push_back(fault.pointer);
    return pointers;
}

using Pointers = std::vector<std::string>;

TEST(Definition, WithAConditionThatIsNoneIsRefused) {
    for (const char* when : {"5", "\"abc\"", "null", "income.total.last", "row", "income.rows", "today"}) {
        RuleDefinition rule;
        rule.each = "income";
        rule.when = when;
        EXPECT_EQ(faults_of(rule), Pointers{"/rules/0/when"}) << when;
        rule.where = when;
        rule.when = "row.current > 1";
        EXPECT_EQ(faults_of(rule), Pointers{"/rules/0/where"}) << when;
    }
    RuleDefinition rule;
    rule.each = "income";
    rule.where = "get value(row, \"rate\")";
    EXPECT_EQ(faults_of(rule), Pointers()) << "what nobody can know beforehand may be a condition";
}

TEST(Definition, WithAPathToNoCellIsRefused) {
    RuleDefinition rule;
    rule.each = "income longterm";
    rule.when = "row.id != \"\"";
    rule.paths = {"income.totl.current",
                  "income.total",
                  "phone",
                  "{table.id}.{row.id}.target",
                  "annual.{row.id}.targt",
                  "longterm.cost_open.title",
                  "longterm.staff_control.title",
                  "income.{row.id}.current.x",
                  "{if row.rate then null else \"phone\"}",
                  "{if row.rate then cell of(\"annual\", row.id, \"bases\") else null}",
                  "{for one in annual.rows return \"annual.\" + one.id + \".target\"}",
                  "{[\"phone\", \"fone\"]}",
                  "income.total.{if row.rate then \"last\" else \"lost\"}"};
    EXPECT_EQ(faults_of(rule),
              (Pointers{"/rules/0/paths/0", "/rules/0/paths/1", "/rules/0/paths/4", "/rules/0/paths/6",
                        "/rules/0/paths/7", "/rules/0/paths/9", "/rules/0/paths/11", "/rules/0/paths/12"}));
}

TEST(Definition, WithAFixOfNoCellOrRowIsRefused) {
    RuleDefinition rule;
    rule.each = "income longterm";
    rule.when = "row.id != \"\"";
    rule.fixes = {{"填 {curent}", "0", {}, {}},
                  {"填", "{rov.title}", {}, {}},
                  {"填", "0", {"phone", "fone", "{table.id}.{row.id}.target"}, {}},
                  {"删",
                   "",
                   {},
                   {"longterm.{row.id}", "income.fiskal", "phone",
                    "{if row.rate then null else \"annual.staff_control\"}"}},
                  {"清空", "", {}, {}}};
    EXPECT_EQ(faults_of(rule),
              (Pointers{"/rules/0/fixes/0/label", "/rules/0/fixes/1/value", "/rules/0/fixes/2/paths/1",
                        "/rules/0/fixes/3/removes/1", "/rules/0/fixes/3/removes/2"}));
}

TEST(Definition, TellsAMistakeOnceHoweverManyCellsARuleLooksAt) {
    RuleDefinition rule;
    rule.each = "income.* expenditure.*";
    rule.when = "row.curent > 1 and rov = 2";
    rule.paths = {"nowhere"};
    EXPECT_EQ(faults_of(rule), (Pointers{"/rules/0/when", "/rules/0/paths/0"}));
    auto definition = official_form()->definition();
    definition.tables.change(0).total_formula = "summ(income.items.{column})";
    const auto faults = Reviewer::compile(definition).faults;
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].pointer, "/tables/0/totalFormula");
    ASSERT_EQ(faults[0].feel->diagnostics.size(), 1u);
    EXPECT_EQ(faults[0].feel->diagnostics[0].name, "summ");
}

}  // namespace
}  // namespace shenbao
