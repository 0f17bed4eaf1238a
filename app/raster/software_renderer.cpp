#include "app/raster/software_renderer.h"

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

}  // namespace shenbao::app
