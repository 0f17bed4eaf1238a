#include "app/text/line_break.h"

#include "app/text/line_break_class.h"

namespace shenbao::app {

namespace {

using enum BreakClass;

struct Unit {
    BreakProperties self;
    bool joiner = false;  // ends with a zero width joiner
};

bool is_hard(BreakClass type) {
    return type == BK || type == CR || type == LF;
}
bool is_any(BreakClass type, std::initializer_list<BreakClass> types) {
    for (BreakClass one : types)
        if (one == type) return true;
    return false;
}

// The decision between units i and i + 1, both inside the text. `units` are resolved by LB9 and LB10.
class Pair {
  public:
    Pair(const std::vector<Unit>& units, size_t i, BreakRules rules)
        : m_units(units), m_before(i), m_after(i + 1), m_standard(rules == BreakRules::Unicode15) {}

    Break decide() const {
        const BreakProperties& left = m_units[m_before].self;
        const BreakProperties& right = m_units[m_after].self;
        const BreakClass a = left.type, b = right.type;
        if (a == BK || a == LF || (a == CR && b != LF)) return Break::Mandatory;  // LB4, LB5
        if (a == CR || is_hard(b)) return Break::Prohibited;                      // LB5, LB6
        if (b == SP || b == ZW) return Break::Prohibited;                         // LB7
        // What stands before the blanks, for the rules that look through them.
        size_t base = m_before;
        while (base > 0 && m_units[base].self.type == SP) --base;
        const BreakProperties& through = m_units[base].self;
        if (through.type == ZW) return Break::Allowed;                      // LB8
        if (m_units[m_before].joiner) return Break::Prohibited;             // LB8a
        if (a == WJ || b == WJ || a == GL) return Break::Prohibited;        // LB11, LB12
        if (b == GL && !is_any(a, {SP, BA, HY})) return Break::Prohibited;  // LB12a
        if (is_any(b, {CL, CP, EX, SY})) return Break::Prohibited;          // LB13
        if (through.type == OP) return Break::Prohibited;                   // LB14
        if (m_standard ? through.type == QU && b == OP : opens_quote(base) || closes_quote())
            return Break::Prohibited;  // LB15, LB15a, LB15b
        if (b == IS) {                 // LB13 or LB15c, LB15d
            const bool fraction = !m_standard && a == SP && type_at(m_after + 1) == NU;
            return fraction ? Break::Allowed : Break::Prohibited;
        }
        if (b == NS && is_any(through.type, {CL, CP})) return Break::Prohibited;   // LB16
        if (b == B2 && through.type == B2) return Break::Prohibited;               // LB17
        if (a == SP) return Break::Allowed;                                        // LB18
        if (m_standard ? a == QU || b == QU : quotes()) return Break::Prohibited;  // LB19, LB19a
        if (a == CB || b == CB) return Break::Allowed;                             // LB20
        if (is_any(b, {BA, HY, NS}) || a == BB) return Break::Prohibited;          // LB21
        if (is_any(a, {HY, BA}) && m_before > 0 && type_at(m_before - 1) == HL && (m_standard || b != HL))
            return Break::Prohibited;                      // LB21a
        if (a == SY && b == HL) return Break::Prohibited;  // LB21b
        if (b == IN) return Break::Prohibited;             // LB22
        return words(left, right) ? Break::Prohibited : Break::Allowed;
    }

  private:
    BreakClass type_at(size_t i) const { return i < m_units.size() ? m_units[i].self.type : BK; }

    // LB15a: an opening quotation mark at the start or behind an opening, a blank or glue.
    bool opens_quote(size_t base) const {
        if (!m_units[base].self.initial) return false;
        if (base == 0) return true;
        return is_any(m_units[base - 1].self.type, {BK, CR, LF, OP, QU, GL, SP, ZW});
    }
    // LB15b: a closing quotation mark at the end or before a closing, a blank or glue.
    bool closes_quote() const {
        if (!m_units[m_after].self.final) return false;
        if (m_after + 1 >= m_units.size()) return true;
        return is_any(type_at(m_after + 1), {SP, GL, WJ, CL, QU, CP, EX, IS, SY, BK, CR, LF, ZW});
    }
    bool quotes() const {
        const BreakProperties& left = m_units[m_before].self;
        const BreakProperties& right = m_units[m_after].self;
        if (right.type == QU && !right.initial) return true;  // LB19
        if (left.type == QU && !left.final) return true;
        if (right.type == QU) {  // LB19a: breaks only between wide characters
            if (!left.wide) return true;
            if (m_after + 1 >= m_units.size() || !m_units[m_after + 1].self.wide) return true;
        }
        if (left.type == QU) {
            if (!right.wide) return true;
            if (m_before == 0 || !m_units[m_before - 1].self.wide) return true;
        }
        return false;
    }

    // LB23–LB30b: letters, numbers and what belongs to them.
    bool words(const BreakProperties& left, const BreakProperties& right) const {
        const BreakClass a = left.type, b = right.type;
        const bool letter_before = is_letter(a), letter_behind = is_letter(b);
        if (!m_standard && a == HY && letter_behind) {  // LB20a: a hyphen that begins a word
            if (m_before == 0 || is_any(m_units[m_before - 1].self.type, {SP, BK, CR, LF, ZW, CB, GL}))
                return true;
        }
        if ((letter_before && b == NU) || (a == NU && letter_behind)) return true;  // LB23
        if (a == PR && is_any(b, {ID, EB, EM})) return true;                        // LB23a
        if (is_any(a, {ID, EB, EM}) && b == PO) return true;
        if (is_any(a, {PR, PO}) && letter_behind) return true;  // LB24
        if (letter_before && is_any(b, {PR, PO})) return true;
        if (m_standard ? numbers_by_expression(a, b) : numbers(a, b)) return true;  // LB25
        if (hangul(a, b)) return true;                                              // LB26, LB27
        if (letter_before && letter_behind) return true;                            // LB28
        if (a == IS && letter_behind) return true;                                  // LB29
        if ((letter_before || a == NU) && b == OP && !right.wide) return true;      // LB30
        if (a == CP && !left.wide && (letter_behind || b == NU)) return true;
        if (a == RI && b == RI) return regional_indicators_before() % 2 == 1;  // LB30a
        return a == EB && b == EM;                                             // LB30b
    }

    static bool is_letter(BreakClass type) { return type == AL || type == HL; }

    static bool hangul(BreakClass a, BreakClass b) {
        if (a == JL && is_any(b, {JL, JV, H2, H3})) return true;
        if (is_any(a, {JV, H2}) && is_any(b, {JV, JT})) return true;
        if (is_any(a, {JT, H3}) && b == JT) return true;
        return (is_any(a, {JL, JV, JT, H2, H3}) && b == PO) || (a == PR && is_any(b, {JL, JV, JT, H2, H3}));
    }

    bool numbers(BreakClass a, BreakClass b) const {
        if (is_any(b, {PO, PR})) {  // NU (SY | IS)* (CL | CP)? × (PO | PR)
            size_t i = m_before;
            if (is_any(type_at(i), {CL, CP}) && i > 0) --i;
            if (ends_number(i)) return true;
        }
        if (is_any(a, {PO, PR}) && b == OP) {  // × OP NU, × OP IS NU
            if (type_at(m_after + 1) == NU) return true;
            if (type_at(m_after + 1) == IS && type_at(m_after + 2) == NU) return true;
        }
        if (b != NU) return false;
        if (is_any(a, {PO, PR, HY, IS, NU})) return true;
        return a == SY && ends_number(m_before);
    }
    // (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?
    bool numbers_by_expression(BreakClass a, BreakClass b) const {
        if (is_any(a, {PR, PO}) && is_any(b, {OP, HY}) && type_at(m_after + 1) == NU) return true;
        if (b == NU) return is_any(a, {PR, PO, OP, HY, NU}) || ends_number(m_before);
        if (is_any(b, {SY, IS, CL, CP})) return ends_number(m_before);
        if (!is_any(b, {PR, PO})) return false;
        size_t i = m_before;
        if (is_any(type_at(i), {CL, CP}) && i > 0) --i;
        return ends_number(i);
    }
    // True if unit i ends NU (SY | IS)*.
    bool ends_number(size_t i) const {
        while (i > 0 && is_any(type_at(i), {SY, IS})) --i;
        return type_at(i) == NU;
    }

    size_t regional_indicators_before() const {
        size_t count = 0;
        for (size_t i = m_before + 1; i > 0 && m_units[i - 1].self.type == RI; --i) ++count;
        return count;
    }

    const std::vector<Unit>& m_units;
    size_t m_before, m_after;
    bool m_standard;
};

}  // namespace

void find_breaks(std::u32string_view text, std::vector<Break>& breaks, BreakRules rules) {
    breaks.assign(text.size(), Break::Prohibited);
    std::vector<Unit> units;   // base characters; marks are swallowed (LB9)
    std::vector<size_t> ends;  // index of the last code point of each unit
    units.reserve(text.size());
    ends.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        BreakProperties properties = break_properties(text[i]);
        const bool joiner = properties.type == ZWJ;
        if (joiner || properties.type == CM) {
            if (!units.empty() && !is_any(units.back().self.type, {BK, CR, LF, SP, ZW})) {
                units.back().joiner = joiner;
                ends.back() = i;
                continue;
            }
            properties.type = AL;  // LB10
        }
        units.push_back({properties, joiner});
        ends.push_back(i);
    }
    for (size_t i = 0; i + 1 < units.size(); ++i) breaks[ends[i]] = Pair(units, i, rules).decide();
}

char32_t next_code_point(std::string_view utf8, size_t& position) {
    constexpr char32_t kReplacement = 0xFFFD;
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned char lead = byte(position++);
    if (lead < 0x80) return lead;
    const int length = lead >= 0xF0 && lead < 0xF5   ? 4
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xC2 && lead < 0xE0 ? 2
                                                     : 0;
    if (length == 0 || position + static_cast<size_t>(length) - 1 > utf8.size()) return kReplacement;
    char32_t c = lead & (0x7F >> length);
    for (int i = 0; i + 1 < length; ++i) {
        const unsigned char next = byte(position + static_cast<size_t>(i));
        if ((next & 0xC0) != 0x80) return kReplacement;
        c = (c << 6) | (next & 0x3F);
    }
    static constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < kLeast[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kReplacement;
    position += static_cast<size_t>(length) - 1;
    return c;
}

}  // namespace shenbao::app
