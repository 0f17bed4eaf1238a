// What the pages of the draft manager have in common: head, message, buttons, words.
#pragma once

#include <string>
#include <string_view>

#include "app/canvas.h"
#include "app/drafts_dialog.h"

namespace shenbao::app {

class DraftsFrame {
  public:
    DraftsFrame(Canvas& canvas, float width, const DraftsState& state)
        : m_canvas(canvas), m_colors(canvas.colors()), m_width(width), m_state(state) {}

  protected:
    static constexpr float kSide = 24, kButton = 28, kLine = 20, kRow = 60;

    // Draws and describes a line of text.
    void words(std::string id, const Rect& rect, std::string_view text, TextFace face, ImU32 color);
    // Returns where the next one to the left ends.
    float button_before(float right, float y, std::string_view id, std::string_view label,
                        std::string_view name, bool framed = false);
    // Returns where the next one to the right begins.
    float button_after(float x, float y, std::string_view id, std::string_view label, std::string_view name);
    void draw_head(std::string_view title);

    Canvas& m_canvas;
    const Palette& m_colors;
    float m_width;
    const DraftsState& m_state;
    float m_y = 0;

  private:
    void draw_message();
};

// The pages behind the list: versions, a comparison, a file's drafts, damaged records. Returns their height.
float drafts_detail_view(Canvas& canvas, float width, const DraftsState& state);

}  // namespace shenbao::app
