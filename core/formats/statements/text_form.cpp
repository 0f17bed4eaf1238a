#include "core/formats/statements/text_form.h"

#include <algorithm>

#include "core/form/sort_by.h"
#include "core/form/value.h"
#include "core/formats/json/json_tree.h"
#include "core/formats/matching/grid_read.h"
#include "core/formats/text/paper_text.h"

namespace shenbao {
namespace {

// A cell's text behind its TAB. A blank line inside it becomes a line of one U+3000, because an empty line
// would end the row; a line that starts with TAB would start a cell.
void append_cell(std::string& out, std::string_view text) {
    for (bool first = true;; first = false) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        while (!first && !line.empty() && line.front() == '\t') line.remove_prefix(1);
        if (!first) out += '\n';
        if (!first && trim_blanks(line).empty())
            out += "\u3000";
        else
            out += line;
        if (end == text.size()) return;
        text.remove_prefix(end + 1);
    }
}

// The cells that touch each row, left to right; one merged from above as null.
std::vector<std::vector<const SheetCell*>> cells_by_row(const Sheet& sheet) {
    struct Touch {
        int column;
        const SheetCell* cell;
    };
    std::vector<std::vector<Touch>> touches(sheet.rows.size());
    for (const SheetCell& cell : sheet.cells) {
        for (int below = 0; below < cell.row_span; ++below) {
            const size_t row = static_cast<size_t>(cell.row) + static_cast<size_t>(below);
            if (row < touches.size()) touches[row].push_back({cell.column, below == 0 ? &cell : nullptr});
        }
    }
    std::vector<std::vector<const SheetCell*>> rows(touches.size());
    for (size_t i = 0; i < touches.size(); ++i) {
        sort_by(touches[i], [](const Touch& touch) { return touch.column; });
        for (const Touch& touch : touches[i]) rows[i].push_back(touch.cell);
    }
    return rows;
}

void append_line(std::string& out, const std::vector<const SheetCell*>& cells) {
    bool after_label = false;
    std::string line;
    for (const SheetCell* cell : cells) {
        if (cell == nullptr) continue;
        if (!line.empty() && !after_label) line += std::string(10, ' ');
        std::string text = paper_text(*cell);
        std::replace(text.begin(), text.end(), '\n', ' ');
        line += text;
        after_label = cell->kind == SheetCellKind::Label;
    }
    out.append(line).append("\n");
}

}  // namespace

ReadResult read_text_form(const FormDefinition& definition, std::string_view bytes) {
    const auto [status, where] = check_bytes(bytes);
    if (status != ReadStatus::Ok) {
        ReadResult result;
        result.status = status;
        result.message = read_message(status, where);
        return result;
    }
    return read_grid(definition, text_grid(without_byte_order_mark(bytes)));
}

std::string write_text_form(const Sheet& sheet) {
    std::string out;
    const auto rows = cells_by_row(sheet);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (sheet.rows[i].kind != SheetRowKind::Grid) {
            append_line(out, rows[i]);
            continue;
        }
        for (const SheetCell* cell : rows[i]) {
            out += '\t';
            if (cell != nullptr) append_cell(out, paper_text(*cell));
            out += '\n';
        }
        out += '\n';
    }
    return out;
}

}  // namespace shenbao
