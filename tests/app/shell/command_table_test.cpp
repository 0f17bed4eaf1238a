// The command table against what shows it and what reads it.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/commands/shortcut_sheet.h"
#include "app/shell/command_table.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Command;
using app::command_table;

TEST(CommandTable, CallsNoTwoCommandsAlikeAndGivesNoTwoTheSameKeys) {
    std::set<std::string_view> names;
    std::map<std::string_view, std::string_view> strokes;
    for (const Command& command : command_table()) {
        EXPECT_TRUE(names.insert(command.name).second) << command.name;
        for (std::string_view stroke : command.strokes) {
            if (stroke.empty()) continue;
            EXPECT_TRUE(strokes.emplace(stroke, command.name).second)
                << command.name << " and " << strokes[stroke] << ": " << stroke;
        }
    }
}

TEST(CommandTable, PutsEachCommandOfTheToolbarOnItWithItsWordsAndKeys) {
    MemoryStore store;
    HeadlessWorkbench page(store);
    int shown = 0;
    for (const Command& command : command_table()) {
        if (command.toolbar == app::ToolbarGroup::None) continue;
        const app::Node& node = page.node("button:" + std::string(command.name));
        EXPECT_EQ(node.region, app::RegionId::Toolbar) << command.name;
        EXPECT_EQ(node.shortcut, command.strokes[0]) << command.name;
        if (command.spoken == nullptr) EXPECT_EQ(node.name, command.words) << command.name;
        EXPECT_EQ(node.action, app::Action(app::action::RunCommand{std::string(command.name)}));
        ++shown;
    }
    EXPECT_EQ(shown, 16);
}

TEST(CommandTable, SaysBesideEveryKeyOfTheFormWhatItDoes) {
    // Those that several keys of one kind share, one line tells of.
    const std::set<std::string_view> together{"down",
                                              "left",
                                              "right",
                                              "jump-down",
                                              "jump-left",
                                              "jump-right",
                                              "extend-down",
                                              "extend-left",
                                              "extend-right",
                                              "extend-up-far",
                                              "extend-down-far",
                                              "extend-left-far",
                                              "extend-right-far",
                                              "shortcuts"};
    for (const Command& command : command_table())
        if (!command.strokes[0].empty() && together.count(command.name) == 0)
            EXPECT_NE(command.meaning, "") << command.name;
}

TEST(ShortcutSheet, WritesKeysAsTheyAreReadOnTheKeyboard) {
    EXPECT_EQ(app::shown_stroke("Control+Shift+Z"), "Ctrl+Shift+Z");
    EXPECT_EQ(app::shown_stroke("Control++"), "Ctrl+加号");
    EXPECT_EQ(app::shown_stroke("Control+-"), "Ctrl+减号");
    EXPECT_EQ(app::shown_stroke("Alt+ArrowDown"), "Alt+↓");
    EXPECT_EQ(app::shown_stroke("F8"), "F8");
}

TEST(ShortcutSheet, PutsWhatBelongsTogetherOnOneLine) {
    constexpr app::ShortcutGroup kChecking[] = {app::ShortcutGroup::Checking};
    const auto lines = app::shortcut_lines(command_table(), kChecking);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_TRUE(lines[0].keys.empty());
    EXPECT_EQ(lines[0].meaning, "检查与窗口");
    EXPECT_EQ(lines[1].keys, (std::vector<std::string>{"F7"}));
    EXPECT_EQ(lines[2].keys, (std::vector<std::string>{"F8", "Shift+F8"}));
    EXPECT_EQ(lines[2].meaning, "下一个 · 上一个问题");
}

}  // namespace
}  // namespace shenbao::testing
