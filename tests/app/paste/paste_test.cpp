// A block from Excel, Word, WPS or LibreOffice laid over the form: what changes, what does not fit, one step.
#include <gtest/gtest.h>

#include "app/paste/paste_plan.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Role;

class Paste : public ::testing::Test {
  protected:
    Paste() { page.workbench().file_opened("seed.txt", seed_text()), page.settle(); }
    std::string text(std::string_view path) { return page.value("cell:" + std::string(path)); }
    bool paste(std::string_view plain, std::string_view table = {}) {
        const bool used = page.workbench().paste(plain, table);
        page.settle();
        return used;
    }
    // Everything the open dialog says.
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

TEST_F(Paste, OfABlockIsShownBeforeItIsDoneAndIsOneStep) {
    page.focus("cell:income.fiscal.current");
    EXPECT_TRUE(paste("2000.1234\t\t600\t500\r\n10\t\t\t1\r\n"));
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    EXPECT_TRUE(says("将改动"));
    EXPECT_TRUE(says("收入构成 财政拨款 当年金额：1424 → 2000.1234"));
    EXPECT_EQ(page.focused(), "paste:apply");
    page.click("paste:apply");
    EXPECT_FALSE(page.has("paste:title"));
    EXPECT_EQ(text("income.fiscal.current"), "2000.1234");
    EXPECT_EQ(text("income.fiscal.before_last"), "600");
    EXPECT_EQ(text("income.special_account.last"), "1");
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    EXPECT_EQ(page.node("button:undo").name, "撤销：粘贴 5 格");
    page.click("button:undo");
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    EXPECT_EQ(text("income.fiscal.last"), "487");
}

TEST_F(Paste, ThatIsCalledOffChangesNothing) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("1\t2\r\n3\t4\r\n"));
    EXPECT_TRUE(page.press("Escape"));
    page.settle();
    EXPECT_FALSE(page.has("paste:title"));
    EXPECT_EQ(page.focused(), "cell:income.fiscal.current");
    EXPECT_EQ(text("income.fiscal.current"), "1424");
    EXPECT_TRUE(page.node("button:undo").name.find("粘贴") == std::string::npos);
}

TEST_F(Paste, BeingPreviewedGoesWithTheFormItWasMeantFor) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("1\t2\r\n3\t4\r\n"));
    page.workbench().file_opened("seed.txt", seed_text());
    page.settle();
    EXPECT_FALSE(page.has("paste:apply"));
    EXPECT_EQ(text("income.fiscal.current"), "1424");
}

TEST_F(Paste, LeavesThePrinterInReachWhileItIsPreviewed) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("1\t2\r\n3\t4\r\n"));
    EXPECT_TRUE(page.press("Control+P"));
    EXPECT_NE(platform_log().printed.find("李晓明"), std::string::npos);
}

TEST_F(Paste, SaysWhatDoesNotFitAndWhy) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("abc\t99%\t1,000.50\t2\t太宽\r\n"));
    EXPECT_TRUE(says("第 1 行第 1 格 → 收入构成 财政拨款 当年金额：abc，不是此格要求的格式"));
    EXPECT_TRUE(says("第 1 行第 2 格 → 收入构成 财政拨款 占比：99%，此格自动计算"));
    EXPECT_TRUE(says("第 1 行第 5 格：太宽，超出表格，没有对应的格"));
    EXPECT_TRUE(says("财政拨款 前年金额：581.4 → 1000.50")) << said();
    page.click("paste:apply");
    EXPECT_EQ(text("income.fiscal.current"), "1424") << "what does not fit takes nothing away";
    EXPECT_EQ(text("income.fiscal.last"), "2");
}

TEST_F(Paste, OfPrintedWordsLaysTheBlockOnItsLike) {
    page.focus("cell:income.special_account.current");
    ASSERT_TRUE(paste("", R"([["财政拨款","1425","","582","488"],["财政专户管理资金","7","","8","9"]])"));
    EXPECT_TRUE(says("财政专户管理资金 当年金额：（空） → 7"));
    EXPECT_TRUE(says("财政拨款 当年金额：1424 → 1425"));
    EXPECT_FALSE(says("不能粘贴")) << said();
    page.click("paste:apply");
    EXPECT_EQ(text("income.special_account.last"), "9");
    EXPECT_EQ(text("income.fiscal.before_last"), "582");
}

TEST_F(Paste, OfOtherWordsOnPrintedOnesIsRefused) {
    page.focus("cell:person");
    ASSERT_TRUE(paste("王小芳\t传真\t0711-60000000"));
    EXPECT_TRUE(says("第 1 行第 2 格 → 联系电话：传真，此处是表上印好的文字")) << said();
    page.click("paste:apply");
    EXPECT_EQ(text("person"), "王小芳");
    EXPECT_EQ(text("phone"), "0711-60000000");
}

TEST_F(Paste, OfAMergedTablePassesOverWhatReachesOver) {
    page.focus("cell:longterm.public_funds_control.target");
    ASSERT_TRUE(paste("", R"([["≤4%","历史标准"],[null,"行业标准"]])"));
    EXPECT_TRUE(says("90% → ≤4%")) << said();
    EXPECT_TRUE(says("行业标准"));
    page.click("paste:apply");
    EXPECT_EQ(text("longterm.public_funds_control.target"), "≤4%");
}

TEST_F(Paste, OfSomethingThatIsNoChoiceIsRefused) {
    page.focus("cell:longterm.public_funds_control.target");
    ASSERT_TRUE(paste("≤4%\t随便\r\n"));
    EXPECT_TRUE(says("随便，不在此格的选项中"));
}

TEST_F(Paste, OfWhatIsThereAlreadyChangesNothing) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("1424\t100%\t581.40\t487\r\n"));
    EXPECT_TRUE(says("没有可改动的格；4 格与表中相同。"));
    EXPECT_FALSE(page.has("paste:apply"));
    EXPECT_EQ(page.focused(), "paste:close");
}

TEST_F(Paste, IntoAnIndicatorWritesItAsTheFormDoes) {
    page.focus("cell:longterm.public_funds_control.target");
    ASSERT_TRUE(paste("＜=４%\t\r\n"));
    EXPECT_TRUE(says("90% → ≤4%"));
}

TEST_F(Paste, OfOneTextBelongsToTheField) {
    page.focus("cell:income.fiscal.current");
    EXPECT_FALSE(paste("12.5"));
    page.focus("cell:duties");
    EXPECT_FALSE(paste("第一段\n第二段\n", "[]")) << "from a text, not from a table";
    EXPECT_FALSE(paste("a\tb\nc\td")) << "a long text takes everything";
    page.blur();
    EXPECT_FALSE(paste("1\t2\r\n"));
}

TEST_F(Paste, OfOneQuotedSpreadsheetCellGivesItsText) {
    page.focus("cell:duties");
    EXPECT_TRUE(paste("\"第一行\n第二行\"\r\n", R"([["第一行\n第二行"]])"));
    EXPECT_EQ(platform_log().inserted, "第一行\n第二行");
    EXPECT_FALSE(paste("“说明”")) << "no quotes of a spreadsheet";
    EXPECT_FALSE(paste("\"优\" 等")) << "quotes of the text itself";
}

TEST_F(Paste, OfOneSpreadsheetCellLeavesItsLineEndBehind) {
    for (const char* cell : {"cell:duties", "cell:person", "cell:longterm.public_funds_control.target"}) {
        page.focus(cell);
        platform_log().inserted.clear();
        EXPECT_TRUE(paste("95%\r\n", R"([["95%"]])"));
        EXPECT_EQ(platform_log().inserted, "95%") << cell;
    }
}

TEST_F(Paste, OfLinesOfTextIsOneLineInACellOfOneLine) {
    page.focus("cell:person");
    EXPECT_TRUE(paste("张三\n李四", "[]"));
    EXPECT_EQ(platform_log().inserted, "张三李四");
}

TEST_F(Paste, KeepsTheBlanksOfWhatBelongsIntoALine) {
    page.focus("cell:person");
    EXPECT_FALSE(paste(" Ltd")) << "the field takes it as it is";
}

TEST_F(Paste, OfNothingChangesNothing) {
    page.focus("cell:longterm.public_funds_control.basis");
    const std::string before = text("longterm.public_funds_control.basis");
    EXPECT_FALSE(paste("", ""));
    EXPECT_FALSE(paste("", "[]")) << "a picture";
    EXPECT_EQ(text("longterm.public_funds_control.basis"), before);
    page.focus("cell:income.fiscal.current");
    page.press("Shift+ArrowDown");
    EXPECT_FALSE(paste("", "[]"));
    EXPECT_EQ(text("income.fiscal.current"), "1424");
}

TEST_F(Paste, OfADropIsLeftToTheBrowserAndMadeOneLineWhereOneIsHeld) {
    page.focus("cell:longterm.public_funds_control.target");
    EXPECT_FALSE(page.workbench().paste("95%\r\n", R"([["95%"]])", true));
    page.workbench().typed("cell:longterm.public_funds_control.target", "95%\n", app::Means::Dropped);
    EXPECT_EQ(text("longterm.public_funds_control.target"), "95%");
    EXPECT_EQ(platform_log().field_texts.back().second, "95%");
}

TEST_F(Paste, OfMoreThanATextMayHaveIsSaidAlsoWhereItComesInParts) {
    page.focus("cell:duties");
    const std::string part(50'000, 'x');
    EXPECT_FALSE(paste(part));
    page.type("cell:duties", part + part);
    EXPECT_TRUE(paste(part));
    EXPECT_TRUE(page.has("notice:paste"));
}

TEST_F(Paste, OfAChoiceIntoAListTakesItAndAnythingElseIsExplained) {
    page.focus("cell:longterm.public_funds_control.basis");
    EXPECT_TRUE(paste("计划标准\r\n", R"([["计划标准"]])"));
    EXPECT_EQ(text("longterm.public_funds_control.basis"), "计划标准");
    EXPECT_TRUE(paste("随便"));
    EXPECT_TRUE(says("随便，不在此格的选项中")) << said();
}

TEST_F(Paste, OfOneTextFillsARange) {
    page.focus("cell:income.fiscal.current");
    page.press("Shift+ArrowDown");
    EXPECT_TRUE(paste("7"));
    EXPECT_EQ(text("income.fiscal.current"), "7");
    EXPECT_EQ(text("income.special_account.current"), "7");
    EXPECT_EQ(page.node("button:undo").name, "撤销：粘贴 2 格");
}

TEST_F(Paste, OfOneTextThatFitsNoCellOfARangeIsShownFirst) {
    page.focus("cell:income.fiscal.current");
    page.press("Shift+ArrowDown");
    EXPECT_TRUE(paste("七"));
    EXPECT_TRUE(says("没有可改动的格；2 格不能粘贴。")) << said();
}

TEST_F(Paste, BeginsAtTheTopLeftOfTheRange) {
    page.focus("cell:income.special_account.last");
    page.press("Shift+ArrowUp");
    page.press("Shift+ArrowLeft");
    EXPECT_TRUE(paste("1\t2\r\n3\t4\r\n"));
    page.click("paste:apply");
    EXPECT_EQ(text("income.fiscal.before_last"), "1");
    EXPECT_EQ(text("income.special_account.last"), "4");
}

TEST_F(Paste, OfAHundredThousandCellsIsBoundedAndSaysSo) {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "12.5\r\n";
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste(many));
    EXPECT_TRUE(says("格不能粘贴"));
    EXPECT_TRUE(says("另有 ")) << said().substr(0, 400);
    page.click("paste:apply");
    EXPECT_EQ(text("income.fiscal.current"), "12.5");
}

TEST_F(Paste, OfALongTextThatDoesNotFitIsShownByItsBeginningInWholeCharacters) {
    std::string hanzi, plane;
    for (int i = 0; i < 60; ++i) hanzi += "绩", plane += "𠮷";
    page.focus("cell:income.fiscal.current");
    // Shifted by one byte after the other, so that each cut inside a character would come up.
    for (const std::string& text : {hanzi, plane}) {
        for (const std::string& before :
             {std::string(), std::string("a"), std::string("ab"), std::string("abc")}) {
            ASSERT_TRUE(paste(before + text + "\t\r\n"));
            const size_t wide = text == hanzi ? 3 : 4;
            const size_t kept = before.size() + (120 - before.size()) / wide * wide;
            EXPECT_TRUE(says("：" + (before + text).substr(0, kept) + "…，不是此格要求的格式")) << said();
            page.click("paste:close");
        }
    }
}

TEST_F(Paste, OfMoreThanIsReadIsRefusedWithoutADialog) {
    page.focus("cell:income.fiscal.current");
    EXPECT_TRUE(paste(std::string(app::kMostPastedBlock + 1, '1')));
    EXPECT_FALSE(page.has("paste:title"));
    EXPECT_NE(page.find(Role::Alert, "剪贴板中的内容太多…"), nullptr);
    EXPECT_EQ(text("income.fiscal.current"), "1424");
}

TEST_F(Paste, OfATextTooLongForACellIsRefusedAndSaysHowLongItIs) {
    page.focus("cell:duties");
    std::string text;
    for (int i = 0; i < 20'001; ++i) text += "绩";
    EXPECT_TRUE(paste(text));
    EXPECT_NE(page.find(Role::Alert, "剪贴板中的文字有 20001 字…"), nullptr);
    EXPECT_FALSE(paste(text.substr(3)));
}

TEST_F(Paste, OfWhatWasCopiedHereComesBack) {
    page.focus("cell:longterm.public_funds_control.target");
    page.press("Shift+ArrowRight");
    page.press("Shift+ArrowRight");
    page.press("Shift+ArrowDown");
    page.workbench().copy_range(false);
    const std::string lines = platform_log().clipboard.first;
    page.press("Delete");
    ASSERT_EQ(text("longterm.public_funds_control.target"), "");
    page.press("Escape");
    ASSERT_TRUE(paste(lines));
    page.click("paste:apply");
    EXPECT_EQ(text("longterm.public_funds_control.target"), "90%");
    EXPECT_EQ(text("longterm.public_funds_control.basis"), "历史标准");
}

TEST_F(Paste, KeepsTheFormOutOfReachWhileItIsShown) {
    page.focus("cell:income.fiscal.current");
    ASSERT_TRUE(paste("1\t2\r\n"));
    EXPECT_TRUE(page.semantics().regions[static_cast<int>(app::RegionId::Paper)].behind);
    EXPECT_TRUE(page.press("Control+Z"));
    EXPECT_TRUE(page.press("F1"));
    EXPECT_TRUE(page.has("paste:title"));
}

}  // namespace
}  // namespace shenbao::testing
