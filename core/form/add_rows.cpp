#include <algorithm>

#include "core/form/edit.h"
#include "core/form/peers.h"

namespace shenbao {
namespace {

// A table as it stands, with the rows' definitions.
struct Standing {
    const TableDefinition* table = nullptr;
    const DeclaredRows* rows = nullptr;

    size_t index_of(std::string_view id) const { return rows->place_of(id); }
    bool has(std::string_view id) const { return rows->find(id) != nullptr; }
    const RowDefinition* definition_at(size_t index) const {
        return index < rows->size() ? table->row((*rows)[index].origin) : nullptr;
    }
};

std::optional<Standing> find_standing(const FormDefinition& definition, const Declaration& declaration,
                                      std::string_view table) {
    auto rows = declaration.rows.find(table);
    const TableDefinition* found = definition.table(table);
    if (!found || rows == declaration.rows.end()) return std::nullopt;
    return Standing{found, &rows->second};
}

// Rows that the paper prints as one group: under the same 二级指标, or numbered by the same pattern.
bool same_group(const RowDefinition& a, const RowDefinition& b) {
    if (a.level1 != b.level1) return false;
    if (!a.repeat_title.empty() || !b.repeat_title.empty()) return a.repeat_title == b.repeat_title;
    return a.level2 == b.level2;
}

// The row of the definition that a row added behind this one is like. A removed slot can be had again from a
// row of its group.
const RowDefinition* origin_to_add(const TableDefinition& table, const RowDefinition& after) {
    if (after.repeatable) return &after;
    for (const auto& row : table.rows)
        if (row.repeatable && !row.level2_entered && same_group(row, after)) return &row;
    return nullptr;
}

// Free in the peer too: a row of it that this table lacks is another one.
std::string free_id(const Standing& standing, const DeclaredRows* others, const std::string& origin) {
    std::string id = origin;
    for (size_t number = 2; standing.has(id) || (others && others->find(id)); ++number)
        id = origin + "-" + std::to_string(number);
    return id;
}

}  // namespace

std::vector<Edit> add_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                std::string_view table, std::string_view after) {
    auto standing = find_standing(definition, declaration, table);
    if (!standing) return {};
    size_t index = standing->index_of(after);
    const RowDefinition* behind = standing->definition_at(index);
    const RowDefinition* origin = behind ? origin_to_add(*standing->table, *behind) : nullptr;
    if (!origin) return {};
    // Behind the whole group, when asked for at a row that only belongs to it: slots stand last on the paper.
    while (!behind->repeatable && standing->definition_at(index + 1) &&
           same_group(*standing->definition_at(index + 1), *origin))
        ++index;
    const TableDefinition* peer = peer_of(definition, table);
    const auto others = peer ? find_standing(definition, declaration, peer->id) : std::nullopt;
    std::string id = free_id(*standing, others ? others->rows : nullptr, origin->id);
    return {InsertRow{std::string(table), index + 1, {std::move(id), origin->id}, {}}};
}

bool offers_row_behind(const FormDefinition& definition, const Declaration& declaration,
                       std::string_view table, std::string_view row) {
    auto standing = find_standing(definition, declaration, table);
    if (!standing) return false;
    size_t index = standing->index_of(row);
    const RowDefinition* self = standing->definition_at(index);
    if (!self || self->repeatable) return self != nullptr;
    // Slots stand last in their group.
    const RowDefinition* next = standing->definition_at(index + 1);
    if (next && same_group(*next, *self)) return false;
    return origin_to_add(*standing->table, *self) != nullptr;
}

std::vector<Edit> remove_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                   std::string_view table, std::string_view row) {
    auto standing = find_standing(definition, declaration, table);
    if (!standing) return {};
    size_t index = standing->index_of(row);
    const RowDefinition* removed = standing->definition_at(index);
    if (!removed || !removed->repeatable) return {};
    // A slot whose 二级指标 is entered prints no heading of its own: it may go while its 一级指标 has others.
    const auto is_like = [&](const RowDefinition* other) {
        return other &&
               (removed->level2_entered ? other->level1 == removed->level1 : same_group(*other, *removed));
    };
    // Those nearest first: mostly they are of its group. Before the first place there is none: it wraps.
    for (size_t away = 1; away <= standing->rows->size(); ++away)
        if (is_like(standing->definition_at(index - away)) || is_like(standing->definition_at(index + away)))
            return {RemoveRow{std::string(table), std::string(row)}};
    return {};
}

std::vector<Edit> move_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                 std::string_view table, std::string_view row, int step) {
    auto standing = find_standing(definition, declaration, table);
    if (!standing || (step != 1 && step != -1)) return {};
    size_t index = standing->index_of(row);
    size_t target = step > 0 ? index + 1 : index - 1;  // -1 of 0 wraps and is then no row
    const RowDefinition* moved = standing->definition_at(index);
    const RowDefinition* other = standing->definition_at(target);
    if (!moved || !other || !moved->repeatable || !other->repeatable || !same_group(*moved, *other))
        return {};
    return {MoveRow{std::string(table), std::string(row), target}};
}

}  // namespace shenbao
