// Line breaking classes of UAX #14 for the characters a Chinese form can hold.
#pragma once

#include <cstdint>

namespace shenbao::app {

// The classes of UAX #14 that behave differently here. Ambiguous letters (AI), complex scripts (SA) and
// unknown ones count as AL, small kana (CJ) as NS, Hangul syllables (H2, H3) as ID.
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
    EM,
    EX,
    GL,
    HY,
    ID,
    IN,
    IS,
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
