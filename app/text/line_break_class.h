// Line breaking classes of UAX #14 (app/text/tables).
#pragma once

#include <cstdint>

namespace shenbao::app {

// The classes of UAX #14 that behave differently here. Ambiguous letters (AI), complex scripts (SA) and
// unknown ones count as AL, small kana (CJ) as NS, next line (NL) as BK.
enum class BreakClass : uint8_t {
    AL,
    B2,
    BA,
    BB,
    BK,
    CB,
    CL,
    CM,
    CP,
    CR,
    EB,
    EM,
    EX,
    GL,
    H2,
    H3,
    HL,
    HY,
    ID,
    IN,
    IS,
    JL,
    JT,
    JV,
    LF,
    NS,
    NU,
    OP,
    PO,
    PR,
    QU,
    RI,
    SP,
    SY,
    WJ,
    ZW,
    ZWJ,
};

struct BreakProperties {
    BreakClass type = BreakClass::AL;
    bool wide = false;     // East Asian width F, W or H
    bool initial = false;  // opening quotation mark (Pi)
    bool final = false;    // closing quotation mark (Pf)
};

BreakProperties break_properties(char32_t c);

}  // namespace shenbao::app
