// What is on the screen, as meaning: regions that scroll and nodes with role, name, value, state and place.
// The platform mirrors it as real elements (the semantic twin), which are at once editor, tab order,
// screen-reader tree, click targets and what tests address. All lengths are CSS pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/semantics/action.h"

namespace shenbao::app {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

// Filters and Help stand still above and beneath the scrolling Findings.
// Banner lies between toolbar and paper; Dialog over everything.
enum class RegionId { Toolbar, Sections, Paper, Findings, Status, Help, Filters, Banner, Dialog };
constexpr int kRegionCount = 9;

// A landmark of the page and, where content exceeds it, a native scroll container.
struct Region {
    std::string name;  // accessible name: 表单, 检查结果
    Rect rect;         // in the window
    float content_width = 0, content_height = 0;
    float scroll_x = 0, scroll_y = 0;  // as the platform told, or was last asked to scroll to
    float covered = 0;                 // of its top, by a header that is held there: takes no pointer
    float clear = 0;                   // what is brought into view stays that far below its top
    bool visible = true;
    bool behind = false;  // of a dialog: seen, but out of reach
};

enum class Role {
    Heading,  // level 1–6
    Text,     // static words
    Table,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,     // structure; Cell holds static or computed text
    TextBox,  // one line
    MultilineTextBox,
    SpinButton,  // amounts and percents, typed as text
    ComboBox,    // one of `options`
    Button,
    Link,
    Alert,  // announced when it appears
};

// How the text of a node is set, so that the element over it coincides with the canvas.
struct TextStyle {
    float size = 14;  // font size (em) in px
    float line_height = 20;
    int weight = 400;     // 400 or 700
    char align = 'l';     // 'l', 'c', 'r'
    bool middle = false;  // vertically centred
    float padding_x = 4, padding_y = 2;
    bool operator==(const TextStyle&) const = default;
};

struct Node {
    std::string id;      // stable, unique, a name only: "cell:income.fiscal.current", "button:save"
    std::string parent;  // id of the node that holds it (Table, Row), or "" for the region itself
    RegionId region = RegionId::Paper;
    Role role = Role::Text;
    Rect rect;                         // relative to the region's content, before scrolling
    std::string name;                  // accessible name
    std::string value;                 // text of fields and cells
    std::string description;           // finding messages, read after the name
    std::vector<std::string> options;  // ComboBox
    TextStyle style;
    int level = 0;                      // Heading
    int row_span = 1, column_span = 1;  // headers and cells
    bool required = false, invalid = false, read_only = false, disabled = false;
    int pressed = -1;      // Button: toggle state 0 or 1, -1 none
    bool chosen = false;   // a field that the first click chooses, and the second one puts the caret into
    bool current = false;  // Link of the section or finding being shown
    std::string shortcut;  // aria-keyshortcuts: "Control+S"
    Action action;         // what activating it does, or what typing into it changes
    bool operator==(const Node&) const = default;
};

struct Semantics {
    Region regions[kRegionCount];
    std::vector<Node> nodes;          // reading order; a parent stands before its children
    std::string title;                // of the window
    unsigned long revision = 0;       // changes when anything above changed
    std::string announcement;         // for the live region: what is to be spoken
    unsigned long announcements = 0;  // how many there were; one may repeat the one before
};

}  // namespace shenbao::app
