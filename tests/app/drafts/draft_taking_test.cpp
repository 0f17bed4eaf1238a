// Taking over a draft from another window: what may be taken, and what becomes of the rest that was not
// stored.
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

TEST(DraftTaking, WhatWasTypedWhenAnotherOneTookOverBecomesADraftOfItsOwn) {
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

TEST(DraftTaking, ARestThatCannotBeKeptIsSaidAndStaysOnTheScreen) {
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

TEST(DraftTaking, TakingOverDoesNotWipeOutARestThatIsOnTheScreenOnly) {
    RestOnTheScreen window;
    window.page.click("lease:take");
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    window.page.click("button:save");
    window.store.answer_writes_with(drafts::StoreStatus::Ok);
    window.page.workbench().save_now();
    EXPECT_FALSE(window.page.workbench().unsaved());
    EXPECT_EQ(window.page.value("cell:person"), "乙");
}

TEST(DraftTaking, ARestIsKeptAsADraftOfItsOwnOnceThereIsRoom) {
    RestOnTheScreen window;
    window.store.answer_writes_with(drafts::StoreStatus::Ok);
    window.page.workbench().store_changed_elsewhere(window.other.session().prefix() + "r/1.2.3.4.other");
    EXPECT_EQ(window.page.value("cell:person"), "丙");
    window.page.click("button:drafts");
    window.page.click("drafts:open:" +
                      id_of(window.page, "drafts:open:", "打开 （另一窗口接管时未存入的内容）"));
    EXPECT_EQ(window.page.value("cell:person"), "乙");
}

TEST(DraftTaking, ADraftThatComesFreeCanBeEditedAlthoughARestIsOnTheScreen) {
    RestOnTheScreen window;
    window.store.answer_writes_with(drafts::StoreStatus::Full);
    window.other.session().release();
    window.page.workbench().store_changed_elsewhere(window.other.session().prefix() + "lease");
    EXPECT_EQ(window.page.value("cell:person"), "乙");
    EXPECT_FALSE(window.page.node("cell:person").read_only);
    EXPECT_EQ(window.page.value("status:draft"), "正在保存…") << "it is tried again";
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

TEST(DraftTaking, ADraftOfANewerProgramThatIsTakenOverCanOnlyBeLookedAt) {
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

TEST(DraftTaking, ADraftThatBecameANewerProgramsWhileItWasLookedAtCanOnlyBeLookedAt) {
    LookedAtDraft draft;
    HeadlessWorkbench& page = *draft.opened;
    MemoryStore& store = draft.store;
    NewerProgram newer(store);
    newer.save("新", 3);
    page.click("lease:take");
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_TRUE(page.has("banner"));
    EXPECT_FALSE(page.has("lease:take")) << "taking over does not help";
}

TEST(DraftTaking, TakingOverADraftWhoseOnlyRecordIsDamagedKeepsWhatIsSeenAndStoresIt) {
    LookedAtDraft draft;
    HeadlessWorkbench& page = *draft.opened;
    draft.store.damage_everything();
    page.click("lease:take");
    EXPECT_EQ(page.value("cell:person"), "甲") << "not a blank form";
    EXPECT_TRUE(page.has("notice:unread"));
    page.workbench().save_now();
    EXPECT_FALSE(page.workbench().unsaved());
    EXPECT_EQ(OtherWindow(draft.store, form()).opened().declaration.text("person"), "甲");
}

TEST(DraftTaking, WhatWasSaidOfAFileEndsWhereAnotherWindowsContentIsShown) {
    LostWindow window;
    ASSERT_TRUE(window.page.has("notice:open"));
    window.lose("丙");
    window.page.workbench().store_changed_elsewhere(drafts::form_prefix(form().id) + "current/r/1");
    window.page.settle();
    EXPECT_EQ(window.page.value("cell:person"), "丙");
    EXPECT_FALSE(window.page.has("notice:open"));
}

TEST(DraftTaking, TakingOverADraftThatIsGoneKeepsWhatIsSeenAndStoresIt) {
    LookedAtDraft draft;
    HeadlessWorkbench& page = *draft.opened;
    draft.store.empty();
    page.click("lease:take");
    EXPECT_EQ(page.value("cell:person"), "甲");
    page.workbench().save_now();
    EXPECT_EQ(OtherWindow(draft.store, form()).opened().declaration.text("person"), "甲");
}

TEST(DraftTaking, TakingOverWhileNothingCanBeReadKeepsWhatIsSeenAndWritesNothingOverIt) {
    LookedAtDraft draft;
    HeadlessWorkbench& page = *draft.opened;
    MemoryStore& store = draft.store;
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
    EXPECT_EQ(OtherWindow(store, form()).opened().declaration.text("person"), "甲")
        << "what is typed now is a draft of its own";
    EXPECT_FALSE(page.node("cell:person").read_only) << "which goes on";
    EXPECT_FALSE(page.has("lease:take"));
}

}  // namespace
}  // namespace shenbao::testing
