#include "core/drafts/draft_session.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/drafts/draft_record.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

TEST(DraftSession, OpensNothingWhereNothingWasSaved) {
    FaultyStore store;
    EXPECT_EQ(reopened(store).status, DraftStatus::None);
    EXPECT_TRUE(store.entries.empty());
}

TEST(DraftSession, OpensTheLastSaveWithItsTimeAndFacts) {
    FaultyStore store;
    save_all(store, 1, 5);
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Ok);
    EXPECT_EQ(result.declaration, version(5));
    EXPECT_EQ(result.head.saved_at, 1005);
    EXPECT_EQ(result.head.facts.unit, "单位");
    EXPECT_EQ(result.head.facts.year, 2026);
    EXPECT_FALSE(result.older);
    EXPECT_TRUE(result.set_aside.empty());
}

TEST(DraftSession, WritesOnlyUnderItsOwnKeys) {
    FaultyStore store;
    store.entries["other"] = "page";
    save_all(store, 1, 5);
    for (const auto& [key, value] : store.entries)
        EXPECT_TRUE(key == "other" || key.starts_with(prefix())) << key;
    EXPECT_EQ(store.entries.at("other"), "page");
    const DraftSession drafts = session(store);
    EXPECT_TRUE(drafts.owns(prefix() + "info"));
    EXPECT_FALSE(drafts.owns("other"));
    EXPECT_FALSE(drafts.owns(prefix("copy") + "info"));
}

TEST(DraftSession, KeepsSeveralDraftsApart) {
    FaultyStore store;
    DraftSession first = session(store, "one", "first"), second = session(store, "one", "second");
    EXPECT_EQ(save(first, 1), DraftStatus::Ok);
    EXPECT_EQ(save(second, 2), DraftStatus::Ok);
    EXPECT_EQ(number_of(first.open().declaration), 1);
    EXPECT_EQ(number_of(second.open().declaration), 2);
}

TEST(DraftSession, NeverWritesOverARecord) {
    FaultyStore store;
    DraftSession drafts = session(store);
    for (int number = 1; number <= 8; ++number) {
        const auto before = store.entries;
        ASSERT_EQ(save(drafts, number), DraftStatus::Ok);
        for (const auto& [key, text] : before) {
            const bool record = key.find("/r/") != std::string::npos || key.find("/h/") != std::string::npos;
            const auto now = store.entries.find(key);
            if (!record || now == store.entries.end()) continue;
            EXPECT_EQ(now->second, text) << key;
        }
    }
}

TEST(DraftSession, ReportsEveryFailureOfTheStoreAndKeepsTheLastState) {
    const struct {
        Fault fault;
        StoreStatus store;
        DraftStatus expected;
    } cases[] = {
        {Fault::Fail, StoreStatus::Full, DraftStatus::Full},
        {Fault::Fail, StoreStatus::Unavailable, DraftStatus::Unavailable},
        {Fault::Fail, StoreStatus::Failed, DraftStatus::Failed},
        {Fault::Silent, StoreStatus::Ok, DraftStatus::VerifyFailed},
        {Fault::Garble, StoreStatus::Ok, DraftStatus::VerifyFailed},
    };
    for (const auto& one : cases) {
        FaultyStore store;
        DraftSession drafts = session(store);
        ASSERT_EQ(save(drafts, 1), DraftStatus::Ok);
        ASSERT_EQ(save(drafts, 2), DraftStatus::Ok);
        store.writes_only = true;
        store.arm(one.fault, 0, true, one.store);
        EXPECT_EQ(save(drafts, 3), one.expected);
        EXPECT_EQ(number_of(reopened(store).declaration), 2);
        EXPECT_EQ(save(drafts, 4), DraftStatus::Ok) << "works again when the store does";
        EXPECT_EQ(number_of(reopened(store).declaration), 4);
    }
}

TEST(DraftSession, ReportsAStoreThatCannotBeRead) {
    for (const StoreStatus status : {StoreStatus::Unavailable, StoreStatus::Failed}) {
        FaultyStore store;
        save_all(store, 1, 2);
        DraftSession drafts = session(store);
        store.arm(Fault::Fail, 0, true, status);
        EXPECT_EQ(drafts.open().status, draft_status(status));
        EXPECT_EQ(save(drafts, 3), draft_status(status));
        EXPECT_EQ(drafts.take(1), draft_status(status));
        EXPECT_EQ(number_of(reopened(store).declaration), 2);
    }
}

TEST(DraftSession, SetsADamagedRecordAsideAndFallsBackToTheOneBefore) {
    FaultyStore store;
    save_all(store, 1, 4);
    const std::string newest = newest_key(store);
    const std::string change = newest.substr(0, newest.find("/r/")) + "/h/";
    // The change of the same version is damaged too: nothing of it can be read.
    std::string damaged;
    for (auto& [key, text] : store.entries) {
        const bool same =
            key == newest || (key.starts_with(change) && text.find("第4稿") != std::string::npos);
        if (!same) continue;
        text[text.size() / 2] ^= 1;
        if (key == newest) damaged = text;
    }
    DraftSession drafts = session(store);
    const OpenedDraft result = drafts.open();
    EXPECT_EQ(result.status, DraftStatus::Ok);
    EXPECT_EQ(number_of(result.declaration), 3);
    EXPECT_TRUE(result.older);
    ASSERT_FALSE(result.set_aside.empty());
    EXPECT_EQ(store.entries.at(result.set_aside[0]), damaged);

    save_all(store, 5, 8);
    EXPECT_EQ(number_of(reopened(store).declaration), 8);
    EXPECT_EQ(store.entries.at(result.set_aside[0]), damaged) << "never deleted";
}

TEST(DraftSession, FindsADamagedRecordsStateInItsHistory) {
    FaultyStore store;
    save_all(store, 1, 4);
    store.entries[newest_key(store)].resize(100);
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(number_of(result.declaration), 4);
    EXPECT_FALSE(result.older);
    EXPECT_EQ(result.set_aside.size(), 1U);
}

TEST(DraftSession, SaysCorruptWhenNoRecordCanBeRead) {
    FaultyStore store;
    save_all(store, 1, 2);
    for (auto& [key, text] : store.entries)
        if (key.find("/r/") != std::string::npos || key.find("/h/") != std::string::npos) text = "null";
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Corrupt);
    EXPECT_FALSE(result.set_aside.empty());
    save_all(store, 3, 4);
    EXPECT_EQ(number_of(reopened(store).declaration), 4);
}

TEST(DraftSession, LeavesADamagedRecordAloneWhenItCannotBeSetAside) {
    FaultyStore store;
    save_all(store, 1, 2);
    const std::string newest = newest_key(store);
    store.entries[newest] = "torn";
    DraftSession drafts = session(store);
    store.writes_only = true;
    store.arm(Fault::Fail, 0, true, StoreStatus::Full);
    EXPECT_TRUE(drafts.open().set_aside.empty());
    EXPECT_EQ(store.entries.at(newest), "torn");
    store.disarm();
    drafts.take(1);
    EXPECT_EQ(save(drafts, 3), DraftStatus::Ok);
    EXPECT_EQ(number_of(reopened(store).declaration), 3);
}

TEST(DraftSession, ShowsARecordOfALaterProgramAndRefusesToSaveOverIt) {
    FaultyStore store;
    FormDefinition later = official_form();
    later.version = "2027";
    Declaration declaration = version(2);
    declaration.form_version = "2027";
    DraftSession future(store, later, "current", "later");
    ASSERT_EQ(future.save(declaration, {}, 1), DraftStatus::Ok);

    DraftSession drafts = session(store);
    const OpenedDraft result = drafts.open();
    EXPECT_EQ(result.status, DraftStatus::Newer);
    EXPECT_EQ(result.declaration.text("person"), "第2稿") << "it can be looked at";
    const auto before = store.entries;
    EXPECT_EQ(save(drafts, 3), DraftStatus::Newer);
    EXPECT_EQ(store.entries, before);
}

TEST(DraftSession, OpensARecordOfAnEarlierFormAndSaysSo) {
    FaultyStore store;
    FormDefinition earlier = official_form();
    earlier.version = "2025";
    Declaration declaration = version(2);
    declaration.form_version = "2025";
    declaration.values["gone.field.here"] = "保留";
    DraftSession past(store, earlier, "current", "past");
    ASSERT_EQ(past.save(declaration, {}, 1), DraftStatus::Ok);
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Ok);
    EXPECT_EQ(result.declaration.text("gone.field.here"), "保留") << "kept without a place";
    EXPECT_GE(result.notes.size(), 2U);
}

// Records as the first version of this program kept them.
void save_in_first_layout(FaultyStore& store, int first, int second) {
    const auto record = [](int number) {
        return write_draft_record(official_form(), "current", version(number),
                                  {static_cast<Number>(number), 1000 + number, {}});
    };
    store.entries[prefix() + "a"] = record(first);
    store.entries[prefix() + "b"] = record(second);
    store.entries[prefix() + "head"] = "b " + std::to_string(second);
}

TEST(DraftSession, AdoptsADraftOfTheFirstLayout) {
    FaultyStore store;
    save_in_first_layout(store, 7, 8);
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(number_of(result.declaration), 8);
    EXPECT_EQ(result.head.saved_at, 1008);
    EXPECT_FALSE(store.entries.count(prefix() + "a"));
    save_all(store, 9, 10);
    EXPECT_EQ(number_of(reopened(store).declaration), 10);
}

TEST(DraftSession, LosesNothingOfTheFirstLayoutWhereverTheMachineDies) {
    for (const Fault fault : {Fault::Crash, Fault::Tear, Fault::Fail}) {
        for (int at = 0; at < 30; ++at) {
            FaultyStore store;
            save_in_first_layout(store, 7, 8);
            store.arm(fault, at);
            session(store).open();
            EXPECT_EQ(number_of(reopened(store).declaration), 8) << static_cast<int>(fault) << " at " << at;
        }
    }
}

TEST(DraftSession, SetsATornRecordOfTheFirstLayoutAside) {
    FaultyStore store;
    save_in_first_layout(store, 7, 8);
    store.entries[prefix() + "b"].resize(100);
    const OpenedDraft result = reopened(store);
    EXPECT_EQ(number_of(result.declaration), 7);
    EXPECT_TRUE(result.older);
    EXPECT_EQ(result.set_aside.size(), 1U);
}

// The machine dies before or in the middle of each operation of a session of saves; the next session finds
// the last or the one under way, and goes on.
TEST(DraftSession, SurvivesADeathAtEveryOperation) {
    int deaths = 0;
    for (const Fault fault : {Fault::Crash, Fault::Tear}) {
        for (int at = 0;; ++at) {
            FaultyStore store;
            save_all(store, 1, 2);
            DraftSession drafts = session(store);
            store.arm(fault, at);
            drafts.open();
            drafts.take(3);
            int saved = 2, tried = 2;
            while (!store.dead && tried < 9)
                if (++tried; save(drafts, tried) == DraftStatus::Ok) saved = tried;
            if (!store.dead) {
                // A tear only strikes where something is written.
                if (store.operations <= at) break;
                continue;
            }
            ++deaths;
            const OpenedDraft result = reopened(store);
            ASSERT_EQ(result.status, DraftStatus::Ok) << at;
            const int found = number_of(result.declaration);
            EXPECT_GE(found, saved) << static_cast<int>(fault) << " at " << at;
            EXPECT_LE(found, tried) << static_cast<int>(fault) << " at " << at;
            save_all(store, 20, 22);
            EXPECT_EQ(number_of(reopened(store).declaration), 22) << at;
        }
    }
    EXPECT_GT(deaths, 80);
    RecordProperty("deaths", deaths);
}

// One operation fails, the machine lives on: what save called Ok is there.
TEST(DraftSession, KeepsItsWordAtEveryFailure) {
    for (const Fault fault : {Fault::Fail, Fault::Silent, Fault::Garble}) {
        for (int at = 0; at < 120; ++at) {
            FaultyStore store;
            DraftSession drafts = session(store);
            store.arm(fault, at);
            drafts.open();
            int saved = 0, failures = 0;
            for (int number = 1; number <= 8; ++number) {
                if (save(drafts, number) == DraftStatus::Ok)
                    saved = number;
                else
                    ++failures;
            }
            EXPECT_LE(failures, 1) << "one failure costs at most one save: " << static_cast<int>(fault)
                                   << " at " << at;
            EXPECT_GE(number_of(reopened(store).declaration), saved)
                << static_cast<int>(fault) << " at " << at;
        }
    }
}

TEST(DraftMessage, TellsWhatToDoForEveryFailure) {
    for (const DraftStatus status :
         {DraftStatus::Full, DraftStatus::Unavailable, DraftStatus::Failed, DraftStatus::VerifyFailed,
          DraftStatus::Corrupt, DraftStatus::Newer, DraftStatus::Elsewhere})
        EXPECT_NE(draft_message(status).find("请"), std::string_view::npos);
    EXPECT_EQ(draft_message(DraftStatus::Ok), "");
    EXPECT_EQ(draft_message(DraftStatus::None), "");
}

}  // namespace
}  // namespace shenbao::drafts
