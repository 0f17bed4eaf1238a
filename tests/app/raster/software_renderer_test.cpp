#include "app/raster/software_renderer.h"

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <memory>

namespace shenbao::app {
namespace {

constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255), kRed = IM_COL32(255, 0, 0, 255),
                kBlack = IM_COL32(0, 0, 0, 255);

// A Dear ImGui context without fonts, and one draw list that is shown as a frame.
class SoftwareRendererTest : public testing::Test {
  protected:
    SoftwareRendererTest()
        : m_context(ImGui::CreateContext()),
          m_list(std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData())) {
        ImGui::GetDrawListSharedData()->SetCircleTessellationMaxError(0.3F);
    }
    ~SoftwareRendererTest() override {
        m_list.reset();  // it is known to the context
        ImGui::DestroyContext(m_context);
    }

    ImDrawList& begin() {
        m_list->_ResetForNewFrame();
        m_list->Flags = ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines;
        m_list->PushTexture(m_texture);
        m_list->PushClipRect({0, 0}, {m_width, m_height});
        return *m_list;
    }
    const std::vector<PixelRect>& show(float ratio = 1) {
        ImDrawData data;
        data.Valid = true;
        data.DisplaySize = {m_width, m_height};
        data.FramebufferScale = {ratio, ratio};
        data.AddDrawList(m_list.get());
        return m_renderer.render(data, kWhite);
    }
    ImU32 pixel(int x, int y) const {
        const unsigned char* at =
            m_renderer.pixels() +
            (static_cast<size_t>(y) * static_cast<size_t>(m_renderer.width()) + static_cast<size_t>(x)) * 4;
        return IM_COL32(at[0], at[1], at[2], at[3]);
    }
    int count(ImU32 color) const {
        int found = 0;
        for (int y = 0; y < m_renderer.height(); ++y)
            for (int x = 0; x < m_renderer.width(); ++x) found += pixel(x, y) == color ? 1 : 0;
        return found;
    }

    float m_width = 100, m_height = 80;
    ImGuiContext* m_context;
    std::unique_ptr<ImDrawList> m_list;
    ImTextureRef m_texture{ImTextureID(1)};
    SoftwareRenderer m_renderer;
};

TEST_F(SoftwareRendererTest, FillsThePixelsWhoseCentresLieInsideARectangle) {
    begin().AddRectFilled({10, 20}, {30, 25}, kRed);
    show();
    EXPECT_EQ(count(kRed), 20 * 5);
    EXPECT_EQ(pixel(10, 20), kRed);
    EXPECT_EQ(pixel(29, 24), kRed);
    EXPECT_EQ(pixel(30, 24), kWhite);
    EXPECT_EQ(pixel(9, 20), kWhite);
}

TEST_F(SoftwareRendererTest, ScalesToDevicePixels) {
    begin().AddRectFilled({10, 20}, {30, 24}, kRed);
    show(1.5F);
    EXPECT_EQ(m_renderer.width(), 150);
    EXPECT_EQ(m_renderer.height(), 120);
    EXPECT_EQ(count(kRed), 30 * 6);
}

TEST_F(SoftwareRendererTest, KeepsInsideTheClipRectangle) {
    ImDrawList& list = begin();
    list.PushClipRect({20, 20}, {25, 60});
    list.AddRectFilled({0, 0}, {100, 80}, kRed);
    list.PopClipRect();
    show();
    EXPECT_EQ(count(kRed), 5 * 40);
}

TEST_F(SoftwareRendererTest, BlendsHalfOfAColorOverWhatLiesThere) {
    begin().AddRectFilled({0, 0}, {100, 80}, IM_COL32(0, 0, 0, 128));
    show();
    const ImU32 blended = pixel(50, 40);
    EXPECT_NEAR(static_cast<int>(blended & 255), 127, 1);
    EXPECT_EQ(blended >> 24, 255U);
}

TEST_F(SoftwareRendererTest, TintsEachPixelOfASpanByWhatLiesUnderIt) {
    ImDrawList& list = begin();
    for (int x = 0; x < 100; x += 2) {
        const auto left = static_cast<float>(x);
        list.AddRectFilled({left, 0}, {left + 1, 80}, IM_COL32(200, 100, 0, 255));
    }
    list.AddRectFilled({0, 0}, {100, 80}, IM_COL32(0, 0, 0, 128));
    show();
    for (const int x : {0, 1, 2, 50, 51, 99}) {
        const ImU32 blended = pixel(x, 40);
        const bool stripe = x % 2 == 0;
        EXPECT_NEAR(static_cast<int>(blended & 255), stripe ? 100 : 127, 1) << x;
        EXPECT_NEAR(static_cast<int>((blended >> 8) & 255), stripe ? 50 : 127, 1) << x;
        EXPECT_NEAR(static_cast<int>((blended >> 16) & 255), stripe ? 0 : 127, 1) << x;
    }
}

TEST_F(SoftwareRendererTest, LeavesNoGapAndNoDoublePixelBetweenTheTrianglesOfAShape) {
    ImDrawList& list = begin();
    list.Flags = ImDrawListFlags_None;
    const ImVec2 corners[] = {{50, 3}, {90, 31}, {71, 77}, {26, 72}, {8, 33}};
    // Half transparent: a pixel painted twice would be darker, one left out would be white.
    list.AddConvexPolyFilled(corners, 5, IM_COL32(0, 0, 0, 128));
    show();
    const ImU32 once = pixel(50, 40);
    EXPECT_EQ(count(once) + count(kWhite), 100 * 80);
    double area = 0;
    for (int i = 0; i < 5; ++i) {
        const ImVec2 a = corners[i], b = corners[(i + 1) % 5];
        area += (a.x * b.y - b.x * a.y) / 2.0;
    }
    EXPECT_NEAR(count(once), area, 40);
}

TEST_F(SoftwareRendererTest, SoftensTheEdgesOfACircle) {
    begin().AddCircleFilled({50, 40}, 20, kBlack, 64);
    show();
    double ink = 0;
    for (int y = 0; y < 80; ++y)
        for (int x = 0; x < 100; ++x) ink += 1 - static_cast<double>(pixel(x, y) & 255) / 255;
    EXPECT_NEAR(ink, 3.14159 * 20 * 20, 25);
    EXPECT_GT(100 * 80 - count(kWhite) - count(kBlack), 60) << "shades between black and white";
}

// A texture of its own: four texels, of which the coverage counts, and a coloured one.
TEST_F(SoftwareRendererTest, CopiesGlyphsTexelByTexelInTheTextsColor) {
    ImTextureData texture;
    texture.Create(ImTextureFormat_RGBA32, 4, 4);
    auto* texels = static_cast<ImU32*>(texture.GetPixels());
    std::fill(texels, texels + 16, IM_COL32(255, 255, 255, 0));
    texels[5] = IM_COL32(255, 255, 255, 255);
    texels[6] = IM_COL32(255, 255, 255, 128);
    texels[9] = IM_COL32(0, 255, 0, 255);
    texture.SetStatus(ImTextureStatus_OK);
    m_texture = ImTextureRef();
    m_texture._TexData = &texture;
    ImDrawList& list = begin();
    list.PrimReserve(12, 8);
    list.PrimRectUV({10, 10}, {14, 14}, {0, 0}, {1, 1}, kRed);
    list.PrimRectUV({20, 10}, {24, 14}, {0, 0}, {1, 1}, kWhite);
    show();
    EXPECT_EQ(pixel(11, 11), kRed);
    EXPECT_NEAR(static_cast<int>((pixel(12, 11) >> 8) & 255), 127, 1);
    EXPECT_EQ(pixel(10, 10), kWhite);
    EXPECT_EQ(pixel(21, 12), IM_COL32(0, 255, 0, 255));
}

TEST_F(SoftwareRendererTest, DrawsNothingAgainWhenNothingChanged) {
    begin().AddRectFilled({10, 20}, {30, 25}, kRed);
    ASSERT_FALSE(show().empty());
    begin().AddRectFilled({10, 20}, {30, 25}, kRed);
    EXPECT_TRUE(show().empty());
}

TEST_F(SoftwareRendererTest, DrawsOnlyTheTilesThatChanged) {
    m_width = 640, m_height = 480;
    begin().AddRectFilled({0, 0}, {640, 480}, kRed);
    show();
    ImDrawList& list = begin();
    list.AddRectFilled({0, 0}, {640, 480}, kRed);
    list.AddRectFilled({100, 100}, {110, 110}, kBlack);
    const std::vector<PixelRect>& changed = show();
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_LE(changed[0].width * changed[0].height, 64 * 64);
    EXPECT_EQ(pixel(100, 100), kBlack);
    EXPECT_EQ(pixel(99, 99), kRed);
}

TEST_F(SoftwareRendererTest, AnUpdateEndsAsAFullDrawingWould) {
    m_width = 200, m_height = 200;
    const auto scene = [&](float x) {
        ImDrawList& list = begin();
        list.AddRectFilled({10, 10}, {190, 190}, IM_COL32(230, 240, 250, 255), 12);
        list.AddCircleFilled({x, 100}, 15, IM_COL32(20, 60, 120, 200), 24);
        list.AddLine({5, 20}, {x, 180}, kBlack, 2);
    };
    for (float x = 30; x < 180; x += 7.3F) scene(x), show();
    std::vector<unsigned char> updated(m_renderer.pixels(), m_renderer.pixels() + 200 * 200 * 4);
    m_renderer.forget();
    show();
    EXPECT_TRUE(std::equal(updated.begin(), updated.end(), m_renderer.pixels()));
}

TEST_F(SoftwareRendererTest, DrawsEverythingAfterAResize) {
    begin().AddRectFilled({0, 0}, {100, 80}, kRed);
    show();
    m_width = 120;
    begin().AddRectFilled({0, 0}, {100, 80}, kRed);
    show();
    EXPECT_EQ(count(kRed), 100 * 80);
    EXPECT_EQ(count(kWhite), 20 * 80);
}

}  // namespace
}  // namespace shenbao::app
