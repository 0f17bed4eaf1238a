#include "core/formats/json/declaration_json.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/formats/json/declaration_tree.h"
#include "core/formats/json/sha256.h"
#include "tests/support/fixtures.h"

namespace shenbao {
namespace {

const FormDefinition& official_form() {
    static const DefinitionResult result = read_definition(testing::official_form_json());
    EXPECT_TRUE(result.definition.has_value());
    return *result.definition;
}

Declaration filled() {
    Declaration declaration = blank_declaration(official_form());
    declaration.values = {{"department", "鄂州市𠮷祥局\t\"临空\"\\"},
                          {"duties", "1. 负责\n\n2. 管理"},
                          {"income.fiscal.current", " １，４２４ "},
                          {"longterm.core_output_1-2.title", "第三项"}};
    declaration.rows["longterm"].push_back({"core_output_1-2", "core_output_1"});
    declaration.explanations = {{"income-changed income.total.current", "新增专项债券项目"}};
    declaration.explained = {{"income-changed income.total.current", "增加 40%，超过 30%，请说明原因"}};
    return declaration;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

const ReadNote* note_at(const ReadResult& result, std::string_view where) {
    for (const ReadNote& note : result.notes)
        if (note.where == where) return &note;
    return nullptr;
}

TEST(DeclarationJson, GivesBackWhatWasWritten) {
    const Declaration declaration = filled();
    const ReadResult result =
        read_declaration(official_form(), write_declaration(official_form(), declaration));
    EXPECT_TRUE(result.ok()) << result.message;
    EXPECT_TRUE(result.notes.empty()) << result.notes[0].message;
    EXPECT_EQ(result.declaration, declaration);
}

TEST(DeclarationJson, OfAnEarlierProgramSaysNotWhatItsExplanationsWereGivenFor) {
    Declaration declaration = filled();
    declaration.explained.clear();
    const std::string text = write_declaration(official_form(), declaration);
    EXPECT_EQ(text.find("\"explained\""), std::string::npos) << "written as it was";
    const ReadResult result = read_declaration(official_form(), text);
    EXPECT_TRUE(result.notes.empty());
    EXPECT_EQ(result.declaration, declaration);
}

TEST(DeclarationJson, IsPrettyTextWithItsKeysInTheDocumentedOrder) {
    const std::string text = write_declaration(official_form(), filled());
    EXPECT_TRUE(
        text.starts_with("{\n  \"format\": \"shenbao-declaration\",\n  \"formatVersion\": 1,\n  \"form\": {\n"
                         "    \"id\": \"department-performance-target\",\n"))
        << text.substr(0, 200);
    size_t last = 0;
    for (const char* key :
         {"format", "formatVersion", "form", "values", "rows", "explanations", "explained", "sha256"}) {
        const size_t at = text.find("\n  \"" + std::string(key) + "\": ");
        ASSERT_NE(at, std::string::npos) << key;
        EXPECT_GE(at, last) << key;
        last = at;
    }
    EXPECT_NE(text.find("\n      {\"id\": \"core_output_1-2\", \"origin\": \"core_output_1\"}"),
              std::string::npos);
    EXPECT_TRUE(text.ends_with("\"\n}\n"));
}

// The checksum was computed by Python: json.dumps(content, sort_keys=True, separators=(",", ":"),
// ensure_ascii=False) of the same content, then hashlib.sha256. All keys here are in the basic plane.
TEST(DeclarationJson, CarriesTheChecksumOfItsCanonicalForm) {
    FormDefinition form;
    form.id = "f";
    form.version = "2026";
    form.title = "表";
    Declaration declaration;
    declaration.form_id = "f";
    declaration.form_version = "2026";
    declaration.values = {{"b", "二\n"}, {"a", "\"1\""}};
    declaration.rows["t"] = {{"r", "r"}, {"r-2", "r"}};
    EXPECT_EQ(declaration_checksum(form, declaration),
              "9a51ca28a38c97dc889ba9b144e9c181ca9d6a0cb9729b747cc3b9414b654b26");
    EXPECT_NE(
        write_declaration(form, declaration).find("\"sha256\": \"" + declaration_checksum(form, declaration)),
        std::string::npos);
}

TEST(DeclarationJson, NotesAChecksumThatDiffersAndOpensTheFile) {
    const std::string text = replaced(write_declaration(official_form(), filled()), "第三项", "第四项");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.declaration.text("longterm.core_output_1-2.title"), "第四项");
    ASSERT_NE(note_at(result, "/sha256"), nullptr);
    EXPECT_EQ(note_at(result, "/sha256")->kind, NoteKind::Doubtful);
}

TEST(DeclarationJson, AcceptsTheSameContentInAnotherLayout) {
    const JsonTreeResult parsed = parse_json_tree(write_declaration(official_form(), filled()));
    EXPECT_TRUE(read_declaration(official_form(), compact_json(parsed.tree)).notes.empty());
    EXPECT_TRUE(
        read_declaration(official_form(), "\xEF\xBB\xBF" + canonical_json(parsed.tree)).notes.empty());
}

TEST(DeclarationJson, KeepsUnknownKeysWhereTheyStood) {
    std::string text = write_declaration(official_form(), filled());
    text =
        replaced(text, "  \"values\"", "  \"remarks\": [{\"by\": \"财政局\", \"n\": 1.50}],\n  \"values\"");
    text = replaced(text, "\"version\": \"2026\"", "\"region\": \"鄂州\",\n    \"version\": \"2026\"");
    text = replaced(text, "{\"id\": \"special_account\",", "{\"seen\": true, \"id\": \"special_account\",");
    text = replaced(text, "    \"income\": [\n",
                    "    \"income\": [\n      {\"id\": \"old\", \"origin\": \"old\", \"x\": 1},\n");
    const ReadResult first = read_declaration(official_form(), text);
    ASSERT_TRUE(first.ok()) << first.message;
    EXPECT_NE(note_at(first, "/remarks"), nullptr);
    EXPECT_NE(note_at(first, "/rows/income/0"), nullptr);
    EXPECT_EQ(first.declaration.rows, filled().rows);

    const std::string again = write_declaration(official_form(), first.declaration);
    EXPECT_NE(again.find("  \"remarks\": [\n    {\"by\": \"财政局\", \"n\": 1.50}\n  ],\n  \"values\""),
              std::string::npos);
    EXPECT_NE(again.find("\"region\": \"鄂州\",\n    \"version\": \"2026\""), std::string::npos);
    EXPECT_NE(again.find("{\"seen\": true, \"id\": \"special_account\", \"origin\": \"special_account\"}"),
              std::string::npos);
    EXPECT_NE(again.find("{\"id\": \"old\", \"origin\": \"old\", \"x\": 1}"), std::string::npos);
    const ReadResult second = read_declaration(official_form(), again);
    EXPECT_EQ(second.declaration, first.declaration);
    EXPECT_EQ(note_at(second, "/sha256"), nullptr);
}

TEST(DeclarationJson, KeepsAndNotesWhatTheFormDoesNotKnow) {
    std::string text = write_declaration(official_form(), filled());
    text = replaced(text, "    \"department\"",
                    "    \"ghost\": \"甲\",\n    \"income.fiscal.ghost\": \"乙\",\n    \"department\"");
    text = replaced(text, "  \"rows\": {", "  \"rows\": {\n    \"ghosts\": [{\"id\": \"g\"}],");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok()) << result.message;
    for (const char* where : {"/values/ghost", "/values/income.fiscal.ghost", "/rows/ghosts"}) {
        ASSERT_NE(note_at(result, where), nullptr) << where;
        EXPECT_EQ(note_at(result, where)->kind, NoteKind::Unknown);
    }
    EXPECT_EQ(result.declaration.text("income.fiscal.ghost"), "乙");
    EXPECT_NE(write_declaration(official_form(), result.declaration)
                  .find("\"ghosts\": [\n      {\"id\": \"g\", \"origin\": \"g\"}"),
              std::string::npos);
}

TEST(DeclarationJson, NotesTheFirstTextOfACellThatStandsTwice) {
    const std::string text = replaced(write_declaration(official_form(), filled()), "\"values\": {",
                                      "\"values\": {\n    \"department\": \"旧名\",");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.declaration.text("department"), filled().text("department"));
    ASSERT_NE(note_at(result, "/values/department"), nullptr);
    EXPECT_EQ(note_at(result, "/values/department")->text, "旧名");
}

// Found by the fuzzer: a table that stands twice left rows of its first copy behind.
TEST(DeclarationJson, NotesTheFirstOfPartsThatStandTwice) {
    std::string text = write_declaration(official_form(), filled());
    text = replaced(text, "  \"rows\": {",
                    "  \"rows\": {\n    \"income\": [{\"id\": \"unit\", \"origin\": \"gone\"}],");
    text = replaced(text, "  \"explanations\": {",
                    "  \"explanations\": {\"k\": \"first\"},\n  \"explanations\": {");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok()) << result.message;
    EXPECT_EQ(result.declaration, filled());
    for (const char* where : {"/rows/income", "/explanations"}) {
        ASSERT_NE(note_at(result, where), nullptr) << where;
        EXPECT_EQ(note_at(result, where)->kind, NoteKind::Unplaced);
    }
    EXPECT_EQ(note_at(result, "/explanations")->text, "{\"k\":\"first\"}");
}

TEST(DeclarationJson, TakesARowThatStandsTwiceOnceAndNotesIt) {
    const std::string text =
        replaced(write_declaration(official_form(), filled()), "    \"income\": [\n",
                 "    \"income\": [\n      {\"id\": \"fiscal\", \"origin\": \"fiscal\"},\n");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok()) << result.message;
    EXPECT_EQ(result.declaration.rows, filled().rows);
    ASSERT_NE(note_at(result, "/rows/income/1"), nullptr);
    EXPECT_EQ(note_at(result, "/rows/income/1")->kind, NoteKind::Unplaced);
}

TEST(DeclarationJson, TakesRowsOfTablesTheFileLeavesOutFromTheForm) {
    const ReadResult result =
        read_declaration(official_form(), R"({"format": "shenbao-declaration", "formatVersion": 1,
                             "form": {"id": "department-performance-target", "version": "2026"}})");
    ASSERT_TRUE(result.ok()) << result.message;
    EXPECT_EQ(result.declaration, blank_declaration(official_form()));
}

TEST(DeclarationJson, OpensAnOlderFormWithANote) {
    const std::string text = replaced(write_declaration(official_form(), filled()), "\"version\": \"2026\"",
                                      "\"version\": \"2025\"");
    const ReadResult result = read_declaration(official_form(), text);
    ASSERT_TRUE(result.ok());
    EXPECT_NE(note_at(result, "/form/version"), nullptr);
    EXPECT_EQ(result.declaration.form_version, "2025");
}

struct Refusal {
    const char* from;
    const char* to;
    ReadStatus status;
    const char* where;
};

TEST(DeclarationJson, RefusesWhatIsNoDeclarationOfThisFormAndSaysWhere) {
    const Refusal refusals[] = {
        // A file of something else has no place in it that could be mended.
        {"\"format\": \"shenbao-declaration\"", "\"format\": \"other\"", ReadStatus::NotADeclaration, ""},
        {"\"format\": ", "\"Format\": ", ReadStatus::NotADeclaration, ""},
        {"\"formatVersion\": 1", "\"formatVersion\": 2", ReadStatus::NewerFormat, "/formatVersion"},
        {"\"formatVersion\": 1", "\"formatVersion\": \"1\"", ReadStatus::WrongTypes, "/formatVersion"},
        {"\"formatVersion\": 1", "\"formatVersion\": -1", ReadStatus::WrongTypes, "/formatVersion"},
        {"\"formatVersion\": 1", "\"formatVersion\": 1e99", ReadStatus::WrongTypes, "/formatVersion"},
        {"\"version\": \"2026\"", "\"version\": \"2027\"", ReadStatus::NewerFormat, "/form/version：2027"},
        {"\"version\": \"2026\"", "\"version\": 2026", ReadStatus::WrongTypes, "/form/version"},
        {"\"id\": \"department-performance-target\"", "\"id\": \"project\"", ReadStatus::OtherForm,
         "/form/id：部门整体绩效目标申报表"},
        {"\"form\": {", "\"form\": 1, \"other\": {", ReadStatus::WrongTypes, "/form"},
        {"\"values\": {", "\"values\": [], \"other\": {", ReadStatus::WrongTypes, "/values"},
        {"\"values\": {", "\"values\": {\"person\": 5,", ReadStatus::WrongTypes, "/values/person"},
        {"\"values\": {", "\"values\": {\"a/b\": null,", ReadStatus::WrongTypes, "/values/a~1b"},
        {"\"values\": {", "\"values\": {\"person\": \"a\\u0000b\",", ReadStatus::WrongTypes,
         "/values/person"},
        {"\"rows\": {", "\"rows\": [], \"other\": {", ReadStatus::WrongTypes, "/rows"},
        {"\"rows\": {", "\"rows\": {\"t\": {},", ReadStatus::WrongTypes, "/rows/t"},
        {"\"rows\": {", "\"rows\": {\"t\": [1],", ReadStatus::WrongTypes, "/rows/t/0"},
        {"\"rows\": {", "\"rows\": {\"t\": [{}],", ReadStatus::WrongTypes, "/rows/t/0/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"a.b\"}],", ReadStatus::WrongTypes, "/rows/t/0/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"\"}],", ReadStatus::WrongTypes, "/rows/t/0/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"a\\n\"}],", ReadStatus::WrongTypes, "/rows/t/0/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"a\\u0000\"}],", ReadStatus::WrongTypes,
         "/rows/t/0/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"a\"}, {\"id\": \"b.\"}],", ReadStatus::WrongTypes,
         "/rows/t/1/id"},
        {"\"rows\": {", "\"rows\": {\"t\": [{\"id\": \"a\", \"origin\": []}],", ReadStatus::WrongTypes,
         "/rows/t/0/origin"},
        {"\"explanations\": {", "\"explanations\": {\"k\": true,", ReadStatus::WrongTypes, "/explanations/k"},
    };
    const std::string text = write_declaration(official_form(), filled());
    for (const Refusal& one : refusals) {
        const ReadResult result = read_declaration(official_form(), replaced(text, one.from, one.to));
        EXPECT_EQ(read_status_name(result.status), read_status_name(one.status)) << one.to;
        const std::string place = *one.where == 0 ? "" : "（位置：" + std::string(one.where) + "）";
        EXPECT_EQ(result.message.find("（位置：") == std::string::npos, place.empty()) << result.message;
        EXPECT_NE(result.message.find(place), std::string::npos) << result.message;
        EXPECT_EQ(result.declaration, Declaration()) << one.to;
    }
    for (const char* other : {"[]", "1", "\"x\"", "null", "{}"})
        EXPECT_EQ(read_declaration(official_form(), other).status, ReadStatus::NotADeclaration) << other;
}

TEST(DeclarationJson, RefusesEveryTruncationOfAFileWithItsPlace) {
    const std::string text = write_declaration(official_form(), filled());
    for (size_t size = 0; size + 2 < text.size(); size += 7) {
        const ReadResult result = read_declaration(official_form(), std::string_view(text).substr(0, size));
        EXPECT_FALSE(result.ok()) << size;
        EXPECT_FALSE(result.message.empty()) << size;
    }
}

TEST(DeclarationJson, ReadsAMillionHostileKeysWithoutHanging) {
    std::string text = R"({"format": "shenbao-declaration", "formatVersion": 1,
        "form": {"id": "department-performance-target", "version": "2026"}, "values": {)";
    for (int i = 0; i < 400'000; ++i) text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":\"v\"";
    const ReadResult result = read_declaration(official_form(), text + "}}");
    EXPECT_TRUE(result.ok());
    EXPECT_EQ(result.declaration.values.size(), 400'000U);
}

}  // namespace
}  // namespace shenbao
