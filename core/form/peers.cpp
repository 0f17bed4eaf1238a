#include "core/form/peers.h"

#include <algorithm>

#include "core/form/value.h"

namespace shenbao {
namespace {

bool is_name(std::string_view column) {
    return column == "title" || column == "level2";
}

bool sets(const std::vector<Edit>& edits, std::string_view path) {
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
        const auto* value = std::get_if<SetValue>(&edit);
        return value != nullptr && value->path == path;
    });
}

// A table whose rows are changed, and its peer.
struct Pair {
    const TableDefinition* peer = nullptr;
    const DeclaredRows* rows = nullptr;
    const DeclaredRows* others = nullptr;
};

std::optional<Pair> find_pair(const FormDefinition& definition, const Declaration& declaration,
                              std::string_view table) {
    const TableDefinition* peer = peer_of(definition, table);
    if (peer == nullptr) return {};
    const auto rows = declaration.rows.find(table), others = declaration.rows.find(peer->id);
    if (rows == declaration.rows.end() || others == declaration.rows.end()) return {};
    return Pair{peer, &rows->second, &others->second};
}

class Follower {
  public:
    Follower(const FormDefinition& definition, const History& history, const std::vector<Edit>& edits,
             std::string_view merge)
        : m_definition(definition),
          m_history(history),
          m_declaration(history.declaration()),
          m_edits(edits),
          m_merge(merge) {}

    std::vector<Edit> run() {
        for (const Edit& edit : m_edits) std::visit([this](const auto& one) { follow(one); }, edit);
        return std::move(m_followed);
    }

  private:
    template <class Other>
    void follow(const Other&) {}

    void follow(const SetValue& edit) {
        const PathParts parts = split_path(edit.path);
        if (!is_name(parts.column)) return;
        const auto pair = find_pair(m_definition, m_declaration, parts.table);
        const DeclaredRow* row = pair ? pair->others->find(parts.row) : nullptr;
        const RowDefinition* origin = row ? pair->peer->row(row->origin) : nullptr;
        if (!origin || !(parts.column == "title" ? origin->title_entered : origin->level2_entered)) return;
        std::string path = cell_path(pair->peer->id, parts.row, parts.column);
        if (sets(m_edits, path)) return;
        // While a name is typed, it may for a moment be the one that another has.
        const std::string_view there = m_history.text_before(path, m_merge);
        const bool same = there == m_history.text_before(edit.path, m_merge);
        if (trim_blanks(there).empty() || (same && follows_peer(*pair->peer)))
            m_followed.push_back(SetValue{std::move(path), edit.text});
    }

    void follow(const InsertRow& edit) {
        const auto pair = find_pair(m_definition, m_declaration, edit.table);
        if (!pair || pair->others->find(edit.row.id) || !pair->peer->row(edit.row.origin)) return;
        InsertRow insert{pair->peer->id, place(*pair, edit.index, {}), edit.row, {}};
        for (const auto& [column, text] : edit.values)
            if (is_name(column)) insert.values.emplace(column, text);
        m_followed.push_back(std::move(insert));
    }

    void follow(const RemoveRow& edit) {
        const auto pair = find_pair(m_definition, m_declaration, edit.table);
        if (!pair || peer_row_stays(m_definition, m_declaration, edit.table, edit.id)) return;
        for (Edit& remove : remove_row_edits(m_definition, m_declaration, pair->peer->id, edit.id))
            m_followed.push_back(std::move(remove));
    }

    void follow(const MoveRow& edit) {
        const auto pair = find_pair(m_definition, m_declaration, edit.table);
        if (pair && pair->others->find(edit.id))
            m_followed.push_back(MoveRow{pair->peer->id, edit.id, place(*pair, edit.index, edit.id)});
    }

    // Where the peer of the row that comes to stand at `index` belongs: behind the peer of the one before it,
    // else before that of the one behind it. `moved`: its id where it stands there already.
    static size_t place(const Pair& pair, size_t index, std::string_view moved) {
        const DeclaredRows& rows = *pair.rows;
        const size_t from = moved.empty() ? rows.size() : rows.place_of(moved);
        // As they stand without the row that moves.
        const auto there = [&](size_t at) {
            const size_t row = at < from ? at : at + 1;
            return row < rows.size() ? pair.others->place_of(rows[row].id) : pair.others->size();
        };
        const size_t gone = moved.empty() ? pair.others->size() : pair.others->place_of(moved);
        const auto without = [&](size_t at) { return at > gone ? at - 1 : at; };
        const size_t before = index > 0 ? there(index - 1) : pair.others->size();
        if (before < pair.others->size()) return without(before) + 1;
        return without(there(index));
    }

    const FormDefinition& m_definition;
    const History& m_history;
    const Declaration& m_declaration;
    const std::vector<Edit>& m_edits;
    std::string_view m_merge;
    std::vector<Edit> m_followed;
};

}  // namespace

const TableDefinition* peer_of(const FormDefinition& definition, std::string_view table) {
    const TableDefinition* one = definition.table(table);
    const TableDefinition* peer = one == nullptr ? nullptr : definition.table(one->peer);
    return peer != nullptr && peer != one && peer->peer == table ? peer : nullptr;
}

bool follows_peer(const TableDefinition& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const ColumnDefinition& column) { return !column.filled_from.empty(); });
}

std::vector<Edit> with_peers(const FormDefinition& definition, const History& history,
                             std::vector<Edit> edits, std::string_view merge) {
    std::vector<Edit> followed = Follower(definition, history, edits, merge).run();
    std::move(followed.begin(), followed.end(), std::back_inserter(edits));
    return edits;
}

bool peer_row_stays(const FormDefinition& definition, const Declaration& declaration, std::string_view table,
                    std::string_view row) {
    const auto pair = find_pair(definition, declaration, table);
    if (!pair || !pair->others->find(row)) return false;
    const std::string stem = cell_path(pair->peer->id, row, "");
    auto value = declaration.values.lower_bound(stem);
    for (; value != declaration.values.end() && value->first.starts_with(stem); ++value) {
        const std::string_view column = std::string_view(value->first).substr(stem.size());
        if (!is_name(column) || declaration.text(cell_path(table, row, column)) != value->second) return true;
    }
    return false;
}

}  // namespace shenbao
