#include "app/paper/ranges.h"

#include <map>
#include <utility>

#include "app/paste/range_text.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

// Of one table: what stands in another field of the form would only make mistakes.
bool same_column(const SheetCell& one, const SheetCell& other) {
    const PathParts parts = split_path(one.path), others = split_path(other.path);
    return !parts.column.empty() && parts.table == others.table && parts.column == others.column;
}

std::vector<const SheetCell*> cells_of(const Sheet& sheet, const GridRange& range) {
    std::vector<const SheetCell*> cells;
    for (size_t i : cells_in(sheet, range)) cells.push_back(&sheet.cells[i]);
    return cells;
}

// Draws it, and tells how far it reaches.
Outcome drawn(const Document& document, Selection range) {
    const Sheet& sheet = document.sheet();
    const SheetCell* end = range.end(sheet);
    const std::optional<GridRange> cells = range.range(sheet);
    Outcome outcome = Outcome::of(effect::DrawRange{std::move(range)});
    if (end != nullptr)
        outcome.then(effect::Speak{
            texts::range_chosen(cells ? cells_of(sheet, *cells).size() : 1, document.name_of(end->path))});
    return outcome;
}

}  // namespace

std::vector<const SheetCell*> chosen_cells(const Document& document, const Focus& focus) {
    const Sheet& sheet = document.sheet();
    if (const std::optional<GridRange> range = focus.range().range(sheet)) return cells_of(sheet, *range);
    const SheetCell* cell = focus.cell(document);
    return cell == nullptr ? std::vector<const SheetCell*>() : std::vector{cell};
}

Outcome draw_range_to(const Document& document, const Focus& focus, const SheetCell& to) {
    const SheetCell* anchor = focus.cell(document);
    if (anchor == nullptr) return {};
    Selection range = focus.range();
    range.set(document.sheet(), *anchor, to);
    return Outcome::of(effect::DrawRange{std::move(range)});
}

Outcome extend_range(const Document& document, const Focus& focus, Side side, bool to_edge) {
    const SheetCell* from = focus.cell(document);
    if (from == nullptr) return {};
    Selection range = focus.range();
    range.extend(document.sheet(), *from, side, to_edge);
    const SheetCell* end = range.end(document.sheet());
    Outcome outcome = drawn(document, std::move(range));
    if (end != nullptr) outcome.then(effect::Reveal{end->path});
    return outcome;
}

Outcome choose_table(const Document& document, const Focus& focus) {
    const SheetCell* cell = focus.cell(document);
    if (cell == nullptr) return {};
    const std::optional<GridRange> table = range_of_table(document.sheet(), split_path(cell->path).table);
    if (!table) return {};
    Selection range = focus.range();
    range.set_table(document.sheet(), *cell, *table);
    return drawn(document, std::move(range));
}

Outcome change_cells(std::string_view step, std::vector<Edit> edits) {
    if (edits.empty()) return Outcome::taken();
    const std::string name = texts::cells_step(step, edits.size());
    return Outcome::of(effect::Apply{name, std::move(edits)}, effect::Say{texts::done(name)},
                       effect::RefreshField{});
}

Outcome clear_cells(const Document& document, const Focus& focus, std::string_view step) {
    std::vector<Edit> edits;
    for (const SheetCell* cell : chosen_cells(document, focus))
        if (cell->kind == SheetCellKind::Input && !document.text(cell->path).empty())
            edits.push_back(SetValue{cell->path, ""});
    return change_cells(step, std::move(edits));
}

Outcome fill_down(const Document& document, const Focus& focus) {
    const Sheet& sheet = document.sheet();
    const std::vector<const SheetCell*> chosen = chosen_cells(document, focus);
    std::vector<Edit> edits;
    const bool alone = chosen.size() == 1;
    std::map<int, const SheetCell*> first;  // chosen in a column that has a path
    for (const SheetCell* cell : chosen)
        if (!cell->path.empty()) first.try_emplace(cell->column, cell);
    for (const SheetCell* cell : chosen) {
        if (cell->kind != SheetCellKind::Input) continue;
        const SheetCell* model =
            alone ? grid_cell_at(sheet, cell->row - 1, cell->column) : first[cell->column];
        if (model == nullptr || model == cell || !same_column(*model, *cell)) continue;
        if (cell->text != model->text) edits.push_back(SetValue{cell->path, model->text});
    }
    return change_cells(texts::kStepFillDown, std::move(edits));
}

Outcome paste_cells(const PastePlan& plan) {
    return change_cells(texts::kStepPaste, edits_of(plan));
}

Outcome copy_cells(const Document& document, const Focus& focus, bool cut) {
    const Sheet& sheet = document.sheet();
    const SheetCell* cell = focus.cell(document);
    // Another field may have the keyboard while a range is still marked.
    if (cell == nullptr) return {};
    std::optional<GridRange> range = focus.range().range(sheet);
    if (!range && cell->type == ValueType::Choice) range = range_around(sheet, *cell, *cell);
    if (!range) return {};
    RangeText text = range_text(sheet, *range);
    Outcome outcome = Outcome::of(effect::FillClipboard{std::move(text.plain), std::move(text.html)});
    if (cut) return outcome.then(clear_cells(document, focus, texts::kStepCut));
    const size_t count = chosen_cells(document, focus).size();
    return outcome.then(effect::Say{texts::done(texts::cells_step(texts::kStepCopy, count))});
}

}  // namespace shenbao::app
