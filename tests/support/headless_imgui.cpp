#include <imgui.h>
#include <imgui_internal.h>

#include "tests/support/headless.h"

namespace shenbao::testing {

namespace {

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

bool start_size(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    if (config->MergeMode) return true;
    baked->Ascent = baked->Size * 0.88F;
    baked->Descent = -baked->Size * 0.12F;
    return true;
}

// A box for each character: hanzi and full-width signs one em, everything below U+0250 half of one.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* glyph, float* advance) {
    const float em = baked->Size;
    const float width = c < 0x250 ? em / 2 : em;
    if (advance != nullptr) {
        *advance = width;
        return true;
    }
    glyph->Codepoint = c;
    glyph->AdvanceX = width;
    if (c == ' ' || c == 0x3000 || c == 0xA0) return true;
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    const int w = static_cast<int>(width * 0.8F * density) + 1, h = static_cast<int>(em * 0.8F * density) + 1;
    const ImFontAtlasRectId pack = ImFontAtlasPackAddRect(atlas, w, h);
    if (pack == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, pack);
    glyph->X0 = width * 0.1F;
    glyph->Y0 = baked->Ascent - em * 0.78F;
    glyph->X1 = glyph->X0 + static_cast<float>(w) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(h) / density;
    glyph->Visible = true;
    glyph->PackId = pack;
    std::vector<unsigned char> pixels(static_cast<size_t>(w) * static_cast<size_t>(h) * 4, 255);
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            if (x > 0 && y > 0 && x < w - 1 && y < h - 1)
                pixels[(static_cast<size_t>(y) * static_cast<size_t>(w) + static_cast<size_t>(x)) * 4 + 3] =
                    40;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, rect, pixels.data(),
                                       ImTextureFormat_RGBA32, w * 4);
    return true;
}

const ImFontLoader& test_font_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader one;
        one.Name = "test";
        one.FontSrcContainsGlyph = contains;
        one.FontBakedInit = start_size;
        one.FontBakedLoadGlyph = load_glyph;
        return one;
    }();
    return loader;
}

}  // namespace

HeadlessImGui::HeadlessImGui(float width, float height, float pixel_ratio)
    : m_context(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {pixel_ratio, pixel_ratio};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    for (const char* name : {"regular", "bold"}) {
        ImFontConfig config;
        config.FontLoader = &test_font_loader();
        config.SizePixels = 14;
        ImStrncpy(config.Name, name, IM_ARRAYSIZE(config.Name));
        io.Fonts->AddFont(&config);
    }
}

HeadlessImGui::~HeadlessImGui() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_context);
}

void HeadlessImGui::begin_frame() {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
}

void HeadlessImGui::end_frame() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}  // namespace shenbao::testing
