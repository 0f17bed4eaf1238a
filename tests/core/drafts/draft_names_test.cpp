// The names of records: keys of the store, and of files that come from outside.
#include "core/drafts/draft_names.h"

#include <gtest/gtest.h>

namespace shenbao::drafts {
namespace {

TEST(DraftNames, AreReadAsTheyAreWritten) {
    const VersionId id{3, 14, "window1"}, base{2, 9, "b"};
    for (const StoredRecord& record :
         {StoredRecord{id, 1'767'190'000'000, 4711, true, {}}, StoredRecord{id, 0, 0, false, base}}) {
        StoredRecord read;
        ASSERT_TRUE(parse_record_name(record_name(record), read)) << record_name(record);
        EXPECT_EQ(read, record);
    }
    EXPECT_EQ(record_name({id, 5, 6, true, {}}), "r/3.14.5.6.window1");
    EXPECT_EQ(record_name({id, 5, 6, false, base}), "h/3.14.5.6.window1~2.9.b");
}

TEST(DraftNames, OfOtherThingsAreNone) {
    StoredRecord record;
    for (const char* name :
         {"", "r", "r/", "r/1", "info", "lease", "aside/1", "../r/1.2.3.4.w", "x/1.2.3.4.w", "R/1.2.3.4.w",
          "r/1.2.3.w", "r/1.2.3.4.", "r/1.2.3.4", "r/1..3.4.w", "r/-1.2.3.4.w", "r/1.2.3.4.a/b",
          "r/1.2.3.4.a.b", "r/1.2.3.4.w ", "r/1.2.3.4.abcdefghijklmnopq", "r/1234567890123456789.2.3.4.w",
          // A whole record with a base, changes without one or with half of it.
          "r/1.2.3.4.w~1.1.w", "h/1.2.3.4.w", "h/1.2.3.4.w~", "h/1.2.3.4.w~1.w", "h/1.2.3.4.w~1.1.",
          "h/1.2.3.4.w~1.1.a/b", "h/1.2.3.4.~1.1.w"})
        EXPECT_FALSE(parse_record_name(name, record)) << name;
    EXPECT_TRUE(parse_record_name("r/123456789012345678.2.3.4.abcdefghijklmnop", record));
}

TEST(DraftNames, OfOwnersAreLettersAndDigits) {
    EXPECT_EQ(owner_name("window-1/../2"), "window12");
    EXPECT_EQ(owner_name("abcdefghijklmnopqrstuvwxyz"), "abcdefghijklmnop");
    EXPECT_EQ(owner_name("窗口"), "0");
    EXPECT_EQ(owner_name(""), "0");
}

TEST(DraftNames, NumbersAreReadAsFarAsTheyFit) {
    EXPECT_EQ(leading_number("42.5"), 42U);
    EXPECT_EQ(leading_number("x42"), 0U);
    EXPECT_EQ(leading_number("-1"), 0U);
    EXPECT_EQ(leading_number("99999999999999999999"), 999'999'999'999'999'999U);
}

}  // namespace
}  // namespace shenbao::drafts
