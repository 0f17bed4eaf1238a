#include "app/shell/regions.h"

#include <iterator>

namespace shenbao::app {

namespace {

constexpr RegionId kRound[] = {RegionId::Toolbar, RegionId::Banner,  RegionId::Sections,
                               RegionId::Paper,   RegionId::Filters, RegionId::Findings};
constexpr int kCount = static_cast<int>(std::size(kRound));
constexpr int kPaper = 3;

const Node* entry(const Workspace& work, RegionId id) {
    const Node* first = nullptr;
    for (const Node& node : work.publisher.nodes(id)) {
        if (node.role < Role::TextBox || node.role > Role::Link) continue;
        const auto* cell = std::get_if<action::EditCell>(&node.action);
        if (node.current || (cell != nullptr && cell->path == work.focus.active())) return &node;
        if (first == nullptr && !(node.read_only && id == RegionId::Paper)) first = &node;
    }
    return first;
}

}  // namespace

Outcome go_to_region(const Workspace& work, int direction) {
    int from = kPaper - direction;
    for (int i = 0; i < kCount; ++i)
        for (const Node& node : work.publisher.nodes(kRound[i]))
            if (!work.focus.node().empty() && node.id == work.focus.node()) from = i;
    for (int step = 1; step <= kCount; ++step) {
        const RegionId id = kRound[(from + step * direction + 2 * kCount * kCount) % kCount];
        const Node* node = work.publisher.region(id).visible ? entry(work, id) : nullptr;
        if (node == nullptr) continue;
        return Outcome::of(effect::Speak{work.publisher.region(id).name}, effect::GiveKeyboard{node->id});
    }
    return Outcome::taken();
}

}  // namespace shenbao::app
