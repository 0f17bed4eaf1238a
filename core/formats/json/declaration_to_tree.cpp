#include <set>

#include "core/formats/json/declaration_tree.h"

namespace shenbao {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

JsonTree text_map(const Texts& texts) {
    JsonTree tree = JsonTree::object();
    for (const auto& [key, text] : texts) tree.add(key, JsonTree::string(text));
    return tree;
}

// Of a tree, or of the keys of one.
template <class Tree>
const JsonTree& object_in(const Tree& tree, std::string_view key) {
    static const JsonTree kEmpty = JsonTree::object();
    const JsonTree* found = tree.find(key);
    return found != nullptr && found->is(JsonTree::Kind::Object) ? *found : kEmpty;
}

// `known` with the unknown keys of `skeleton` among its own, in the skeleton's order.
JsonTree merge(JsonTree known, const JsonTree& skeleton) {
    if (skeleton.items.empty()) return known;
    JsonTree merged = JsonTree::object();
    std::set<std::string, std::less<>> placed;
    const JsonKeys own_keys(known), keys(skeleton);
    for (size_t i = 0; i < skeleton.items.size(); ++i) {
        const std::string& key = skeleton.keys[i];
        if (!placed.insert(key).second) continue;
        const JsonTree* own = own_keys.find(key);
        merged.add(key, own != nullptr ? *own : *keys.find(key));
    }
    for (size_t i = 0; i < known.items.size(); ++i)
        if (placed.count(known.keys[i]) == 0) merged.add(known.keys[i], std::move(known.items[i]));
    return merged;
}

JsonTree rows_tree(const DeclaredRows& rows, const JsonTree& unknown) {
    JsonTree list = JsonTree::array();
    std::set<std::string, std::less<>> written;
    const JsonKeys unknown_rows(unknown);
    for (const DeclaredRow& row : rows) {
        JsonTree entry = JsonTree::object();
        entry.add("id", JsonTree::string(row.id));
        entry.add("origin", JsonTree::string(row.origin));
        list.items.push_back(merge(std::move(entry), object_in(unknown_rows, row.id)));
        written.insert(row.id);
    }
    for (size_t i = 0; i < unknown.items.size(); ++i) {
        // Without an origin of its own it only belonged to a row that has been removed since.
        const JsonTree* origin = unknown.items[i].find("origin");
        const bool whole = origin != nullptr && origin->is(JsonTree::Kind::String);
        if (whole && written.count(unknown.keys[i]) == 0) list.items.push_back(unknown.items[i]);
    }
    return list;
}

JsonTree all_rows_tree(const Declaration& declaration, const JsonTree& unknown) {
    JsonTree tree = JsonTree::object();
    const JsonKeys unknown_tables(unknown);
    for (const auto& [table, rows] : declaration.rows)
        tree.add(table, rows_tree(rows, object_in(unknown_tables, table)));
    return tree;
}

}  // namespace

JsonTree declaration_tree(const FormDefinition& definition, const Declaration& declaration) {
    JsonTree unknown = JsonTree::object();
    if (!declaration.unknown_json.empty()) {
        JsonTreeResult parsed = parse_json_tree(declaration.unknown_json);
        if (parsed.status == ReadStatus::Ok && parsed.tree.is(JsonTree::Kind::Object))
            unknown = std::move(parsed.tree);
    }
    JsonTree form = JsonTree::object();
    form.add("id", JsonTree::string(declaration.form_id));
    form.add("version", JsonTree::string(declaration.form_version));
    form.add("title", JsonTree::string(definition.title));

    JsonTree tree = JsonTree::object();
    tree.add("format", JsonTree::string(kDeclarationFormat));
    tree.add("formatVersion", JsonTree::number(std::to_string(kDeclarationFormatVersion)));
    tree.add("form", merge(std::move(form), object_in(unknown, "form")));
    tree.add("values", text_map(declaration.values));
    tree.add("rows", all_rows_tree(declaration, object_in(unknown, "rows")));
    tree.add("explanations", text_map(declaration.explanations));
    if (!declaration.explained.empty()) tree.add("explained", text_map(declaration.explained));
    tree.add(kChecksumKey, JsonTree::string(""));
    return merge(std::move(tree), unknown);
}

}  // namespace shenbao
