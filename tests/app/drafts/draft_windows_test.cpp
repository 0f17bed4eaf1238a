// A draft that several windows look at, without a browser.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/app/drafts/draft_page.h"
#include "tests/app/drafts/lost_window.h"
#include "tests/app/drafts/other_window.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

// Whose the draft is, by what is stored.
std::string store_lease(MemoryStore& store) {
    std::string text;
    store.read("shenbao/v1/" + form().id + "/current/lease", text);
    return text.substr(text.find(' ') + 1, text.rfind(' ') - text.find(' ') - 1);
}

std::vector<std::string> keys_of(MemoryStore& store) {
    std::vector<std::string> keys;
    store.list("", keys);
    return keys;
}

std::string stored_person(MemoryStore& store, const FormDefinition& definition) {
    return std::string(
        drafts::DraftSession(store, definition, "current", "judge").open().declaration.text("person"));
}

TEST(DraftWindows, ADeadWindowsDraftIsTakenAfterAWhileWithoutAWord) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.fill(form(), "甲");

    HeadlessWorkbench page(store);
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_EQ(platform_log().save_requested, drafts::kLeasePatience);
    page.workbench().save_now();
    EXPECT_EQ(store_lease(store), "other") << "patience is not over";
    platform_log().now.milliseconds += drafts::kLeasePatience;
    page.workbench().save_now();
    EXPECT_NE(store_lease(store), "other");
    EXPECT_FALSE(page.has("banner"));
    fill(page, "乙");
    EXPECT_TRUE(page.value("status:draft").starts_with("草稿已保存"));
}

// After a crash the first seconds belong to the person, not to the dead window.
TEST(DraftWindows, WhatIsTypedWhileADeadWindowIsAskedIsKeptAndSavedInItsDraft) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.fill(form(), "甲");

    HeadlessWorkbench page(store);
    ASSERT_FALSE(page.node("cell:person").read_only);
    const auto before = keys_of(store);
    page.focus("cell:person").type("cell:person", "甲乙");
    page.workbench().save_now();
    EXPECT_EQ(keys_of(store), before) << "nothing is written while it may be another's";
    platform_log().now.milliseconds += drafts::kLeasePatience;
    page.workbench().save_now();
    EXPECT_EQ(page.focused(), "cell:person") << "the keyboard stays";
    page.type("cell:person", "甲乙丙");
    page.workbench().save_now();
    EXPECT_EQ(page.value("cell:person"), "甲乙丙");
    EXPECT_FALSE(page.has("notice:rest"));
    EXPECT_EQ(stored_person(store, form()), "甲乙丙");
}

TEST(DraftWindows, WhatIsTypedBeforeALivingWindowAnswersBecomesADraftOfItsOwn) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.fill(form(), "甲");

    HeadlessWorkbench page(store);
    page.focus("cell:person").type("cell:person", "乙");
    other.session().renew(platform_log().now.milliseconds + 1);
    page.workbench().store_changed_elsewhere(other.session().prefix() + "lease");
    page.workbench().save_now();
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_EQ(page.value("cell:person"), "甲");
    EXPECT_EQ(stored_person(store, form()), "甲");
    EXPECT_EQ(drafts::DraftLibrary(store, form(), "judge").list().drafts.size(), 2U)
        << "and the one typed here";
}

TEST(DraftWindows, WhatIsTypedAndLeftBeforeAnybodyAnsweredIsADraftOfItsOwn) {
    MemoryStore store;
    OtherWindow other(store, form());
    other.session().take(1);
    ASSERT_EQ(other.session().save(blank_declaration(form()), {}, 1), drafts::DraftStatus::Ok);
    HeadlessWorkbench page(store);
    page.focus("cell:person").type("cell:person", "乙");
    page.workbench().leave();
    EXPECT_EQ(drafts::DraftLibrary(store, form(), "judge").list().drafts.size(), 2U);
}

TEST(DraftWindows, ALivingWindowsDraftCanBeLookedAtOrTakenOver) {
    LookedAtDraft draft;
    HeadlessWorkbench& page = *draft.opened;
    OtherWindow& other = draft.other;
    Declaration& declaration = draft.theirs;
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

TEST(DraftWindows, WhileLookingNoFieldAndNoRepairCanBeUsed) {
    LostWindow window;
    window.page.type("cell:annual.core_output_1.title", "改了名").focus("cell:longterm.core_output_1.target");
    window.page.workbench().save_now();
    ASSERT_NE(window.page.find(Role::Button, "一键对齐…"), nullptr);
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

}  // namespace
}  // namespace shenbao::testing
