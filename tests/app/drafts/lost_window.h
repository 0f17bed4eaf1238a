// A window whose draft another one has, or took.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

#include "tests/app/drafts/other_window.h"
#include "tests/support/headless.h"

namespace shenbao::testing {

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

// A draft with a person in it that a living other window edits, seen here.
struct LookedAtDraft {
    MemoryStore store;
    OtherWindow other{store, form()};
    Declaration theirs = blank_declaration(form());
    std::optional<HeadlessWorkbench> opened;

    LookedAtDraft() {
        other.session().take(1);
        theirs.values["person"] = "甲";
        EXPECT_EQ(other.session().save(theirs, {}, 1), drafts::DraftStatus::Ok);
        opened.emplace(store);
        other.session().renew(2);
        opened->workbench().store_changed_elsewhere(other.session().prefix() + "lease");
        opened->workbench().save_now();
        EXPECT_TRUE(opened->has("lease:take"));
    }
};

}  // namespace shenbao::testing
