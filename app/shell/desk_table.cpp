// The paper as a spreadsheet: ranges of cells, and the keys that move through tables.
#include <algorithm>
#include <cmath>

#include "app/paper/paper_view.h"
#include "app/paste/range_text.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

std::optional<Side> side_of(Key key) {
    switch (key) {
        case Key::Up:
        case Key::ControlUp:
            return Side::Up;
        case Key::Down:
        case Key::ControlDown:
            return Side::Down;
        case Key::Left:
        case Key::ControlLeft:
            return Side::Left;
        case Key::Right:
        case Key::ControlRight:
            return Side::Right;
        default:
            return {};
    }
}

// Of one table: what stands in another field of the form would only make mistakes.
bool same_column(const SheetCell& one, const SheetCell& other) {
    const PathParts parts = split_path(one.path), others = split_path(other.path);
    return !parts.column.empty() && parts.table == others.table && parts.column == others.column;
}

Key arrow(Side side) {
    constexpr Key kArrows[] = {Key::Up, Key::Down, Key::Left, Key::Right};
    return kArrows[static_cast<size_t>(side)];
}

}  // namespace

void Desk::go_to(const SheetCell* cell) {
    if (cell == nullptr) return;
    m_selection.clear();
    platform::focus(cell_id(cell->path), true);
    platform::request_frame();
}

void Desk::reveal(const SheetCell& cell, float above) {
    if (!paper_is_current()) return;
    const Rect& rect = m_paper.cells[static_cast<size_t>(&cell - m_document.sheet().cells.data())];
    const Region& paper = region(RegionId::Paper);
    constexpr float kAir = 12;
    const auto shifted = [](float from, float view, float low, float high) {
        if (high + kAir > from + view) from = high + kAir - view;
        return low - kAir < from ? std::max(0.0F, low - kAir) : from;
    };
    const float x = shifted(paper.scroll_x, paper.rect.width, rect.x, rect.x + rect.width);
    float y = shifted(paper.scroll_y, paper.rect.height, rect.y, rect.y + rect.height);
    if (y != paper.scroll_y && above > 0) y = std::max(0.0F, rect.y - above);
    if (x != paper.scroll_x || y != paper.scroll_y)
        platform::scroll_to(static_cast<int>(RegionId::Paper), x, y);
}

bool Desk::select_to(float x, float y) {
    const SheetCell* anchor = focused_cell();
    if (anchor == nullptr || !paper_is_current()) return false;
    const Region& paper = region(RegionId::Paper);
    x += paper.scroll_x - paper.rect.x;
    y += paper.scroll_y - paper.rect.y;
    const Sheet& sheet = m_document.sheet();
    for (size_t i = 0; i < m_paper.cells.size() && i < sheet.cells.size(); ++i) {
        const Rect& rect = m_paper.cells[i];
        if (x < rect.x || x >= rect.x + rect.width || y < rect.y || y >= rect.y + rect.height) continue;
        m_selection.set(sheet, *anchor, sheet.cells[i]);
        platform::request_frame();
        break;
    }
    return m_selection.range(sheet).has_value();
}

bool Desk::extend_selection(const SheetCell& from, Side side, bool to_edge) {
    const Sheet& sheet = m_document.sheet();
    m_selection.extend(sheet, from, side, to_edge);
    if (const SheetCell* end = m_selection.end(sheet)) reveal(*end);
    tell_range();
    return true;
}

void Desk::tell_range() {
    const SheetCell* end = m_selection.end(m_document.sheet());
    if (end != nullptr) announce(texts::range_chosen(chosen_cells().size(), m_document.name_of(end->path)));
    platform::request_frame();
}

bool Desk::in_range(std::string_view id) const {
    const SheetCell* cell = cell_of(path_of(id));
    const std::optional<GridRange> range = m_selection.range(m_document.sheet());
    return cell != nullptr && range && range->contains(*cell);
}

// As a spreadsheet does: to the last cell that is filled like this one, or over blanks to the next filled
// one; never out of the table.
const SheetCell* Desk::jump(const SheetCell& from, Key direction) const {
    const std::string_view table = split_path(from.path).table;
    const SheetCell* at = &from;
    bool started = false, filled = false;
    while (const SheetCell* next = neighbour(*at, direction)) {
        if (split_path(next->path).table != table && at != &from) break;
        const bool here = !next->text.empty();
        if (!started) {
            started = true;
            filled = here && !from.text.empty();
        } else if (filled && !here) {
            break;
        }
        at = next;
        if (!filled && here) break;
    }
    return at == &from ? nullptr : at;
}

const SheetCell* Desk::page(const SheetCell& from, Key direction) const {
    const auto top = [&](const SheetCell& cell) {
        return m_paper.cells[static_cast<size_t>(&cell - m_document.sheet().cells.data())].y;
    };
    const float far = region(RegionId::Paper).rect.height * 0.8F;
    const Key step = direction == Key::PageUp ? Key::Up : Key::Down;
    const SheetCell* at = &from;
    while (const SheetCell* next = neighbour(*at, step)) {
        at = next;
        if (std::abs(top(*at) - top(from)) >= far) break;
    }
    return at == &from ? nullptr : at;
}

const SheetCell* Desk::row_end(const SheetCell& from, bool last) const {
    const SheetCell* found = nullptr;
    for (const SheetCell& cell : m_document.sheet().cells) {
        if (cell.kind != SheetCellKind::Input || cell.row > from.row || cell.row + cell.row_span <= from.row)
            continue;
        if (found == nullptr || (cell.column > found->column) == last) found = &cell;
    }
    return found;
}

bool Desk::table_key(Key key, bool editing, bool extend) {
    const SheetCell* cell = focused_cell();
    if (cell == nullptr) return false;
    if (key == Key::FillDown) return fill_down();
    if (editing) return false;
    const std::optional<Side> side = side_of(key);
    if (side && extend) return extend_selection(*cell, *side, key != arrow(*side));
    const std::vector<SheetCell>& cells = m_document.sheet().cells;
    const auto is_input = [](const SheetCell& one) { return one.kind == SheetCellKind::Input; };
    switch (key) {
        case Key::ControlUp:
        case Key::ControlDown:
        case Key::ControlLeft:
        case Key::ControlRight:
            go_to(jump(*cell, arrow(*side)));
            return true;
        case Key::PageUp:
        case Key::PageDown:
            go_to(page(*cell, key));
            return true;
        case Key::Home:
        case Key::End:
            if (extend) return extend_selection(*cell, key == Key::Home ? Side::Left : Side::Right, true);
            go_to(row_end(*cell, key == Key::End));
            return true;
        case Key::ControlHome:
            go_to(&*std::find_if(cells.begin(), cells.end(), is_input));
            return true;
        case Key::ControlEnd:
            go_to(&*std::find_if(cells.rbegin(), cells.rend(), is_input));
            return true;
        case Key::SelectAll: {
            const std::string_view table = split_path(cell->path).table;
            const std::optional<GridRange> range = range_of_table(m_document.sheet(), table);
            if (!range) return false;
            m_selection.set_table(m_document.sheet(), *cell, *range);
            tell_range();
            return true;
        }
        case Key::Clear:
            // The text of a single field is the field's own to clear.
            if (!m_selection.range(m_document.sheet()) && cell->type != ValueType::Choice) return false;
            return clear_cells(texts::kStepClear);
        default:
            return false;
    }
}

std::vector<const SheetCell*> Desk::chosen_cells() const {
    const Sheet& sheet = m_document.sheet();
    std::vector<const SheetCell*> chosen;
    if (const std::optional<GridRange> range = m_selection.range(sheet)) {
        for (size_t i : cells_in(sheet, *range)) chosen.push_back(&sheet.cells[i]);
    } else if (const SheetCell* cell = focused_cell()) {
        chosen.push_back(cell);
    }
    return chosen;
}

bool Desk::clear_cells(std::string_view step) {
    std::vector<Edit> edits;
    for (const SheetCell* cell : chosen_cells())
        if (cell->kind == SheetCellKind::Input && !m_document.text(cell->path).empty())
            edits.push_back(SetValue{cell->path, ""});
    change_cells(step, std::move(edits));
    return true;
}

void Desk::copy_range(bool cut) {
    const Sheet& sheet = m_document.sheet();
    const SheetCell* cell = focused_cell();
    // Another field may have the keyboard while a range is still marked.
    if (cell == nullptr) return;
    std::optional<GridRange> range = m_selection.range(sheet);
    // A list has no text of its own that could be marked.
    if (!range && cell->type == ValueType::Choice) range = range_around(sheet, *cell, *cell);
    if (!range) return;
    const RangeText text = range_text(sheet, *range);
    platform::fill_clipboard(text.plain, text.html);
    if (cut) return void(clear_cells(texts::kStepCut));
    announce(texts::done(texts::cells_step(texts::kStepCopy, chosen_cells().size())));
    platform::request_frame();
}

void Desk::change_cells(std::string_view step, std::vector<Edit> edits) {
    if (edits.empty() || refuse_edit()) return;
    const std::string name = texts::cells_step(step, edits.size());
    m_document.seal();
    m_document.apply(name, std::move(edits));
    announce(texts::done(name));
    refresh_field();
    changed();
}

// Each column of the range gets the text of its topmost cell; a cell alone that of the cell above it.
bool Desk::fill_down() {
    const Sheet& sheet = m_document.sheet();
    const std::vector<const SheetCell*> chosen = chosen_cells();
    std::vector<Edit> edits;
    const bool alone = chosen.size() == 1;
    for (const SheetCell* cell : chosen) {
        if (cell->kind != SheetCellKind::Input) continue;
        const SheetCell* model = alone ? grid_cell_at(sheet, cell->row - 1, cell->column) : nullptr;
        for (const SheetCell* other : chosen)
            if (!alone && model == nullptr && other->column == cell->column && !other->path.empty())
                model = other;
        if (model == nullptr || model == cell || !same_column(*model, *cell)) continue;
        if (cell->text != model->text) edits.push_back(SetValue{cell->path, model->text});
    }
    change_cells(texts::kStepFillDown, std::move(edits));
    return true;
}

}  // namespace shenbao::app
