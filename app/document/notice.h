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

// What happened last, in the words that are spoken.
struct Message {
    std::string text;         // "": nothing is shown
    std::string_view back;    // the command that takes it back; "": none does
    unsigned long check = 0;  // Document::check: after another one `back` would take back something else
    bool offers(unsigned long now) const { return !back.empty() && check == now; }
};

// The notices, the newest first, and the message.
class Notices {
  public:
    const std::vector<Notice>& list() const { return m_list; }
    bool has(std::string_view id) const;
    void show(Notice notice);
    void close(std::string_view id);
    void close_of_step(std::string_view step);
    void close_all() { m_list.clear(); }

    const Message& message() const { return m_message; }
    // Behind what was said since the message was last drawn.
    void say(std::string_view text, std::string_view back, unsigned long check);
    void message_drawn() { m_said = false; }
    void end_message() { m_message = {}; }

  private:
    std::vector<Notice> m_list;
    Message m_message;
    bool m_said = false;  // and not drawn yet
};

}  // namespace shenbao::app
