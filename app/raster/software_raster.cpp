// What a changed part of the picture looks like: rectangles of one colour, glyphs, triangles.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/raster/pixels.h"
#include "app/raster/software_renderer.h"

namespace shenbao::app {

void SoftwareRenderer::draw(const PixelRect& rect, uint32_t background) {
    for (int y = rect.y; y < rect.y + rect.height; ++y) {
        uint32_t* row = m_pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(m_width) + rect.x;
        std::fill(row, row + rect.width, background);
    }
    for (const Primitive& one : m_primitives) {
        PixelRect part{std::max(one.x0, rect.x), std::max(one.y0, rect.y), 0, 0};
        part.width = std::min(one.x1, rect.x + rect.width) - part.x;
        part.height = std::min(one.y1, rect.y + rect.height) - part.y;
        if (part.width <= 0 || part.height <= 0) continue;
        if (one.kind == Primitive::Kind::Solid) draw_solid(one, part);
        if (one.kind == Primitive::Kind::Image) draw_image(one, part);
        if (one.kind == Primitive::Kind::Triangle) draw_triangle(one, part);
    }
}

void SoftwareRenderer::draw_solid(const Primitive& primitive, const PixelRect& rect) {
    for (int y = rect.y; y < rect.y + rect.height; ++y) {
        uint32_t* row = m_pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(m_width) + rect.x;
        fill_span(row, row + rect.width, primitive.color);
    }
}

void SoftwareRenderer::draw_image(const Primitive& primitive, const PixelRect& rect) {
    const Source& source = m_sources[static_cast<size_t>(primitive.source)];
    const int u = primitive.u + rect.x - primitive.left;
    for (int y = rect.y; y < rect.y + rect.height; ++y) {
        const int v = primitive.v + y - primitive.top;
        if (v < 0 || v >= source.height || u < 0 || u + rect.width > source.width) continue;
        const uint32_t* texels =
            source.texels + static_cast<size_t>(v) * static_cast<size_t>(source.width) + u;
        uint32_t* row = m_pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(m_width) + rect.x;
        for (int x = 0; x < rect.width; ++x) {
            const uint32_t texel = texels[x];
            if (texel >> 24 == 0) continue;
            if ((texel & 0xFFFFFFU) == 0xFFFFFFU) {
                row[x] = blend(row[x], primitive.color, times(primitive.color >> 24, texel >> 24));
            } else {
                const uint32_t color = modulate(primitive.color, texel);
                row[x] = blend(row[x], color, color >> 24);
            }
        }
    }
}

void SoftwareRenderer::draw_triangle(const Primitive& primitive, const PixelRect& rect) {
    const ImDrawVert *a = &primitive.corners[0], *b = &primitive.corners[1], *c = &primitive.corners[2];
    float area =
        (b->pos.x - a->pos.x) * (c->pos.y - a->pos.y) - (b->pos.y - a->pos.y) * (c->pos.x - a->pos.x);
    if (area == 0) return;
    if (area < 0) std::swap(b, c), area = -area;
    // Edge functions are 0 on the edge and positive inside; a pixel on a shared edge belongs to the triangle
    // for which the edge is a top or left one, so that neighbours neither overlap nor leave a gap.
    struct Edge {
        float dx, dy, x, y;
        bool keeps;
        Edge(const ImDrawVert& from, const ImDrawVert& to)
            : dx(to.pos.x - from.pos.x),
              dy(to.pos.y - from.pos.y),
              x(from.pos.x),
              y(from.pos.y),
              keeps(dy < 0 || (dy == 0 && dx > 0)) {}
        float at(float px, float py) const { return dx * (py - y) - dy * (px - x); }
        bool inside(float value) const { return value > 0 || (value == 0 && keeps); }
    };
    const Edge against_a(*b, *c), against_b(*c, *a), against_c(*a, *b);
    const Source& source = m_sources[static_cast<size_t>(primitive.source)];
    const bool one_color = a->col == b->col && a->col == c->col;
    const bool plain = source.texels == nullptr ||
                       (a->uv.x == b->uv.x && a->uv.y == b->uv.y && a->uv.x == c->uv.x && a->uv.y == c->uv.y);
    const auto between = [&](uint32_t shift, float wa, float wb, float wc) {
        const auto channel = [shift](const ImDrawVert* one) {
            return static_cast<float>((one->col >> shift) & 255);
        };
        return static_cast<uint32_t>(std::lround(channel(a) * wa + channel(b) * wb + channel(c) * wc))
               << shift;
    };
    const auto inside = [&](int x, float py) {
        const float px = static_cast<float>(x) + 0.5F;
        return against_a.inside(against_a.at(px, py)) && against_b.inside(against_b.at(px, py)) &&
               against_c.inside(against_c.at(px, py));
    };
    const auto left = static_cast<float>(rect.x), right = static_cast<float>(rect.x + rect.width);
    for (int y = rect.y; y < rect.y + rect.height; ++y) {
        uint32_t* row = m_pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(m_width);
        const float py = static_cast<float>(y) + 0.5F;
        // Where the row crosses the triangle, generously; then exactly.
        float low = left, high = right;
        for (const Edge* edge : {&against_a, &against_b, &against_c}) {
            if (edge->dy == 0) continue;
            const float crossing = edge->x + edge->dx * (py - edge->y) / edge->dy;
            if (edge->dy < 0)
                low = std::max(low, crossing - 2);
            else
                high = std::min(high, crossing + 2);
        }
        // An edge that is nearly level crosses far outside.
        int from = static_cast<int>(std::min(low, right)), to = static_cast<int>(std::max(high, left));
        while (from < to && !inside(from, py)) ++from;
        while (from < to && !inside(to - 1, py)) --to;
        if (one_color && plain) {
            fill_span(row + from, row + to, a->col);
            continue;
        }
        for (int x = from; x < to; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float ea = against_a.at(px, py), eb = against_b.at(px, py), ec = against_c.at(px, py);
            const float wa = ea / area, wb = eb / area, wc = ec / area;
            uint32_t color = a->col;
            if (!one_color)
                color = between(0, wa, wb, wc) | between(8, wa, wb, wc) | between(16, wa, wb, wc) |
                        between(24, wa, wb, wc);
            if (!plain) {
                const float u =
                    (a->uv.x * wa + b->uv.x * wb + c->uv.x * wc) * static_cast<float>(source.width);
                const float v =
                    (a->uv.y * wa + b->uv.y * wb + c->uv.y * wc) * static_cast<float>(source.height);
                const int column = std::clamp(static_cast<int>(u), 0, source.width - 1);
                const int line = std::clamp(static_cast<int>(v), 0, source.height - 1);
                color = modulate(color,
                                 source.texels[static_cast<size_t>(line) * static_cast<size_t>(source.width) +
                                               static_cast<size_t>(column)]);
            }
            row[x] = blend(row[x], color, color >> 24);
        }
    }
}

}  // namespace shenbao::app
