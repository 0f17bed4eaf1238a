#include "core/sheet/sheet.h"

#include <algorithm>
#include <numeric>

namespace shenbao {

const SheetCell* Sheet::find(std::string_view path) const {
    if (path.empty()) return nullptr;
    auto found =
        std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) { return cell.path == path; });
    return found == cells.end() ? nullptr : &*found;
}

bool is_header_row(const Sheet& sheet, size_t row) {
    const SheetRow& one = sheet.rows[row];
    return one.kind == SheetRowKind::Grid && one.table.empty() &&
           std::all_of(one.cells.begin(), one.cells.end(), [&sheet](int index) {
               return sheet.cells[static_cast<size_t>(index)].kind == SheetCellKind::Label;
           });
}

double Sheet::width_mm() const {
    return std::accumulate(columns_mm.begin(), columns_mm.end(), 0.0);
}

}  // namespace shenbao
