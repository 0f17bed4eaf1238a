#include "app/paper/moving.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/paper/paper_view.h"

namespace shenbao::app {

namespace {

bool is_field(const SheetCell& cell) {
    return cell.kind == SheetCellKind::Input;
}

const SheetCell* end_of_row(const Document& document, const SheetCell& from, bool last) {
    const SheetCell* found = nullptr;
    for (const SheetCell& cell : document.sheet().cells) {
        if (!is_field(cell) || cell.row > from.row || cell.row + cell.row_span <= from.row) continue;
        if (found == nullptr || (cell.column > found->column) == last) found = &cell;
    }
    return found;
}

// The field that touches this one above or below and has the same edges; null where there is none.
const SheetCell* field_in_line(const Sheet& sheet, const SheetCell& from, Side side) {
    if (side != Side::Up && side != Side::Down) return nullptr;
    const int row = side == Side::Down ? from.row + from.row_span : from.row - 1;
    if (row < 0 || row >= static_cast<int>(sheet.rows.size())) return nullptr;
    for (int index : sheet.rows[static_cast<size_t>(row)].cells) {
        const SheetCell& cell = sheet.cells[static_cast<size_t>(index)];
        const bool touches = side == Side::Down || cell.row_span == 1;
        if (touches && is_field(cell) && cell.column == from.column && cell.column_span == from.column_span)
            return &cell;
    }
    return nullptr;
}

}  // namespace

const SheetCell* neighbour(const Document& document, const Viewport& view, const SheetCell& from, Side side) {
    if (!view.has_rows_of(document)) return nullptr;
    const Sheet& sheet = document.sheet();
    // Nothing is nearer, and nearly every row has one: nobody looks at all cells for each row of a long way.
    if (const SheetCell* next = field_in_line(sheet, from, side)) return next;
    const Rect& here = view.place_of(document, from);
    const bool vertical = side == Side::Up || side == Side::Down;
    const bool forward = side == Side::Down || side == Side::Right;
    const SheetCell* best = nullptr;
    float best_distance = std::numeric_limits<float>::max();
    for (const SheetCell& cell : sheet.cells) {
        if (!is_field(cell) || &cell == &from) continue;
        const Rect& there = view.place_of(document, cell);
        // Along the way, and across it by the distance of the nearer edges: 0 while they overlap.
        const float along =
            vertical ? (forward ? there.y - (here.y + here.height) : here.y - (there.y + there.height))
                     : (forward ? there.x - (here.x + here.width) : here.x - (there.x + there.width));
        if (along < -1) continue;
        const float low = vertical ? std::max(here.x, there.x) : std::max(here.y, there.y);
        const float high = vertical ? std::min(here.x + here.width, there.x + there.width)
                                    : std::min(here.y + here.height, there.y + there.height);
        const float across = std::max(0.0F, low - high + 1);
        if (!vertical && across > 0) continue;
        const float start = vertical ? std::abs(there.x - here.x) : std::abs(there.y - here.y);
        const float distance = along + across * 3 + start * 0.01F;
        if (distance < best_distance) best_distance = distance, best = &cell;
    }
    return best;
}

const SheetCell* jump(const Document& document, const Viewport& view, const SheetCell& from, Side side) {
    const std::string_view table = split_path(from.path).table;
    const SheetCell* at = &from;
    bool started = false, filled = false;
    while (const SheetCell* next = neighbour(document, view, *at, side)) {
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

const SheetCell* page(const Document& document, const Viewport& view, const SheetCell& from, Side side,
                      float screen) {
    const SheetCell* at = &from;
    while (const SheetCell* next = neighbour(document, view, *at, side)) {
        at = next;
        if (std::abs(view.place_of(document, *at).y - view.place_of(document, from).y) >= screen * 0.8F)
            break;
    }
    return at == &from ? nullptr : at;
}

const SheetCell* next_field(const Document& document, const SheetCell& from, Side side) {
    const std::vector<SheetCell>& cells = document.sheet().cells;
    const size_t place = static_cast<size_t>(&from - cells.data());
    if (side == Side::Down) {
        const auto found =
            std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(place) + 1, cells.end(), is_field);
        return found == cells.end() ? nullptr : &*found;
    }
    const auto found = std::find_if(cells.rbegin() + static_cast<std::ptrdiff_t>(cells.size() - place),
                                    cells.rend(), is_field);
    return found == cells.rend() ? nullptr : &*found;
}

const SheetCell* first_in_row(const Document& document, const SheetCell& from) {
    return end_of_row(document, from, false);
}

const SheetCell* last_in_row(const Document& document, const SheetCell& from) {
    return end_of_row(document, from, true);
}

const SheetCell* first_field(const Document& document) {
    const std::vector<SheetCell>& cells = document.sheet().cells;
    const auto found = std::find_if(cells.begin(), cells.end(), is_field);
    return found == cells.end() ? nullptr : &*found;
}

const SheetCell* last_field(const Document& document) {
    const std::vector<SheetCell>& cells = document.sheet().cells;
    const auto found = std::find_if(cells.rbegin(), cells.rend(), is_field);
    return found == cells.rend() ? nullptr : &*found;
}

Outcome go_to(const SheetCell* cell) {
    if (cell == nullptr) return Outcome::taken();
    return Outcome::of(effect::DrawRange{}, effect::GiveKeyboard{cell_id(cell->path)});
}

Outcome move_from(const Document& document, const Viewport& view, const SheetCell& from, Side side,
                  bool stays_at_end) {
    if (!view.has_rows_of(document)) return Outcome::of(effect::MoveAfterFrame{side});
    if (const SheetCell* next = neighbour(document, view, from, side)) return go_to(next);
    Outcome outcome = Outcome::of(effect::DrawRange{});
    return stays_at_end ? outcome : outcome.unused();
}

Outcome show_cell(const Document& document, const SheetCell& clicked) {
    const SheetCell* shown = nullptr;
    // The nearest one behind the label, of a column beneath it.
    for (const SheetCell& cell : document.sheet().cells) {
        if (&cell == &clicked && !cell.path.empty()) shown = &cell;
        if (shown != nullptr || cell.path.empty()) continue;
        const bool beneath = clicked.column_header && cell.row > clicked.row &&
                             cell.column >= clicked.column &&
                             cell.column < clicked.column + clicked.column_span;
        const bool behind = !clicked.column_header && cell.row == clicked.row && cell.column > clicked.column;
        if (clicked.path.empty() && (beneath || behind)) shown = &cell;
    }
    if (shown == nullptr) return {};
    return Outcome::of(effect::FrameCell{shown->path});
}

}  // namespace shenbao::app
