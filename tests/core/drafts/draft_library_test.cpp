#include "core/drafts/draft_library.h"

#include <gtest/gtest.h>

#include "core/drafts/draft_archive.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

// Counts what is read.
class CountingStore : public FaultyStore {
  public:
    int reads = 0;
    size_t bytes_read = 0;
    StoreStatus read(std::string_view key, std::string& value) override {
        const StoreStatus status = FaultyStore::read(key, value);
        ++reads;
        bytes_read += status == StoreStatus::Ok ? value.size() : 0;
        return status;
    }
};

DraftLibrary library(KeyValueStore& store, std::string_view owner = "one") {
    return {store, official_form(), owner};
}

// A draft with one state, closed again.
void add(KeyValueStore& store, std::string_view id, int number, const DraftFacts& facts, long long now) {
    DraftSession drafts = session(store, "maker", id);
    ASSERT_EQ(drafts.save(version(number), facts, now), DraftStatus::Ok);
    drafts.release();
}

const DraftSummary* find(const DraftList& list, std::string_view id) {
    for (const DraftSummary& draft : list.drafts)
        if (draft.id == id) return &draft;
    return nullptr;
}

TEST(DraftLibrary, ListsEveryDraftWithItsFactsNewestFirst) {
    FaultyStore store;
    add(store, "x", 1, {"甲局 初稿", "甲局", 2026, 14, 12, 3, 1, 40}, 1000);
    add(store, "y", 2, {"", "乙局", 2025, 14, 14, 0, 0, 2}, 2000);
    const DraftList list = library(store).list();
    ASSERT_EQ(list.drafts.size(), 2U);
    EXPECT_EQ(list.drafts[0].id, "y");
    const DraftSummary& first = list.drafts[1];
    EXPECT_EQ(first.facts, (DraftFacts{"甲局 初稿", "甲局", 2026, 14, 12, 3, 1, 40}));
    EXPECT_EQ(first.saved_at, 1000);
    EXPECT_EQ(first.versions, 1U);
    EXPECT_GT(first.bytes, 1000U);
    EXPECT_EQ(list.bytes, first.bytes + list.drafts[0].bytes);
}

TEST(DraftLibrary, ListsWithoutReadingRecords) {
    CountingStore store;
    for (int i = 0; i < 30; ++i) add(store, "d" + std::to_string(i), i, {"", "甲局", 2026}, 1000 + i);
    store.reads = 0;
    store.bytes_read = 0;
    EXPECT_EQ(library(store).list().drafts.size(), 30U);
    EXPECT_EQ(store.reads, 30);
    EXPECT_LT(store.bytes_read, 30U * 500);
}

TEST(DraftLibrary, ListsFromTheRecordWhereTheSummaryIsMissingOldOrDamaged) {
    for (const char* damage : {"missing", "old", "damaged"}) {
        FaultyStore store;
        add(store, "x", 1, {"", "甲局", 2026}, 1000);
        const std::string old = store.entries.at(prefix("x") + "info");
        add(store, "x", 2, {"改名", "乙局", 2027}, 2000);
        std::string& info = store.entries.at(prefix("x") + "info");
        if (damage == std::string_view("missing")) store.entries.erase(prefix("x") + "info");
        if (damage == std::string_view("old")) info = old;
        if (damage == std::string_view("damaged")) info[info.size() / 2] ^= 1;
        const DraftList list = library(store).list();
        ASSERT_EQ(list.drafts.size(), 1U);
        EXPECT_EQ(list.drafts[0].facts, (DraftFacts{"改名", "乙局", 2027})) << damage;
        EXPECT_EQ(list.drafts[0].saved_at, 2000) << damage;
    }
}

TEST(DraftLibrary, ListsADraftOfTheFirstLayout) {
    FaultyStore store;
    store.entries[prefix() + "a"] = write_draft_record(official_form(), "current", version(3), {1, 500, {}});
    store.entries[prefix() + "head"] = "a 1";
    EXPECT_EQ(library(store).last_opened(), "current");
    const DraftList list = library(store).list();
    ASSERT_EQ(list.drafts.size(), 1U);
    EXPECT_EQ(list.drafts[0].saved_at, 500);
    EXPECT_TRUE(list.drafts[0].readable);
}

TEST(DraftLibrary, TellsWhoDeclaresFromTheFieldThatTheFormNames) {
    FaultyStore store;
    Declaration declaration = version(3);
    declaration.values["department"] = " 甲局";
    store.entries[prefix() + "a"] = write_draft_record(official_form(), "current", declaration, {1, 500, {}});
    ASSERT_EQ(library(store).list().drafts.size(), 1U);
    EXPECT_EQ(library(store).list().drafts[0].facts.unit, "甲局");

    const DefinitionResult other = read_definition(testing::other_form_json());
    ASSERT_TRUE(other.definition.has_value());
    Declaration filled = blank_declaration(*other.definition);
    filled.values["bureau"] = "乙局";
    const std::string key = "shenbao/v1/review-2/current/a";
    store.entries[key] = write_draft_record(*other.definition, "current", filled, {1, 500, {}});
    const DraftList list = DraftLibrary(store, *other.definition, "one").list();
    ASSERT_EQ(list.drafts.size(), 1U) << "drafts of another form are not listed";
    EXPECT_EQ(list.drafts[0].facts.unit, "乙局");
}

TEST(DraftLibrary, SaysWhenTheStoreCannotBeListed) {
    FaultyStore store;
    add(store, "x", 1, {}, 1000);
    store.arm(Fault::Fail, 0, true, StoreStatus::Unavailable);
    EXPECT_EQ(library(store).list().status, DraftStatus::Unavailable);
    EXPECT_EQ(library(store).put_into_bin("x", 1), DraftStatus::Unavailable);
    EXPECT_EQ(library(store).purge("x"), DraftStatus::Unavailable);
    EXPECT_TRUE(library(store).set_aside().empty());
    EXPECT_EQ(export_drafts(store, official_form(), {}, 1), "");
}

TEST(DraftLibrary, DuplicatesTheNewestStateUnderANewName) {
    FaultyStore store;
    add(store, "x", 7, {"原稿", "甲局", 2026}, 1000);
    std::string copy;
    ASSERT_EQ(library(store).duplicate("x", "原稿 副本", 2000, copy), DraftStatus::Ok);
    EXPECT_NE(copy, "x");
    const DraftList list = library(store).list();
    ASSERT_NE(find(list, copy), nullptr);
    EXPECT_EQ(find(list, copy)->facts.name, "原稿 副本");
    EXPECT_EQ(number_of(session(store, "two", copy).open().declaration), 7);
    EXPECT_EQ(find(list, "x")->facts.name, "原稿");
    EXPECT_EQ(library(store).duplicate("nothing", "", 1, copy), DraftStatus::None);
}

TEST(DraftLibrary, RenamesUnlessAnotherWindowEditsIt) {
    FaultyStore store;
    add(store, "x", 7, {"旧名", "甲局", 2026}, 1000);
    ASSERT_EQ(library(store).rename("x", "新名", 2000), DraftStatus::Ok);
    EXPECT_EQ(library(store).list().drafts[0].facts, (DraftFacts{"新名", "甲局", 2026}));
    EXPECT_EQ(number_of(session(store, "two", "x").open().declaration), 7);
    DraftSession other = session(store, "other", "x");
    other.open();
    other.take(3000);
    EXPECT_EQ(library(store).rename("x", "又一名", 4000), DraftStatus::Elsewhere);
}

TEST(DraftLibrary, DeletesIntoABinAndTakesOutAgain) {
    FaultyStore store;
    add(store, "x", 1, {}, 1000);
    add(store, "y", 2, {}, 2000);
    DraftLibrary drafts = library(store);
    drafts.remember_opened("y");
    ASSERT_EQ(drafts.put_into_bin("y", 3000), DraftStatus::Ok);
    EXPECT_EQ(find(drafts.list(), "y")->deleted_at, 3000);
    EXPECT_EQ(drafts.last_opened(), "x") << "a deleted draft is not opened by itself";
    ASSERT_EQ(drafts.take_out_of_bin("y"), DraftStatus::Ok);
    EXPECT_EQ(find(drafts.list(), "y")->deleted_at, 0);
    EXPECT_EQ(drafts.last_opened(), "y");
}

TEST(DraftLibrary, PutsIntoTheBinAlsoWhereTheStoreIsFull) {
    FaultyStore store;
    add(store, "x", 1, {"原稿", "甲局", 2026}, 1000);
    store.arm(Fault::Fail, 0, false, StoreStatus::Full);
    ASSERT_EQ(library(store).put_into_bin("x", 3000), DraftStatus::Ok) << "deleting is how room is made";
    const DraftList list = library(store).list();
    ASSERT_NE(find(list, "x"), nullptr);
    EXPECT_EQ(find(list, "x")->deleted_at, 3000);
    EXPECT_EQ(find(list, "x")->facts.name, "原稿");
}

TEST(DraftLibrary, PurgesForGoodButKeepsWhatWasSetAside) {
    FaultyStore store;
    add(store, "x", 1, {}, 1000);
    store.entries[prefix("x") + "aside/1"] = "damaged";
    DraftLibrary drafts = library(store);
    drafts.put_into_bin("x", 1);
    ASSERT_EQ(drafts.purge("x"), DraftStatus::Ok);
    EXPECT_TRUE(drafts.list().drafts.empty());
    const std::vector<AsideRecord> aside = drafts.set_aside();
    ASSERT_EQ(aside.size(), 1U);
    EXPECT_EQ(aside[0].draft, "x");
    EXPECT_EQ(aside[0].bytes, 7U);
    EXPECT_EQ(drafts.set_aside_text(aside[0].key), "damaged");
    EXPECT_EQ(drafts.set_aside_text("another page's key"), "");
    EXPECT_NE(drafts.fresh_id(1000), drafts.fresh_id(1001));
}

TEST(DraftLibrary, StaysInTheBinWhereverPurgingDies) {
    for (int at = 0; at < 12; ++at) {
        FaultyStore store;
        add(store, "x", 1, {}, 1000);
        library(store).put_into_bin("x", 1);
        store.arm(Fault::Crash, at);
        library(store).purge("x");
        store.disarm();
        for (const DraftSummary& draft : library(store).list().drafts) EXPECT_NE(draft.deleted_at, 0) << at;
    }
}

TEST(DraftLibrary, RemembersWhenAFileWasSaved) {
    FaultyStore store;
    add(store, "x", 1, {}, 1000);
    library(store).note_backup("x", 5000);
    EXPECT_EQ(library(store).list().drafts[0].backup_at, 5000);
}

}  // namespace
}  // namespace shenbao::drafts
