// The browser's program: one Dear ImGui context, one workbench, and the functions the page's scripts call.
#include <emscripten/emscripten.h>
#include <imgui.h>

#include <optional>

#include "app/draw/theme.h"
#include "app/shell/workbench.h"
#include "assets/forms.h"
#include "core/review/review.h"
#include "web/arguments.h"
#include "web/font_loader.h"
#include "web/imports.h"
#include "web/json_text.h"
#include "web/renderer.h"
#include "web/storage.h"
#include "web/twin.h"

namespace shenbao::web {

namespace {

struct Program {
    LocalStorage store;
    std::optional<app::Workbench> workbench;
    Twin twin;
    ImU32 background = IM_COL32_WHITE;
    bool plain = false;  // nothing can be drawn; the twin is the form
    int frames = 0;
};

Program& program() {
    static Program one;
    return one;
}

app::Workbench& workbench() {
    return *program().workbench;
}

bool open_form() {
    Reviewer::Result loaded = load_form(embedded_form());
    if (!loaded.reviewer) {
        std::string faults;
        for (const DefinitionFault& fault : loaded.faults)
            faults += "\n" + fault.pointer + ' ' + fault.message_zh;
        js_definition_faulty(faults.data(), static_cast<int>(faults.size()));
        return false;
    }
    program().workbench.emplace(std::move(loaded.reviewer), program().store);
    return true;
}

// What scripts tell of the field that has the keyboard: app::KeyPress as bits.
constexpr int kInText = 1, kUndoes = 2, kRedoes = 4;

app::KeyPress key_press(int field) {
    return {.in_text = (field & kInText) != 0,
            .undoes = (field & kUndoes) != 0,
            .redoes = (field & kRedoes) != 0};
}

void tell_colors(const app::Palette& palette) {
    std::string json = "{";
    const auto tell = [&](const char* name, ImU32 color) {
        char text[16];
        std::snprintf(text, sizeof text, "#%02x%02x%02x", color & 255, (color >> 8) & 255,
                      (color >> 16) & 255);
        append_field(json, name, text);
    };
    tell("--page", palette.page);
    tell("--entered", palette.entered);
    tell("--accent", palette.accent);
    tell("--desk", palette.desk);
    json += '}';
    js_colors(json.data(), static_cast<int>(json.size()));
}

}  // namespace

std::string& argument(int index) {
    static std::string arguments[2];
    return arguments[index];
}

}  // namespace shenbao::web

using namespace shenbao;       // NOLINT: these functions are C's
using namespace shenbao::web;  // NOLINT

extern "C" {

EMSCRIPTEN_KEEPALIVE char* web_argument(int index, int size) {
    std::string& one = argument(index);
    one.resize(static_cast<size_t>(size));
    return one.data();
}

// `renderer`: a RendererKind. The answer is a Started.
EMSCRIPTEN_KEEPALIVE int web_start(int renderer, int plain) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    add_browser_fonts();
    program().plain = plain != 0;
    if (!open_form()) return static_cast<int>(Started::Failed);
    if (plain != 0) {
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        return static_cast<int>(Started::Plain);
    }
    const bool webgl = start_renderer(static_cast<RendererKind>(renderer)) == RendererKind::WebGL;
    return static_cast<int>(webgl ? Started::WebGL : Started::Software);
}

EMSCRIPTEN_KEEPALIVE void web_frame() {
    Program& state = program();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    if (!state.plain) prepare_renderer();
    // Where the glyphs' texture was exchanged for a larger one within a frame, what was drawn before shows
    // the old one, to which the frame's new glyphs do not come.
    for (int attempt = 0; attempt < 4; ++attempt) {
        ImGui::NewFrame();
        const int texture = ImGui::GetIO().Fonts->TexData->UniqueID;
        workbench().frame();
        ImGui::Render();
        draw_new_glyphs();
        if (ImGui::GetIO().Fonts->TexData->UniqueID == texture) break;
    }
    if (!state.plain) render(*ImGui::GetDrawData(), state.background);
    // The twin is built once the person sees the form.
    if (++state.frames == 1) {
        js_first_frame();
        js_request_frame();
        return;
    }
    const std::string patch = state.twin.patch(workbench().semantics());
    if (!patch.empty()) js_twin_apply(patch.data(), static_cast<int>(patch.size()));
}

// CSS px and device pixels per CSS px; the canvas was emptied.
EMSCRIPTEN_KEEPALIVE void web_resize(double width, double height, double ratio) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {static_cast<float>(ratio), static_cast<float>(ratio)};
    renderer_emptied();
    workbench().resize(static_cast<float>(width), static_cast<float>(height));
}

EMSCRIPTEN_KEEPALIVE void web_scheme(int dark, int high_contrast) {
    const app::Palette& palette = app::palette_for(dark != 0, high_contrast != 0);
    program().background = palette.desk;
    tell_colors(palette);
    workbench().set_scheme(dark != 0, high_contrast != 0);
}

EMSCRIPTEN_KEEPALIVE void web_context_lost() {
    renderer_lost();
    js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void web_scrolled(int region, double x, double y) {
    workbench().scrolled(static_cast<app::RegionId>(region), static_cast<float>(x), static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void web_hovered() {
    workbench().hovered(argument(0));
}
EMSCRIPTEN_KEEPALIVE void web_pressed() {
    workbench().pressed(argument(0));
}
EMSCRIPTEN_KEEPALIVE void web_activated() {
    workbench().activated(argument(0));
}
EMSCRIPTEN_KEEPALIVE void web_clicked(double x, double y) {
    workbench().clicked(static_cast<float>(x), static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void web_focused() {
    workbench().focused(argument(0));
}
EMSCRIPTEN_KEEPALIVE void web_blurred() {
    workbench().blurred(argument(0));
}
// `means`: an app::Means.
EMSCRIPTEN_KEEPALIVE void web_typed(int means) {
    workbench().typed(argument(0), argument(1), static_cast<app::Means>(means));
}
// `field`: bits as above. 1: the browser must not act on it.
EMSCRIPTEN_KEEPALIVE int web_key(int field) {
    return workbench().key(argument(0), key_press(field)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int web_command(int field) {
    return workbench().run(argument(0), key_press(field)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int web_choose() {
    return workbench().choose(argument(0)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int web_in_range() {
    return workbench().in_range(argument(0)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void web_copy_range(int cut) {
    workbench().copy_range(cut != 0);
}
EMSCRIPTEN_KEEPALIVE int web_paste(int dropped) {
    return workbench().paste(argument(0), argument(1), dropped != 0) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int web_select_to(double x, double y) {
    return workbench().select_to(static_cast<float>(x), static_cast<float>(y)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void web_wheel_zoom(double factor, double x, double y) {
    workbench().wheel_zoom(static_cast<float>(factor), static_cast<float>(x), static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void web_file_opened() {
    workbench().file_opened(argument(0), argument(1));
}
EMSCRIPTEN_KEEPALIVE void web_save_now() {
    workbench().save_now();
}
EMSCRIPTEN_KEEPALIVE void web_woken() {
    workbench().woken();
}
EMSCRIPTEN_KEEPALIVE void web_leave() {
    workbench().leave();
}
EMSCRIPTEN_KEEPALIVE void web_come_back() {
    workbench().come_back();
}
// 1: something would be lost if the page went away now.
EMSCRIPTEN_KEEPALIVE int web_unsaved() {
    return workbench().unsaved() ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void web_store_changed() {
    workbench().store_changed_elsewhere(argument(0));
}

}  // extern "C"
