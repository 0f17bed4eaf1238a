// What every dialog is made of: its ground, head, buttons, words.
#pragma once

#include <string>
#include <string_view>

#include "app/draw/canvas.h"

namespace shenbao::app {

// Beneath what a dialog holds.
inline constexpr float kDialogBottom = 24;

class DialogFrame {
  public:
    DialogFrame(Canvas& canvas, float width) : m_canvas(canvas), m_colors(canvas.colors()), m_width(width) {}

  protected:
    static constexpr float kSide = 24, kButton = 28, kLine = 20;

    // Draws and describes a line of text.
    void words(std::string id, const Rect& rect, std::string_view text, TextFace face, ImU32 color);
    // Returns where the next one to the left ends.
    float button_before(float right, float y, std::string_view id, std::string_view label,
                        std::string_view name, Action action, bool framed = false);
    // Returns where the next one to the right begins.
    float button_after(float x, float y, std::string_view id, std::string_view label, std::string_view name,
                       Action action);
    // The title and the button that closes, "<dialog>:title" and "<dialog>:close". Returns where a button to
    // the left of it would end.
    float draw_title(std::string_view dialog, std::string_view title, std::string_view close, Action closes);
    Canvas& m_canvas;
    const Palette& m_colors;
    float m_width;
    float m_y = 0;
};

// Darkens the window and draws the dialog's ground; `canvas` covers the window.
void draw_dialog_ground(Canvas& canvas, const Rect& window, const Rect& dialog, bool dark);

}  // namespace shenbao::app
