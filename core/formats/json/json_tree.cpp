#include "core/formats/json/json_tree.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "core/formats/text/utf8.h"

namespace shenbao {
namespace {

std::string line_of(std::string_view bytes, size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return "第 " + std::to_string(lines + 1) + " 行第 " + std::to_string(before.size() - start + 1) + " 字节";
}

// Offset of the bracket that exceeds the depth, or npos. Strings are passed over; anything malformed is left
// to the parser.
size_t too_deep_at(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (in_string) {
            if (byte == '\\')
                ++at;
            else if (byte == '"')
                in_string = false;
        } else if (byte == '"') {
            in_string = true;
        } else if (byte == '{' || byte == '[') {
            if (++depth > kMaximumJsonDepth) return at;
        } else if (byte == '}' || byte == ']') {
            --depth;
        }
    }
    return std::string_view::npos;
}

// Builds the tree from the parser's events (nlohmann's SAX interface; the names are its own).
class TreeBuilder {
  public:
    using Json = nlohmann::ordered_json;
    JsonTree root;
    size_t error_at = 0;
    size_t nodes = 0;

    bool null() { return put({}); }
    bool boolean(bool value) {
        return put({value ? JsonTree::Kind::True : JsonTree::Kind::False, {}, {}, {}});
    }
    bool number_integer(Json::number_integer_t value) { return put(JsonTree::number(std::to_string(value))); }
    bool number_unsigned(Json::number_unsigned_t value) {
        return put(JsonTree::number(std::to_string(value)));
    }
    bool number_float(Json::number_float_t, const std::string& digits) {
        return put(JsonTree::number(digits));
    }
    bool string(std::string& value) { return put(JsonTree::string(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool key(std::string& value) {
        m_open.back()->keys.push_back(std::move(value));
        return true;
    }
    bool start_object(size_t) { return open(JsonTree::object()); }
    bool start_array(size_t) { return open(JsonTree::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    template <typename Exception>
    bool parse_error(size_t position, const std::string&, const Exception&) {
        error_at = position == 0 ? 0 : position - 1;
        return false;
    }

  private:
    bool put(JsonTree value) {
        if (++nodes > kMaximumJsonNodes) return false;
        if (m_open.empty())
            root = std::move(value);
        else
            m_open.back()->items.push_back(std::move(value));
        return true;
    }
    bool open(JsonTree value) {
        if (!put(std::move(value))) return false;
        // The vector an open node lives in does not grow before the node is closed, so the pointer stays
        // good.
        m_open.push_back(m_open.empty() ? &root : &m_open.back()->items.back());
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }
    std::vector<JsonTree*> m_open;
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view key) const {
    for (size_t i = keys.size(); i-- > 0;)
        if (keys[i] == key) return &items[i];
    return nullptr;
}

JsonKeys::JsonKeys(const JsonTree& object) : m_object(object) {
    for (size_t i = 0; i < object.keys.size(); ++i) m_last[object.keys[i]] = i;
}

const JsonTree* JsonKeys::find(std::string_view key) const {
    const auto found = m_last.find(key);
    return found == m_last.end() ? nullptr : &m_object.items[found->second];
}

bool JsonKeys::counts(size_t index) const {
    const auto found = m_last.find(m_object.keys[index]);
    return found != m_last.end() && found->second == index;
}

void JsonTree::add(std::string_view key, JsonTree value) {
    keys.emplace_back(key);
    items.push_back(std::move(value));
}

std::string_view without_byte_order_mark(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return bytes.substr(0, kMark.size()) == kMark ? bytes.substr(kMark.size()) : bytes;
}

std::pair<ReadStatus, std::string> check_bytes(std::string_view bytes) {
    if (bytes.size() > kMaximumFileBytes) return {ReadStatus::TooLarge, {}};
    const std::string_view text = without_byte_order_mark(bytes);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {ReadStatus::Empty, {}};
    const size_t bad = std::min(first_invalid_utf8(text), text.find('\0'));
    if (bad != std::string_view::npos) return {ReadStatus::NotUtf8, line_of(text, bad)};
    return {ReadStatus::Ok, {}};
}

JsonTreeResult parse_json_tree(std::string_view bytes) {
    const auto [status, where] = check_bytes(bytes);
    if (status != ReadStatus::Ok) return {status, where, {}};
    const std::string_view text = without_byte_order_mark(bytes);
    if (const size_t deep = too_deep_at(text); deep != std::string_view::npos)
        return {ReadStatus::TooDeep, line_of(text, deep), {}};
    TreeBuilder builder;
    const bool complete = nlohmann::ordered_json::sax_parse(text, &builder);
    if (builder.nodes > kMaximumJsonNodes) return {ReadStatus::TooLarge, {}, {}};
    if (!complete) return {ReadStatus::NotJson, line_of(text, builder.error_at), {}};
    return {ReadStatus::Ok, {}, std::move(builder.root)};
}

}  // namespace shenbao
