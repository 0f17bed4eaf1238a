// Keys, sections, zoom and panels.
#include <gtest/gtest.h>

#include <set>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::RegionId;

class Navigation : public ::testing::Test {
  protected:
    Navigation() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    const app::Region& region(RegionId id) { return page.semantics().regions[static_cast<int>(id)]; }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(Navigation, EnterGoesDownAColumnAndBack) {
    page.focus("cell:income.fiscal.current");
    EXPECT_TRUE(page.press("Enter", true));
    EXPECT_EQ(page.focused(), "cell:income.special_account.current");
    EXPECT_TRUE(page.press("Shift+Enter", true));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
}

TEST_F(Navigation, EnterPassesComputedCells) {
    page.focus("cell:income.unit.current");
    page.press("Enter");
    EXPECT_EQ(page.focused(), "cell:expenditure.personnel.current");
}

TEST_F(Navigation, EnterGoesThroughTheHeadInTheOrderInWhichItIsRead) {
    page.focus("cell:person");
    EXPECT_TRUE(page.press("Enter", true));
    EXPECT_EQ(page.focused(), "cell:phone");
    EXPECT_TRUE(page.press("Enter"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    page.focus("cell:phone").press("Shift+Enter");
    EXPECT_EQ(page.focused(), "cell:person");
    page.press("Shift+Enter"), page.press("Shift+Enter"), page.press("Shift+Enter");
    EXPECT_EQ(page.focused(), "cell:date");
    EXPECT_TRUE(page.press("Shift+Enter")) << "there is nothing before it";
    EXPECT_EQ(page.focused(), "cell:date");
}

TEST_F(Navigation, EnterBreaksTheLineInLongTextAndControlEnterLeaves) {
    page.focus("cell:duties");
    EXPECT_FALSE(page.press("Enter", true));
    EXPECT_EQ(page.focused(), "cell:duties");
    EXPECT_TRUE(page.press("Control+Enter", true));
    EXPECT_EQ(page.focused(), "cell:tasks");
}

TEST_F(Navigation, ArrowsMoveBetweenCellsUnlessTheCaretNeedsThem) {
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(page.press("ArrowRight", true));
    EXPECT_TRUE(page.press("ArrowDown"));
    EXPECT_EQ(page.focused(), "cell:income.special_account.current");
    EXPECT_TRUE(page.press("ArrowUp"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    EXPECT_TRUE(page.press("ArrowRight"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.before_last");
    EXPECT_TRUE(page.press("ArrowLeft"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
}

TEST_F(Navigation, AnOpenListKeepsItsArrowsAClosedOneIsPassed) {
    page.focus("cell:longterm.public_funds_control.basis");
    EXPECT_FALSE(page.press("ArrowDown", true));
    EXPECT_EQ(page.focused(), "cell:longterm.public_funds_control.basis");
    EXPECT_TRUE(page.press("ArrowDown"));
    EXPECT_NE(page.focused(), "cell:longterm.public_funds_control.basis");
}

TEST_F(Navigation, ASectionIsBroughtToTheTop) {
    page.click("section:longterm");
    const float top = region(RegionId::Paper).scroll_y;
    EXPECT_GT(top, 500);
    EXPECT_TRUE(page.node("section:longterm").current);
    EXPECT_NEAR(page.node("cell:longterm.public_funds_control.target").rect.y, top, 200);
}

TEST_F(Navigation, ZoomScalesThePaperAndFitsTheWidth) {
    page.click("button:zoom-reset");
    const float width = page.node("cell:duties").rect.width;
    EXPECT_EQ(page.node("cell:duties").style.size, 14);
    page.press("Control++");
    EXPECT_NEAR(page.node("cell:duties").rect.width, width * 1.1F, 3);
    page.workbench().wheel_zoom(100, 600, 400);
    EXPECT_EQ(page.node("button:zoom-reset").name, "显示比例 300%，恢复原大小");
    page.click("button:fit-width");
    EXPECT_EQ(page.node("button:fit-width").pressed, 1);
    EXPECT_LE(region(RegionId::Paper).content_width, region(RegionId::Paper).rect.width);
}

TEST_F(Navigation, FittingTheWidthKeepsTheMiddleWhereItIs) {
    const auto middle = [&] {
        const app::Region& paper = region(RegionId::Paper);
        const float at = paper.scroll_y + paper.rect.height / 2;
        std::string nearest;
        float best = 1e9F;
        for (const app::Node& node : page.semantics().nodes) {
            if (node.region != RegionId::Paper || !node.id.starts_with("cell:longterm.")) continue;
            const float distance = std::abs(node.rect.y + node.rect.height / 2 - at);
            if (distance < best) best = distance, nearest = node.id.substr(0, node.id.rfind('.'));
        }
        return nearest;
    };
    page.click("section:longterm");
    page.workbench().wheel_zoom(2.5F, 600, 400);
    page.workbench().scrolled(RegionId::Paper, 0, region(RegionId::Paper).scroll_y + 600);
    page.settle();
    const std::string before = middle();
    page.click("button:fit-width");
    EXPECT_EQ(middle(), before);
    page.click("button:fit-width");
    EXPECT_EQ(middle(), before) << "back to the zoom that the window chooses";
}

TEST_F(Navigation, TheZoomThatFitsTheWidthIsSaidInTheSameFrame) {
    page.workbench().wheel_zoom(2, 600, 400);
    page.settle();
    page.workbench().scrolled(RegionId::Paper, 0, 0);
    page.settle();
    const std::string before = page.node("button:zoom-reset").name;
    page.workbench().activated("button:fit-width");
    platform_log().frame_requested = false;
    page.draw();
    platform_log().frame_requested = false;
    EXPECT_NE(page.node("button:zoom-reset").name, before);
}

TEST_F(Navigation, AZoomThatChangesNothingDoesNotMoveThePaperLater) {
    page.click("button:zoom-reset");
    page.press("Control+0");
    page.workbench().scrolled(RegionId::Paper, 0, 900);
    page.settle();
    page.type("cell:person", "张三");
    EXPECT_EQ(region(RegionId::Paper).scroll_y, 900);
}

TEST_F(Navigation, AKeyBeforeTheFrameThatShowsOtherRowsGoesWhereItGoesAfterIt) {
    const std::string cell = "cell:annual.technology_open.target";
    for (const std::string_view key : {"ArrowDown", "ArrowUp", "Enter", "Shift+Enter", "ArrowLeft"}) {
        page.focus(cell);
        page.press(key);
        const std::string expected = page.focused();
        ASSERT_NE(expected, cell);
        page.click("remove:annual.cost_open").focus(cell);
        // The layout is still that without the row.
        page.workbench().key("Control+Z");
        EXPECT_TRUE(page.workbench().key(key));
        EXPECT_FALSE(page.workbench().select_to(400, 400));
        page.settle();
        EXPECT_EQ(page.focused(), expected) << key;
    }
}

TEST_F(Navigation, AKeyRightAfterALetterIsNotLost) {
    page.focus("cell:income.fiscal.current");
    page.workbench().typed("cell:income.fiscal.current", "12");
    EXPECT_TRUE(page.workbench().key("Enter", {.in_text = true}));
    EXPECT_EQ(platform_log().focused, "cell:income.special_account.current");
    page.settle();
    page.workbench().typed("cell:income.special_account.current", "3");
    EXPECT_TRUE(page.workbench().key("PageDown"));
    EXPECT_TRUE(platform_log().focused.starts_with("cell:")) << platform_log().focused;
}

TEST_F(Navigation, EveryWindowHasRoomForThePaper) {
    for (const auto& [width, height] :
         {std::pair{1024, 700}, {1280, 720}, {1366, 768}, {1920, 1080}, {800, 600}}) {
        page.workbench().resize(static_cast<float>(width), static_cast<float>(height));
        const app::Region& paper = region(RegionId::Paper);
        EXPECT_GE(paper.rect.width, 600) << width;
        EXPECT_LE(paper.content_width, paper.rect.width) << width;
        for (const app::Node& node : page.semantics().nodes) {
            if (node.region != RegionId::Toolbar) continue;
            EXPECT_GE(node.rect.x, 0) << node.id;
            EXPECT_LE(node.rect.x + node.rect.width, static_cast<float>(width)) << node.id;
        }
    }
}

TEST_F(Navigation, SidePanelsOpenAndClose) {
    page.click("button:findings");
    EXPECT_FALSE(region(RegionId::Findings).visible);
    EXPECT_FALSE(page.has("filter:all"));
    page.click("button:findings");
    EXPECT_TRUE(page.has("filter:all"));
}

TEST_F(Navigation, NothingChangesWithoutAnEvent) {
    page.settle();
    EXPECT_EQ(page.settle(), 0);
    const unsigned long revision = page.semantics().revision;
    platform_log().frame_requested = true;
    EXPECT_EQ(page.settle(), 1);
    EXPECT_EQ(page.semantics().revision, revision);
}

TEST_F(Navigation, IdsAreUniqueAndParentsStandBefore) {
    std::set<std::string> ids;
    for (const app::Node& node : page.semantics().nodes) {
        EXPECT_TRUE(ids.insert(node.id).second) << node.id;
        EXPECT_TRUE(node.parent.empty() || ids.contains(node.parent)) << node.id;
        EXPECT_FALSE(node.role == app::Role::Button && node.name.empty()) << node.id;
    }
}

}  // namespace
}  // namespace shenbao::testing
