#include "app/paper/range_sum.h"

#include "app/paper/ranges.h"
#include "core/form/value.h"

namespace shenbao::app {

RangeSum sum_of_range(const Document& document, const Focus& focus) {
    RangeSum sum;
    if (!focus.range().range(document.sheet())) return sum;
    for (const SheetCell* cell : chosen_cells(document, focus)) {
        ++sum.cells;
        if (cell->kind == SheetCellKind::Label || cell->type != ValueType::Amount) continue;
        const ValueReading reading = read_value(cell->type, cell->text);
        if (reading.invalid || !reading.number) continue;
        ++sum.amounts;
        sum.sum = sum.sum + *reading.number;
    }
    return sum;
}

}  // namespace shenbao::app
