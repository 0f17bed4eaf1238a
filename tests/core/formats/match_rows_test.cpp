#include "core/formats/match_rows.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

size_t pairs(size_t expected, size_t seen) {
    return match_rows(std::vector<ExpectedRow>(expected), std::vector<SeenRow>(seen)).size();
}

TEST(MatchRows, PairsOrLeavesAloneEveryRowOfBothSides) {
    EXPECT_EQ(pairs(0, 0), 0U);
    EXPECT_EQ(pairs(3, 0), 3U);
    EXPECT_EQ(pairs(0, 3), 3U);
    EXPECT_EQ(pairs(110, 2000), 2110U) << "a form with many rows between its own";
}

// Each row of one side is tried with each of the other: what that may cost is bounded.
TEST(MatchRows, GivesUpWhereThereAreTooManyPairsForAnyForm) {
    EXPECT_EQ(pairs(2001, 2000), 0U);
    EXPECT_EQ(pairs(110, 40'000), 0U);
    EXPECT_EQ(pairs(40'000, 110), 0U);
}

}  // namespace
}  // namespace shenbao
