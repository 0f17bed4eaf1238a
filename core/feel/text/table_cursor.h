// Walks the packed numbers of core/feel/tables: seven bits a byte, lowest first, the high bit says "more
// follows".
#pragma once

#include <cstdint>

namespace shenbao::feel {

struct TableCursor {
    const unsigned char* at;
    uint32_t number() {
        uint32_t value = 0;
        for (int shift = 0;; shift += 7) {
            const unsigned char byte = *at++;
            value |= static_cast<uint32_t>(byte & 127) << shift;
            if (byte < 128) return value;
        }
    }
    int32_t signed_number() {
        const uint32_t value = number();
        return (value & 1) != 0 ? -static_cast<int32_t>(value / 2) - 1 : static_cast<int32_t>(value / 2);
    }
};

}  // namespace shenbao::feel
