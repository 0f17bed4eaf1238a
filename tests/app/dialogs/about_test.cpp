// The dialog about this form.
#include <gtest/gtest.h>

#include "core/formats/json/declaration_json.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    std::erase(text, '\n');
    return text;
}

TEST(About, SaysWhichFormItIsAndTheCodeThatIsInTheFile) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().file_opened("seed.txt", seed_text());
    page.settle();
    page.click("button:about");
    EXPECT_EQ(page.value("about:0"), "表名：部门整体绩效目标申报表");
    EXPECT_EQ(page.value("about:1"), "表样版本：2026");
    const std::string code = without_blanks(page.value("about:3"));
    page.click("about:close");
    page.click("button:save");
    const std::string& file = platform_log().saved_bytes;
    const size_t at = file.find("\"sha256\"");
    ASSERT_NE(at, std::string::npos);
    const size_t open = file.find('"', file.find(':', at));
    EXPECT_NE(code.find(file.substr(open + 1, 64)), std::string::npos) << code;
}

TEST(About, SaysWhereTheDraftsAreAndGivesTheKeyboardBack) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.focus("cell:person");
    page.click("button:about");
    EXPECT_EQ(page.focused(), "about:close");
    EXPECT_NE(page.value("about:4").find("这台电脑的这个浏览器"), std::string::npos);
    EXPECT_TRUE(page.press("Escape"));
    EXPECT_FALSE(page.has("about:title"));
    EXPECT_EQ(page.focused(), "cell:person");
}

TEST(About, ClosesWhenAnotherDeclarationIsOpened) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.click("button:about");
    page.workbench().file_opened("seed.txt", seed_text());
    page.settle();
    EXPECT_FALSE(page.has("about:title"));
}

}  // namespace
}  // namespace shenbao::testing
