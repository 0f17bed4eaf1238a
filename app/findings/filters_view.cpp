#include <array>

#include "app/draw/controls.h"
#include "app/findings/findings_view.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

bool passes(FindingFilter filter, Level level) {
    switch (filter) {
        case FindingFilter::All:
            return true;
        case FindingFilter::Errors:
            return level == Level::Error;
        case FindingFilter::Explains:
            return level == Level::Explain;
        case FindingFilter::Hints:
            return level == Level::Hint;
    }
    return true;
}

void filters_view(Canvas& canvas, float width, const FindingsState& state) {
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

    const FormState& form = state.document.state();
    int total = 0, explains = 0;
    for (const Finding& finding : form.findings) ++total, explains += finding.level == Level::Explain;
    const bool none = total == 0;
    button(canvas, "button:previous-finding", {width - 72, 10, 28, 28}, {.icon = Icon::Up, .disabled = none},
           texts::kPreviousFinding, "Shift+F8");
    button(canvas, "button:next-finding", {width - 40, 10, 28, 28}, {.icon = Icon::Down, .disabled = none},
           texts::kNextFinding, "F8");

    struct Tab {
        std::string_view id, name;
        int count;
        FindingFilter filter;
    };
    const std::array<Tab, 4> tabs{
        {{"filter:all", texts::kAll, total, FindingFilter::All},
         {"filter:error", texts::level_name(Level::Error), form.errors, FindingFilter::Errors},
         {"filter:explain", texts::level_name(Level::Explain), explains, FindingFilter::Explains},
         {"filter:hint", texts::level_name(Level::Hint), form.hints, FindingFilter::Hints}}};
    const float gap = 4, each = (width - 24 - gap * 3) / 4;
    float x = 12;
    for (const Tab& tab : tabs) {
        const bool on = tab.filter == state.filter;
        const std::string label = texts::counted(tab.name, tab.count);
        const ButtonLook look{
            .label = label, .has_icon = false, .pressed = on ? 1 : 0, .face = on ? kSmallBold : kSmall};
        button(canvas, tab.id, {x, 48, each, 28}, look, label);
        x += each + gap;
    }
}

}  // namespace shenbao::app
