// Collects what the views describe, region by region, and publishes it as one list when something of it
// changed.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/semantics/semantics.h"

namespace shenbao::app {

// The order in which a screen reader reads the regions.
std::span<const RegionId> reading_order();

class Publisher {
  public:
    const Semantics& semantics() const { return m_semantics; }
    Region& region(RegionId id) { return m_semantics.regions[static_cast<size_t>(id)]; }
    const Region& region(RegionId id) const { return m_semantics.regions[static_cast<size_t>(id)]; }
    // What the views describe into; the paper's is kept from frame to frame.
    std::vector<Node>& nodes(RegionId id) { return m_nodes[static_cast<size_t>(id)]; }
    const std::vector<Node>& nodes(RegionId id) const { return m_nodes[static_cast<size_t>(id)]; }
    void paper_changed() { m_paper_changed = true; }

    void entitle(std::string title) { m_title = std::move(title); }
    // Spoken with the next frame, behind what else is said in it.
    void say(std::string_view text);
    // True: something is different from what was published last.
    bool publish();
    // As published; null if there is none. Valid until the next publish.
    const Node* find(std::string_view id) const;
    // What the node is for, or nothing.
    Action action_of(std::string_view id) const;

  private:
    bool places_differ();
    void publish_nodes(const std::array<bool, kRegionCount>& changed);

    Semantics m_semantics;
    std::array<std::vector<Node>, kRegionCount> m_nodes, m_previous;
    std::array<Rect, kRegionCount * 2> m_places{};  // of the regions, as last published
    std::array<size_t, kRegionCount> m_starts{};    // of the regions' nodes, as last published
    bool m_paper_changed = false;
    std::string m_to_say, m_title;
    mutable std::unordered_map<std::string_view, size_t> m_index;  // made when asked; empty: anew
};

}  // namespace shenbao::app
