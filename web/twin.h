// Tells the page what changed in the semantics since it was last told, as one JSON patch (read by twin.js).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/semantics/semantics.h"

namespace shenbao::web {

class Twin {
  public:
    // The patch from what was told last; "" when nothing changed.
    std::string patch(const app::Semantics& semantics);

  private:
    bool same_ids(const std::vector<app::Node>& nodes) const;
    void tell_nodes(const std::vector<app::Node>& nodes, std::string& out);
    void tell_structure(const std::vector<app::Node>& nodes, std::string& out);
    void tell_regions(const app::Semantics& semantics, std::string& out);

    bool m_started = false;
    unsigned long m_revision = 0;
    app::Region m_regions[app::kRegionCount];
    unsigned long m_announcements = 0;
    std::string m_title;
    // As told, in reading order, each rectangle relative to the parent's: a row that moves takes its cells
    // along.
    std::vector<app::Node> m_nodes;
    std::vector<int> m_parents;  // index of each node's parent, -1 if it lies in the region itself
    std::unordered_map<std::string, std::vector<std::string>> m_children;  // by parent or "region:<n>"
};

}  // namespace shenbao::web
