#include "app/commands/shortcut_sheet.h"

#include <utility>

#include "app/words/dialog_texts_zh.h"

namespace shenbao::app {

namespace {

std::string_view shown_key(std::string_view key) {
    if (key == "Control") return "Ctrl";
    if (key == "Escape") return "Esc";
    if (key == "ArrowUp") return "↑";
    if (key == "ArrowDown") return "↓";
    if (key == "ArrowLeft") return "←";
    if (key == "ArrowRight") return "→";
    if (key == "+") return texts::kPlusKey;
    if (key == "-") return texts::kMinusKey;
    return key;
}

}  // namespace

std::string shown_stroke(std::string_view stroke) {
    std::string shown;
    while (!stroke.empty()) {
        // The key itself may be a plus.
        const size_t plus = stroke.find('+', 1);
        const std::string_view part = stroke.substr(0, plus);
        shown += shown_key(part);
        if (plus == std::string_view::npos) break;
        shown += '+';
        stroke.remove_prefix(plus + 1);
    }
    return shown;
}

std::vector<ShortcutLine> shortcut_lines(std::span<const Command> table,
                                         std::span<const ShortcutGroup> groups) {
    std::vector<ShortcutLine> lines;
    for (ShortcutGroup group : groups) {
        lines.push_back({{}, std::string(texts::shortcut_group(static_cast<int>(group)))});
        for (const Command& command : table) {
            if (command.group != group || command.meaning.empty()) continue;
            std::string keys =
                command.keys.empty() ? shown_stroke(command.strokes[0]) : std::string(command.keys);
            if (!command.joins) lines.emplace_back();
            ShortcutLine& line = lines.back();
            line.keys.push_back(std::move(keys));
            if (!line.meaning.empty()) line.meaning += texts::kBetween;
            line.meaning += command.meaning;
        }
    }
    return lines;
}

}  // namespace shenbao::app
