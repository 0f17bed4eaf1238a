#include "app/paste/paste_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/document/selection.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/form/value.h"
#include "core/formats/text/label_text.h"

namespace shenbao::app {
namespace {

constexpr size_t kMostListed = 500;
// How many rows and columns of heads a block may bring along.
constexpr size_t kMostHeadRows = 60, kMostHeadColumns = 8;
constexpr size_t kRowsCompared = 200;

// The cells of a row of the paper from left to right, each once; what is printed in them, as it is compared;
// and which of them lies at the anchor's column.
struct PaperRow {
    std::vector<const SheetCell*> cells;
    std::vector<std::string> printed;
    size_t at_anchor = 0;
};

// At most so many bytes, and no half character.
void shorten(std::string& text, size_t most) {
    if (text.size() <= most) return;
    while (most > 0 && (text[most] & 0xC0) == 0x80) --most;
    text.resize(most);
    text += "…";
}

// An amount or a share by its value: 581.40 is 581.4.
bool means_the_same(ValueType type, std::string_view text, const ValueReading& other) {
    if (type != ValueType::Amount && type != ValueType::Percent) return false;
    const ValueReading reading = read_value(type, text);
    return !reading.invalid && reading.number && other.number && *reading.number == *other.number;
}

class Plan {
  public:
    Plan(const Document& document, const SheetCell& anchor, const PasteBlock& block)
        : m_document(document),
          m_names(document.definition(), document.declaration()),
          m_block(block),
          m_anchor(anchor) {
        const size_t below = std::min(block.rows.size(), document.sheet().rows.size());
        m_first = std::max(0, anchor.row - static_cast<int>(kMostHeadRows));
        const int end =
            std::min(static_cast<int>(document.sheet().rows.size()), anchor.row + static_cast<int>(below));
        for (int row = m_first; row < end; ++row) m_paper.push_back(paper_row(row));
        for (const auto& row : block.rows) {
            if (m_keys.size() == kRowsCompared) break;
            m_keys.emplace_back();
            for (const auto& text : row) m_keys.back().push_back(text ? label_key(*text) : std::string());
        }
    }

    PastePlan run() {
        choose_heads();
        for (size_t row = 0; row < m_block.rows.size(); ++row)
            for (size_t column = 0; column < m_block.rows[row].size(); ++column)
                if (m_block.rows[row][column])
                    take(row, column, *m_block.rows[row][column], target(row, column));
        m_plan.beyond += m_block.left_out;
        return std::move(m_plan);
    }

    PastePlan fill(const std::vector<const SheetCell*>& cells) {
        const std::string text =
            m_block.rows.empty() || m_block.rows[0].empty() ? std::string() : m_block.rows[0][0].value_or("");
        for (const SheetCell* cell : cells)
            if (cell->kind == SheetCellKind::Input) take(0, 0, text, cell);
        return std::move(m_plan);
    }

  private:
    PaperRow paper_row(int row) const {
        const Sheet& sheet = m_document.sheet();
        PaperRow result;
        const int columns = static_cast<int>(sheet.columns_mm.size());
        for (int column = 0; column < columns;) {
            const SheetCell* cell = grid_cell_at(sheet, row, column);
            if (cell == nullptr) return {};
            if (column <= m_anchor.column) result.at_anchor = result.cells.size();
            result.cells.push_back(cell);
            result.printed.push_back(cell->kind == SheetCellKind::Label ? label_key(cell->text)
                                                                        : std::string());
            column = cell->column + cell->column_span;
        }
        return result;
    }

    // Where a cell of the block lies on the paper: a row of m_paper and a place in it; nothing outside.
    std::optional<std::pair<const PaperRow*, size_t>> place_of(size_t row, size_t column) const {
        const long index = static_cast<long>(row) - static_cast<long>(m_head_rows) + m_anchor.row - m_first;
        if (index < 0 || index >= static_cast<long>(m_paper.size())) return {};
        const PaperRow& paper = m_paper[static_cast<size_t>(index)];
        const long place = static_cast<long>(paper.at_anchor + column) - static_cast<long>(m_head_columns);
        if (place < 0 || place >= static_cast<long>(paper.cells.size())) return {};
        return std::pair(&paper, static_cast<size_t>(place));
    }

    // A field that reaches over from the row above has its text already.
    const SheetCell* target(size_t row, size_t column) const {
        const auto place = place_of(row, column);
        if (!place) return nullptr;
        const SheetCell* cell = place->first->cells[place->second];
        const int paper_row = m_first + static_cast<int>(place->first - m_paper.data());
        return cell->kind == SheetCellKind::Label || cell->row == paper_row ? cell : nullptr;
    }

    // How many printed words of the paper meet their like.
    size_t agreement() const {
        size_t count = 0;
        for (size_t row = 0; row < m_keys.size(); ++row) {
            for (size_t column = 0; column < m_keys[row].size(); ++column) {
                if (m_keys[row][column].empty()) continue;
                const auto place = place_of(row, column);
                if (place && place->first->printed[place->second] == m_keys[row][column]) ++count;
            }
        }
        return count;
    }

    void choose_heads() {
        size_t best = agreement(), rows = 0, columns = 0;
        for (size_t r = 0; r < std::min(kMostHeadRows, m_block.rows.size()); ++r) {
            for (size_t c = 0; c < std::min(kMostHeadColumns, m_block.widest()); ++c) {
                m_head_rows = r, m_head_columns = c;
                if (const size_t count = agreement(); count > best) best = count, rows = r, columns = c;
            }
        }
        m_head_rows = rows, m_head_columns = columns;
    }

    void refuse(PasteProblem problem, PasteItem item) {
        if (item.to.empty()) return;
        if (m_plan.refused.size() >= kMostListed) return void(++m_plan.beyond);
        item.problem = problem;
        shorten(item.to, 120);
        m_plan.refused.push_back(std::move(item));
    }

    void take(size_t row, size_t column, const std::string& raw, const SheetCell* cell) {
        PasteItem item;
        item.row = row, item.column = column;
        if (cell == nullptr) {
            item.to = pasted_text(raw, true);
            return refuse(PasteProblem::Beyond, std::move(item));
        }
        item.path = cell->path;
        item.to = pasted_text(raw, cell->type != ValueType::LongText);
        if (cell->kind == SheetCellKind::Label) {
            if (label_key(item.to) == label_key(cell->text)) return;
            item.name = cell->text;
            return refuse(PasteProblem::Printed, std::move(item));
        }
        item.name = m_names.of(cell->path);
        if (cell->kind == SheetCellKind::Computed) {
            if (label_key(item.to) == label_key(cell->text)) return void(++m_plan.same);
            item.from = cell->text;
            return refuse(PasteProblem::Computed, std::move(item));
        }
        if (item.to.size() > kMostPastedText) return refuse(PasteProblem::TooLong, std::move(item));
        const ValueReading reading = read_value(cell->type, item.to, m_document.pick_list(*cell));
        if (reading.invalid)
            return refuse(cell->type == ValueType::Choice ? PasteProblem::NoChoice : PasteProblem::Unreadable,
                          std::move(item));
        if (!reading.normalized.empty()) item.to = reading.normalized;
        item.from = m_document.text(cell->path);
        if (item.from == item.to || means_the_same(cell->type, item.from, reading))
            return void(++m_plan.same);
        m_plan.changes.push_back(std::move(item));
    }

    const Document& m_document;
    CellNames m_names;
    const PasteBlock& m_block;
    const SheetCell& m_anchor;
    int m_first = 0;  // row of the paper that m_paper begins with
    std::vector<PaperRow> m_paper;
    std::vector<std::vector<std::string>> m_keys;  // of the block
    size_t m_head_rows = 0, m_head_columns = 0;    // of the block, above and left of the anchor
    PastePlan m_plan;
};

std::string_view reason_of(PasteProblem problem) {
    switch (problem) {
        case PasteProblem::Printed:
            return texts::kPastePrinted;
        case PasteProblem::Computed:
            return texts::kPasteComputed;
        case PasteProblem::Unreadable:
            return texts::kPasteUnreadable;
        case PasteProblem::NoChoice:
            return texts::kPasteNoChoice;
        case PasteProblem::TooLong:
            return texts::kPasteTooLong;
        case PasteProblem::Beyond:
            return texts::kPasteBeyond;
        case PasteProblem::None:
            break;
    }
    return {};
}

}  // namespace

PastePlan plan_paste(const Document& document, const SheetCell& anchor, const PasteBlock& block) {
    return Plan(document, anchor, block).run();
}

PastePlan plan_fill(const Document& document, const std::vector<const SheetCell*>& cells,
                    const PasteBlock& block) {
    return cells.empty() ? PastePlan{} : Plan(document, *cells.front(), block).fill(cells);
}

std::vector<Edit> edits_of(const PastePlan& plan) {
    std::vector<Edit> edits;
    for (const PasteItem& item : plan.changes) edits.push_back(SetValue{item.path, item.to});
    return edits;
}

Preview preview_of(const PastePlan& plan) {
    const size_t refused = plan.refused.size() + plan.beyond;
    Preview preview{"paste",
                    std::string(texts::kPastePreview),
                    texts::paste_summary(plan.changes.size(), plan.same, refused),
                    {},
                    plan.beyond,
                    {}};
    preview.parts = {{"change", {}, {texts::kColumnCell, texts::kColumnNow, texts::kPasteColumnThen}, {}},
                     {"refused",
                      texts::kPasteRefused,
                      {texts::kPasteColumnPlace, texts::kPasteColumnText, texts::kPasteColumnReason},
                      {},
                      true}};
    for (const PasteItem& item : plan.changes)
        preview.parts[0].lines.push_back({item.name, item.from, item.to});
    for (const PasteItem& item : plan.refused) {
        std::string where = texts::paste_place(item.row, item.column);
        if (!item.name.empty()) where += " → " + item.name;
        preview.parts[1].lines.push_back({std::move(where), std::string(reason_of(item.problem)), item.to});
    }
    if (!plan.changes.empty())
        preview.choices.push_back({std::string(texts::kPasteApply),
                                   texts::cells_step(texts::kStepPaste, plan.changes.size()),
                                   edits_of(plan)});
    return preview;
}

}  // namespace shenbao::app
