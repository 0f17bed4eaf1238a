// The long-term and the annual indicators, which are filled once.
#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

class LinkedTables : public ::testing::Test {
  protected:
    LinkedTables() { page.settle(); }
    std::string value(std::string_view path) { return page.value("cell:" + std::string(path)); }
    void type(std::string_view path, std::string_view text) {
        page.type("cell:" + std::string(path), text).blur();
    }
    // Findings whose message begins or ends so.
    std::vector<std::string> findings(std::string_view part) {
        std::vector<std::string> found;
        for (const app::Node& node : page.all(Role::Link))
            if (node.name.find(part) != std::string::npos) found.push_back(node.id.substr(node.id.find(':')));
        return found;
    }
    std::string said() {
        std::string all;
        for (const app::Node& node : page.semantics().nodes)
            if (node.region == app::RegionId::Dialog)
                all += (node.value.empty() ? node.name : node.value) + "\n";
        return all;
    }
    bool says(std::string_view words) { return said().find(words) != std::string::npos; }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(LinkedTables, AreNamedOnceAndTakenBackOnce) {
    EXPECT_EQ(findings("核心业务产出1”的三级指标名称未填").size(), 1U);
    type("longterm.core_output_1.title", "招商引资项目数");
    EXPECT_EQ(value("annual.core_output_1.title"), "招商引资项目数");
    EXPECT_EQ(findings("核心业务产出1").size(), 0U);
    page.click("button:undo");
    EXPECT_EQ(value("annual.core_output_1.title"), "");
    EXPECT_EQ(value("longterm.core_output_1.title"), "");
}

TEST_F(LinkedTables, GetAndLoseRowsTogether) {
    page.click("add:longterm.cost_open");
    EXPECT_TRUE(page.has("cell:annual.cost_open-2.title"));
    page.click("remove:annual.cost_open-2");
    EXPECT_FALSE(page.has("cell:longterm.cost_open-2.title"));
    page.click("button:undo").click("button:undo");
    EXPECT_FALSE(page.has("cell:annual.cost_open-2.title"));
}

TEST_F(LinkedTables, AreAskedAboutBeforeAnEntryIsLost) {
    type("longterm.technology_open.title", "系统上线率");
    type("annual.technology_open.target", "≥90%");
    page.click("remove:longterm.technology_open");
    EXPECT_TRUE(says("年度绩效指标的同一行填有以下内容"));
    EXPECT_TRUE(says("系统上线率 预期当年实现值：≥90% → （清空）"));
    page.click("remove:close");
    EXPECT_TRUE(page.has("cell:longterm.technology_open.title"));
    page.click("remove:longterm.technology_open").click("remove:apply:1");
    EXPECT_FALSE(page.has("cell:longterm.technology_open.title"));
    EXPECT_EQ(value("annual.technology_open.target"), "≥90%");
    page.click("button:undo");
    page.click("remove:longterm.technology_open").click("remove:apply");
    EXPECT_FALSE(page.has("cell:annual.technology_open.title"));
    EXPECT_EQ(page.node("button:undo").name, "撤销：删除 科技支撑 系统上线率");
    page.click("button:undo");
    EXPECT_EQ(value("annual.technology_open.target"), "≥90%");
    EXPECT_EQ(value("longterm.technology_open.title"), "系统上线率");
}

TEST_F(LinkedTables, AreAlignedAfterAPreviewThatSaysItsDirection) {
    type("longterm.core_output_1.title", "旧名");
    type("annual.core_output_1.title", "中间的名");
    type("longterm.core_output_1.title", "新名");
    const auto found = findings("名称不一致");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(findings("核心业务产出1").size(), 0U) << "one cause, one finding";
    page.click("fix" + found[0]);
    EXPECT_TRUE(says("以长期绩效指标为准（刚修改过），改动年度绩效指标"));
    EXPECT_TRUE(says("中间的名 → 新名"));
    EXPECT_EQ(value("annual.core_output_1.title"), "中间的名");
    // The other direction is there for whoever wants it.
    page.click("align:apply:1");
    EXPECT_TRUE(says("以年度绩效指标为准，改动长期绩效指标"));
    EXPECT_TRUE(says("新名 → 中间的名"));
    page.click("align:close");
    page.click("fix" + found[0]).click("align:apply");
    EXPECT_EQ(value("annual.core_output_1.title"), "新名");
    EXPECT_EQ(value("longterm.core_output_1.title"), "新名");
    EXPECT_EQ(findings("名称不一致").size(), 0U);
    page.click("button:undo");
    EXPECT_EQ(value("annual.core_output_1.title"), "中间的名");
}

TEST_F(LinkedTables, DoNotGetBackASlotThatWasDeleted) {
    page.click("remove:longterm.cost_open");
    type("longterm.core_output_1.title", "旧名");
    type("annual.core_output_1.title", "新名");
    const auto found = findings("名称不一致");
    ASSERT_EQ(found.size(), 1U);
    page.click("fix" + found[0]).click("align:apply");
    EXPECT_EQ(value("longterm.core_output_1.title"), "新名");
    EXPECT_FALSE(page.has("cell:longterm.cost_open.title"));
    EXPECT_FALSE(page.has("cell:annual.cost_open.title"));
}

TEST_F(LinkedTables, FillTheAnnualOneFromTheLongTermOne) {
    for (const auto& [path, text] :
         {std::pair("longterm.carryover.target", "≤5%"), std::pair("longterm.carryover.basis", "历史标准"),
          std::pair("longterm.carryover.category", "基本型"),
          std::pair("longterm.budget_execution.target", "≥95%"),
          std::pair("longterm.budget_execution.basis", "计划标准"),
          std::pair("annual.budget_execution.target", "≥90%"),
          std::pair("longterm.staff_control.basis", "计划标准"),
          std::pair("annual.staff_control.target", "无")})
        type(path, text);
    page.focus("cell:annual.carryover.before_last");
    EXPECT_EQ(page.node("button:fill-from-peer").name, "年度绩效指标按长期绩效指标填入");
    page.click("button:fill-from-peer");
    EXPECT_TRUE(says("将填入 4 个空格；1 格已填写"));
    EXPECT_TRUE(says("结转结余率 预期当年实现值：（空） → ≤5%"));
    EXPECT_TRUE(says("预算执行率 预期当年实现值：≥90% → ≥95%"));
    page.click("fill:apply");
    EXPECT_EQ(value("annual.carryover.target"), "≤5%");
    EXPECT_EQ(value("annual.carryover.basis"), "历史标准");
    EXPECT_EQ(value("annual.carryover.category"), "基本型");
    EXPECT_EQ(value("annual.carryover.before_last"), "");
    EXPECT_EQ(value("annual.carryover.last"), "");
    EXPECT_EQ(value("annual.budget_execution.target"), "≥90%");
    EXPECT_EQ(value("annual.budget_execution.basis"), "计划标准");
    EXPECT_EQ(value("annual.staff_control.basis"), "") << "nothing stands beside 无";
    page.click("button:undo");
    EXPECT_EQ(value("annual.carryover.target"), "");
    EXPECT_EQ(value("annual.budget_execution.basis"), "");
    EXPECT_TRUE(page.workbench().run("fill-from-peer"));
    page.settle();
    page.click("fill:apply:1");
    EXPECT_EQ(value("annual.budget_execution.target"), "≥95%");
    EXPECT_EQ(value("annual.carryover.target"), "≤5%");
}

TEST_F(LinkedTables, OfferTheFillingWhereACellIsBlankThatCanBeFilled) {
    type("longterm.carryover.target", "≤5%");
    const auto found = findings("“结转结余率”的预期当年实现值未填");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(page.has("fix" + found[0]));
    for (const std::string& other : findings("“预算执行率”的预期当年实现值未填"))
        EXPECT_FALSE(page.has("fix" + other));
    for (const std::string& other : findings("“预算执行率”的指标值未填"))
        EXPECT_FALSE(page.has("fix" + other));
}

}  // namespace
}  // namespace shenbao::testing
