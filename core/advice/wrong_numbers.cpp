// Numbers with what cannot hang on them: 30% 1,000 5万元 2025-01-01.
#include "core/advice/sign_finder.h"
#include "core/decimal/decimal.h"

#include <algorithm>
#include <iterator>

#include "core/advice/wrong_sign_table.h"
#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"

namespace shenbao {

using namespace sayings;

namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hanzi(uint32_t c) {
    return c >= 0x4e00 && c <= 0x9fff;
}

}  // namespace

bool SignFinder::number() {
    if (!is_digit(m_source[m_at])) return false;
    const size_t start = m_at;
    m_at = std::min(m_source.find_first_not_of(kDigits, m_at), m_source.size());
    if (bare_date(start)) return true;
    std::string plain = grouped_digits(start);
    const bool grouped = plain.size() != m_at - start;
    if (m_at + 1 < m_source.size() && m_source[m_at] == '.' && is_digit(m_source[m_at + 1])) {
        const size_t point = m_at++;
        m_at = std::min(m_source.find_first_not_of(kDigits, m_at), m_source.size());
        plain += m_source.substr(point, m_at - point);
    }
    if (!grouped && m_open.empty() && decimal_comma(start)) return true;
    if (grouped)
        add(start, m_at - start, say(kThousands, {std::string(m_source.substr(start, m_at - start)), plain}),
            plain);
    if (!percent(start, plain)) unit();
    return true;
}

// The digits from `start` on, with the groups of three behind commas.
std::string SignFinder::grouped_digits(size_t start) {
    std::string plain(m_source.substr(start, m_at - start));
    bool grouped = false;
    while (plain.size() <= 3 || grouped) {
        size_t comma = 0;
        for (const std::string_view sign : {",", "，", " ", "’", "'"})
            if (next_is(sign)) comma = sign.size();
        const bool blank = next_is(" ");
        const std::string_view group = rest(m_at + comma).substr(0, 3);
        const std::string_view behind = rest(m_at + comma + 3);
        if (comma == 0 || group.size() < 3 || !std::all_of(group.begin(), group.end(), is_digit) ||
            (!behind.empty() && is_digit(behind[0])))
            break;
        if (blank && !behind.empty() && is_ascii_word(behind[0])) break;
        if (!grouped && !blank && !m_open.empty() && group[0] != '0') break;  // rather two numbers of a list
        plain += group;
        m_at += comma + 3;
        grouped = true;
    }
    return plain;
}

// 0,01 where no list can be: the point of a decimal.
bool SignFinder::decimal_comma(size_t start) {
    const size_t comma = next_is(",") ? 1 : next_is("，") ? std::string_view("，").size() : 0;
    if (comma == 0 || m_at + comma >= m_source.size() || !is_digit(m_source[m_at + comma])) return false;
    const std::string whole(m_source.substr(start, m_at - start));
    const size_t decimals = m_at + comma;
    m_at = std::min(m_source.find_first_not_of(kDigits, decimals), m_source.size());
    const std::string written(m_source.substr(start, m_at - start));
    const std::string instead = whole + "." + std::string(m_source.substr(decimals, m_at - decimals));
    add(start, m_at - start, say(kDecimalComma, {written, instead}), instead);
    return true;
}

// What is multiplied by a percentage, or compared with a quotient, is meant as a share of one.
bool SignFinder::is_share(size_t start) const {
    const char before = before_blanks(start);
    const size_t next = behind_blanks(m_at);
    if (before == '*' || before == '/' || (next < m_source.size() && m_source[next] == '*')) return true;
    if (before != '<' && before != '>' && before != '=') return false;
    size_t clause = start;
    while (clause > 0 && !starts_word(clause, "and") && !starts_word(clause, "or") &&
           !starts_word(clause, "then") && !starts_word(clause, "if"))
        --clause;
    return m_source.substr(clause, start - clause).find('/') != std::string_view::npos;
}

bool SignFinder::percent(size_t start, const std::string& plain) {
    const size_t end = m_at, sign = next_is("%") ? 1 : next_is("％") ? std::string_view("％").size() : 0;
    const size_t next = behind_blanks(end + sign);
    // 5 % row.current: a remainder.
    const bool divides = next < m_source.size() && (is_ascii_word(m_source[next]) || m_source[next] == '(') &&
                         !starts_word(next, "and") && !starts_word(next, "or") &&
                         !starts_word(next, "then") && !starts_word(next, "else") &&
                         !starts_word(next, "AND") && !starts_word(next, "OR");
    if (sign == 0 || divides) return false;
    m_at += sign;
    const std::string written(m_source.substr(start, m_at - start));
    const std::optional<Decimal> number = Decimal::parse(plain), hundred = Decimal::parse("100");
    if (const auto share = number && is_share(start) ? number->divide(*hundred) : std::nullopt) {
        const std::string decimal = share->to_string();
        add(start, m_at - start, say(kShareSign, {written, decimal}), decimal);
        return true;
    }
    m_found.push_back({start, m_at - start, say(kPercent, {written, plain}), {{end, sign, ""}}});
    return true;
}

void SignFinder::unit() {
    // "5 元": a word that is nothing but a unit may stand apart.
    for (const std::string_view apart :
         {"元", "万元", "亿元", "万", "亿", "个", "人", "天", "年", "月", "日", "项"}) {
        const size_t start = behind_blanks(m_at);
        if (start == m_at || !rest(start).starts_with(apart) || word_end(start) != start + apart.size())
            continue;
        add(start, apart.size(), say(kUnit, {apart}), "");
        m_at = start + apart.size();
        return;
    }
    size_t at = m_at;
    if (at >= m_source.size() || !is_hanzi(feel::next_code_point(m_source, at)) || starts_table_word(m_at))
        return;
    while (at < m_source.size()) {
        size_t after = at;
        if (!is_hanzi(feel::next_code_point(m_source, after)) || starts_table_word(at)) break;
        at = after;
    }
    add(m_at, at - m_at, say(kUnit, {std::string(m_source.substr(m_at, at - m_at))}), "");
    m_at = at;
}

// 2025-01-01, 2025/1/1, 2025年1月1日: as it is, a subtraction or nothing at all.
bool SignFinder::bare_date(size_t start) {
    if (m_at - start != 4) return false;
    size_t at = m_at;
    const auto part = [&](std::string_view sign, std::string& text) {
        if (!rest(at).starts_with(sign)) return false;
        const size_t from = at + sign.size();
        const size_t end = std::min(m_source.find_first_not_of(kDigits, from), m_source.size());
        if (end == from || end > from + 2) return false;
        text = std::string(end - from == 1 ? "0" : "") + std::string(m_source.substr(from, end - from));
        at = end;
        return true;
    };
    constexpr std::string_view kBetween[][2] = {{"-", "-"}, {"/", "/"}, {"年", "月"}};
    for (const auto& between : kBetween) {
        std::string month, day;
        at = m_at;
        if (!part(between[0], month) || !part(between[1], day)) continue;
        if (between[0] == "年" && rest(at).starts_with("日")) at += std::string_view("日").size();
        const std::string written(m_source.substr(start, at - start));
        // 2025-5-3 may be meant as it stands.
        if (between[0] != "年" && month[0] == '0' && written.size() < 10) continue;
        const std::string instead = "@\"" + written.substr(0, 4) + "-" + month + "-" + day + "\"";
        add(start, at - start, say(kBareDate, {written, instead}), instead);
        m_at = at;
        return true;
    }
    return false;
}

}  // namespace shenbao
