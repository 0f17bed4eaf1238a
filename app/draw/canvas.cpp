#include "app/draw/canvas.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/platform/platform.h"
#include "app/text/cluster.h"

namespace shenbao::app {

namespace {

// The face with its ink moved to the right by `phase` quarters of a device pixel.
ImFontBaked* baked_of(TextFace face, int phase) {
    const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
    int place = face.bold && fonts.Size > 1 ? 1 : 0;
    if (2 * phase + place < fonts.Size) place += 2 * phase;
    return fonts[place]->GetFontBaked(static_cast<float>(face.size));
}

// Letters would often lie just between two pixels, or two quarters of one, and every engine rounds that in
// its own way. All fields have that much more space above and, where centred, to the left, in device pixels
// (as in twin.js).
constexpr float kNudge = 0.0625F;

}  // namespace

Canvas::Canvas(const Palette& palette, TextCache& texts, const Interaction& interaction)
    : m_palette(palette),
      m_texts(texts),
      m_interaction(interaction),
      m_list(*ImGui::GetBackgroundDrawList()),
      m_ratio(std::max(0.1F, ImGui::GetIO().DisplayFramebufferScale.x)) {
    // Lines as plain triangles, so that the software renderer needs to sample glyphs only.
    m_list.Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex;
    for (ImFont* font : ImGui::GetIO().Fonts->Fonts) font->CurrentRasterizerDensity = m_ratio;
}

void Canvas::begin(RegionId id, const Region& region, std::vector<Node>& nodes) {
    m_region = id;
    m_nodes = &nodes;
    m_clip = region.rect;
    const ImVec2 exact{region.rect.x - region.scroll_x, region.rect.y - region.scroll_y};
    m_origin = {snap(exact.x), snap(exact.y)};
    m_rest = {exact.x - m_origin.x, exact.y - m_origin.y};
    m_list.PushClipRect({m_clip.x, m_clip.y}, {m_clip.x + m_clip.width, m_clip.y + m_clip.height});
}

void Canvas::end() {
    m_list.PopClipRect();
    m_nodes = nullptr;
}

float Canvas::snap(float length) const {
    return std::round(length * m_ratio) / m_ratio;
}

bool Canvas::in_view(const Rect& rect) const {
    const float x = m_origin.x + rect.x, y = m_origin.y + rect.y;
    return x < m_clip.x + m_clip.width && x + rect.width > m_clip.x && y < m_clip.y + m_clip.height &&
           y + rect.height > m_clip.y;
}

void Canvas::fill(const Rect& rect, ImU32 color, float rounding) {
    const ImVec2 from = at(snap(rect.x), snap(rect.y));
    const ImVec2 to = at(snap(rect.x + rect.width), snap(rect.y + rect.height));
    m_list.AddRectFilled(from, to, color, rounding);
}

void Canvas::frame(const Rect& rect, ImU32 color, float thickness, float rounding) {
    if (rounding > 0) {
        const float half = thickness / 2;
        const ImVec2 from = at(snap(rect.x) + half, snap(rect.y) + half);
        const ImVec2 to = at(snap(rect.x + rect.width) - half, snap(rect.y + rect.height) - half);
        m_list.AddRect({from.x, from.y}, {to.x, to.y}, color, rounding, 0, thickness);
        return;
    }
    const float t = std::max(hairline(), snap(thickness));
    horizontal(rect.x, rect.y, rect.width, color, t);
    horizontal(rect.x, rect.y + rect.height - t, rect.width, color, t);
    vertical(rect.x, rect.y + t, rect.height - 2 * t, color, t);
    vertical(rect.x + rect.width - t, rect.y + t, rect.height - 2 * t, color, t);
}

void Canvas::horizontal(float x, float y, float width, ImU32 color, float thickness) {
    const float t = std::max(hairline(), snap(thickness));
    const ImVec2 from = at(snap(x), snap(y));
    m_list.AddRectFilled(from, {m_origin.x + snap(x + width), from.y + t}, color);
}

void Canvas::vertical(float x, float y, float height, ImU32 color, float thickness) {
    const float t = std::max(hairline(), snap(thickness));
    const ImVec2 from = at(snap(x), snap(y));
    m_list.AddRectFilled(from, {from.x + t, m_origin.y + snap(y + height)}, color);
}

void Canvas::icon(Icon icon, float x, float y, float size, ImU32 color) {
    const ImVec2 from = at(snap(x), snap(y));
    draw_icon(m_list, icon, from.x, from.y, size, color);
}

void Canvas::glyphs(float x, float y, float line_height, std::string_view text, TextFace face, ImU32 color,
                    Setting setting) {
    if (text.empty()) return;
    // Not AddText: it puts texts on whole CSS px, which at a ratio of 1.5 lie between device pixels.
    ImFontBaked* phases[kGlyphPhases] = {baked_of(face, 0)};
    const bool exact = setting != Setting::Plain;
    // As in CSS: half of the leading above the font's own box.
    float above = (line_height - (phases[0]->Ascent - phases[0]->Descent)) * m_ratio / 2;
    if (setting != Setting::Input && platform::floors_leading()) above = std::floor(above + 0.01F);
    const float top = std::floor(y * m_ratio + above + 0.5F + (exact ? kNudge : 0.01F));
    const float start = exact ? x * m_ratio : std::round(x * m_ratio);
    float pen = start;
    for (size_t at = 0; at < text.size();) {
        const char32_t character = next_cluster(text, at);
        if (character == '\t') {
            pen = start + next_tab_stop(pen - start, phases[0]->GetCharAdvance(' ') * m_ratio);
            continue;
        }
        const int quarters = static_cast<int>(std::floor(pen * kGlyphPhases + 0.5F));
        const int phase = exact ? quarters & (kGlyphPhases - 1) : 0;
        const int whole = (quarters - phase) / kGlyphPhases;
        const float left = exact ? static_cast<float>(whole) : std::round(pen);
        if (phases[phase] == nullptr) phases[phase] = baked_of(face, phase);
        const ImFontGlyph* glyph = phases[phase]->FindGlyph(static_cast<ImWchar>(character));
        if (glyph == nullptr) continue;
        if (glyph->Visible) {
            const ImVec2 from{(left + std::round(glyph->X0 * m_ratio)) / m_ratio,
                              (top + std::round(glyph->Y0 * m_ratio)) / m_ratio};
            m_list.PrimReserve(6, 4);
            m_list.PrimRectUV(from, {from.x + glyph->X1 - glyph->X0, from.y + glyph->Y1 - glyph->Y0},
                              {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                              glyph->Colored ? color | ~IM_COL32_A_MASK : color);
        }
        pen += glyph->AdvanceX * m_ratio;
    }
}

float Canvas::text(const Rect& rect, std::string_view text, TextFace face, ImU32 color, char align) {
    if (!in_view(rect)) return 0;
    const float whole = measure(text, face);
    std::string shortened;
    float width = whole;
    if (whole > rect.width + 0.5F) {
        constexpr std::string_view kEllipsis = "…";
        shortened = text.substr(0, fitting(text, face, rect.width - measure(kEllipsis, face)));
        shortened += kEllipsis;
        text = shortened;
        width = measure(text, face);
    }
    float x = rect.x;
    if (align == 'c') x += (rect.width - width) / 2;
    if (align == 'r') x += rect.width - width;
    const ImVec2 from = at(x, rect.y);
    glyphs(from.x, from.y, rect.height, text, face, color);
    return width;
}

float Canvas::paragraph(const Rect& rect, std::string_view text, TextFace face, float line_height,
                        ImU32 color) {
    const TextLayout& layout = m_texts.get(text, face, rect.width);
    float y = rect.y;
    for (const TextLine& line : layout.lines) {
        if (in_view({rect.x, y, rect.width, line_height})) {
            const ImVec2 from = at(rect.x, y);
            glyphs(from.x, from.y, line_height, text.substr(line.begin, line.end - line.begin), face, color);
        }
        y += line_height;
    }
    return y - rect.y;
}

void Canvas::styled(const Rect& rect, std::string_view text, const TextLayout& layout, const TextStyle& style,
                    ImU32 color, Setting setting) {
    const float height = static_cast<float>(layout.lines.size()) * style.line_height;
    const float inner = rect.width - 2 * style.padding_x;
    float y = rect.y + style.padding_y;
    if (style.middle) y = rect.y + std::max(style.padding_y, std::floor((rect.height - height) / 2));
    const TextFace face{static_cast<int>(style.size), style.weight >= 600};
    for (const TextLine& line : layout.lines) {
        float x = rect.x + style.padding_x;
        if (style.align == 'c') x += std::max(0.0F, (inner - line.width) / 2) + kNudge / 2 / m_ratio;
        if (style.align == 'r') x += std::max(0.0F, inner - line.width);
        if (in_view({rect.x, y, rect.width, style.line_height})) {
            ImVec2 from = at(x, y);
            // Boxes lie on whole pixels however the region is scrolled, an editor's letters do not.
            if (setting != Setting::Plain) from = {from.x + m_rest.x, from.y + m_rest.y};
            glyphs(from.x, from.y, style.line_height, text.substr(line.begin, line.end - line.begin), face,
                   color, setting);
        }
        y += style.line_height;
    }
}

void Canvas::describe(Node node) {
    node.region = m_region;
    m_nodes->push_back(std::move(node));
}

void Canvas::describe_text(std::string id, const Rect& rect, std::string_view text, TextFace face,
                           float line_height) {
    Node node;
    node.id = std::move(id);
    node.role = Role::Text;
    node.rect = rect;
    node.name = node.value = std::string(text);
    node.style = {.size = static_cast<float>(face.size),
                  .line_height = line_height,
                  .weight = face.bold ? 700 : 400,
                  .padding_x = 0,
                  .padding_y = 0};
    describe(std::move(node));
}

}  // namespace shenbao::app
