#include "core/drafts/draft_store.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/drafts/faulty_store.h"
#include "tests/support/fixtures.h"

namespace shenbao::drafts {
namespace {

using Fault = FaultyStore::Fault;

const FormDefinition& official_form() {
    static const DefinitionResult result = read_definition(testing::official_form_json());
    EXPECT_TRUE(result.definition.has_value());
    return *result.definition;
}

std::string prefix() {
    return "shenbao/v1/" + official_form().id + "/current/";
}

Declaration version(int number) {
    Declaration declaration = blank_declaration(official_form());
    declaration.values["person"] = "第" + std::to_string(number) + "稿";
    declaration.explanations["key"] = "说明";
    return declaration;
}

int number_of(const Declaration& declaration) {
    for (int number = 0; number < 100; ++number)
        if (declaration == version(number)) return number;
    return -1;
}

void save_all(KeyValueStore& store, int from, int to) {
    DraftStore drafts(store, official_form());
    for (int number = from; number <= to; ++number)
        ASSERT_EQ(drafts.save(version(number), 1000 + number).status, DraftStatus::Ok);
}

// What a new session finds.
RestoreResult reopened(FaultyStore& store) {
    store.disarm();
    return DraftStore(store, official_form()).restore();
}

TEST(DraftStore, RestoresNothingWhereNothingWasSaved) {
    FaultyStore store;
    EXPECT_EQ(reopened(store).status, DraftStatus::None);
}

TEST(DraftStore, RestoresTheLastSaveWithItsTime) {
    FaultyStore store;
    save_all(store, 1, 5);
    const RestoreResult result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Ok);
    EXPECT_EQ(result.declaration, version(5));
    EXPECT_EQ(result.saved_at, 1005);
    EXPECT_FALSE(result.older);
    EXPECT_TRUE(result.set_aside.empty());
}

TEST(DraftStore, UsesOnlyItsOwnKeysAndTwoSlots) {
    FaultyStore store;
    store.entries["other"] = "page";
    save_all(store, 1, 5);
    std::vector<std::string> keys;
    for (const auto& [key, value] : store.entries) keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"other", prefix() + "a", prefix() + "b", prefix() + "head"}));
    DraftStore drafts(store, official_form());
    EXPECT_TRUE(drafts.owns(prefix() + "a"));
    EXPECT_FALSE(drafts.owns("other"));
    EXPECT_FALSE(drafts.owns("shenbao/v1/" + official_form().id + "/copy/a"));
}

TEST(DraftStore, KeepsSeveralDraftsApart) {
    FaultyStore store;
    DraftStore first(store, official_form(), "first"), second(store, official_form(), "second");
    first.save(version(1), 1);
    second.save(version(2), 2);
    EXPECT_EQ(number_of(first.restore().declaration), 1);
    EXPECT_EQ(number_of(second.restore().declaration), 2);
}

TEST(DraftStore, NeverOverwritesTheLastGoodCopy) {
    FaultyStore store;
    DraftStore drafts(store, official_form());
    std::string good;  // key of the last good copy
    for (int number = 1; number <= 6; ++number) {
        const auto before = store.entries;
        ASSERT_TRUE(drafts.save(version(number), number).ok());
        if (!good.empty()) {
            EXPECT_EQ(store.entries.at(good), before.at(good)) << number;
        }
        good = prefix() + store.entries.at(prefix() + "head").substr(0, 1);
    }
}

TEST(DraftStore, ReportsEveryFailureOfTheStoreAndKeepsTheLastCopy) {
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
        save_all(store, 1, 2);
        DraftStore drafts(store, official_form());
        drafts.restore();
        store.writes_only = true;
        store.arm(one.fault, 0, true, one.store);
        EXPECT_EQ(drafts.save(version(3), 3).status, one.expected);
        EXPECT_EQ(number_of(reopened(store).declaration), 2);
        EXPECT_TRUE(drafts.save(version(4), 4).ok()) << "works again when the store does";
        EXPECT_EQ(number_of(reopened(store).declaration), 4);
    }
}

TEST(DraftStore, ReportsAStoreThatCannotBeRead) {
    FaultyStore store;
    save_all(store, 1, 2);
    DraftStore drafts(store, official_form());
    store.arm(Fault::Fail, 0, true, StoreStatus::Unavailable);
    EXPECT_EQ(drafts.restore().status, DraftStatus::Unavailable);
    EXPECT_EQ(drafts.save(version(3), 3).status, DraftStatus::Unavailable);
    store.arm(Fault::Fail, 0, true, StoreStatus::Failed);
    EXPECT_EQ(drafts.restore().status, DraftStatus::Failed);
    EXPECT_EQ(number_of(reopened(store).declaration), 2);
}

TEST(DraftStore, FindsTheLastSaveWhenThePointerIsTornOrMissing) {
    for (const char* head : {"", "b", "b ", "z 99999999999999999999999", "garbage", "b 1x"}) {
        FaultyStore store;
        save_all(store, 1, 4);
        store.entries[prefix() + "head"] = head;
        const RestoreResult result = reopened(store);
        EXPECT_EQ(number_of(result.declaration), 4) << head;
        EXPECT_FALSE(result.older) << head;
        save_all(store, 5, 6);
        EXPECT_EQ(number_of(reopened(store).declaration), 6) << head;
    }
}

TEST(DraftStore, SetsACorruptRecordAsideAndFallsBackToTheOneBefore) {
    FaultyStore store;
    save_all(store, 1, 4);
    const std::string newest = prefix() + store.entries.at(prefix() + "head").substr(0, 1);
    std::string damaged = store.entries.at(newest);
    damaged[damaged.size() / 2] ^= 1;
    store.entries[newest] = damaged;

    const RestoreResult result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Ok);
    EXPECT_EQ(number_of(result.declaration), 3);
    EXPECT_TRUE(result.older);
    ASSERT_EQ(result.set_aside, std::vector<std::string>{prefix() + "aside/1"});
    DraftStore drafts(store, official_form());
    EXPECT_EQ(drafts.set_aside_keys(), result.set_aside);
    EXPECT_EQ(drafts.set_aside_text(result.set_aside[0]), damaged);
    EXPECT_EQ(drafts.set_aside_text("other"), "");

    save_all(store, 5, 8);
    EXPECT_EQ(number_of(reopened(store).declaration), 8);
    EXPECT_EQ(store.entries.at(prefix() + "aside/1"), damaged) << "never deleted";
}

TEST(DraftStore, SaysCorruptWhenNoRecordCanBeRead) {
    FaultyStore store;
    save_all(store, 1, 2);
    store.entries[prefix() + "a"] = "null";
    store.entries[prefix() + "b"].resize(100);
    const RestoreResult result = reopened(store);
    EXPECT_EQ(result.status, DraftStatus::Corrupt);
    EXPECT_EQ(result.set_aside.size(), 2U);
    EXPECT_EQ(reopened(store).status, DraftStatus::None) << "set aside once";
}

TEST(DraftStore, LeavesACorruptRecordAloneWhenItCannotBeSetAside) {
    FaultyStore store;
    save_all(store, 1, 2);
    store.entries[prefix() + "b"] = "torn";
    DraftStore drafts(store, official_form());
    store.writes_only = true;
    store.arm(Fault::Fail, 0, false, StoreStatus::Full);
    const RestoreResult result = drafts.restore();
    EXPECT_EQ(number_of(result.declaration), 1);
    EXPECT_TRUE(result.set_aside.empty());
    for (int number = 3; number <= 6; ++number) {
        EXPECT_TRUE(drafts.save(version(number), number).ok());
        EXPECT_EQ(store.entries.at(prefix() + "b"), "torn");
    }
    EXPECT_EQ(number_of(reopened(store).declaration), 6);
    EXPECT_EQ(store.entries.at(prefix() + "aside/1"), "torn");
}

TEST(DraftStore, DoesNotOpenOrOverwriteARecordOfALaterProgram) {
    FaultyStore store;
    save_all(store, 1, 1);
    // The same record with another version in it, sealed anew as a later program would.
    std::string text = store.entries.at(prefix() + "a");
    EXPECT_TRUE(text.starts_with("{\"format\":\"shenbao-draft\",\"formatVersion\":1,"));
    FormDefinition later = official_form();
    later.version = "2027";
    Declaration declaration = version(2);
    declaration.form_version = "2027";
    FaultyStore other;
    DraftStore(other, later).save(declaration, 1);
    store.entries[prefix() + "a"] = other.entries.at(prefix() + "a");

    DraftStore drafts(store, official_form());
    EXPECT_EQ(drafts.restore().status, DraftStatus::Newer);
    const std::string kept = store.entries.at(prefix() + "a");
    for (int number = 3; number < 6; ++number) EXPECT_TRUE(drafts.save(version(number), number).ok());
    EXPECT_EQ(store.entries.at(prefix() + "a"), kept);
}

TEST(DraftStore, SeesWhatAnotherTabSaved) {
    FaultyStore store;
    DraftStore first(store, official_form()), second(store, official_form());
    EXPECT_TRUE(first.save(version(1), 1).ok());
    EXPECT_TRUE(second.save(version(2), 2).ok());
    EXPECT_TRUE(first.save(version(3), 3).ok());
    EXPECT_TRUE(second.save(version(4), 4).ok());
    EXPECT_EQ(number_of(reopened(store).declaration), 4);
}

// The machine dies before or in the middle of each operation of a session of saves; the next session finds
// the last or the last but one, and goes on.
TEST(DraftStore, SurvivesADeathAtEveryOperation) {
    for (const Fault fault : {Fault::Crash, Fault::Tear}) {
        for (int at = 0; at < 60; ++at) {
            FaultyStore store;
            save_all(store, 1, 2);
            DraftStore drafts(store, official_form());
            store.arm(fault, at);
            drafts.restore();
            int saved = 2, tried = 2;
            while (!store.dead && tried < 9)
                if (++tried; drafts.save(version(tried), tried).ok()) saved = tried;
            const RestoreResult result = reopened(store);
            ASSERT_EQ(result.status, DraftStatus::Ok) << at;
            const int found = number_of(result.declaration);
            EXPECT_GE(found, saved) << "at " << at;
            EXPECT_LE(found, tried) << "at " << at;
            save_all(store, 20, 22);
            EXPECT_EQ(number_of(reopened(store).declaration), 22) << at;
        }
    }
}

// One operation fails, the machine lives on: what save called Ok is there.
TEST(DraftStore, KeepsItsWordAtEveryFailure) {
    for (const Fault fault : {Fault::Fail, Fault::Silent, Fault::Garble}) {
        for (int at = 0; at < 60; ++at) {
            FaultyStore store;
            DraftStore drafts(store, official_form());
            store.arm(fault, at);
            int saved = 0;
            for (int number = 1; number <= 8; ++number)
                if (drafts.save(version(number), number).ok()) saved = number;
            EXPECT_GE(saved, 7) << "one failure costs at most one save";
            EXPECT_GE(number_of(reopened(store).declaration), saved)
                << static_cast<int>(fault) << " at " << at;
        }
    }
}

TEST(DraftMessage, TellsWhatToDoForEveryFailure) {
    for (const DraftStatus status : {DraftStatus::Full, DraftStatus::Unavailable, DraftStatus::Failed,
                                     DraftStatus::VerifyFailed, DraftStatus::Corrupt, DraftStatus::Newer})
        EXPECT_NE(draft_message(status).find("请"), std::string_view::npos);
    EXPECT_EQ(draft_message(DraftStatus::Ok), "");
    EXPECT_EQ(draft_message(DraftStatus::None), "");
}

}  // namespace
}  // namespace shenbao::drafts
