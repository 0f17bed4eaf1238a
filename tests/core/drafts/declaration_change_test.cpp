#include "core/drafts/declaration_change.h"

#include <gtest/gtest.h>

#include "core/form/edit.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

using Kind = CellDifference::Kind;

Declaration changed(const Declaration& base, const Declaration& target) {
    Declaration result = base;
    const JsonTreeResult parsed = parse_json_tree(compact_json(change_tree(base, target)));
    EXPECT_EQ(parsed.status, ReadStatus::Ok);
    EXPECT_TRUE(apply_change(result, parsed.tree));
    return result;
}

TEST(DeclarationChange, MakesOneDeclarationIntoTheOtherAndBack) {
    Declaration one = version(1), two = version(2);
    two.values["duties"] = "第一段\n第二段 \"引号\" \t";
    two.values["income.fiscal.current"] = "1424";
    two.explanations.clear();
    two.explained["key"] = "增加 40%";
    two.unknown_json = R"({"x":null})";
    two.form_version = "2025";
    two.rows["income"].take(two.rows["income"].size() - 1);
    two.rows["another table"] = {{"a", "b"}};
    EXPECT_EQ(changed(one, two), two);
    EXPECT_EQ(changed(two, one), one);
    EXPECT_EQ(compact_json(change_tree(one, one)), "{}");
}

TEST(DeclarationChange, RefusesWhatIsNotAChange) {
    for (const char* text :
         {"[]", "1", R"({"values":[]})", R"({"values":{"a":1}})", R"({"rows":{"a":1}})",
          R"({"rows":{"a":[["x"]]}})", R"({"rows":{"a":[["x.y","x"]]}})", R"({"rows":{"a":[["","x"]]}})",
          R"({"rows":{"a":[["x\u0001","x"]]}})", R"({"rows":{"a":[["x","x"],[1,"x"]]}})",
          R"({"rows":{"a":[["x",1]]}})", R"({"explained":{"a":1}})", R"({"explanations":{"a":1}})",
          R"({"explanations":1})", R"({"rows":1})", R"({"other":{}})", R"({"version":1})"}) {
        Declaration declaration = version(1);
        EXPECT_FALSE(apply_change(declaration, parse_json_tree(text).tree)) << text;
    }
}

TEST(DeclarationDifferences, NameEveryCellInTheFormsOrder) {
    Declaration before = version(1), after = version(1);
    after.values["expenditure.basic.current"] = "9";
    after.values["income.fiscal.current"] = "1424";
    before.values["income.fiscal.current"] = "1420";
    before.values["department"] = "甲局";
    after.explanations["some-rule:income.fiscal.current"] = "因为";
    const std::vector<CellDifference> found = declaration_differences(official_form(), before, after);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0], (CellDifference{Kind::Value, "department", "部门（单位）名称", "甲局", ""}));
    EXPECT_EQ(found[1], (CellDifference{Kind::Value, "income.fiscal.current", "收入构成 财政拨款 当年金额",
                                        "1420", "1424"}));
    EXPECT_EQ(found[2].path, "expenditure.basic.current");
    EXPECT_EQ(found[3].kind, Kind::Explanation);
    EXPECT_EQ(found[3].name, "收入构成 财政拨款 当年金额");
    EXPECT_EQ(found[3].new_text, "因为");
    EXPECT_TRUE(declaration_differences(official_form(), after, after).empty());
}

TEST(DeclarationDifferences, NameRowsThatCameWentAndMoved) {
    const FormDefinition& form = official_form();
    const TableDefinition* table = nullptr;
    const RowDefinition* slot = nullptr;
    for (const TableDefinition& one : form.tables)
        for (const RowDefinition& row : one.rows)
            if (row.repeatable && slot == nullptr) table = &one, slot = &row;
    ASSERT_NE(slot, nullptr);
    const Declaration before = blank_declaration(form);
    Declaration after = before;
    for (Edit& edit : add_row_edits(form, after, table->id, slot->id)) apply_edit(after, std::move(edit));
    const std::string added = slot->id + "-2";
    std::vector<CellDifference> found = declaration_differences(form, before, after);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Kind::Row);
    EXPECT_EQ(found[0].path, table->id + "." + added);
    EXPECT_EQ(found[0].name, table->title);
    EXPECT_EQ(found[0].old_text, "");
    EXPECT_NE(found[0].new_text, "");
    found = declaration_differences(form, after, before);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].old_text, "");
    Declaration moved = before;
    apply_edit(moved, MoveRow{table->id, before.rows.at(table->id)[1].id, 0});
    found = declaration_differences(form, before, moved);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Kind::RowOrder);
}

}  // namespace
}  // namespace shenbao::drafts
