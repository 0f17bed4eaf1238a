#include "core/advice/sign_finder.h"

#include <algorithm>
#include <iterator>

#include "core/advice/wrong_sign_table.h"
#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"

namespace shenbao {

using namespace sayings;

std::vector<WrongSign> SignFinder::run() {
    const size_t first = m_source.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && m_source[first] == '=' && rest(first).substr(0, 2) != "==" &&
        rest(first).substr(0, 2) != "=>")
        add(first, 1, say(kLeadingEqual), "");
    for (m_at = 0; m_at < m_source.size();) {
        if (skip_text() || number() || word() || special() || sign() || wide()) continue;
        bracket(m_source[m_at]);
        feel::next_code_point(m_source, m_at);
    }
    std::sort(m_found.begin(), m_found.end(),
              [](const auto& left, const auto& right) { return left.offset < right.offset; });
    return std::move(m_found);
}

void SignFinder::bracket(char c) {
    if (c == '(' || c == '[' || c == '{') m_open.push_back(c);
    if ((c == ')' || c == ']' || c == '}') && !m_open.empty()) m_open.pop_back();
}

size_t SignFinder::behind_blanks(size_t at) const {
    while (at < m_source.size() && (m_source[at] == ' ' || m_source[at] == '\t')) ++at;
    return at;
}

char SignFinder::before_blanks(size_t at) const {
    while (at > 0 && (m_source[at - 1] == ' ' || m_source[at - 1] == '\t')) --at;
    return at > 0 ? m_source[at - 1] : '\0';
}

bool SignFinder::skip_text() {
    if (next_is("//") || next_is("/*")) {
        const bool line = m_source[m_at + 1] == '/';
        const size_t end = m_source.find(line ? "\n" : "*/", m_at + 2);
        m_at = end == std::string_view::npos ? m_source.size() : end + (line ? 1 : 2);
        return true;
    }
    if (m_source[m_at] != '"') return false;
    size_t end = m_at + 1;
    while (end < m_source.size() && m_source[end] != '"') end += m_source[end] == '\\' ? 2 : 1;
    m_at = std::min(end + 1, m_source.size());
    return true;
}

// Signs for which the table is not enough: ! & % and quotes.
bool SignFinder::special() {
    if (m_source[m_at] == '!' && m_at > 0 && is_ascii_word(m_source[m_at - 1]) && !rest(m_at + 1).empty() &&
        is_ascii_word(rest(m_at + 1)[0])) {
        add(m_at, 1, say(kWrite, {"!", "."}), ".");  // a sheet's cell, in a spreadsheet
        ++m_at;
        return true;
    }
    if (m_source[m_at] == '!' && !next_is("!=")) {
        if (next_is("!==")) return false;
        negation(m_at, m_at + 1);
        ++m_at;
        return true;
    }
    if (m_source[m_at] == '&' && !next_is("&&")) {
        const size_t next = behind_blanks(m_at + 1);
        const bool texts = before_blanks(m_at) == '"' || rest(next).starts_with('"');
        add(m_at, 1, say(kAmpersand), texts ? "+" : " and ");
        ++m_at;
        return true;
    }
    if (next_is("%") || next_is("％")) {
        tell(m_at, next_is("%") ? 1 : std::string_view("％").size(), say(kPercentSign));
        m_at += next_is("%") ? 1 : std::string_view("％").size();
        return true;
    }
    return quotes();
}

bool SignFinder::quotes() {
    constexpr std::string_view kPairs[][2] = {{"“", "”"},   {"”", "”"},   {"“", "“"},   {"‘", "’"},
                                              {"＂", "＂"}, {"「", "」"}, {"『", "』"}, {"'", "'"},
                                              {"“", "\""},  {"‘", "‘"}};
    for (const auto& [open, close] : kPairs) {
        if (!next_is(open)) continue;
        const size_t inside = m_at + open.size();
        const size_t end = m_source.find(close, inside);
        if (end == std::string_view::npos) continue;
        const size_t length = end + close.size() - m_at;
        const std::string written(m_source.substr(m_at, length));
        const std::string instead = '"' + std::string(m_source.substr(inside, end - inside)) + '"';
        add(m_at, length, say(kQuotes, {written, instead}), instead);
        m_at += length;
        return true;
    }
    for (const std::string_view alone : {"“", "”", "‘", "’", "＂", "'"}) {
        if (!next_is(alone)) continue;
        tell(m_at, alone.size(), say(kQuoteSign, {alone}));
        m_at += alone.size();
        return true;
    }
    return false;
}

bool SignFinder::sign() {
    for (const SignRow& row : kSigns) {
        if (!next_is(row.sign)) continue;
        if (row.instead == "[" || row.instead == "]") bracket(row.instead[0]);
        const bool comma = row.sign == ";" || row.sign == "、";
        if (comma && m_open.empty()) {
            tell(m_at, row.sign.size(), say(kNoComma, {row.sign}));
            m_at += row.sign.size();
            return true;
        }
        const bool leading = !m_found.empty() && m_found.back().offset == m_at;
        if (!leading) add(m_at, row.sign.size(), say(row.saying, {row.sign, row.instead}), row.instead);
        m_at += row.sign.size();
        return true;
    }
    return false;
}

// Full-width forms of ASCII; a pair of parentheses, and digits side by side, are one mistake.
bool SignFinder::wide() {
    size_t at = m_at;
    const auto ascii = [&](size_t& position) {
        const uint32_t c = position < m_source.size() ? feel::next_code_point(m_source, position) : 0;
        return c >= 0xff01 && c <= 0xff5e ? static_cast<char>(c - 0xfee0) : '\0';
    };
    const char first = ascii(at);
    if (first == '\0') return false;
    std::string instead(1, first);
    const bool top = m_open.empty();
    bracket(first);
    if (first == '(') {
        const size_t close = m_source.find("）", at);
        if (close != std::string_view::npos) {
            const size_t end = close + std::string_view("）").size();
            m_found.push_back({m_at,
                               at - m_at,
                               say(kWidePair, {"（）", "()"}),
                               {{m_at, at - m_at, "("}, {close, end - close, ")"}}});
            m_paired.push_back(close);
            m_at = at;
            return true;
        }
    } else if (first == ')' && std::find(m_paired.begin(), m_paired.end(), m_at) != m_paired.end()) {
        m_at = at;
        return true;
    } else if (first == '?') {
        const bool colon = rest(at).find_first_of(":") != std::string_view::npos ||
                           rest(at).find("：") != std::string_view::npos;
        tell(m_at, at - m_at, colon ? say(kQuestion) : say(kLeaveOut, {m_source.substr(m_at, at - m_at)}));
        m_at = at;
        return true;
    } else if ((first == ',' || first == ';') && top) {
        tell(m_at, at - m_at, say(kNoComma, {m_source.substr(m_at, at - m_at)}));
        m_at = at;
        return true;
    }
    for (size_t next = at; is_ascii_word(first);) {
        const char following = ascii(next);
        if (!is_ascii_word(following)) break;
        instead += following;
        at = next;
    }
    const std::string written(m_source.substr(m_at, at - m_at));
    add(m_at, at - m_at, say(kWideSign, {written, instead}), instead);
    m_at = at;
    return true;
}

std::vector<WrongSign> find_wrong_signs(std::string_view source, const feel::Scope& scope) {
    return SignFinder(source, scope).run();
}

}  // namespace shenbao
