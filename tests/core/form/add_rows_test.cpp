#include <algorithm>

#include "core/form/edit.h"
#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

class Rows : public ::testing::Test {
  protected:
    bool add(std::string_view table, std::string_view after) {
        return run(add_row_edits(official_definition(), declaration, table, after));
    }
    bool remove(std::string_view table, std::string_view row) {
        return run(remove_row_edits(official_definition(), declaration, table, row));
    }
    bool move(std::string_view row, int step) {
        return run(move_row_edits(official_definition(), declaration, "longterm", row, step));
    }
    bool run(std::vector<Edit> edits) {
        for (auto& edit : edits) apply_edit(declaration, std::move(edit));
        return !edits.empty();
    }
    std::vector<std::string> ids(std::string_view table, size_t first, size_t count) {
        std::vector<std::string> all;
        const auto& rows = declaration.rows.find(table)->second;
        for (size_t i = first; i < first + count && i < rows.size(); ++i) all.push_back(rows[i].id);
        return all;
    }

    Declaration declaration = blank_declaration(official_definition());
};
using Ids = std::vector<std::string>;

TEST_F(Rows, AreAddedBehindASlotWithTheNextFreeNumber) {
    EXPECT_TRUE(add("longterm", "cost_open"));
    EXPECT_TRUE(add("longterm", "cost_open"));
    EXPECT_EQ(ids("longterm", 3, 5), (Ids{"official_expense_change", "cost_open", "cost_open-3",
                                          "cost_open-2", "long_plan_conformity"}));
    EXPECT_EQ(declaration.rows["longterm"][5].origin, "cost_open");
    EXPECT_TRUE(add("longterm", "cost_open-2"));
    EXPECT_EQ(declaration.rows["longterm"][7].id, "cost_open-4");
    EXPECT_EQ(declaration.rows["annual"].size(), 40u);
}

TEST_F(Rows, AreAddedBehindTheGroupOfAPrintedRowThatHasASlot) {
    EXPECT_TRUE(add("longterm", "meeting_cost_control"));
    EXPECT_EQ(ids("longterm", 4, 2), (Ids{"cost_open", "cost_open-2"}));
}

TEST_F(Rows, AreNotAddedWhereTheFormPrintsNoSlot) {
    for (std::string_view row :
         {"public_funds_control", "budget_execution", "economic_benefit", "client_satisfaction"})
        EXPECT_FALSE(add("longterm", row)) << row;
    EXPECT_FALSE(add("income", "fiscal"));
    EXPECT_FALSE(add("income", "total"));
    EXPECT_FALSE(add("income", "gold"));
    EXPECT_FALSE(add("gold", "fiscal"));
}

TEST_F(Rows, CoreOutputsAreCountedOn) {
    EXPECT_TRUE(add("longterm", "core_output_2"));
    EXPECT_EQ(ids("longterm", 25, 4),
              (Ids{"core_output_1", "core_output_2", "core_output_2-2", "duty_open"}));
    EXPECT_EQ(
        row_level2(*official_definition().table("longterm"), declaration, declaration.rows["longterm"][27]),
        "核心业务产出3");
}

TEST_F(Rows, MayBeRemovedUnlessTheyAreTheLastUnderTheirHeading) {
    EXPECT_TRUE(remove("longterm", "technology_open"));
    EXPECT_TRUE(remove("longterm", "duty_open"));
    EXPECT_TRUE(remove("longterm", "core_output_1"));
    EXPECT_FALSE(remove("longterm", "core_output_2"));
    EXPECT_FALSE(remove("longterm", "satisfaction_open"));
    EXPECT_TRUE(add("longterm", "satisfaction_open"));
    EXPECT_TRUE(remove("longterm", "satisfaction_open"));
    EXPECT_FALSE(remove("longterm", "satisfaction_open-2"));
}

TEST_F(Rows, PrintedOnesStay) {
    for (const auto& row : official_definition().table("annual")->rows) {
        if (!row.repeatable) {
            EXPECT_FALSE(remove("annual", row.id)) << row.id;
        }
    }
    EXPECT_FALSE(remove("income", "total"));
    EXPECT_FALSE(remove("income", "gold"));
    EXPECT_FALSE(remove("gold", "total"));
}

TEST_F(Rows, MoveOnlyAmongTheirOwn) {
    add("longterm", "cost_open");
    EXPECT_TRUE(move("cost_open-2", -1));
    EXPECT_EQ(ids("longterm", 3, 3), (Ids{"official_expense_change", "cost_open-2", "cost_open"}));
    EXPECT_FALSE(move("cost_open-2", -1));  // a printed row stands above
    EXPECT_FALSE(move("cost_open", 1));     // another 二级指标 stands below
    EXPECT_TRUE(move("core_output_1", 1));
    EXPECT_FALSE(move("core_output_1", 1));
    EXPECT_FALSE(move("public_funds_control", 1));
    EXPECT_FALSE(move("public_funds_control", -1));
    EXPECT_FALSE(move("satisfaction_open", 1));
    EXPECT_FALSE(move("cost_open", 2));
    EXPECT_FALSE(move("gold", 1));
}

// A row's group may stand apart from it in a file.
TEST_F(Rows, AreRemovedWhileAnotherOfTheirGroupStandsAnywhere) {
    const size_t rows = declaration.rows["longterm"].size();
    for (const char* row : {"core_output_1", "core_output_2"}) {
        apply_edit(declaration, MoveRow{"longterm", row, 0});
        EXPECT_FALSE(remove_row_edits(official_definition(), declaration, "longterm", row).empty());
        apply_edit(declaration, MoveRow{"longterm", row, rows - 1});
        EXPECT_FALSE(remove_row_edits(official_definition(), declaration, "longterm", row).empty());
    }
}

}  // namespace
}  // namespace shenbao::testing
