// What a screen reader is told besides what has the keyboard.
#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

class Announcements : public ::testing::Test {
  protected:
    Announcements() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }

    // What was said since it was last asked; "" for nothing.
    std::string said() {
        const app::Semantics& now = page.semantics();
        return std::exchange(m_heard, now.announcements) == now.announcements ? "" : now.announcement;
    }

    MemoryStore store;
    HeadlessWorkbench page{store};

  private:
    unsigned long m_heard = 0;
};

TEST_F(Announcements, WhatHappensTwiceIsSaidTwice) {
    for (const char* amount : {"1", "2"})
        page.type("cell:income.fiscal.current", amount).focus("cell:income.fiscal.last");
    said();
    page.click("button:undo");
    const std::string first = said();
    EXPECT_EQ(first, "已撤销：修改 收入构成 财政拨款 当年金额");
    page.click("button:undo");
    EXPECT_EQ(said(), first);
    page.settle();
    EXPECT_EQ(said(), "");
}

TEST_F(Announcements, ARewritingAndTheErrorItLeadsToAreBothSaid) {
    page.focus("cell:expenditure.operation.current");
    said();
    page.type("cell:expenditure.operation.current", "１４２０").blur();
    const std::string text = said();
    EXPECT_EQ(text.find("已将 １４２０ 规范为 1420；新的错误"), 0U) << text;
}

TEST_F(Announcements, AnErrorThatWasSaidIsNotSaidAgainWhenTheNextCellIsLeft) {
    page.focus("cell:expenditure.operation.current");
    page.type("cell:expenditure.operation.current", "1420").blur();
    EXPECT_NE(said().find("新的错误"), std::string::npos);
    page.focus("cell:person").blur();
    EXPECT_EQ(said(), "");
}

TEST_F(Announcements, WhatIsSaidIsShownUntilTheTimeIsOver) {
    page.focus("cell:expenditure.operation.current");
    page.type("cell:expenditure.operation.current", "１４２０").blur();
    EXPECT_EQ(page.value("status:message"), said());
    EXPECT_GT(platform_log().wake_requested, 0);
    page.workbench().woken();
    EXPECT_FALSE(page.has("status:message"));
    EXPECT_EQ(page.settle(), 0) << "nothing is drawn while nothing happens";
}

TEST_F(Announcements, AStepIsTakenBackWhereItIsTold) {
    page.type("cell:income.fiscal.current", "１４２０").focus("cell:income.fiscal.last");
    page.click("message:undo");
    EXPECT_EQ(page.value("cell:income.fiscal.current"), "１４２０");
    EXPECT_EQ(page.value("status:message"), "已撤销：已将 １４２０ 规范为 1420");
    page.click("message:redo");
    EXPECT_EQ(page.value("cell:income.fiscal.current"), "1420");
    EXPECT_TRUE(page.has("message:undo"));
    page.type("cell:person", "张三");
    EXPECT_FALSE(page.has("message:undo")) << "it would take back something else";
}

TEST_F(Announcements, WhatTheScreenShowsAnywayIsOnlySpoken) {
    said();
    page.workbench().woken();
    page.press("F8");
    EXPECT_NE(said(), "");
    EXPECT_FALSE(page.has("status:message"));
}

TEST_F(Announcements, InANarrowWindowAMessageTakesTheWholeBar) {
    page.workbench().resize(800, 1280);
    page.press("Control+Z");
    EXPECT_TRUE(page.has("message:redo"));
    EXPECT_FALSE(page.has("status:counts"));
    page.workbench().woken();
    EXPECT_TRUE(page.has("status:counts"));
}

TEST_F(Announcements, ThatADraftIsSavedIsSaidOnceAndAgainAfterAFailure) {
    const auto save = [&](const char* person) {
        page.type("cell:person", person);
        said();
        page.workbench().save_now();
        return said();
    };
    EXPECT_EQ(save("张三"), "草稿已保存 14:03:22");
    EXPECT_EQ(save("李四"), "");
    store.answer_writes_with(drafts::StoreStatus::Full);
    save("王五");
    // The notice of the failure is an alert of its own.
    EXPECT_TRUE(page.find(app::Role::Alert, "未保存…") != nullptr);
    store.answer_writes_with(drafts::StoreStatus::Ok);
    EXPECT_EQ(save("赵六"), "草稿已保存 14:03:22");
}

}  // namespace
}  // namespace shenbao::testing
