#include "app/semantics/publisher.h"

#include <utility>

#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr RegionId kReadingOrder[] = {RegionId::Toolbar, RegionId::Banner,  RegionId::Sections,
                                      RegionId::Paper,   RegionId::Filters, RegionId::Findings,
                                      RegionId::Help,    RegionId::Status,  RegionId::Dialog};

}  // namespace

std::span<const RegionId> reading_order() {
    return kReadingOrder;
}

void Publisher::say(std::string_view text) {
    if (!m_to_say.empty()) m_to_say += texts::kSemicolon;
    m_to_say += text;
}

bool Publisher::places_differ() {
    std::array<Rect, kRegionCount * 2> places;
    for (size_t i = 0; i < kRegionCount; ++i) {
        const Region& one = m_semantics.regions[i];
        places[2 * i] = one.rect;
        places[2 * i + 1] = {one.content_width, one.content_height, one.visible ? 1.0F : 0.0F,
                             one.behind ? 1.0F : 0.0F};
    }
    return std::exchange(m_places, places) != places;
}

bool Publisher::publish() {
    std::array<bool, kRegionCount> changed{};
    changed[static_cast<size_t>(RegionId::Paper)] = std::exchange(m_paper_changed, false);
    bool differs =
        changed[static_cast<size_t>(RegionId::Paper)] || !m_to_say.empty() || m_title != m_semantics.title;
    for (RegionId id : kReadingOrder) {
        if (id == RegionId::Paper) continue;
        const auto index = static_cast<size_t>(id);
        if (m_nodes[index] == m_previous[index]) continue;
        m_previous[index] = m_nodes[index];
        differs = changed[index] = true;
    }
    differs = places_differ() || differs;
    if (!differs) return false;
    if (!m_to_say.empty()) {
        m_semantics.announcement = std::exchange(m_to_say, {});
        ++m_semantics.announcements;
    }
    m_semantics.title = m_title;
    publish_nodes(changed);
    ++m_semantics.revision;
    return true;
}

// Each takes the place of the one that stood there: nearly all are as they were, and their texts stay where
// they are.
void Publisher::publish_nodes(const std::array<bool, kRegionCount>& changed) {
    size_t count = 0;
    for (RegionId id : kReadingOrder) count += nodes(id).size();
    if (count != m_semantics.nodes.size()) m_index.clear();
    m_semantics.nodes.resize(count);
    size_t at = 0;
    for (RegionId id : kReadingOrder) {
        const auto index = static_cast<size_t>(id);
        const std::vector<Node>& some = nodes(id);
        if (std::exchange(m_starts[index], at) == at && !changed[index]) {
            at += some.size();
            continue;
        }
        for (const Node& one : some) {
            Node& there = m_semantics.nodes[at++];
            if (there.id != one.id) m_index.clear();
            there = one;
        }
    }
}

const Node* Publisher::find(std::string_view id) const {
    if (m_index.empty()) {
        for (size_t i = 0; i < m_semantics.nodes.size(); ++i) m_index.emplace(m_semantics.nodes[i].id, i);
    }
    const auto found = m_index.find(id);
    return found == m_index.end() ? nullptr : &m_semantics.nodes[found->second];
}

Action Publisher::action_of(std::string_view id) const {
    const Node* node = find(id);
    return node == nullptr ? Action() : node->action;
}

}  // namespace shenbao::app
