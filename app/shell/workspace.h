// What an open page holds. Each part is the one owner of its facts; only app/shell/carry_out.cpp and the
// events of Workbench change them.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "app/dialogs/dialog_stack.h"
#include "app/document/document.h"
#include "app/document/focus.h"
#include "app/document/notice.h"
#include "app/drafts/saving.h"
#include "app/findings/finding_list.h"
#include "app/paper/viewport.h"
#include "app/semantics/publisher.h"
#include "app/shell/panels.h"
#include "app/text/text_layout.h"
#include "core/drafts/key_value_store.h"

namespace shenbao::app {

struct Workspace {
    // The store must outlive the workspace.
    Workspace(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store);

    bool can_edit() const { return saving.can_edit(); }
    DialogContext dialog_context();

    Document document;
    Saving saving;
    Focus focus;
    FindingList findings;
    Viewport viewport;
    Panels panels;
    Notices notices;
    DialogStack dialogs;
    Publisher publisher;

    // Ids of the nodes under the pointer and under its pressed button.
    std::string hovered, pressed;
    bool dark = false, high_contrast = false;

    // What waits for a frame: the node that is to have the keyboard, once it exists; a move, until the paper
    // has the sheet's rows; scrolling, until the content has its size.
    std::string keyboard_due;
    std::optional<Side> move_due;
    struct Scroll {
        float x, y;
    };
    std::array<std::optional<Scroll>, kRegionCount> scrolls_due;
    bool scrolls_ripe = false;  // they were asked for before the last frame
    bool finding_due = false;   // the current finding is to be scrolled into sight
    Rect active_place;          // where the active cell was seen last, in the paper's content
    float help_height = 120;    // of the help's content

    TextCache texts;
    unsigned long frames = 0;
};

}  // namespace shenbao::app
