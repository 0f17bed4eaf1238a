// Random sessions that end in a crash: windows that open, type, save, take over, close and die in the middle
// of anything, one after the other and beside each other, over one store. After each crash the draft opens
// with what was saved last or was being saved, and nothing is broken.
//
// SHENBAO_CRASHES=10000 build/native/bin/drafts_random_test
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>

#include "core/drafts/draft_library.h"
#include "tests/core/drafts/draft_scenario.h"

namespace shenbao::drafts {
namespace {

int crashes_wanted() {
    const char* asked = std::getenv("SHENBAO_CRASHES");
    return asked == nullptr ? 600 : std::atoi(asked);
}

struct Life {
    Fault fault;
    int at;       // operation at which it happens
    int saves;    // that are tried
    int seconds;  // between them
    bool polite;  // releases its lease, should it live to the end
};

Life random_life() {
    return {*rc::gen::element(Fault::Crash, Fault::Tear, Fault::Tear), *rc::gen::inRange(0, 70),
            *rc::gen::inRange(1, 9), *rc::gen::element(0, 1, 30, 700, 4000), *rc::gen::arbitrary<bool>()};
}

TEST(DraftSessions, OpenWithTheLastOrLastButOneStateAfterEveryRandomCrash) {
    int crashes = 0, lives = 0;
    const bool good = rc::check([&] {
        // Some lives that follow each other over one store; the last state of one is where the next begins.
        FaultyStore store;
        long long now = 1'767'200'400'000;
        int tried = 0, saved = 0;
        for (const int life_number : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) {
            const Life life = random_life();
            DraftSession drafts = session(store, "life" + std::to_string(life_number));
            store.arm(life.fault, life.at);
            const OpenedDraft opened = drafts.open();
            if (!store.dead) drafts.take(now);
            for (int i = 0; i < life.saves && !store.dead; ++i) {
                now += life.seconds * 1000LL;
                if (drafts.save(version(++tried), {}, now) == DraftStatus::Ok) saved = tried;
            }
            if (!store.dead && life.polite) drafts.release();
            crashes += store.dead;
            ++lives;
            store.disarm();
            const OpenedDraft found = session(store, "judge").open();
            RC_ASSERT(found.status == DraftStatus::Ok || (saved == 0 && found.status != DraftStatus::Newer));
            if (found.status != DraftStatus::Ok) continue;
            const int number = number_of(found.declaration);
            RC_ASSERT(number >= saved && number <= tried);
            // What was being saved when the machine died may be there; from now on it counts as saved.
            saved = number;
        }
        // Every version that is listed can be read.
        DraftSession last = session(store, "last");
        last.open();
        for (const DraftVersion& one : last.versions()) {
            const OpenedDraft version_read = last.read_version(one.id);
            if (version_read.status == DraftStatus::Ok) RC_ASSERT(number_of(version_read.declaration) > 0);
        }
        RC_ASSERT(DraftLibrary(store, official_form(), "judge").list().status == DraftStatus::Ok);
        if (crashes < crashes_wanted()) RC_TAG("counts");
    });
    EXPECT_TRUE(good);
    RecordProperty("crashes", crashes);
    std::printf("%d crashes in %d lives\n", crashes, lives);
    EXPECT_GE(crashes, crashes_wanted());
}

}  // namespace

}  // namespace shenbao::drafts

int main(int argc, char** argv) {
    // About seven of ten lives end in a crash.
    setenv("RC_PARAMS", ("max_success=" + std::to_string(shenbao::drafts::crashes_wanted() / 4 + 30)).c_str(),
           0);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
