#include <gtest/gtest.h>

#include <algorithm>

#include "core/drafts/draft_thinning.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

constexpr long long kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr long long kStart = 1'767'200'400'000;  // 2026-01-01 01:00 in China

std::vector<int> numbers(DraftSession& drafts) {
    std::vector<int> found;
    for (const DraftVersion& one : drafts.versions())
        found.push_back(number_of(drafts.read_version(one.id).declaration));
    return found;
}

TEST(DraftHistory, KeepsEverySaveOfTheLastMinutesNewestFirst) {
    FaultyStore store;
    DraftSession drafts = session(store);
    for (int number = 1; number <= 20; ++number)
        ASSERT_EQ(save(drafts, number, kStart + number * 1000), DraftStatus::Ok);
    std::vector<int> expected(20);
    for (int i = 0; i < 20; ++i) expected[static_cast<size_t>(i)] = 20 - i;
    EXPECT_EQ(numbers(drafts), expected);
}

TEST(DraftHistory, ThinsOutToOneAnHourAndOneADay) {
    FaultyStore store;
    DraftSession drafts = session(store);
    // Every ten minutes for three days.
    int number = 0;
    for (long long time = 0; time < 3 * kDay; time += 10 * kMinute)
        ASSERT_EQ(save(drafts, ++number, kStart + time), DraftStatus::Ok);
    const long long now = kStart + 3 * kDay - 10 * kMinute;
    const std::vector<DraftVersion> versions = drafts.versions();
    // Two of the last ten minutes, the last of each of 24 or 25 hours, the last of each day before.
    EXPECT_GE(versions.size(), 26U);
    EXPECT_LE(versions.size(), 32U);
    int today = 0;
    for (const DraftVersion& one : versions) today += one.saved_at > now - kDay;
    EXPECT_GE(today, 24);
    EXPECT_EQ(number_of(drafts.read_version(versions.front().id).declaration), number);
    for (const DraftVersion& one : versions)
        EXPECT_GT(number_of(drafts.read_version(one.id).declaration), 0) << "each can be read";
}

TEST(DraftHistory, KeepsTheStateAtOpeningWhileTheSessionLasts) {
    FaultyStore store;
    save_all(store, 1, 3);
    DraftSession drafts = session(store);
    drafts.open();
    drafts.take(5000);
    int number = 10;
    for (long long time = 0; time < 2 * kHour; time += 5 * kMinute)
        ASSERT_EQ(save(drafts, ++number, 10'000 + time), DraftStatus::Ok);
    const std::vector<DraftVersion> versions = drafts.versions();
    const auto opened =
        std::find_if(versions.begin(), versions.end(), [](const DraftVersion& one) { return one.opened; });
    ASSERT_NE(opened, versions.end());
    EXPECT_EQ(number_of(drafts.read_version(opened->id).declaration), 3);
}

// Whole records of one second, a day ago: two are the newest, one of the others is the hour's last.
std::vector<StoredRecord> records_of_a_second(long long time, Number count) {
    std::vector<StoredRecord> records;
    for (Number number = 1; number <= count; ++number)
        records.push_back({{1, number, "w"}, time + static_cast<long long>(number), 1000, true, {}});
    return records;
}

bool has_version(const std::vector<StoredRecord>& records, Number sequence) {
    return std::any_of(records.begin(), records.end(),
                       [&](const StoredRecord& record) { return record.id.sequence == sequence; });
}

TEST(DraftHistory, ThinningLeavesTheVersionAtOpeningHoweverManyFollowedIt) {
    for (const long long age : {2 * kHour, 3 * kDay}) {
        const std::vector<StoredRecord> records = records_of_a_second(kStart - age, 9);
        for (const Number opened : {1U, 4U, 7U}) {
            const auto gone = superfluous_records(records, kStart, 1'000'000, {1, opened, "w"});
            EXPECT_FALSE(has_version(gone, opened)) << opened;
            EXPECT_EQ(gone.size(), 6U) << "the newest two and that one stay";
        }
        EXPECT_EQ(superfluous_records(records, kStart, 1'000'000, {}).size(), 7U);
    }
}

TEST(DraftHistory, ThinningGivesUpTheVersionAtOpeningLastOfAll) {
    // Saved within the last minutes, so that only the budget takes them; the middle ones leave the smallest
    // gap.
    const std::vector<StoredRecord> records = records_of_a_second(kStart - 2000, 9);
    for (const Number opened : {1U, 4U, 7U}) {
        const VersionId id{1, opened, "w"};
        const auto gone = superfluous_records(records, kStart, 3000, id);
        EXPECT_EQ(gone.size(), 6U);
        EXPECT_FALSE(has_version(gone, opened)) << opened;
        EXPECT_TRUE(has_version(superfluous_records(records, kStart, 2999, id), opened)) << opened;
    }
}

TEST(DraftHistory, ThinningLeavesTheVersionAtOpeningThatIsAChange) {
    std::vector<StoredRecord> records = records_of_a_second(kStart - 2 * kHour, 9);
    for (const Number number : {2U, 3U, 4U})
        records[number - 1] = {{1, number, "w"}, kStart - 2 * kHour, 10, false, {1, 1, "w"}};
    const auto gone = superfluous_records(records, kStart, 1'000'000, {1, 3, "w"});
    EXPECT_FALSE(has_version(gone, 3));
    EXPECT_FALSE(has_version(gone, 1)) << "what it is based on";
    EXPECT_TRUE(has_version(gone, 2));
    EXPECT_TRUE(has_version(gone, 4));
}

TEST(DraftHistory, StaysWithinItsBudget) {
    FaultyStore store;
    DraftSession drafts = session(store);
    Declaration declaration = version(1);
    for (int number = 1; number <= 150; ++number) {
        // Each a text of its own, longer than a change may be.
        declaration.values["duties"] = std::string(20'000, static_cast<char>('a' + number % 26));
        ASSERT_EQ(drafts.save(declaration, {}, kStart + number * 1000), DraftStatus::Ok);
        size_t bytes = 0;
        for (const DraftVersion& one : drafts.versions()) bytes += one.bytes;
        ASSERT_LE(bytes, kHistoryBudget);
    }
    EXPECT_GE(drafts.versions().size(), 5U);
}

TEST(DraftHistory, GivesUpSavesOfOneMinuteBeforeTheOnlyOneOfAnHour) {
    constexpr long long now = kStart + 10 * kHour;
    std::vector<StoredRecord> records;
    const auto add = [&](long long time) {
        records.push_back({{1, records.size() + 1, "w"}, time, 1000, true, {}});
    };
    for (int hour = 8; hour >= 1; --hour) add(now - hour * kHour);
    for (int second = 300; second >= 1; --second) add(now - second * 1000);
    std::vector<StoredRecord> gone = superfluous_records(records, now, 40'000, {});
    EXPECT_EQ(gone.size(), records.size() - 40);
    for (const StoredRecord& record : gone) EXPECT_GT(record.saved_at, now - kHour) << "each hour is kept";
}

// A store with room for so many bytes.
class SmallStore : public FaultyStore {
  public:
    size_t room = 0;
    StoreStatus write(std::string_view key, std::string_view value) override {
        size_t used = key.size() + value.size();
        for (const auto& [other, text] : entries)
            if (other != key) used += other.size() + text.size();
        return used > room ? StoreStatus::Full : FaultyStore::write(key, value);
    }
};

TEST(DraftHistory, GivesWayBeforeTheNewestSaveFails) {
    SmallStore store;
    DraftSession drafts = session(store);
    store.room = 1U << 30;
    ASSERT_EQ(save(drafts, 1, kStart), DraftStatus::Ok);
    size_t one = 0;
    for (const auto& [key, text] : store.entries) one += key.size() + text.size();
    store.room = 5 * one;
    for (int number = 2; number <= 200; ++number)
        ASSERT_EQ(save(drafts, number, kStart + number * 100), DraftStatus::Ok) << number;
    EXPECT_EQ(number_of(reopened(store).declaration), 200);
    EXPECT_LT(drafts.versions().size(), 200U);

    // Another page fills the rest: now it must fail, and the last state stands.
    store.entries["other"] = std::string(store.room, 'x');
    EXPECT_EQ(save(drafts, 201, kStart + 30'000), DraftStatus::Full);
    EXPECT_EQ(number_of(reopened(store).declaration), 200);
    store.entries.erase("other");
    EXPECT_EQ(save(drafts, 202, kStart + 31'000), DraftStatus::Ok);
}

TEST(DraftHistory, TellsAVersionThatCannotBeRead) {
    FaultyStore store;
    save_all(store, 1, 5);
    DraftSession drafts = session(store);
    drafts.open();
    const DraftVersion oldest = drafts.versions().back();
    EXPECT_EQ(drafts.read_version({99, 99, "nobody"}).status, DraftStatus::None);
    for (auto& [key, text] : store.entries)
        if (key.find("/r/") != std::string::npos || key.find("/h/") != std::string::npos) text[20] ^= 1;
    EXPECT_EQ(drafts.read_version(oldest.id).status, DraftStatus::Corrupt);
    store.arm(Fault::Fail, 0, true, StoreStatus::Unavailable);
    EXPECT_EQ(drafts.read_version(oldest.id).status, DraftStatus::Unavailable);
}

TEST(DraftHistory, ThinningKeepsTheBasesOfWhatStays) {
    const auto whole = [](Number number, long long time) {
        return StoredRecord{{1, number, "w"}, time, 1000, true, {}};
    };
    const auto change = [](Number number, long long time, Number base) {
        return StoredRecord{{1, number, "w"}, time, 10, false, {1, base, "w"}};
    };
    // One hour old: a base, two changes of the same hour; now: two whole ones with their changes.
    const long long now = kStart + 10 * kHour, hour_ago = kStart + 8 * kHour;
    const std::vector<StoredRecord> records = {
        whole(1, hour_ago),    change(2, hour_ago + 1, 1), change(3, hour_ago + 2, 1),
        whole(4, now - 3),     change(4, now - 3, 1),      whole(5, now - 2),
        change(5, now - 2, 1), whole(6, now - 1),          change(6, now - 1, 1),
    };
    const std::vector<StoredRecord> gone = superfluous_records(records, now, 1'000'000, {});
    EXPECT_EQ(gone, (std::vector<StoredRecord>{change(2, hour_ago + 1, 1), whole(4, now - 3)}));
    const std::vector<StoredRecord> all = superfluous_records(records, now, 0, {});
    EXPECT_EQ(all.size(), records.size() - 2) << "the newest two whole records always stay";
}

}  // namespace
}  // namespace shenbao::drafts
