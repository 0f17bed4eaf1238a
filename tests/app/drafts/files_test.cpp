// Drafts, opening, saving and printing, without a browser.
#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

TEST(Files, AChangeIsSavedShortlyAfterAndRestored) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        page.type("cell:person", "李晓明");
        EXPECT_EQ(platform_log().save_requested, 300);
        page.workbench().save_now();
        EXPECT_EQ(page.value("status:draft"), "草稿已保存 14:03:22");
    }
    HeadlessWorkbench again(store);
    EXPECT_EQ(again.value("cell:person"), "李晓明");
    EXPECT_EQ(again.value("status:draft"), "已恢复上次的草稿");
    EXPECT_TRUE(again.node("button:undo").disabled);
}

TEST(Files, AFullStoreIsSaidAtOnceAndTheNextGoodSaveClearsIt) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    store.answer_writes_with(drafts::StoreStatus::Full);
    page.type("cell:person", "李晓明");
    page.workbench().save_now();
    EXPECT_TRUE(page.value("status:draft").starts_with("未保存：")) << page.value("status:draft");
    EXPECT_EQ(page.node("notice:draft").role, Role::Alert);
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    store.answer_writes_with(drafts::StoreStatus::Ok);
    page.workbench().save_now();
    EXPECT_TRUE(page.value("status:draft").starts_with("草稿已保存"));
    EXPECT_FALSE(page.has("notice:draft"));
}

TEST(Files, ADamagedDraftIsSaidAndTheFormStartsBlank) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        page.type("cell:person", "李晓明");
        page.workbench().save_now();
    }
    store.damage_everything();
    HeadlessWorkbench again(store);
    EXPECT_EQ(again.value("cell:person"), "");
    EXPECT_TRUE(again.has("notice:draft"));
}

TEST(Files, ABrokenFileIsRefusedAndNothingIsLost) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.type("cell:person", "张三丰");
    for (std::string_view broken : {std::string_view("{\"format\":"), std::string_view(""),
                                    std::string_view("\xff\xfe"), std::string_view("今天天气不错")}) {
        page.workbench().file_opened("坏.json", broken);
        const app::Node& notice = page.node("notice:open");
        EXPECT_EQ(notice.role, Role::Alert);
        EXPECT_TRUE(notice.value.starts_with("“坏.json”未能打开")) << notice.value;
        EXPECT_EQ(page.value("cell:person"), "张三丰");
        EXPECT_EQ(page.value("cell:income.fiscal.current"), "1424");
    }
    page.click("close:open");
    EXPECT_FALSE(page.has("notice:open"));
}

TEST(Files, AFormOfOtherNamesCallsFilesDraftsAndItsYearByThem) {
    MemoryStore store;
    HeadlessWorkbench page(store, load_form(other_form_json()).reviewer);
    EXPECT_EQ(page.value("status:year"), "自评年度 2027");
    page.type("cell:bureau", " 甲/局 ");
    page.workbench().save_now();
    page.click("button:save");
    EXPECT_EQ(platform_log().saved_name, "项目自评表_甲_局_2027.json");
    page.click("button:drafts");
    EXPECT_EQ(page.value("drafts:called:current"), "甲/局");
    EXPECT_EQ(page.value("drafts:origin:current"), "2027 年");
}

TEST(Files, AFormThatNamesNeitherUnitNorYearCallsItsFilesByItsTitle) {
    std::string json = other_form_json();
    const std::string identity = R"("identity": {"unit": "bureau", "year": "cycle"},)";
    ASSERT_NE(json.find(identity), std::string::npos);
    json.erase(json.find(identity), identity.size());
    MemoryStore store;
    HeadlessWorkbench page(store, load_form(json).reviewer);
    EXPECT_FALSE(page.has("status:year"));
    page.type("cell:bureau", "甲局");
    page.click("button:save");
    EXPECT_EQ(platform_log().saved_name, "项目自评表.json");
}

TEST(Files, ASavedFileOpensAgainAsTheSame) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.click("button:save");
    EXPECT_EQ(platform_log().saved_name, "部门整体绩效目标申报表_鄂州市临空经济区口岸和投资促进局_2026.json");
    EXPECT_EQ(platform_log().saved_type, "application/json");
    const std::string bytes = platform_log().saved_bytes;
    page.click("button:new");
    page.workbench().file_opened("a.json", bytes);
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    page.click("button:save");
    EXPECT_EQ(platform_log().saved_bytes, bytes);
}

TEST(Files, SavingSaysWhereTheFileIsAndCopiesItWhereDownloadsAreRefused) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.click("button:save");
    const std::string said = page.node("notice:saved").value;
    EXPECT_NE(said.find(platform_log().saved_name), std::string::npos) << said;
    EXPECT_NE(said.find("“下载”文件夹"), std::string::npos) << said;
    EXPECT_EQ(page.node("copy:file").name, "复制内容");
    page.click("copy:file");
    EXPECT_EQ(platform_log().clipboard.first, platform_log().saved_bytes);
    EXPECT_NE(page.node("notice:saved").value.find("已复制"), std::string::npos);
    page.click("close:saved");
    EXPECT_FALSE(page.has("notice:saved"));
}

TEST(Files, ARefusedCopySaysSoAndNamesTheOtherWay) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.click("button:save");
    platform_log().may_copy = false;
    page.click("copy:file");
    EXPECT_NE(page.node("notice:saved").value.find("请改用“打印”"), std::string::npos);
}

TEST(Files, ACopiedFileIsPastedAnywhere) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.click("button:save");
    const std::string bytes = platform_log().saved_bytes;
    page.click("button:new");
    page.type("cell:person", "甲");
    EXPECT_TRUE(page.workbench().paste(bytes, ""));
    page.settle();
    EXPECT_EQ(page.value("cell:person"), "李晓明");
    EXPECT_TRUE(page.node("notice:open").value.starts_with("已打开 剪贴板"));
    page.click("button:drafts");
    EXPECT_FALSE(page.workbench().paste(bytes, "")) << "the draft manager lies over the form";
}

TEST(Files, PrintsTheOfficialPaper) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.click("button:print").click("print:anyway");
    EXPECT_NE(platform_log().printed.find("部门整体绩效目标申报表"), std::string::npos);
    EXPECT_NE(platform_log().printed.find("李晓明"), std::string::npos);
}

}  // namespace
}  // namespace shenbao::testing
