#include "core/sheet/sheet.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/form/edit.h"
#include "tests/core/form/official_form.h"
#include "tests/core/form/small_form.h"
#include "tests/support/seed_grid.h"

namespace shenbao::testing {
namespace {

const FormDefinition& form() {
    return official_definition();
}

// What core/review renders for budget year 2026, without it: the sheet only looks labels up.
FormState state_of_2026() {
    FormState state;
    for (const auto& row : form().sheet.rows) {
        for (const auto& cell : row.cells) {
            if (cell.text.find("{before_last_year}") != std::string::npos) state.labels[cell.text] = "2024年";
            if (cell.text.find("{last_year}") != std::string::npos) state.labels[cell.text] = "2025年";
            if (cell.text.find("end_year") != std::string::npos)
                state.labels[cell.text] = "长期目标：\n（截止28年）";
        }
    }
    return state;
}

Sheet blank_sheet() {
    return build_sheet(form(), blank_declaration(form()), state_of_2026());
}

const SheetCell* cell_at(const Sheet& sheet, int row, int column) {
    for (const auto& cell : sheet.cells)
        if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
            column < cell.column + cell.column_span)
            return &cell;
    return nullptr;
}

const SheetCell& label(const Sheet& sheet, std::string_view text) {
    for (const auto& cell : sheet.cells)
        if (cell.kind == SheetCellKind::Label && squeezed(cell.text) == text) return cell;
    ADD_FAILURE() << "no label " << text;
    return sheet.cells.front();
}

// The cells of a row as Word writes them: a cell merged with the one above is there, but not its text.
std::vector<const SheetCell*> cells_across(const Sheet& sheet, int row) {
    std::vector<const SheetCell*> cells;
    for (int column = 0; column < static_cast<int>(sheet.columns_mm.size());) {
        const SheetCell* cell = cell_at(sheet, row, column);
        if (!cell) return {};
        cells.push_back(cell);
        column += cell->column_span;
    }
    return cells;
}

// Lays the seed over the blank sheet: labels must be equal, texts over inputs are given by path.
std::map<std::string, std::string> lay_seed_over(const Sheet& sheet) {
    std::map<std::string, std::string> values;
    auto seed = seed_grid();
    size_t next = 0;
    for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
        if (sheet.rows[static_cast<size_t>(row)].kind != SheetRowKind::Grid) continue;
        if (next >= seed.size()) {
            ADD_FAILURE() << "more rows than the seed";
            break;
        }
        std::vector<std::string> texts = seed[next++];
        // Seed line 456: the first header row of 年度绩效指标 holds an empty cell the other rows do not have.
        if (texts[0] == "年度绩效指标") texts.erase(texts.begin() + 4);
        auto cells = cells_across(sheet, row);
        EXPECT_EQ(cells.size(), texts.size()) << "seed row " << next;
        for (size_t i = 0; i < std::min(cells.size(), texts.size()); ++i) {
            bool starts = cells[i]->row == row;
            if (!cells[i]->path.empty()) {
                values[cells[i]->path] = texts[i];
            } else {
                EXPECT_EQ(starts ? squeezed(cells[i]->text) : "", texts[i])
                    << "seed row " << next << " cell " << i;
            }
        }
    }
    EXPECT_EQ(next, seed.size());
    return values;
}

TEST(Sheet, IsTheSeedsPaperRowByRow) {
    auto values = lay_seed_over(blank_sheet());
    // Seed 10, 30, 54, 64, 153, 234, 443, 448–449, 850–852.
    EXPECT_EQ(values["phone"], "0711-60886688");
    EXPECT_EQ(values["income.fiscal.current"], "1424");
    EXPECT_EQ(values["income.total.current"], "1424");
    EXPECT_EQ(values["expenditure.personnel.share"], "0.21%");
    EXPECT_EQ(values["longterm.official_expense_change.target"], "按实际情况");
    EXPECT_EQ(values["longterm.procurement_execution.target"], "≥90%");
    EXPECT_EQ(values["longterm.satisfaction_open.title"], "……");
    EXPECT_TRUE(values["annual_goal"].starts_with("持续推进“高效办成一件事”改革"));
    EXPECT_EQ(values["annual.informatization.last"], "无");
    EXPECT_EQ(values["annual.informatization.target"], "智能导办");
    EXPECT_EQ(values["annual.informatization.category"], "创新型");
}

TEST(Sheet, NamesOfTheFilledSeedAreAllDifferent) {
    Sheet sheet = blank_sheet();
    Declaration declaration = blank_declaration(form());
    for (auto& [path, text] : lay_seed_over(sheet)) apply_edit(declaration, SetValue{path, text});
    sheet = build_sheet(form(), declaration, state_of_2026());
    std::set<std::string> names;
    for (const auto& cell : sheet.cells) {
        if (cell.path.empty()) continue;
        EXPECT_TRUE(names.insert(cell_name(form(), declaration, cell.path)).second) << cell.path;
    }
    EXPECT_GT(names.size(), 350u);
}

TEST(Sheet, CoversEveryPlaceOfThePaperOnce) {
    Sheet sheet = blank_sheet();
    std::vector<int> covered(sheet.rows.size() * sheet.columns_mm.size(), 0);
    for (const auto& cell : sheet.cells)
        for (int row = cell.row; row < cell.row + cell.row_span; ++row)
            for (int column = cell.column; column < cell.column + cell.column_span; ++column)
                ++covered[static_cast<size_t>(row) * sheet.columns_mm.size() + static_cast<size_t>(column)];
    EXPECT_TRUE(std::all_of(covered.begin(), covered.end(), [](int times) { return times == 1; }));
}

TEST(Sheet, ListsItsCellsRowByRowAndLeftToRight) {
    Sheet sheet = blank_sheet();
    std::vector<int> listed;
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        for (int index : sheet.rows[row].cells) {
            listed.push_back(index);
            EXPECT_EQ(sheet.cells[static_cast<size_t>(index)].row, static_cast<int>(row));
        }
    }
    EXPECT_EQ(listed.size(), sheet.cells.size());
    EXPECT_TRUE(std::is_sorted(listed.begin(), listed.end()));
}

TEST(Sheet, IsAsWideAsA4BetweenItsMargins) {
    Sheet sheet = blank_sheet();
    EXPECT_EQ(sheet.columns_mm.size(), 12u);
    EXPECT_DOUBLE_EQ(sheet.width_mm(), 180);
}

TEST(Sheet, HasEveryCellOfTheFormOnce) {
    Sheet sheet = blank_sheet();
    std::multiset<std::string> on_paper, expected;
    for (const auto& cell : sheet.cells)
        if (!cell.path.empty()) on_paper.insert(cell.path);
    for (const auto& field : form().fields)
        if (field.formula.empty()) expected.insert(field.id);
    for (const auto& table : form().tables) {
        for (const auto& row : table.rows) {
            for (const auto& column : table.columns) expected.insert(cell_path(table.id, row.id, column.id));
            if (row.title_entered) expected.insert(cell_path(table.id, row.id, "title"));
            if (row.level2_entered) expected.insert(cell_path(table.id, row.id, "level2"));
        }
    }
    EXPECT_EQ(on_paper, expected);
    for (const auto& path : expected) {
        ASSERT_NE(sheet.find(path), nullptr) << path;
        EXPECT_EQ(sheet.find(path)->path, path);
    }
    EXPECT_EQ(sheet.find("nobody"), nullptr);
    EXPECT_EQ(sheet.find(""), nullptr);
}

TEST(Sheet, MergesEqualNeighboursOfTheIndicatorTree) {
    Sheet sheet = blank_sheet();
    const std::map<std::string, int> kSpans = {{"运行成本", 5},     {"管理效率", 20},        {"履职效能", 3},
                                               {"社会效应", 3},     {"可持续发展能力", 7},   {"满意度", 2},
                                               {"公用经费控制", 1}, {"项目支出成本控制", 3}, {"绩效管理", 5},
                                               {"财务管理", 3},     {"核心业务产出1", 1},    {"人才支撑", 3},
                                               {"科技支撑", 2},     {"联系部门满意度", 1}};
    for (const auto& [text, span] : kSpans) EXPECT_EQ(label(sheet, text).row_span, span) << text;
    EXPECT_EQ(label(sheet, "部门总体资金情况").row_span, 10);
    EXPECT_EQ(label(sheet, "收入构成").row_span, 4);
    EXPECT_EQ(label(sheet, "长期绩效指标").row_span, 41);
    EXPECT_EQ(label(sheet, "年度绩效指标").row_span, 43);
    EXPECT_EQ(label(sheet, "总体资金情况").row_span, 2);
    EXPECT_EQ(label(sheet, "预期当年实现值").row_span, 2);
    EXPECT_EQ(label(sheet, "前年").row_span, 1);
}

TEST(Sheet, TellsWhatIsEnteredFromWhatIsComputed) {
    Sheet sheet = blank_sheet();
    auto kind = [&](std::string_view path) { return sheet.find(path)->kind; };
    EXPECT_EQ(kind("income.fiscal.current"), SheetCellKind::Input);
    EXPECT_EQ(kind("income.fiscal.share"), SheetCellKind::Computed);
    EXPECT_EQ(kind("income.total.current"), SheetCellKind::Computed);
    EXPECT_EQ(kind("income.total.last"), SheetCellKind::Computed);
    EXPECT_EQ(kind("budget_year"), SheetCellKind::Input);
    EXPECT_EQ(kind("longterm.core_output_1.title"), SheetCellKind::Input);
    EXPECT_EQ(kind("longterm.duty_open.level2"), SheetCellKind::Input);
}

TEST(Sheet, InputsKnowTheirTypeAndDefinitions) {
    Sheet sheet = blank_sheet();
    EXPECT_EQ(sheet.find("date")->type, ValueType::Date);
    EXPECT_EQ(sheet.find("duties")->type, ValueType::LongText);
    EXPECT_EQ(sheet.find("duties")->align, 'l');
    const SheetCell& basis = *sheet.find("annual.carryover.basis");
    EXPECT_EQ(basis.type, ValueType::Choice);
    EXPECT_EQ(basis.column_definition, form().table("annual")->column("basis"));
    EXPECT_EQ(basis.row_definition, form().table("annual")->row("carryover"));
    EXPECT_EQ(sheet.find("longterm.cost_open.title")->placeholder, "……");
    EXPECT_EQ(sheet.find("longterm.core_output_1.title")->placeholder, "");
    const SheetRow& row = sheet.rows[static_cast<size_t>(basis.row)];
    EXPECT_EQ(row.section, "annual");
    EXPECT_EQ(row.table, "annual");
    EXPECT_EQ(row.table_row, "carryover");
}

TEST(Sheet, HeadersNameTheirColumnOrTheirRow) {
    Sheet sheet = blank_sheet();
    for (std::string_view text : {"总体资金情况", "当年金额", "占比", "近两年收支金额", "2024年", "一级指标",
                                  "指标值", "近两年指标值", "前年", "指标分类"}) {
        EXPECT_TRUE(label(sheet, text).column_header) << text;
        EXPECT_FALSE(label(sheet, text).row_header) << text;
    }
    for (std::string_view text :
         {"部门（单位）名称", "填报人", "联系电话", "部门总体资金情况", "收入构成", "财政拨款", "合计",
          "部门职能概述", "长期目标：（截止28年）", "长期绩效指标", "运行成本", "预算编制", "结转结余率"}) {
        EXPECT_TRUE(label(sheet, text).row_header) << text;
        EXPECT_FALSE(label(sheet, text).column_header) << text;
    }
    EXPECT_FALSE(label(sheet, "部门整体绩效目标申报表").column_header);
    EXPECT_FALSE(label(sheet, "填报说明").column_header);
    for (const auto& cell : sheet.cells)
        EXPECT_TRUE(cell.kind == SheetCellKind::Label || !(cell.column_header || cell.row_header))
            << cell.path;
}

TEST(Sheet, PrintsTitleHeadlineAndNotesWithoutRules) {
    Sheet sheet = blank_sheet();
    EXPECT_EQ(sheet.rows[0].kind, SheetRowKind::Title);
    EXPECT_EQ(sheet.rows[1].kind, SheetRowKind::Headline);
    EXPECT_EQ(label(sheet, "单位：万元").row, 1);
    EXPECT_EQ(sheet.find("date")->row, 1);
    std::vector<std::string> notes;
    for (const auto& cell : sheet.cells)
        if (sheet.rows[static_cast<size_t>(cell.row)].kind == SheetRowKind::Note) notes.push_back(cell.text);
    std::vector<std::string> expected = seed_instructions();
    expected.insert(expected.begin(), "填报说明");
    EXPECT_EQ(notes, expected);
}

TEST(Sheet, LabelsWithoutTheirReviewStandWithoutBraces) {
    Sheet sheet = build_sheet(form(), blank_declaration(form()), FormState{});
    for (const auto& cell : sheet.cells)
        EXPECT_EQ(cell.text.find_first_of("{}"), std::string::npos) << cell.text;
    EXPECT_EQ(label(sheet, "长期目标：（截止年）").row_span, 1);
}

TEST(Sheet, ShowsWhatTheReviewShowsAndElseWhatWasTyped) {
    Declaration declaration = blank_declaration(form());
    declaration.values["person"] = "李晓明";
    declaration.values["income.fiscal.current"] = "1424";
    FormState state;
    state.cells["income.fiscal.current"].text = "1424";
    state.cells["income.total.current"].text = "1424.00";
    Sheet sheet = build_sheet(form(), declaration, state);
    EXPECT_EQ(sheet.find("person")->text, "李晓明");
    EXPECT_EQ(sheet.find("income.fiscal.current")->text, "1424");
    EXPECT_EQ(sheet.find("income.total.current")->text, "1424.00");
}

TEST(Sheet, GrowsWithAddedRows) {
    Declaration declaration = blank_declaration(form());
    for (std::string_view after : {"cost_open", "core_output_2"})
        for (auto& edit : add_row_edits(form(), declaration, "longterm", after))
            apply_edit(declaration, std::move(edit));
    Sheet sheet = build_sheet(form(), declaration, state_of_2026());
    EXPECT_EQ(label(sheet, "运行成本").row_span, 6);
    EXPECT_EQ(label(sheet, "项目支出成本控制").row_span, 4);
    EXPECT_EQ(label(sheet, "核心业务产出3").row_span, 1);
    EXPECT_EQ(label(sheet, "长期绩效指标").row_span, 43);
    ASSERT_NE(sheet.find("longterm.cost_open-2.title"), nullptr);
    EXPECT_EQ(sheet.find("longterm.cost_open-2.title")->placeholder, "……");
}

TEST(Sheet, EnteredLevelTwoNeverMerges) {
    Declaration declaration = blank_declaration(form());
    for (auto& edit : add_row_edits(form(), declaration, "longterm", "duty_open"))
        apply_edit(declaration, std::move(edit));
    declaration.values["longterm.duty_open.level2"] = declaration.values["longterm.duty_open-2.level2"] =
        "招商引资";
    Sheet sheet = build_sheet(form(), declaration, state_of_2026());
    EXPECT_EQ(sheet.find("longterm.duty_open.level2")->row_span, 1);
    EXPECT_EQ(sheet.find("longterm.duty_open-2.level2")->text, "招商引资");
}

TEST(Sheet, SurvivesRowsThatTheFormDoesNotKnow) {
    Declaration declaration = blank_declaration(form());
    declaration.rows["longterm"].insert(declaration.rows["longterm"].begin() + 3, {"stray", "stray"});
    EXPECT_EQ(build_sheet(form(), declaration, {}).cells.size(), blank_sheet().cells.size());
    declaration.rows["income"].clear();
    declaration.rows.erase("annual");
    Sheet sheet = build_sheet(form(), declaration, {});
    EXPECT_EQ(sheet.find("income.fiscal.current"), nullptr);
    EXPECT_EQ(sheet.find("annual.carryover.target"), nullptr);
    EXPECT_NE(sheet.find("expenditure.personnel.current"), nullptr);
    EXPECT_EQ(label(sheet, "部门总体资金情况").row_span, 6);
    sheet = build_sheet(form(), Declaration{}, {});
    EXPECT_NE(sheet.find("person"), nullptr);
}

// Rows in any order: what is not a neighbour is not merged, and nothing overlaps.
TEST(Sheet, MergesNeighboursOnly) {
    Declaration declaration = blank_declaration(form());
    apply_edit(declaration, MoveRow{"longterm", "carryover", 1});
    Sheet sheet = build_sheet(form(), declaration, state_of_2026());
    EXPECT_EQ(label(sheet, "运行成本").row_span, 1);
    EXPECT_EQ(label(sheet, "管理效率").row_span, 1);
}

TEST(Sheet, IsBuiltFromAnyForm) {
    DefinitionResult small = read_definition(kSmallForm);
    ASSERT_TRUE(small.definition);
    Declaration declaration = blank_declaration(*small.definition);
    Sheet sheet = build_sheet(*small.definition, declaration, {});
    // Title, person, three rows of money, merged row, note.
    EXPECT_EQ(sheet.rows.size(), 7u);
    EXPECT_DOUBLE_EQ(sheet.width_mm(), 180.5);
    EXPECT_EQ(sheet.find("money.all.now")->kind, SheetCellKind::Computed);
    EXPECT_EQ(label(sheet, "合计").row_span, 2);
    EXPECT_EQ(sheet.cells.back().text, "2.写金额。");
}

}  // namespace
}  // namespace shenbao::testing
