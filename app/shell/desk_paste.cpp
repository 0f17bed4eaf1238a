// What the clipboard offers: a file's text, a block of cells with a preview, one value for a whole range, a
// text.
#include <algorithm>
#include <utility>

#include "app/paper/paper_view.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"
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

}  // namespace

bool Desk::paste(std::string_view plain, std::string_view table, bool dropped) {
    if (plain.size() > kMostPastedBlock || table.size() > kMostPastedBlock) {
        notify({"paste", Level::Explain, texts::block_too_large(), {}});
        return true;
    }
    if (is_file_text(plain)) {
        if (dialog_open()) return false;
        open(texts::kClipboard, plain);
        return true;
    }
    const SheetCell* cell = cell_of(path_of(m_interaction.focused));
    std::optional<PasteBlock> block = block_from_json(table);
    // HTML without a table is text, also where it has several lines.
    const bool text_only = block && block->rows.empty();
    if (!block || text_only) block = block_from_lines(plain);
    const bool in_range = cell != nullptr && m_selection.range(m_document.sheet());
    const bool as_block = !block->is_single() && !text_only && cell != nullptr &&
                          (in_range || cell->type != ValueType::LongText);
    // Into the whole range, or into a list, which takes no text by itself.
    const bool fills = block->is_single() && !block->rows.empty() && cell != nullptr &&
                       (in_range || cell->type == ValueType::Choice);
    if (!as_block && !fills) return paste_text(plain, *block, !table.empty() && !text_only, dropped);
    if (refuse_edit()) return true;
    PastePlan plan = fills ? plan_fill(m_document, chosen_cells(), *block)
                           : plan_paste(m_document, *paste_anchor(*cell), *block);
    if (fills && plan.refused.empty()) {
        apply_paste(plan);
        return true;
    }
    m_paste = std::move(plan);
    region(RegionId::Dialog).content_height = 0;
    m_dialog_return = m_interaction.focused;
    m_pending_focus = m_paste->changes.empty() ? "paste:close" : "paste:apply";
    announce(texts::paste_summary(*m_paste));
    platform::request_frame();
    return true;
}

// A text is the field's own to take, unless it would be too long or is not what the cell can hold: a
// spreadsheet puts quotes round it and a line end behind it.
bool Desk::paste_text(std::string_view plain, const PasteBlock& block, bool from_table, bool dropped) {
    const SheetCell* cell = focused_cell();
    // What is marked will be replaced; how much of it there is, only the field knows.
    const size_t already = cell == nullptr ? 0 : field_text(m_interaction.focused).size();
    if (plain.size() > kMostPastedText || plain.size() + already > 2 * kMostPastedText) {
        notify({"paste", Level::Explain, texts::cell_too_long(characters_in(plain)), {}});
        return true;
    }
    // The browser knows where it is dropped; typed() makes one line of it where there may be one only.
    if (dropped) return false;
    std::string text(plain);
    if (block.is_single() && !block.rows.empty() && block.rows[0][0] &&
        (from_table || plain.starts_with('"'))) {
        const PasteBlock lines = block_from_lines(plain);
        if (lines.is_single() && !lines.rows.empty() && lines.rows[0][0]) text = *lines.rows[0][0];
    }
    if (cell != nullptr && cell->type != ValueType::LongText && has_line_ends(text))
        text = pasted_text(text, true);
    if (text == plain || text.empty()) return false;
    platform::insert_text(text);
    return true;
}

// The top left of the range that can be filled, or the cell.
const SheetCell* Desk::paste_anchor(const SheetCell& cell) const {
    const SheetCell* anchor = &cell;
    for (const SheetCell* one : chosen_cells()) {
        if (one->kind != SheetCellKind::Input) continue;
        if (one->row < anchor->row || (one->row == anchor->row && one->column < anchor->column)) anchor = one;
    }
    return anchor;
}

void Desk::apply_paste(const PastePlan& plan) {
    std::vector<Edit> edits;
    for (const PasteItem& item : plan.changes) edits.push_back(SetValue{item.path, item.to});
    change_cells(texts::kStepPaste, std::move(edits));
}

}  // namespace shenbao::app
