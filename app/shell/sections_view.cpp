#include "app/shell/sections_view.h"

#include <algorithm>

#include "app/draw/controls.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kItemHeight = 60, kHeadHeight = 44, kSide = 8;

void draw_item(Canvas& canvas, const Rect& rect, const SectionDefinition& section, const SectionState& state,
               int due, bool current) {
    const Palette& colors = canvas.colors();
    const std::string id = "section:" + section.id;
    if (current) {
        canvas.fill(rect, colors.accent_soft, kRounding);
    } else if (canvas.is_hovered(id) || canvas.is_pressed(id)) {
        canvas.fill(rect, colors.hover, kRounding);
    }
    if (current) canvas.fill({rect.x, rect.y + 10, 3, rect.height - 20}, colors.accent, 1.5F);
    if (canvas.is_focused(id)) canvas.frame(rect, colors.accent, 2, kRounding);

    const float left = rect.x + 12, right = rect.x + rect.width - 8;
    float badge = right;
    badge = count_badge(canvas, badge, rect.y + 18, state.hints, colors.hint, colors.hint_soft);
    badge = count_badge(canvas, badge, rect.y + 18, state.explains, colors.explain, colors.explain_soft);
    badge = count_badge(canvas, badge, rect.y + 18, due, colors.text_soft, colors.pressed);
    badge = count_badge(canvas, badge, rect.y + 18, state.errors - due, colors.error, colors.error_soft);
    canvas.text({left, rect.y + 8, badge - left - 2, 20}, section.title, current ? kBodyBold : kBody,
                current ? colors.accent_strong : colors.text);

    const bool complete = state.required > 0 && state.filled >= state.required;
    const std::string progress =
        state.required > 0 ? texts::filled(state.filled, state.required) : std::string(texts::kOptional);
    const float label = measure(progress, kSmall);
    canvas.text({right - label, rect.y + 32, label + 1, 18}, progress, kSmall,
                complete ? colors.good : colors.text_faint);
    if (state.required > 0) {
        const float length = right - label - 12 - left;
        const float share =
            std::clamp(static_cast<float>(state.filled) / static_cast<float>(state.required), 0.0F, 1.0F);
        canvas.fill({left, rect.y + 39, length, 4}, colors.pressed, 2);
        if (share > 0)
            canvas.fill({left, rect.y + 39, std::max(4.0F, length * share), 4},
                        complete ? colors.good : colors.accent, 2);
    }

    Node node;
    node.id = id;
    node.role = Role::Link;
    node.rect = rect;
    node.name = section.title;
    node.value = progress;
    node.description = progress;
    const std::string counts =
        texts::section_description(state.errors - due, state.explains, due, state.hints);
    if (!counts.empty()) node.description += std::string(texts::kComma) + counts;
    node.style = {.size = 13, .line_height = 20, .padding_x = 12, .padding_y = 8};
    node.current = current;
    node.action = action::GoToSection{section.id};
    canvas.describe(std::move(node));
}

}  // namespace

float sections_view(Canvas& canvas, float width, float height, const Document& document,
                    std::string_view current) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, 100000}, colors.sunken);
    canvas.vertical(width - 1, 0, std::max(height, 100000.0F), colors.border);
    canvas.text({16, 12, width - 32, 24}, texts::kSections, kSmallBold, colors.text_faint);
    Node head;
    head.id = "heading:sections";
    head.role = Role::Heading;
    head.level = 2;
    head.name = head.value = texts::kSections;
    head.rect = {16, 12, width - 32, 24};
    head.style = {.size = 12, .line_height = 24, .weight = 700, .padding_x = 0, .padding_y = 0};
    canvas.describe(std::move(head));
    float y = kHeadHeight;
    const auto& sections = document.definition().sections;
    const auto& states = document.state().sections;
    for (size_t i = 0; i < sections.size() && i < states.size(); ++i) {
        draw_item(canvas, {kSide, y, width - 2 * kSide - 1, kItemHeight}, sections[i], states[i],
                  document.due(states[i]), sections[i].id == current);
        y += kItemHeight + kGrid;
    }
    return y + 8;
}

}  // namespace shenbao::app
