#include "core/form/declaration.h"

#include <utility>

#include "core/form/edit.h"
#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

Declaration blank() {
    return blank_declaration(official_definition());
}
std::string name_of(const Declaration& declaration, std::string_view path) {
    return cell_name(official_definition(), declaration, path);
}

TEST(Declaration, IsBlankWithThePrintedRows) {
    Declaration declaration = blank();
    EXPECT_EQ(declaration.form_id, "department-performance-target");
    EXPECT_EQ(declaration.form_version, "2026");
    EXPECT_TRUE(declaration.values.empty());
    EXPECT_EQ(declaration.rows.at("income").size(), 4u);
    EXPECT_EQ(declaration.rows.at("annual").size(), 40u);
    EXPECT_EQ(declaration.text("person"), "");
}

TEST(Declaration, SaysWhoDeclaresByTheFieldThatTheFormNames) {
    const DefinitionResult other = read_definition(other_form_json());
    ASSERT_TRUE(other.definition.has_value());
    Declaration declaration = blank_declaration(*other.definition);
    EXPECT_EQ(identity_unit(*other.definition, declaration), "");
    declaration.values["department"] = "乙局";
    declaration.values["bureau"] = "\u3000甲局 ";
    EXPECT_EQ(identity_unit(*other.definition, declaration), "甲局");
    EXPECT_EQ(identity_unit(official_definition(), declaration), "乙局");
    FormDefinition nameless = *other.definition;
    nameless.identity = {};
    declaration.values[""] = "丙局";
    EXPECT_EQ(identity_unit(nameless, declaration), "");
}

TEST(Declaration, SplitsPathsIntoTheirParts) {
    PathParts cell = split_path("income.fiscal.current");
    EXPECT_EQ(cell.table, "income");
    EXPECT_EQ(cell.row, "fiscal");
    EXPECT_EQ(cell.column, "current");
    EXPECT_EQ(cell.field, "");
    EXPECT_EQ(split_path("person").field, "person");
    EXPECT_EQ(split_path("a.b").field, "a.b");
    EXPECT_EQ(split_path("").field, "");
    EXPECT_EQ(split_path("annual.cost_open-2.title").row, "cost_open-2");
    EXPECT_EQ(cell_path("income", "fiscal", "current"), "income.fiscal.current");
}

TEST(Declaration, NamesCellsByTheWordsOfThePaper) {
    Declaration declaration = blank();
    EXPECT_EQ(name_of(declaration, "person"), "填报人");
    EXPECT_EQ(name_of(declaration, "income.fiscal.current"), "收入构成 财政拨款 当年金额");
    EXPECT_EQ(name_of(declaration, "income.total.last"), "收入构成 合计 上年金额");
    EXPECT_EQ(name_of(declaration, "longterm.public_funds_control.target"),
              "长期绩效指标 公用经费控制率 指标值");
    EXPECT_EQ(name_of(declaration, "annual.public_funds_control.before_last"),
              "年度绩效指标 公用经费控制率 前年指标值");
    EXPECT_EQ(name_of(declaration, "longterm.cost_open.target"), "长期绩效指标 项目支出成本控制 …… 指标值");
    EXPECT_EQ(name_of(declaration, "longterm.core_output_1.title"), "长期绩效指标 核心业务产出1 三级指标");
    EXPECT_EQ(name_of(declaration, "longterm.duty_open.level2"), "长期绩效指标 履职效能 …… 二级指标");
    EXPECT_EQ(name_of(declaration, "longterm.economic_benefit.target"), "长期绩效指标 经济效益 指标值");
}

TEST(Declaration, NamesSlotsByWhatWasEnteredThere) {
    Declaration declaration = blank();
    apply_edit(declaration, SetValue{"longterm.duty_open.level2", " 招商引资\u3000"});
    apply_edit(declaration, SetValue{"longterm.duty_open.title", "新签约项目数"});
    EXPECT_EQ(name_of(declaration, "longterm.duty_open.target"), "长期绩效指标 招商引资 新签约项目数 指标值");
    // The name of the cell where the name itself is typed must not change with every key.
    EXPECT_EQ(name_of(declaration, "longterm.duty_open.level2"), "长期绩效指标 履职效能 …… 二级指标");
    EXPECT_EQ(name_of(declaration, "longterm.duty_open.title"), "长期绩效指标 招商引资 …… 三级指标");
}

TEST(Declaration, NamesAddedRowsByTheirNumber) {
    Declaration declaration = blank();
    for (const auto& after : {"cost_open", "core_output_2"})
        for (auto& edit : add_row_edits(official_definition(), declaration, "annual", after))
            apply_edit(declaration, std::move(edit));
    EXPECT_EQ(name_of(declaration, "annual.cost_open-2.target"),
              "年度绩效指标 项目支出成本控制 ……2 预期当年实现值");
    EXPECT_EQ(name_of(declaration, "annual.core_output_2-2.title"), "年度绩效指标 核心业务产出3 三级指标");
}

TEST(Declaration, FallsBackToThePathOfWhatItDoesNotKnow) {
    Declaration declaration = blank();
    for (std::string_view path : {"nobody", "", "gold.fiscal.current", "income.gold.current",
                                  "income.fiscal.gold", "income.fiscal.title", "a.b.c.d"})
        EXPECT_EQ(name_of(declaration, path), path);
    declaration.rows["income"].push_back({"stray", "stray"});
    EXPECT_EQ(name_of(declaration, "income.stray.current"), "income.stray.current");
    declaration.rows.clear();
    EXPECT_EQ(name_of(declaration, "income.fiscal.current"), "income.fiscal.current");
}

TEST(Declaration, CountsRepeatedRowsInTheirOrder) {
    Declaration declaration = blank();
    const TableDefinition& table = *official_definition().table("annual");
    auto& rows = declaration.rows["annual"];
    auto level2 = [&](std::string_view id) {
        for (const auto& row : rows)
            if (row.id == id) return row_level2(table, declaration, row);
        return std::string();
    };
    EXPECT_EQ(level2("core_output_1"), "核心业务产出1");
    EXPECT_EQ(level2("core_output_2"), "核心业务产出2");
    EXPECT_EQ(level2("duty_open"), "");
    EXPECT_EQ(level2("carryover"), "预算执行");
    apply_edit(declaration, RemoveRow{"annual", "core_output_1"});
    EXPECT_EQ(level2("core_output_2"), "核心业务产出1");
}

TEST(Declaration, GivesTitlesAsEnteredOrAsPrinted) {
    Declaration declaration = blank();
    const TableDefinition& table = *official_definition().table("annual");
    EXPECT_EQ(row_title(table, declaration, {"carryover", "carryover"}), "结转结余率");
    EXPECT_EQ(row_title(table, declaration, {"cost_open", "cost_open"}), "");
    declaration.values["annual.cost_open.title"] = "\u3000印刷费控制率 ";
    EXPECT_EQ(row_title(table, declaration, {"cost_open", "cost_open"}), "印刷费控制率");
    EXPECT_EQ(row_title(table, declaration, {"x", "unknown"}), "");
    EXPECT_EQ(row_level2(table, declaration, {"x", "unknown"}), "");
}

// Rows are counted and looked up once for all names of a declaration.
TEST(Declaration, NamesAllItsCellsAsOneByOne) {
    const FormDefinition& form = official_definition();
    Declaration declaration = blank();
    auto& rows = declaration.rows["annual"];
    for (int i = 2; i < 30; ++i)
        rows.insert(rows.begin() + i, {"core_output_1-" + std::to_string(i), "core_output_1"});
    rows.push_back({"stray", "stray"});
    declaration.values = {{"annual.core_output_1-7.title", "设备"}, {"annual.duty_open.level2", "履职"}};
    CellNames names(form, declaration);
    size_t different = 0;
    std::string before;
    for (const TableDefinition& table : form.tables)
        for (const DeclaredRow& row : declaration.rows.at(table.id)) {
            EXPECT_EQ(names.level2(table, row), row_level2(table, declaration, row)) << row.id;
            for (const char* column : {"level2", "title", "target", "current", "gold"}) {
                const std::string path = cell_path(table.id, row.id, column);
                EXPECT_EQ(names.of(path), name_of(declaration, path));
                different += std::exchange(before, names.of(path)) != before ? 1 : 0;
            }
        }
    EXPECT_GT(different, 300u);
    EXPECT_EQ(names.of("annual.core_output_1-29.target"), "年度绩效指标 核心业务产出28 预期当年实现值");
    EXPECT_EQ(names.of("annual.core_output_1-7.target"), "年度绩效指标 核心业务产出6 预期当年实现值");
    EXPECT_EQ(names.of("person"), "填报人");
    EXPECT_EQ(names.of("gold.fiscal.current"), "gold.fiscal.current");
}

}  // namespace
}  // namespace shenbao::testing
