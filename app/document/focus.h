// Where the person is: the one owner of which node has the keyboard, which cell was active last, the range
// drawn from it and the finding being looked at.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/document/document.h"
#include "app/document/selection.h"
#include "app/semantics/action.h"

namespace shenbao::app {

class Focus {
  public:
    // The node that has the keyboard, "" for none; and what it is for.
    const std::string& node() const { return m_node; }
    const Action& action() const { return m_action; }
    // The path of the cell being edited, or "".
    std::string_view path() const;
    const SheetCell* cell(const Document& document) const { return document.cell(path()); }
    // What the field held when it got the keyboard, or was last given a text.
    const std::string& text_at_entry() const { return m_text; }

    void enter(std::string_view node, Action action, std::string text);
    void leave() { m_node.clear(), m_action = {}; }
    void note_text(std::string text) { m_text = std::move(text); }

    // Errors already known: what comes on top is told when the cell is left. Keys of findings.
    const std::set<std::string>& known_errors() const { return m_known_errors; }
    void know_errors(const Document& document);

    // The cell that was active last; its row is where new things go on.
    const std::string& active() const { return m_active; }
    // A computed cell, framed without being edited, or "".
    const std::string& framed() const { return m_framed; }
    // The cell whose help is shown.
    const std::string& shown() const { return m_framed.empty() ? m_active : m_framed; }
    void frame(std::string_view path) { m_framed = path; }
    void expect(std::string_view path) { m_active = path, m_framed.clear(); }

    const Selection& range() const { return m_range; }
    void draw(Selection range) { m_range = std::move(range); }

    // Key of the finding being looked at, or ""; of the one that was looked at last, and its place in the
    // list then.
    const std::string& finding() const { return m_finding; }
    const std::string& last_finding() const { return m_last_finding; }
    size_t finding_place() const { return m_finding_place; }
    void look_at_finding(std::string_view key, size_t place);
    void look_at_no_finding() { m_finding.clear(); }

    // The first error that came with leaving a cell, and the cell: they stand out for a while. "": none.
    const std::string& fresh() const { return m_fresh; }
    const std::string& left() const { return m_left; }
    void stand_out(std::string finding, std::string cell);
    void end_standing_out() { m_fresh.clear(), m_left.clear(); }

    // Another declaration stands there: nothing of it has been looked at. The active cell is kept, also its
    // help.
    void begin_anew();

  private:
    std::string m_node;
    Action m_action;
    std::string m_text;
    std::set<std::string> m_known_errors;
    std::string m_active, m_framed;
    Selection m_range;
    std::string m_finding, m_last_finding;
    size_t m_finding_place = 0;
    std::string m_fresh, m_left;
};

}  // namespace shenbao::app
