// Ranges of cells, as in a spreadsheet.
#include <gtest/gtest.h>

#include "app/document/selection.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::RegionId;

class Ranges : public ::testing::Test {
  protected:
    Ranges() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    std::string text(std::string_view path) { return page.value("cell:" + std::string(path)); }
    bool extend(std::string_view stroke) { return page.press(stroke); }
    // As the mouse: to the middle of a node.
    bool drag_to(std::string_view id) {
        const app::Rect rect = page.node(id).rect;
        const app::Region& paper = page.semantics().regions[static_cast<int>(RegionId::Paper)];
        const bool range =
            page.workbench().select_to(paper.rect.x + rect.x + rect.width / 2 - paper.scroll_x,
                                       paper.rect.y + rect.y + rect.height / 2 - paper.scroll_y);
        page.settle();
        return range;
    }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(Ranges, AreSaidAsTheyAreDrawnAndCopied) {
    page.focus("cell:income.fiscal.current");
    extend("Shift+ArrowDown");
    EXPECT_EQ(page.semantics().announcement, "已选 2 格，到 收入构成 财政专户管理资金 当年金额");
    page.workbench().copy_range(false);
    page.settle();
    EXPECT_EQ(page.semantics().announcement, "已复制 2 格");
    EXPECT_TRUE(page.workbench().in_range("cell:income.special_account.current"));
    EXPECT_FALSE(page.workbench().in_range("cell:income.fiscal.last"));
}

// A merged cell begins rows above the place it covers.
TEST(GridCells, CoverEveryPlaceTheyReachTo) {
    const auto form = load_form(official_form_json()).reviewer;
    const Sheet sheet = build_sheet(form->definition(), blank_declaration(form->definition()), {});
    const int rows = static_cast<int>(sheet.rows.size()), columns = static_cast<int>(sheet.columns_mm.size());
    for (int row = -1; row <= rows; ++row)
        for (int column = -1; column <= columns; ++column) {
            const SheetCell* covering = nullptr;
            for (const SheetCell& cell : sheet.cells)
                if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
                    column < cell.column + cell.column_span &&
                    sheet.rows[static_cast<size_t>(cell.row)].kind == SheetRowKind::Grid)
                    covering = &cell;
            EXPECT_EQ(app::grid_cell_at(sheet, row, column), covering) << row << " " << column;
        }
}

TEST_F(Ranges, AListIsCopiedAndCutAlone) {
    page.focus("cell:longterm.public_funds_control.basis");
    const std::string choice = text("longterm.public_funds_control.basis");
    page.workbench().copy_range(false);
    EXPECT_EQ(platform_log().clipboard.first, choice + "\r\n") << "as a spreadsheet copies one cell";
    page.workbench().copy_range(true);
    EXPECT_EQ(text("longterm.public_funds_control.basis"), "");
}

TEST_F(Ranges, ShiftArrowsDrawARangeThatDeleteClearsInOneStep) {
    page.focus("cell:income.fiscal.current");
    const std::string before = text("income.fiscal.before_last");
    ASSERT_FALSE(before.empty());
    extend("Shift+ArrowDown");
    extend("Shift+ArrowRight");
    extend("Shift+ArrowRight");
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    EXPECT_TRUE(page.press("Delete"));
    EXPECT_EQ(text("income.fiscal.current"), "");
    EXPECT_EQ(text("income.fiscal.before_last"), "");
    EXPECT_NE(text("income.fiscal.last"), "");
    EXPECT_EQ(page.node("button:undo").name, "撤销：清除 2 格");
    EXPECT_EQ(platform_log().field_texts.back(),
              (std::pair<std::string, std::string>{"cell:income.fiscal.current", ""}));
    page.click("button:undo");
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    EXPECT_EQ(text("income.fiscal.before_last"), before);
}

TEST_F(Ranges, AreCopiedAsTabbedLinesAndAsATable) {
    page.focus("cell:income.fiscal.current");
    page.workbench().copy_range(false);
    EXPECT_EQ(platform_log().clipboard.first, "")
        << "no range: the field's own text is copied by the browser";
    ASSERT_TRUE(drag_to("cell:expenditure.personnel.last"));
    page.workbench().copy_range(false);
    EXPECT_EQ(platform_log().clipboard.first,
              "1424\t100%\t581.4\t487\r\n\t\t\t\r\n\t\t\t\r\n1424\t100%\t581.4\t487\r\n3\t0.21%\t7\t5\r\n");
    EXPECT_EQ(platform_log().clipboard.second.substr(0, 74),
              "<table><tr><td>1424</td><td>100%</td><td>581.4</td><td>487</td></tr><tr><t");
    EXPECT_EQ(text("income.fiscal.current"), "1424");
}

TEST_F(Ranges, ThatAreCutKeepWhatIsComputedAndComeBackInOneStep) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(drag_to("cell:income.total.last"));
    page.workbench().copy_range(true);
    page.settle();
    EXPECT_EQ(platform_log().clipboard.first.substr(0, 21), "1424\t100%\t581.4\t487\r\n");
    EXPECT_EQ(text("income.fiscal.last"), "");
    EXPECT_EQ(page.node("button:undo").name, "撤销：剪切 3 格");
    page.click("button:undo");
    EXPECT_EQ(text("income.fiscal.last"), "487");
}

TEST_F(Ranges, AreCopiedWithQuotesAndLineBreaksAsExcelWritesThem) {
    page.focus("cell:longterm.public_funds_control.target");
    page.workbench().typed("cell:longterm.public_funds_control.target", "≤5\"\n<b>\t&");
    page.settle();
    ASSERT_TRUE(drag_to("cell:longterm.public_funds_control.basis"));
    page.workbench().copy_range(false);
    // As Python's csv.writer(dialect="excel-tab") writes the same two cells.
    EXPECT_EQ(platform_log().clipboard.first, "\"≤5\"\"\n<b>\t&\"\t历史标准\r\n");
    // Both are texts: a spreadsheet must not make numbers or days of them.
    const std::string text = R"(<td style="mso-number-format:'\@';white-space:pre-wrap">)";
    EXPECT_EQ(platform_log().clipboard.second, "<table><tr>" + text + "≤5&quot;<br>&lt;b&gt;\t&amp;</td>" +
                                                   text + "历史标准</td></tr></table>");
}

TEST_F(Ranges, WithoutARangeDeleteBelongsToTheFieldButListsAreCleared) {
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(page.press("Delete"));
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    page.focus("cell:longterm.public_funds_control.basis");
    EXPECT_TRUE(page.press("Delete"));
    EXPECT_EQ(text("longterm.public_funds_control.basis"), "");
}

TEST_F(Ranges, TheMouseDrawsOverLabelsAndComputedCellsAndTheyAreKept) {
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(drag_to("cell:income.fiscal.current"));
    EXPECT_TRUE(drag_to("cell:income.total.last"));
    const std::string total = text("income.total.last");
    page.press("Delete");
    EXPECT_EQ(text("income.fiscal.last"), "");
    // A total over blanks is no longer the old one, and it is still computed.
    EXPECT_NE(text("income.total.last"), total);
    EXPECT_TRUE(page.node("cell:income.total.last").read_only);
}

TEST_F(Ranges, NothingIsDrawnWithoutAnActiveCellOrOutsideThePaper) {
    EXPECT_FALSE(drag_to("cell:income.total.last"));
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(page.workbench().select_to(-5, -5));
}

TEST_F(Ranges, AFieldOutsideTheTablesIsNotFilledFromTheOneAboveIt) {
    for (const char* id : {"cell:tasks", "cell:longterm_goal", "cell:person"}) {
        const std::string before = page.value(id);
        page.focus(id);
        EXPECT_TRUE(page.press("Control+D", true));
        EXPECT_EQ(page.value(id), before) << id;
    }
}

TEST_F(Ranges, AreLeftAloneWhileAnotherFieldHasTheKeyboard) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(drag_to("cell:income.total.last"));
    const app::Node* explanation = page.find(app::Role::MultilineTextBox, "说明：…");
    ASSERT_NE(explanation, nullptr);
    page.focus(std::string(explanation->id));
    platform_log().clipboard = {};
    page.workbench().copy_range(true);
    EXPECT_EQ(platform_log().clipboard.first, "");
    EXPECT_FALSE(page.workbench().paste("一次性项目", ""));
    page.settle();
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    EXPECT_EQ(text("income.fiscal.last"), "487");
}

// Three rows of three columns; the first column's cell reaches over rows 0 and 1, the last row is one cell.
Sheet merged_sheet() {
    Sheet sheet;
    sheet.columns_mm = {10, 10, 10};
    const auto add = [&](int row, int column, int row_span, int column_span, std::string path) {
        SheetCell cell;
        cell.row = row, cell.column = column, cell.row_span = row_span, cell.column_span = column_span;
        cell.kind = SheetCellKind::Input;
        cell.path = std::move(path);
        sheet.rows[static_cast<size_t>(row)].cells.push_back(static_cast<int>(sheet.cells.size()));
        sheet.cells.push_back(std::move(cell));
    };
    sheet.rows.resize(3);
    add(0, 0, 2, 1, "t.a.merged"), add(0, 1, 1, 1, "t.a.x"), add(0, 2, 1, 1, "t.a.y");
    add(1, 1, 1, 1, "t.b.x"), add(1, 2, 1, 1, "t.b.y");
    add(2, 0, 1, 3, "t.c.wide");
    return sheet;
}

TEST(MergedCells, AreTakenWhole) {
    const Sheet sheet = merged_sheet();
    const auto cell = [&](const char* path) -> const SheetCell& { return *sheet.find(path); };
    using app::GridRange;
    EXPECT_EQ(app::range_around(sheet, cell("t.a.x"), cell("t.a.y")), (GridRange{0, 1, 0, 2}));
    EXPECT_EQ(app::range_around(sheet, cell("t.a.x"), cell("t.a.merged")), (GridRange{0, 0, 1, 1}));
    EXPECT_EQ(app::range_around(sheet, cell("t.b.y"), cell("t.c.wide")), (GridRange{0, 0, 2, 2}));
    EXPECT_EQ(app::cells_in(sheet, {0, 0, 1, 1}), (std::vector<size_t>{0, 1, 3}));
}

TEST(MergedCells, AreSteppedOverWhenTheRangeGrows) {
    const Sheet sheet = merged_sheet();
    app::Selection selection;
    const SheetCell& anchor = *sheet.find("t.b.y");
    selection.extend(sheet, anchor, app::Side::Left, false);
    EXPECT_EQ(selection.range(sheet), (app::GridRange{1, 1, 1, 2}));
    selection.extend(sheet, anchor, app::Side::Left, false);
    EXPECT_EQ(selection.range(sheet), (app::GridRange{0, 0, 1, 2}));
    selection.extend(sheet, anchor, app::Side::Left, false);
    EXPECT_EQ(selection.range(sheet), (app::GridRange{0, 0, 1, 2}));
    selection.extend(sheet, anchor, app::Side::Down, true);
    EXPECT_EQ(selection.range(sheet), (app::GridRange{0, 0, 2, 2}));
}

// Rows of two columns, each with the id of its row.
Sheet sheet_of_rows(const std::vector<std::string>& rows) {
    Sheet sheet;
    sheet.columns_mm = {10, 10};
    for (size_t row = 0; row < rows.size(); ++row) {
        SheetRow& added = sheet.rows.emplace_back();
        for (int column = 0; column < 2; ++column) {
            SheetCell cell;
            cell.row = static_cast<int>(row), cell.column = column;
            cell.kind = SheetCellKind::Input;
            cell.path = "t." + rows[row] + (column == 0 ? ".x" : ".y");
            added.cells.push_back(static_cast<int>(sheet.cells.size()));
            sheet.cells.push_back(std::move(cell));
        }
    }
    return sheet;
}

TEST(Selection, IsNothingOnceRowsWereAddedRemovedOrMovedAroundIt) {
    const Sheet before = sheet_of_rows({"a", "b", "c", "d"});
    app::Selection drawn, whole;
    drawn.set(before, *before.find("t.b.x"), *before.find("t.c.y"));
    whole.set_table(before, *before.find("t.b.x"), *app::range_of_table(before, "t"));
    ASSERT_EQ(drawn.range(before), (app::GridRange{1, 0, 2, 1}));
    ASSERT_EQ(whole.range(before), (app::GridRange{0, 0, 3, 1}));
    const std::vector<std::string> changed[] = {
        {"new", "a", "b", "c", "d"},  // above it
        {"a", "b", "new", "c", "d"},  // in it
        {"a", "b", "c", "d", "new"},  // below it
        {"b", "c", "d"},
        {"a", "b", "d"},
        {"a", "b", "c"},
        {"a", "c", "d"},         // without its anchor
        {"a", "new", "c", "d"},  // likewise, and as many as before
        {"b", "a", "c", "d"},
    };
    for (const std::vector<std::string>& rows : changed) {
        const Sheet after = sheet_of_rows(rows);
        EXPECT_FALSE(drawn.range(after)) << rows.size() << " rows, " << rows[0] << rows[1];
        EXPECT_FALSE(whole.range(after)) << rows.size() << " rows, " << rows[0] << rows[1];
        EXPECT_EQ(drawn.end(after), nullptr);
    }
    EXPECT_TRUE(drawn.range(before)) << "they are there again";
}

TEST_F(Ranges, EndWhenAnUndoneStepTakesRowsAwayAlthoughTheKeyboardStays) {
    // The row that goes lies below the anchor, then above it.
    for (const char* active : {"longterm.cost_open", "longterm.core_output_1"}) {
        page.click("add:longterm.cost_open");
        page.focus("cell:" + std::string(active) + ".target");
        const std::string basis = text(std::string(active) + ".basis");
        extend("Shift+ArrowRight");
        ASSERT_TRUE(page.workbench().in_range("cell:" + std::string(active) + ".basis"));
        EXPECT_TRUE(page.press("Control+Z"));
        ASSERT_EQ(page.focused(), "cell:" + std::string(active) + ".target");
        EXPECT_FALSE(page.workbench().in_range("cell:" + std::string(active) + ".basis"));
        EXPECT_FALSE(page.press("Delete")) << "the key is the field's again";
        EXPECT_EQ(text(std::string(active) + ".basis"), basis);
    }
}

TEST_F(Ranges, EscapeAndMovingOnEndTheRange) {
    page.focus("cell:income.fiscal.current");
    extend("Shift+ArrowDown");
    EXPECT_TRUE(page.press("Escape"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    EXPECT_FALSE(page.press("Delete"));
    extend("Shift+ArrowDown");
    page.focus("cell:income.special_account.current");
    EXPECT_FALSE(page.press("Delete"));
}

TEST_F(Ranges, AChangeOfTheRowsEndsTheRange) {
    page.focus("cell:longterm.cost_open.target");
    extend("Shift+ArrowRight");
    page.click("add:longterm.cost_open");
    page.focus("cell:longterm.cost_open.target");
    EXPECT_FALSE(page.press("Delete"));
}

TEST_F(Ranges, AllOfATableIsChosenAtOnce) {
    page.focus("cell:expenditure.personnel.current");
    EXPECT_TRUE(page.press("Control+A"));
    page.press("Delete");
    EXPECT_EQ(text("expenditure.personnel.current"), "");
    EXPECT_EQ(text("expenditure.operation.last"), "");
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    page.focus("cell:person");
    EXPECT_FALSE(page.press("Control+A"));
}

TEST_F(Ranges, ControlShiftArrowReachesTheEdgeOfTheTablesGrid) {
    page.focus("cell:expenditure.operation.current");
    extend("Control+Shift+ArrowRight");
    page.press("Delete");
    EXPECT_EQ(text("expenditure.operation.last"), "");
    EXPECT_NE(text("expenditure.personnel.current"), "");
}

TEST_F(Ranges, TheTopmostTextsFillTheCellsBelow) {
    page.focus("cell:income.fiscal.current");
    extend("Shift+ArrowDown");
    extend("Shift+ArrowDown");
    EXPECT_TRUE(page.press("Control+D"));
    EXPECT_EQ(text("income.special_account.current"), "1424");
    EXPECT_EQ(page.node("button:undo").name, "撤销：向下填充 2 格");
    page.click("button:undo");
    EXPECT_EQ(text("income.special_account.current"), "");
}

TEST_F(Ranges, ACellAloneIsFilledFromTheOneAbove) {
    page.focus("cell:income.special_account.current");
    EXPECT_TRUE(page.press("Control+D"));
    EXPECT_EQ(text("income.special_account.current"), "1424");
    // Above the first row stands its heading, which is no value.
    page.focus("cell:income.fiscal.current");
    EXPECT_TRUE(page.press("Control+D"));
    EXPECT_EQ(text("income.fiscal.current"), "1424");
}

TEST_F(Ranges, KeysReachTheEndsOfRowFormAndBlock) {
    page.focus("cell:income.fiscal.before_last");
    page.press("End");
    EXPECT_EQ(page.focused(), "cell:income.fiscal.last");
    page.press("Home");
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    page.press("Control+ArrowDown");
    EXPECT_EQ(page.focused().substr(0, 12), "cell:income.");
    page.press("Control+Home");
    EXPECT_EQ(page.focused(), "cell:date");
    page.press("PageDown");
    EXPECT_NE(page.focused(), "cell:date");
    page.press("Control+End");
    const std::string last = page.focused();
    page.press("PageDown");
    EXPECT_EQ(page.focused(), last);
    EXPECT_FALSE(page.press("Home", true));
}

// In binary fractions 0.1 and 0.2 are not 0.3.
TEST_F(Ranges, TellHowManyCellsAndAmountsThereAreAndTheirExactSum) {
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(page.has("status:range")) << "one cell is no range";
    page.type("cell:income.fiscal.current", "0.1");
    page.focus("cell:income.special_account.current");
    page.type("cell:income.special_account.current", "0.2");
    page.focus("cell:income.fiscal.current");
    extend("Shift+ArrowDown");
    EXPECT_EQ(page.value("status:range"), "已选 2 格 · 金额 2 个，合计 0.3");
    page.type("cell:income.fiscal.current", "1424万");
    extend("Shift+ArrowDown");
    EXPECT_EQ(page.value("status:range"), "已选 2 格 · 金额 1 个，合计 0.2")
        << "what is no amount is not summed";
    EXPECT_TRUE(page.press("Escape"));
    EXPECT_FALSE(page.has("status:range"));
}

}  // namespace
}  // namespace shenbao::testing
