#include "core/formats/print/print_html.h"

#include <cstdio>

#include "core/formats/json/declaration_json.h"
#include "core/formats/print/html_text.h"
#include "core/formats/print/print_tables.h"

namespace shenbao {
namespace {

// Official documents are set in 仿宋; the fallbacks are what Windows, UOS, macOS and Linux have.
constexpr std::string_view kStyle = R"(<style>
@page { size: A4; margin: 14mm;
  @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt SimSun, serif; } }
.print-page { color: #000; background: #fff; margin: 0 auto;
  font: 10pt/1.3 "仿宋_GB2312", FangSong_GB2312, "仿宋", FangSong, STFangsong, "宋体", SimSun, "Songti SC",
    "Noto Serif CJK SC", serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.print-page h1 { margin: 0; text-align: center; font: 18pt/1.4 "方正小标宋简体", "黑体", SimHei, "Noto Sans CJK SC",
    sans-serif; }
.print-page h2 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; page-break-after: avoid; }
.print-page p, .print-page ol { margin: 0.5mm 0; font-size: 9pt; }
.print-page .together { break-inside: avoid; page-break-inside: avoid; }
.print-page li { white-space: pre-wrap; }
.print-page .foot { margin-top: 2mm; font-size: 7.5pt; overflow-wrap: anywhere; break-inside: avoid; }
.print-page .draft { position: fixed; top: 40%; left: 0; right: 0; text-align: center; font-size: 120pt;
  line-height: 1; color: rgba(0, 0, 0, 0.09); transform: rotate(-30deg); letter-spacing: 0.3em; }
)";

// Rules of the level "explain" ask for a written word; it belongs to the paper. The heading stays with the
// first.
std::string explanations(const FormState& state) {
    std::string items;
    int number = 0;
    for (const Finding& finding : state.findings) {
        if (finding.level != Level::Explain) continue;
        std::string words = finding.explanation.empty() ? "（尚未说明）" : finding.explanation;
        if (!finding.explanation.empty() && !finding.explained) words = "（数据已变，待重新说明）" + words;
        if (++number == 2) items += "</ol></div>\n<ol start=\"2\">\n";
        items += "<li>" + html_text(finding.message) + "\n说明：" + html_text(words) + "</li>\n";
    }
    if (number == 0) return items;
    return "<div class=\"together\"><h2>情况说明</h2>\n<ol>\n" + items +
           (number == 1 ? "</ol></div>\n" : "</ol>\n");
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

std::string millimetres(double length) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2fmm", length);
    return text;
}

std::string print_page(const FormDefinition& definition, const Sheet& sheet, const Declaration& declaration,
                       const FormState& state) {
    std::string html(kStyle);
    html.append(kTableStyle).append("</style>\n");
    html +=
        "<div class=\"print-page\" lang=\"zh-CN\" style=\"width:" + millimetres(sheet.width_mm()) + "\">\n";
    if (state.errors > 0 || state.explains > 0)
        html += "<div class=\"draft\" aria-label=\"草稿\">草稿</div>\n";
    html += print_tables(sheet);
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
