#include "core/form/sort_by.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace shenbao {
namespace {

struct Card {
    int key = 0;
    std::string name;
    bool operator==(const Card&) const = default;
};

TEST(SortBy, GivesTheOrderOfTheStandardStableSort) {
    std::mt19937 random(7);
    for (size_t size : {0u, 1u, 2u, 40u, 1000u}) {
        std::vector<Card> cards;
        for (size_t i = 0; i < size; ++i)
            cards.push_back(
                {static_cast<int>(random() % 20) - 10, std::to_string(i) + " of many that are long enough"});
        std::vector<Card> expected = cards;
        std::stable_sort(expected.begin(), expected.end(),
                         [](const Card& a, const Card& b) { return a.key < b.key; });
        sort_by(cards, [](const Card& card) { return card.key; });
        EXPECT_EQ(cards, expected) << size;
    }
}

TEST(SortBy, LeavesWhatStandsBeforeTheFirst) {
    std::vector<int> numbers = {9, 8, 3, -2, 5};
    sort_by(
        numbers, [](int number) { return number; }, 2);
    EXPECT_EQ(numbers, (std::vector<int>{9, 8, -2, 3, 5}));
}

}  // namespace
}  // namespace shenbao
