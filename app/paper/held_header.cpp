#include "app/paper/held_header.h"

#include <algorithm>

namespace shenbao::app {

namespace {

// Of a small window it would leave too little.
constexpr float kMostOfView = 1.0F / 3;

// The header rows above a block of table rows, and the end of the block.
struct Block {
    size_t first, body, end;
};

// The next block at or behind the row.
Block next_block(const Sheet& sheet, size_t row) {
    const auto is_header = [&sheet](size_t at) { return at < sheet.rows.size() && is_header_row(sheet, at); };
    while (row < sheet.rows.size() && !is_header(row)) ++row;
    Block block{row, row, row};
    while (is_header(block.body)) ++block.body;
    block.end = block.body;
    while (block.end < sheet.rows.size() && !sheet.rows[block.end].table.empty()) ++block.end;
    return block;
}

float height_of(const PaperLayout& layout, const Block& block) {
    return layout.row_tops[block.body] - layout.row_tops[block.first] + kPaperRule;
}

}  // namespace

HeldHeader held_header(const Sheet& sheet, const PaperLayout& layout, const Region& paper) {
    for (Block block = next_block(sheet, 0); block.first < sheet.rows.size();
         block = next_block(sheet, std::max(block.end, block.first + 1))) {
        const float top = layout.row_tops[block.first], bottom = layout.row_tops[block.end];
        if (block.end == block.body || paper.scroll_y <= top) continue;
        const float height = height_of(layout, block), left = bottom - paper.scroll_y;
        if (left <= 0 || height > paper.rect.height * kMostOfView) continue;
        const float seen = std::min(height, left);
        return {block.first, block.body, top + height - seen, seen};
    }
    return {};
}

float held_height(const Sheet& sheet, const PaperLayout& layout, float view_height) {
    float most = 0;
    for (Block block = next_block(sheet, 0); block.first < sheet.rows.size();
         block = next_block(sheet, std::max(block.end, block.first + 1))) {
        const float height = height_of(layout, block);
        if (block.end > block.body && height <= view_height * kMostOfView) most = std::max(most, height);
    }
    return most;
}

}  // namespace shenbao::app
