#include "app/shell/toolbar_view.h"

#include <algorithm>
#include <span>
#include <vector>

#include "app/draw/controls.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kButtonHeight = 32;

// The commands of a group, in their order.
std::vector<const CommandState*> group_of(const CommandStates& commands, ToolbarGroup group, bool all) {
    std::vector<const CommandState*> some;
    for (const CommandState& state : commands)
        if (state.command->toolbar == group && (all || !state.command->spare)) some.push_back(&state);
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

constexpr ToolbarGroup kLeft[] = {ToolbarGroup::File, ToolbarGroup::Steps, ToolbarGroup::Paper};
constexpr ToolbarGroup kRight[] = {ToolbarGroup::View, ToolbarGroup::Panels};
constexpr float kMarkWidth = 64, kTitleGap = 20;

float width_of(const CommandStates& commands, std::span<const ToolbarGroup> groups, bool labelled, bool all) {
    float width = 24;
    for (ToolbarGroup group : groups)
        for (const CommandState* state : group_of(commands, group, all))
            width += shows_number(*state) ? kNumberWidth : button_width(look_of(*state, labelled)) + 2;
    return width;
}

// Returns where what follows begins.
float draw_mark(Canvas& canvas, std::string_view title, bool marked, bool titled) {
    const Palette& colors = canvas.colors();
    const Rect mark{12, (kToolbarHeight - 32) / 2, 40, 32};
    if (marked) {
        canvas.fill(mark, colors.seal, 5);
        canvas.text(mark, texts::kMark, kTitle, IM_COL32_WHITE, 'c');
    }
    Node node;
    node.id = "title";
    node.role = Role::Heading;
    node.level = 1;
    node.name = node.value = title;
    float x = marked ? kMarkWidth : 8;
    node.rect = {x, mark.y, 1, 32};
    node.style = {.size = 16, .line_height = 32, .weight = 700, .padding_x = 0, .padding_y = 0};
    if (titled) {
        const float length = measure(title, kTitle);
        node.rect.width = length;
        canvas.text({x, mark.y, length + 1, 32}, title, kTitle, colors.text);
        x += length + kTitleGap;
    }
    canvas.describe(std::move(node));
    return x;
}

}  // namespace

void toolbar_view(Canvas& canvas, float width, std::string_view title, const CommandStates& commands) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kToolbarHeight}, colors.surface);
    canvas.horizontal(0, kToolbarHeight - 1, width, colors.border);
    // What there is room for: on a telephone not even all of the buttons.
    const float room = width - kMarkWidth - width_of(commands, kRight, false, true);
    const bool all = width_of(commands, kLeft, false, true) <= room;
    const bool labels = width_of(commands, kLeft, true, true) <= room;
    const bool titled = width_of(commands, kLeft, true, true) + measure(title, kTitle) + kTitleGap <= room;

    Row row(canvas, draw_mark(canvas, title, all, titled));
    for (ToolbarGroup group : kLeft) {
        if (group != kLeft[0]) row.separate();
        for (const CommandState* state : group_of(commands, group, all))
            row.add(*state, look_of(*state, labels));
    }

    // The right group is placed from its own width.
    const float whole = width_of(commands, kRight, false, all);
    Row tail(canvas, width - whole);
    for (ToolbarGroup group : kRight) {
        if (group != kRight[0]) tail.separate();
        for (const CommandState* state : group_of(commands, group, all))
            tail.add(*state, look_of(*state, false));
    }
}

}  // namespace shenbao::app
