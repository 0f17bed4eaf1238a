#include "core/form/edit.h"

#include <algorithm>

namespace shenbao {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

Edit nothing() {
    return SetValue{};
}

DeclaredRows* rows_of(Declaration& declaration, std::string_view table) {
    auto found = declaration.rows.find(table);
    return found == declaration.rows.end() ? nullptr : &found->second;
}

// Stores or erases, and gives the text that was there.
std::string exchange_text(Values& values, const std::string& key, std::string text) {
    auto found = values.find(key);
    std::string before = found == values.end() ? std::string() : std::move(found->second);
    if (text.empty()) {
        if (found != values.end()) values.erase(found);
    } else if (found != values.end()) {
        found->second = std::move(text);
    } else {
        values.emplace(key, std::move(text));
    }
    return before;
}

class Applier {
  public:
    explicit Applier(Declaration& declaration) : m_declaration(declaration) {}

    Edit operator()(SetValue edit) {
        if (edit.path.empty()) return nothing();
        PathParts parts = split_path(edit.path);
        if (!parts.table.empty()) {
            DeclaredRows* rows = rows_of(m_declaration, parts.table);
            if (!rows || !rows->find(parts.row)) return nothing();
        }
        edit.text = exchange_text(m_declaration.values, edit.path, std::move(edit.text));
        return edit;
    }

    Edit operator()(InsertRow edit) {
        DeclaredRows* rows = rows_of(m_declaration, edit.table);
        if (!rows || edit.row.id.empty() || rows->find(edit.row.id)) return nothing();
        for (auto& [column, text] : edit.values)
            exchange_text(m_declaration.values, cell_path(edit.table, edit.row.id, column), std::move(text));
        RemoveRow inverse{std::move(edit.table), edit.row.id};
        rows->insert(rows->begin() + static_cast<std::ptrdiff_t>(std::min(edit.index, rows->size())),
                     std::move(edit.row));
        return inverse;
    }

    Edit operator()(RemoveRow edit) {
        DeclaredRows* rows = rows_of(m_declaration, edit.table);
        if (!rows) return nothing();
        InsertRow inverse;
        inverse.index = rows->place_of(edit.id);
        if (inverse.index == rows->size()) return nothing();
        inverse.row = rows->take(inverse.index);
        const std::string prefix = cell_path(edit.table, edit.id, "");
        take_values(prefix, [&](const std::string& path, std::string& text) {
            inverse.values.emplace(path.substr(prefix.size()), std::move(text));
        });
        inverse.table = std::move(edit.table);
        return inverse;
    }

    Edit operator()(MoveRow edit) {
        DeclaredRows* rows = rows_of(m_declaration, edit.table);
        if (!rows) return nothing();
        const size_t from = rows->place_of(edit.id);
        if (from == rows->size()) return nothing();
        const size_t to = std::min(edit.index, rows->size() - 1);
        DeclaredRow row = rows->take(from);
        rows->insert(rows->begin() + static_cast<std::ptrdiff_t>(to), std::move(row));
        edit.index = from;
        return edit;
    }

    Edit operator()(SetRows edit) {
        DeclaredRows* rows = rows_of(m_declaration, edit.table);
        if (!rows) return nothing();
        Values gone;
        for (const DeclaredRow& row : *rows) {
            const DeclaredRow* stays = edit.rows.find(row.id);
            if (stays && *stays == row) continue;
            take_values(cell_path(edit.table, row.id, ""), [&](const std::string& path, std::string& text) {
                gone.emplace(path, std::move(text));
            });
        }
        std::swap(*rows, edit.rows);
        for (auto& [path, text] : edit.values) exchange_text(m_declaration.values, path, std::move(text));
        edit.values = std::move(gone);
        return edit;
    }

    Edit operator()(SetExplanation edit) {
        if (edit.key.empty()) return nothing();
        if (edit.text.empty()) edit.explained.clear();
        edit.text = exchange_text(m_declaration.explanations, edit.key, std::move(edit.text));
        edit.explained = exchange_text(m_declaration.explained, edit.key, std::move(edit.explained));
        return edit;
    }

    Edit operator()(ReplaceDeclaration edit) {
        std::swap(m_declaration, edit.declaration);
        return edit;
    }

  private:
    template <class Take>
    void take_values(const std::string& prefix, Take take) {
        auto value = m_declaration.values.lower_bound(prefix);
        while (value != m_declaration.values.end() && value->first.starts_with(prefix)) {
            take(value->first, value->second);
            value = m_declaration.values.erase(value);
        }
    }

    Declaration& m_declaration;
};

}  // namespace

Edit apply_edit(Declaration& declaration, Edit edit) {
    return std::visit(Applier(declaration), std::move(edit));
}

}  // namespace shenbao
