#include "app/paste/range_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/formats/print/html_text.h"

namespace shenbao::app {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of("\t\r\n\"") == std::string::npos) return text;
    std::string result = "\"";
    for (const char byte : text) result += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return result + '"';
}

std::string with_breaks(const std::string& text) {
    std::string result;
    for (const char byte : html_text(text)) {
        if (byte == '\n')
            result += "<br>";
        else if (byte != '\r')
            result += byte;
    }
    return result;
}

std::string attribute(std::string_view name, int count) {
    return count < 2 ? std::string() : " " + std::string(name) + "=\"" + std::to_string(count) + "\"";
}

// Spreadsheets make days and numbers of texts (3-5, 0012) that do not say that they are texts, and lose
// blanks.
std::string_view text_style(const SheetCell& cell) {
    const bool number = cell.type == ValueType::Amount || cell.type == ValueType::Percent;
    return number ? "" : " style=\"mso-number-format:'\\@';white-space:pre-wrap\"";
}

}  // namespace

RangeText range_text(const Sheet& sheet, const GridRange& range) {
    const std::vector<size_t> cells = cells_in(sheet, range);
    std::set<int> columns;
    for (const size_t i : cells) columns.insert(sheet.cells[i].column);
    RangeText text;
    text.html = "<table>";
    auto next = cells.begin();  // they stand row by row
    for (int row = range.top; row <= range.bottom; ++row) {
        text.html += "<tr>";
        bool first = true;
        for (const int column : columns) {
            if (!std::exchange(first, false)) text.plain += '\t';
            if (next == cells.end() || sheet.cells[*next].row != row || sheet.cells[*next].column != column)
                continue;
            const SheetCell& cell = sheet.cells[*next++];
            const auto covered =
                std::distance(columns.lower_bound(column), columns.lower_bound(column + cell.column_span));
            text.plain += quoted(cell.text);
            text.html += "<td" + attribute("colspan", static_cast<int>(covered)) +
                         attribute("rowspan", cell.row_span) + std::string(text_style(cell)) + ">" +
                         with_breaks(cell.text) + "</td>";
        }
        text.plain += "\r\n";
        text.html += "</tr>";
    }
    text.html += "</table>";
    return text;
}

}  // namespace shenbao::app
