// A workbench without a browser: a Dear ImGui context with a font of fixed advances (hanzi one em, ASCII half
// an em), app/platform/platform.h answered by recording what was asked, and the person's hands: find, click,
// type, press.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/platform/platform.h"
#include "app/shell/workbench.h"
#include "core/drafts/key_value_store.h"

struct ImGuiContext;

namespace shenbao::testing {

// A context with the test font, alone, for tests of layout. One at a time.
class HeadlessImGui {
  public:
    explicit HeadlessImGui(float width = 1366, float height = 768, float pixel_ratio = 1);
    ~HeadlessImGui();
    HeadlessImGui(const HeadlessImGui&) = delete;
    HeadlessImGui& operator=(const HeadlessImGui&) = delete;

    void begin_frame();
    void end_frame();  // renders, and answers texture requests

  private:
    ImGuiContext* m_context;
};

// What the application asked of its platform.
struct PlatformLog {
    app::platform::LocalTime now{{2025, 12, 31}, 14, 3, 22, 1767190000000};
    bool frame_requested = false;
    int save_requested = -1;  // milliseconds, -1 none
    int wake_requested = -1;  // likewise
    std::string focused;      // last focus(), "" also when taken away
    std::vector<std::pair<std::string, std::string>> field_texts;
    std::pair<std::string, std::string> clipboard;  // plain, html
    bool may_copy = true;
    std::string inserted;                        // last insert_text()
    std::vector<std::pair<int, float>> scrolls;  // region and y
    bool asked_for_file = false;
    std::string saved_name, saved_type, saved_bytes;
    std::string printed;
};
PlatformLog& platform_log();

class HeadlessWorkbench {
  public:
    // The official form over a store, as an open page.
    explicit HeadlessWorkbench(drafts::KeyValueStore& store);
    HeadlessWorkbench(drafts::KeyValueStore& store, std::shared_ptr<const Reviewer> form);

    app::Workbench& workbench() { return *m_workbench; }
    // Draws while frames are asked for, carrying out focus and scroll as a browser does. Returns how many.
    int settle();
    void draw();  // one frame, asked for or not
    const app::Semantics& semantics();

    // The node with this role and name; null if there is none. A name may be given by its beginning and "…".
    const app::Node* find(app::Role role, std::string_view name);
    // By id; the test fails if it is missing.
    const app::Node& node(std::string_view id);
    bool has(std::string_view id);
    std::vector<app::Node> all(app::Role role);

    HeadlessWorkbench& click(std::string_view id);
    HeadlessWorkbench& focus(std::string_view id);
    HeadlessWorkbench& blur();
    // Replaces the text of the field, as a person who marks it all and types.
    HeadlessWorkbench& type(std::string_view id, std::string_view text);
    // By its stroke in the command table; `editing`: the caret is in a text.
    bool press(std::string_view stroke, bool editing = false);
    const std::string& focused() const { return m_focused; }
    std::string value(std::string_view id) { return node(id).value; }
    // debug_json, in which tests look for what the screen does not show.
    std::string state() { return m_workbench->debug_json(); }

  private:
    void follow_focus();

    HeadlessImGui m_imgui;
    std::unique_ptr<app::Workbench> m_workbench;
    std::string m_focused;
};

}  // namespace shenbao::testing
