// Two windows with the same draft: whatever the order of events, no state of either is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "core/drafts/draft_lease.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

// Calls something in the middle of another window's work: before its n-th operation.
class InterruptedStore : public KeyValueStore {
  public:
    explicit InterruptedStore(KeyValueStore& store) : m_store(store) {}
    StoreStatus read(std::string_view key, std::string& value) override {
        count();
        return m_store.read(key, value);
    }
    StoreStatus write(std::string_view key, std::string_view value) override {
        count();
        return m_store.write(key, value);
    }
    StoreStatus erase(std::string_view key) override {
        count();
        return m_store.erase(key);
    }
    StoreStatus list(std::string_view prefix, std::vector<std::string>& keys) override {
        count();
        return m_store.list(prefix, keys);
    }

    int operations = 0, at = -1;
    std::function<void()> interrupt;

  private:
    void count() {
        if (operations++ == at) interrupt();
    }
    KeyValueStore& m_store;
};

bool holds(KeyValueStore& store, int number) {
    DraftSession drafts = session(store, "judge");
    drafts.open();
    for (const DraftVersion& one : drafts.versions())
        if (number_of(drafts.read_version(one.id).declaration) == number) return true;
    return false;
}

TEST(DraftWindows, TheSecondOneIsToldAndMayTakeOver) {
    FaultyStore store;
    DraftSession first = session(store, "one"), second = session(store, "two");
    first.open();
    ASSERT_EQ(first.take(1), DraftStatus::Ok);
    EXPECT_EQ(first.lease().state, LeaseState::Mine);
    EXPECT_EQ(save(first, 1), DraftStatus::Ok);
    EXPECT_EQ(number_of(second.open().declaration), 1) << "looking needs no lease";
    EXPECT_EQ(second.lease().state, LeaseState::Elsewhere);
    EXPECT_EQ(save(second, 2), DraftStatus::Elsewhere);

    ASSERT_EQ(second.take(2), DraftStatus::Ok);
    EXPECT_EQ(first.lease().state, LeaseState::Elsewhere);
    EXPECT_EQ(save(second, 3), DraftStatus::Ok);
    const auto before = store.entries;
    EXPECT_EQ(save(first, 4), DraftStatus::Elsewhere);
    EXPECT_EQ(store.entries, before) << "a refused save changes nothing";
    EXPECT_EQ(number_of(reopened(store).declaration), 3);
}

TEST(DraftWindows, AReleasedLeaseIsFree) {
    FaultyStore store;
    DraftSession first = session(store, "one"), second = session(store, "two");
    first.take(1);
    second.release();
    EXPECT_EQ(second.lease().state, LeaseState::Elsewhere) << "only the owner releases it";
    first.release();
    EXPECT_EQ(second.lease().state, LeaseState::Free);
}

TEST(DraftWindows, TheLivingAnswerAKnockAndTheDeadDoNot) {
    FaultyStore store;
    DraftSession first = session(store, "one"), second = session(store, "two");
    first.take(1);
    const std::string before = second.lease().text;
    second.knock(2);
    EXPECT_TRUE(store.entries.count(prefix() + "knock"));
    EXPECT_EQ(second.lease().text, before) << "the dead";
    first.renew(3);
    EXPECT_NE(second.lease().text, before);
    second.renew(4);
    EXPECT_EQ(second.lease().state, LeaseState::Elsewhere) << "renewing takes nothing";
}

TEST(DraftWindows, ATornLeaseHoldsNobodyUp) {
    for (const char* torn : {"", "7", "7 one", "x"}) {
        FaultyStore store;
        store.entries[prefix() + "lease"] = torn;
        DraftSession drafts = session(store);
        EXPECT_EQ(drafts.lease().state, LeaseState::Free) << torn;
        EXPECT_EQ(drafts.take(1), DraftStatus::Ok);
        EXPECT_EQ(drafts.lease().state, LeaseState::Mine);
    }
}

// What was saved behind a number that no name can hold said Ok and was never found again.
TEST(DraftWindows, ALeaseOfANumberNobodyCountsToIsNotCountedOnFrom) {
    for (const char* damaged :
         {"999999999999999999", "99999999999999999999999 one 1", "999999999999999999 other 1",
          "1000000000000000 other 1", "999999999999999 other 1", "999999999999998 other 1"}) {
        FaultyStore store;
        store.entries[prefix() + "lease"] = damaged;
        DraftSession drafts = session(store);
        drafts.open();
        ASSERT_EQ(drafts.take(1), DraftStatus::Ok) << damaged;
        EXPECT_EQ(drafts.lease().state, LeaseState::Mine) << damaged;
        ASSERT_EQ(save(drafts, 1), DraftStatus::Ok) << damaged;
        ASSERT_EQ(save(drafts, 2), DraftStatus::Ok) << damaged;
        EXPECT_EQ(number_of(reopened(store).declaration), 2) << damaged;
    }
}

TEST(DraftWindows, BehindARecordOfTheHighestNumberNothingCountsAsSaved) {
    FaultyStore store;
    DraftSession first = session(store);
    first.open();
    ASSERT_EQ(first.take(1), DraftStatus::Ok);
    ASSERT_EQ(save(first, 1), DraftStatus::Ok);
    first.release();
    const auto saved = std::find_if(store.entries.begin(), store.entries.end(), [](const auto& entry) {
        return entry.first.starts_with(prefix() + "r/");
    });
    ASSERT_NE(saved, store.entries.end());
    const std::string text = saved->second;
    store.entries[prefix() + "r/999999999999999999.1.1." + std::to_string(text.size()) + ".other"] = text;
    DraftSession drafts = session(store, "two");
    drafts.open();
    ASSERT_EQ(drafts.take(2), DraftStatus::Ok);
    EXPECT_EQ(save(drafts, 2), DraftStatus::Failed);
    // A sequence only counts within its term.
    FaultyStore other;
    other.entries[prefix() + "r/1.999999999999999999.1." + std::to_string(text.size()) + ".other"] = text;
    DraftSession later = session(other, "two");
    later.open();
    ASSERT_EQ(later.take(2), DraftStatus::Ok);
    EXPECT_EQ(save(later, 2), DraftStatus::Ok);
    EXPECT_EQ(number_of(reopened(other).declaration), 2);
}

TEST(DraftWindows, AnOwnerWithTheSameNameIsNotTheSameAfterATakeOver) {
    FaultyStore store;
    DraftSession first = session(store, "same"), second = session(store, "same");
    first.take(1);
    second.take(2);
    EXPECT_EQ(first.lease().state, LeaseState::Elsewhere);
}

TEST(DraftWindows, ALeaseThatVanishedWithTheOthersWorkIsNotTakenSilently) {
    FaultyStore store;
    DraftSession first = session(store, "one"), second = session(store, "two");
    first.open();
    first.take(1);
    ASSERT_EQ(save(first, 1), DraftStatus::Ok);
    second.open();
    second.take(2);
    ASSERT_EQ(save(second, 2), DraftStatus::Ok);
    second.release();
    EXPECT_EQ(save(first, 3), DraftStatus::Elsewhere) << "the other one came, saved and went";
    EXPECT_EQ(number_of(reopened(store).declaration), 2);
}

// The second window takes over and saves before each single operation of the first one's save. Both states
// are kept; the newest is the second's, and the first is told unless it was done before.
TEST(DraftWindows, LoseNothingWhenOneTakesOverInTheMiddleOfTheOthersSave) {
    for (int at = 0; at < 40; ++at) {
        FaultyStore store;
        InterruptedStore slow(store);
        DraftSession first = session(slow, "one"), second = session(store, "two");
        first.open();
        first.take(1);
        ASSERT_EQ(save(first, 1), DraftStatus::Ok);
        ASSERT_EQ(save(first, 2), DraftStatus::Ok);
        bool interrupted = false;
        slow.operations = 0;
        slow.at = at;
        slow.interrupt = [&] {
            interrupted = true;
            second.open();
            ASSERT_EQ(second.take(3), DraftStatus::Ok);
            ASSERT_EQ(save(second, 50), DraftStatus::Ok);
        };
        const DraftStatus status = save(first, 3);
        slow.at = -1;
        if (!interrupted) {
            EXPECT_GT(at, 5);
            break;
        }
        EXPECT_EQ(number_of(reopened(store).declaration), 50) << at;
        EXPECT_TRUE(holds(store, 2) || holds(store, 3)) << at;
        if (status == DraftStatus::Ok) {
            EXPECT_TRUE(holds(store, 3)) << at;
        }
        EXPECT_EQ(save(first, 4), DraftStatus::Elsewhere) << at;
        EXPECT_EQ(save(second, 51), DraftStatus::Ok) << at;
        EXPECT_EQ(number_of(reopened(store).declaration), 51) << at;
        EXPECT_TRUE(holds(store, 50)) << at;
    }
}

// A window that does not yet see the other's lease, as between two processes: both believe to have it.
TEST(DraftWindows, LoseNothingWhenBothBelieveToHaveTheLease) {
    FaultyStore store;
    DraftSession first = session(store, "one"), second = session(store, "two");
    first.open();
    first.take(1);
    const std::string lease = store.entries.at(prefix() + "lease");
    second.open();
    second.take(1);
    const std::string other = store.entries.at(prefix() + "lease");
    for (int number = 1; number <= 6; ++number) {
        DraftSession& writer = number % 2 == 1 ? first : second;
        store.entries[prefix() + "lease"] = number % 2 == 1 ? lease : other;
        ASSERT_EQ(save(writer, number), DraftStatus::Ok);
    }
    for (int number = 1; number <= 6; ++number) EXPECT_TRUE(holds(store, number)) << number;
    EXPECT_EQ(number_of(reopened(store).declaration), 6) << "of the one that took over last";
}

}  // namespace
}  // namespace shenbao::drafts
