#include "web/twin.h"

#include <unordered_set>

#include "web/json_text.h"

namespace shenbao::web {

using app::Node;
using app::Rect;
using app::Region;

namespace {

std::string parent_key(const Node& node) {
    return node.parent.empty() ? "region:" + std::to_string(static_cast<int>(node.region)) : node.parent;
}

void append_rect(std::string& out, const Rect& rect) {
    append_key(out, "rect");
    out += '[';
    append_number(out, rect.x);
    out += ',';
    append_number(out, rect.y);
    out += ',';
    append_number(out, rect.width);
    out += ',';
    append_number(out, rect.height);
    out += ']';
}

void append_style(std::string& out, const app::TextStyle& style) {
    append_field(out, "size", style.size);
    append_field(out, "line", style.line_height);
    append_field(out, "weight", style.weight);
    append_key(out, "align");
    append_string(out, style.align == 'c' ? "center" : style.align == 'r' ? "right" : "left");
    append_flag(out, "middle", style.middle);
    append_field(out, "px", style.padding_x);
    append_field(out, "py", style.padding_y);
}

void append_node(std::string& out, const Node& node) {
    out += '{';
    append_field(out, "id", node.id);
    append_field(out, "parent", parent_key(node));
    append_field(out, "role", static_cast<double>(node.role));
    append_rect(out, node.rect);
    append_field(out, "name", node.name);
    append_field(out, "value", node.value);
    append_field(out, "description", node.description);
    append_style(out, node.style);
    if (node.level != 0) append_field(out, "level", node.level);
    if (node.row_span != 1) append_field(out, "rows", node.row_span);
    if (node.column_span != 1) append_field(out, "columns", node.column_span);
    append_flag(out, "required", node.required);
    append_flag(out, "invalid", node.invalid);
    append_flag(out, "readOnly", node.read_only);
    append_flag(out, "disabled", node.disabled);
    append_flag(out, "chosen", node.chosen);
    append_flag(out, "current", node.current);
    if (node.pressed >= 0) append_field(out, "pressed", node.pressed);
    append_field(out, "shortcut", node.shortcut);
    if (!node.options.empty()) {
        append_key(out, "options");
        out += '[';
        for (const std::string& option : node.options) {
            if (out.back() != '[') out += ',';
            append_string(out, option);
        }
        out += ']';
    }
    out += '}';
}

void append_ids(std::string& out, const std::vector<std::string>& ids) {
    out += '[';
    for (const std::string& id : ids) {
        if (out.back() != '[') out += ',';
        append_string(out, id);
    }
    out += ']';
}

}  // namespace

std::string Twin::patch(const app::Semantics& semantics) {
    std::string out = "{";
    tell_regions(semantics, out);
    if (!m_started || semantics.revision != m_revision) {
        if (same_ids(semantics.nodes))
            tell_nodes(semantics.nodes, out);
        else
            tell_structure(semantics.nodes, out);
    }
    if (semantics.announcements != m_announcements) {
        m_announcements = semantics.announcements;
        append_key(out, "say");
        append_string(out, semantics.announcement);
    }
    if (semantics.title != m_title) {
        m_title = semantics.title;
        append_key(out, "title");
        append_string(out, m_title);
    }
    m_started = true;
    m_revision = semantics.revision;
    if (out.size() == 1) return {};
    out += '}';
    return out;
}

bool Twin::same_ids(const std::vector<Node>& nodes) const {
    if (nodes.size() != m_nodes.size()) return false;
    for (size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].id != m_nodes[i].id || nodes[i].parent != m_nodes[i].parent ||
            nodes[i].role != m_nodes[i].role || nodes[i].region != m_nodes[i].region)
            return false;
    return true;
}

void Twin::tell_nodes(const std::vector<Node>& nodes, std::string& out) {
    bool any = false;
    for (size_t i = 0; i < nodes.size(); ++i) {
        Node& told = m_nodes[i];
        const Node& now = nodes[i];
        Rect rect = now.rect;
        if (const int parent = m_parents[i]; parent >= 0) {
            rect.x -= nodes[static_cast<size_t>(parent)].rect.x;
            rect.y -= nodes[static_cast<size_t>(parent)].rect.y;
        }
        // Compared without copying: most nodes are as they were.
        const Rect told_rect = told.rect;
        told.rect = now.rect;
        const bool same = told == now;
        told.rect = rect;
        if (same && told_rect == rect) continue;
        told = now;
        told.rect = rect;
        if (!any) append_key(out, "set"), out += '[';
        if (any) out += ',';
        any = true;
        append_node(out, told);
    }
    if (any) out += ']';
}

void Twin::tell_structure(const std::vector<Node>& nodes, std::string& out) {
    std::unordered_map<std::string_view, size_t> old_places, new_places;
    for (size_t i = 0; i < m_nodes.size(); ++i) old_places.emplace(m_nodes[i].id, i);
    std::vector<Node> told;
    std::vector<int> parents;
    told.reserve(nodes.size());
    std::unordered_map<std::string, std::vector<std::string>> children;
    bool any = false;
    std::string set;
    for (const Node& node : nodes) {
        // Two nodes with one id would fight over one element: the first one wins.
        if (!new_places.emplace(node.id, told.size()).second) {
            told.push_back(node), parents.push_back(-1);
            continue;
        }
        Node relative = node;
        int parent = -1;
        if (const auto found = new_places.find(node.parent);
            !node.parent.empty() && found != new_places.end()) {
            parent = static_cast<int>(found->second);
            relative.rect.x -= nodes[found->second].rect.x;
            relative.rect.y -= nodes[found->second].rect.y;
        }
        children[parent_key(node)].push_back(node.id);
        const auto old = old_places.find(node.id);
        if (old == old_places.end() || !(m_nodes[old->second] == relative)) {
            if (any) set += ',';
            any = true;
            append_node(set, relative);
        }
        told.push_back(std::move(relative));
        parents.push_back(parent);
    }
    std::vector<std::string> removed;
    for (const Node& node : m_nodes)
        if (new_places.find(node.id) == new_places.end()) removed.push_back(node.id);
    if (!removed.empty()) append_key(out, "remove"), append_ids(out, removed);
    if (any) append_key(out, "set"), out += '[' + set + ']';
    append_key(out, "order");
    out += '{';
    for (const auto& [parent, ids] : children) {
        const auto before = m_children.find(parent);
        if (before != m_children.end() && before->second == ids) continue;
        append_key(out, parent);
        append_ids(out, ids);
    }
    out += '}';
    m_nodes = std::move(told);
    m_parents = std::move(parents);
    m_children = std::move(children);
}

void Twin::tell_regions(const app::Semantics& semantics, std::string& out) {
    bool any = false;
    for (int i = 0; i < app::kRegionCount; ++i) {
        const Region& now = semantics.regions[i];
        Region& told = m_regions[i];
        if (m_started && now.name == told.name && now.rect == told.rect && now.visible == told.visible &&
            now.behind == told.behind && now.covered == told.covered && now.clear == told.clear &&
            now.content_width == told.content_width && now.content_height == told.content_height)
            continue;
        told = now;
        if (!any) append_key(out, "regions"), out += '[';
        if (any) out += ',';
        any = true;
        out += '{';
        append_field(out, "index", i);
        append_field(out, "name", now.name);
        append_rect(out, now.rect);
        append_field(out, "width", now.content_width);
        append_field(out, "height", now.content_height);
        append_field(out, "covered", now.covered);
        append_field(out, "clear", now.clear);
        append_flag(out, "visible", now.visible);
        append_flag(out, "behind", now.behind);
        out += '}';
    }
    if (any) out += ']';
}

}  // namespace shenbao::web
