// A page that is still open when another day begins: with the first save of it everything is of that day.
#include <gtest/gtest.h>

#include <utility>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

// From July on the budget is next year's.
constexpr CalendarDay kLastOfJune{2026, 6, 30}, kFirstOfJuly{2026, 7, 1};

class Midnight : public ::testing::Test {
  protected:
    // Typed and saved, as on that day.
    void work(CalendarDay day, std::string_view person) {
        platform_log().now.day = day;
        page.type("cell:person", person).blur();
        page.workbench().save_now();
        page.settle();
    }
    bool finds(std::string_view words) {
        for (const app::Node& node : page.all(Role::Link))
            if (node.id.starts_with("finding:") && node.name.find(words) != std::string::npos) return true;
        return false;
    }
    // The years printed over the columns of money.
    std::vector<std::string> years() {
        std::vector<std::string> found;
        for (const app::Node& node : page.all(Role::ColumnHeader))
            if (node.parent.starts_with("row:income.") && node.value.starts_with("20"))
                found.push_back(node.value);
        return found;
    }
    std::vector<std::string> findings() {
        std::vector<std::string> ids;
        for (const app::Node& node : page.all(Role::Link))
            if (node.id.starts_with("finding:")) ids.push_back(node.id);
        return ids;
    }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(Midnight, TheYearsOfThePaperAndOfFindingsAreThoseOfTheNewDay) {
    page.type("cell:income.fiscal.last", "10");
    work(kLastOfJune, "甲");
    EXPECT_TRUE(finds("相差 10.00（2025年）"));
    EXPECT_EQ(years(), (std::vector<std::string>{"2024年", "2025年"}));
    work(kFirstOfJuly, "乙");
    EXPECT_TRUE(finds("相差 10.00（2026年）"));
    EXPECT_FALSE(finds("相差 10.00（2025年）"));
    EXPECT_EQ(years(), (std::vector<std::string>{"2025年", "2026年"}));
    EXPECT_NE(page.state().find("\"year\": 2027"), std::string::npos);
}

TEST_F(Midnight, FindingsThatAreNoMoreAreNotListedAndThoseThatStayKeepTheirNames) {
    // Without a date of its own, and with an end year that is right from July on.
    std::string text = seed_text();
    for (const auto& [from, to] :
         {std::pair("2025年12 月31日", ""), std::pair("（截止28年）", "（截止29年）")}) {
        const size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, std::string_view(from).size(), to);
    }
    platform_log().now.day = kLastOfJune;
    page.workbench().file_opened("seed.txt", text);
    work(kLastOfJune, "甲");
    std::vector<std::string> before = findings();
    EXPECT_TRUE(finds("长期目标写的是截止 2029 年"));
    work(kFirstOfJuly, "乙");
    EXPECT_FALSE(finds("长期目标写的是截止 2029 年"));
    std::erase(before, "finding:long-term-end:longterm_goal");
    EXPECT_EQ(findings(), before);
}

TEST_F(Midnight, WithinOneDayASaveChangesNothingThatIsSeen) {
    page.type("cell:income.fiscal.last", "10");
    work(kFirstOfJuly, "甲");
    const std::vector<std::string> before = findings();
    const unsigned long revision = page.semantics().revision;
    page.workbench().save_now();
    EXPECT_EQ(page.settle(), 0) << "no frame is drawn for nothing";
    EXPECT_EQ(page.semantics().revision, revision);
    EXPECT_EQ(findings(), before);
}

}  // namespace
}  // namespace shenbao::testing
