#include "core/form/id_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace shenbao {
namespace {

struct Thing {
    std::string id;
    int number = 0;
    bool operator==(const Thing&) const = default;
};
using Things = IdList<Thing>;

// So many that they are not looked at one by one.
Things twenty() {
    Things things;
    for (int i = 0; i < 20; ++i) things.push_back({"thing-" + std::to_string(i), i});
    return things;
}

size_t looked_for(const Things& things, const std::string& id) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; });
    return static_cast<size_t>(found - things.begin());
}

TEST(IdList, FindsEachAndNothingElse) {
    const Things few{{"a", 1}, {"b", 2}};
    EXPECT_EQ(few.find("b")->number, 2);
    EXPECT_EQ(few.find("c"), nullptr);
    EXPECT_EQ(Things().find(""), nullptr);
    const Things many = twenty();
    for (size_t i = 0; i < many.size(); ++i) EXPECT_EQ(many.place_of(many[i].id), i);
    for (const char* other : {"", "thing-", "thing-20", "thing-1 ", "zebra"}) {
        EXPECT_EQ(many.find(other), nullptr) << other;
        EXPECT_EQ(many.place_of(other), many.size()) << other;
    }
}

TEST(IdList, FindsTheFirstOfSeveralWithTheSameId) {
    Things things = twenty();
    things.push_back({"thing-7", 100});
    EXPECT_EQ(things.find("thing-7")->number, 7);
    things.insert(things.begin(), {"thing-7", 200});
    EXPECT_EQ(things.find("thing-7")->number, 200);
    EXPECT_EQ(things.take(0).number, 200);
    EXPECT_EQ(things.find("thing-7")->number, 7);
    things.take(7);
    EXPECT_EQ(things.find("thing-7")->number, 100);
}

TEST(IdList, StillFindsEachWhileTheyComeGoAndMove) {
    std::mt19937 random(1);
    const auto pick = [&](size_t count) { return static_cast<size_t>(random() % count); };
    Things things = twenty();
    for (int step = 0; step < 2000; ++step) {
        const auto at = [&](size_t place) { return things.begin() + static_cast<std::ptrdiff_t>(place); };
        const size_t deed = things.empty() ? 0 : pick(4);
        if (deed <= 1)
            things.insert(at(pick(things.size() + 1)), {"thing-" + std::to_string(pick(30)), step});
        if (deed == 2) things.take(pick(things.size()));
        if (deed == 3) {
            Thing moved = things.take(pick(things.size()));
            things.insert(at(pick(things.size() + 1)), std::move(moved));
        }
        if (things.size() > 40) things.clear();
        const std::string id = "thing-" + std::to_string(pick(31));
        ASSERT_EQ(things.place_of(id), looked_for(things, id)) << id << " after step " << step;
    }
}

TEST(IdList, IsCopiedWithWhatItKnows) {
    Things first = twenty();
    EXPECT_EQ(first.place_of("thing-3"), 3U);
    Things second = first;
    EXPECT_EQ(first, second);
    first.take(0);
    EXPECT_EQ(first.place_of("thing-3"), 2U);
    EXPECT_EQ(second.place_of("thing-3"), 3U);
    EXPECT_FALSE(first == second);
}

}  // namespace
}  // namespace shenbao
