#include "app/shell/command_table.h"

#include <algorithm>
#include <vector>

#include "app/shell/cell_commands.h"
#include "app/shell/window_commands.h"

namespace shenbao::app {

std::span<const Command> command_table() {
    static const std::vector<Command> table = [] {
        std::vector<Command> rows;
        for (std::span<const Command> part : {cell_commands(), window_commands()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return table;
}

const Command* command_named(std::string_view name) {
    for (const Command& command : command_table())
        if (command.name == name) return &command;
    return nullptr;
}

const Command* command_of_stroke(std::string_view stroke) {
    for (const Command& command : command_table()) {
        if (command.run == nullptr || stroke.empty()) continue;
        if (std::find(command.strokes.begin(), command.strokes.end(), stroke) != command.strokes.end())
            return &command;
    }
    return nullptr;
}

CommandStates command_states(const Workspace& work) {
    CommandStates states;
    for (const Command& command : command_table()) {
        CommandState state;
        state.command = &command;
        state.label = command.label == nullptr ? std::string(command.words) : command.label(work);
        state.spoken = command.spoken == nullptr ? std::string(command.words) : command.spoken(work);
        state.enabled = command.enabled == nullptr || command.enabled(work);
        if (command.checked != nullptr) state.pressed = command.checked(work) ? 1 : 0;
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace shenbao::app
