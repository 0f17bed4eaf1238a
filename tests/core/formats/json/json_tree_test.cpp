#include "core/formats/json/json_tree.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

std::string canonical(std::string_view text) {
    const JsonTreeResult result = parse_json_tree(text);
    EXPECT_EQ(result.status, ReadStatus::Ok) << text;
    return canonical_json(result.tree);
}

// RFC 8785, 3.2.2 and 3.2.3: input and expected output as printed there.
TEST(CanonicalJson, WritesTheExampleOfTheStandard) {
    EXPECT_EQ(canonical(R"({
                "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                "literals": [null, true, false]
              })"),
              R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
              "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

// RFC 8785, 3.2.3: keys in the order of UTF-16 code units: the emoji's surrogates stand before U+FB33.
TEST(CanonicalJson, SortsKeysByUtf16CodeUnits) {
    EXPECT_EQ(canonical(R"({
                "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
                "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
                "\u00f6": "Latin Small Letter O With Diaeresis"
              })"),
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
              "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
              "\"😀\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

// RFC 8785, appendix B, the rows that decimal text can reach.
TEST(CanonicalJson, WritesNumbersAsEcmascriptDoes) {
    EXPECT_EQ(canonical("[-0, 0.0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000]"),
              "[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000]");
    EXPECT_EQ(canonical("[1e21, 999999999999999900000, 1e-6, 1e-7, 0.000001, -123.456]"),
              "[1e+21,999999999999999900000,0.000001,1e-7,0.000001,-123.456]");
}

TEST(CanonicalJson, CountsTheLastOfKeysThatStandTwice) {
    EXPECT_EQ(canonical(R"({"b":1,"a":2,"b":3})"), R"({"a":2,"b":3})");
}

TEST(JsonTree, KeepsTheOrderOfKeysAndTheDigitsOfNumbers) {
    const JsonTreeResult result =
        parse_json_tree(R"( {"z": 1.50, "a": [ {"x": 12345678901234567890123, "y": ""} ]} )");
    ASSERT_EQ(result.status, ReadStatus::Ok);
    EXPECT_EQ(compact_json(result.tree), R"({"z":1.50,"a":[{"x":12345678901234567890123,"y":""}]})");
    EXPECT_EQ(pretty_json(result.tree),
              "{\n  \"z\": 1.50,\n  \"a\": [\n    {\"x\": 12345678901234567890123, \"y\": \"\"}\n  ]\n}\n");
}

TEST(JsonTree, WritesInvalidTextAsReplacementCharacters) {
    EXPECT_EQ(compact_json(JsonTree::string("a\xFFz\xE4\xB8")), "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(JsonTree, PassesOverAByteOrderMark) {
    EXPECT_EQ(parse_json_tree("\xEF\xBB\xBF{}").status, ReadStatus::Ok);
}

struct BadCase {
    std::string bytes;
    ReadStatus status;
    const char* where;
};

TEST(JsonTree, SaysWhatIsWrongWithBadBytesAndWhere) {
    const BadCase cases[] = {
        {"", ReadStatus::Empty, ""},
        {" \r\n\t", ReadStatus::Empty, ""},
        {std::string(kMaximumFileBytes + 1, ' '), ReadStatus::TooLarge, ""},
        {"{\n\"a\": \"\xD6\xD0\"}", ReadStatus::NotUtf8, "第 2 行第 7 字节"},  // 中 in GB 18030
        {std::string("{\"a\"\0}", 6), ReadStatus::NotUtf8, "第 1 行第 5 字节"},
        {"\xFF\xFE{\x20", ReadStatus::NotUtf8, "第 1 行第 1 字节"},              // UTF-16
        {"{\"a\": \"\xED\xA0\x80\"}", ReadStatus::NotUtf8, "第 1 行第 8 字节"},  // a surrogate
        {"{\n\n  \"a\": tru}", ReadStatus::NotJson, "第 3 行第 11 字节"},
        {"{\"a\": \"b", ReadStatus::NotJson, "第 1 行第 9 字节"},
        {"{} {}", ReadStatus::NotJson, "第 1 行第 4 字节"},
        {"{\"a\": 1e999}", ReadStatus::NotJson, "第 1 行第 11 字节"},
        {std::string(65, '['), ReadStatus::TooDeep, "第 1 行第 65 字节"},
        {std::string(1'000'000, '['), ReadStatus::TooDeep, "第 1 行第 65 字节"},
        {std::string(63, '[') + "{\"a\":[", ReadStatus::TooDeep, "第 1 行第 69 字节"},
    };
    for (const BadCase& one : cases) {
        const JsonTreeResult result = parse_json_tree(one.bytes);
        EXPECT_EQ(read_status_name(result.status), read_status_name(one.status)) << one.bytes.substr(0, 40);
        EXPECT_EQ(result.where, one.where) << one.bytes.substr(0, 40);
    }
}

TEST(JsonTree, AcceptsTheGreatestDepthAndBracketsInsideTexts) {
    EXPECT_EQ(parse_json_tree(std::string(64, '[') + std::string(64, ']')).status, ReadStatus::Ok);
    EXPECT_EQ(parse_json_tree("[\"" + std::string(500, '[') + "\\\"" + std::string(500, '{') + "\"]").status,
              ReadStatus::Ok);
}

TEST(JsonTree, RefusesMoreItemsThanMemoryShouldHold) {
    std::string bytes = "[0";
    for (size_t i = 0; i < kMaximumJsonNodes; ++i) bytes += ",0";
    EXPECT_EQ(parse_json_tree(bytes + "]").status, ReadStatus::TooLarge);
}

TEST(ReadMessage, IsAWholeSentenceForEveryStatus) {
    for (int i = 0; i <= static_cast<int>(ReadStatus::NotThisForm); ++i) {
        const auto status = static_cast<ReadStatus>(i);
        EXPECT_FALSE(read_status_name(status).empty());
        const std::string message = read_message(status, "第 3 行");
        if (status == ReadStatus::Ok)
            EXPECT_EQ(message, "");
        else
            EXPECT_NE(message.find("（位置：第 3 行）。"), std::string::npos) << message;
    }
}

TEST(JsonPointer, EscapesTildeAndSlash) {
    EXPECT_EQ(json_pointer("/rows", "a/b~c"), "/rows/a~1b~0c");
}

// Of a key that stands twice the last item counts, however it is looked for.
TEST(JsonKeys, FindsWhatTheTreeFinds) {
    JsonTree tree = JsonTree::object();
    for (const char* key : {"a", "b", "a", "", "c", "b", "a"}) tree.add(key, JsonTree::number("1"));
    const JsonKeys keys(tree);
    for (const char* key : {"a", "b", "c", "", "d"}) EXPECT_EQ(keys.find(key), tree.find(key)) << key;
    for (size_t i = 0; i < tree.items.size(); ++i)
        EXPECT_EQ(keys.counts(i), tree.find(tree.keys[i]) == &tree.items[i]) << i;
}

}  // namespace
}  // namespace shenbao
