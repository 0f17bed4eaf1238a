#include "app/findings/finding_list.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/words/texts_zh.h"

namespace shenbao::app {

void FindingList::follow(const Document& document) {
    if (m_followed == document.check()) return;
    m_followed = document.check();
    m_keys.clear();
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string_view, int> counts;  // of those with the same key so far
    for (const Finding& finding : document.state().findings) {
        std::string key = finding.key;
        for (int& count = counts[finding.key]; !taken.insert(key).second;)
            key = finding.key + "#" + std::to_string(++count + 1);
        m_keys.push_back(std::move(key));
    }
}

int FindingList::index(std::string_view key) const {
    for (size_t i = 0; i < m_keys.size(); ++i)
        if (m_keys[i] == key) return static_cast<int>(i);
    return -1;
}

std::vector<size_t> FindingList::in_order(const Document& document) const {
    std::vector<size_t> order;
    const std::vector<Finding>& findings = document.state().findings;
    for (Standing standing : kStandings)
        for (size_t i = 0; i < findings.size(); ++i)
            if (document.standing(findings[i]) == standing && passes(standing)) order.push_back(i);
    return order;
}

size_t FindingList::place_of(const Document& document, size_t finding) const {
    const std::vector<size_t> order = in_order(document);
    return static_cast<size_t>(std::find(order.begin(), order.end(), finding) - order.begin());
}

Outcome go_to_finding(const Document& document, size_t finding) {
    const std::vector<Finding>& findings = document.state().findings;
    if (finding >= findings.size()) return {};
    Outcome outcome = Outcome::of(effect::MarkFinding{finding});
    if (!findings[finding].paths.empty())
        outcome.then(effect::GoToCell{findings[finding].paths.front(), true});
    // What it wants is written under it.
    if (findings[finding].level == Level::Explain) outcome.then(effect::GoToExplanation{finding});
    return outcome.then(effect::Speak{findings[finding].message});
}

Outcome go_to_next_finding(const Document& document, const FindingList& list, const Focus& focus,
                           int direction) {
    const std::vector<size_t> order = list.in_order(document);
    if (order.empty()) return Outcome::taken();
    const int last = list.index(focus.last_finding());
    const auto found = std::find(order.begin(), order.end(), static_cast<size_t>(std::max(0, last)));
    const auto count = static_cast<ptrdiff_t>(order.size());
    ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (last >= 0 && found != order.end())
        next = found - order.begin() + direction;
    else if (!focus.last_finding().empty())
        // It is mended: the next one has moved up to its place.
        next = static_cast<ptrdiff_t>(focus.finding_place()) + std::min(direction, 0);
    return go_to_finding(document, order[static_cast<size_t>((next + count) % count)]);
}

bool is_about(const Document& document, const Finding& finding, std::string_view path) {
    return std::any_of(finding.paths.begin(), finding.paths.end(), [&](const std::string& one) {
        const SheetCell* cell = one == path ? nullptr : document.nearest_cell(one);
        return one == path || (cell != nullptr && cell->path == path);
    });
}

std::optional<size_t> finding_about(const Document& document, const FindingList& list,
                                    std::string_view path) {
    for (size_t index : list.in_order(document))
        if (is_about(document, document.state().findings[index], path)) return index;
    return {};
}

int count(const Document& document, std::optional<Standing> standing) {
    int found = 0;
    for (const Finding& finding : document.state().findings)
        found += !finding.explained && (!standing || document.standing(finding) == *standing);
    return found;
}

std::string_view standing_name(Standing standing) {
    switch (standing) {
        case Standing::Error:
            return texts::level_name(Level::Error);
        case Standing::Explain:
            return texts::level_name(Level::Explain);
        case Standing::Due:
            return texts::kDue;
        case Standing::Hint:
            break;
    }
    return texts::level_name(Level::Hint);
}

Outcome go_to_first_error(const Document& document) {
    const std::vector<Finding>& findings = document.state().findings;
    for (Level level : {Level::Error, Level::Explain})
        for (size_t i = 0; i < findings.size(); ++i)
            if (findings[i].level == level && !findings[i].explained)
                return Outcome::of(effect::FilterFindings{}).then(go_to_finding(document, i));
    return {};
}

NewErrors new_errors(const Document& document, const std::set<std::string>& known, std::string_view left) {
    NewErrors errors;
    size_t count = 0;
    const std::vector<Finding>& findings = document.state().findings;
    for (size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        if (document.standing(finding) != Standing::Error || known.count(finding.key) > 0) continue;
        const bool before = count > 0 && !is_about(document, findings[errors.first], left) &&
                            is_about(document, finding, left);
        if (++count == 1 || before) errors.first = i;
    }
    if (count > 0) errors.text = texts::new_errors(findings[errors.first].message, count);
    return errors;
}

}  // namespace shenbao::app
