// The dialogs that are open, the last one on top; each knows who gets the keyboard when it closes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/dialogs/dialog.h"

namespace shenbao::app {

class DialogStack {
  public:
    bool open() const { return !m_open.empty(); }
    // The one that is seen; null for none.
    Dialog* top() const { return m_open.empty() ? nullptr : m_open.back().dialog.get(); }
    void push(std::shared_ptr<Dialog> dialog, std::string back);
    // Closes the top one. Returns who gets the keyboard.
    std::string pop();
    // Closes those that do not outlive a declaration. Returns who gets the keyboard if the top one was among
    // them.
    std::optional<std::string> drop_void();

    // In a window of this size. `drawn`: the content's height as drawn last, 0 before.
    Rect place(float width, float height, float drawn) const;

  private:
    struct Entry {
        std::shared_ptr<Dialog> dialog;
        std::string back;
    };
    std::vector<Entry> m_open;
};

}  // namespace shenbao::app
