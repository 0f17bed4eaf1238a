// What a person is told once: a file that could not be opened, what an opened file left open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/semantics/action.h"
#include "core/form/definition.h"

namespace shenbao::app {

// A button that a notice or banner offers. `id` names its node.
struct Choice {
    std::string_view id, label;
    Action action;
};

struct Notice {
    std::string id;  // a new one takes the place of an old one with the same id
    Level level = Level::Hint;
    std::string title;
    std::vector<std::string> lines = {};
    std::vector<Choice> choices = {};
    std::string step = {};  // it tells of this step, and closes when that is undone
};

// The newest first.
class Notices {
  public:
    const std::vector<Notice>& list() const { return m_list; }
    bool has(std::string_view id) const;
    void show(Notice notice);
    void close(std::string_view id);
    void close_of_step(std::string_view step);
    void close_all() { m_list.clear(); }

  private:
    std::vector<Notice> m_list;
};

}  // namespace shenbao::app
