// Fonts for Dear ImGui that are drawn by the browser, glyph by glyph, with the machine's own Chinese fonts.
#pragma once

#include <imgui.h>

namespace shenbao::web {

// Adds the regular and the bold face to the current context's atlas.
void add_browser_fonts();
// Draws the glyphs that were first used in this frame, all at once. Call between ImGui::Render and the
// renderer.
void draw_new_glyphs();

}  // namespace shenbao::web
