#include "core/drafts/declaration_change.h"
#include "core/form/sort_by.h"
#include "core/formats/json/declaration_tree.h"

#include <algorithm>

namespace shenbao::drafts {
namespace {

using Kind = JsonTree::Kind;
using Texts = std::map<std::string, std::string, std::less<>>;
using Rows = DeclaredRows;

// Calls `act(key, old, now)` for every key with differing items; null where one side lacks it.
template <typename Map, typename Act>
void for_each_difference(const Map& before, const Map& after, Act act) {
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            act(old->first, &old->second, nullptr);
            ++old;
        } else if (old == before.end() || now->first < old->first) {
            act(now->first, nullptr, &now->second);
            ++now;
        } else {
            if (!(old->second == now->second)) act(now->first, &old->second, &now->second);
            ++old, ++now;
        }
    }
}

JsonTree row_list(const Rows& rows) {
    JsonTree list = JsonTree::array();
    for (const DeclaredRow& row : rows) {
        JsonTree pair = JsonTree::array();
        pair.items = {JsonTree::string(row.id), JsonTree::string(row.origin)};
        list.items.push_back(std::move(pair));
    }
    return list;
}

void add_if_any(JsonTree& tree, std::string_view key, JsonTree part) {
    if (!part.items.empty()) tree.add(key, std::move(part));
}

JsonTree text_changes(const Texts& before, const Texts& after) {
    JsonTree tree = JsonTree::object();
    for_each_difference(before, after,
                        [&](const std::string& key, const std::string*, const std::string* now) {
                            tree.add(key, now == nullptr ? JsonTree{} : JsonTree::string(*now));
                        });
    return tree;
}

bool apply_texts(Texts& texts, const JsonTree& changes) {
    if (!changes.is(Kind::Object)) return false;
    for (size_t i = 0; i < changes.items.size(); ++i) {
        const JsonTree& item = changes.items[i];
        if (item.is(Kind::String))
            texts[changes.keys[i]] = item.text;
        else if (item.is(Kind::Null))
            texts.erase(changes.keys[i]);
        else
            return false;
    }
    return true;
}

bool apply_rows(Declaration& declaration, const JsonTree& changes) {
    if (!changes.is(Kind::Object)) return false;
    for (size_t i = 0; i < changes.items.size(); ++i) {
        const JsonTree& list = changes.items[i];
        if (list.is(Kind::Null)) {
            declaration.rows.erase(changes.keys[i]);
            continue;
        }
        if (!list.is(Kind::Array)) return false;
        Rows rows;
        for (const JsonTree& pair : list.items) {
            if (pair.items.size() != 2 || !is_row_id(&pair.items[0]) || !pair.items[1].is(Kind::String))
                return false;
            rows.push_back({pair.items[0].text, pair.items[1].text});
        }
        declaration.rows[changes.keys[i]] = std::move(rows);
    }
    return true;
}

// Where a path stands in the form: paths of the same table stay together, in the order of its rows.
class Order {
  public:
    Order(const FormDefinition& definition, const Declaration& before, const Declaration& after) {
        for (const FieldDefinition& field : definition.fields) add(field.id);
        for (const TableDefinition& table : definition.tables) {
            for (const Declaration* one : {&after, &before}) {
                const auto rows = one->rows.find(table.id);
                if (rows == one->rows.end()) continue;
                for (const DeclaredRow& row : rows->second) {
                    add(cell_path(table.id, row.id, "level2"));
                    add(cell_path(table.id, row.id, "title"));
                    for (const ColumnDefinition& column : table.columns)
                        add(cell_path(table.id, row.id, column.id));
                }
            }
        }
    }
    size_t of(const std::string& path) const {
        const auto found = m_places.find(path);
        return found == m_places.end() ? m_places.size() : found->second;
    }

  private:
    void add(std::string path) { m_places.try_emplace(std::move(path), m_places.size()); }
    std::map<std::string, size_t, std::less<>> m_places;
};

}  // namespace

JsonTree change_tree(const Declaration& base, const Declaration& declaration) {
    JsonTree tree = JsonTree::object();
    if (base.form_version != declaration.form_version)
        tree.add("version", JsonTree::string(declaration.form_version));
    add_if_any(tree, "values", text_changes(base.values, declaration.values));
    JsonTree rows = JsonTree::object();
    for_each_difference(base.rows, declaration.rows,
                        [&](const std::string& table, const Rows*, const Rows* now) {
                            rows.add(table, now == nullptr ? JsonTree{} : row_list(*now));
                        });
    add_if_any(tree, "rows", std::move(rows));
    add_if_any(tree, "explanations", text_changes(base.explanations, declaration.explanations));
    add_if_any(tree, "explained", text_changes(base.explained, declaration.explained));
    if (base.unknown_json != declaration.unknown_json)
        tree.add("unknown", JsonTree::string(declaration.unknown_json));
    return tree;
}

bool apply_change(Declaration& declaration, const JsonTree& change) {
    if (!change.is(Kind::Object)) return false;
    for (size_t i = 0; i < change.items.size(); ++i) {
        const std::string& key = change.keys[i];
        const JsonTree& part = change.items[i];
        bool good = false;
        if (key == "values") good = apply_texts(declaration.values, part);
        if (key == "explanations") good = apply_texts(declaration.explanations, part);
        if (key == "explained") good = apply_texts(declaration.explained, part);
        if (key == "rows") good = apply_rows(declaration, part);
        if ((key == "version" || key == "unknown") && part.is(Kind::String)) {
            (key == "version" ? declaration.form_version : declaration.unknown_json) = part.text;
            good = true;
        }
        if (!good) return false;
    }
    return true;
}

std::vector<CellDifference> declaration_differences(const FormDefinition& definition,
                                                    const Declaration& before, const Declaration& after) {
    std::vector<CellDifference> found;
    CellNames old_names(definition, before), new_names(definition, after);
    const auto name = [&](const std::string& path) {
        std::string words = new_names.of(path);
        return words == path ? old_names.of(path) : words;
    };
    for_each_difference(
        before.rows, after.rows, [&](const std::string& table, const Rows* old, const Rows* now) {
            static const Rows kNone;
            const Rows &was = old == nullptr ? kNone : *old, &is = now == nullptr ? kNone : *now;
            const TableDefinition* known = definition.table(table);
            const std::string& title = known == nullptr ? table : known->title;
            const auto words = [&](const Declaration& declaration, CellNames& names, const DeclaredRow& row) {
                if (known == nullptr) return row.id;
                std::string text = row_title(*known, declaration, row);
                if (text.empty()) text = names.level2(*known, row);
                return text.empty() ? row.id : text;
            };
            const size_t count = found.size();
            for (const DeclaredRow& row : was)
                if (!is.find(row.id))
                    found.push_back({CellDifference::Kind::Row,
                                     table + "." + row.id,
                                     title,
                                     words(before, old_names, row),
                                     {}});
            for (const DeclaredRow& row : is)
                if (!was.find(row.id))
                    found.push_back({CellDifference::Kind::Row,
                                     table + "." + row.id,
                                     title,
                                     {},
                                     words(after, new_names, row)});
            if (found.size() == count)
                found.push_back({CellDifference::Kind::RowOrder, table, title, {}, {}});
        });
    const size_t rows = found.size();
    const auto text = [](const std::string* one) { return one == nullptr ? std::string() : *one; };
    for_each_difference(
        before.values, after.values,
        [&](const std::string& path, const std::string* old, const std::string* now) {
            found.push_back({CellDifference::Kind::Value, path, name(path), text(old), text(now)});
        });
    if (found.size() > rows + 1) {
        const Order order(definition, before, after);
        sort_by(
            found, [&](const CellDifference& difference) { return order.of(difference.path); }, rows);
    }
    for_each_difference(
        before.explanations, after.explanations,
        [&](const std::string& key, const std::string* old, const std::string* now) {
            // The key is a rule and the cell it speaks of.
            const std::string path = key.substr(std::min(key.size(), key.find(':') + 1));
            found.push_back({CellDifference::Kind::Explanation, key, name(path), text(old), text(now)});
        });
    return found;
}

}  // namespace shenbao::drafts
