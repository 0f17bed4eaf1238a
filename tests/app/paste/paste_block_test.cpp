// Blocks of cells from the clipboard, before any form is known.
#include <gtest/gtest.h>

#include "app/paste/paste_block.h"

namespace shenbao::testing {
namespace {

using app::block_from_json;
using app::block_from_lines;
using app::PasteBlock;
using app::pasted_text;

std::vector<std::vector<std::string>> texts(const PasteBlock& block) {
    std::vector<std::vector<std::string>> all;
    for (const auto& row : block.rows) {
        all.emplace_back();
        for (const auto& cell : row) all.back().push_back(cell.value_or("(above)"));
    }
    return all;
}
using Rows = std::vector<std::vector<std::string>>;

// As Python reads them: list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")).
TEST(PastedLines, AreReadAsPythonReadsExcelsDialect) {
    EXPECT_EQ(texts(block_from_lines("1424\t100%\r\n3\t0.21%\r\n")),
              (Rows{{"1424", "100%"}, {"3", "0.21%"}}));
    EXPECT_EQ(texts(block_from_lines("\"第一行\n第二行\"\tb\r\nc\t\"a\tb\"\r\n")),
              (Rows{{"第一行\n第二行", "b"}, {"c", "a\tb"}}));
    EXPECT_EQ(texts(block_from_lines("\"say \"\"yes\"\"\"\t\r\n")), (Rows{{"say \"yes\"", ""}}));
    EXPECT_EQ(texts(block_from_lines("a\tb\nc\td")), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(texts(block_from_lines("\t\t\r\n")), (Rows{{"", "", ""}}));
    EXPECT_TRUE(block_from_lines("").rows.empty());
}

TEST(PastedLines, KeepQuotesThatExcelDidNotSet) {
    EXPECT_EQ(texts(block_from_lines("\"优\" 等\t5\r\n")), (Rows{{"\"优\" 等", "5"}}));
    EXPECT_EQ(texts(block_from_lines("\"never closed\tb\r\nc")), (Rows{{"\"never closed", "b"}, {"c"}}));
    EXPECT_EQ(texts(block_from_lines("5\"\t6")), (Rows{{"5\"", "6"}}));
}

TEST(PastedLines, OldMacAndBlankLinesAreLines) {
    EXPECT_EQ(texts(block_from_lines("a\rb\r")), (Rows{{"a"}, {"b"}}));
    EXPECT_EQ(texts(block_from_lines("a\n\nb")), (Rows{{"a"}, {""}, {"b"}}));
}

TEST(PastedLines, BeyondAnyFormAreCountedAndNotKept) {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "12.5\r\n";
    const PasteBlock block = block_from_lines(many);
    EXPECT_EQ(block.rows.size(), app::kMostPastedRows);
    EXPECT_EQ(block.left_out, 100'000 - app::kMostPastedRows);
    const PasteBlock wide = block_from_lines(std::string(99, '\t'));
    EXPECT_EQ(wide.rows[0].size(), app::kMostPastedColumns);
    EXPECT_EQ(wide.left_out, 100 - app::kMostPastedColumns);
}

TEST(PastedLines, OfHostileQuotesAreReadInTimeThatGrowsWithThem) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "\"\"\t\"x\"\"";
    EXPECT_GT(block_from_lines(text).left_out, 1000U);
}

TEST(PastedTables, AreRowsOfTextsAndOfCellsReachedOver) {
    const auto block = block_from_json(R"([["成本指标","≤5%"],[null,"100"],[]])");
    ASSERT_TRUE(block);
    EXPECT_EQ(texts(*block), (Rows{{"成本指标", "≤5%"}, {"(above)", "100"}, {}}));
    EXPECT_FALSE(block->is_single());
    EXPECT_TRUE(block_from_json(R"([["one"]])")->is_single());
    EXPECT_TRUE(block_from_json("[]")->rows.empty());
}

TEST(PastedTables, BeyondAnyFormAreCountedAndNotKept) {
    std::string row = "[\"a\"", rows = "[[\"1\"]";
    for (int i = 1; i < 100; ++i) row += ",\"a\"";
    for (int i = 1; i < 3000; ++i) rows += ",[\"1\"]";
    const auto wide = block_from_json("[" + row + "]]");
    ASSERT_TRUE(wide);
    EXPECT_EQ(wide->rows[0].size(), app::kMostPastedColumns);
    EXPECT_EQ(wide->left_out, 100 - app::kMostPastedColumns);
    const auto tall = block_from_json(rows + "]");
    ASSERT_TRUE(tall);
    EXPECT_EQ(tall->rows.size(), app::kMostPastedRows);
    EXPECT_EQ(tall->left_out, 3000 - app::kMostPastedRows);
}

TEST(PastedTables, ThatAreNoneAreNone) {
    EXPECT_FALSE(block_from_json(""));
    EXPECT_FALSE(block_from_json("{}"));
    EXPECT_FALSE(block_from_json("[1]"));
    EXPECT_FALSE(block_from_json("[[\"a\""));
}

TEST(PastedText, LosesControlCharactersAndBlanksAround) {
    EXPECT_EQ(pasted_text(" \xC2\xA0 1,424.01\x01\x7F\xE3\x80\x80", true), "1,424.01");
    EXPECT_EQ(pasted_text("a\x1B[0mb", true), "a[0mb");
}

TEST(PastedText, OfSeveralLinesIsJoinedWhereOnlyOneFits) {
    EXPECT_EQ(pasted_text("公用经费\r\n控制率", true), "公用经费控制率");
    EXPECT_EQ(pasted_text("not\nmore", true), "not more");
    EXPECT_EQ(pasted_text("第一段\r\n第二段", false), "第一段\n第二段");
    EXPECT_EQ(pasted_text("a\tb", false), "a b");
}

}  // namespace
}  // namespace shenbao::testing
