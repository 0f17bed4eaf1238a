#include "web/font_loader.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "app/text/cluster.h"
#include "app/text/text_layout.h"
#include "core/form/sort_by.h"
#include "web/imports.h"

namespace shenbao::web {

namespace {

constexpr int kScratchWidth = 1024, kScratchHeight = 512;

// A glyph with a place in the atlas and no pixels yet.
struct NewGlyph {
    ImFontAtlasRectId place;
    int codepoint, size, bold, phase;  // size in 1/64 px, phase in 1/4 px
    int left, top, width, height;      // of the ink, from the origin, device px
    bool colored;
};

std::vector<NewGlyph>& new_glyphs() {
    static std::vector<NewGlyph> glyphs;
    return glyphs;
}

// FontNo is the font's place, as app/shell/workbench.h orders them.
bool is_bold(const ImFontConfig* source) {
    return source->FontNo % 2 == 1;
}
int phase_of(const ImFontConfig* source) {
    return static_cast<int>(source->FontNo / 2);
}

float density(const ImFontConfig* source, const ImFontBaked* baked) {
    return source->RasterizerDensity * baked->RasterizerDensity;
}

bool init_source(ImFontAtlas*, ImFontConfig*) {
    return true;
}

// Whatever a machine cannot show it shows as a box, as everywhere else in the page.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    double line[2] = {baked->Size, baked->Size / 4};
    js_line_measure(baked->Size, is_bold(source), line);
    baked->Ascent = static_cast<float>(line[0]);
    baked->Descent = static_cast<float>(-line[1]);
    // Texts are measured by the whole form and drawn by what is in view.
    baked->LoadNoRenderOnLayout = true;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
    const float ratio = density(source, baked);
    const double size = std::round(static_cast<double>(baked->Size * ratio) * 64) / 64;
    double found[6] = {};
    const std::string_view cluster = app::cluster_text(codepoint);
    js_glyph_measure(codepoint, cluster.data(), static_cast<int>(cluster.size()), size, is_bold(source),
                     found);
    if (advance != nullptr) {
        *advance = static_cast<float>(found[0]) / ratio;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = static_cast<float>(found[0]) / ratio;
    const double shift = phase_of(source) * 0.25;
    const int left = static_cast<int>(std::floor(found[1] + shift)) - 1;
    const int right = static_cast<int>(std::ceil(found[2] + shift)) + 1;
    const int top = static_cast<int>(std::floor(-found[3])) - 1;
    const int bottom = static_cast<int>(std::ceil(found[4])) + 1;
    const int width = right - left, height = bottom - top;
    const bool ink = found[2] > found[1] && found[4] > -found[3];
    if (!ink || width > kScratchWidth || height > kScratchHeight) return true;
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
    if (place == ImFontAtlasRectId_Invalid) return true;
    glyph->X0 = static_cast<float>(left) / ratio;
    glyph->X1 = static_cast<float>(right) / ratio;
    glyph->Y0 = baked->Ascent + static_cast<float>(top) / ratio;
    glyph->Y1 = baked->Ascent + static_cast<float>(bottom) / ratio;
    glyph->Visible = true;
    glyph->Colored = found[5] != 0;
    glyph->PackId = place;
    new_glyphs().push_back({place, static_cast<int>(codepoint), static_cast<int>(std::lround(size * 64)),
                            is_bold(source) ? 1 : 0, phase_of(source), left, top, width, height,
                            glyph->Colored != 0});
    return true;
}

const ImFontLoader& loader() {
    static const ImFontLoader one = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcInit = init_source;
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return one;
}

// Copies one glyph from the scratch canvas into the atlas: its coverage, or its own colours.
void copy_glyph(ImFontAtlas& atlas, const NewGlyph& glyph, const unsigned char* scratch, int x, int y) {
    ImTextureRect* rect = ImFontAtlasPackGetRectSafe(&atlas, glyph.place);
    if (rect == nullptr) return;
    ImTextureData* texture = atlas.TexData;
    for (int row = 0; row < glyph.height; ++row) {
        const unsigned char* from = scratch + (static_cast<size_t>(y + row) * kScratchWidth + x) * 4;
        auto* to = static_cast<unsigned char*>(texture->GetPixelsAt(rect->x, rect->y + row));
        for (int column = 0; column < glyph.width; ++column, from += 4, to += 4) {
            to[0] = glyph.colored ? from[0] : 255;
            to[1] = glyph.colored ? from[1] : 255;
            to[2] = glyph.colored ? from[2] : 255;
            to[3] = from[3];
        }
    }
    ImFontAtlasTextureBlockQueueUpload(&atlas, texture, rect->x, rect->y, rect->w, rect->h);
}

// One page of the scratch canvas: glyphs side by side in rows.
class ScratchPage {
  public:
    // False if the glyph needs another page.
    bool add(const NewGlyph& glyph) {
        if (m_x + glyph.width > kScratchWidth) m_x = 0, m_y += m_row_height, m_row_height = 0;
        if (m_y + glyph.height > kScratchHeight) return false;
        m_places.push_back({&glyph, m_x, m_y});
        m_commands.insert(m_commands.end(), {glyph.codepoint, glyph.size, glyph.bold, glyph.phase,
                                             m_x - glyph.left, m_y - glyph.top});
        m_x += glyph.width;
        m_row_height = std::max(m_row_height, glyph.height);
        return true;
    }
    void draw(ImFontAtlas& atlas, std::vector<unsigned char>& pixels) {
        if (m_places.empty()) return;
        const int height = m_y + m_row_height;
        pixels.resize(static_cast<size_t>(height) * kScratchWidth * 4);
        js_glyph_draw(m_commands.data(), static_cast<int>(m_places.size()), pixels.data(), height);
        for (const Place& place : m_places) copy_glyph(atlas, *place.glyph, pixels.data(), place.x, place.y);
    }

  private:
    struct Place {
        const NewGlyph* glyph;
        int x, y;
    };
    std::vector<Place> m_places;
    std::vector<int> m_commands;
    int m_x = 0, m_y = 0, m_row_height = 0;
};

}  // namespace

void add_browser_fonts() {
    ImGuiIO& io = ImGui::GetIO();
    for (int face = 0; face < 2 * app::kGlyphPhases; ++face) {
        ImFontConfig config;
        config.FontLoader = &loader();
        config.SizePixels = 14;
        config.FontNo = static_cast<ImU32>(face);
        config.OversampleH = config.OversampleV = 1;
        io.Fonts->AddFont(&config);
    }
}

void draw_new_glyphs() {
    std::vector<NewGlyph>& glyphs = new_glyphs();
    if (glyphs.empty()) return;
    // Changing a canvas's font is slow: one face after another.
    sort_by(glyphs, [](const NewGlyph& glyph) { return glyph.size * 2 + glyph.bold; });
    std::vector<unsigned char> pixels;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ScratchPage page;
    for (const NewGlyph& glyph : glyphs) {
        if (page.add(glyph)) continue;
        page.draw(atlas, pixels);
        page = {};
        page.add(glyph);
    }
    page.draw(atlas, pixels);
    glyphs.clear();
}

}  // namespace shenbao::web
