// Draws one region and describes it at the same time. Coordinates are those of the region's content.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/draw/icons.h"
#include "app/draw/theme.h"
#include "app/semantics/semantics.h"
#include "app/text/text_layout.h"

namespace shenbao::app {

// Where pointer and keyboard are, by node id.
struct Interaction {
    std::string hovered, pressed, focused;
};

// How letters are set.
enum class Setting {
    Plain,  // on whole pixels, which needs the fewest glyphs
    Block,  // on the quarter pixels of a text area or list that will lie over it
    Input,  // of an input of one line, whose text browsers centre without rounding
};

class Canvas {
  public:
    Canvas(const Palette& palette, TextCache& texts, const Interaction& interaction);

    // Between these, everything is clipped to the region and moved by its scroll offset. Nodes go to `nodes`.
    void begin(RegionId id, const Region& region, std::vector<Node>& nodes);
    void end();

    const Palette& colors() const { return m_palette; }
    TextCache& texts() { return m_texts; }
    ImDrawList& list() { return m_list; }
    float snap(float length) const;  // to whole device pixels
    float hairline() const { return 1 / m_ratio; }
    // The window position of a content position.
    ImVec2 at(float x, float y) const { return {m_origin.x + x, m_origin.y + y}; }
    bool in_view(const Rect& rect) const;

    std::string_view focused() const { return m_interaction.focused; }
    bool is_hovered(std::string_view id) const { return m_interaction.hovered == id; }
    bool is_pressed(std::string_view id) const { return m_interaction.pressed == id; }
    bool is_focused(std::string_view id) const { return m_interaction.focused == id; }

    void fill(const Rect& rect, ImU32 color, float rounding = 0);
    void frame(const Rect& rect, ImU32 color, float thickness = 1, float rounding = 0);
    void horizontal(float x, float y, float width, ImU32 color, float thickness = 1);
    void vertical(float x, float y, float height, ImU32 color, float thickness = 1);
    void icon(Icon icon, float x, float y, float size, ImU32 color);
    // One line, vertically centred in the rectangle, shortened with … if it does not fit. Returns its width.
    float text(const Rect& rect, std::string_view text, TextFace face, ImU32 color, char align = 'l');
    // A broken text from the top of the rectangle. Returns its height.
    float paragraph(const Rect& rect, std::string_view text, TextFace face, float line_height, ImU32 color);
    // A text as a CSS box with this style would set it.
    void styled(const Rect& rect, std::string_view text, const TextLayout& layout, const TextStyle& style,
                ImU32 color, Setting setting = Setting::Plain);

    void describe(Node node);
    // Describes a static text.
    void describe_text(std::string id, const Rect& rect, std::string_view text, TextFace face,
                       float line_height);

  private:
    void glyphs(float x, float y, float line_height, std::string_view text, TextFace face, ImU32 color,
                Setting setting = Setting::Plain);

    const Palette& m_palette;
    TextCache& m_texts;
    const Interaction& m_interaction;
    ImDrawList& m_list;
    float m_ratio;
    ImVec2 m_origin{0, 0};  // of the region's content, on a whole device pixel
    ImVec2 m_rest{0, 0};    // what that leaves
    Rect m_clip;
    RegionId m_region = RegionId::Toolbar;
    std::vector<Node>* m_nodes = nullptr;
};

}  // namespace shenbao::app
