#include <algorithm>
#include <array>
#include <set>

#include "core/form/object_reader.h"
#include "core/form/peers.h"

namespace shenbao {
namespace {

// Entries that every row context has beside its columns, and every table context beside its rows
// (core/review).
constexpr std::array<std::string_view, 13> kRowEntries = {"id",        "origin", "title",   "name", "level1",
                                                          "level2",    "kind",   "entered", "rate", "growth",
                                                          "direction", "unread", "peer"};
constexpr std::array<std::string_view, 5> kTableEntries = {"id", "title", "short", "rows", "items"};
constexpr std::array<std::string_view, 9> kScopeNames = {"today",  "row",     "table",  "cell", "raw",
                                                         "stated", "invalid", "column", "name"};

template <class Names>
bool holds(const Names& names, std::string_view id) {
    return std::find(names.begin(), names.end(), id) != names.end();
}

class Checker {
  public:
    Checker(const FormDefinition& definition, FaultList& faults)
        : m_definition(definition), m_faults(faults) {}

    void run() {
        check_identity();
        for (size_t i = 0; i < m_definition.fields.size(); ++i) check_field(i);
        for (size_t i = 0; i < m_definition.tables.size(); ++i) check_table(i);
        for (size_t i = 0; i < m_definition.sheet.rows.size(); ++i) check_sheet_row(i);
        for (size_t i = 0; i < m_definition.changes.size(); ++i) check_changes(i);
    }

  private:
    // The year may be computed; who declares is read from what was entered.
    void check_identity() {
        const Identity& identity = m_definition.identity;
        if (const FieldDefinition* unit = identity_field(identity.unit, "/identity/unit")) {
            const bool entered = unit->formula.empty() && unit->initial.empty();
            if (!entered || (unit->type != ValueType::Text && unit->type != ValueType::Choice))
                m_faults.add("/identity/unit", "Must be a field of type text or choice that is entered",
                             "应当是填写的文字或选择栏目（text、choice）");
        }
        if (const FieldDefinition* year = identity_field(identity.year, "/identity/year"))
            if (year->type != ValueType::Year)
                m_faults.add("/identity/year", "Must be a field of type year", "应当是年度栏目（year）");
    }

    const FieldDefinition* identity_field(const std::string& id, const std::string& pointer) {
        const FieldDefinition* field = m_definition.field(id);
        if (!field && !id.empty()) unknown(pointer, "field", "栏目", id);
        return field;
    }

    // Parts that moved away are unknown by now; where they went, and what came, must be there. Only a single
    // cell may change its depth: what lies below a part would have no place.
    void check_changes(size_t index) {
        const VersionChanges& changes = m_definition.changes[index];
        const std::string pointer = pointer_to("/changes", index);
        for (size_t i = 0; i < changes.moved.size(); ++i) {
            const MovedPart& move = changes.moved[i];
            const std::string at = pointer_to(pointer_to(pointer_to(pointer, "moved"), i), "to");
            const auto from = std::count(move.from.begin(), move.from.end(), '.');
            const auto to = std::count(move.to.begin(), move.to.end(), '.');
            const bool into_table = from == 0 && to == 2,
                       out_of_table = from == 2 && m_definition.field(move.to);
            if (from != to && !into_table && !out_of_table)
                m_faults.add(at, "A part moves to a part of its own kind", "只能移到同类的位置");
            else
                check_part(move.to, index, at);
        }
        for (size_t i = 0; i < changes.added.size(); ++i)
            check_part(changes.added[i], index, pointer_to(pointer_to(pointer, "added"), i));
    }

    // `version`: of changes. The part may have been moved on by a later one.
    void check_part(std::string_view path, size_t version, const std::string& pointer) {
        for (size_t later = version + 1; later < m_definition.changes.size(); ++later)
            for (const MovedPart& move : m_definition.changes[later].moved)
                if (move.from == path) return;
        const size_t first = path.find('.');
        const TableDefinition* table = m_definition.table(path.substr(0, first));
        bool known = first == std::string_view::npos ? table != nullptr || m_definition.field(path) != nullptr
                                                     : table != nullptr;
        if (known && first != std::string_view::npos) {
            const std::string_view rest = path.substr(first + 1);
            const size_t second = rest.find('.');
            known = rest.substr(0, second) == "*" || table->row(rest.substr(0, second)) != nullptr;
            if (known && second != std::string_view::npos)
                known = table->column(rest.substr(second + 1)) != nullptr;
        }
        if (!known) unknown(pointer, "part", "项目", std::string(path));
    }

    void check_field(size_t index) {
        const auto& field = m_definition.fields[index];
        std::string pointer = pointer_to("/fields", index);
        check_section(field.section, pointer);
        check_list(field.type, field.list, pointer);
        check_free(field.id, kScopeNames, pointer);
    }

    void check_table(size_t index) {
        const auto& table = m_definition.tables[index];
        std::string pointer = pointer_to("/tables", index);
        check_section(table.section, pointer);
        check_free(table.id, kScopeNames, pointer);
        if (m_definition.field(table.id))
            m_faults.add(pointer_to(pointer, "id"), "A field has the id '" + table.id + "' too",
                         "已有栏目使用标识“" + table.id + "”");
        if (!table.peer.empty() && !m_definition.table(table.peer))
            unknown(pointer_to(pointer, "peer"), "table", "表", table.peer);
        for (size_t i = 0; i < table.rows.size(); ++i)
            if (table.rows[i].kind == RowKind::Total && table.total_formula.empty())
                m_faults.add(pointer, "Has a total row but no totalFormula",
                             "有合计行，却没有合计公式（totalFormula）");
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            std::string at = pointer_to(pointer_to(pointer, "columns"), i);
            check_list(column.type, column.list, at);
            check_free(column.id, kRowEntries, at);
            if (!column.filled_from.empty()) check_filled(table, column, pointer_to(at, "filledFrom"));
        }
        for (size_t i = 0; i < table.rows.size(); ++i)
            if (holds(kTableEntries, table.rows[i].id))
                m_faults.add(pointer_to(pointer, "rows"), "The row id '" + table.rows[i].id + "' is taken",
                             "行标识“" + table.rows[i].id + "”已有别的用途");
    }

    void check_filled(const TableDefinition& table, const ColumnDefinition& column, std::string pointer) {
        const TableDefinition* peer = peer_of(m_definition, table.id);
        const ColumnDefinition* from = peer ? peer->column(column.filled_from) : nullptr;
        if (!peer)
            m_faults.add(std::move(pointer), "The table and its peer must each be the other's peer",
                         "本表与对应表应当互为对应表（peer）");
        else if (follows_peer(*peer))
            m_faults.add(std::move(pointer), "Of two peers only one can follow the other",
                         "互为对应表的两张表，只能有一张跟随另一张");
        else if (!from)
            unknown(std::move(pointer), "column", "列", column.filled_from);
        else if (from->type != column.type || from->list != column.list || !column.formula.empty())
            m_faults.add(std::move(pointer), "Must be an entered column of the same type and list",
                         "应当是填写的列，类型和选项列表相同");
    }

    void check_section(const std::string& section, const std::string& pointer) {
        auto same = [&](const SectionDefinition& candidate) { return candidate.id == section; };
        if (section.empty() || std::any_of(m_definition.sections.begin(), m_definition.sections.end(), same))
            return;
        unknown(pointer_to(pointer, "section"), "section", "部分", section);
    }

    void check_list(ValueType type, const std::string& list, const std::string& pointer) {
        std::string at = pointer_to(pointer, "list");
        if (type == ValueType::Choice && list.empty()) {
            m_faults.add(at, "A choice needs its pick list", "选择类栏目缺少选项列表（list）");
        } else if (type != ValueType::Choice && !list.empty()) {
            m_faults.add(at, "Only a choice has a pick list", "只有选择类（choice）才有选项列表");
        } else if (!list.empty() && !m_definition.list(list)) {
            unknown(at, "pick list", "选项列表", list);
        }
    }

    template <class Names>
    void check_free(const std::string& id, const Names& taken, const std::string& pointer) {
        if (holds(taken, id))
            m_faults.add(pointer_to(pointer, "id"), "The name '" + id + "' is taken",
                         "标识“" + id + "”已有别的用途");
    }

    void check_sheet_row(size_t index) {
        using Kind = SheetCellDefinition::Kind;
        const auto& row = m_definition.sheet.rows[index];
        std::string pointer = pointer_to("/sheet/rows", index);
        check_section(row.section, pointer);
        const TableDefinition* table = row.table.empty() ? nullptr : m_definition.table(row.table);
        if (!row.table.empty()) {
            if (!table) unknown(pointer_to(pointer, "table"), "table", "表", row.table);
            place_once(row.table, pointer_to(pointer, "table"));
        }
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            std::string at = pointer_to(pointer_to(pointer, "cells"), i);
            if (cell.kind == Kind::Field && !cell.target.empty()) {
                std::string target = pointer_to(at, "target");
                if (!m_definition.field(cell.target)) unknown(target, "field", "栏目", cell.target);
                place_once(cell.target, target);
            }
            bool of_row = cell.kind == Kind::Column || cell.kind == Kind::Level1 ||
                          cell.kind == Kind::Level2 || cell.kind == Kind::RowTitle;
            if (of_row && row.table.empty())
                m_faults.add(at, "Stands only in a row with 'table'", "只能用在带 table 的行里");
            if (cell.kind == Kind::Column && table && !cell.target.empty()) {
                std::string target = pointer_to(at, "target");
                if (!table->column(cell.target)) unknown(target, "column", "列", cell.target);
                place_once(row.table + "." + cell.target, target);
            }
        }
    }

    // A path has at most one cell on the paper.
    void place_once(const std::string& id, std::string pointer) {
        if (!m_placed.insert(id).second)
            m_faults.add(std::move(pointer), "'" + id + "' stands on the paper twice",
                         "“" + id + "”在纸面上出现两次");
    }

    void unknown(std::string pointer, std::string_view kind, std::string_view kind_zh,
                 const std::string& name) {
        m_faults.add(std::move(pointer), "No " + std::string(kind) + " '" + name + "'",
                     "没有名为“" + name + "”的" + std::string(kind_zh));
        m_faults.last().unknown = name;
    }

    const FormDefinition& m_definition;
    FaultList& m_faults;
    std::set<std::string> m_placed;
};

}  // namespace

void check_references(const FormDefinition& definition, FaultList& faults) {
    Checker(definition, faults).run();
}

}  // namespace shenbao
