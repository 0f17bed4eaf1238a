// Draws Dear ImGui's draw data into memory, for machines without WebGL. Only what changed since the last
// frame is drawn again. Knows no browser: pixels out.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace shenbao::app {

// In device pixels.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelRect&) const = default;
};

class SoftwareRenderer {
  public:
    // Draws what differs from the last call, over `background` (its alpha is ignored), and gives the
    // rectangles that were drawn, which do not overlap. The framebuffer is draw_data's DisplaySize times
    // FramebufferScale, rounded. Takes over the textures: their pixels are read in place, their status
    // becomes OK or Destroyed. Needs ImGuiBackendFlags_RendererHasTextures.
    const std::vector<PixelRect>& render(const ImDrawData& draw_data, ImU32 background);
    // The next render draws everything, as after another program has used the surface.
    void forget() { m_hashes.clear(); }

    int width() const { return m_width; }
    int height() const { return m_height; }
    // RGBA, 8 bits each, opaque, rows from the top without gaps.
    const unsigned char* pixels() const { return reinterpret_cast<const unsigned char*>(m_pixels.data()); }

  private:
    struct Source {  // of texels: RGBA, null for plain colours
        const uint32_t* texels = nullptr;
        int width = 0, height = 0;
    };
    // A rectangle of one colour, glyph pixels, or a triangle; with its bounds inside the clip rectangle.
    struct Primitive {
        enum class Kind : uint8_t { Solid, Image, Triangle } kind;
        int x0, y0, x1, y1;
        uint32_t color;  // Solid, Image
        int source;      // Image, Triangle: index of m_sources
        int left, top;   // Image: where the texel u, v lies
        int u, v;
        ImDrawVert corners[3];  // Triangle, in device px
    };

    void collect(const ImDrawData& draw_data);
    void collect_command(const ImDrawData& draw_data, const ImDrawList& list, const ImDrawCmd& command);
    bool add_quad(const ImDrawVert* corners[4], const int clip[4], int source);
    void add_triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const int clip[4],
                      int source);
    void add(const Primitive& primitive, uint64_t hash);
    void find_changes();
    void draw(const PixelRect& rect, uint32_t background);
    void draw_solid(const Primitive& primitive, const PixelRect& rect);
    void draw_image(const Primitive& primitive, const PixelRect& rect);
    void draw_triangle(const Primitive& primitive, const PixelRect& rect);

    int m_width = 0, m_height = 0, m_columns = 0, m_rows = 0;
    ImU32 m_background = 0;
    std::vector<uint32_t> m_pixels;
    std::vector<uint64_t> m_hashes, m_next_hashes;  // of everything that touches a tile
    std::vector<Primitive> m_primitives;
    std::vector<Source> m_sources;
    std::vector<PixelRect> m_changed;
};

}  // namespace shenbao::app
