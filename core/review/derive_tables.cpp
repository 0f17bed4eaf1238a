// What tables compute, and the contexts that rules see.
#include <algorithm>

#include "core/review/form_values.h"

namespace shenbao {
namespace {

using feel::Value;

class TableDeriver {
  public:
    TableDeriver(const CompiledForm& form, const feel::EvaluationContext& context, FormValues& values)
        : m_form(form), m_definition(form.definition), m_context(context), m_values(values) {}

    void run() {
        for (size_t i = 0; i < m_values.tables.size(); ++i) {
            const auto& rows = m_values.tables[i].rows;
            const bool changed =
                std::any_of(rows.begin(), rows.end(), [](const RowValues& row) { return row.plain_changed; });
            if (changed || m_values.restructured)
                m_values.tables[i].plain = table_value(i, &RowValues::plain);
            m_values.variables[m_form.layout.first_table + i] = m_values.tables[i].plain;
        }
        compute_tables();
        link_peers();
    }

  private:
    // What was entered for a computed cell is kept as its statement.
    void compute_cell(size_t table, RowValues& row, size_t column, const feel::Expression& formula) const {
        CellValue& cell = row.cells[column];
        cell.stated = cell.value;
        feel::EvaluationResult result = formula.evaluate(m_values.variables, m_context);
        if (result.limit != feel::Limit::None && m_values.unfinished.empty()) {
            const auto& definition = m_definition.tables[table];
            m_values.unfinished = cell_path(definition.id, row.id, definition.columns[column].id);
        }
        cell.value = std::move(result.value);
        row.entries[kRowEntries + column] = cell.value;
    }

    void compute_tables() {
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) compute_totals(i);
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) republish(i);
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) compute_columns(i);
        for (size_t i = 0; i < m_form.tables.size(); ++i)
            if (m_form.tables[i].computes) republish(i);
    }

    void compute_totals(size_t index) {
        for (auto& row : m_values.tables[index].rows) {
            if (row.definition->kind != RowKind::Total) continue;
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const auto& formula = m_form.tables[index].totals[i];
                if (formula) compute_cell(index, row, i, *formula);
            }
        }
    }

    void compute_columns(size_t index) {
        size_t row_slot = m_form.layout.first_local + static_cast<size_t>(Local::Row);
        size_t table_slot = m_form.layout.first_local + static_cast<size_t>(Local::Table);
        m_values.variables[table_slot] = m_values.variables[m_form.layout.first_table + index];
        for (auto& row : m_values.tables[index].rows) {
            m_values.variables[row_slot] = row.plain;
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const auto& formula = m_form.tables[index].column_formulas[i];
                if (formula) compute_cell(index, row, i, *formula);
            }
        }
        m_values.variables[row_slot] = m_values.variables[table_slot] = Value();
    }

    // Makes the values of a table that computes from its entries as they are now.
    void republish(size_t index) {
        for (auto& row : m_values.tables[index].rows)
            row.plain = Value::context(m_form.layout.tables[index].row, row.entries);
        m_values.tables[index].plain = table_value(index, &RowValues::plain);
        m_values.variables[m_form.layout.first_table + index] = m_values.tables[index].plain;
    }

    // A row's peer is the other table's row without a peer of its own: values hold no cycles.
    void link_peers() {
        for (size_t i = 0; i < m_values.tables.size(); ++i) {
            auto& table = m_values.tables[i];
            bool changed = m_values.restructured;
            if (m_values.restructured && m_form.tables[i].peer) find_peers(i);
            for (size_t at = 0; at < table.rows.size(); ++at) changed |= link_peer(i, at);
            if (!m_form.tables[i].peer)
                table.value = table.plain;
            else if (changed)
                table.value = table_value(i, &RowValues::value);
            m_values.variables[m_form.layout.first_table + i] = table.value;
            m_values.slot_changed[m_form.layout.first_table + i] = changed ? 1 : 0;
        }
    }

    bool link_peer(size_t index, size_t at) {
        auto& row = m_values.tables[index].rows[at];
        const RowValues* peer = peer_of(index, at);
        row.changed = row.plain_changed || (peer != nullptr && peer->plain_changed);
        if (!row.changed) return false;
        if (peer == nullptr) {
            row.value = row.plain;
        } else {
            std::vector<Value> entries = row.entries;
            entries[static_cast<size_t>(RowEntry::Peer)] = peer->plain;
            row.value = Value::context(m_form.layout.tables[index].row, std::move(entries));
        }
        return true;
    }

    const RowValues* peer_of(size_t index, size_t at) const {
        if (!m_form.tables[index].peer) return nullptr;
        const auto& others = m_values.tables[*m_form.tables[index].peer].rows;
        const size_t place = m_values.tables[index].peers[at];
        return place < others.size() ? &others[place] : nullptr;
    }

    void find_peers(size_t index) {
        const auto& other = m_values.tables[*m_form.tables[index].peer];
        auto& table = m_values.tables[index];
        table.peers.clear();
        for (const RowValues& row : table.rows) {
            const size_t at = table.peers.size();
            // The trees are nearly always the same: look at the same place first.
            const bool same = at < other.rows.size() && other.rows[at].id == row.id;
            table.peers.push_back(same ? at : other.place_of(row.id));
        }
    }

    Value table_value(size_t index, Value RowValues::*which) const {
        const auto& table = m_definition.tables[index];
        std::vector<Value> rows, items;
        std::vector<Value> entries(kTableEntries + table.rows.size());
        for (const auto& row : m_values.tables[index].rows) {
            rows.push_back(row.*which);
            if (row.definition->kind != RowKind::Total) items.push_back(row.*which);
            if (row.id == row.definition->id) entries[kTableEntries + row.definition_index] = row.*which;
        }
        entries[0] = Value(table.id);
        entries[1] = Value(table.title);
        entries[2] = Value(table.short_title.empty() ? table.title : table.short_title);
        entries[3] = Value::list(std::move(rows));
        entries[4] = Value::list(std::move(items));
        return Value::context(m_form.layout.tables[index].table, std::move(entries));
    }

    const CompiledForm& m_form;
    const FormDefinition& m_definition;
    const feel::EvaluationContext& m_context;
    FormValues& m_values;
};

}  // namespace

size_t TableValues::place_of(std::string_view row) const {
    const auto id_at = [](const void* first, size_t place) {
        return std::string_view(static_cast<const RowValues*>(first)[place].id);
    };
    return order.find({rows.data(), rows.size(), id_at}, row);
}

void derive_tables(const CompiledForm& form, const feel::EvaluationContext& context, FormValues& values) {
    TableDeriver(form, context, values).run();
}

}  // namespace shenbao
