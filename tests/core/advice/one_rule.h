// The official form with one rule or one text of its own, as a file an author could have written.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/formats/json/json_tree.h"
#include "tests/support/fixtures.h"

namespace shenbao::testing {

// The object or list entry that a token of a pointer means, or null.
inline JsonTree* part(JsonTree& tree, std::string_view token) {
    if (tree.is(JsonTree::Kind::Array)) {
        const size_t index = static_cast<size_t>(std::stoul(std::string(token)));
        return index < tree.items.size() ? &tree.items[index] : nullptr;
    }
    for (size_t i = 0; i < tree.keys.size(); ++i)
        if (tree.keys[i] == token) return &tree.items[i];
    return nullptr;
}

struct OwnText {
    // Key of a rule, or the pointer of a text of the form.
    std::string_view in, each, text;
};

inline JsonTree rule_with(const OwnText& own, size_t number) {
    JsonTree rule = JsonTree::object();
    rule.add("id", JsonTree::string("mine-" + std::to_string(number)));
    rule.add("level", JsonTree::string("error"));
    if (!own.each.empty() || own.in == "each")
        rule.add("each", JsonTree::string(own.in == "each" ? own.text : own.each));
    rule.add("when", JsonTree::string(own.in == "when" ? own.text : "today != null"));
    rule.add("message", JsonTree::string(own.in == "message" ? own.text : "…"));
    if (own.in == "where") rule.add("where", JsonTree::string(own.text));
    if (own.in == "paths") {
        JsonTree paths = JsonTree::array();
        paths.items.push_back(JsonTree::string(own.text));
        rule.add("paths", std::move(paths));
    }
    return rule;
}

// Without the form's own rules; each text that is a rule's gets one, in order.
inline std::string form_with(const std::vector<OwnText>& texts) {
    JsonTree form = parse_json_tree(official_form_json()).tree;
    part(form, "rules")->items.clear();
    for (const OwnText& own : texts) {
        if (!own.in.starts_with('/')) {
            JsonTree& rules = *part(form, "rules");
            rules.items.push_back(rule_with(own, rules.items.size()));
            continue;
        }
        JsonTree* at = &form;
        for (size_t start = 1; at != nullptr && start <= own.in.size();) {
            const size_t end = std::min(own.in.find('/', start), own.in.size());
            at = part(*at, own.in.substr(start, end - start));
            start = end + 1;
        }
        if (at != nullptr) *at = JsonTree::string(own.text);
    }
    return pretty_json(form);
}

inline std::string form_with(std::string_view in, std::string_view each, std::string_view text) {
    return form_with({OwnText{in, each, text}});
}

}  // namespace shenbao::testing
