#include "core/formats/json/migrate.h"

#include <gtest/gtest.h>

#include "core/formats/json/declaration_json.h"
#include "core/formats/json/declaration_tree.h"

namespace shenbao {
namespace {

// A form in its third version: 联系人 became 填报人, the table of last year's figures was joined with the
// other one, the column 说明 became 备注, the row 补助 became 拨款, and 电话 and the row 其他 are new.
constexpr std::string_view kForm = R"form({
"format": "shenbao-form", "formatVersion": 1, "id": "small", "version": "3", "title": "小表",
"sections": [{"id": "head", "title": "基本信息"}],
"fields": [{"id": "person", "title": "填报人", "section": "head", "type": "text"},
           {"id": "phone", "title": "电话", "section": "head", "type": "text"}],
"tables": [{"id": "money", "title": "收入", "section": "head",
  "columns": [{"id": "now", "title": "金额", "type": "amount"}, {"id": "note", "title": "备注", "type": "text"}],
  "rows": [{"id": "grant", "title": "拨款", "kind": "open", "titleEntered": true, "repeatable": true},
           {"id": "other", "title": "其他"}, {"id": "rest", "title": "结余"}]}],
"changes": [
  {"version": 2, "moved": [{"from": "contact", "title": "联系人", "to": "applicant"},
                           {"from": "money.*.remark", "title": "说明", "to": "money.*.note"}],
   "added": ["mobile"]},
  {"version": 3, "moved": [{"from": "applicant", "title": "申请人", "to": "person"},
                           {"from": "money.aid", "title": "补助", "to": "money.grant"},
                           {"from": "left", "title": "上年结余", "to": "money.rest.now"},
                           {"from": "mobile", "title": "手机", "to": "phone"}],
   "added": ["money.other"]}],
"sheet": {"columnsMm": [60, 60, 60], "rows": [{"kind": "title", "cells": [{"text": "小表", "span": 3}]}]}
})form";

const FormDefinition& form() {
    static const DefinitionResult result = read_definition(kForm);
    for (const auto& fault : result.faults) ADD_FAILURE() << fault.pointer << ": " << fault.message;
    return *result.definition;
}

ReadResult read(std::string_view version, std::string_view rest) {
    return read_declaration(
        form(),
        R"({"format": "shenbao-declaration", "formatVersion": 1, "form": {"id": "small", "version": ")" +
            std::string(version) + "\"}, " + std::string(rest) + "}");
}

std::vector<std::string> messages(const ReadResult& result, NoteKind kind) {
    std::vector<std::string> texts;
    for (const ReadNote& note : result.notes)
        if (note.kind == kind) texts.push_back(note.message + note.text);
    return texts;
}
using Texts = std::vector<std::string>;

TEST(Migrate, BringsTextsRowsAndExplanationsToTheirNewPlaces) {
    const ReadResult result = read(
        "1",
        R"("values": {"contact": "张三", "left": "7", "money.aid.remark": "省级", "money.aid-2.now": "5"},
        "rows": {"money": [{"id": "aid"}, {"id": "aid-2", "origin": "aid"}, {"id": "rest"}]},
        "explanations": {"grew:money.aid-2.now": "新增"}, "explained": {"grew:money.aid-2.now": "增加"})");
    ASSERT_TRUE(result.ok()) << result.message;
    const Declaration& declaration = result.declaration;
    EXPECT_EQ(declaration.form_version, "3");
    const decltype(declaration.values) values = {{"person", "张三"},
                                                 {"money.rest.now", "7"},
                                                 {"money.grant.note", "省级"},
                                                 {"money.grant-2.now", "5"}};
    EXPECT_EQ(declaration.values, values);
    const std::vector<DeclaredRow> rows = {
        {"grant", "grant"}, {"grant-2", "grant"}, {"other", "other"}, {"rest", "rest"}};
    EXPECT_EQ(declaration.rows.at("money"), rows);
    EXPECT_EQ(declaration.explanations.at("grew:money.grant-2.now"), "新增");
    EXPECT_EQ(declaration.explained.at("grew:money.grant-2.now"), "增加");
}

TEST(Migrate, SaysWhatMovedWhatIsNewAndWhatFoundNoPlace) {
    const ReadResult result =
        read("1", R"("values": {"applicant": "张三", "person": "李四", "left": "7", "gone": "旧话"})");
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(messages(result, NoteKind::Moved), Texts{"旧版“上年结余”的内容已移到“收入 结余 金额”。7"});
    EXPECT_EQ(messages(result, NoteKind::Unplaced),
              Texts{"旧版“申请人”应移到“填报人”，那里已有内容，没有改动。张三"});
    EXPECT_EQ(messages(result, NoteKind::Added), (Texts{"新版增加了“电话”，旧稿中没有，请填写。",
                                                        "新版增加了“收入 其他”，旧稿中没有，请填写。"}));
    EXPECT_EQ(result.notes.front().message,
              "文件按 1 版表式填写，已转为 3 版：移动 1 处，新增 2 处，无处可放 3 处（已保留）。请核对。");
    // Kept, though the form does not show it.
    EXPECT_EQ(result.declaration.values.at("applicant"), "张三");
    EXPECT_EQ(result.declaration.values.at("gone"), "旧话");
    EXPECT_EQ(result.declaration.values.at("person"), "李四");
}

TEST(Migrate, HappensOnce) {
    const ReadResult first = read("1", R"("values": {"contact": "张三"})");
    const ReadResult again = read_declaration(form(), write_declaration(form(), first.declaration));
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again.notes.empty()) << again.notes[0].message;
    EXPECT_EQ(again.declaration, first.declaration);
}

TEST(Migrate, LeavesPresentFormsAndPartsOfWrongTypesToTheReader) {
    EXPECT_TRUE(read("3", R"("values": {"contact": "张三"})").declaration.values.count("contact"));
    EXPECT_EQ(read("1", R"("values": [1])").status, ReadStatus::WrongTypes);
    EXPECT_EQ(read("1", R"("values": {}, "rows": 5)").status, ReadStatus::WrongTypes);
    EXPECT_EQ(read("1", R"("values": {}, "rows": {"money": [7]})").status, ReadStatus::WrongTypes);
    EXPECT_EQ(read("1", R"("values": {"contact": 5})").status, ReadStatus::WrongTypes);
    EXPECT_EQ(read("1", R"("values": {}, "explanations": 0)").status, ReadStatus::WrongTypes);
}

}  // namespace
}  // namespace shenbao
