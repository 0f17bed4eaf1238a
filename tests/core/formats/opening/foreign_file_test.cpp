#include "core/formats/opening/foreign_file.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

using namespace std::string_view_literals;

std::string zip_with(std::string_view name) {
    return std::string("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"sv) + std::string(name);
}

// As names stand in an older Word's or Excel's file.
std::string compound_with(std::string_view name) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
    for (const char letter : name) bytes.append(1, letter).append(1, '\0');
    return bytes;
}

TEST(ForeignFile, IsToldByItsContent) {
    const std::pair<std::string, std::string_view> files[] = {
        {std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv), "图片"},
        {std::string("\xFF\xD8\xFF\xE0\0\x10JFIF"sv), "图片"},
        {"GIF89a......", "图片"},
        {std::string("BM\x36\0\0\0\0\0\0\0\x36\0\0\0"sv), "图片"},
        {std::string("RIFF\x10\0\0\0WEBPVP8 "sv), "图片"},
        {std::string("\0\0\0\x18"
                     "ftypheic\0\0\0\0"sv),
         "图片"},
        {"%PDF-1.7\n", "PDF"},
        {zip_with("[Content_Types].xml word/document.xml"), "Word 文件"},
        {zip_with("[Content_Types].xml xl/workbook.xml"), "Excel 文件"},
        {zip_with("[Content_Types].xml ppt/presentation.xml"), "演示文稿"},
        {zip_with("mimetypeapplication/vnd.oasis.opendocument.text"), "Word 文件"},
        {zip_with("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "Excel 文件"},
        {zip_with("OFD.xml Doc_0/Document.xml"), "OFD"},
        {zip_with("申报表.json"), "压缩文件"},
        {compound_with("WordDocument"), "Word 文件"},
        {compound_with("Workbook"), "Excel 文件"},
        {compound_with("EncryptedPackage"), "打开密码"},
        {"{\\rtf1\\ansi\\ansicpg936", "Word 文件"},
        {"Rar!\x1A\x07\x01", "压缩文件"},
        {"7z\xBC\xAF\x27\x1C", "压缩文件"},
        {std::string(257, 'a') + "ustar  ", "压缩文件"},
        {"\xEF\xBB\xBF<!DOCTYPE html><html>", "网页"},
        {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", "Word 文件"},
        {std::string("MZ\x90\0\x03"sv), "程序文件"},
    };
    for (const auto& [bytes, kind] : files)
        EXPECT_NE(foreign_file_message(bytes).find(kind), std::string::npos)
            << kind << ": " << foreign_file_message(bytes);
}

TEST(ForeignFile, OfWordTellsHowToMakeATextOfIt) {
    EXPECT_NE(
        foreign_file_message(zip_with("word/document.xml")).find("另存为“纯文本(.txt)”，再打开那个文件"),
        std::string::npos);
}

TEST(ForeignFile, IsNothingThatMayBeText) {
    for (const std::string_view text :
         {""sv, "{"sv, "[1]"sv, "{\"format\": \"shenbao-declaration\"}"sv, "部门整体绩效目标申报表\r\n"sv,
          "\xEF\xBB\xBF部门"sv, "<部门整体绩效目标申报表>"sv, "< 90%"sv, "BM 局"sv, "PK"sv, "\xFF\xFE"sv})
        EXPECT_EQ(foreign_file_message(text), "") << text;
}

}  // namespace
}  // namespace shenbao
