#include "app/commands/command.h"

namespace shenbao::app {

std::string CommandState::node() const {
    if (command == nullptr) return {};
    return command->node.empty() ? "button:" + std::string(command->name) : std::string(command->node);
}

const CommandState& state_of(const CommandStates& states, std::string_view name) {
    for (const CommandState& state : states)
        if (state.command->name == name) return state;
    static const Command none{};
    static const CommandState nothing{&none, {}, {}, false, -1};
    return nothing;
}

void command_button(Canvas& canvas, const CommandState& state, const Rect& rect, ButtonLook look) {
    look.disabled = !state.enabled;
    look.pressed = state.pressed;
    button(canvas, state.node(), rect, look, state.spoken,
           action::RunCommand{std::string(state.command->name)}, state.command->strokes[0]);
}

}  // namespace shenbao::app
