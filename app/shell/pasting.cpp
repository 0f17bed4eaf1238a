#include "app/shell/pasting.h"

#include <algorithm>
#include <utility>

#include "app/editing/field.h"
#include "app/paper/ranges.h"
#include "app/shell/opening.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/form/value.h"

namespace shenbao::app {

namespace {

size_t characters_in(std::string_view text) {
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// A declaration or drafts, as their files hold them.
bool is_file_text(std::string_view text) {
    return trim_blanks(text).starts_with('{') &&
           text.substr(0, 400).find("\"shenbao-") != std::string_view::npos;
}

// The top left of the range that can be filled, or the cell.
const SheetCell* anchor_of(const Workspace& work, const SheetCell& cell) {
    const SheetCell* anchor = &cell;
    for (const SheetCell* one : chosen_cells(work.document, work.focus)) {
        if (one->kind != SheetCellKind::Input) continue;
        if (one->row < anchor->row || (one->row == anchor->row && one->column < anchor->column)) anchor = one;
    }
    return anchor;
}

Outcome refused(std::string title) {
    return Outcome::of(effect::Show{{"paste", Level::Explain, std::move(title)}});
}

// A text is the field's own to take, unless it would be too long or is not what the cell can hold: a
// spreadsheet puts quotes round it and a line end behind it.
Outcome paste_text(const Workspace& work, std::string_view plain, const PasteBlock& block, bool from_table,
                   bool dropped) {
    const SheetCell* cell = work.focus.cell(work.document);
    // What is marked will be replaced; how much of it there is, only the field knows.
    const size_t already =
        cell == nullptr ? 0 : field_text(work.document, work.findings, work.focus.action()).size();
    if (plain.size() > kMostPastedText || plain.size() + already > 2 * kMostPastedText)
        return refused(texts::cell_too_long(characters_in(plain)));
    // The browser knows where it is dropped; typed() makes one line of it where there may be one only.
    if (dropped) return {};
    std::string text(plain);
    if (block.is_single() && !block.rows.empty() && block.rows[0][0] &&
        (from_table || plain.starts_with('"'))) {
        const PasteBlock lines = block_from_lines(plain);
        if (lines.is_single() && !lines.rows.empty() && lines.rows[0][0]) text = *lines.rows[0][0];
    }
    if (cell != nullptr && cell->type != ValueType::LongText && has_line_ends(text))
        text = pasted_text(text, true);
    if (text == plain || text.empty()) return {};
    return Outcome::of(effect::InsertText{std::move(text)});
}

}  // namespace

Outcome paste(Workspace& work, std::string_view plain, std::string_view table, bool dropped) {
    if (plain.size() > kMostPastedBlock || table.size() > kMostPastedBlock)
        return refused(texts::block_too_large());
    if (is_file_text(plain))
        return work.dialogs.open() ? Outcome() : open_bytes(work, texts::kClipboard, plain);
    const SheetCell* cell = work.focus.cell(work.document);
    std::optional<PasteBlock> block = block_from_json(table);
    // HTML without a table is text, also where it has several lines.
    const bool text_only = block && block->rows.empty();
    if (!block || text_only) block = block_from_lines(plain);
    const bool in_range = cell != nullptr && work.focus.range().range(work.document.sheet());
    const bool as_block = !block->is_single() && !text_only && cell != nullptr &&
                          (in_range || cell->type != ValueType::LongText);
    // Into the whole range, or into a list, which takes no text by itself.
    const bool fills = block->is_single() && !block->rows.empty() && cell != nullptr &&
                       (in_range || cell->type == ValueType::Choice);
    if (!as_block && !fills) return paste_text(work, plain, *block, !table.empty() && !text_only, dropped);
    PastePlan plan = fills ? plan_fill(work.document, chosen_cells(work.document, work.focus), *block)
                           : plan_paste(work.document, *anchor_of(work, *cell), *block);
    Outcome outcome = Outcome::of(effect::RequireEditing{});
    if (fills && plan.refused.empty()) return outcome.then(paste_cells(plan));
    return outcome.then(effect::ShowPreview{std::make_shared<Preview>(preview_of(plan))});
}

}  // namespace shenbao::app
