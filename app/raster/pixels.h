// Colours of single pixels: R, G, B and A from the lowest byte up, as ImU32 and a canvas's ImageData have
// them.
#pragma once

#include <cstdint>

namespace shenbao::app {

// `from` over `to` with the coverage 0…255; the result is opaque.
inline uint32_t blend(uint32_t to, uint32_t from, uint32_t alpha) {
    if (alpha == 255) return from | 0xFF000000U;
    // 0…256, so that the division is a shift; red and blue at once, green alone.
    const uint32_t weight = alpha + (alpha >> 7);
    const uint32_t odd_to = to & 0xFF00FFU, odd_from = from & 0xFF00FFU;
    const uint32_t even_to = to & 0x00FF00U, even_from = from & 0x00FF00U;
    const uint32_t odd = (odd_to * (256 - weight) + odd_from * weight) >> 8;
    const uint32_t even = (even_to * (256 - weight) + even_from * weight) >> 8;
    return (odd & 0xFF00FFU) | (even & 0x00FF00U) | 0xFF000000U;
}

// `color` over every pixel from `from` up to `to`.
inline void fill_span(uint32_t* from, const uint32_t* to, uint32_t color) {
    const uint32_t alpha = color >> 24;
    if (alpha == 0) return;
    if (alpha == 255) {
        while (from < to) *from++ = color;
    } else if (from < to) {
        // What lies under a tint is mostly of one colour.
        uint32_t under = *from, over = blend(under, color, alpha);
        for (; from < to; ++from) {
            if (*from != under) over = blend(under = *from, color, alpha);
            *from = over;
        }
    }
}

// The product of two parts of 255.
inline uint32_t times(uint32_t a, uint32_t b) {
    return (a * b + 127) / 255;
}

// A texel tinted by a colour, channel by channel.
inline uint32_t modulate(uint32_t color, uint32_t texel) {
    return times(color & 255, texel & 255) | times((color >> 8) & 255, (texel >> 8) & 255) << 8 |
           times((color >> 16) & 255, (texel >> 16) & 255) << 16 | times(color >> 24, texel >> 24) << 24;
}

}  // namespace shenbao::app
