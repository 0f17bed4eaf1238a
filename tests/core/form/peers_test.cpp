#include "core/form/peers.h"

#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

// The official form's long-term indicators lead, the annual ones follow.
class Peers : public ::testing::Test {
  protected:
    void run(std::vector<Edit> edits, std::string merge = {}) {
        if (merge.empty()) history.seal();
        edits = with_peers(official_definition(), history, std::move(edits), merge);
        history.apply("步", std::move(edits), std::move(merge));
    }
    void set(std::string path, std::string text) { run({SetValue{std::move(path), std::move(text)}}); }
    void type(const std::string& path, std::string text) { run({SetValue{path, std::move(text)}}, path); }
    void add(std::string_view table, std::string_view after) {
        run(add_row_edits(official_definition(), history.declaration(), table, after));
    }
    void remove(std::string_view table, std::string_view row) {
        run(remove_row_edits(official_definition(), history.declaration(), table, row));
    }
    std::string_view text(std::string_view path) { return history.declaration().text(path); }
    const DeclaredRows& rows(std::string_view table) {
        return history.declaration().rows.find(table)->second;
    }

    const Declaration blank = blank_declaration(official_definition());
    History history{blank};
};

TEST_F(Peers, FollowWhereAColumnIsFilledFromTheOtherTable) {
    const FormDefinition& form = official_definition();
    EXPECT_EQ(peer_of(form, "longterm"), form.table("annual"));
    EXPECT_EQ(peer_of(form, "annual"), form.table("longterm"));
    EXPECT_EQ(peer_of(form, "income"), nullptr);
    EXPECT_EQ(peer_of(form, "gold"), nullptr);
    EXPECT_TRUE(follows_peer(*form.table("annual")));
    EXPECT_FALSE(follows_peer(*form.table("longterm")));
}

TEST_F(Peers, TakeANameThatIsTypedInTheLeadingTableInTheSameStep) {
    type("longterm.core_output_1.title", "招");
    type("longterm.core_output_1.title", "招商");
    type("longterm.duty_open.level2", "服务企业");
    EXPECT_EQ(text("annual.core_output_1.title"), "招商");
    EXPECT_EQ(text("annual.duty_open.level2"), "服务企业");
    history.undo();
    EXPECT_EQ(text("annual.duty_open.level2"), "");
    EXPECT_EQ(text("annual.core_output_1.title"), "招商");
    history.undo();
    EXPECT_EQ(history.declaration(), blank);
    history.redo();
    EXPECT_EQ(text("annual.core_output_1.title"), "招商");
}

TEST_F(Peers, TakeALaterNameAndItsClearingWhileTheirsIsTheSame) {
    set("longterm.core_output_1.title", "甲");
    set("longterm.core_output_1.title", "乙");
    EXPECT_EQ(text("annual.core_output_1.title"), "乙");
    set("longterm.core_output_1.title", "");
    EXPECT_EQ(text("annual.core_output_1.title"), "");
}

TEST_F(Peers, KeepANameThatWasChangedByHand) {
    set("longterm.core_output_1.title", "甲");
    set("annual.core_output_1.title", "丙");
    EXPECT_EQ(text("longterm.core_output_1.title"), "甲");
    set("longterm.core_output_1.title", "乙");
    EXPECT_EQ(text("annual.core_output_1.title"), "丙");
}

TEST_F(Peers, KeepTheirsThoughTheTypedNameIsTheSameForAMoment) {
    set("longterm.core_output_1.title", "甲");
    set("annual.core_output_1.title", "会议");
    for (const char* typed : {"会", "会议", "会议费"}) type("longterm.core_output_1.title", typed);
    EXPECT_EQ(text("annual.core_output_1.title"), "会议");
}

TEST_F(Peers, NameTheLeadingTableOnlyWhereItHasNoName) {
    type("annual.core_output_1.title", "甲");
    type("annual.core_output_1.title", "甲乙");
    EXPECT_EQ(text("longterm.core_output_1.title"), "甲乙");
    set("annual.core_output_1.title", "丙");
    EXPECT_EQ(text("longterm.core_output_1.title"), "甲乙");
}

TEST_F(Peers, LetAStepThatSetsBothNamesHaveItsWay) {
    run({SetValue{"longterm.core_output_1.title", "甲"}, SetValue{"annual.core_output_1.title", "乙"}});
    EXPECT_EQ(text("longterm.core_output_1.title"), "甲");
    EXPECT_EQ(text("annual.core_output_1.title"), "乙");
}

TEST_F(Peers, TakeNothingButNames) {
    set("longterm.carryover.target", "≤5%");
    set("longterm.carryover.title", "印好的名称不能填");
    set("income.fiscal.current", "1");
    EXPECT_EQ(history.declaration().values.size(), 3U);
}

TEST_F(Peers, GetTheRowsThatAreAddedAndLoseThemAgain) {
    for (std::string_view table : {"longterm", "annual"}) {
        add(table, "core_output_1");
        EXPECT_EQ(rows("longterm"), rows("annual"));
        EXPECT_EQ(rows("longterm").size(), 41U);
        EXPECT_EQ(rows("annual").place_of("core_output_1-2"), 26U);
        remove(table, "core_output_1-2");
        EXPECT_EQ(history.declaration(), blank);
    }
}

TEST_F(Peers, GetARemovedSlotAgain) {
    remove("longterm", "cost_open");
    EXPECT_EQ(rows("annual").size(), 39U);
    add("longterm", "meeting_cost_control");
    EXPECT_EQ(history.declaration(), blank);
}

TEST_F(Peers, LoseAnUntouchedSlotAndARowThatHasOnlyTheSameName) {
    remove("longterm", "cost_open");
    EXPECT_EQ(rows("annual").find("cost_open"), nullptr);
    set("longterm.duty_open.title", "甲");
    remove("longterm", "duty_open");
    EXPECT_EQ(rows("annual").find("duty_open"), nullptr);
    EXPECT_EQ(text("annual.duty_open.title"), "");
    history.undo();
    EXPECT_EQ(text("annual.duty_open.title"), "甲");
}

TEST_F(Peers, KeepARowInWhichSomethingIsEntered) {
    set("annual.cost_open.target", "90%");
    EXPECT_TRUE(peer_row_stays(official_definition(), history.declaration(), "longterm", "cost_open"));
    EXPECT_FALSE(peer_row_stays(official_definition(), history.declaration(), "annual", "cost_open"));
    remove("longterm", "cost_open");
    EXPECT_EQ(rows("longterm").size(), 39U);
    EXPECT_EQ(text("annual.cost_open.target"), "90%");
    // What is added then is another row, not the one that stayed.
    add("longterm", "meeting_cost_control");
    EXPECT_NE(rows("longterm").find("cost_open-2"), nullptr);
    EXPECT_NE(rows("annual").find("cost_open-2"), nullptr);
}

TEST_F(Peers, MoveTheirRowsToTheSameNeighbours) {
    add("longterm", "core_output_2");
    for (int step : {-1, -1, 1}) {
        run(move_row_edits(official_definition(), history.declaration(), "longterm", "core_output_2-2",
                           step));
        EXPECT_EQ(rows("longterm"), rows("annual"));
    }
    EXPECT_EQ(rows("annual").place_of("core_output_2-2"), 26U);
    history.undo();
    EXPECT_EQ(rows("annual").place_of("core_output_2-2"), 25U);
    EXPECT_EQ(rows("longterm"), rows("annual"));
}

TEST_F(Peers, FindThePlaceOfARowBesideThoseThatOnlyTheyHave) {
    set("annual.cost_open.target", "90%");
    remove("longterm", "cost_open");
    add("longterm", "meeting_cost_control");
    const size_t place = rows("annual").place_of("cost_open-2");
    EXPECT_EQ(rows("annual")[place - 1].id, "official_expense_change");
}

class Aligned : public Peers {
  protected:
    // Not followed: as an opened file has it.
    void have(Edit edit) {
        history.seal();
        history.apply("打开", {std::move(edit)});
    }
    bool align(std::string_view model, std::string_view target) {
        std::vector<Edit> edits =
            align_rows_edits(official_definition(), history.declaration(), model, target);
        const bool any = !edits.empty();
        run(std::move(edits));
        return any;
    }
    std::string_view model() {
        const std::string_view one = table_to_align_with(official_definition(), history, "longterm");
        EXPECT_EQ(one, table_to_align_with(official_definition(), history, "annual"));
        return one;
    }
};

TEST_F(Aligned, TablesHaveTheModelsOrderAndNamesAndKeepTheirValues) {
    have(InsertRow{"longterm", 5, {"cost_open-2", "cost_open"}, {{"title", "印刷费控制率"}}});
    have(MoveRow{"longterm", "core_output_1", 27});
    have(SetValue{"longterm.duty_open.level2", "招商引资"});
    have(SetValue{"annual.core_output_1.title", "旧名"});
    have(SetValue{"longterm.core_output_1.title", "新名"});
    have(SetValue{"annual.carryover.target", "无"});
    EXPECT_TRUE(align("longterm", "annual"));
    EXPECT_EQ(rows("annual"), rows("longterm"));
    EXPECT_EQ(text("annual.cost_open-2.title"), "印刷费控制率");
    EXPECT_EQ(text("annual.duty_open.level2"), "招商引资");
    EXPECT_EQ(text("annual.core_output_1.title"), "新名");
    EXPECT_EQ(text("annual.carryover.target"), "无");
    EXPECT_FALSE(align("longterm", "annual"));
}

TEST_F(Aligned, NameThatOnlyTheTargetHasGoesToTheModel) {
    have(SetValue{"annual.core_output_1.title", "甲"});
    EXPECT_TRUE(align("longterm", "annual"));
    EXPECT_EQ(text("longterm.core_output_1.title"), "甲");
    EXPECT_EQ(text("annual.core_output_1.title"), "甲");
}

TEST_F(Aligned, SlotThatOneTableHasLostIsGoneFromBoth) {
    for (std::string_view lost : {"longterm", "annual"}) {
        have(RemoveRow{std::string(lost), "cost_open"});
        EXPECT_TRUE(align("longterm", "annual"));
        EXPECT_EQ(rows("longterm").find("cost_open"), nullptr) << lost;
        EXPECT_EQ(rows("longterm"), rows("annual"));
        while (history.can_undo()) history.undo();
    }
}

TEST_F(Aligned, RowWithAnEntryComesToTheTableThatLacksIt) {
    have(RemoveRow{"longterm", "cost_open"});
    have(SetValue{"annual.cost_open.target", "90%"});
    have(SetValue{"annual.cost_open.title", "印刷费"});
    EXPECT_TRUE(align("longterm", "annual"));
    EXPECT_EQ(rows("longterm"), rows("annual"));
    EXPECT_EQ(text("annual.cost_open.target"), "90%");
    EXPECT_EQ(text("longterm.cost_open.title"), "印刷费");
    EXPECT_EQ(text("longterm.cost_open.target"), "");
}

TEST_F(Aligned, RowThatTheFormPrintsForGoodComesBack) {
    have(RemoveRow{"annual", "carryover"});
    have(RemoveRow{"longterm", "satisfaction_open"});
    have(RemoveRow{"annual", "core_output_1"});
    have(RemoveRow{"annual", "core_output_2"});
    EXPECT_TRUE(align("longterm", "annual"));
    EXPECT_NE(rows("annual").find("carryover"), nullptr);
    EXPECT_NE(rows("longterm").find("satisfaction_open"), nullptr);
    EXPECT_NE(rows("longterm").find("core_output_2"), nullptr) << "one of them must stay under its heading";
    EXPECT_EQ(rows("longterm"), rows("annual"));
}

TEST_F(Aligned, TablesFollowTheOneWhoseRowsOrNamesWereChangedLast) {
    EXPECT_EQ(model(), "longterm") << "nothing was done: the one that leads";
    set("annual.core_output_1.title", "甲");
    EXPECT_EQ(model(), "annual") << "though the other one followed";
    set("longterm.core_output_1.title", "乙");
    EXPECT_EQ(model(), "longterm");
    set("annual.core_output_1.target", "90%");
    EXPECT_EQ(model(), "longterm") << "a value is no name";
    remove("annual", "technology_open");
    EXPECT_EQ(model(), "annual");
    history.undo();
    EXPECT_EQ(model(), "longterm") << "what was taken back does not count";
    have(ReplaceDeclaration{blank});
    EXPECT_EQ(model(), "longterm");
    EXPECT_EQ(table_to_align_with(official_definition(), history, "income"), "");
}

TEST_F(Aligned, NothingThatIsNotThere) {
    EXPECT_FALSE(align("longterm", "longterm"));
    EXPECT_FALSE(align("longterm", "gold"));
    EXPECT_FALSE(align("gold", "annual"));
}

}  // namespace
}  // namespace shenbao::testing
