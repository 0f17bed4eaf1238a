// First light: the shell of the application over a few cells of its own, until the core's layers can be
// linked.
#include "app/workbench.h"

#include <imgui.h>

#include <algorithm>
#include <map>

#include "app/canvas.h"
#include "app/platform.h"
#include "app/texts_zh.h"
#include "app/toolbar_view.h"

namespace shenbao::app {

struct Workbench::Parts {
    float width = 1366, height = 768;
    bool dark = false, contrast = false;
    Interaction interaction;
    TextCache texts;
    Semantics semantics;
    std::map<std::string, std::string, std::less<>> values;
};

Workbench::Workbench(std::shared_ptr<const Reviewer>, drafts::KeyValueStore&)
    : m_parts(std::make_unique<Parts>()) {}
Workbench::~Workbench() = default;
void Workbench::resize(float width, float height) {
    m_parts->width = width, m_parts->height = height, platform::request_frame();
}
void Workbench::set_scheme(bool dark, bool contrast) {
    m_parts->dark = dark, m_parts->contrast = contrast, platform::request_frame();
}
void Workbench::scrolled(RegionId id, float x, float y) {
    Region& region = m_parts->semantics.regions[static_cast<int>(id)];
    region.scroll_x = x, region.scroll_y = y;
    platform::request_frame();
}
void Workbench::hovered(std::string_view id) {
    m_parts->interaction.hovered = id, platform::request_frame();
}
void Workbench::pressed(std::string_view id) {
    m_parts->interaction.pressed = id, platform::request_frame();
}
void Workbench::activated(std::string_view id) {
    if (id == "button:open") platform::open_file();
    platform::request_frame();
}
void Workbench::focused(std::string_view id) {
    m_parts->interaction.focused = id, platform::request_frame();
}
void Workbench::blurred(std::string_view) {
    m_parts->interaction.focused.clear(), platform::request_frame();
}
void Workbench::typed(std::string_view id, std::string_view text) {
    m_parts->values[std::string(id)] = text;
    platform::request_frame();
}
bool Workbench::key(Key, bool) {
    return false;
}
void Workbench::wheel_zoom(float) {}
void Workbench::file_opened(std::string_view, std::string_view) {}
void Workbench::save_now() {}
void Workbench::store_changed_elsewhere(std::string_view) {}
const Semantics& Workbench::semantics() const {
    return m_parts->semantics;
}
std::string Workbench::debug_json() const {
    return "{}";
}

void Workbench::frame() {
    Parts& parts = *m_parts;
    std::vector<Node> nodes;
    Semantics& semantics = parts.semantics;
    const auto region = [&](RegionId id, std::string_view name, Rect rect) -> Region& {
        Region& one = semantics.regions[static_cast<int>(id)];
        one.name = name;
        one.rect = rect;
        one.content_width = rect.width, one.content_height = rect.height;
        return one;
    };
    Canvas canvas(palette_for(parts.dark, parts.contrast), parts.texts, parts.interaction);
    const Region& bar = region(RegionId::Toolbar, texts::kToolbar, {0, 0, parts.width, kToolbarHeight});
    const float middle = parts.height - kToolbarHeight - kStatusHeight;
    Region& paper =
        region(RegionId::Paper, texts::kPaper, {220, kToolbarHeight, parts.width - 220 - 340, middle});
    region(RegionId::Sections, texts::kSections, {0, kToolbarHeight, 220, middle});
    region(RegionId::Findings, texts::kFindings, {parts.width - 340, kToolbarHeight, 340, middle - 160});
    region(RegionId::Help, texts::kHelp, {parts.width - 340, parts.height - kStatusHeight - 160, 340, 160});
    region(RegionId::Status, texts::kStatus, {0, parts.height - kStatusHeight, parts.width, kStatusHeight});
    canvas.begin(RegionId::Toolbar, bar, nodes);
    toolbar_view(canvas, parts.width, {.title = "部门整体绩效目标申报表"});
    canvas.end();
    paper.content_width = 720, paper.content_height = 1400;
    canvas.begin(RegionId::Paper, paper, nodes);
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, 4000, 4000}, colors.desk);
    canvas.fill({20, 20, 680, 1360}, colors.page);
    const std::pair<Role, const char*> cells[] = {{Role::TextBox, "填报人"},
                                                  {Role::TextBox, "联系电话"},
                                                  {Role::SpinButton, "收入构成 财政拨款 当年金额"},
                                                  {Role::ComboBox, "长期绩效指标 公用经费控制率 指标分类"},
                                                  {Role::MultilineTextBox, "部门职能概述"},
                                                  {Role::MultilineTextBox, "年度工作任务"}};
    float y = 60;
    for (const auto& [role, name] : cells) {
        Node node;
        node.id = std::string("cell:") + name;
        node.role = role;
        node.name = name;
        const bool tall = role == Role::MultilineTextBox;
        node.rect = {220, y, 400, tall ? 200.0F : 32.0F};
        node.style = {
            .size = 14, .line_height = 20, .align = role == Role::SpinButton ? 'r' : 'l', .middle = !tall};
        if (role == Role::ComboBox) node.options = {"", "基本型", "创新型"};
        node.value = parts.values[node.id];
        canvas.text({40, y, 176, 32}, name, kLarge, colors.text_soft);
        canvas.frame(node.rect, colors.rule, 1);
        const TextLayout& layout = parts.texts.get(node.value, kLarge, node.rect.width - 8);
        if (!canvas.is_focused(node.id))
            canvas.styled(node.rect, node.value, layout, node.style, colors.entered);
        else
            canvas.frame(node.rect, colors.accent, 2);
        y += node.rect.height + 16;
        canvas.describe(std::move(node));
    }
    canvas.end();
    if (nodes != semantics.nodes) semantics.nodes = std::move(nodes), ++semantics.revision;
}

}  // namespace shenbao::app
