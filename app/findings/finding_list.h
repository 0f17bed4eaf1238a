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
    std::optional<Standing> filter() const { return m_filter; }
    void set_filter(std::optional<Standing> filter) { m_filter = filter; }
    bool passes(Standing standing) const { return !m_filter || *m_filter == standing; }
    // Indices of those that pass, by standing.
    std::vector<size_t> in_order(const Document& document) const;
    // Where the finding stands among them.
    size_t place_of(const Document& document, size_t finding) const;

  private:
    std::vector<std::string> m_keys;
    std::optional<Standing> m_filter;
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

// Nothing: every one that is told of, those that are explained not.
int count(const Document& document, std::optional<Standing> standing);
std::string_view standing_name(Standing standing);  // 错误, 需说明, 待填, 提示
inline constexpr Standing kStandings[] = {Standing::Error, Standing::Explain, Standing::Due, Standing::Hint};

// Goes to the first error, else to what is to be explained, whatever is listed. Nothing where there is none.
Outcome go_to_first_error(const Document& document);
// What is to be told of errors that were not known, "" for none, and the first of them, one about the cell
// that was left before others.
struct NewErrors {
    std::string text;
    size_t first = 0;
};
NewErrors new_errors(const Document& document, const std::set<std::string>& known, std::string_view left);

}  // namespace shenbao::app
