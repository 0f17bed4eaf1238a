#include "core/sheet/refresh_sheet.h"

#include "core/form/edit.h"
#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

const FormDefinition& form() {
    return official_definition();
}

// With a text for every label that core/review renders.
FormState labelled() {
    FormState state;
    for (const auto& row : form().sheet.rows)
        for (const auto& cell : row.cells)
            if (cell.text.find('{') != std::string::npos) state.labels[cell.text] = "2025年";
    return state;
}

// Everything that a sheet says of its cells.
std::vector<std::string> said(const Sheet& sheet) {
    std::vector<std::string> cells;
    for (const SheetCell& cell : sheet.cells)
        cells.push_back(cell.path + "|" + cell.text + "|" + std::to_string(cell.row) + "," +
                        std::to_string(cell.column) + "," + std::to_string(cell.row_span) +
                        (cell.row_definition ? cell.row_definition->id : ""));
    return cells;
}

TEST(RefreshedSheet, IsWhatIsBuiltWhereOnlyTextsChanged) {
    Declaration declaration = blank_declaration(form());
    FormState state = labelled();
    Sheet sheet = build_sheet(form(), declaration, state);
    const SheetCell* first = sheet.cells.data();
    declaration.values = {
        {"person", "欧阳"}, {"income.fiscal.current", "1424"}, {"longterm.cost_open.title", "印刷费控制率"}};
    state.cells["income.total.current"].text = "1424";
    for (auto& [text, label] : state.labels) label = "另一年";
    ASSERT_TRUE(refresh_sheet(sheet, form(), declaration, state));
    EXPECT_EQ(said(sheet), said(build_sheet(form(), declaration, state)));
    EXPECT_EQ(sheet.cells.data(), first) << "cells stay where they are";
    declaration.values.clear();
    ASSERT_TRUE(refresh_sheet(sheet, form(), declaration, {}));
    EXPECT_EQ(said(sheet), said(build_sheet(form(), declaration, {})));
}

TEST(RefreshedSheet, IsNoneWhereRowsCameWentOrMoved) {
    const Declaration blank = blank_declaration(form());
    const auto refreshes_after = [&](Edit edit) {
        Declaration declaration = blank;
        apply_edit(declaration, std::move(edit));
        Sheet sheet = build_sheet(form(), blank, {});
        return refresh_sheet(sheet, form(), declaration, labelled());
    };
    EXPECT_TRUE(refreshes_after(SetValue{"person", "欧阳"}));
    EXPECT_FALSE(refreshes_after(RemoveRow{"longterm", "cost_open"}));
    EXPECT_FALSE(refreshes_after(RemoveRow{"annual", blank.rows.at("annual").back().id}));
    EXPECT_FALSE(refreshes_after(MoveRow{"longterm", "cost_open", 1}));
    EXPECT_FALSE(refreshes_after(InsertRow{"longterm", 5, {"cost_open-2", "cost_open"}, {}}));
    EXPECT_FALSE(refreshes_after(InsertRow{"annual", 99, {"cost_open-2", "cost_open"}, {}}));
    // The paper does not show it.
    EXPECT_TRUE(refreshes_after(InsertRow{"longterm", 5, {"stray", "stray"}, {}}));
    Declaration other = blank;
    other.rows["longterm"] = {{"cost_open", "staff_control"}};
    Sheet sheet = build_sheet(form(), other, {});
    other.rows["longterm"] = {{"cost_open", "cost_open"}};
    EXPECT_FALSE(refresh_sheet(sheet, form(), other, {})) << "the same id, like another row";
    Sheet none;
    EXPECT_FALSE(refresh_sheet(none, form(), blank, {}));
}

}  // namespace
}  // namespace shenbao::testing
