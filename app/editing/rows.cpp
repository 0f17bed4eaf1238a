#include "app/editing/rows.h"

#include <utility>

#include "app/document/preview.h"
#include "app/paper/paper_view.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/form/peers.h"

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

// Something is entered in the peer's row, which the form lets go.
bool asks_for_peer(const Document& document, std::string_view table, std::string_view row) {
    const TableDefinition* peer = peer_of(document.definition(), table);
    return peer != nullptr && peer_row_stays(document.definition(), document.declaration(), table, row) &&
           !remove_row_edits(document.definition(), document.declaration(), peer->id, row).empty();
}

// Whether it goes too.
Outcome asked(const Document& document, const std::string& name, std::vector<Edit> edits,
              const std::string& next) {
    const auto& one = std::get<RemoveRow>(edits.front());
    const TableDefinition& peer = *peer_of(document.definition(), one.table);
    Preview preview{"remove", name, texts::remove_summary(peer.title), {}, 0, {}};
    preview.parts = {{"change", {}, {texts::kColumnCell, texts::kColumnNow, texts::kColumnThen}, {}}};
    std::vector<Edit> cleared;
    const std::string stem = cell_path(peer.id, one.id, "");
    const auto& values = document.declaration().values;
    for (auto value = values.lower_bound(stem); value != values.end() && value->first.starts_with(stem);
         ++value)
        cleared.push_back(SetValue{value->first, ""});
    preview.parts[0].lines = preview_lines(document, cleared);
    const std::string then = next.empty() ? next : cell_id(next);
    std::vector<Edit> both = edits;
    both.push_back(RemoveRow{peer.id, one.id});
    preview.choices = {{std::string(texts::kRemoveBoth), name, std::move(both), then},
                       {std::string(texts::kRemoveOne), name, std::move(edits), then}};
    return Outcome::of(effect::RequireEditing{},
                       effect::ShowPreview{std::make_shared<Preview>(std::move(preview))});
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
    if (asks_for_peer(document, table, row)) return asked(document, name, std::move(edits), next);
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
