#include "app/findings/filters_view.h"

#include "app/words/texts_zh.h"

namespace shenbao::app {

void filters_view(Canvas& canvas, float width, const CommandStates& commands, int due) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kFiltersHeight}, colors.surface);
    canvas.vertical(0, 0, kFiltersHeight, colors.border);
    canvas.horizontal(0, kFiltersHeight - 1, width, colors.border);

    canvas.text({16, 10, width - 100, 28}, texts::kFindings, kBodyBold, colors.text);
    Node head;
    head.id = "heading:findings";
    head.role = Role::Heading;
    head.level = 2;
    head.name = head.value = texts::kFindings;
    head.rect = {16, 10, 80, 28};
    head.style = {.size = 13, .line_height = 28, .weight = 700, .padding_x = 0, .padding_y = 0};
    canvas.describe(std::move(head));

    command_button(canvas, state_of(commands, "previous-finding"), {width - 72, 10, 28, 28},
                   {.icon = Icon::Up});
    command_button(canvas, state_of(commands, "next-finding"), {width - 40, 10, 28, 28},
                   {.icon = Icon::Down});

    std::vector<std::string_view> tabs{"filter-all", "filter-error", "filter-explain", "filter-hint"};
    if (due > 0) tabs.insert(tabs.end() - 1, "filter-due");
    // What their words leave is shared.
    float words = 0, x = 12;
    for (std::string_view tab : tabs) words += measure(state_of(commands, tab).label, kSmallBold);
    const float share = (width - 24 - words) / static_cast<float>(tabs.size());
    for (std::string_view tab : tabs) {
        const CommandState& state = state_of(commands, tab);
        const float each = measure(state.label, kSmallBold) + share;
        command_button(
            canvas, state, {x, 48, each, 28},
            {.label = state.label, .has_icon = false, .face = state.pressed == 1 ? kSmallBold : kSmall});
        x += each;
    }
}

}  // namespace shenbao::app
