// JSON as a tree that keeps what files may hold unchanged: the order of keys and the digits of numbers.
//
// Own tree over nlohmann's parser, because its ordered_json searches keys one by one: a hostile file of a
// million keys would never be read to its end.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/formats/result/read_result.h"

namespace shenbao {

struct JsonTree {
    enum class Kind { Null, False, True, Number, String, Array, Object };
    Kind kind = Kind::Null;
    std::string text;               // String: its value; Number: its digits
    std::vector<std::string> keys;  // Object: as many as items; a key may stand twice
    std::vector<JsonTree> items;    // Array, Object

    static JsonTree string(std::string_view value) { return {Kind::String, std::string(value), {}, {}}; }
    static JsonTree number(std::string_view digits) { return {Kind::Number, std::string(digits), {}, {}}; }
    static JsonTree object() { return {Kind::Object, {}, {}, {}}; }
    static JsonTree array() { return {Kind::Array, {}, {}, {}}; }

    bool is(Kind wanted) const { return kind == wanted; }
    // The last item with the key (as every other reader of JSON has it), or null. Looks at one after the
    // other.
    const JsonTree* find(std::string_view key) const;
    void add(std::string_view key, JsonTree value);
};

// Finds keys of an object that may have very many. Ordered, not hashed: no file can choose keys that collide.
// The object must stay where and as it is.
class JsonKeys {
  public:
    explicit JsonKeys(const JsonTree& object);
    // As JsonTree::find.
    const JsonTree* find(std::string_view key) const;
    // Whether no later item has the same key.
    bool counts(size_t index) const;

  private:
    const JsonTree& m_object;
    std::map<std::string_view, size_t> m_last;
};

struct JsonTreeResult {
    ReadStatus status = ReadStatus::Ok;  // Ok, Empty, TooLarge, NotUtf8, NotJson, TooDeep
    std::string where;                   // Chinese: line and byte
    JsonTree tree;
};
// Size, encoding and depth are checked before anything is parsed. A byte order mark is passed over.
JsonTreeResult parse_json_tree(std::string_view bytes);

// Size and encoding alone, for text too: Ok, Empty, TooLarge or NotUtf8, and where.
std::pair<ReadStatus, std::string> check_bytes(std::string_view bytes);
std::string_view without_byte_order_mark(std::string_view bytes);

// Indented by two spaces; flat objects inside arrays stay on one line. Invalid UTF-8 becomes U+FFFD.
std::string pretty_json(const JsonTree& tree);
// Without any white space, keys in their order.
std::string compact_json(const JsonTree& tree);
// RFC 8785: without white space, keys sorted by UTF-16 code units, numbers as ECMAScript writes them. Of keys
// that stand twice the last one counts.
std::string canonical_json(const JsonTree& tree);

// "/rows/income/0" and "a/b" → "/rows/income/0/a~1b" (RFC 6901).
std::string json_pointer(std::string_view parent, std::string_view key);

}  // namespace shenbao
