// The application: a declaration being filled, drawn with Dear ImGui, described by Semantics.
//
// One direction of data: events come in below, become edits; frame() draws and never changes the declaration.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/commands/command.h"
#include "app/editing/field.h"
#include "app/semantics/semantics.h"
#include "core/drafts/key_value_store.h"
#include "core/review/review.h"

namespace shenbao::app {

class Workbench {
  public:
    // Restores the current draft from the store. The store must outlive the workbench.
    Workbench(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store);
    ~Workbench();

    void resize(float width, float height);  // CSS px
    void set_scheme(bool dark, bool high_contrast);
    void scrolled(RegionId region, float x, float y);
    void hovered(std::string_view node_id);    // "" = nothing
    void pressed(std::string_view node_id);    // pointer is down on it; "" = released
    void activated(std::string_view node_id);  // click, Enter, or a screen reader's action
    void clicked(float x, float y);            // where there is no node, in the window (CSS px)
    void focused(std::string_view node_id);
    void blurred(std::string_view node_id);
    // The whole text of the field now. Not called while an input method composes.
    void typed(std::string_view node_id, std::string_view text, Means means = Means::Typed);
    // A key, by its name with modifiers as aria-keyshortcuts writes them ("Control+Shift+Z", "ArrowUp").
    // True: used, the browser must not act on it.
    bool key(std::string_view stroke, const KeyPress& press = {});
    // A command by its name in the table, asked for by other means than its keys: a menu, a soft keyboard.
    bool run(std::string_view command, const KeyPress& press = {});
    // What was typed on the focused pick list while it is closed: its first choice that begins so, in
    // characters or Pinyin initials, is taken. True: there is one.
    bool choose(std::string_view typed);
    // Draws a range of cells from the focused one to that at this place of the window (CSS px): the pointer
    // was dragged there, or Shift clicked. True: there is a range, the field must not mark text of its own.
    bool select_to(float x, float y);
    // The field of this node belongs to a range of several cells.
    bool in_range(std::string_view node_id) const;
    // Puts the range, or a focused pick list, on the clipboard; `cut` also empties what can be filled in it.
    void copy_range(bool cut);
    // What the clipboard offers, a whole declaration's file at any time, else while a field has the keyboard:
    // plain text, and as JSON the table its HTML holds (app/paste/paste_block.h; "[]" for HTML without a
    // table, "" for no HTML). True: used, the field must not take it. A block of cells is shown first.
    // `dropped`: by the pointer, at a place that the browser knows.
    bool paste(std::string_view plain, std::string_view table, bool dropped = false);
    // Ctrl+wheel, pinch: the paper grows about the place in the window, which stays under the pointer.
    void wheel_zoom(float factor, float x, float y);
    void file_opened(std::string_view name, std::string_view bytes);
    void save_now();                                     // debounce over, page hidden, leaving
    void store_changed_elsewhere(std::string_view key);  // another tab wrote
    void leave();                                        // the page goes away, perhaps to come back
    void come_back();      // is seen again, or from the browser's memory of pages
    void woken();          // what platform::request_wake asked for
    bool unsaved() const;  // something would be lost if the page went away now

    // Between ImGui::NewFrame and ImGui::Render. Lays out, draws, updates semantics.
    // Of the context it expects: io.DisplaySize in CSS px, io.DisplayFramebufferScale the device pixel ratio,
    // and io.Fonts->Fonts[0] the regular and [1] the bold face ([0] serves for both if alone). [2 + i], [4 +
    // i] and [6 + i] are, if present, the same with all ink one, two and three quarters of a device pixel
    // further right. The size of a font is its em (the advance of 中), always a whole number of px; its
    // Ascent and Descent are those of a CSS line.
    void frame();
    const Semantics& semantics() const;
    // State as JSON for tests: declaration, findings with rule ids and sources, store, frames.
    std::string debug_json() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace shenbao::app
