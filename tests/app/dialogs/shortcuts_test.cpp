// The sheet of shortcuts, and the keys that go round the window.
#include <gtest/gtest.h>

#include "app/commands/shortcut_sheet.h"
#include "app/shell/command_table.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::RegionId;

class Keyboard : public ::testing::Test {
  protected:
    Keyboard() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    RegionId focused_region() { return page.node(page.focused()).region; }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(Keyboard, F1ShowsEveryShortcutAndGoesBackToTheCell) {
    page.focus("cell:person");
    EXPECT_TRUE(page.press("F1"));
    EXPECT_EQ(page.focused(), "keys:close");
    size_t lines = 0;
    for (const app::Node& node : page.semantics().nodes) lines += node.id.starts_with("keys:") ? 1 : 0;
    // And title and close.
    constexpr app::ShortcutGroup kGroups[] = {app::ShortcutGroup::Filling, app::ShortcutGroup::Moving,
                                              app::ShortcutGroup::Tables, app::ShortcutGroup::Checking,
                                              app::ShortcutGroup::Files};
    EXPECT_EQ(lines, app::shortcut_lines(app::command_table(), kGroups).size() + 2);
    EXPECT_TRUE(page.press("F1"));
    EXPECT_FALSE(page.has("keys:title"));
    EXPECT_EQ(page.focused(), "cell:person");
}

TEST_F(Keyboard, TheHelpNamesTheKeysOfTheTable) {
    page.press("F1");
    EXPECT_NE(page.value("guide:1").find("按 F7 检查"), std::string::npos) << page.value("guide:1");
    EXPECT_NE(page.value("guide:1").find("F8 到下一处"), std::string::npos);
    EXPECT_EQ(page.value("guide:mark0"), "必填，还没有填");
    EXPECT_NE(page.value("guide:3").find("被退回"), std::string::npos);
}

TEST_F(Keyboard, TheSheetIsOpenedByItsButtonAndClosedByEscape) {
    page.blur().click("button:shortcuts");
    EXPECT_TRUE(page.has("keys:title"));
    EXPECT_TRUE(page.press("Escape"));
    EXPECT_FALSE(page.has("keys:title"));
    EXPECT_EQ(page.focused(), "button:shortcuts");
}

TEST_F(Keyboard, F6GoesRoundTheWindowAndBackToTheCell) {
    page.focus("cell:person");
    const RegionId round[] = {RegionId::Filters, RegionId::Findings, RegionId::Toolbar, RegionId::Sections};
    for (const RegionId region : round) {
        EXPECT_TRUE(page.press("F6"));
        EXPECT_EQ(focused_region(), region);
    }
    EXPECT_TRUE(page.press("F6"));
    EXPECT_EQ(page.focused(), "cell:person");
    page.press("Shift+F6");
    EXPECT_EQ(focused_region(), RegionId::Sections);
}

TEST_F(Keyboard, F6BeginsInThePaperWhereNothingHasTheKeyboard) {
    page.blur();
    page.press("F6");
    EXPECT_EQ(focused_region(), RegionId::Paper);
}

TEST_F(Keyboard, F6PassesOverPanelsThatAreClosed) {
    page.click("button:findings");
    page.focus("cell:person");
    page.press("F6");
    EXPECT_EQ(focused_region(), RegionId::Toolbar);
}

}  // namespace
}  // namespace shenbao::testing
