#include "app/software_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace shenbao::app {

namespace {

constexpr int kTile = 32;

uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

uint64_t bits(float a, float b) {
    uint32_t low, high;
    std::memcpy(&low, &a, 4);
    std::memcpy(&high, &b, 4);
    return (static_cast<uint64_t>(high) << 32) | low;
}

uint64_t hash_of(const ImDrawVert& vertex) {
    return mix(mix(bits(vertex.pos.x, vertex.pos.y), bits(vertex.uv.x, vertex.uv.y)), vertex.col);
}

// The first pixel whose centre is not left of `edge`.
int first_pixel(float edge) {
    return static_cast<int>(std::ceil(edge - 0.5F));
}

// `from` over `to` with the coverage 0…255; the result is opaque.
uint32_t blend(uint32_t to, uint32_t from, uint32_t alpha) {
    if (alpha == 255) return from | 0xFF000000U;
    // 0…256, so that the division is a shift; red and blue at once, green alone.
    const uint32_t weight = alpha + (alpha >> 7);
    const uint32_t odd_to = to & 0xFF00FFU, odd_from = from & 0xFF00FFU;
    const uint32_t even_to = to & 0x00FF00U, even_from = from & 0x00FF00U;
    const uint32_t odd = (odd_to * (256 - weight) + odd_from * weight) >> 8;
    const uint32_t even = (even_to * (256 - weight) + even_from * weight) >> 8;
    return (odd & 0xFF00FFU) | (even & 0x00FF00U) | 0xFF000000U;
}

void fill_span(uint32_t* from, const uint32_t* to, uint32_t color) {
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

uint32_t times(uint32_t a, uint32_t b) {
    return (a * b + 127) / 255;
}

uint32_t modulate(uint32_t color, uint32_t texel) {
    return times(color & 255, texel & 255) | times((color >> 8) & 255, (texel >> 8) & 255) << 8 |
           times((color >> 16) & 255, (texel >> 16) & 255) << 16 | times(color >> 24, texel >> 24) << 24;
}

void take_over(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate || texture.Status == ImTextureStatus_WantUpdates) {
        texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID) + 1);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

}  // namespace

const std::vector<PixelRect>& SoftwareRenderer::render(const ImDrawData& draw_data, ImU32 background) {
    if (draw_data.Textures != nullptr)
        for (ImTextureData* texture : *draw_data.Textures) take_over(*texture);
    const int width =
        std::max(0, static_cast<int>(std::lround(draw_data.DisplaySize.x * draw_data.FramebufferScale.x)));
    const int height =
        std::max(0, static_cast<int>(std::lround(draw_data.DisplaySize.y * draw_data.FramebufferScale.y)));
    if (width != m_width || height != m_height || background != m_background) {
        m_width = width, m_height = height, m_background = background;
        m_columns = (width + kTile - 1) / kTile, m_rows = (height + kTile - 1) / kTile;
        m_pixels.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 0);
        m_hashes.clear();
    }
    collect(draw_data);
    find_changes();
    for (const PixelRect& rect : m_changed) draw(rect, background | 0xFF000000U);
    return m_changed;
}

void SoftwareRenderer::collect(const ImDrawData& draw_data) {
    m_primitives.clear();
    m_sources.clear();
    m_next_hashes.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), 1);
    for (const ImDrawList* list : draw_data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            if (command.UserCallback == nullptr && command.ElemCount != 0)
                collect_command(draw_data, *list, command);
}

void SoftwareRenderer::collect_command(const ImDrawData& draw_data, const ImDrawList& list,
                                       const ImDrawCmd& command) {
    const ImVec2 scale = draw_data.FramebufferScale, origin = draw_data.DisplayPos;
    const int clip[4] = {
        std::max(0, static_cast<int>(std::lround((command.ClipRect.x - origin.x) * scale.x))),
        std::max(0, static_cast<int>(std::lround((command.ClipRect.y - origin.y) * scale.y))),
        std::min(m_width, static_cast<int>(std::lround((command.ClipRect.z - origin.x) * scale.x))),
        std::min(m_height, static_cast<int>(std::lround((command.ClipRect.w - origin.y) * scale.y)))};
    if (clip[0] >= clip[2] || clip[1] >= clip[3]) return;
    Source source;
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture != nullptr && texture->Pixels != nullptr && texture->BytesPerPixel == 4)
        source = {reinterpret_cast<const uint32_t*>(texture->Pixels), texture->Width, texture->Height};
    m_sources.push_back(source);
    const int index = static_cast<int>(m_sources.size()) - 1;

    const auto placed = [&](unsigned at) {
        ImDrawVert vertex = list.VtxBuffer[static_cast<int>(at + command.VtxOffset)];
        vertex.pos = {(vertex.pos.x - origin.x) * scale.x, (vertex.pos.y - origin.y) * scale.y};
        return vertex;
    };
    const ImDrawIdx* order = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert a = placed(order[i]), b = placed(order[i + 1]), c = placed(order[i + 2]);
        // Dear ImGui writes a rectangle as the triangles 0 1 2 and 0 2 3, clockwise from the top left.
        if (i + 5 < command.ElemCount && order[i + 3] == order[i] && order[i + 4] == order[i + 2]) {
            const ImDrawVert d = placed(order[i + 5]);
            const ImDrawVert* corners[4] = {&a, &b, &c, &d};
            if (add_quad(corners, clip, index)) {
                i += 3;
                continue;
            }
        }
        add_triangle(a, b, c, clip, index);
    }
}

bool SoftwareRenderer::add_quad(const ImDrawVert* corners[4], const int clip[4], int source) {
    const ImDrawVert *a = corners[0], *b = corners[1], *c = corners[2], *d = corners[3];
    if (a->pos.x != d->pos.x || b->pos.x != c->pos.x || a->pos.y != b->pos.y || c->pos.y != d->pos.y)
        return false;
    if (a->col != b->col || a->col != c->col || a->col != d->col) return false;
    if (c->pos.x <= a->pos.x || c->pos.y <= a->pos.y) return false;
    Primitive made{};
    const bool plain = a->uv.x == c->uv.x && a->uv.y == c->uv.y;
    const Source& texels = m_sources[static_cast<size_t>(source)];
    made.color = a->col;
    made.source = source;
    int x0 = first_pixel(a->pos.x), y0 = first_pixel(a->pos.y);
    int x1 = first_pixel(c->pos.x), y1 = first_pixel(c->pos.y);
    if (plain) {
        made.kind = Primitive::Kind::Solid;
    } else {
        if (texels.texels == nullptr) return true;
        const auto width = static_cast<float>(texels.width), height = static_cast<float>(texels.height);
        made.kind = Primitive::Kind::Image;
        made.u = static_cast<int>(std::lround(a->uv.x * width));
        made.v = static_cast<int>(std::lround(a->uv.y * height));
        const int columns = static_cast<int>(std::lround((c->uv.x - a->uv.x) * width));
        const int rows = static_cast<int>(std::lround((c->uv.y - a->uv.y) * height));
        // Glyphs are copied pixel by pixel; anything that is scaled goes the slow way.
        if (std::abs(c->pos.x - a->pos.x - static_cast<float>(columns)) > 0.25F ||
            std::abs(c->pos.y - a->pos.y - static_cast<float>(rows)) > 0.25F)
            return false;
        x0 = made.left = static_cast<int>(std::lround(a->pos.x));
        y0 = made.top = static_cast<int>(std::lround(a->pos.y));
        x1 = x0 + columns, y1 = y0 + rows;
    }
    made.x0 = std::max(x0, clip[0]), made.y0 = std::max(y0, clip[1]);
    made.x1 = std::min(x1, clip[2]), made.y1 = std::min(y1, clip[3]);
    add(made, mix(hash_of(*a), hash_of(*c)));
    return true;
}

void SoftwareRenderer::add_triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                                    const int clip[4], int source) {
    Primitive made{};
    made.kind = Primitive::Kind::Triangle;
    made.source = source;
    made.corners[0] = a, made.corners[1] = b, made.corners[2] = c;
    const auto [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
    const auto [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
    made.x0 = std::max(first_pixel(left), clip[0]), made.y0 = std::max(first_pixel(top), clip[1]);
    made.x1 = std::min(first_pixel(right), clip[2]), made.y1 = std::min(first_pixel(bottom), clip[3]);
    add(made, mix(mix(hash_of(a), hash_of(b)), hash_of(c)));
}

void SoftwareRenderer::add(const Primitive& primitive, uint64_t hash) {
    if (primitive.x0 >= primitive.x1 || primitive.y0 >= primitive.y1) return;
    m_primitives.push_back(primitive);
    hash = mix(hash, static_cast<uint64_t>(primitive.x0) << 48 ^ static_cast<uint64_t>(primitive.y0) << 32 ^
                         static_cast<uint64_t>(primitive.x1) << 16 ^ static_cast<uint64_t>(primitive.y1));
    const Source& source = m_sources[static_cast<size_t>(primitive.source)];
    if (primitive.kind != Primitive::Kind::Solid)
        hash = mix(hash, reinterpret_cast<uintptr_t>(source.texels));
    for (int row = primitive.y0 / kTile; row <= (primitive.y1 - 1) / kTile; ++row)
        for (int column = primitive.x0 / kTile; column <= (primitive.x1 - 1) / kTile; ++column) {
            uint64_t& tile = m_next_hashes[static_cast<size_t>(row) * static_cast<size_t>(m_columns) +
                                           static_cast<size_t>(column)];
            tile = mix(tile, hash);
        }
}

// Runs of changed tiles in a row, joined downwards where the next row has the same run.
void SoftwareRenderer::find_changes() {
    m_changed.clear();
    const bool all = m_hashes.size() != m_next_hashes.size();
    for (int row = 0; row < m_rows; ++row) {
        const size_t base = static_cast<size_t>(row) * static_cast<size_t>(m_columns);
        for (int column = 0; column < m_columns; ++column) {
            const auto differs = [&](int at) {
                const size_t tile = base + static_cast<size_t>(at);
                return all || m_hashes[tile] != m_next_hashes[tile];
            };
            if (!differs(column)) continue;
            const int from = column;
            while (column < m_columns && differs(column)) ++column;
            PixelRect rect{from * kTile, row * kTile, std::min(column * kTile, m_width) - from * kTile,
                           std::min((row + 1) * kTile, m_height) - row * kTile};
            const auto above = std::find_if(m_changed.begin(), m_changed.end(), [&](const PixelRect& one) {
                return one.x == rect.x && one.width == rect.width && one.y + one.height == rect.y;
            });
            if (above != m_changed.end())
                above->height += rect.height;
            else
                m_changed.push_back(rect);
        }
    }
    m_hashes.swap(m_next_hashes);
}

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
