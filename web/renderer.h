// Puts Dear ImGui's draw data on the page's canvas: WebGL where a real one is, else our own rasteriser.
#pragma once

#include <imgui.h>

namespace shenbao::web {

// FastWebGL: only where a graphics processor does the work; drawn by the processor, our own rasteriser is
// faster.
enum class RendererKind { FastWebGL, WebGL, Software };

// How the form is shown once the program has started. Failed: not at all, and the page says why. Plain:
// nothing can be drawn, the twin is the form.
enum class Started { Failed, WebGL, Software, Plain };

// Makes the renderer for the element #canvas; falls back to Software when it cannot be had. Gives the kind
// made: WebGL or Software.
RendererKind start_renderer(RendererKind wanted);
// The WebGL context is gone for good and the page has put a fresh canvas in its place.
void renderer_lost();
// The canvas was resized and is empty.
void renderer_emptied();
// Before ImGui::NewFrame.
void prepare_renderer();
void render(const ImDrawData& draw_data, ImU32 background);

}  // namespace shenbao::web
