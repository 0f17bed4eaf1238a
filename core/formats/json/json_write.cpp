#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include "core/formats/json/json_tree.h"
#include "core/formats/text/utf8.h"

namespace shenbao {
namespace {

using Kind = JsonTree::Kind;

// RFC 8785, 3.2.2.2: the short escapes, \u00xx for other controls, everything else as it is.
void append_string(std::string& out, std::string_view text) {
    const std::string valid = valid_utf8(text);
    out += '"';
    for (const char byte : valid) {
        switch (byte) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(byte) < 0x20) {
                    constexpr std::string_view kDigits = "0123456789abcdef";
                    const auto code = static_cast<unsigned char>(byte);
                    out += "\\u00";
                    out += {kDigits[code >> 4], kDigits[code & 15]};
                } else {
                    out += byte;
                }
        }
    }
    out += '"';
}

void append_scalar(std::string& out, const JsonTree& tree) {
    switch (tree.kind) {
        case Kind::Null:
            out += "null";
            break;
        case Kind::False:
            out += "false";
            break;
        case Kind::True:
            out += "true";
            break;
        case Kind::Number:
            out += tree.text;
            break;
        default:
            append_string(out, tree.text);
    }
}

bool nested(const JsonTree& tree) {
    return tree.is(Kind::Array) || tree.is(Kind::Object);
}

// indent < 0: on one line, with a space behind each comma when `spaced`.
void append_tree(std::string& out, const JsonTree& tree, int indent, bool spaced) {
    if (!nested(tree)) return append_scalar(out, tree);
    const bool object = tree.is(Kind::Object);
    out += object ? '{' : '[';
    const std::string margin(indent < 0 ? 0 : static_cast<size_t>(indent) * 2, ' ');
    for (size_t i = 0; i < tree.items.size(); ++i) {
        if (i > 0) out += indent < 0 && spaced ? ", " : ",";
        if (indent >= 0) out.append("\n").append(margin).append("  ");
        if (object) {
            append_string(out, tree.keys[i]);
            out += indent < 0 && !spaced ? ":" : ": ";
        }
        const JsonTree& item = tree.items[i];
        const bool flat = std::none_of(item.items.begin(), item.items.end(), nested);
        const bool one_line = indent < 0 || (!object && flat);
        append_tree(out, item, one_line ? -1 : indent + 1, spaced);
    }
    if (indent >= 0 && !tree.items.empty()) out.append("\n").append(margin);
    out += object ? '}' : ']';
}

// The order of UTF-16 code units, on UTF-8: it differs from that of the bytes only where a character beyond
// the basic plane (surrogates, from D800) meets one from E000 to FFFF.
bool before_in_utf16(std::string_view a, std::string_view b) {
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (in_a == a.end() || in_b == b.end()) return in_a == a.end() && in_b != b.end();
    const auto x = static_cast<unsigned char>(*in_a), y = static_cast<unsigned char>(*in_b);
    const bool x_beyond = x >= 0xF0, y_beyond = y >= 0xF0;
    if (x_beyond != y_beyond && x >= 0xEE && y >= 0xEE) return x_beyond;
    return x < y;
}

// ECMAScript's Number::toString (RFC 8785, 3.2.2.3): the fewest digits that read back as the same double.
std::string ecmascript_number(std::string_view literal) {
    const double value = std::strtod(std::string(literal).c_str(), nullptr);
    if (value == 0) return "0";
    char buffer[40];
    for (int precision = 0; precision <= 16; ++precision) {
        std::snprintf(buffer, sizeof buffer, "%.*e", precision, value);
        if (std::strtod(buffer, nullptr) == value) break;
    }
    const std::string_view scientific = buffer;
    const size_t e = scientific.find('e');
    const int point = std::atoi(buffer + e + 1) + 1;  // 0.digits × 10^point
    std::string digits;
    for (const char byte : scientific.substr(0, e))
        if (byte >= '0' && byte <= '9') digits += byte;
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    const int count = static_cast<int>(digits.size());
    std::string text = value < 0 ? "-" : "";
    if (count <= point && point <= 21) {
        text += digits + std::string(static_cast<size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        text +=
            digits.substr(0, static_cast<size_t>(point)) + "." + digits.substr(static_cast<size_t>(point));
    } else if (-6 < point && point <= 0) {
        text += "0." + std::string(static_cast<size_t>(-point), '0') + digits;
    } else {
        text += digits.substr(0, 1);
        if (count > 1) text += "." + digits.substr(1);
        text += (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
    }
    return text;
}

void append_canonical(std::string& out, const JsonTree& tree) {
    if (tree.is(Kind::Number)) {
        out += ecmascript_number(tree.text);
    } else if (tree.is(Kind::Array)) {
        out += '[';
        for (size_t i = 0; i < tree.items.size(); ++i) {
            if (i > 0) out += ',';
            append_canonical(out, tree.items[i]);
        }
        out += ']';
    } else if (tree.is(Kind::Object)) {
        std::vector<size_t> order(tree.items.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t a, size_t b) { return before_in_utf16(tree.keys[a], tree.keys[b]); });
        out += '{';
        bool first = true;
        for (size_t i = 0; i < order.size(); ++i) {
            const std::string& key = tree.keys[order[i]];
            if (i + 1 < order.size() && tree.keys[order[i + 1]] == key) continue;  // a later one counts
            if (!first) out += ',';
            first = false;
            append_string(out, key);
            out += ':';
            append_canonical(out, tree.items[order[i]]);
        }
        out += '}';
    } else {
        append_scalar(out, tree);
    }
}

}  // namespace

std::string pretty_json(const JsonTree& tree) {
    std::string out;
    append_tree(out, tree, 0, true);
    out += '\n';
    return out;
}

std::string compact_json(const JsonTree& tree) {
    std::string out;
    append_tree(out, tree, -1, false);
    return out;
}

std::string canonical_json(const JsonTree& tree) {
    std::string out;
    append_canonical(out, tree);
    return out;
}

std::string json_pointer(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char byte : key) {
        if (byte == '~')
            pointer += "~0";
        else if (byte == '/')
            pointer += "~1";
        else
            pointer += byte;
    }
    return pointer;
}

}  // namespace shenbao
