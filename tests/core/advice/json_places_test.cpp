#include "core/advice/json_places.h"

#include <gtest/gtest.h>

namespace shenbao {
namespace {

TEST(JsonPlaces, FindEveryValue) {
    const std::string json = "{\"a\": [1, {\"b/c\": \"x\"}, []], \"d\": null, \"e\": {}}";
    const JsonPlaces places(json);
    EXPECT_EQ(places.value(""), 0u);
    EXPECT_EQ(json.substr(places.value("/a/0"), 1), "1");
    EXPECT_EQ(json.substr(places.value("/a/1/b~1c"), 3), "\"x\"");
    EXPECT_EQ(json.substr(places.value("/a/2"), 2), "[]");
    EXPECT_EQ(json.substr(places.value("/d"), 4), "null");
    EXPECT_EQ(places.value("/d/none/there"), places.value("/d")) << "the nearest part that is there";
}

TEST(JsonPlaces, CountInWhatATextMeans) {
    const std::string json = "[\"a\\\"\\u7532乙\\ud83d\\ude00z\"]";
    const JsonPlaces places(json);
    EXPECT_EQ(places.text("/0"), "a\"甲乙😀z");
    EXPECT_EQ(json.substr(places.in_text("/0", 0), 1), "a");
    EXPECT_EQ(json.substr(places.in_text("/0", 1), 2), "\\\"");
    EXPECT_EQ(json.substr(places.in_text("/0", 2), 6), "\\u7532");
    EXPECT_EQ(json.substr(places.in_text("/0", 5), 3), "乙");
    EXPECT_EQ(json.substr(places.in_text("/0", 12), 1), "z");
}

TEST(JsonPlaces, TakeTheLaterOfTwoKeys) {
    const std::string json = "{\"a\": 1, \"a\": 2}";
    EXPECT_EQ(json.substr(JsonPlaces(json).value("/a"), 1), "2");
}

TEST(JsonPlaces, ListIds) {
    EXPECT_EQ(JsonPlaces("{\"fields\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}").ids("/fields"),
              (std::vector<std::string>{"a", "b"}));
}

// What is no JSON is refused before; places must only not run for ever or beyond its end.
TEST(JsonPlaces, EndWhateverTheTextIs) {
    for (const char* text :
         {"", "{", "[", "{\"a", "{\"a\":", "[1,,2", "}", "\"\\", "[\"\\u12\"", "{:}", "[}", ":::"})
        EXPECT_EQ(JsonPlaces(text).value("/x"), JsonPlaces(text).value("")) << text;
}

}  // namespace
}  // namespace shenbao
