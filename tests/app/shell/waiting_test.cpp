// What is blank waits to be filled, until the person asks whether all is there.
#include <gtest/gtest.h>

#include <map>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string counts(HeadlessWorkbench& page) {
    return page.value("status:counts");
}

// The seed's form without what is wrong with it: its open slots, and the explanation that is due.
void complete(HeadlessWorkbench& page) {
    page.workbench().file_opened("seed.txt", seed_text());
    page.settle();
    std::vector<std::string> slots, explanations;
    for (const app::Node& node : page.semantics().nodes) {
        if (node.id.starts_with("remove:") && page.value("cell:" + node.id.substr(7) + ".title").empty())
            slots.push_back(node.id);
        if (node.id.starts_with("explain:")) explanations.push_back(node.id);
    }
    for (const std::string& slot : slots)
        if (page.has(slot)) page.click(slot);
    // One slot is the only one of its kind and stays.
    for (const app::Node& node : std::vector(page.semantics().nodes)) {
        if (!node.invalid || !node.id.ends_with(".title")) continue;
        const std::string stem = node.id.substr(0, node.id.size() - 5);
        for (const auto& [column, text] : std::map<std::string, std::string>{
                 {"title", "联系部门满意程度"}, {"before_last", "90%"}, {"last", "90%"}, {"target", "≥90%"}})
            if (page.has(stem + column)) page.type(stem + column, text);
        for (const char* column : {"basis", "category"})
            page.type(stem + column, page.node(stem + column).options.at(1));
    }
    for (const std::string& box : explanations) page.type(box, "新增口岸建设专项资金");
    page.blur();
    ASSERT_TRUE(holds(counts(page), "错误 0 · 需说明 0 · 提示")) << counts(page);
}

TEST(Waiting, OnANewFormNothingIsWrongYet) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    EXPECT_TRUE(holds(counts(page), "错误 0 · 需说明 0 · 待填 ")) << counts(page);
    const std::string all = counts(page), due = all.substr(all.find("待填"));
    EXPECT_EQ(page.node("filter:due").name, due.substr(0, due.find(" · ")));
    EXPECT_FALSE(page.node("cell:person").invalid);
    EXPECT_TRUE(holds(page.node("cell:person").description, "待填："));
    EXPECT_TRUE(holds(page.node("section:head").description, "待填 4"));
    page.focus("cell:person").type("cell:person", "张").type("cell:person", "").blur();
    EXPECT_FALSE(holds(page.semantics().announcement, "新的错误"));
}

TEST(Waiting, ItBeginsInTheFirstCellAndSaysHowUntilTheFirstKey) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    EXPECT_EQ(page.focused(), "cell:date");
    EXPECT_TRUE(page.has("notice:begin"));
    page.type("cell:department", "鄂");
    EXPECT_FALSE(page.has("notice:begin"));
}

TEST(Waiting, WhatIsWrongIsAnErrorFromTheFirst) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.type("cell:phone", "abc");
    EXPECT_TRUE(holds(counts(page), "错误 1 · ")) << counts(page);
    EXPECT_TRUE(page.node("cell:phone").invalid);
}

TEST(Waiting, CheckingMakesItAnErrorAndGoesToTheFirst) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.focus("cell:person");
    const std::string before = counts(page);
    page.press("F7");
    EXPECT_FALSE(holds(counts(page), "待填"));
    EXPECT_EQ(page.node("filter:all").name, "全部 " + std::to_string(page.all(Role::Link).size() - 8));
    EXPECT_TRUE(page.node("cell:person").invalid);
    EXPECT_EQ(page.focused(), "cell:date");
    EXPECT_EQ(page.value("status:message"), counts(page));
    EXPECT_NE(counts(page), before);
    page.type("cell:person", "张").press("Control+Alt+N");
    EXPECT_EQ(counts(page), before) << "a new form waits again";
}

TEST(Waiting, BothOutliveAReload) {
    MemoryStore store;
    {
        HeadlessWorkbench page(store);
        page.type("cell:person", "李晓明").workbench().save_now();
    }
    {
        HeadlessWorkbench page(store);
        EXPECT_EQ(page.value("cell:person"), "李晓明");
        EXPECT_TRUE(holds(counts(page), "错误 0 ")) << counts(page);
        EXPECT_TRUE(holds(counts(page), "待填"));
        page.press("F7");
        EXPECT_FALSE(holds(counts(page), "待填"));
    }
    HeadlessWorkbench page(store);
    EXPECT_FALSE(holds(counts(page), "待填")) << counts(page);
    EXPECT_FALSE(holds(counts(page), "错误 0 "));
}

TEST(Waiting, WhatComesFilledIsCheckedAtOnce) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    EXPECT_TRUE(holds(counts(page), "错误 8 ")) << counts(page);
    EXPECT_FALSE(page.has("filter:due"));
    page.type("cell:person", "");
    EXPECT_TRUE(page.node("cell:person").invalid);
}

// An opening that is taken back leaves a form as new, not one with a hundred errors.
TEST(Waiting, GoesAndComesBackWithAnOpenedFileThatIsTakenBackAndOpenedAgain) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    const std::string before = counts(page);
    page.workbench().file_opened("seed.txt", seed_text());
    const std::string opened = counts(page);
    page.press("Control+Z");
    EXPECT_EQ(counts(page), before);
    page.press("Control+Y");
    EXPECT_EQ(counts(page), opened);
    EXPECT_FALSE(page.has("filter:due"));
    page.press("Control+Z");
    page.type("cell:person", "李").press("Control+Z");
    EXPECT_EQ(counts(page), before);
}

TEST(Waiting, PrintingWhatIsNotCompleteIsAskedForFirst) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.press("Control+P");
    EXPECT_EQ(platform_log().printed, "");
    EXPECT_EQ(page.value("notice:print"), "还有 8 处错误，将印出“草稿”");
    EXPECT_EQ(page.focused(), "print:anyway");
    page.click("print:errors");
    EXPECT_FALSE(page.has("notice:print"));
    EXPECT_TRUE(page.focused().starts_with("cell:longterm.cost_open")) << page.focused();
    page.press("Control+P");
    page.click("print:anyway");
    EXPECT_TRUE(holds(platform_log().printed, "李晓明"));
    EXPECT_FALSE(page.has("notice:print"));
}

TEST(Waiting, SavingToAFileAsksWhetherAllIsThereToo) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.type("cell:person", "李晓明").press("Control+S");
    EXPECT_FALSE(holds(counts(page), "待填"));
}

TEST(Waiting, WhatIsCompleteSaysSoAndIsPrintedAtOnce) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    EXPECT_FALSE(page.has("notice:complete"));
    complete(page);
    EXPECT_EQ(page.value("notice:complete"), "已填完，可以打印上报");
    page.click("complete:save");
    EXPECT_TRUE(holds(platform_log().saved_bytes, "李晓明"));
    page.click("complete:print");
    EXPECT_TRUE(holds(platform_log().printed, "李晓明"));
    page.type("cell:person", "");
    EXPECT_FALSE(page.has("notice:complete"));
}

}  // namespace
}  // namespace shenbao::testing
