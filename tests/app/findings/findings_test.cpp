// The panel of findings. Known truths: docs/domain.md's table for the seed.
#include <gtest/gtest.h>

#include <algorithm>

#include <imgui.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

class FindingsPanel : public ::testing::Test {
  protected:
    FindingsPanel() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    std::vector<app::Node> findings() {
        std::vector<app::Node> nodes;
        for (const app::Node& node : page.all(Role::Link))
            if (node.id.starts_with("finding:")) nodes.push_back(node);
        return nodes;
    }
    // The first one whose id begins so, or whose text has this in it.
    std::string finding(std::string_view stem, std::string_view words) {
        for (const app::Node& node : findings())
            if (node.id.starts_with(stem) || node.name.find(words) != std::string::npos) return node.id;
        ADD_FAILURE() << "no finding is " << stem << " or says " << words;
        return {};
    }
    std::string explanation() {
        for (const app::Node& node : page.all(Role::MultilineTextBox))
            if (node.id.starts_with("explain:")) return node.id;
        ADD_FAILURE() << "nothing is to be explained";
        return {};
    }
    std::vector<std::string> levels() {
        std::vector<std::string> names;
        for (const app::Node& node : findings()) names.push_back(node.description);
        return names;
    }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(FindingsPanel, ListsEveryFindingByLevelAndCountsThem) {
    const std::vector<std::string> order = levels();
    ASSERT_FALSE(order.empty());
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end(), [](const std::string& a, const std::string& b) {
        const auto rank = [](const std::string& level) {
            return level == "错误" ? 0 : level == "需说明" ? 1 : 2;
        };
        return rank(a) < rank(b);
    }));
    EXPECT_EQ(page.node("filter:all").name, "全部 " + std::to_string(order.size()));
    EXPECT_EQ(page.node("filter:explain").name, "需说明 1");
}

TEST_F(FindingsPanel, FiltersByLevel) {
    page.click("filter:explain");
    EXPECT_EQ(levels(), std::vector<std::string>{"需说明"});
    EXPECT_EQ(page.node("filter:explain").pressed, 1);
    EXPECT_EQ(page.node("filter:all").pressed, 0);
    page.click("filter:all");
    EXPECT_GT(findings().size(), 10U);
}

TEST_F(FindingsPanel, AClickOpensTheCell) {
    const app::Node first = findings().front();
    page.click(first.id);
    EXPECT_TRUE(page.focused().starts_with("cell:longterm.cost_open")) << page.focused();
    EXPECT_TRUE(page.node(first.id).current);
}

TEST_F(FindingsPanel, F8GoesThroughThemInOrderAndAround) {
    const std::vector<app::Node> all = findings();
    EXPECT_TRUE(page.press("F8"));
    EXPECT_TRUE(page.node(all[0].id).current);
    page.press("F8");
    EXPECT_TRUE(page.node(all[1].id).current);
    EXPECT_EQ(page.semantics().announcement, all[1].name);
    page.press("Shift+F8");
    page.press("Shift+F8");
    EXPECT_TRUE(page.node(all.back().id).current);
}

TEST_F(FindingsPanel, F8GoesOnFromWhereOneWasMended) {
    for (int i = 0; i < 3; ++i) page.press("F8");
    const std::string mended = page.focused();
    ASSERT_TRUE(mended.starts_with("cell:")) << mended;
    page.type(mended, "口岸通关便利度");
    page.press("F8");
    std::string current;
    for (const app::Node& node : page.all(Role::Link))
        if (node.id.starts_with("finding:") && node.current) current = node.name;
    // What is third in the list now.
    EXPECT_EQ(current, findings()[2].name);
}

TEST_F(FindingsPanel, EscapeLeavesAnExplanationOfAComputedCell) {
    page.focus("cell:person");
    page.click(finding("finding:year_change", "收入合计"));
    page.focus(explanation()).press("Escape", true);
    EXPECT_EQ(page.focused(), "cell:person");
}

TEST_F(FindingsPanel, AListKeepsItsKeysWhileAComputedCellIsShown) {
    page.focus("cell:longterm.public_funds_control.basis");
    const app::Rect total = page.node("cell:income.total.current").rect;
    const app::Region& paper = page.semantics().regions[static_cast<int>(app::RegionId::Paper)];
    page.workbench().clicked(paper.rect.x + total.x - paper.scroll_x + 5,
                             paper.rect.y + total.y - paper.scroll_y + 5);
    page.settle();
    EXPECT_EQ(page.value("help:name"), "收入构成 合计 当年金额");
    ASSERT_EQ(page.focused(), "cell:longterm.public_funds_control.basis");
    EXPECT_TRUE(page.workbench().choose("jh"));
    page.settle();
    EXPECT_EQ(page.value("cell:longterm.public_funds_control.basis"), "计划标准");
}

TEST_F(FindingsPanel, AnExplanationIsStoredAndSettlesTheFinding) {
    const std::string explain = explanation();
    const std::string before = page.value("status:counts");
    page.type(explain, "新增口岸建设专项资金");
    EXPECT_EQ(page.value(explain), "新增口岸建设专项资金");
    EXPECT_NE(page.value("status:counts"), before);
    EXPECT_NE(page.value("status:counts").find("需说明 0"), std::string::npos);
    EXPECT_NE(page.state().find("新增口岸建设专项资金"), std::string::npos);
    page.blur().click("button:undo");
    EXPECT_EQ(page.value(explain), "");
}

TEST_F(FindingsPanel, AnExplanationIsAskedForAgainOnceItsFiguresChanged) {
    const std::string explain = explanation(), still = "still:" + explain.substr(8);
    page.type(explain, "新增口岸建设专项资金");
    EXPECT_FALSE(page.has(still));
    page.type("cell:income.fiscal.current", "9000");
    EXPECT_NE(page.value("status:counts").find("需说明 1"), std::string::npos);
    EXPECT_EQ(page.value(explain), "新增口岸建设专项资金") << "shown while it is asked for again";
    EXPECT_EQ(page.node(explain).description, "数据已变，请重新说明");
    page.click(still);
    EXPECT_NE(page.value("status:counts").find("需说明 0"), std::string::npos);
    EXPECT_FALSE(page.has(still));
    page.click("button:undo");
    EXPECT_TRUE(page.has(still)) << "confirming is a step like any other";
    page.type(explain, "新增口岸建设专项资金和债券");
    EXPECT_NE(page.value("status:counts").find("需说明 0"), std::string::npos);
}

TEST_F(FindingsPanel, EscapeLeavesAnExplanationForTheCellThatWasWorkedOn) {
    page.focus("cell:person");
    for (const app::Node& node : page.all(Role::MultilineTextBox)) {
        if (!node.id.starts_with("explain:")) continue;
        const std::string explain = node.id;
        page.focus(explain).press("Escape", true);
        EXPECT_EQ(page.focused(), "cell:person");
        return;
    }
    FAIL() << "no explanation is asked for";
}

TEST_F(FindingsPanel, ANameThatDiffersIsMendedWithOneButton) {
    page.type("cell:annual.core_output_1.title", "改了名").blur();
    std::string fix;
    for (const app::Node& node : page.all(Role::Button))
        if (node.id.starts_with("fix:")) fix = node.id;
    ASSERT_FALSE(fix.empty());
    EXPECT_EQ(page.node(fix).name, "一键对齐长期绩效指标和年度绩效指标");
    page.click(fix);
    page.click("align:apply");
    EXPECT_EQ(page.value("cell:longterm.core_output_1.title"), "改了名");
    EXPECT_FALSE(page.has(fix));
}

TEST_F(FindingsPanel, AdviceIsAdoptedWithOneButtonAndOneUndo) {
    const std::string cell = "cell:longterm.staff_control.target";
    const std::string fix = "mend:0:rate-needs-operator:longterm.staff_control.target";
    EXPECT_EQ(page.node(fix).name, "采用“≤95%”");
    page.click(fix);
    EXPECT_EQ(page.value(cell), "≤95%");
    EXPECT_EQ(page.value("cell:annual.staff_control.target"), "≤95%") << "said of both tables";
    EXPECT_FALSE(page.has(fix));
    page.click("button:undo");
    EXPECT_EQ(page.value(cell), "95%");
    EXPECT_TRUE(page.has(fix));
}

TEST_F(FindingsPanel, AllOfAKindAreMendedInOneStep) {
    const std::string all = "alike:0:rate-needs-operator:longterm.staff_control.target";
    EXPECT_EQ(page.node(all).name, "处理同类 5 处");
    page.click(all);
    EXPECT_EQ(page.value("cell:longterm.staff_control.target"), "≤95%") << "each by its own advice";
    EXPECT_EQ(page.value("cell:annual.client_satisfaction.target"), "≥98%");
    EXPECT_FALSE(page.has(all));
    page.click("button:undo");
    EXPECT_EQ(page.value("cell:longterm.staff_control.target"), "95%");
    EXPECT_EQ(page.value("cell:annual.client_satisfaction.target"), "98%");
}

TEST_F(FindingsPanel, ASlotGoesFromBothTablesOrDoesNotApply) {
    page.click("mend:1:open-slot:longterm.cost_open.title");
    EXPECT_FALSE(page.has("cell:longterm.cost_open.title"));
    EXPECT_FALSE(page.has("cell:annual.cost_open.title"));
    page.click("button:undo");
    EXPECT_TRUE(page.has("cell:annual.cost_open.title"));
    page.click("alike:1:open-slot:longterm.cost_open.title");
    EXPECT_FALSE(page.has("cell:annual.technology_open.title"));
    page.click("mend:0:open-slot:longterm.satisfaction_open.title");
    EXPECT_EQ(page.value("cell:annual.satisfaction_open.target"), "无");
    EXPECT_NE(page.value("status:counts").find("错误 0"), std::string::npos) << page.value("status:counts");
}

TEST_F(FindingsPanel, WhatIsRepairedOrClosedLeavesTheKeyboardToTheCell) {
    page.focus("cell:person").click("button:save");
    page.focus("close:saved").click("close:saved");
    EXPECT_EQ(page.focused(), "cell:person");
    page.type("cell:annual.core_output_1.title", "改了名").focus("cell:person");
    std::string fix;
    for (const app::Node& node : page.all(Role::Button))
        if (node.id.starts_with("fix:")) fix = node.id;
    ASSERT_FALSE(fix.empty());
    page.focus(fix).click(fix).click("align:apply");
    EXPECT_TRUE(page.focused().starts_with("cell:")) << page.focused();
}

TEST_F(FindingsPanel, CellsSayWhatIsWrongWithThem) {
    const app::Node& open = page.node("cell:longterm.cost_open.title");
    EXPECT_TRUE(open.invalid);
    EXPECT_TRUE(open.description.starts_with("错误：")) << open.description;
    EXPECT_FALSE(page.node("cell:person").invalid);
}

TEST_F(FindingsPanel, SectionsCountWhatIsFilledAndWhatIsWrong) {
    EXPECT_EQ(page.node("section:head").value, "已填 4/4");
    EXPECT_EQ(page.node("section:duties").value, "已填 1/1");
    EXPECT_NE(page.node("section:longterm").description.find("错误"), std::string::npos);
    EXPECT_EQ(page.node("section:duties").description.find("错误"), std::string::npos);
    page.type("cell:person", "");
    EXPECT_EQ(page.node("section:head").value, "已填 3/4");
}

TEST_F(FindingsPanel, AClickOnWhatIsToBeExplainedGivesTheKeyboardToItsBox) {
    page.focus("cell:person").click(finding("finding:income-change", "收入合计"));
    EXPECT_EQ(page.focused(), explanation());
    EXPECT_EQ(page.value("help:name"), "收入构成 合计 当年金额");
}

TEST_F(FindingsPanel, AllCountsAgreeOnceAnExplanationIsWritten) {
    page.type(explanation(), "新增口岸建设专项资金");
    EXPECT_EQ(page.node("filter:explain").name, "需说明 0");
    EXPECT_EQ(page.value("group:1"), "需说明 0，已说明 1");
    EXPECT_NE(page.value("status:counts").find("需说明 0"), std::string::npos);
}

TEST_F(FindingsPanel, AnotherFilterBeginsAtItsTop) {
    page.workbench().scrolled(app::RegionId::Findings, 0, 900);
    page.click("filter:hint");
    EXPECT_EQ(page.semantics().regions[static_cast<int>(app::RegionId::Findings)].scroll_y, 0);
}

TEST_F(FindingsPanel, WhatIsOutOfSightComesToTheMiddle) {
    page.press("Shift+F8");
    page.workbench().scrolled(app::RegionId::Paper, 0, 0);
    page.settle();
    platform_log().scrolls.clear();
    page.click(findings().front().id);
    const app::Region& paper = page.semantics().regions[static_cast<int>(app::RegionId::Paper)];
    const app::Rect cell = page.node(page.focused()).rect;
    EXPECT_NEAR(cell.y + cell.height / 2 - paper.scroll_y, paper.rect.height / 2, 2);
}

TEST_F(FindingsPanel, AnErrorThatLeavingACellBringsStandsOutForAWhile) {
    page.press("Shift+F8");  // far down in the list
    page.focus("cell:income.fiscal.current").type("cell:income.fiscal.current", "1424万");
    page.focus("cell:income.fiscal.before_last");
    const std::string fresh = page.state().substr(page.state().find("\"fresh\""), 200);
    EXPECT_NE(fresh.find("amount-understood"), std::string::npos) << fresh;
    EXPECT_NE(fresh.find("income.fiscal.current"), std::string::npos) << fresh;
    const app::Region& list = page.semantics().regions[static_cast<int>(app::RegionId::Findings)];
    const app::Rect card = page.node(finding("finding:amount-understood", "1424万")).rect;
    EXPECT_GE(card.y, list.scroll_y);
    EXPECT_LE(card.y + card.height, list.scroll_y + list.rect.height);
    page.workbench().woken();
    const std::string after = page.state().substr(page.state().find("\"fresh\""), 60);
    EXPECT_EQ(after.find("income.fiscal"), std::string::npos) << after;
}

TEST_F(FindingsPanel, ACellUnderThePointerShowsWhatWasFoundAboutIt) {
    const auto drawn = [&](std::string_view id) {
        page.workbench().hovered(id);
        page.settle();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    page.blur();
    page.type("cell:phone", "abc").blur();
    page.workbench().woken();
    const int letters = 80;  // four corners each
    const int noted = drawn("cell:phone"), plain = drawn("cell:person");
    EXPECT_GT(noted, plain + letters);
    drawn("");
    page.focus("cell:phone");
    EXPECT_GT(drawn(""), plain + letters) << "also beside the cell that has the keyboard";
}

TEST_F(FindingsPanel, ATotalSaysWhatItIsMadeOf) {
    page.click(finding("finding:income-change", "收入合计"));
    EXPECT_TRUE(page.value("help:sum").starts_with("合计 = 1424")) << page.value("help:sum");
}

TEST_F(FindingsPanel, ALabelTellsOfTheCellThatItNames) {
    const app::Region& paper = page.semantics().regions[static_cast<int>(app::RegionId::Paper)];
    page.workbench().scrolled(app::RegionId::Paper, 0, 0);
    page.settle();
    const app::Rect phone = page.node("cell:phone").rect;
    page.workbench().clicked(paper.rect.x + phone.x - 6, paper.rect.y + phone.y + phone.height / 2);
    page.settle();
    EXPECT_NE(page.value("help:name").find("联系电话"), std::string::npos) << page.value("help:name");
}

TEST_F(FindingsPanel, HelpFollowsTheActiveCell) {
    page.focus("cell:longterm.public_funds_control.target");
    EXPECT_EQ(page.value("help:name"), "长期绩效指标 公用经费控制率 指标值");
    EXPECT_NE(page.value("help:formula").find("预算安排公用经费"), std::string::npos);
    EXPECT_TRUE(page.has("help:越低越好"));
    page.focus("cell:phone");
    EXPECT_NE(page.value("help:note").find("手机号"), std::string::npos);
}

}  // namespace
}  // namespace shenbao::testing
