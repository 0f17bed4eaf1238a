// Words of other languages, and of Chinese, between names.
#include "core/advice/sign_finder.h"

#include <algorithm>
#include <iterator>

#include "core/advice/wrong_sign_table.h"
#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"

namespace shenbao {

using namespace sayings;

bool SignFinder::starts_word(size_t at, std::string_view text) const {
    return rest(at).starts_with(text) &&
           (at + text.size() >= m_source.size() || !is_ascii_word(m_source[at + text.size()]));
}

size_t SignFinder::word_end(size_t at) const {
    while (at < m_source.size()) {
        size_t next = at;
        const uint32_t c = feel::next_code_point(m_source, next);
        const bool wide =
            c >= 0xff01 && c <= 0xff5e;  // digits and letters may be in names, but are never meant
        if (wide || !feel::is_name_part(c)) break;
        at = next;
    }
    return at;
}

const SignRow* SignFinder::table_word(size_t from, size_t to) const {
    const std::string_view word = m_source.substr(from, to - from);
    const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                    [&](const SignRow& row) { return row.sign == word; });
    return found == std::end(kWords) ? nullptr : found;
}
bool SignFinder::starts_table_word(size_t at) const {
    return std::any_of(std::begin(kWords), std::end(kWords), [&](const SignRow& row) {
        return static_cast<unsigned char>(row.sign[0]) >= 0x80 && rest(at).starts_with(row.sign);
    });
}

bool SignFinder::is_named(std::string_view word) const {
    return std::any_of(m_scope.variables.begin(), m_scope.variables.end(),
                       [&](const auto& variable) { return variable.name == word; });
}

bool SignFinder::word() {
    const size_t start = m_at, end = word_end(m_at);
    if (end == start) return false;
    m_at = end;
    if (is_named(m_source.substr(start, end - start))) return true;
    const size_t next = behind_blanks(end);
    if (next < m_source.size() && m_source[next] == ':' && before_blanks(start) != '?') return true;  // a key
    if (question(start, end) || phrase(start, end)) return true;
    // "row.current和row.last": Latin and Chinese letters are told apart.
    for (size_t at = start; at < end;) {
        size_t run = at;
        const bool latin = is_ascii_word(m_source[at]);
        while (run < end && is_ascii_word(m_source[run]) == latin) ++run;
        if (!latin || (at == start && run == end)) known_word(at, run, next);
        at = run;
    }
    return true;
}

void SignFinder::known_word(size_t start, size_t end, size_t next) {
    const std::string_view word = m_source.substr(start, end - start);
    const bool after_point = start > 0 && m_source[start - 1] == '.';
    if (after_point) return;
    if ((word == "IF" || word == "If" || word == "if" || word == "iif" || word == "IIF") && has_comma(next)) {
        tell(start, end - start, say(kSpreadsheetIf));
        return;
    }
    const SignRow* row = table_word(start, end);
    const bool called = next < m_source.size() && m_source[next] == '(';
    // AND(a, b) is a function nobody knows, which is told as such.
    const bool is_value =
        row != nullptr && (row->instead == "null" || row->instead == "true" || row->instead == "false");
    if (row == nullptr || (called && (is_value || has_comma(next)))) return;
    // "= 是": here it is a value.
    if (row->instead == " = " && before_blanks(start) == '=') return;
    std::string_view instead = row->instead;
    std::string_view shown = instead;
    if (shown.starts_with(' ')) shown.remove_prefix(1);
    if (shown.ends_with(' ')) shown.remove_suffix(1);
    if (shown == " = null") shown.remove_prefix(1);
    add(start, end - start, say(row->saying, {word, shown}), instead);
}

// Whether the parentheses that open there hold a comma of their own.
bool SignFinder::has_comma(size_t at) const {
    if (at >= m_source.size() || m_source[at] != '(') return false;
    int depth = 0;
    for (; at < m_source.size(); ++at) {
        const char c = m_source[at];
        if (c == '"') {
            for (++at; at < m_source.size() && m_source[at] != '"'; ++at)
                if (m_source[at] == '\\') ++at;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            if (--depth == 0) return false;
        } else if (depth == 1 && (c == ',' || rest(at).starts_with("，"))) {
            return true;
        }
    }
    return false;
}

// a ? b : c
bool SignFinder::question(size_t start, size_t end) {
    const size_t mark = m_source.substr(start, end - start).find_first_of("?");
    if (mark == std::string_view::npos) return false;
    tell(start + mark, 1,
         m_source.find(':', end) != std::string_view::npos ? say(kQuestion) : say(kLeaveOut, {"?"}));
    return true;
}

// "is null", "is not null", "is", "not x", "like", "mod".
bool SignFinder::phrase(size_t start, size_t end) {
    const std::string_view word = m_source.substr(start, end - start);
    const bool after_point = start > 0 && m_source[start - 1] == '.';
    const size_t next = behind_blanks(end);
    const bool called = next < m_source.size() && m_source[next] == '(';
    if (after_point) return false;
    if (word == "for" && m_source.substr(next, word_end(next) - next) == "each") {
        m_at = word_end(next);
        add(start, m_at - start, say(kWrite, {"for each", "for"}), "for");
        return true;
    }
    if ((word == "is" || word == "IS" || word == "Is") && !called) {
        is_phrase(start, end);
        return true;
    }
    if ((word == "not" || word == "NOT" || word == "Not" || word == "非" || word == "不是") &&
        !(word == "not" && called)) {
        if (const size_t last = word_end(next);
            m_source.substr(next, last - next) == "in" || m_source.substr(next, last - next) == "IN") {
            tell(start, last - start, say(kNotIn));
            m_at = last;
        } else {
            negation(start, end);
        }
        return true;
    }
    if ((word == "like" || word == "LIKE") && !called) {
        tell(start, end - start, say(kLike));
        return true;
    }
    if ((word == "mod" || word == "MOD") && !called) {
        tell(start, end - start, say(kPercentSign));
        return true;
    }
    return false;
}

// "is null", "is not null", "is".
void SignFinder::is_phrase(size_t start, size_t end) {
    const size_t next = behind_blanks(end), last = word_end(next);
    const auto is_one_of = [&](size_t from, size_t to, std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), m_source.substr(from, to - from)) != words.end();
    };
    const bool negated = is_one_of(next, last, {"not", "NOT"});
    const size_t value = negated ? behind_blanks(last) : next, value_end = word_end(value);
    const bool null =
        is_one_of(value, value_end, {"null", "NULL", "Null", "None", "empty", "EMPTY", "blank", "BLANK"});
    const size_t stop = null ? value_end : negated ? last : end;
    const std::string instead = std::string(negated ? "!=" : "=") + (null ? " null" : "");
    const Saying& saying = null ? kIsNull : negated ? kUnequal : kEqual;
    add(start, stop - start, say(saying, {std::string(m_source.substr(start, stop - start)), instead}),
        instead);
    m_at = stop;
}

// What is denied follows: a path or a call, or parentheses that are there already.
void SignFinder::negation(size_t start, size_t end) {
    const size_t operand = behind_blanks(end);
    const std::string written(m_source.substr(start, end - start));
    size_t at = operand;
    if (at < m_source.size() && m_source[at] == '(') {
        add(start, end - start, say(kNot, {written, "not(⟪condition⟫)"}), "not");
        return;
    }
    while (at < m_source.size() && (is_ascii_word(m_source[at]) || m_source[at] == '.')) ++at;
    if (at < m_source.size() && m_source[at] == '(' && at > operand) {
        int depth = 0;
        do {
            depth += m_source[at] == '(' ? 1 : m_source[at] == ')' ? -1 : 0;
            ++at;
        } while (at < m_source.size() && depth > 0);
    }
    // A comparison is denied as a whole.
    const size_t sign_at = behind_blanks(at);
    if (sign_at < m_source.size() &&
        std::string_view("<>=!").find(m_source[sign_at]) != std::string_view::npos)
        while (at < m_source.size() && m_source[at] != ')' && m_source[at] != ',' &&
               !starts_word(at, " and") && !starts_word(at, " or") && !starts_word(at, " then") &&
               !starts_word(at, " AND") && !starts_word(at, " OR") && !rest(at).starts_with("&&") &&
               !rest(at).starts_with("||"))
            ++at;
    while (at > operand && m_source[at - 1] == ' ') --at;
    const std::string denied(m_source.substr(operand, at - operand));
    WrongSign sign{start,
                   end - start,
                   say(kNot, {written, "not(" + (denied.empty() ? "⟪condition⟫" : denied) + ")"}),
                   {}};
    if (!denied.empty()) sign.changes = {{start, operand - start, "not("}, {at, 0, ")"}};
    m_found.push_back(std::move(sign));
}

}  // namespace shenbao
