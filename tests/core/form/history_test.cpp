#include <random>

#include "core/form/edit.h"
#include "core/form/peers.h"
#include "tests/core/form/official_form.h"

namespace shenbao::testing {
namespace {

Declaration blank() {
    return blank_declaration(official_definition());
}
std::vector<Edit> set(std::string path, std::string text) {
    return {SetValue{std::move(path), std::move(text)}};
}

TEST(History, UndoesAndRedoesByNamedSteps) {
    History history(blank());
    EXPECT_FALSE(history.can_undo());
    EXPECT_EQ(history.undo_name(), "");
    history.apply("修改 填报人", set("person", "李晓明"));
    history.apply("修改 联系电话", set("phone", "0711-60886688"));
    EXPECT_EQ(history.undo_name(), "修改 联系电话");
    history.undo();
    EXPECT_EQ(history.undo_name(), "修改 填报人");
    EXPECT_EQ(history.redo_name(), "修改 联系电话");
    EXPECT_EQ(history.declaration().text("phone"), "");
    history.redo();
    EXPECT_EQ(history.declaration().text("phone"), "0711-60886688");
    EXPECT_FALSE(history.can_redo());
}

TEST(History, MergesTypingInOneCellIntoOneStep) {
    History history(blank());
    for (std::string_view text : {"李", "李晓", "李晓明"})
        history.apply("修改 填报人", set("person", std::string(text)), "person");
    history.undo();
    EXPECT_EQ(history.declaration(), blank());
    history.redo();
    EXPECT_EQ(history.declaration().text("person"), "李晓明");
}

TEST(History, KnowsWhichTextAStepChanges) {
    History history(blank());
    EXPECT_EQ(history.undo_path(), "");
    history.apply("粘贴 2 格", {SetValue{"person", "甲"}, SetValue{"phone", "1"}});
    EXPECT_EQ(history.undo_path(), "person");
    EXPECT_EQ(history.redo_path(), "");
    history.undo();
    EXPECT_EQ(history.redo_path(), "person");
    history.apply("说明", {SetExplanation{"rule", "因为"}});
    EXPECT_EQ(history.undo_path(), "") << "not a cell";
}

TEST(History, SealEndsAStep) {
    History history(blank());
    history.apply("修改", set("person", "李"), "person");
    history.seal();
    history.apply("修改", set("person", "李晓明"), "person");
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "李");
}

TEST(History, UndoEndsAStep) {
    History history(blank());
    history.apply("修改", set("person", "李"), "person");
    history.apply("修改", set("phone", "1"), "phone");
    history.undo();
    history.apply("修改", set("person", "王"), "person");
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "李");
}

TEST(History, KeepsStepsWithoutAMergeKeyApart) {
    History history(blank());
    history.apply("修改", set("person", "李"));
    history.apply("修改", set("person", "王"));
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "李");
}

TEST(History, WhatChangesNothingIsNoStep) {
    History history(blank());
    history.apply("修改", set("person", "李"));
    unsigned long before = history.revision();
    history.apply("修改", set("person", "李"));
    history.apply("修改", set("income.gold.current", "1"));
    history.apply("修改", {});
    history.apply("移动", {MoveRow{"income", "fiscal", 0}});
    history.apply("说明", {SetExplanation{"key", ""}});
    history.apply("打开", {ReplaceDeclaration{history.declaration()}});
    EXPECT_EQ(history.revision(), before);
    history.undo();
    EXPECT_FALSE(history.can_undo());
}

TEST(History, AnExplanationGivenForOtherFiguresIsAStep) {
    History history(blank());
    history.apply("说明", {SetExplanation{"key", "新增专项", "增加 40%"}});
    history.apply("说明", {SetExplanation{"key", "新增专项", "增加 90%"}});
    EXPECT_EQ(history.declaration().explained.at("key"), "增加 90%");
    history.undo();
    EXPECT_EQ(history.declaration().explained.at("key"), "增加 40%");
    history.apply("说明", {SetExplanation{"key", "", "增加 40%"}});
    EXPECT_TRUE(history.declaration().explained.empty()) << "nothing was explained";
}

TEST(History, ANewStepForgetsWhatCouldBeRedone) {
    History history(blank());
    history.apply("甲", set("person", "李"));
    history.undo();
    history.apply("乙", set("phone", "1"));
    EXPECT_FALSE(history.can_redo());
    history.redo();
    EXPECT_EQ(history.declaration().text("person"), "");
}

TEST(History, OpeningAnotherFormCanBeTakenBack) {
    History history(blank());
    history.apply("修改", set("person", "李晓明"));
    Declaration other = blank();
    other.values["person"] = "别人";
    history.apply("打开文件", {ReplaceDeclaration{other}});
    EXPECT_EQ(history.declaration(), other);
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "李晓明");
}

TEST(History, RevisionGrowsWithEveryChange) {
    History history(blank());
    unsigned long last = history.revision();
    auto grown = [&] { return std::exchange(last, history.revision()) < history.revision(); };
    history.apply("修改", set("person", "李"), "person");
    EXPECT_TRUE(grown());
    history.apply("修改", set("person", "李晓"), "person");
    EXPECT_TRUE(grown());
    history.undo();
    EXPECT_TRUE(grown());
    history.redo();
    EXPECT_TRUE(grown());
    history.redo();
    EXPECT_FALSE(grown());
}

TEST(History, WhatIsTypedAndTakenBackLeavesNothingToUndo) {
    History history(blank());
    history.apply("修改", set("person", "李"), "person");
    history.seal();
    history.apply("修改", set("person", "李晓"), "person");
    history.apply("修改", set("person", "李"), "person");
    // The next letter is a step of its own, not part of the older one that was sealed.
    history.apply("修改", set("person", "李明"), "person");
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "李");
    history.undo();
    EXPECT_EQ(history.declaration().text("person"), "");
    EXPECT_FALSE(history.can_undo());
}

TEST(History, ForgetsTheOldestStepsOnly) {
    History history(blank());
    for (size_t i = 0; i < kMostUndoSteps + 10; ++i) history.apply("修改", set("person", std::to_string(i)));
    size_t steps = 0;
    for (; history.can_undo(); ++steps) history.undo();
    EXPECT_EQ(steps, kMostUndoSteps);
    EXPECT_EQ(history.declaration().text("person"), "9");
}

// Law: undoing everything gives the start, redoing everything gives the end.
TEST(History, UndoAllThenRedoAllIsTheSame) {
    std::mt19937 random(2026);
    for (int round = 0; round < 20; ++round) {
        History history(blank());
        for (int i = 0; i < 60; ++i) {
            const auto& rows = history.declaration().rows.at("longterm");
            const std::string& row = rows[random() % rows.size()].id;
            std::vector<Edit> edits;
            switch (random() % 5) {
                case 0:
                    edits = set(cell_path("longterm", row, "target"), std::to_string(random() % 3));
                    break;
                case 1:
                    edits = add_row_edits(official_definition(), history.declaration(), "longterm", row);
                    break;
                case 2:
                    edits = remove_row_edits(official_definition(), history.declaration(), "longterm", row);
                    break;
                case 3:
                    edits = {MoveRow{"longterm", row, random() % rows.size()}};
                    break;
                default:
                    edits =
                        align_rows_edits(official_definition(), history.declaration(), "longterm", "annual");
                    break;
            }
            history.apply("步", std::move(edits), random() % 2 ? "同" : "");
            if (random() % 7 == 0) history.undo();
        }
        Declaration end = history.declaration();
        size_t steps = 0;
        for (; history.can_undo(); ++steps) history.undo();
        EXPECT_EQ(history.declaration(), blank());
        while (steps-- > 0) history.redo();
        EXPECT_EQ(history.declaration(), end);
    }
}

}  // namespace
}  // namespace shenbao::testing
