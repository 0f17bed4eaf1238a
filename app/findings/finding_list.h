// The findings as they are listed: a key of its own for each, which of them pass the filter, in which order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/document/focus.h"
#include "app/document/outcome.h"

namespace shenbao::app {

class FindingList {
  public:
    // To be called after every check of the document; costs nothing where there was none.
    void follow(const Document& document);

    // By index in FormState::findings. A rule may find several things about one cell, so that Finding::key
    // alone does not tell them apart.
    const std::vector<std::string>& keys() const { return m_keys; }
    // -1: there is none.
    int index(std::string_view key) const;

    // Nothing: all are listed.
    std::optional<Level> filter() const { return m_filter; }
    void set_filter(std::optional<Level> filter) { m_filter = filter; }
    bool passes(Level level) const { return !m_filter || *m_filter == level; }
    // Indices of those that pass, errors first.
    std::vector<size_t> in_order(const Document& document) const;
    // Where the finding stands among them.
    size_t place_of(const Document& document, size_t finding) const;

  private:
    std::vector<std::string> m_keys;
    std::optional<Level> m_filter;
    unsigned long m_followed = 0;  // Document::check
};

// Shows the finding and goes to its first cell.
Outcome go_to_finding(const Document& document, size_t finding);
// The next (+1) or previous (-1) one in the list, from the one looked at last, round its ends.
Outcome go_to_next_finding(const Document& document, const FindingList& list, const Focus& focus,
                           int direction);
// The finding shown as current is one about the active cell. Nothing: the current one is, or there is none.
std::optional<size_t> finding_about(const Document& document, const FindingList& list, std::string_view path);
bool is_about(const Document& document, const Finding& finding, std::string_view path);

// What is to be told of errors that were not known; "" for none.
std::string new_errors(const FormState& state, const std::set<std::string>& known);

}  // namespace shenbao::app
