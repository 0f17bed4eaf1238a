#include "core/drafts/draft_archive.h"

#include <gtest/gtest.h>

#include "core/formats/json/declaration_json.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

using Meeting = ArchivedDraft::Meeting;

// With a key of a later program in it, as its file would be read.
Declaration rich(int number) {
    Declaration declaration = version(number);
    declaration.explanations["rule:person"] = "因为";
    declaration.values["nobody.knows.this"] = "留着";
    std::string file = write_declaration(official_form(), declaration);
    file.insert(1, R"("来自将来": {"a": [1, 2.50, null]},)");
    ReadResult read = read_declaration(official_form(), file);
    EXPECT_NE(read.declaration.unknown_json, "");
    return std::move(read.declaration);
}

void add(KeyValueStore& store, std::string_view id, int from, int to) {
    DraftSession drafts = session(store, "maker", id);
    for (int number = from; number <= to; ++number)
        ASSERT_EQ(drafts.save(rich(number), {"名", "甲局", 2026}, 1000 + number), DraftStatus::Ok);
    drafts.release();
}

std::string exported(KeyValueStore& store, const std::vector<std::string>& ids = {}) {
    return export_drafts(store, official_form(), ids, 5000);
}

Archive read(KeyValueStore& store, std::string_view bytes) {
    return read_archive(store, official_form(), bytes);
}

TEST(DraftArchive, BringsEverythingBackInAnotherBrowser) {
    FaultyStore store, other;
    add(store, "x", 1, 5);
    add(store, "y", 6, 6);
    const std::string file = exported(store);
    EXPECT_TRUE(is_archive(file));
    EXPECT_FALSE(is_archive("{\"format\": \"shenbao-declaration\"}"));
    const Archive archive = read(other, file);
    ASSERT_EQ(archive.drafts.size(), 2U);
    for (const ArchivedDraft& draft : archive.drafts) {
        EXPECT_EQ(draft.meeting, Meeting::New);
        std::string id;
        ASSERT_EQ(import_draft(other, official_form(), "me", draft, ImportChoice::KeepBoth, 6000, id),
                  DraftStatus::Ok);
        EXPECT_EQ(id, draft.id);
    }
    DraftSession there = session(other, "me", "x");
    EXPECT_EQ(there.open().declaration, rich(5)) << "explanations and unknown keys included";
    EXPECT_EQ(there.versions().size(), 5U);
    EXPECT_EQ(there.read_version(there.versions().back().id).declaration, rich(1));
    EXPECT_EQ(exported(other), file);
}

TEST(DraftArchive, BringsWhatWasInTheBinBackInTheBin) {
    FaultyStore store, other;
    add(store, "x", 1, 1);
    add(store, "y", 2, 2);
    DraftLibrary here(store, official_form(), "me");
    ASSERT_EQ(here.put_into_bin("x", 4321), DraftStatus::Ok);
    const std::string file = exported(store);
    for (const ArchivedDraft& draft : read(other, file).drafts) {
        EXPECT_EQ(draft.deleted_at, draft.id == "x" ? 4321 : 0);
        std::string id;
        ASSERT_EQ(import_draft(other, official_form(), "me", draft, ImportChoice::KeepBoth, 6000, id),
                  DraftStatus::Ok);
    }
    for (const DraftSummary& draft : DraftLibrary(other, official_form(), "me").list().drafts)
        EXPECT_EQ(draft.deleted_at, draft.id == "x" ? 4321 : 0) << draft.id;
    EXPECT_EQ(exported(other), file);
    // Replacing one that is here is an act of the person: what comes of it is no draft in the bin.
    ASSERT_EQ(here.take_out_of_bin("x"), DraftStatus::Ok);
    add(store, "x", 3, 3);
    std::string id;
    ASSERT_EQ(import_draft(store, official_form(), "me", read(store, file).drafts[1], ImportChoice::Replace,
                           6000, id),
              DraftStatus::Ok);
    ASSERT_EQ(id, "x");
    for (const DraftSummary& draft : here.list().drafts) EXPECT_EQ(draft.deleted_at, 0) << draft.id;
}

TEST(DraftArchive, ListsTheOthersWhereOfOneDraftNothingIsWhole) {
    FaultyStore store, other;
    add(store, "x", 1, 1);
    add(store, "y", 2, 2);
    std::string file = exported(store);
    for (size_t at = file.find("第1稿"); at != std::string::npos; at = file.find("第1稿"))
        file.replace(at, std::string_view("第1稿").size(), "第9稿");
    const Archive archive = read(other, file);
    ASSERT_EQ(archive.status, ReadStatus::Ok) << archive.message;
    EXPECT_EQ(archive.unreadable, 1U);
    ASSERT_EQ(archive.drafts.size(), 1U);
    EXPECT_EQ(archive.drafts[0].id, "y");
    EXPECT_EQ(archive.drafts[0].declaration, rich(2));
}

TEST(DraftArchive, SaysThatItIsNotAsItWasWritten) {
    FaultyStore store, other;
    add(store, "x", 1, 1);
    add(store, "y", 2, 2);
    const std::string file = exported(store);
    EXPECT_FALSE(read(other, file).altered);
    EXPECT_FALSE(read(other, file.substr(0, file.size() - 1) + "\r\n").altered) << "an editor's line end";
    const auto without = [&](std::string_view from, std::string_view to) {
        std::string text = file;
        const size_t start = text.find(from), end = text.find(to, start);
        text.erase(start, end - start);
        return read(other, text);
    };
    const Archive shorter = without(R"({"id":"y")", R"({"id":"x")");
    ASSERT_EQ(shorter.status, ReadStatus::Ok);
    EXPECT_EQ(shorter.drafts.size(), 1U) << "a whole draft is gone, and every record that is left is whole";
    EXPECT_TRUE(shorter.altered);
    EXPECT_TRUE(without(R"(,"sha256":)", "}\n").altered) << "nor is one without a checksum known to be whole";
}

TEST(DraftArchive, HoldsOnlyTheDraftsAskedFor) {
    FaultyStore store, other;
    add(store, "x", 1, 1);
    add(store, "y", 2, 2);
    const Archive archive = read(other, exported(store, {"y"}));
    ASSERT_EQ(archive.drafts.size(), 1U);
    EXPECT_EQ(archive.drafts[0].id, "y");
    EXPECT_EQ(archive.drafts[0].facts.unit, "甲局");
}

TEST(DraftArchive, TellsNewIdenticalAndDifferent) {
    FaultyStore store;
    add(store, "x", 1, 2);
    add(store, "y", 3, 3);
    const std::string file = exported(store);
    add(store, "y", 4, 4);
    const Archive archive = read(store, file);
    ASSERT_EQ(archive.drafts.size(), 2U);
    for (const ArchivedDraft& draft : archive.drafts)
        EXPECT_EQ(draft.meeting, draft.id == "x" ? Meeting::Identical : Meeting::Differs);
    FaultyStore empty;
    EXPECT_EQ(read(empty, file).drafts[0].meeting, Meeting::New);
    EXPECT_TRUE(empty.entries.empty()) << "a preview stores nothing";
}

TEST(DraftArchive, KeepsBothUnderAnotherId) {
    FaultyStore store;
    add(store, "x", 1, 2);
    const std::string file = exported(store);
    add(store, "x", 3, 3);
    std::string id;
    ASSERT_EQ(import_draft(store, official_form(), "me", read(store, file).drafts[0], ImportChoice::KeepBoth,
                           6000, id),
              DraftStatus::Ok);
    EXPECT_NE(id, "x");
    EXPECT_EQ(session(store, "me", id).open().declaration, rich(2));
    EXPECT_EQ(session(store, "me", "x").open().declaration, rich(3));
}

TEST(DraftArchive, ReplacesAndKeepsTheOldStatesInTheHistory) {
    FaultyStore store;
    add(store, "x", 1, 2);
    const std::string file = exported(store);
    add(store, "x", 3, 4);
    std::string id;
    ASSERT_EQ(import_draft(store, official_form(), "me", read(store, file).drafts[0], ImportChoice::Replace,
                           6000, id),
              DraftStatus::Ok);
    EXPECT_EQ(id, "x");
    DraftSession drafts = session(store, "me", "x");
    EXPECT_EQ(drafts.open().declaration, rich(2));
    bool kept = false;
    for (const DraftVersion& one : drafts.versions())
        kept = kept || drafts.read_version(one.id).declaration == rich(4);
    EXPECT_TRUE(kept);
    EXPECT_EQ(drafts.lease().state, LeaseState::Free);
}

TEST(DraftArchive, DoesNotReplaceWhatAnotherWindowEdits) {
    FaultyStore store;
    add(store, "x", 1, 2);
    const std::string file = exported(store);
    DraftSession other = session(store, "other", "x");
    other.take(1);
    const auto before = store.entries;
    std::string id;
    EXPECT_EQ(import_draft(store, official_form(), "me", read(store, file).drafts[0], ImportChoice::Replace,
                           6000, id),
              DraftStatus::Elsewhere);
    EXPECT_EQ(store.entries, before);
}

TEST(DraftArchive, LeavesOutDamagedRecordsAndCountsThem) {
    FaultyStore store, other;
    add(store, "x", 1, 3);
    std::string file = exported(store);
    const size_t at = file.find("第3稿");
    ASSERT_NE(at, std::string::npos);
    file.replace(at, std::string_view("第3稿").size(), "第9稿");
    const Archive archive = read(other, file);
    ASSERT_EQ(archive.drafts.size(), 1U);
    EXPECT_EQ(archive.drafts[0].damaged, 1U);
    EXPECT_EQ(archive.drafts[0].declaration, rich(3)) << "the other copy of the same state";
}

TEST(DraftArchive, RefusesWhatIsNotOne) {
    FaultyStore store;
    const auto status = [&](std::string_view bytes) { return read(store, bytes).status; };
    EXPECT_EQ(status(""), ReadStatus::Empty);
    EXPECT_EQ(status("{\"format\":\"shenbao-drafts\""), ReadStatus::NotJson);
    EXPECT_EQ(status(R"({"format":"other"})"), ReadStatus::NotADeclaration);
    EXPECT_EQ(status(R"({"format":"shenbao-drafts","formatVersion":2})"), ReadStatus::NewerFormat);
    EXPECT_EQ(status(R"({"format":"shenbao-drafts","formatVersion":1,"form":{"id":"other"}})"),
              ReadStatus::OtherForm);
    const std::string head = R"({"format":"shenbao-drafts","formatVersion":1,"form":{"id":")" +
                             official_form().id + R"("},"drafts":)";
    EXPECT_EQ(status(head + "1}"), ReadStatus::WrongTypes);
    EXPECT_EQ(status(head + R"([{"id":"../x","records":{}}]})"), ReadStatus::WrongTypes);
    EXPECT_EQ(status(head + R"([{"id":"x","records":{}}]})"), ReadStatus::WrongTypes);
    EXPECT_EQ(status(head + "[]}"), ReadStatus::Ok);
    for (const ArchivedDraft& draft : read(store, head + "[]}").drafts) ADD_FAILURE() << draft.id;
    EXPECT_FALSE(read(store, "").message.empty());
}

// A draft of the file must not be stored among another one's records, nor among the library's own.
TEST(DraftArchive, RefusesADraftWhoseIdLeadsElsewhere) {
    FaultyStore store;
    add(store, "x", 1, 2);
    const std::string file = exported(store);
    const auto named = [&](std::string_view id) {
        std::string text = file;
        const std::string_view own = R"("id":"x")";
        const size_t at = text.find(own);
        EXPECT_NE(at, std::string::npos);
        text.replace(at, own.size(), R"("id":")" + std::string(id) + "\"");
        FaultyStore empty;
        return read(empty, text);
    };
    for (std::string_view good : {"x", "current", "d1k2j3h4wind"}) {
        const Archive archive = named(good);
        ASSERT_EQ(archive.status, ReadStatus::Ok) << good;
        EXPECT_EQ(archive.drafts[0].id, good);
        EXPECT_EQ(archive.drafts[0].versions, 2U);
    }
    const std::string long_id(65, 'x');
    for (std::string_view bad :
         {std::string_view("x/y"), std::string_view("/x"), std::string_view("x/"), std::string_view("../x"),
          std::string_view("y\\u002faside"), std::string_view(""), std::string_view(long_id)}) {
        const Archive archive = named(bad);
        EXPECT_EQ(archive.status, ReadStatus::WrongTypes) << bad;
        EXPECT_NE(archive.message.find("/drafts/0"), std::string::npos) << archive.message;
        EXPECT_TRUE(archive.drafts.empty()) << bad;
    }
}

TEST(DraftArchive, LeavesOutRecordsWhoseNameIsNone) {
    FaultyStore store, other;
    add(store, "x", 1, 2);
    std::string file = exported(store);
    const size_t at = file.find("\"r/");
    ASSERT_NE(at, std::string::npos);
    file.insert(at + 1, "../y/");
    const Archive archive = read(other, file);
    ASSERT_EQ(archive.drafts.size(), 1U);
    EXPECT_EQ(archive.drafts[0].damaged, 1U);
    for (const auto& [name, text] : archive.drafts[0].records)
        EXPECT_TRUE(name.starts_with("r/") || name.starts_with("h/")) << name;
}

TEST(DraftArchive, ReportsAStoreThatIsFull) {
    FaultyStore store, other;
    add(store, "x", 1, 2);
    const Archive archive = read(other, exported(store));
    other.writes_only = true;
    other.arm(Fault::Fail, 0, true, StoreStatus::Full);
    std::string id;
    EXPECT_EQ(import_draft(other, official_form(), "me", archive.drafts[0], ImportChoice::KeepBoth, 6000, id),
              DraftStatus::Full);
}

}  // namespace
}  // namespace shenbao::drafts
