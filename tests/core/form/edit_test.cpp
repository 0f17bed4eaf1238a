#include "core/form/edit.h"

#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

Declaration sample() {
    Declaration declaration = blank_declaration(official_definition());
    declaration.values = {{"person", "李晓明"},
                          {"income.fiscal.current", "1424"},
                          {"longterm.cost_open.title", "印刷费控制率"},
                          {"longterm.cost_open.target", "≤90%"},
                          {"longterm.cost_open-2.title", "邻居"}};
    declaration.explanations = {{"growth/income.total.current", "新增专项"}};
    declaration.explained = {{"growth/income.total.current", "增加 40%"}};
    return declaration;
}

bool is_nothing(const Edit& edit) {
    const auto* value = std::get_if<SetValue>(&edit);
    return value && value->path.empty() && value->text.empty();
}

// Law: the returned edit takes the change back.
TEST(Edit, EveryKindIsTakenBackByWhatItReturns) {
    Declaration other = blank_declaration(official_definition());
    other.values["person"] = "别人";
    const std::vector<Edit> edits = {
        SetValue{"person", "王小明"},
        SetValue{"person", ""},
        SetValue{"phone", "0711-60886688"},
        SetValue{"income.fiscal.current", "1 4 2 0"},
        InsertRow{
            "longterm", 5, {"cost_open-3", "cost_open"}, {{"title", "差旅费控制率"}, {"target", "≤80%"}}},
        InsertRow{"longterm", 9999, {"cost_open-3", "cost_open"}, {}},
        RemoveRow{"longterm", "cost_open"},
        RemoveRow{"income", "fiscal"},
        MoveRow{"longterm", "cost_open", 0},
        MoveRow{"longterm", "cost_open", 39},
        MoveRow{"longterm", "cost_open", 9999},
        SetRows{"longterm", {{"staff_control", "staff_control"}, {"cost_open", "cost_open"}}},
        SetRows{"longterm", {{"new", "cost_open"}}, {{"longterm.new.title", "新"}}},
        SetRows{"longterm", {}},
        SetExplanation{"growth/income.total.current", "改写"},
        SetExplanation{"growth/income.total.current", ""},
        SetExplanation{"growth/income.total.current", "新增专项", "增加 90%"},
        SetExplanation{"new", "新的"},
        SetExplanation{"new", "新的", "减少 40%"},
        ReplaceDeclaration{other}};
    for (size_t i = 0; i < edits.size(); ++i) {
        Declaration declaration = sample();
        Edit inverse = apply_edit(declaration, edits[i]);
        EXPECT_NE(declaration, sample()) << i;
        apply_edit(declaration, inverse);
        EXPECT_EQ(declaration, sample()) << i;
    }
}

TEST(Edit, EmptyTextMakesACellBlankNotZero) {
    Declaration declaration = sample();
    apply_edit(declaration, SetValue{"income.fiscal.current", ""});
    EXPECT_EQ(declaration.values.count("income.fiscal.current"), 0u);
}

TEST(Edit, RemovedRowTakesItsValuesAndLeavesItsNeighbours) {
    Declaration declaration = sample();
    Edit inverse = apply_edit(declaration, RemoveRow{"longterm", "cost_open"});
    EXPECT_EQ(declaration.text("longterm.cost_open.title"), "");
    EXPECT_EQ(declaration.text("longterm.cost_open-2.title"), "邻居");
    const auto& insert = std::get<InsertRow>(inverse);
    EXPECT_EQ(insert.index, 4u);
    EXPECT_EQ(insert.values.size(), 2u);
}

TEST(Edit, MovedRowStandsWhereItWasSent) {
    Declaration declaration = sample();
    apply_edit(declaration, MoveRow{"longterm", "cost_open", 1});
    EXPECT_EQ(declaration.rows["longterm"][1].id, "cost_open");
    EXPECT_EQ(declaration.rows["longterm"][2].id, "staff_control");
    EXPECT_EQ(declaration.rows["longterm"].size(), 40u);
}

TEST(Edit, RowsSetAnewKeepTheValuesOfThoseThatStay) {
    Declaration declaration = sample();
    const std::string title(declaration.text("longterm.cost_open.title"));
    const DeclaredRows rows = {{"new", "cost_open"}, {"cost_open", "cost_open"}};
    apply_edit(declaration, SetRows{"longterm", rows, {{"longterm.new.title", "新"}}});
    EXPECT_EQ(declaration.rows["longterm"], rows);
    EXPECT_EQ(declaration.text("longterm.cost_open.title"), title);
    EXPECT_EQ(declaration.text("longterm.new.title"), "新");
    EXPECT_EQ(declaration.text("longterm.cost_open-2.title"), "邻居") << "of no row";
    // A row with the same id that is like another one is another row.
    apply_edit(declaration, SetRows{"longterm", {{"cost_open", "staff_control"}}});
    EXPECT_EQ(declaration.text("longterm.cost_open.title"), "");
    EXPECT_EQ(declaration.text("longterm.new.title"), "");
}

TEST(Edit, WhatDoesNotExistChangesNothing) {
    const std::vector<Edit> edits = {SetValue{"", "x"},
                                     SetValue{"income.gold.current", "1"},
                                     SetValue{"gold.fiscal.current", "1"},
                                     InsertRow{"gold", 0, {"a", "a"}, {}},
                                     InsertRow{"income", 0, {"fiscal", "fiscal"}, {{"current", "9"}}},
                                     InsertRow{"income", 0, {"", "fiscal"}, {}},
                                     RemoveRow{"gold", "fiscal"},
                                     RemoveRow{"income", "gold"},
                                     MoveRow{"gold", "fiscal", 0},
                                     MoveRow{"income", "gold", 0},
                                     SetRows{"gold", {}},
                                     SetExplanation{"", "x"}};
    for (size_t i = 0; i < edits.size(); ++i) {
        Declaration declaration = sample();
        EXPECT_TRUE(is_nothing(apply_edit(declaration, edits[i]))) << i;
        EXPECT_EQ(declaration, sample()) << i;
    }
}

TEST(Edit, KeepsTextAsTyped) {
    Declaration declaration = sample();
    std::string typed = "\u3000＞=９０％\u00a0\n𠮷𡈽 ";
    apply_edit(declaration, SetValue{"duties", typed});
    EXPECT_EQ(declaration.text("duties"), typed);
}

}  // namespace
}  // namespace shenbao::testing
