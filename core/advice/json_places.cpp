#include "core/advice/json_places.h"

#include "core/feel/text/utf8.h"

namespace shenbao {
namespace {

unsigned hex(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits)
        value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return value;
}

// What the character or escape at `at` of a JSON string means; `at` is moved behind it.
std::string read_character(std::string_view json, size_t& at) {
    const size_t start = at;
    if (json[at] != '\\' || at + 1 >= json.size()) {
        feel::next_code_point(json, at);
        return std::string(json.substr(start, at - start));
    }
    const char kind = json[at + 1];
    at += 2;
    constexpr std::string_view kEscapes = "nrtbf", kMeant = "\n\r\t\b\f";
    if (const size_t found = kEscapes.find(kind); found != std::string_view::npos)
        return std::string(1, kMeant[found]);
    if (kind != 'u') return std::string(1, kind);
    unsigned code = hex(json.substr(at, 4));
    at += 4;
    if (code >= 0xd800 && code < 0xdc00 && json.substr(at, 2) == "\\u") {
        code = 0x10000 + ((code - 0xd800) << 10) + (hex(json.substr(at + 2, 4)) - 0xdc00);
        at += 6;
    }
    std::string text;
    feel::append_code_point(text, code);
    return text;
}

std::string token(const std::string& key) {
    std::string escaped;
    for (const char c : key) escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return escaped;
}

}  // namespace

JsonPlaces::JsonPlaces(std::string_view json) : m_json(json) {
    constexpr std::string_view kByteOrderMark = "\ufeff";
    if (json.starts_with(kByteOrderMark)) m_at = kByteOrderMark.size();
    read_value({});
}

void JsonPlaces::skip_blanks() {
    while (m_at < m_json.size() && std::string_view(" \t\r\n").find(m_json[m_at]) != std::string_view::npos)
        ++m_at;
}

std::string JsonPlaces::read_string() {
    std::string text;
    for (++m_at; m_at < m_json.size() && m_json[m_at] != '"';) text += read_character(m_json, m_at);
    ++m_at;
    return text;
}

// As deep as the text is nested: what is read was JSON of few levels (core/form/json_text.h).
void JsonPlaces::read_value(const std::string& pointer) {
    skip_blanks();
    m_values[pointer] = m_at;
    if (m_at >= m_json.size()) return;
    const char open = m_json[m_at];
    if (open == '"') {
        read_string();
    } else if (open == '{' || open == '[') {
        ++m_at;
        for (size_t index = 0;; ++index) {
            skip_blanks();
            if (m_at < m_json.size() && m_json[m_at] == ',') {
                ++m_at;
                skip_blanks();
            }
            if (m_at >= m_json.size()) return;
            if (m_json[m_at] == '}' || m_json[m_at] == ']') {
                ++m_at;
                return;
            }
            std::string name = std::to_string(index);
            if (open == '{') {
                name = token(read_string());
                skip_blanks();
                ++m_at;  // the colon
            }
            read_value(pointer + "/" + name);
        }
    } else {
        while (m_at < m_json.size() &&
               std::string_view(",]} \t\r\n").find(m_json[m_at]) == std::string_view::npos)
            ++m_at;
    }
}

size_t JsonPlaces::value(std::string_view pointer) const {
    while (true) {
        if (const auto found = m_values.find(pointer); found != m_values.end()) return found->second;
        if (pointer.empty()) return 0;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
}

size_t JsonPlaces::in_text(std::string_view pointer, size_t byte) const {
    const auto found = m_values.find(pointer);
    if (found == m_values.end() || m_json[found->second] != '"') return value(pointer);
    size_t at = found->second + 1;
    for (size_t read = 0; read < byte && at < m_json.size() && m_json[at] != '"';)
        read += read_character(m_json, at).size();
    return at;
}

std::vector<std::string> JsonPlaces::ids(std::string_view list) const {
    std::vector<std::string> ids;
    for (size_t i = 0;; ++i) {
        const std::string item = std::string(list) + "/" + std::to_string(i);
        if (!m_values.contains(item)) return ids;
        ids.push_back(text(item + "/id"));
    }
}

std::string JsonPlaces::text(std::string_view pointer) const {
    const auto found = m_values.find(pointer);
    if (found == m_values.end() || found->second >= m_json.size() || m_json[found->second] != '"') return {};
    std::string text;
    for (size_t at = found->second + 1; at < m_json.size() && m_json[at] != '"';)
        text += read_character(m_json, at);
    return text;
}

}  // namespace shenbao
