// A store that fails, fills up, or is emptied, without a browser.
#include <gtest/gtest.h>

#include "core/drafts/draft_library.h"
#include "tests/app/drafts/draft_page.h"
#include "tests/app/drafts/other_window.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

TEST(DraftSaving, AStoreThatRefusesIsSaidInABannerWithAFileOffered) {
    MemoryStore store;
    store.answer_writes_with(drafts::StoreStatus::Unavailable);
    HeadlessWorkbench page(store);
    EXPECT_FALSE(page.has("banner"));
    page.type("cell:person", "甲");
    page.workbench().save_now();
    EXPECT_EQ(page.value("banner"), "浏览器没有保存草稿，关闭网页会丢失内容。请点“存成文件”。");
    EXPECT_TRUE(page.workbench().unsaved()) << "the page warns on leaving";
    page.click("lease:file");
    EXPECT_EQ(platform_log().saved_type, "application/json");
    store.answer_writes_with(drafts::StoreStatus::Ok);
    page.workbench().save_now();
    EXPECT_FALSE(page.has("banner"));
    EXPECT_FALSE(page.workbench().unsaved());
}

TEST(DraftSaving, ARecordOfALaterProgramIsShownAndNotChanged) {
    MemoryStore store;
    FormDefinition later = form();
    later.version = "2027";
    Declaration declaration = blank_declaration(later);
    declaration.values["person"] = "将来";
    drafts::DraftSession future(store, later, "current", "later");
    ASSERT_EQ(future.save(declaration, {}, 1), drafts::DraftStatus::Ok);
    future.release();
    HeadlessWorkbench page(store);
    EXPECT_EQ(page.value("cell:person"), "将来");
    EXPECT_TRUE(page.node("cell:person").read_only);
    EXPECT_NE(page.value("banner").find("更新版本"), std::string::npos);
}

TEST(DraftSaving, ANameThatCannotBeStoredIsSaid) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    page.click("button:drafts").click("drafts:rename:current");
    store.answer_writes_with(drafts::StoreStatus::Failed);
    page.type("drafts:name", "新名").press("Enter");
    EXPECT_TRUE(page.value("drafts:message").find("本地存储出错") != std::string::npos)
        << page.value("drafts:message");
}

TEST(DraftSaving, AFileOfOneDraftDoesNotLetAnotherOneBeLeft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.type("cell:person", "甲").blur().click("button:save");
    page.workbench().run("file-arrived");
    page.click("button:drafts").click("drafts:new");
    ASSERT_EQ(page.value("cell:person"), "");
    store.answer_writes_with(drafts::StoreStatus::Full);
    // As many changes as the one before had when it was saved.
    page.type("cell:person", "乙").blur();
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "乙");
}

TEST(DraftSaving, AFormThatCouldNotBeStoredIsNotLeftForAnotherDraft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    store.answer_writes_with(drafts::StoreStatus::Full);
    page.type("cell:person", "一小时的工作").blur();
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
    EXPECT_NE(page.find(Role::Alert, "本表尚未保存，没有离开…"), nullptr);
    // Asked to save it, the browser may have done so or not.
    page.click("button:save").click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "一小时的工作");
    EXPECT_NE(page.value("notice:leave").find("请到“下载”文件夹看一看"), std::string::npos);
    // Once the person has seen the file it may be left.
    page.click("lease:arrived");
    EXPECT_FALSE(page.has("notice:leave"));
    page.click("button:drafts").click("drafts:new");
    EXPECT_EQ(page.value("cell:person"), "");
}

TEST(DraftSaving, AnEmptiedStoreIsWrittenAnewAndSaid) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        fill(page, "甲");
        EXPECT_FALSE(page.workbench().unsaved());
        store.empty();
        page.workbench().come_back();
        page.workbench().save_now();
        EXPECT_TRUE(page.has("notice:emptied"));
        EXPECT_FALSE(page.workbench().unsaved());
        EXPECT_TRUE(page.value("status:draft").starts_with("草稿已保存"));
        fill(page, "甲乙");
    }
    HeadlessWorkbench again(store);
    EXPECT_EQ(again.value("cell:person"), "甲乙");
}

TEST(DraftSaving, WhatCannotBeWrittenAnewIntoAnEmptiedStoreIsUnsaved) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    fill(page, "甲");
    store.empty();
    store.answer_writes_with(drafts::StoreStatus::Unavailable);
    page.workbench().save_now();
    page.settle();
    EXPECT_TRUE(page.workbench().unsaved());
    EXPECT_TRUE(page.has("lease:file")) << "the banner offers a file";
}

TEST(DraftSaving, TheWindowIsCalledAfterTheDraft) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    EXPECT_EQ(page.semantics().title, "部门整体绩效目标申报表");
    page.type("cell:department", "鄂州市教育局");
    EXPECT_EQ(page.semantics().title, "鄂州市教育局 2026 - 部门整体绩效目标申报表");
}

}  // namespace
}  // namespace shenbao::testing
