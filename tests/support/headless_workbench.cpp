#include <gtest/gtest.h>

#include <utility>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"

namespace shenbao::testing {

namespace {

// The official form, compiled once for all tests.
std::shared_ptr<const Reviewer> official_form() {
    static const std::shared_ptr<const Reviewer> form = [] {
        Reviewer::Result result = load_form(official_form_json());
        for (const DefinitionFault& fault : result.faults)
            ADD_FAILURE() << fault.pointer << ": " << fault.message;
        return result.reviewer;
    }();
    return form;
}

// A focus that was asked for and not yet carried out is told apart from "no field".
constexpr std::string_view kNoRequest = "?";

}  // namespace

HeadlessWorkbench::HeadlessWorkbench(drafts::KeyValueStore& store)
    : HeadlessWorkbench(store, official_form()) {}

HeadlessWorkbench::HeadlessWorkbench(drafts::KeyValueStore& store, std::shared_ptr<const Reviewer> form) {
    platform_log() = PlatformLog{};
    platform_log().focused = kNoRequest;
    m_workbench = std::make_unique<app::Workbench>(std::move(form), store);
    m_workbench->resize(1366, 768);
    settle();
}

void HeadlessWorkbench::follow_focus() {
    PlatformLog& log = platform_log();
    if (log.focused == kNoRequest) return;
    const std::string wanted = std::exchange(log.focused, std::string(kNoRequest));
    if (wanted == m_focused) return;
    if (!m_focused.empty()) m_workbench->blurred(m_focused);
    m_focused = wanted;
    if (!m_focused.empty()) m_workbench->focused(m_focused);
}

int HeadlessWorkbench::settle() {
    PlatformLog& log = platform_log();
    follow_focus();
    int frames = 0;
    while (std::exchange(log.frame_requested, false)) {
        if (++frames > 20) {
            ADD_FAILURE() << "frames without end";
            break;
        }
        draw();
        for (const auto& [region, y] : std::exchange(log.scrolls, {}))
            m_workbench->scrolled(static_cast<app::RegionId>(region), 0, y);
        follow_focus();
    }
    return frames;
}

void HeadlessWorkbench::draw() {
    m_imgui.begin_frame();
    m_workbench->frame();
    m_imgui.end_frame();
}

const app::Semantics& HeadlessWorkbench::semantics() {
    settle();
    return m_workbench->semantics();
}

const app::Node* HeadlessWorkbench::find(app::Role role, std::string_view name) {
    constexpr std::string_view kMore = "…";
    const bool beginning = name.ends_with(kMore) && name.size() > kMore.size();
    const std::string_view stem = beginning ? name.substr(0, name.size() - kMore.size()) : name;
    for (const app::Node& one : semantics().nodes)
        if (one.role == role && (one.name == name || (beginning && one.name.starts_with(stem)))) return &one;
    return nullptr;
}

const app::Node& HeadlessWorkbench::node(std::string_view id) {
    for (const app::Node& one : semantics().nodes)
        if (one.id == id) return one;
    ADD_FAILURE() << "no node " << id;
    static const app::Node none;
    return none;
}

bool HeadlessWorkbench::has(std::string_view id) {
    for (const app::Node& one : semantics().nodes)
        if (one.id == id) return true;
    return false;
}

std::vector<app::Node> HeadlessWorkbench::all(app::Role role) {
    std::vector<app::Node> nodes;
    for (const app::Node& one : semantics().nodes)
        if (one.role == role) nodes.push_back(one);
    return nodes;
}

HeadlessWorkbench& HeadlessWorkbench::click(std::string_view id) {
    EXPECT_TRUE(has(id)) << id;
    EXPECT_FALSE(node(id).disabled) << id;
    m_workbench->hovered(id);
    m_workbench->pressed(id);
    m_workbench->pressed("");
    m_workbench->activated(id);
    settle();
    return *this;
}

HeadlessWorkbench& HeadlessWorkbench::focus(std::string_view id) {
    EXPECT_TRUE(has(id)) << id;
    platform_log().focused = id;
    follow_focus();
    settle();
    return *this;
}

HeadlessWorkbench& HeadlessWorkbench::blur() {
    platform_log().focused = "";
    follow_focus();
    settle();
    return *this;
}

HeadlessWorkbench& HeadlessWorkbench::type(std::string_view id, std::string_view text) {
    if (m_focused != id) focus(id);
    m_workbench->typed(id, text);
    settle();
    return *this;
}

bool HeadlessWorkbench::press(std::string_view stroke, bool editing) {
    const bool used = m_workbench->key(stroke, {.in_text = editing});
    settle();
    return used;
}

}  // namespace shenbao::testing
