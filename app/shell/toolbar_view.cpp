#include "app/shell/toolbar_view.h"

#include <algorithm>
#include <vector>

#include "app/draw/controls.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kButtonHeight = 32;

// The commands of a group, in their order.
std::vector<const CommandState*> group_of(const CommandStates& commands, ToolbarGroup group) {
    std::vector<const CommandState*> some;
    for (const CommandState& state : commands)
        if (state.command->toolbar == group) some.push_back(&state);
    std::sort(some.begin(), some.end(), [](const CommandState* one, const CommandState* other) {
        return one->command->place < other->command->place;
    });
    return some;
}

// One that shows a number keeps its width whatever the number is.
constexpr float kNumberWidth = 52;
bool shows_number(const CommandState& state) {
    return !state.command->icon && state.command->spoken != nullptr;
}

ButtonLook look_of(const CommandState& state, bool labelled) {
    ButtonLook look;
    look.has_icon = state.command->icon.has_value();
    if (look.has_icon) look.icon = *state.command->icon;
    if (labelled || !look.has_icon) look.label = state.label;
    if (!look.has_icon && !shows_number(state)) look.face = kBodyBold;
    return look;
}

// Places buttons one after another.
class Row {
  public:
    Row(Canvas& canvas, float x) : m_canvas(canvas), m_x(x) {}

    void add(const CommandState& state, ButtonLook look) {
        constexpr float kGap = 2, kTop = (kToolbarHeight - kButtonHeight) / 2;
        const bool number = shows_number(state);
        const float width = number ? kNumberWidth : button_width(look);
        if (number) m_x -= kGap;
        command_button(m_canvas, state, {m_x, kTop, width, kButtonHeight}, look);
        m_x += width + (number ? 0 : kGap);
    }
    void separate() {
        m_canvas.vertical(m_x + 5, (kToolbarHeight - kButtonHeight) / 2 + 6, kButtonHeight - 12,
                          m_canvas.colors().border_strong);
        m_x += 12;
    }

  private:
    Canvas& m_canvas;
    float m_x;
};

float draw_mark(Canvas& canvas, std::string_view title, float width) {
    const Palette& colors = canvas.colors();
    const Rect mark{12, (kToolbarHeight - 32) / 2, 40, 32};
    canvas.fill(mark, colors.seal, 5);
    canvas.text(mark, texts::kMark, kTitle, IM_COL32_WHITE, 'c');
    Node node;
    node.id = "title";
    node.role = Role::Heading;
    node.level = 1;
    node.name = node.value = title;
    float x = mark.x + mark.width + 12;
    node.rect = {x, mark.y, 1, 32};
    node.style = {.size = 16, .line_height = 32, .weight = 700, .padding_x = 0, .padding_y = 0};
    if (width >= 1000) {
        const float length = measure(title, kTitle);
        node.rect.width = length;
        canvas.text({x, mark.y, length + 1, 32}, title, kTitle, colors.text);
        x += length + 20;
    }
    canvas.describe(std::move(node));
    return x;
}

}  // namespace

void toolbar_view(Canvas& canvas, float width, std::string_view title, const CommandStates& commands) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kToolbarHeight}, colors.surface);
    canvas.horizontal(0, kToolbarHeight - 1, width, colors.border);
    const bool labels = width >= 880;

    Row row(canvas, draw_mark(canvas, title, width));
    constexpr ToolbarGroup kLeft[] = {ToolbarGroup::File, ToolbarGroup::Steps, ToolbarGroup::Paper};
    for (ToolbarGroup group : kLeft) {
        if (group != kLeft[0]) row.separate();
        for (const CommandState* state : group_of(commands, group)) row.add(*state, look_of(*state, labels));
    }

    // The right group is placed from its own width.
    constexpr ToolbarGroup kRight[] = {ToolbarGroup::View, ToolbarGroup::Panels};
    float whole = 12 + 12;
    for (ToolbarGroup group : kRight)
        for (const CommandState* state : group_of(commands, group))
            whole += shows_number(*state) ? kNumberWidth : button_width(look_of(*state, false)) + 2;
    Row tail(canvas, width - whole);
    for (ToolbarGroup group : kRight) {
        if (group != kRight[0]) tail.separate();
        for (const CommandState* state : group_of(commands, group)) tail.add(*state, look_of(*state, false));
    }
}

}  // namespace shenbao::app
