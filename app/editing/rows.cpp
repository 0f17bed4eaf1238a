#include "app/editing/rows.h"

#include <utility>

#include "app/paper/paper_view.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

// The field that is to have the keyboard when the row is gone: the first of the row behind it, else of that
// before.
std::string path_after(const Document& document, std::string_view table, std::string_view row) {
    std::string next;
    bool passed = false;
    for (const SheetCell& cell : document.sheet().cells) {
        const PathParts parts = split_path(cell.path);
        if (cell.kind != SheetCellKind::Input || parts.table != table) continue;
        if (parts.row == row) {
            passed = true;
        } else if (!passed || next.empty() || split_path(next).row == parts.row) {
            if (!passed || next.empty()) next = cell.path;
            if (passed) break;
        }
    }
    return next;
}

}  // namespace

Outcome add_row(const Document& document, std::string_view table, std::string_view row) {
    std::vector<Edit> edits = add_row_edits(document.definition(), document.declaration(), table, row);
    if (edits.empty()) return Outcome::of(effect::RequireEditing{});
    std::string added;
    for (const Edit& edit : edits)
        if (const auto* insert = std::get_if<InsertRow>(&edit)) added = insert->row.id;
    return Outcome::of(effect::Apply{texts::add_row_after(document.row_name(table, row)), std::move(edits)},
                       effect::GoToNewRow{std::string(table), added});
}

Outcome go_to_new_row(const Document& document, std::string_view table, std::string_view row) {
    Outcome outcome;
    for (const SheetCell& cell : document.sheet().cells) {
        const PathParts parts = split_path(cell.path);
        if (cell.kind != SheetCellKind::Input || parts.table != table || parts.row != row) continue;
        outcome.then(effect::GiveKeyboardLater{cell_id(cell.path)});
        break;
    }
    return outcome.then(effect::Say{texts::added_row(document.row_name(table, row))});
}

Outcome remove_row(const Document& document, std::string_view table, std::string_view row) {
    std::vector<Edit> edits = remove_row_edits(document.definition(), document.declaration(), table, row);
    if (edits.empty()) return Outcome::of(effect::RequireEditing{});
    const std::string name = texts::remove_row(document.row_name(table, row));
    const std::string next = path_after(document, table, row);
    Outcome outcome = Outcome::of(effect::Apply{name, std::move(edits)});
    if (!next.empty()) outcome.then(effect::GiveKeyboardLater{cell_id(next)});
    return outcome.then(effect::Say{texts::done(name)});
}

Outcome move_row(const Document& document, std::string_view table, std::string_view row, int step) {
    std::vector<Edit> edits = move_row_edits(document.definition(), document.declaration(), table, row, step);
    if (edits.empty()) return Outcome::of(effect::RequireEditing{});
    const std::string name = document.row_name(table, row);
    const std::string done = step < 0 ? texts::move_row_up(name) : texts::move_row_down(name);
    return Outcome::of(effect::Apply{done, std::move(edits)}, effect::Say{texts::done(done)});
}

bool can_move_row(const Document& document, std::string_view table, std::string_view row, int step) {
    return !move_row_edits(document.definition(), document.declaration(), table, row, step).empty();
}

}  // namespace shenbao::app
