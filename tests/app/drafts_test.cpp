// The draft manager, other windows, and a store that fails, without a browser.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Key;
using app::RegionId;
using app::Role;

// A window whose draft has this person in it, saved.
void fill(HeadlessWorkbench& page, std::string_view person) {
    page.type("cell:person", person);
    page.workbench().save_now();
    page.blur();
}

std::string id_of(HeadlessWorkbench& page, std::string_view stem, std::string_view name) {
    for (const app::Node& node : page.semantics().nodes)
        if (node.id.starts_with(stem) && node.name == name) return node.id.substr(stem.size());
    ADD_FAILURE() << "no " << stem << " with " << name;
    return {};
}

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
    EXPECT_TRUE(page.press(Key::Escape));
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
    for (Key key :
         {Key::Clear, Key::Left, Key::Right, Key::Home, Key::End, Key::ControlLeft, Key::ControlHome})
        EXPECT_FALSE(page.press(key, true)) << static_cast<int>(key);
    EXPECT_TRUE(page.press(Key::FillDown, true));
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
    EXPECT_TRUE(page.press(Key::Enter));
    EXPECT_EQ(page.value("drafts:called:current"), "第一份");
    page.click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "");
    fill(page, "乙");
    page.click("button:drafts");
    EXPECT_EQ(names(page, "drafts:open:"), std::vector<std::string>{"打开 第一份"});
    page.click("drafts:open:current");
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_FALSE(page.node("button:undo").disabled == false) << "another draft's steps are not undone here";

    HeadlessWorkbench later(store);
    EXPECT_EQ(later.value("cell:person"), "甲") << "the draft opened last";
}

TEST(DraftManager, DuplicatesComparesAndDeletesWithUndoAndBin) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts");
    page.click("drafts:copy:current");
    const std::string copy = id_of(page, "drafts:delete:", "删除 未填部门的草稿 副本");
    page.press(Key::Escape);
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
    EXPECT_TRUE(page.press(Key::Escape));
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
        EXPECT_EQ(platform_log().saved_name, "草稿_全部导出.json");
    }
    HeadlessWorkbench there(other);
    fill(there, "丁");
    there.workbench().file_opened("草稿.json", file);
    EXPECT_EQ(there.value("drafts:meeting:0"), "与本机不同") << "both are called current";
    there.click("drafts:look:0");
    EXPECT_EQ(there.value("drafts:difference:0"), "填报人：甲 → 丁");
    there.click("drafts:back");
    there.press(Key::Escape);
    there.workbench().file_opened("草稿.json", file);
    there.click("drafts:take:0");
    EXPECT_EQ(there.value("drafts:meeting:0"), "已导入");
    there.click("drafts:back");
    EXPECT_EQ(names(there, "drafts:open:").size(), 1U);
    there.press(Key::Escape);
    there.workbench().file_opened("草稿.json", file);
    there.click("drafts:replace:0");
    there.press(Key::Escape);
    there.press(Key::Escape);
    EXPECT_EQ(there.value("cell:person"), "甲");
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

// Two windows: HeadlessWorkbench has one Dear ImGui context at a time, so the other one is the core's.
class OtherWindow {
  public:
    OtherWindow(MemoryStore& store, const FormDefinition& form) : m_session(store, form, "current", "other") {
        m_session.open();
    }
    drafts::DraftSession& session() { return m_session; }

  private:
    drafts::DraftSession m_session;
};

const FormDefinition& form() {
    static const DefinitionResult result = read_definition(official_form_json());
    return *result.definition;
}

TEST(DraftWindows, ADeadWindowsDraftIsTakenAfterAWhileWithoutAWord) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.session().take(1);
    Declaration declaration = blank_declaration(form());
    declaration.values["person"] = "甲";
    ASSERT_EQ(other.session().save(declaration, {}, 1), drafts::DraftStatus::Ok);

    HeadlessWorkbench page(store);
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_TRUE(page.node("cell:person").read_only) << "until it is known";
    EXPECT_EQ(platform_log().save_requested, drafts::kLeasePatience);
    page.workbench().save_now();
    EXPECT_TRUE(page.node("cell:person").read_only) << "patience is not over";
    platform_log().now.milliseconds += drafts::kLeasePatience;
    page.workbench().save_now();
    EXPECT_FALSE(page.node("cell:person").read_only);
    EXPECT_FALSE(page.has("banner"));
    fill(page, "乙");
    EXPECT_TRUE(page.value("status:draft").starts_with("草稿已保存"));
}

TEST(DraftWindows, ALivingWindowsDraftCanBeLookedAtOrTakenOver) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.session().take(1);
    Declaration declaration = blank_declaration(form());
    declaration.values["person"] = "甲";
    ASSERT_EQ(other.session().save(declaration, {}, 1), drafts::DraftStatus::Ok);

    HeadlessWorkbench page(store);
    other.session().renew(2);
    page.workbench().store_changed_elsewhere(other.session().prefix() + "lease");
    page.workbench().save_now();
    EXPECT_EQ(page.node("banner").role, Role::Alert);
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_EQ(page.find(Role::Button, "添加…"), nullptr);
    page.click("lease:look");
    EXPECT_FALSE(page.has("lease:look"));
    // What the other one types is seen here.
    declaration.values["person"] = "甲乙";
    ASSERT_EQ(other.session().save(declaration, {}, 3), drafts::DraftStatus::Ok);
    page.workbench().store_changed_elsewhere(other.session().prefix() + "r/1.2.3.4.other");
    EXPECT_EQ(page.value("cell:person"), "甲乙");
    page.focus("cell:person");
    EXPECT_TRUE(page.workbench().paste("丙\t\t1", ""));
    EXPECT_FALSE(page.has("paste:title")) << "nothing can be pasted here";
    page.workbench().typed("cell:person", "硬写");
    EXPECT_EQ(page.value("cell:person"), "甲乙");

    page.click("lease:take");
    EXPECT_FALSE(page.node("cell:person").read_only);
    fill(page, "丙");
    EXPECT_EQ(other.session().save(declaration, {}, 4), drafts::DraftStatus::Elsewhere);
}

TEST(DraftWindows, WhatWasTypedWhenAnotherOneTookOverBecomesADraftOfItsOwn) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    OtherWindow other(store, form());
    page.type("cell:person", "甲甲");
    other.session().take(5);
    page.workbench().save_now();
    EXPECT_TRUE(page.has("banner"));
    EXPECT_TRUE(page.has("notice:rest"));
    EXPECT_FALSE(page.workbench().unsaved());
    page.click("button:drafts");
    const std::string rest = id_of(page, "drafts:open:", "打开 （另一窗口接管时未存入的内容）");
    page.click("drafts:open:" + rest);
    EXPECT_EQ(page.value("cell:person"), "甲甲");
    EXPECT_FALSE(page.node("cell:person").read_only);
}

TEST(DraftSaving, AStoreThatRefusesIsSaidInABannerWithAFileOffered) {
    MemoryStore store;
    store.answer_writes_with(drafts::StoreStatus::Unavailable);
    HeadlessWorkbench page(store);
    EXPECT_FALSE(page.has("banner"));
    page.type("cell:person", "甲");
    page.workbench().save_now();
    EXPECT_EQ(page.value("banner"), "浏览器没有保存草稿，关闭网页会丢失内容。请存成文件。");
    EXPECT_TRUE(page.workbench().unsaved()) << "the page warns on leaving";
    page.click("lease:file");
    EXPECT_EQ(platform_log().saved_type, "application/json");
    store.answer_writes_with(drafts::StoreStatus::Ok);
    page.workbench().save_now();
    EXPECT_FALSE(page.has("banner"));
    EXPECT_FALSE(page.workbench().unsaved());
}

TEST(DraftSaving, ARecordOfALaterProgramIsShownAndNotChanged) {
    MemoryStore store;
    FormDefinition later = form();
    later.version = "2027";
    Declaration declaration = blank_declaration(later);
    declaration.values["person"] = "将来";
    drafts::DraftSession future(store, later, "current", "later");
    ASSERT_EQ(future.save(declaration, {}, 1), drafts::DraftStatus::Ok);
    future.release();
    HeadlessWorkbench page(store);
    EXPECT_EQ(page.value("cell:person"), "将来");
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_NE(page.value("banner").find("更新版本"), std::string::npos);
}

TEST(DraftSaving, RemindsOfAFileAfterDaysAndCanBePutOff) {
    MemoryStore store;
    constexpr long long kDay = 24LL * 60 * 60 * 1000;
    {
        HeadlessWorkbench page(store);
        page.type("cell:person", "甲");
        page.workbench().save_now();
        EXPECT_EQ(page.value("status:backup"), "尚无文件备份");
        page.click("button:save");
        EXPECT_EQ(page.value("status:backup"), "今天存过文件");
        page.type("cell:person", "甲乙");
    }
    const auto opened = [&](long long later) {
        drafts::DraftSession other(store, form(), "current", "clock");
        // A session that opened days later: the clock of the log starts anew with each workbench.
        store.write(other.prefix() + "backup", std::to_string(PlatformLog{}.now.milliseconds - later));
        return std::make_unique<HeadlessWorkbench>(store);
    };
    EXPECT_FALSE(opened(2 * kDay)->has("notice:backup"));
    {
        auto page = opened(4 * kDay);
        EXPECT_TRUE(page->has("notice:backup"));
        EXPECT_EQ(page->value("status:backup"), "文件备份 4 天前");
        page->click("close:backup");
    }
    EXPECT_FALSE(opened(4 * kDay)->has("notice:backup")) << "put off until tomorrow";
}

}  // namespace
}  // namespace shenbao::testing
