#include <algorithm>

#include "core/form/edit.h"

namespace shenbao {
namespace {

using Rows = std::vector<DeclaredRow>;

// A table as it stands, with the rows' definitions.
struct Standing {
    const TableDefinition* table = nullptr;
    const Rows* rows = nullptr;

    size_t index_of(std::string_view id) const {
        auto found =
            std::find_if(rows->begin(), rows->end(), [&](const DeclaredRow& row) { return row.id == id; });
        return static_cast<size_t>(found - rows->begin());
    }
    bool has(std::string_view id) const { return index_of(id) < rows->size(); }
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

std::string free_id(const Standing& standing, const std::string& origin) {
    if (!standing.has(origin)) return origin;
    for (size_t number = 2;; ++number) {
        std::string id = origin + "-" + std::to_string(number);
        if (!standing.has(id)) return id;
    }
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
    return {InsertRow{std::string(table), index + 1, {free_id(*standing, origin->id), origin->id}, {}}};
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
    bool last_of_group = true;
    for (size_t i = 0; i < standing->rows->size(); ++i) {
        const RowDefinition* other = standing->definition_at(i);
        // A slot whose 二级指标 is entered prints no heading of its own: it may go while its 一级指标 has
        // others.
        if (i != index && other &&
            (removed->level2_entered ? other->level1 == removed->level1 : same_group(*other, *removed)))
            last_of_group = false;
    }
    if (last_of_group) return {};
    return {RemoveRow{std::string(table), std::string(row)}};
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

std::vector<Edit> align_rows_edits(const Declaration& declaration, std::string_view model,
                                   std::string_view target) {
    auto model_rows = declaration.rows.find(model);
    auto target_rows = declaration.rows.find(target);
    if (model == target || model_rows == declaration.rows.end() || target_rows == declaration.rows.end())
        return {};
    std::string table(target);
    std::vector<Edit> edits;
    // The edits are tried on a copy of the rows, so that every index is right when its turn comes.
    Declaration trial;
    trial.rows[table] = target_rows->second;
    auto push = [&](Edit edit) {
        apply_edit(trial, edit);
        edits.push_back(std::move(edit));
    };
    auto with_id = [](const Rows& rows, const std::string& id) {
        return std::find_if(rows.begin(), rows.end(), [&](const DeclaredRow& row) { return row.id == id; });
    };
    for (const auto& row : target_rows->second) {
        auto wanted = with_id(model_rows->second, row.id);
        if (wanted == model_rows->second.end() || *wanted != row) push(RemoveRow{table, row.id});
    }
    for (size_t i = 0; i < model_rows->second.size(); ++i) {
        const DeclaredRow& row = model_rows->second[i];
        const Rows& now = trial.rows[table];
        auto found = with_id(now, row.id);
        if (found == now.end()) {
            push(InsertRow{table, i, row, {}});
        } else if (static_cast<size_t>(found - now.begin()) != i) {
            push(MoveRow{table, row.id, i});
        }
        for (std::string_view name : {"level2", "title"}) {
            std::string_view text = declaration.text(cell_path(model, row.id, name));
            std::string path = cell_path(target, row.id, name);
            if (!text.empty() && text != declaration.text(path)) push(SetValue{path, std::string(text)});
        }
    }
    return edits;
}

}  // namespace shenbao
