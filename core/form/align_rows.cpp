#include <algorithm>

#include "core/form/peers.h"
#include "core/form/value.h"

namespace shenbao {
namespace {

// The model's rows, and the table's own ones behind those they stood behind.
DeclaredRows with_own_rows(const DeclaredRows& model, const DeclaredRows& table) {
    std::vector<DeclaredRows> behind(model.size() + 1);  // by place in the model, from 1
    size_t last = 0;
    for (const DeclaredRow& row : table) {
        const size_t place = model.place_of(row.id);
        if (place < model.size()) last = place + 1;
        if (place == model.size()) behind[last].push_back(row);
    }
    DeclaredRows rows = std::move(behind[0]);
    for (size_t i = 0; i < model.size(); ++i) {
        rows.push_back(model[i]);
        for (const DeclaredRow& row : behind[i + 1]) rows.push_back(row);
    }
    return rows;
}

class Alignment {
  public:
    Alignment(const FormDefinition& definition, const Declaration& declaration, std::string_view model,
              std::string_view target)
        : m_definition(definition), m_declaration(declaration), m_model(model), m_target(target) {}

    std::vector<Edit> run() {
        const auto model = m_declaration.rows.find(m_model), target = m_declaration.rows.find(m_target);
        if (m_model == m_target || model == m_declaration.rows.end() || target == m_declaration.rows.end())
            return {};
        m_left.rows = {*model, *target};
        drop_untouched(m_model, m_target);
        drop_untouched(m_target, m_model);
        const DeclaredRows rows = with_own_rows(left(m_model), left(m_target));
        set_rows(m_target, m_model, target->second, rows);
        set_rows(m_model, m_target, model->second, rows);
        for (const DeclaredRow& row : rows)
            if (model->second.find(row.id) && target->second.find(row.id))
                for (std::string_view name : {"level2", "title"}) align_name(row.id, name);
        return std::move(m_edits);
    }

  private:
    const DeclaredRows& left(std::string_view table) const { return m_left.rows.find(table)->second; }

    // Rows that only this table has, with nothing in them: the other has lost them.
    void drop_untouched(std::string_view table, std::string_view other) {
        const DeclaredRows rows = left(table);
        for (const DeclaredRow& row : rows) {
            const std::string stem = cell_path(table, row.id, "");
            const auto value = m_declaration.values.lower_bound(stem);
            const bool touched = value != m_declaration.values.end() && value->first.starts_with(stem);
            if (touched || left(other).find(row.id)) continue;
            for (Edit& edit : remove_row_edits(m_definition, m_left, table, row.id))
                apply_edit(m_left, std::move(edit));
        }
    }

    void set_rows(std::string_view table, std::string_view other, const DeclaredRows& now,
                  const DeclaredRows& wanted) {
        SetRows set{std::string(table), {}, {}};
        for (const DeclaredRow& row : wanted) {
            // One with the same id may be of another origin.
            const DeclaredRow* there = now.find(row.id);
            set.rows.push_back(there ? *there : row);
            if (there) continue;
            for (std::string_view name : {"level2", "title"})
                if (const std::string_view text = m_declaration.text(cell_path(other, row.id, name));
                    !text.empty())
                    set.values.emplace(cell_path(table, row.id, name), text);
        }
        if (!(set.rows == now)) m_edits.push_back(std::move(set));
    }

    void align_name(const std::string& row, std::string_view name) {
        std::string from = cell_path(m_model, row, name), to = cell_path(m_target, row, name);
        if (trim_blanks(m_declaration.text(from)).empty()) std::swap(from, to);
        const std::string_view text = m_declaration.text(from);
        if (!trim_blanks(text).empty() && text != m_declaration.text(to))
            m_edits.push_back(SetValue{std::move(to), std::string(text)});
    }

    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    std::string_view m_model, m_target;
    Declaration m_left;  // only rows, of both
    std::vector<Edit> m_edits;
};

}  // namespace

std::vector<Edit> align_rows_edits(const FormDefinition& definition, const Declaration& declaration,
                                   std::string_view model, std::string_view target) {
    return Alignment(definition, declaration, model, target).run();
}

std::string_view table_to_align_with(const FormDefinition& definition, const History& history,
                                     std::string_view table) {
    const TableDefinition* peer = peer_of(definition, table);
    if (!peer) return {};
    const std::string_view changed = history.last_arranged(table, peer->id);
    if (!changed.empty()) return changed;
    return follows_peer(*definition.table(table)) ? std::string_view(peer->id) : table;
}

}  // namespace shenbao
