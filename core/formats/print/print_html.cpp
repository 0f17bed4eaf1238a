#include "core/formats/print/print_html.h"

#include <algorithm>
#include <cstdio>

#include "core/form/sort_by.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/print/html_text.h"
#include "core/formats/text/paper_text.h"

namespace shenbao {
namespace {

// Official documents are set in 仿宋; the fallbacks are what Windows, UOS, macOS and Linux have.
constexpr std::string_view kStyle = R"(<style>
@page { size: A4; margin: 14mm 15mm; }
.print-page { color: #000; background: #fff; margin: 0 auto;
  font: 10pt/1.3 "仿宋_GB2312", FangSong_GB2312, "仿宋", FangSong, STFangsong, "宋体", SimSun, "Songti SC",
    "Noto Serif CJK SC", serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.print-page h1 { margin: 0; text-align: center; font: 18pt/1.4 "方正小标宋简体", "黑体", SimHei, "Noto Sans CJK SC",
    sans-serif; }
.print-page table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: -1px; }
.print-page td, .print-page th { border: 0.5pt solid #000; padding: 0.5mm 0.35mm; font-weight: normal;
  white-space: pre-wrap; overflow-wrap: anywhere; word-break: normal; vertical-align: middle; }
.print-page table.headline td, .print-page table.headline th { border: 0; }
.print-page thead { display: table-header-group; }
.print-page tr { break-inside: avoid; page-break-inside: avoid; }
.print-page tr.long { break-inside: auto; page-break-inside: auto; }
.print-page .l { text-align: left; padding-left: 1mm; } .print-page .c { text-align: center; }
.print-page .r { text-align: right; padding-right: 1mm; }
.print-page .goes-on { border-bottom-color: transparent; } .print-page .went-on { border-top: 0; }
.print-page h2 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; page-break-after: avoid; }
.print-page p, .print-page ol { margin: 0.5mm 0; font-size: 9pt; }
.print-page li { white-space: pre-wrap; }
.print-page .foot { margin-top: 3mm; font-size: 8pt; font-family: Consolas, "DejaVu Sans Mono", monospace; }
.print-page .draft { position: fixed; top: 40%; left: 0; right: 0; text-align: center; font-size: 120pt;
  line-height: 1; color: rgba(0, 0, 0, 0.09); transform: rotate(-30deg); letter-spacing: 0.3em; }
</style>
)";

std::string millimetres(double length) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2fmm", length);
    return text;
}

class PrintPage {
  public:
    explicit PrintPage(const Sheet& sheet) : m_sheet(sheet) {}

    std::string rows() {
        for (size_t first = 0; first < m_sheet.rows.size();) {
            switch (m_sheet.rows[first].kind) {
                case SheetRowKind::Title:
                    title(m_sheet.rows[first]);
                    break;
                case SheetRowKind::Note:
                    notes(m_sheet.rows[first]);
                    break;
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

    void title(const SheetRow& row) {
        for (const int index : row.cells) m_html += "<h1>" + html_text(cell(index).text) + "</h1>\n";
    }

    void notes(const SheetRow& row) {
        for (const int index : row.cells) m_html += "<p>" + html_text(cell(index).text) + "</p>\n";
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
            for (const int index : m_sheet.rows[end].cells)
                reach = std::max(reach, end + static_cast<size_t>(cell(index).row_span));
        }
        return end;
    }

    void table(size_t first, size_t end, std::string_view kind) {
        m_html += "<table class=\"" + std::string(kind) + "\"><colgroup>";
        for (const double width : m_sheet.columns_mm)
            m_html += "<col style=\"width:" + millimetres(width) + "\">";
        m_html += "</colgroup>\n";
        size_t body = first;
        while (body < end && is_header_row(m_sheet, body)) ++body;
        if (body == end) body = first;
        if (body > first) {
            m_html += "<thead>\n";
            for (size_t row = first; row < body; ++row) table_row(row, body, first);
            m_html += "</thead>\n";
        }
        m_html += "<tbody>\n";
        for (size_t row = body; row < end; ++row) table_row(row, end, body);
        m_html += "</tbody></table>\n";
    }

    // `end`: of the table's part; a cell that reaches beyond it is continued in the part below. `start`: of
    // the part.
    void table_row(size_t row, size_t end, size_t start) {
        const SheetRow& one = m_sheet.rows[row];
        const bool tall = std::any_of(one.cells.begin(), one.cells.end(), [&](int index) {
            return cell(index).type == ValueType::LongText && cell(index).kind == SheetCellKind::Input;
        });
        m_html += std::string("<tr") + (tall ? " class=\"long\"" : "") +
                  " style=\"height:" + millimetres(one.height_mm) + "\">";
        std::vector<const SheetCell*> cells;
        for (const int index : one.cells) cells.push_back(&cell(index));
        if (row == start) {
            for (const SheetCell& above : m_sheet.cells) {
                const auto begin = static_cast<size_t>(above.row);
                if (begin < row && begin + static_cast<size_t>(above.row_span) > row) cells.push_back(&above);
            }
            sort_by(cells, [](const SheetCell* each) { return each->column; });
        }
        for (const SheetCell* each : cells) table_cell(*each, row, end);
        m_html += "</tr>\n";
    }

    void table_cell(const SheetCell& each, size_t row, size_t end) {
        const size_t reach = static_cast<size_t>(each.row) + static_cast<size_t>(each.row_span);
        const bool went_on = static_cast<size_t>(each.row) < row;
        const bool goes_on = reach > end;
        const size_t span = std::min(reach, end) - row;
        const bool header = each.column_header || each.row_header;
        std::string tag = header && !went_on ? "th" : "td";
        m_html += "<" + tag + " class=\"" + each.align;
        if (went_on) m_html += " went-on";
        if (goes_on) m_html += " goes-on";
        m_html += "\"";
        if (span > 1) m_html += " rowspan=\"" + std::to_string(span) + "\"";
        if (each.column_span > 1) m_html += " colspan=\"" + std::to_string(each.column_span) + "\"";
        if (tag == "th") m_html += each.column_header ? " scope=\"col\"" : " scope=\"row\"";
        m_html += ">" + (went_on ? std::string() : html_text(paper_text(each))) + "</" + tag + ">";
    }

    const Sheet& m_sheet;
    std::string m_html;
};

// Rules of the level "explain" ask for a written word; it belongs to the paper.
std::string explanations(const FormState& state) {
    std::string items;
    for (const Finding& finding : state.findings) {
        if (finding.level != Level::Explain) continue;
        std::string words = finding.explanation.empty() ? "（尚未说明）" : finding.explanation;
        if (!finding.explanation.empty() && !finding.explained) words = "（数据已变，待重新说明）" + words;
        items += "<li>" + html_text(finding.message) + "\n说明：" + html_text(words) + "</li>\n";
    }
    return items.empty() ? items : "<h2>情况说明</h2>\n<ol>\n" + items + "</ol>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string html;
    for (const char byte : text) {
        switch (byte) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            case '\0':
                break;
            default:
                html += byte;
        }
    }
    return html;
}

std::string print_page(const FormDefinition& definition, const Sheet& sheet, const Declaration& declaration,
                       const FormState& state) {
    std::string html(kStyle);
    html +=
        "<div class=\"print-page\" lang=\"zh-CN\" style=\"width:" + millimetres(sheet.width_mm()) + "\">\n";
    if (state.errors > 0 || state.explains > 0)
        html += "<div class=\"draft\" aria-label=\"草稿\">草稿</div>\n";
    html += PrintPage(sheet).rows();
    html += explanations(state);
    html += "<p class=\"foot\">";
    if (state.errors > 0 || state.explains > 0)
        html += "草稿：尚有 " + std::to_string(state.errors) + " 处错误、" + std::to_string(state.explains) +
                " 处待说明。 ";
    html += html_text(definition.id) + " " + html_text(definition.version) + " 校验码 " +
            declaration_checksum(definition, declaration) + "</p>\n</div>\n";
    return html;
}

}  // namespace shenbao
