#include "core/formats/matching/match_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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

ExpectedRow expected_row(size_t cells) {
    ExpectedRow row;
    for (size_t i = 0; i < cells; ++i)
        row.cells.emplace_back().words = LabelPattern("第" + std::to_string(i));
    return row;
}

// The same words, from the first cell on.
double score(size_t expected, size_t seen) {
    std::vector<GridCell> cells(seen);
    SeenRow row;
    for (size_t i = 0; i < seen; ++i) {
        cells[i].text = "第" + std::to_string(i);
        row.emplace_back(cells[i]);
    }
    return row_score(expected_row(expected), row, false);
}

TEST(MatchRows, AllowsForSomeCellsTooManyOrTooFewOfRowsThatAFormMayHave) {
    EXPECT_GT(score(7, 7), 0);
    EXPECT_GT(score(7, 9), 0);
    EXPECT_GT(score(9, 7), 0);
    EXPECT_GT(score(40, 40), 0);
    EXPECT_GT(score(40, 35), 0);
    EXPECT_GT(score(35, 40), 0);
    for (const auto& [expected, seen] :
         {std::pair(7, 13), std::pair(13, 7), std::pair(40, 34), std::pair(40, 41), std::pair(41, 40),
          std::pair(41, 41), std::pair(42, 45), std::pair(0, 1), std::pair(7, 100'000)})
        EXPECT_EQ(score(static_cast<size_t>(expected), static_cast<size_t>(seen)), kImpossible)
            << expected << ", " << seen;
}

// Each row of one side is tried with each of the other: what that may cost is bounded.
TEST(MatchRows, GivesUpWhereThereAreTooManyPairsForAnyForm) {
    EXPECT_EQ(pairs(2001, 2000), 0U);
    EXPECT_EQ(pairs(110, 40'000), 0U);
    EXPECT_EQ(pairs(40'000, 110), 0U);
}

}  // namespace
}  // namespace shenbao
