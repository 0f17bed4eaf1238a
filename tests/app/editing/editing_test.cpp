// The form filled by hand, without a browser.
#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

class Editing : public ::testing::Test {
  protected:
    Editing() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    std::string text(std::string_view path) { return page.value("cell:" + std::string(path)); }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

TEST_F(Editing, ShowsTheSeedInFieldsCalledByRowAndColumn) {
    EXPECT_EQ(page.find(Role::MultilineTextBox, "填报人")->value, "李晓明");
    EXPECT_EQ(page.find(Role::SpinButton, "收入构成 财政拨款 当年金额")->value, "1424");
    EXPECT_EQ(page.find(Role::MultilineTextBox, "长期绩效指标 公用经费控制率 指标值")->value, "90%");
    EXPECT_EQ(page.find(Role::ComboBox, "长期绩效指标 公用经费控制率 指标分类")->value, "基本型");
}

TEST_F(Editing, TotalsAndSharesFollowWhatIsTyped) {
    page.type("cell:expenditure.operation.current", "1420");
    EXPECT_EQ(text("expenditure.operation.share"), "99.79%");
    EXPECT_NE(text("expenditure.total.current").find("1423"), std::string::npos);
    EXPECT_NE(page.find(Role::Link, "收入合计…"), nullptr);
}

TEST_F(Editing, OneRunOfTypingIsOneNamedStep) {
    const std::string before = text("person");
    page.type("cell:person", "张").type("cell:person", "张三").type("cell:person", "张三丰");
    EXPECT_EQ(page.node("button:undo").name, "撤销：修改 填报人");
    page.blur().click("button:undo");
    EXPECT_EQ(text("person"), before);
    page.click("button:redo");
    EXPECT_EQ(text("person"), "张三丰");
}

TEST_F(Editing, ARemovedSlotIsHadAgainFromTheLastRowOfItsGroup) {
    page.click("remove:longterm.cost_open");
    ASSERT_FALSE(page.has("cell:longterm.cost_open.target"));
    const app::Node* add = page.find(Role::Button, "在 项目支出成本控制 项目支出成本控制率 后添加一行");
    for (const app::Node& node : page.all(Role::Button))
        if (add == nullptr && node.id.starts_with("add:longterm.") &&
            node.name.find("项目支出成本控制") != std::string::npos)
            add = &page.node(node.id);
    ASSERT_NE(add, nullptr);
    page.click(std::string(add->id));
    EXPECT_TRUE(page.has("cell:longterm.cost_open.target"));
}

TEST_F(Editing, TheOnlyRowOfAPrintedSecondLevelCannotBeRemoved) {
    EXPECT_TRUE(page.has("add:longterm.satisfaction_open"));
    EXPECT_FALSE(page.has("remove:longterm.satisfaction_open"));
    page.workbench().activated("remove:longterm.satisfaction_open");
    EXPECT_TRUE(page.has("cell:longterm.satisfaction_open.target"));
}

TEST_F(Editing, TheKeyboardStaysNearARowWhoseAddingIsUndone) {
    page.focus("cell:longterm.public_funds_control.target");
    std::string add;
    for (const app::Node& node : page.all(Role::Button))
        if (node.id.starts_with("add:longterm.")) add = node.id;
    ASSERT_NE(add, "");
    page.click(add);
    const std::string fresh = page.focused();
    ASSERT_TRUE(fresh.starts_with("cell:longterm.")) << fresh;
    const float before = page.node(fresh).rect.y;
    EXPECT_TRUE(page.press("Control+Z"));
    page.settle();
    ASSERT_FALSE(page.has(fresh));
    ASSERT_TRUE(page.focused().starts_with("cell:")) << page.focused();
    EXPECT_LT(std::abs(page.node(page.focused()).rect.y - before), 100);
}

TEST_F(Editing, UndoTellsTheFieldThatIsBeingEdited) {
    page.type("cell:person", "张三").focus("cell:phone").focus("cell:person");
    platform_log().field_texts.clear();
    EXPECT_TRUE(page.press("Control+Z", true));
    ASSERT_FALSE(platform_log().field_texts.empty());
    EXPECT_EQ(platform_log().field_texts.back().second, "李晓明");
}

TEST_F(Editing, UndoInsideAnEditedFieldIsLeftToIt) {
    page.type("cell:person", "张三");
    EXPECT_FALSE(page.press("Control+Z", true));
    EXPECT_EQ(text("person"), "张三");
}

TEST_F(Editing, EscapeBringsBackTheTextTheFieldHad) {
    page.focus("cell:person").type("cell:person", "乱写");
    EXPECT_TRUE(page.press("Escape", true));
    EXPECT_EQ(text("person"), "李晓明");
    EXPECT_EQ(platform_log().field_texts.back().second, "李晓明");
}

TEST_F(Editing, WhatEscapeGaveUpComesBackByUndo) {
    page.type("cell:person", "一小时的工作");
    page.press("Escape", true);
    ASSERT_NE(page.value("cell:person"), "一小时的工作");
    page.press("Control+Z");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
}

TEST_F(Editing, EscapeSaysThatItGaveSomethingUpAndOffersItBack) {
    page.type("cell:duties", "第一行\n第二行").focus("cell:tasks").focus("cell:duties");
    page.press("Escape", true);
    EXPECT_FALSE(page.has("status:message")) << "nothing was given up";
    page.type("cell:duties", "第一行\n第二行\n第三行").press("Escape", true);
    EXPECT_EQ(page.value("status:message"), "已放弃这次修改，点“撤销”可找回");
    page.click("message:undo");
    EXPECT_EQ(page.value("cell:duties"), "第一行\n第二行\n第三行");
}

TEST_F(Editing, WhatIsTypedAfterEscapeIsAStepOfItsOwn) {
    page.type("cell:person", "甲");
    page.press("Escape", true);
    page.type("cell:person", "乙").blur();
    page.press("Control+Z");
    EXPECT_EQ(page.value("cell:person"), "李晓明");
}

TEST_F(Editing, WhatWasTypedAndDeletedAtOnceComesBackByUndoAlsoLater) {
    page.click("button:new");
    page.focus("cell:duties");
    page.workbench().typed("cell:duties", "一小时的工作");
    page.workbench().typed("cell:duties", "", app::Means::Deleted);
    page.blur();
    page.press("Control+Z");
    EXPECT_EQ(page.value("cell:duties"), "一小时的工作");
}

TEST_F(Editing, UndoAndRedoBringWhatTheyChangeIntoSight) {
    page.type("cell:person", "张三").blur();
    const app::Region& paper = page.semantics().regions[static_cast<int>(app::RegionId::Paper)];
    for (const std::string_view key : {"Control+Z", "Control+Y"}) {
        page.workbench().scrolled(app::RegionId::Paper, 0, 2000);
        page.settle();
        page.press(key);
        EXPECT_LT(paper.scroll_y, 300);
    }
}

TEST_F(Editing, EscapeInAnUnchangedFieldStaysInIt) {
    page.focus("cell:person");
    EXPECT_TRUE(page.press("Escape", true));
    EXPECT_EQ(page.focused(), "cell:person");
}

TEST_F(Editing, ARewritingThatWasUndoneIsNotDoneAgainByPassingThrough) {
    const std::string id = "cell:longterm.public_funds_control.target";
    page.type(id, ">=90%").blur().click("button:undo");
    ASSERT_EQ(page.value(id), ">=90%");
    page.focus(id).focus("cell:person");
    EXPECT_EQ(page.value(id), ">=90%");
    page.click("button:redo");
    EXPECT_EQ(page.value(id), "≥90%");
}

TEST_F(Editing, ASignWrittenDifferentlyIsRewrittenInSight) {
    page.type("cell:longterm.public_funds_control.target", ">=90%").blur();
    EXPECT_EQ(text("longterm.public_funds_control.target"), "≥90%");
    EXPECT_EQ(page.semantics().announcement, "已将 >=90% 规范为 ≥90%");
    page.click("button:undo");
    EXPECT_EQ(text("longterm.public_funds_control.target"), ">=90%");
}

TEST_F(Editing, LongTextGrowsThePaper) {
    const float before = page.node("cell:duties").rect.height;
    const float below = page.node("cell:tasks").rect.y;
    std::string much = text("duties");
    for (int i = 0; i < 30; ++i) much += "\n又一项职责";
    page.type("cell:duties", much);
    EXPECT_GT(page.node("cell:duties").rect.height, before + 300);
    EXPECT_GT(page.node("cell:tasks").rect.y, below + 300);
}

TEST_F(Editing, ChoicesOfferTheirListAndKeepAForeignText) {
    const app::Node& basis = page.node("cell:longterm.public_funds_control.basis");
    EXPECT_EQ(basis.options,
              (std::vector<std::string>{"", "计划标准", "行业标准", "历史标准", "预算支出标准", "其他标准"}));
    page.type("cell:longterm.public_funds_control.basis", "自定标准");
    EXPECT_EQ(page.node("cell:longterm.public_funds_control.basis").options.back(), "自定标准");
}

TEST_F(Editing, RowsAreAddedAndRemovedByNamedButtons) {
    const size_t rows = page.all(Role::Row).size();
    const app::Node* add = nullptr;
    for (const app::Node& node : page.semantics().nodes)
        if (node.id == "add:longterm.cost_open") add = &node;
    ASSERT_NE(add, nullptr);
    EXPECT_TRUE(add->name.starts_with("在 ") && add->name.ends_with(" 后添加一行")) << add->name;
    page.click("add:longterm.cost_open");
    EXPECT_EQ(page.all(Role::Row).size(), rows + 2);
    EXPECT_EQ(page.focused(), "cell:longterm.cost_open-2.title");
    page.click("remove:longterm.cost_open-2");
    EXPECT_EQ(page.all(Role::Row).size(), rows);
    page.click("button:undo").click("button:undo");
    EXPECT_EQ(page.all(Role::Row).size(), rows);
    EXPECT_FALSE(page.has("cell:longterm.cost_open-2.title"));
}

TEST_F(Editing, AddedRowsAreMovedAmongTheirLike) {
    page.click("add:longterm.cost_open");
    page.type("cell:longterm.cost_open-2.title", "水电费控制率");
    const float first = page.node("cell:longterm.cost_open.title").rect.y;
    EXPECT_EQ(page.node("button:undo").name,
              "撤销：修改 长期绩效指标 项目支出成本控制 水电费控制率 三级指标");
    EXPECT_TRUE(page.node("down:longterm.cost_open-2").disabled);
    page.click("up:longterm.cost_open-2");
    EXPECT_EQ(page.focused(), "cell:longterm.cost_open-2.title");
    EXPECT_LT(page.node("cell:annual.cost_open-2.title").rect.y,
              page.node("cell:annual.cost_open.title").rect.y);
    EXPECT_EQ(page.node("button:undo").name, "撤销：上移 项目支出成本控制 水电费控制率");
    EXPECT_EQ(page.node("cell:longterm.cost_open-2.title").rect.y, first);
    EXPECT_GT(page.node("cell:longterm.cost_open.title").rect.y, first);
    page.focus("cell:longterm.public_funds_control.target");
    EXPECT_FALSE(page.has("up:longterm.public_funds_control"));
}

TEST_F(Editing, ComputedCellsCannotBeTyped) {
    const std::string before = text("income.total.current");
    EXPECT_EQ(page.node("cell:income.total.current").role, Role::Cell);
    EXPECT_TRUE(page.node("cell:income.total.current").read_only);
    page.workbench().typed("cell:income.total.current", "1");
    EXPECT_EQ(text("income.total.current"), before);
}

TEST_F(Editing, EventsOfNodesThatAreGoneChangeNothing) {
    const unsigned long revision = page.semantics().revision;
    page.workbench().typed("cell:no.such.cell", "x");
    page.workbench().activated("finding:none");
    page.workbench().activated("add:no.row");
    page.workbench().activated("");
    page.workbench().blurred("cell:gone");
    EXPECT_EQ(page.semantics().revision, revision);
}

TEST(Today, IsWrittenIntoADateAndIsAStepOfItsOwn) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.type("cell:date", "2024年");
    EXPECT_TRUE(page.press("Control+;", true));
    EXPECT_EQ(page.value("cell:date"), "2025年12月31日");
    EXPECT_EQ(platform_log().field_texts.back().second, "2025年12月31日") << "the editor shows it at once";
    EXPECT_TRUE(page.press("Control+Z", true)) << "also while the date is being edited";
    EXPECT_EQ(page.value("cell:date"), "2024年");
}

TEST(Today, LeavesItsKeysToTheBrowserInWhatIsNoDate) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.focus("cell:person");
    EXPECT_FALSE(page.press("Control+;", true));
    EXPECT_EQ(page.value("cell:person"), "");
}

}  // namespace
}  // namespace shenbao::testing
