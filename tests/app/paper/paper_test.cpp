// The paper in pixels. Known truths: A4 is 210 mm wide, CSS has 96 px to the inch, the grid is 180 mm wide.
#include <gtest/gtest.h>

#include <cmath>

#include "app/paper/paper_layout.h"
#include "tests/support/headless.h"

namespace shenbao::app {
namespace {

// Two columns of 30 and 150 mm: a cell over both rows at the left, two cells at the right.
Sheet small_sheet(std::string merged, std::string first, std::string second) {
    Sheet sheet;
    sheet.columns_mm = {30, 150};
    sheet.rows.resize(2);
    sheet.rows[0].cells = {0, 1};
    sheet.rows[1].cells = {2};
    sheet.cells.resize(3);
    const auto set = [&sheet](size_t index, int row, int column, int row_span, std::string text) {
        SheetCell& cell = sheet.cells[index];
        cell.row = row;
        cell.column = column;
        cell.row_span = row_span;
        cell.text = std::move(text);
    };
    set(0, 0, 0, 2, std::move(merged));
    set(1, 0, 1, 1, std::move(first));
    set(2, 1, 1, 1, std::move(second));
    return sheet;
}

class Paper : public ::testing::Test {
  protected:
    Paper() { m_imgui.begin_frame(); }
    ~Paper() override { m_imgui.end_frame(); }
    TextCache texts;

  private:
    testing::HeadlessImGui m_imgui;
};

TEST_F(Paper, IsA4WideAtFullSize) {
    const PaperLayout layout = lay_out_paper(small_sheet("甲", "乙", "丙"), texts, 1, 1000);
    EXPECT_NEAR(layout.page.width, 210 * kPixelsPerMillimetre, 1.5);
    EXPECT_NEAR(layout.grid_right - layout.grid_left, 180 * kPixelsPerMillimetre, 1);
    EXPECT_NEAR(layout.page.x + layout.page.width / 2, 500, 1);
    EXPECT_EQ(layout.content_width, 1000);
}

TEST_F(Paper, RowsAreAsHighAsTheirTextNeeds) {
    const PaperLayout plain = lay_out_paper(small_sheet("甲", "乙", "丙"), texts, 1, 1000);
    EXPECT_NEAR(plain.cells[1].height, 8 * kPixelsPerMillimetre, 1);
    const PaperLayout tall = lay_out_paper(small_sheet("甲", "一\n二\n三\n四", "丙"), texts, 1, 1000);
    EXPECT_GE(tall.cells[1].height, 4 * tall.styles[1].line_height);
    EXPECT_EQ(tall.cells[2].height, plain.cells[2].height);
    EXPECT_EQ(tall.cells[2].y, tall.cells[1].y + tall.cells[1].height);
}

TEST_F(Paper, MergedCellsSpreadTheHeightTheyNeed) {
    const PaperLayout layout =
        lay_out_paper(small_sheet("一\n二\n三\n四\n五\n六", "乙", "丙"), texts, 1, 1000);
    EXPECT_GE(layout.cells[0].height, 6 * layout.styles[0].line_height);
    EXPECT_NEAR(layout.cells[1].height, layout.cells[2].height, 1);
    EXPECT_EQ(layout.cells[0].height, layout.cells[1].height + layout.cells[2].height);
}

TEST_F(Paper, CellsShareTheirEdgesAtEveryZoom) {
    for (float zoom : {0.67F, 0.9F, 1.1F, 1.75F}) {
        const PaperLayout layout = lay_out_paper(small_sheet("甲", "乙", "丙"), texts, zoom, 1000);
        EXPECT_EQ(layout.cells[0].x + layout.cells[0].width, layout.cells[1].x);
        EXPECT_EQ(layout.cells[1].x, layout.cells[2].x);
        EXPECT_EQ(layout.styles[0].size, std::round(14 * zoom));
        EXPECT_EQ(layout.cells[1].x, std::round(layout.cells[1].x));
    }
}

TEST_F(Paper, LabelsBreakEvenlyAndStayInsideTheirCell) {
    // 24 mm at 14 px hold six hanzi.
    Sheet sheet = small_sheet("核心业务产出名", "乙", "丙");
    sheet.columns_mm = {24, 156};
    const PaperLayout layout = lay_out_paper(sheet, texts, 1, 1000);
    EXPECT_EQ(layout_text("核心业务产出名", {14, false}, layout.text_widths[0]).lines[0].width, 4 * 14);
    for (size_t i = 0; i < sheet.cells.size(); ++i) {
        EXPECT_GT(layout.text_widths[i], 0);
        EXPECT_LE(layout.text_widths[i], layout.cells[i].width);
    }
}

TEST_F(Paper, ANumberStaysOnOneLineWithSmallerDigitsAndNoSmallerThanCanBeRead) {
    Sheet sheet = small_sheet("1423.5", "乙", "丙");
    sheet.cells[0].kind = SheetCellKind::Input;
    sheet.cells[0].type = ValueType::Amount;
    const float usual = lay_out_paper(sheet, texts, 1, 1200).styles[0].size;
    EXPECT_EQ(usual, 14);
    sheet.cells[0].text = "12345678901.123456";
    const PaperLayout layout = lay_out_paper(sheet, texts, 1, 1200);
    const TextStyle& style = layout.styles[0];
    EXPECT_LT(style.size, usual);
    const auto lines = [&](size_t cell) {
        const TextFace face{static_cast<int>(layout.styles[cell].size), false};
        return texts.get(sheet.cells[cell].text, face, layout.text_widths[cell]).lines.size();
    };
    EXPECT_EQ(lines(0), 1U);
    sheet.cells[0].text.assign(60, '9');
    EXPECT_GE(lay_out_paper(sheet, texts, 1, 1200).styles[0].size, 7);
}

TEST_F(Paper, TheFittingZoomFits) {
    const Sheet sheet = small_sheet("甲", "乙", "丙");
    for (float width : {500.0F, 760.0F, 1300.0F}) {
        const PaperLayout layout = lay_out_paper(sheet, texts, fitting_zoom(sheet, width), width);
        EXPECT_LE(layout.content_width, width + 1);
    }
}

}  // namespace
}  // namespace shenbao::app
