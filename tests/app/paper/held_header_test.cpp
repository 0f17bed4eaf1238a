// Header rows that stay in sight: which, from where to where, and that nothing brought into view lies under
// them.
#include "app/paper/held_header.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"

namespace shenbao::app {
namespace {

class HeldHeaders : public ::testing::Test {
  protected:
    HeldHeaders() : form(*read_definition(testing::official_form_json()).definition) {
        imgui.begin_frame();
        declaration = blank_declaration(form);
        sheet = build_sheet(form, declaration, {});
        layout = lay_out_paper(sheet, texts, 1, 900);
        view.rect = {0, 0, 900, 700};
    }
    ~HeldHeaders() override { imgui.end_frame(); }

    HeldHeader at(float scroll_y) {
        view.scroll_y = scroll_y;
        return held_header(sheet, layout, view);
    }
    // The first row of a table, and the one behind its last.
    size_t first_of(std::string_view table) const {
        return static_cast<size_t>(std::find_if(sheet.rows.begin(), sheet.rows.end(),
                                                [&](const SheetRow& row) { return row.table == table; }) -
                                   sheet.rows.begin());
    }
    size_t end_of(std::string_view table) const {
        size_t row = first_of(table);
        while (row < sheet.rows.size() && sheet.rows[row].table == table) ++row;
        return row;
    }
    std::string text_of(const HeldHeader& held) const {
        std::string text;
        for (const SheetCell& cell : sheet.cells)
            if (static_cast<size_t>(cell.row) >= held.first_row &&
                static_cast<size_t>(cell.row) < held.end_row)
                text += cell.text + "|";
        return text;
    }

    testing::HeadlessImGui imgui;
    FormDefinition form;
    Declaration declaration;
    TextCache texts;
    Sheet sheet;
    PaperLayout layout;
    Region view;
};

TEST_F(HeldHeaders, AreThoseOfTheTableAtTheTopOfTheView) {
    EXPECT_EQ(at(0).height, 0);
    const size_t row = first_of("annual");
    const HeldHeader held = at(layout.row_tops[row + 5]);
    EXPECT_NE(text_of(held).find("预期当年实现值|"), std::string::npos) << text_of(held);
    EXPECT_EQ(held.end_row, row);
    EXPECT_EQ(held.scroll_y, layout.row_tops[held.first_row]);
    EXPECT_EQ(held.height, layout.row_tops[row] - layout.row_tops[held.first_row] + kPaperRule);
    EXPECT_EQ(text_of(at(layout.row_tops[first_of("longterm") + 3])).find("预期当年实现值"),
              std::string::npos);
}

TEST_F(HeldHeaders, AreNotHeldWhileTheyAreInTheirPlace) {
    const HeldHeader held = at(layout.row_tops[first_of("annual") + 5]);
    EXPECT_EQ(at(layout.row_tops[held.first_row]).height, 0);
    EXPECT_GT(at(layout.row_tops[held.first_row] + 1).height, 0);
}

TEST_F(HeldHeaders, ArePushedOutByWhatComesBelowTheTable) {
    const float bottom = layout.row_tops[end_of("longterm")];
    const HeldHeader whole = at(bottom - 400), part = at(bottom - 20);
    EXPECT_EQ(part.height, 20);
    EXPECT_EQ(part.scroll_y + part.height, whole.scroll_y + whole.height) << "its lower part is seen last";
    EXPECT_EQ(at(bottom).height, 0);
}

TEST_F(HeldHeaders, LeaveASmallWindowToTheRows) {
    view.rect.height = 150;
    EXPECT_EQ(at(layout.row_tops[first_of("annual") + 5]).height, 0);
    EXPECT_LT(held_height(sheet, layout, 150), 50);
}

TEST_F(HeldHeaders, KeepTheirHeightClearForWhatIsBroughtIntoView) {
    const HeldHeader held = at(layout.row_tops[first_of("annual") + 5]);
    EXPECT_EQ(held_height(sheet, layout, 700), held.height) << "that of the annual table is the tallest";
}

}  // namespace
}  // namespace shenbao::app
