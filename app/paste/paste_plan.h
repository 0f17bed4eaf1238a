// What a block from the clipboard would do to the form, before it does it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/document/preview.h"
#include "app/paste/paste_block.h"

namespace shenbao::app {

enum class PasteProblem {
    None,
    Printed,     // other words are printed there
    Computed,    // the form computes another value
    Unreadable,  // not what the cell asks for: an amount, a date
    NoChoice,    // not in the cell's list
    TooLong,     // more than kMostPastedText
    Beyond,      // no cell of the form lies there
};

struct PasteItem {
    PasteProblem problem = PasteProblem::None;
    size_t row = 0, column = 0;  // in the block, from 0
    std::string path, name;      // of the cell of the form; "" where there is none
    std::string from, to;        // `to` is "" when the cell is cleared
};

struct PastePlan {
    std::vector<PasteItem> changes;  // in the order of the block
    std::vector<PasteItem> refused;  // what does not fit; blank cells are passed over in silence
    size_t same = 0;                 // cells that say what the form says already
    size_t beyond = 0;               // filled cells outside the form and not in `refused`
};

// The block laid over the paper, row by row and cell by cell, its first cell at `anchor`: merged cells count
// once on either side. A block that brings printed words of the paper along (row or column heads) is laid
// where most of them meet their like.
PastePlan plan_paste(const Document& document, const SheetCell& anchor, const PasteBlock& block);
// The one text of the block into each of these cells that can be filled.
PastePlan plan_fill(const Document& document, const std::vector<const SheetCell*>& cells,
                    const PasteBlock& block);

// As a person reads it, and what applying it comes to.
Preview preview_of(const PastePlan& plan);
std::vector<Edit> edits_of(const PastePlan& plan);

}  // namespace shenbao::app
