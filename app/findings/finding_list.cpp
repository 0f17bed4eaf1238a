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
    for (Level level : {Level::Error, Level::Explain, Level::Hint})
        for (size_t i = 0; i < findings.size(); ++i)
            if (findings[i].level == level && passes(level)) order.push_back(i);
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
    if (!findings[finding].paths.empty()) outcome.then(effect::GoToCell{findings[finding].paths.front()});
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

std::string new_errors(const FormState& state, const std::set<std::string>& known) {
    const std::string* first = nullptr;
    size_t count = 0;
    for (const Finding& finding : state.findings) {
        if (finding.level != Level::Error || known.count(finding.key) > 0) continue;
        if (++count == 1) first = &finding.message;
    }
    return first == nullptr ? std::string() : texts::new_errors(*first, count);
}

}  // namespace shenbao::app
