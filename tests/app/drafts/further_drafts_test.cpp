// New drafts and opened files: what stands there already is never replaced.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/app/drafts/draft_page.h"
#include "tests/app/drafts/lost_window.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

std::vector<drafts::DraftSummary> drafts_in(MemoryStore& store) {
    return drafts::DraftLibrary(store, form(), "test").list().drafts;
}

// The seed's file, and one of the same unit and year in which another person stands.
struct SeedFiles {
    std::string seed, other;

    SeedFiles() {
        MemoryStore store;
        HeadlessWorkbench page(store);
        page.workbench().file_opened("seed.txt", seed_text());
        page.click("button:save");
        seed = platform_log().saved_bytes;
        page.type("cell:person", "张三丰").blur();
        page.click("button:save");
        other = platform_log().saved_bytes;
    }
};

struct FurtherDrafts : ::testing::Test {
    SeedFiles files;
    MemoryStore store;
    HeadlessWorkbench page{store};

    void open(std::string_view name, std::string_view bytes) {
        page.workbench().file_opened(name, bytes);
        page.settle();
    }
};

TEST_F(FurtherDrafts, NewLeavesTheDraftThatIsFilledInTheListWithItsNameAndContent) {
    fill(page, "甲");
    page.click("button:drafts").click("drafts:rename:current");
    page.type("drafts:name", "投促局定稿").press("Enter");
    page.press("Escape");
    page.click("button:new");
    EXPECT_EQ(page.value("cell:person"), "");
    EXPECT_TRUE(page.node("notice:new").value.starts_with("已新建空白草稿")) << page.node("notice:new").value;
    EXPECT_NE(page.node("notice:new").value.find("“投促局定稿”没有改变"), std::string::npos);
    page.click("button:drafts");
    EXPECT_EQ(page.value("drafts:called:current"), "投促局定稿");
    page.press("Escape");
    page.click("draft:back");
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_FALSE(page.has("notice:new")) << "it is no longer so";
}

TEST_F(FurtherDrafts, NewMakesNoSecondBlankDraft) {
    page.click("button:new");
    EXPECT_EQ(drafts_in(store).size(), 0U);
    EXPECT_TRUE(page.node("notice:new").value.starts_with("本表还是空白的"));
    fill(page, "甲");
    page.click("button:new").click("button:new");
    ASSERT_EQ(drafts_in(store).size(), 2U);
    page.click("button:drafts").click("drafts:open:current");
    ASSERT_EQ(page.value("cell:person"), "甲");
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "");
    EXPECT_EQ(drafts_in(store).size(), 2U) << "the blank one was there";
    fill(page, "乙");
    page.click("button:new");
    EXPECT_EQ(drafts_in(store).size(), 3U);
}

TEST_F(FurtherDrafts, NewInAFullStoreKeepsWhatIsShownAndSaysSo) {
    fill(page, "甲");
    store.answer_writes_with(drafts::StoreStatus::Full);
    page.type("cell:person", "一小时的工作").blur();
    page.click("button:new");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
    EXPECT_TRUE(page.has("notice:leave"));
    open("甲.json", files.seed);
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
}

TEST_F(FurtherDrafts, AFileBecomesADraftOfItsOwn) {
    fill(page, "张三");
    open("seed.json", files.seed);
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    EXPECT_TRUE(page.node("button:undo").disabled);
    EXPECT_TRUE(page.node("notice:open").value.starts_with("已打开 seed.json"));
    EXPECT_EQ(drafts_in(store).size(), 2U);
    page.click("draft:back");
    EXPECT_EQ(page.value("cell:person"), "张三");
    EXPECT_FALSE(page.has("notice:open"));
}

TEST_F(FurtherDrafts, AFileFillsAnUntouchedDraftAsAStepThatUndoTakesBack) {
    open("seed.json", files.seed);
    EXPECT_TRUE(page.has("notice:open"));
    page.workbench().save_now();
    EXPECT_EQ(drafts_in(store).size(), 1U);
    page.click("button:undo");
    EXPECT_EQ(page.value("cell:person"), "");
    EXPECT_FALSE(page.has("notice:open")) << "nothing is opened any more";
}

TEST_F(FurtherDrafts, AFileInANewDraftEndsItsBeingBlank) {
    fill(page, "甲");
    page.click("button:new");
    ASSERT_TRUE(page.has("notice:new"));
    open("seed.json", files.seed);
    EXPECT_FALSE(page.has("notice:new"));
}

TEST_F(FurtherDrafts, AnUndoOfSomethingElseLeavesTheNoticeOfAFile) {
    open("seed.json", files.seed);
    page.type("cell:person", "甲").blur();
    page.click("button:undo");
    EXPECT_TRUE(page.has("notice:open"));
}

TEST_F(FurtherDrafts, AFileOfTheSameUnitAndYearAsksFirst) {
    open("seed.json", files.seed);
    page.workbench().save_now();
    open("修改.json", files.other);
    EXPECT_EQ(page.value("cell:person"), "李晓明") << "nothing is replaced unasked";
    EXPECT_NE(page.value("drafts:message").find("“鄂州市临空经济区口岸和投资促进局”"), std::string::npos);
    EXPECT_EQ(page.value("drafts:archived:0"), "修改.json");
    page.click("drafts:look:0");
    EXPECT_EQ(page.value("drafts:difference:0"), "填报人：李晓明 → 张三丰");
    page.click("drafts:back");
    ASSERT_TRUE(page.has("drafts:replace:0")) << "back to the choices";
    page.click("drafts:take:0");
    EXPECT_EQ(page.value("cell:person"), "张三丰");
    EXPECT_EQ(drafts_in(store).size(), 2U);
    EXPECT_EQ(page.focused(), "button:drafts");
    page.click("draft:back");
    EXPECT_EQ(page.value("cell:person"), "李晓明");
}

TEST_F(FurtherDrafts, AFileThatIsKeptBesideTheOtherFillsAnUntouchedDraft) {
    open("seed.json", files.seed);
    page.workbench().save_now();
    page.click("button:new");
    open("修改.json", files.other);
    page.click("drafts:take:0");
    page.workbench().save_now();
    EXPECT_EQ(page.value("cell:person"), "张三丰");
    EXPECT_EQ(drafts_in(store).size(), 2U);
}

TEST_F(FurtherDrafts, AFileThatReplacesIsAStepThatUndoTakesBack) {
    open("seed.json", files.seed);
    open("修改.json", files.other);
    page.click("drafts:replace:0");
    EXPECT_EQ(page.value("cell:person"), "张三丰");
    page.click("button:undo");
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    EXPECT_FALSE(page.has("notice:open"));
}

TEST_F(FurtherDrafts, AFileReplacesADraftThatIsNotOpen) {
    open("seed.json", files.seed);
    page.workbench().save_now();
    page.click("button:new");
    fill(page, "乙");
    open("修改.json", files.other);
    page.click("drafts:replace:0");
    EXPECT_EQ(page.value("cell:person"), "张三丰");
    EXPECT_EQ(drafts_in(store).size(), 2U);
    page.click("button:undo");
    EXPECT_EQ(page.value("cell:person"), "李晓明");
}

TEST_F(FurtherDrafts, AFileReplacesNothingWhileTheOpenDraftCannotBeLeft) {
    open("seed.json", files.seed);
    page.workbench().save_now();
    page.click("button:new");
    store.answer_writes_with(drafts::StoreStatus::Full);
    page.type("cell:person", "一小时的工作").blur();
    open("修改.json", files.other);
    page.click("drafts:replace:0");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
}

TEST_F(FurtherDrafts, AFileThatIsADraftAlreadyOpensThat) {
    open("seed.json", files.seed);
    page.workbench().save_now();
    page.click("button:new");
    fill(page, "乙");
    open("又一次.json", files.seed);
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    EXPECT_NE(page.node("notice:open").value.find("没有另存"), std::string::npos);
    EXPECT_EQ(drafts_in(store).size(), 2U);
}

TEST_F(FurtherDrafts, EscapeLeavesAFileThatAsksAlone) {
    open("seed.json", files.seed);
    open("修改.json", files.other);
    page.press("Escape");
    EXPECT_FALSE(page.has("drafts:archived:0"));
    EXPECT_EQ(page.value("cell:person"), "李晓明");
}

TEST_F(FurtherDrafts, AnOpenedFileThatCannotBeStoredIsUnsaved) {
    fill(page, "甲");
    store.answer_writes_with(drafts::StoreStatus::Full);
    open("seed.json", files.seed);
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    EXPECT_TRUE(page.has("banner"));
    EXPECT_TRUE(page.workbench().unsaved()) << "the page warns on leaving";
    page.click("button:new");
    EXPECT_EQ(page.value("cell:person"), "李晓明") << "it is nowhere else";
}

TEST(FurtherDraftsOfWindows, AFileIsOpenedBesideADraftThatAnotherWindowHas) {
    SeedFiles files;
    LookedAtDraft looked;
    looked.opened->workbench().file_opened("seed.json", files.seed);
    looked.opened->settle();
    EXPECT_EQ(looked.opened->value("cell:person"), "李晓明");
    EXPECT_FALSE(looked.opened->node("cell:person").read_only);
    OtherWindow again{looked.store, form()};
    EXPECT_EQ(again.opened().declaration.values.at("person"), "甲");
}

}  // namespace
}  // namespace shenbao::testing
