#include "web/renderer.h"

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>
#include <imgui_impl_opengl3.h>

#include <cmath>

#include "app/raster/software_renderer.h"
#include "web/imports.h"

namespace shenbao::web {

namespace {

RendererKind kind = RendererKind::Software;

app::SoftwareRenderer& software() {
    static app::SoftwareRenderer one;
    return one;
}

bool start_webgl(bool only_fast) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.failIfMajorPerformanceCaveat = only_fast;
    attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &attributes);
    if (context <= 0) return false;
    if (only_fast && js_drop_slow_webgl() != 0) {
        emscripten_webgl_destroy_context(context);
        return false;
    }
    return emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS &&
           ImGui_ImplOpenGL3_Init("#version 300 es");
}

void start_software() {
    kind = RendererKind::Software;
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    software().forget();
}

}  // namespace

RendererKind start_renderer(RendererKind wanted) {
    if (wanted != RendererKind::Software && start_webgl(wanted == RendererKind::FastWebGL))
        kind = RendererKind::WebGL;
    else
        start_software();
    return kind;
}

void renderer_lost() {
    if (kind != RendererKind::WebGL) return;
    ImGui_ImplOpenGL3_Shutdown();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        if (!texture->WantDestroyNextFrame) texture->SetStatus(ImTextureStatus_WantCreate);
    start_software();
}

void renderer_emptied() {
    software().forget();
}

void prepare_renderer() {
    if (kind == RendererKind::WebGL) ImGui_ImplOpenGL3_NewFrame();
}

void render(const ImDrawData& draw_data, ImU32 background) {
    if (kind == RendererKind::WebGL) {
        const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(background);
        glViewport(0, 0,
                   static_cast<int>(std::lround(draw_data.DisplaySize.x * draw_data.FramebufferScale.x)),
                   static_cast<int>(std::lround(draw_data.DisplaySize.y * draw_data.FramebufferScale.y)));
        glClearColor(clear.x, clear.y, clear.z, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&draw_data));
        return;
    }
    app::SoftwareRenderer& drawn = software();
    for (const app::PixelRect& rect : drawn.render(draw_data, background))
        js_present(drawn.pixels(), drawn.width(), drawn.height(), rect.x, rect.y, rect.width, rect.height);
}

}  // namespace shenbao::web
