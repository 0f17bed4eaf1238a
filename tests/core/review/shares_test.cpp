// Totals and shares against Python's decimal; shares.txt comes from make_shares.py.
#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

TEST(Shares, AreThoseOfPythonsDecimal) {
    std::istringstream lines(read_fixture("tests/core/review/shares.txt"));
    std::string first, second, first_share, second_share, total;
    int cases = 0;
    while (lines >> first >> second >> first_share >> second_share >> total) {
        auto review = Review::of_blank();
        review.answer("expenditure.personnel.current", first).answer("expenditure.operation.current", second);
        EXPECT_EQ(review.text("expenditure.personnel.share"), first_share) << first << " of " << total;
        EXPECT_EQ(review.text("expenditure.operation.share"), second_share) << second << " of " << total;
        EXPECT_EQ(review.text("expenditure.total.current"), total);
        ++cases;
    }
    EXPECT_EQ(cases, 100);
}

}  // namespace
}  // namespace shenbao
