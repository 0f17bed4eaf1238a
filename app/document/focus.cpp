#include "app/document/focus.h"

#include <utility>

namespace shenbao::app {

std::string_view Focus::path() const {
    const auto* cell = std::get_if<action::EditCell>(&m_action);
    return cell == nullptr ? std::string_view() : std::string_view(cell->path);
}

void Focus::enter(std::string_view node, Action action, std::string text) {
    m_node = node;
    m_action = std::move(action);
    m_text = std::move(text);
    if (path().empty()) return;
    expect(path());
    if (m_active != m_range.anchor()) m_range.clear();
}

void Focus::know_errors(const Document& document) {
    m_known_errors.clear();
    for (const Finding& finding : document.state().findings)
        if (document.standing(finding) == Standing::Error) m_known_errors.insert(finding.key);
}

void Focus::look_at_finding(std::string_view key, size_t place) {
    m_finding = m_last_finding = key;
    m_finding_place = place;
}

void Focus::stand_out(std::string finding, std::string cell) {
    m_fresh = std::move(finding);
    m_left = std::move(cell);
}

void Focus::begin_anew() {
    end_standing_out();
    m_finding.clear();
    m_last_finding.clear();
    m_framed.clear();
}

}  // namespace shenbao::app
