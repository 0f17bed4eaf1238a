#include "core/form/json_text.h"
#include "tests/core/form/small_form.h"
#include "tests/support/fixtures.h"

namespace shenbao::testing {
namespace {

TEST(HostileDefinition, EmptyFileIsNamed) {
    EXPECT_EQ(faults_of(""), Texts{": The file is empty"});
    EXPECT_EQ(faults_of("\ufeff"), Texts{": The file is empty"});
}

TEST(HostileDefinition, ByteOrderMarkIsNoFault) {
    EXPECT_EQ(faults_of("\ufeff" + std::string(kSmallForm)), Texts{});
}

TEST(HostileDefinition, InvalidUtf8IsNamedWithItsPlace) {
    // Overlong "/", a surrogate, beyond U+10FFFF, a lone continuation, a GBK 中, cut short.
    for (std::string_view bad :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xD6\xD0", "\xE4\xB8"}) {
        std::string json = "{\n  \"title\": \"" + std::string(bad) + "\"}";
        EXPECT_EQ(faults_of(json), Texts{": The file is not UTF-8 (line 2, column 13)"}) << json;
    }
    EXPECT_EQ(faults_of("{\"a\": \"\\\xC0\"}"), Texts{": The file is not UTF-8 (line 1, column 9)"});
}

TEST(HostileDefinition, NulIsNamed) {
    std::string json(kSmallForm);
    json[1] = '\0';
    EXPECT_EQ(faults_of(json), Texts{": The file holds the character U+0000 (line 1, column 2)"});
    EXPECT_EQ(faults_of(small_form_with("\"title\": \"小表\"", "\"title\": \"小\\u0000表\"")),
              Texts{"/title: Holds the character U+0000"});
}

TEST(HostileDefinition, DepthIsRefusedBeforeParsing) {
    EXPECT_EQ(faults_of(std::string(64, '[') + std::string(64, ']')),
              Texts{": The file nests deeper than 63 levels (line 1, column 64)"});
    EXPECT_EQ(faults_of(std::string(1'000'000, '[')).size(), 1u);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    EXPECT_EQ(faults_of(objects).size(), 1u);
    EXPECT_EQ(faults_of(std::string(63, '[') + std::string(63, ']')), Texts{": Must be an object"});
}

TEST(HostileDefinition, BracketsInsideTextsAreNoDepth) {
    EXPECT_EQ(faults_of(small_form_with("小表", std::string(100, '[') + "\\\"" + std::string(100, '{'))),
              Texts{});
}

TEST(HostileDefinition, SizeIsRefusedBeforeParsing) {
    EXPECT_EQ(faults_of(std::string((1 << 20) + 1, ' ')), Texts{": The file is larger than 1 MiB"});
    std::string json(kSmallForm);
    json.append((1 << 20) - json.size(), ' ');
    EXPECT_EQ(faults_of(json), Texts{});
}

TEST(HostileDefinition, SyntaxMistakeIsNamedWithItsPlace) {
    EXPECT_EQ(faults_of("{\n\"format\": shenbao}"), Texts{": No JSON: mistake at line 2, column 11"});
    EXPECT_EQ(faults_of("{} {}"), Texts{": No JSON: mistake at line 1, column 4"});
}

// Law: whatever prefix of a valid file is read, the answer is faults, never a definition and never a crash.
TEST(HostileDefinition, TruncationAnywhereIsAFault) {
    std::string_view json = kSmallForm;
    for (size_t size = 0; size < json.size(); size += 2)
        EXPECT_FALSE(faults_of(json.substr(0, size)).empty()) << size;
    const std::string& official = official_form_json();
    for (size_t size = 0; size + 3 < official.size(); size += 997)
        EXPECT_FALSE(faults_of(std::string_view(official).substr(0, size)).empty()) << size;
}

// Law: a file with any one byte replaced is a definition or faults, never both, never a crash.
TEST(HostileDefinition, AnyByteMayBeAnother) {
    const std::string original(kSmallForm);
    for (size_t at = 0; at < original.size(); at += 3) {
        for (char c : {'"', '{', ']', '0'}) {
            std::string json = original;
            json[at] = c;
            DefinitionResult result = read_definition(json);
            EXPECT_EQ(result.definition.has_value(), result.faults.empty());
        }
    }
}

TEST(JsonText, CountsLinesAndCharacters) {
    TextPosition position = text_position("甲乙\n丙\"x", 11);
    EXPECT_EQ(position.line, 2u);
    EXPECT_EQ(position.column, 3u);
    EXPECT_EQ(text_position("ab", 99).column, 3u);
}

TEST(JsonText, LimitsAreTheCallers) {
    EXPECT_EQ(check_json_text("[[1]]", {100, 2}).status, JsonTextStatus::Ok);
    EXPECT_EQ(check_json_text("[[1]]", {100, 1}).status, JsonTextStatus::TooDeep);
    EXPECT_EQ(check_json_text("[[1]]", {4, 9}).status, JsonTextStatus::TooLarge);
    EXPECT_EQ(check_json_text("[],[],[]", {100, 1}).status, JsonTextStatus::Ok);
}

}  // namespace
}  // namespace shenbao::testing
