// The draft manager, without a browser.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/app/drafts/draft_page.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::RegionId;
using app::Role;

// Names of all buttons of a kind in the manager.
std::vector<std::string> names(HeadlessWorkbench& page, std::string_view stem) {
    std::vector<std::string> found;
    for (const app::Node& node : page.semantics().nodes)
        if (node.id.starts_with(stem)) found.push_back(node.name);
    return found;
}

TEST(DraftManager, OpensAsADialogAndGivesTheFocusBack) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.click("button:drafts");
    const app::Semantics& shown = page.semantics();
    EXPECT_TRUE(shown.regions[static_cast<int>(RegionId::Dialog)].visible);
    EXPECT_EQ(shown.regions[static_cast<int>(RegionId::Dialog)].name, "草稿管理");
    EXPECT_TRUE(shown.regions[static_cast<int>(RegionId::Paper)].behind);
    EXPECT_FALSE(shown.regions[static_cast<int>(RegionId::Dialog)].behind);
    EXPECT_EQ(page.focused(), "drafts:close");
    EXPECT_TRUE(page.press("Escape"));
    EXPECT_FALSE(page.semantics().regions[static_cast<int>(RegionId::Dialog)].visible);
    EXPECT_FALSE(page.semantics().regions[static_cast<int>(RegionId::Paper)].behind);
    EXPECT_EQ(page.focused(), "button:drafts");
}

TEST(DraftManager, LeavesTheKeysOfATextToTheNameBeingWritten) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "张三");
    page.click("button:drafts");
    page.click("drafts:rename:current");
    ASSERT_EQ(page.focused(), "drafts:name");
    for (const std::string_view key :
         {"Delete", "ArrowLeft", "ArrowRight", "Home", "End", "Control+ArrowLeft", "Control+Home"})
        EXPECT_FALSE(page.press(key, true)) << key;
    EXPECT_TRUE(page.press("Control+D", true));
    // Also by other means than keys: a menu's undo takes back nothing of the form behind.
    EXPECT_TRUE(page.workbench().run("undo"));
    page.press("Escape");
    page.press("Escape");
    EXPECT_EQ(page.value("cell:person"), "张三");
}

TEST(DraftManager, NamesAndTheFieldForThemHaveRoomInEveryWindow) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "张三");
    page.click("button:drafts");
    for (float width : {768.0F, 800.0F, 853.0F, 1280.0F}) {
        page.workbench().resize(width, 700);
        page.click("drafts:rename:current");
        EXPECT_GE(page.node("drafts:name").rect.width, 100) << width;
        for (const app::Node& node : page.semantics().nodes) {
            if (node.region != RegionId::Dialog) continue;
            const float right = page.semantics().regions[static_cast<int>(RegionId::Dialog)].rect.width;
            EXPECT_TRUE(node.rect.x >= 0 && node.rect.width > 0 && node.rect.x + node.rect.width <= right)
                << width << ": " << node.id << " at " << node.rect.x << ", " << node.rect.width << " wide";
        }
        page.press("Escape");
    }
}

TEST(DraftManager, ListsTheDraftWithUnitYearProgressAndFindings) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.workbench().save_now();
    page.click("button:drafts");
    EXPECT_EQ(page.value("drafts:called:current"), "鄂州市临空经济区口岸和投资促进局");
    EXPECT_EQ(page.value("drafts:origin:current"), "2026 年");
    EXPECT_TRUE(page.value("drafts:filled:current").starts_with("已填 "));
    EXPECT_TRUE(page.value("drafts:findings:current").starts_with("错误 "));
    EXPECT_TRUE(page.has("drafts:current")) << "正在填写";
    EXPECT_FALSE(page.has("drafts:delete:current")) << "what is being filled cannot be deleted";
}

TEST(DraftManager, BeginsRenamesAndGoesBackToAnotherDraft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts");
    page.click("drafts:rename:current");
    EXPECT_EQ(page.focused(), "drafts:name");
    page.type("drafts:name", "第一份");
    EXPECT_TRUE(page.press("Enter"));
    EXPECT_EQ(page.value("drafts:called:current"), "第一份");
    page.click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "");
    fill(page, "乙");
    page.click("button:drafts");
    EXPECT_EQ(names(page, "drafts:open:"), std::vector<std::string>{"打开 第一份"});
    page.click("drafts:open:current");
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_TRUE(page.node("button:undo").disabled) << "another draft's steps are not undone here";

    HeadlessWorkbench later(store);
    EXPECT_EQ(later.value("cell:person"), "甲") << "the draft opened last";
}

TEST(DraftManager, DuplicatesComparesAndDeletesWithUndoAndBin) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts");
    page.click("drafts:copy:current");
    const std::string copy = id_of(page, "drafts:delete:", "删除 未填单位的草稿 副本");
    page.press("Escape");
    fill(page, "乙");
    page.click("button:drafts");
    page.click("drafts:compare:" + copy);
    EXPECT_EQ(page.node("drafts:compare:" + copy).pressed, 1);
    page.click("drafts:compare:current");
    EXPECT_EQ(page.value("drafts:differences"), "有 1 处差异");
    EXPECT_EQ(page.value("drafts:difference:0"), "填报人：甲 → 乙");
    page.click("drafts:back");

    page.click("drafts:delete:" + copy);
    EXPECT_FALSE(page.has("drafts:open:" + copy));
    page.click("drafts:undelete");
    EXPECT_TRUE(page.has("drafts:open:" + copy));
    page.click("drafts:delete:" + copy);
    page.click("drafts:bin");
    page.click("drafts:put-back:" + copy);
    EXPECT_TRUE(page.has("drafts:none"));
    page.click("drafts:back");
    page.click("drafts:delete:" + copy);
    page.click("drafts:bin");
    page.click("drafts:purge:" + copy);
    EXPECT_TRUE(page.has("drafts:purge:" + copy)) << "asked once more";
    page.click("drafts:purge:" + copy);
    page.click("drafts:back");
    EXPECT_FALSE(page.has("drafts:bin"));
    EXPECT_TRUE(page.press("Escape"));
}

TEST(DraftManager, ShowsVersionsCellByCellAndRestoresOneAsAStepThatUndoTakesBack) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    fill(page, "乙");
    fill(page, "丙");
    page.click("button:drafts");
    page.click("drafts:versions:current");
    EXPECT_EQ(names(page, "drafts:version:").size(), 3U);
    EXPECT_EQ(page.value("drafts:difference:0"), "填报人：乙 → 丙") << "the one before the newest is shown";
    EXPECT_EQ(page.value("drafts:old-side"), "旧：这个版本");
    EXPECT_EQ(page.value("drafts:new-side"), "新：现在的内容");
    page.click("drafts:version:2");
    EXPECT_EQ(page.value("drafts:difference:0"), "填报人：甲 → 丙");
    page.click("drafts:restore");
    EXPECT_EQ(page.value("cell:person"), "甲");
    page.click("button:undo");
    EXPECT_EQ(page.value("cell:person"), "丙");
}

TEST(DraftManager, ExportsAndImportsInAnotherBrowser) {
    MemoryStore store, other;
    std::string file;
    {
        HeadlessWorkbench page(store);
        fill(page, "甲");
        page.click("button:drafts");
        page.click("drafts:export-all");
        file = platform_log().saved_bytes;
        EXPECT_EQ(platform_log().saved_name, "草稿_全部存成文件.json");
    }
    HeadlessWorkbench there(other);
    fill(there, "丁");
    there.workbench().file_opened("草稿.json", file);
    EXPECT_EQ(there.value("drafts:meeting:0"), "与本机不同") << "both are called current";
    there.click("drafts:look:0");
    EXPECT_EQ(there.value("drafts:difference:0"), "填报人：丁 → 甲");
    there.press("Escape");
    there.click("drafts:take:0");
    EXPECT_EQ(there.value("drafts:meeting:0"), "已导入");
    there.click("drafts:back");
    EXPECT_EQ(names(there, "drafts:open:").size(), 1U);
    there.press("Escape");
    there.workbench().file_opened("草稿.json", file);
    there.click("drafts:replace:0");
    there.press("Escape");
    there.press("Escape");
    EXPECT_EQ(there.value("cell:person"), "甲");
}

TEST(DraftManager, SaysOfEachVersionWhatWasDone) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.workbench().save_now();
    fill(page, "乙");
    page.click("button:undo");
    page.workbench().save_now();
    page.click("button:drafts").click("drafts:versions:current");
    EXPECT_NE(page.node("drafts:version:0").name.find("#3 · 撤销：修改 填报人 · 已填 "), std::string::npos)
        << page.node("drafts:version:0").name;
    EXPECT_NE(page.node("drafts:version:1").name.find("#2 · 修改 填报人 · 已填 "), std::string::npos)
        << page.node("drafts:version:1").name;
    EXPECT_NE(page.node("drafts:version:2").name.find("#1 · 打开文件 seed.txt · 已填 "), std::string::npos)
        << page.node("drafts:version:2").name;
}

TEST(DraftManager, ShowsAnExplanationAsWhatItIs) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.workbench().save_now();
    const app::Node* explanation = page.find(Role::MultilineTextBox, "说明：…");
    ASSERT_NE(explanation, nullptr);
    const std::string id = explanation->id;
    page.type(id, "新增专项").blur();
    page.workbench().save_now();
    page.click("button:drafts").click("drafts:versions:current");
    EXPECT_TRUE(page.value("drafts:difference:0").starts_with("说明：")) << page.value("drafts:difference:0");
    EXPECT_TRUE(page.value("drafts:difference:0").ends_with("（空） → 新增专项"));
}

TEST(DraftManager, OffersToBringBackADraftOfAnArchiveThatIsInTheBinHere) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts").click("drafts:export-all");
    const std::string file = platform_log().saved_bytes;
    page.click("drafts:new");
    fill(page, "乙");
    page.click("button:drafts").click("drafts:delete:current").press("Escape");
    page.workbench().file_opened("草稿.json", file);
    page.settle();
    EXPECT_EQ(page.value("drafts:meeting:0"), "在本机回收站中");
    page.click("drafts:put-back:current");
    EXPECT_EQ(page.value("drafts:meeting:0"), "与本机相同");
    EXPECT_FALSE(page.has("drafts:put-back:current"));
    page.click("drafts:back");
    EXPECT_TRUE(page.has("drafts:open:current"));
}

TEST(DraftManager, SaysWhyAFileOfDraftsCannotBeRead) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("草稿.json", R"({"format":"shenbao-drafts",)");
    EXPECT_NE(page.value("drafts:refused").find("已损坏"), std::string::npos);
}

TEST(DraftManager, OffersDamagedRecordsForRescue) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        fill(page, "甲");
    }
    store.damage_everything();
    HeadlessWorkbench page(store);
    page.click("button:drafts");
    page.click("drafts:rescue");
    const std::vector<std::string> offered = names(page, "drafts:raw:");
    ASSERT_FALSE(offered.empty());
    page.click("drafts:raw:" + id_of(page, "drafts:raw:", offered.front()));
    EXPECT_TRUE(platform_log().saved_bytes.starts_with("{\"format\":\"shenbao-draft"));
}

}  // namespace
}  // namespace shenbao::testing
