#include "core/form/edit.h"

#include <algorithm>

namespace shenbao {
namespace {

using Rows = std::vector<DeclaredRow>;
using Values = std::map<std::string, std::string, std::less<>>;

Edit nothing() {
    return SetValue{};
}

Rows* rows_of(Declaration& declaration, std::string_view table) {
    auto found = declaration.rows.find(table);
    return found == declaration.rows.end() ? nullptr : &found->second;
}

Rows::iterator row_with_id(Rows& rows, std::string_view id) {
    return std::find_if(rows.begin(), rows.end(), [&](const DeclaredRow& row) { return row.id == id; });
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
            Rows* rows = rows_of(m_declaration, parts.table);
            if (!rows || row_with_id(*rows, parts.row) == rows->end()) return nothing();
        }
        edit.text = exchange_text(m_declaration.values, edit.path, std::move(edit.text));
        return edit;
    }

    Edit operator()(InsertRow edit) {
        Rows* rows = rows_of(m_declaration, edit.table);
        if (!rows || edit.row.id.empty() || row_with_id(*rows, edit.row.id) != rows->end()) return nothing();
        for (auto& [column, text] : edit.values)
            exchange_text(m_declaration.values, cell_path(edit.table, edit.row.id, column), std::move(text));
        RemoveRow inverse{std::move(edit.table), edit.row.id};
        rows->insert(rows->begin() + static_cast<std::ptrdiff_t>(std::min(edit.index, rows->size())),
                     std::move(edit.row));
        return inverse;
    }

    Edit operator()(RemoveRow edit) {
        Rows* rows = rows_of(m_declaration, edit.table);
        if (!rows) return nothing();
        auto row = row_with_id(*rows, edit.id);
        if (row == rows->end()) return nothing();
        InsertRow inverse;
        inverse.index = static_cast<size_t>(row - rows->begin());
        inverse.row = std::move(*row);
        rows->erase(row);
        std::string prefix = cell_path(edit.table, edit.id, "");
        auto value = m_declaration.values.lower_bound(prefix);
        while (value != m_declaration.values.end() && value->first.starts_with(prefix)) {
            inverse.values.emplace(value->first.substr(prefix.size()), std::move(value->second));
            value = m_declaration.values.erase(value);
        }
        inverse.table = std::move(edit.table);
        return inverse;
    }

    Edit operator()(MoveRow edit) {
        Rows* rows = rows_of(m_declaration, edit.table);
        if (!rows) return nothing();
        auto row = row_with_id(*rows, edit.id);
        if (row == rows->end()) return nothing();
        auto from = row - rows->begin();
        auto to = static_cast<std::ptrdiff_t>(std::min(edit.index, rows->size() - 1));
        if (from < to) std::rotate(rows->begin() + from, rows->begin() + from + 1, rows->begin() + to + 1);
        if (to < from) std::rotate(rows->begin() + to, rows->begin() + from, rows->begin() + from + 1);
        edit.index = static_cast<size_t>(from);
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
    Declaration& m_declaration;
};

}  // namespace

Edit apply_edit(Declaration& declaration, Edit edit) {
    return std::visit(Applier(declaration), std::move(edit));
}

}  // namespace shenbao
