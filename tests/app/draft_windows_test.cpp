// Drafts in several windows, and a store that fails, without a browser.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/app/draft_page.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

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

// The draft is this window's, then another one's, who has changed it.
class LostWindow {
  public:
    LostWindow() {
        page.workbench().file_opened("seed.txt", seed_text());
        page.workbench().save_now();
        page.settle();
    }
    void lose(std::string_view person) {
        m_other.emplace(store, form());
        m_other->session().take(5);
        Declaration declaration = blank_declaration(form());
        declaration.values["person"] = person;
        ASSERT_EQ(m_other->session().save(declaration, {}, 6), drafts::DraftStatus::Ok);
        page.workbench().store_changed_elsewhere(m_other->session().prefix() + "lease");
        page.settle();
    }

    MemoryStore store;
    HeadlessWorkbench page{store};

  private:
    std::optional<OtherWindow> m_other;
};

TEST(DraftWindows, WhileLookingNoFieldAndNoRepairCanBeUsed) {
    LostWindow window;
    window.page.click("remove:annual.cost_open").focus("cell:longterm.cost_open.target");
    window.page.workbench().save_now();
    ASSERT_NE(window.page.find(Role::Button, "一键对齐两张指标表"), nullptr);
    window.lose("甲");
    int fields = 0, buttons = 0;
    for (const app::Node& node : window.page.semantics().nodes) {
        if (node.role == Role::MultilineTextBox || node.role == Role::TextBox ||
            node.role == Role::ComboBox) {
            EXPECT_TRUE(node.read_only) << node.id;
            ++fields;
        }
        if (node.id.starts_with("fix:") || node.id.starts_with("up:") || node.id.starts_with("down:")) {
            EXPECT_TRUE(node.disabled) << node.id;
            ++buttons;
        }
    }
    EXPECT_GT(fields, 200);
    EXPECT_GT(buttons, 0);
}

TEST(DraftWindows, APreviewAppliedAfterTheDraftWasLostSaysSoAndStays) {
    LostWindow window;
    window.page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(window.page.workbench().paste("1\t\t2\r\n3\t\t4\r\n", ""));
    window.page.settle();
    window.lose("甲");
    const unsigned long before = window.page.semantics().announcements;
    window.page.click("paste:apply");
    EXPECT_TRUE(window.page.has("paste:apply"));
    EXPECT_GT(window.page.semantics().announcements, before);
    EXPECT_EQ(window.page.value("cell:income.fiscal.current"), "1424");
}

TEST(DraftWindows, AFieldWithTheKeyboardShowsWhatTheOtherWindowLeft) {
    LostWindow window;
    window.lose("甲");
    window.page.focus("cell:person");
    platform_log().field_texts.clear();
    window.page.click("lease:take");
    ASSERT_FALSE(platform_log().field_texts.empty());
    EXPECT_EQ(platform_log().field_texts.back(), (std::pair<std::string, std::string>("cell:person", "甲")));
    EXPECT_TRUE(window.page.press("Escape", true));
    EXPECT_EQ(window.page.value("cell:person"), "甲");
}

TEST(DraftWindows, ADraftBegunWhileLookingAndLostLaterIsReadOnlyToo) {
    LostWindow window;
    window.lose("甲");
    window.page.click("button:drafts").click("drafts:new");
    ASSERT_FALSE(window.page.node("cell:person").read_only);
    window.page.type("cell:person", "乙");
    window.page.workbench().save_now();
    const std::string id = drafts::DraftLibrary(window.store, form(), "third").last_opened();
    drafts::DraftSession other(window.store, form(), id, "third");
    other.open();
    other.take(9);
    window.page.workbench().store_changed_elsewhere(other.prefix() + "lease");
    window.page.settle();
    EXPECT_TRUE(window.page.node("cell:person").read_only);
}

TEST(DraftWindows, WhoOnlyLooksCannotRename) {
    LostWindow window;
    window.lose("甲");
    window.page.click("button:drafts").click("drafts:rename:current");
    window.page.type("drafts:name", "新名").press("Enter");
    EXPECT_EQ(window.page.value("drafts:message"), "这份草稿正在另一个窗口中填写，没有改动。");
    EXPECT_NE(window.page.value("drafts:called:current"), "新名");
}

TEST(DraftSaving, ANameThatCannotBeStoredIsSaid) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts").click("drafts:rename:current");
    store.answer_writes_with(drafts::StoreStatus::Failed);
    page.type("drafts:name", "新名").press("Enter");
    EXPECT_TRUE(page.value("drafts:message").find("本地存储出错") != std::string::npos)
        << page.value("drafts:message");
}

// A window that lost its draft while the store is full: what was typed last is on its screen only.
struct RestOnTheScreen : LostWindow {
    OtherWindow other{store, form()};

    RestOnTheScreen() {
        page.type("cell:person", "乙");
        other.session().take(5);
        Declaration theirs = blank_declaration(form());
        theirs.values["person"] = "丙";
        EXPECT_EQ(other.session().save(theirs, {}, 6), drafts::DraftStatus::Ok);
        store.answer_writes_with(drafts::StoreStatus::Full);
        page.workbench().save_now();
    }
};

TEST(DraftWindows, ARestThatCannotBeKeptIsSaidAndStaysOnTheScreen) {
    RestOnTheScreen window;
    EXPECT_NE(window.page.find(Role::Alert, "尚未存入的内容未能另存…"), nullptr);
    EXPECT_TRUE(window.page.workbench().unsaved());
    window.page.workbench().store_changed_elsewhere(window.other.session().prefix() + "r/1.2.3.4.other");
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    // Looked at again, and long after: whoever holds the draft, and whatever is stored.
    window.page.workbench().come_back();
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    platform_log().now.milliseconds += drafts::kLeasePatience;
    window.page.workbench().save_now();
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    EXPECT_FALSE(window.page.node("cell:person").read_only) << "the other window did not answer";
}

TEST(DraftWindows, TakingOverDoesNotWipeOutARestThatIsOnTheScreenOnly) {
    RestOnTheScreen window;
    window.page.click("lease:take");
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    window.page.click("button:save");
    window.store.answer_writes_with(drafts::StoreStatus::Ok);
    window.page.workbench().save_now();
    EXPECT_FALSE(window.page.workbench().unsaved());
    EXPECT_EQ(window.page.value("cell:person"), "乙");
}

TEST(DraftWindows, ARestIsKeptAsADraftOfItsOwnOnceThereIsRoom) {
    RestOnTheScreen window;
    window.store.answer_writes_with(drafts::StoreStatus::Ok);
    window.page.workbench().store_changed_elsewhere(window.other.session().prefix() + "r/1.2.3.4.other");
    EXPECT_EQ(window.page.value("cell:person"), "丙");
    window.page.click("button:drafts");
    window.page.click("drafts:open:" +
                      id_of(window.page, "drafts:open:", "打开 （另一窗口接管时未存入的内容）"));
    EXPECT_EQ(window.page.value("cell:person"), "乙");
}

TEST(DraftWindows, ADraftThatComesFreeCanBeEditedAlthoughARestIsOnTheScreen) {
    RestOnTheScreen window;
    window.store.answer_writes_with(drafts::StoreStatus::Full);
    window.other.session().release();
    window.page.workbench().store_changed_elsewhere(window.other.session().prefix() + "lease");
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    EXPECT_FALSE(window.page.node("cell:person").read_only);
    EXPECT_EQ(window.page.value("status:draft"), "正在保存…") << "it is tried again";
}

TEST(DraftSaving, AFileOfOneDraftDoesNotLetAnotherOneBeLeft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.type("cell:person", "甲").blur().click("button:save");
    page.click("button:drafts").click("drafts:new");
    ASSERT_EQ(page.value("cell:person"), "");
    store.answer_writes_with(drafts::StoreStatus::Full);
    // As many changes as the one before had when it was saved.
    page.type("cell:person", "乙").blur();
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "乙");
}

TEST(DraftSaving, AFormThatCouldNotBeStoredIsNotLeftForAnotherDraft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    store.answer_writes_with(drafts::StoreStatus::Full);
    page.type("cell:person", "一小时的工作").blur();
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
    EXPECT_NE(page.find(Role::Alert, "本表尚未保存，没有离开…"), nullptr);
    // Once it is in a file it may be left.
    page.click("button:save").click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "");
}

// --- every draft that is read passes one judge, whatever the way it came

class NewerProgram {
  public:
    explicit NewerProgram(MemoryStore& store)
        : m_form(later()), m_session(store, m_form, "current", "newer") {
        m_session.open();
    }
    drafts::DraftSession& session() { return m_session; }
    void save(std::string_view person, long long now) {
        m_session.take(now);
        Declaration declaration = blank_declaration(m_form);
        declaration.values["person"] = person;
        ASSERT_EQ(m_session.save(declaration, {}, now), drafts::DraftStatus::Ok);
    }

  private:
    static FormDefinition later() {
        FormDefinition definition = form();
        definition.version = "2099";
        return definition;
    }
    FormDefinition m_form;
    drafts::DraftSession m_session;
};

TEST(DraftWindows, ADraftOfANewerProgramThatIsTakenOverCanOnlyBeLookedAt) {
    MemoryStore store;
    NewerProgram newer(store);
    newer.save("甲", 1);
    HeadlessWorkbench page(store);
    newer.session().renew(2);
    page.workbench().save_now();
    const auto before = store.values();
    if (page.has("lease:take")) page.click("lease:take");
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_TRUE(page.node("cell:person").read_only);
    page.workbench().typed("cell:person", "乙");
    page.workbench().save_now();
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_FALSE(page.workbench().unsaved());
    for (const auto& [key, text] : before)
        if (key.find("/r/") != std::string::npos) EXPECT_EQ(store.values().at(key), text) << key;
}

TEST(DraftWindows, ADraftThatBecameANewerProgramsWhileItWasLookedAtCanOnlyBeLookedAt) {
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
    ASSERT_TRUE(page.has("lease:take"));
    NewerProgram newer(store);
    newer.save("新", 3);
    page.click("lease:take");
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_TRUE(page.has("banner"));
    EXPECT_FALSE(page.has("lease:take")) << "taking over does not help";
}

TEST(DraftWindows, TakingOverWhileNothingCanBeReadKeepsWhatIsSeenAndWritesNothingOverIt) {
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
    ASSERT_TRUE(page.has("lease:take"));
    const auto before = store.values();
    store.answer_reads_with(drafts::StoreStatus::Unavailable);
    page.click("lease:take");
    EXPECT_EQ(page.value("cell:person"), "甲") << "not a blank form";
    EXPECT_TRUE(page.has("notice:unread"));
    store.answer_reads_with(drafts::StoreStatus::Ok);
    page.type("cell:person", "乙");
    page.workbench().save_now();
    EXPECT_FALSE(page.workbench().unsaved());
    for (const auto& [key, text] : before)
        if (key.find("/r/") != std::string::npos) EXPECT_EQ(store.values().at(key), text) << key;
}

// --- a store that is emptied while the page is open

TEST(DraftSaving, AnEmptiedStoreIsWrittenAnewAndSaid) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        fill(page, "甲");
        EXPECT_FALSE(page.workbench().unsaved());
        store.empty();
        page.workbench().come_back();
        page.workbench().save_now();
        EXPECT_TRUE(page.has("notice:emptied"));
        EXPECT_FALSE(page.workbench().unsaved());
        EXPECT_TRUE(page.value("status:draft").starts_with("草稿已保存"));
        fill(page, "甲乙");
    }
    HeadlessWorkbench again(store);
    EXPECT_EQ(again.value("cell:person"), "甲乙");
}

TEST(DraftSaving, WhatCannotBeWrittenAnewIntoAnEmptiedStoreIsUnsaved) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    store.empty();
    store.answer_writes_with(drafts::StoreStatus::Unavailable);
    page.workbench().save_now();
    page.settle();
    EXPECT_TRUE(page.workbench().unsaved());
    EXPECT_TRUE(page.has("lease:file")) << "the banner offers a file";
}

}  // namespace
}  // namespace shenbao::testing
