#include "core/formats/print/print_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/form/sort_by.h"
#include "core/formats/print/html_text.h"
#include "core/formats/text/paper_text.h"

namespace shenbao {

// Of a cell that reaches over a page's end, browsers draw on the next page neither its rules nor its text,
// and a rule that two cells share (border-collapse) goes with it. So each cell has only its upper and left
// rule, of its own; a repeated foot closes the frame on every page; and no cell reaches further than rows
// that are kept together: a longer one is written in pieces. The shadow of a header is where the rule below
// it is, should a piece without one follow.
const std::string_view kTableStyle = R"(
.print-page table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
.print-page td, .print-page th { padding: 0.5mm 0.35mm; font-weight: normal; white-space: pre-wrap;
  overflow-wrap: anywhere; word-break: normal; vertical-align: middle; }
.print-page .grid { margin-top: -1px; }
.print-page .grid td, .print-page .grid th { border: 0 solid #000; border-width: 1px 0 0 1px; }
.print-page .grid .last { border-right-width: 1px; }
.print-page .grid .went-on { border-top-width: 0; }
.print-page .grid tfoot td { height: 0; padding: 0; font-size: 0; border-left-width: 0; }
.print-page thead { display: table-header-group; } .print-page tfoot { display: table-footer-group; }
.print-page thead th { box-shadow: 0 1px #000; } .print-page thead .goes-on { box-shadow: none; }
.print-page tbody { break-inside: avoid; page-break-inside: avoid; }
.print-page tbody.long { break-inside: auto; page-break-inside: auto; }
.print-page .l { text-align: left; padding-left: 1mm; } .print-page .c { text-align: center; }
.print-page .r { text-align: right; padding-right: 1mm; }
.print-page .top { vertical-align: top; } .print-page .bottom { vertical-align: bottom; }
)";

namespace {

// So many rows are kept on one page; a taller page's end would leave too much of it blank.
constexpr size_t kTogether = 6;

class PrintTables {
  public:
    explicit PrintTables(const Sheet& sheet) : m_sheet(sheet) {}

    std::string run() {
        for (size_t first = 0; first < m_sheet.rows.size();) {
            switch (m_sheet.rows[first].kind) {
                case SheetRowKind::Title:
                    title(m_sheet.rows[first]);
                    break;
                case SheetRowKind::Note:
                    first = notes(first);
                    continue;
                case SheetRowKind::Headline:
                    table(first, first + 1, "headline");
                    break;
                case SheetRowKind::Grid: {
                    const size_t end = block_end(first);
                    table(first, end, "grid");
                    first = end;
                    continue;
                }
            }
            ++first;
        }
        return std::move(m_html);
    }

  private:
    const SheetCell& cell(int index) const { return m_sheet.cells[static_cast<size_t>(index)]; }
    static size_t row_of(const SheetCell& cell) { return static_cast<size_t>(cell.row); }
    static size_t end_of(const SheetCell& cell) { return row_of(cell) + static_cast<size_t>(cell.row_span); }

    void title(const SheetRow& row) {
        for (const int index : row.cells) m_html += "<h1>" + html_text(cell(index).text) + "</h1>\n";
    }

    // Their heading stays with the first of them.
    size_t notes(size_t row) {
        m_html += "<div class=\"together\">\n";
        for (const size_t first = row;
             row < m_sheet.rows.size() && m_sheet.rows[row].kind == SheetRowKind::Note; ++row) {
            if (row == first + 2) m_html += "</div><div>\n";
            for (const int index : m_sheet.rows[row].cells)
                m_html += "<p>" + html_text(cell(index).text) + "</p>\n";
        }
        m_html += "</div>\n";
        return row;
    }

    // A table element holds header rows and the rows below them that they name, or rows without headers up to
    // the next header row. No cell may reach across its end.
    size_t block_end(size_t first) const {
        size_t end = first, reach = first + 1;
        bool body = false;
        for (; end < m_sheet.rows.size() && m_sheet.rows[end].kind == SheetRowKind::Grid; ++end) {
            const bool header = is_header_row(m_sheet, end);
            const bool table_ends = is_header_row(m_sheet, first) && body && m_sheet.rows[end].table.empty();
            if (end >= reach && ((header && body) || table_ends)) break;
            body = body || !header;
            for (const int index : m_sheet.rows[end].cells) reach = std::max(reach, end_of(cell(index)));
        }
        return end;
    }

    // Behind the rows that stay together with this one.
    size_t part_end(size_t row, size_t end) const {
        size_t reach = row + 1;
        for (; row < reach; ++row)
            for (const int index : m_sheet.rows[row].cells)
                if (const SheetCell& one = cell(index); static_cast<size_t>(one.row_span) <= kTogether)
                    reach = std::max(reach, end_of(one));
        return std::min(reach, end);
    }

    void table(size_t first, size_t end, std::string_view kind) {
        m_html += "<table class=\"" + std::string(kind) + "\"><colgroup>";
        for (const double width : m_sheet.columns_mm)
            m_html += "<col style=\"width:" + millimetres(width) + "\">";
        m_html += "</colgroup>\n";
        size_t body = first;
        while (body < end && is_header_row(m_sheet, body)) ++body;
        if (body == end) body = first;
        if (body > first) part(first, body, "thead");
        while (body < end) {
            const size_t next = part_end(body, end);
            part(body, next, "tbody");
            body = next;
        }
        if (kind == "grid")
            m_html += "<tfoot><tr><td colspan=\"" + std::to_string(m_sheet.columns_mm.size()) +
                      "\"></td></tr></tfoot>";
        m_html += "</table>\n";
    }

    bool is_long(size_t row) const {
        return std::any_of(m_sheet.rows[row].cells.begin(), m_sheet.rows[row].cells.end(), [&](int index) {
            return cell(index).type == ValueType::LongText && cell(index).kind == SheetCellKind::Input;
        });
    }

    void part(size_t start, size_t end, const std::string& tag) {
        bool tall = false;
        for (size_t row = start; row < end; ++row) tall = tall || is_long(row);
        m_html += "<" + tag + (tall ? " class=\"long\">\n" : ">\n");
        for (size_t row = start; row < end; ++row) table_row(row, start, end);
        m_html += "</" + tag + ">\n";
    }

    // With what reaches into the part from above.
    void table_row(size_t row, size_t start, size_t end) {
        const SheetRow& one = m_sheet.rows[row];
        m_html += "<tr style=\"height:" + millimetres(one.height_mm) + "\">";
        std::vector<const SheetCell*> cells;
        for (const int index : one.cells) cells.push_back(&cell(index));
        if (row == start) {
            for (const SheetCell& above : m_sheet.cells)
                if (row_of(above) < row && end_of(above) > row) cells.push_back(&above);
            sort_by(cells, [](const SheetCell* each) { return each->column; });
        }
        for (const SheetCell* each : cells) table_cell(*each, row, end);
        m_html += "</tr>\n";
    }

    // The text stands in the header, or in the piece that has the cell's middle, as near to it as can be.
    static std::string_view place_of_text(const SheetCell& each, size_t row, size_t piece_end,
                                          bool in_header) {
        if (row_of(each) == row && end_of(each) == piece_end) return "whole";
        if (in_header) return row_of(each) == row ? "whole" : "";
        const double middle = static_cast<double>(row_of(each)) + each.row_span / 2.0;
        const auto from = static_cast<double>(row), to = static_cast<double>(piece_end);
        if (middle < from || middle >= to) return "";
        const std::array distances{std::abs(middle - from - 0.5), std::abs(middle - (from + to) / 2),
                                   std::abs(middle - to + 0.5)};
        static constexpr std::array<std::string_view, 3> kPlaces{"top", "whole", "bottom"};
        // The middle, where it is no further.
        const size_t edge = distances[0] < distances[2] ? 0 : 2;
        return distances[edge] < distances[1] ? kPlaces[edge] : kPlaces[1];
    }

    void table_cell(const SheetCell& each, size_t row, size_t end) {
        const bool went_on = row_of(each)<row, goes_on = end_of(each)> end;
        const size_t piece_end = std::min(end_of(each), end);
        const bool begins_in_header = is_header_row(m_sheet, row_of(each));
        const std::string_view place = place_of_text(each, row, piece_end, begins_in_header);
        const bool header = (each.column_header || each.row_header) && !place.empty();
        const std::string tag = header ? "th" : "td";
        m_html += "<" + tag + " class=\"" + each.align;
        if (place == "top" || place == "bottom") m_html.append(" ").append(place);
        if (static_cast<size_t>(each.column) + static_cast<size_t>(each.column_span) ==
            m_sheet.columns_mm.size())
            m_html += " last";
        if (went_on) m_html += " went-on";
        if (goes_on) m_html += " goes-on";
        m_html += "\"";
        const size_t span = piece_end - row;
        if (span > 1) m_html += " rowspan=\"" + std::to_string(span) + "\"";
        if (each.column_span > 1) m_html += " colspan=\"" + std::to_string(each.column_span) + "\"";
        if (header) m_html += each.column_header ? " scope=\"col\"" : " scope=\"row\"";
        m_html += ">" + (place.empty() ? std::string() : html_text(paper_text(each))) + "</" + tag + ">";
    }

    const Sheet& m_sheet;
    std::string m_html;
};

}  // namespace

std::string print_tables(const Sheet& sheet) {
    return PrintTables(sheet).run();
}

}  // namespace shenbao
