// Sets of characters: [ ], \d, \p{L} and the like.
#include "core/feel/regex/regex_parser.h"
#include "core/feel/text/unicode.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {

bool RegexParser::escape() {
    if (m_at + 1 >= m_pattern.size()) return false;
    const char next = m_pattern[m_at + 1];
    if (next >= '1' && next <= '9') {
        m_at += 2;
        uint32_t number = static_cast<uint32_t>(next - '0');
        while (more() && peek() >= '0' && peek() <= '9' &&
               number * 10 + static_cast<uint32_t>(peek() - '0') <= m_opened) {
            number = number * 10 + static_cast<uint32_t>(m_pattern[m_at++] - '0');
        }
        bool closed = false;
        for (const uint32_t group_number : m_closed) closed = closed || group_number == number;
        if (!closed) return false;
        m_regex.m_references = true;
        emit({Operation::Reference, number});
        return true;
    }
    CharacterSet set;
    std::optional<uint32_t> single;
    if (!class_escape(set, single)) return false;
    if (single) {
        emit({Operation::Character, *single});
    } else {
        emit_set(std::move(set));
    }
    return true;
}

void RegexParser::emit_set(CharacterSet set) {
    m_regex.m_sets.push_back(std::move(set));
    emit({Operation::Set, static_cast<uint32_t>(m_regex.m_sets.size() - 1)});
}

// \n, \d, \p{L} …: one character, or a set to be added to `set`.
bool RegexParser::class_escape(CharacterSet& set, std::optional<uint32_t>& single) {
    ++m_at;
    const char c = peek();
    ++m_at;
    switch (c) {
        case 'n':
            single = '\n';
            return true;
        case 'r':
            single = '\r';
            return true;
        case 't':
            single = '\t';
            return true;
        case 'p':
        case 'P':
            return property(set, c == 'P');
        case 's':
        case 'S':
        case 'd':
        case 'D':
        case 'w':
        case 'W':
        case 'i':
        case 'I':
        case 'c':
        case 'C':
            named_class(set, c);
            return true;
        default:
            break;
    }
    constexpr std::string_view kSigns = "\\|.?*+(){}-[]^$";
    if (c == '\0' || kSigns.find(c) == std::string_view::npos) return false;
    single = static_cast<uint32_t>(c);
    return true;
}

void RegexParser::named_class(CharacterSet& set, char c) {
    CharacterSet part;
    const bool negated = c >= 'A' && c <= 'Z';
    switch (negated ? c - 'A' + 'a' : c) {
        case 's':
            part.add('\t', '\n');
            part.add('\r', '\r');
            part.add(' ', ' ');
            break;
        case 'd':
            part.categories.push_back({'N', 'd', false});
            break;
        case 'w':  // all but punctuation, separators and others
            part.categories = {{'P', 0, false}, {'Z', 0, false}, {'C', 0, false}};
            part.negated = true;
            break;
        case 'c':
            part.add('-', '.');
            part.add('0', '9');
            part.add(0xb7, 0xb7);
            part.add(0x300, 0x36f);
            part.add(0x203f, 0x2040);
            [[fallthrough]];
        default:
            for (const auto& [first, last] : {std::pair<uint32_t, uint32_t>{':', ':'},
                                              {'A', 'Z'},
                                              {'_', '_'},
                                              {'a', 'z'},
                                              {0xc0, 0xd6},
                                              {0xd8, 0xf6},
                                              {0xf8, 0x2ff},
                                              {0x370, 0x37d},
                                              {0x37f, 0x1fff},
                                              {0x200c, 0x200d},
                                              {0x2070, 0x218f},
                                              {0x2c00, 0x2fef},
                                              {0x3001, 0xd7ff},
                                              {0xf900, 0xfdcf},
                                              {0xfdf0, 0xfffd},
                                              {0x10000, 0xeffff}}) {
                part.add(first, last);
            }
    }
    if (negated) part.negated = !part.negated;
    set.negated_parts.push_back(std::move(part));
}

bool RegexParser::property(CharacterSet& set, bool negated) {
    if (!take('{')) return false;
    const size_t end = m_pattern.find('}', m_at);
    if (end == std::string_view::npos) return false;
    const std::string_view name = m_pattern.substr(m_at, end - m_at);
    m_at = end + 1;
    if (name.starts_with("Is")) {
        const std::optional<BlockRange> block = find_block(name.substr(2));
        if (!block) return false;
        CharacterSet part;
        part.add(block->first, block->last);
        part.negated = negated;
        set.negated_parts.push_back(std::move(part));
        return true;
    }
    if (!is_general_category(name)) return false;
    set.categories.push_back(
        {static_cast<uint8_t>(name[0]), static_cast<uint8_t>(name.size() > 1 ? name[1] : 0), negated});
    return true;
}

// Behind "[".
bool RegexParser::character_class(CharacterSet& set, int depth) {
    if (depth > kMaxDepth) return false;
    set.negated = take('^');
    bool any = false;
    for (;;) {
        if (!more()) return false;
        if (peek() == ']') {
            ++m_at;
            return any;
        }
        if (peek() == '-' && m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] == '[') {
            if (!any) return false;
            m_at += 2;
            CharacterSet part;
            if (!character_class(part, depth + 1) || !take(']')) return false;
            set.subtracted.push_back(std::move(part));
            return true;
        }
        if (peek() == '[') return false;
        any = true;
        std::optional<uint32_t> first;
        if (peek() == '\\') {
            if (!class_escape(set, first)) return false;
            if (!first) continue;
        } else {
            first = next_code_point(m_pattern, m_at);
        }
        const bool range = peek() == '-' && m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] != ']' &&
                           m_pattern[m_at + 1] != '[';
        if (!range) {
            set.add(*first, *first);
            continue;
        }
        ++m_at;
        std::optional<uint32_t> last;
        CharacterSet unused;
        if (peek() == '\\') {
            if (!class_escape(unused, last) || !last) return false;
        } else {
            last = next_code_point(m_pattern, m_at);
        }
        if (*last < *first) return false;
        set.add(*first, *last);
    }
}

}  // namespace shenbao::feel
