#include "core/formats/matching/grid_read.h"

#include <algorithm>
#include <set>

#include "core/form/sort_by.h"
#include "core/form/value.h"
#include "core/formats/matching/headline.h"
#include "core/formats/matching/match_rows.h"

namespace shenbao {
namespace {

using Kind = ExpectedCell::Kind;

// The lines of a text joined into one, as for cells that hold a single line.
std::string one_line(std::string_view text) {
    std::string joined;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        joined += trim_blanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return joined;
}

// A field the expression of a label is about: "year", "substring(string(year), 3)".
const FieldDefinition* field_in(const FormDefinition& definition, std::string_view expression) {
    const auto is_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (size_t at = 0; at < expression.size();) {
        size_t end = at;
        while (end < expression.size() && is_name(expression[end])) ++end;
        if (const FieldDefinition* field = definition.field(expression.substr(at, end - at))) return field;
        at = std::max(end, at + 1);
    }
    return nullptr;
}

// A state whose labels are the templates themselves, so that the sheet still shows where the {expressions}
// are.
FormState template_labels(const FormDefinition& definition) {
    FormState state;
    for (const SheetRowDefinition& row : definition.sheet.rows)
        for (const SheetCellDefinition& cell : row.cells)
            if (cell.text.find('{') != std::string::npos) state.labels.emplace(cell.text, cell.text);
    return state;
}

class GridReader {
  public:
    GridReader(const FormDefinition& definition, const TextGrid& grid)
        : m_definition(definition),
          m_grid(grid),
          m_blank(blank_declaration(definition)),
          m_sheet(build_sheet(definition, m_blank, template_labels(definition))) {}

    ReadResult run() {
        std::vector<ExpectedRow> all = expected_rows(m_definition, m_sheet);
        const PaperLines lines(m_definition, all);
        for (ExpectedRow& row : all)
            if (row.row->kind == SheetRowKind::Grid) m_expected.push_back(std::move(row));
        match();
        if (!is_this_form()) {
            m_result = {};
            m_result.status = ReadStatus::NotThisForm;
            m_result.message = read_message(ReadStatus::NotThisForm,
                                            "全文 " + std::to_string(m_grid.rows.size()) + " 行表格，认出 " +
                                                std::to_string(m_labels) + " 处本表的文字");
            return std::move(m_result);
        }
        m_result.declaration = std::move(m_blank);
        place_rows();
        for (size_t i = 0; i < m_pairs.size(); ++i) place_cells(i, lines);
        for (const GridParagraph& paragraph : m_grid.paragraphs) place_paragraph(paragraph, lines);
        note_missing_rows();
        sort_by(m_result.notes, [](const ReadNote& note) { return note.line; });
        return std::move(m_result);
    }

  private:
    void match() {
        std::vector<SeenRow> seen(m_grid.rows.size());
        for (size_t i = 0; i < seen.size(); ++i)
            for (const GridCell& cell : m_grid.rows[i].cells) seen[i].emplace_back(cell);
        m_pairs = match_rows(m_expected, seen);
        for (const RowPair& pair : m_pairs) m_labels += pair.match.labels;
    }

    bool is_this_form() const {
        int words = 0;
        for (const ExpectedRow& row : m_expected)
            for (const ExpectedCell& cell : row.cells)
                words += cell.kind != Kind::Value && cell.kind != Kind::Continued ? 1 : 0;
        return !m_pairs.empty() && m_labels * 5 >= words;
    }

    void note(NoteKind kind, int line, std::string where, std::string message, std::string text) {
        m_result.notes.push_back({kind, line, std::move(where), std::move(message), std::move(text)});
    }

    // The rows of every table as the document has them; m_ids: the declared row of each pair.
    void place_rows() {
        std::map<std::string, DeclaredRows, std::less<>> placed;
        std::map<std::string, std::set<std::string>> used;
        std::set<std::string> present;
        for (const RowPair& pair : m_pairs) {
            if (pair.expected < 0) continue;
            const SheetRow& row = *expected(pair).row;
            used[row.table].insert(row.table_row);
            if (pair.seen >= 0) present.insert(row.table);
        }
        for (const RowPair& pair : m_pairs) {
            std::string& id = m_ids.emplace_back();
            if (pair.expected < 0 || expected(pair).definition == nullptr) continue;
            const ExpectedRow& row = expected(pair);
            const std::string& table = row.row->table;
            id = row.row->table_row;
            if (pair.repeated) id = fresh_id(row.definition->id, used[table]);
            const bool removed = pair.seen < 0 && row.definition->repeatable && present.count(table) > 0;
            if (!removed) placed[table].push_back({id, row.definition->id});
        }
        for (auto& [table, rows] : placed) m_result.declaration.rows[table] = std::move(rows);
    }

    static std::string fresh_id(const std::string& origin, std::set<std::string>& used) {
        for (size_t n = 2;; ++n) {
            std::string id = origin + "-" + std::to_string(n);
            if (used.insert(id).second) return id;
        }
    }

    const ExpectedRow& expected(const RowPair& pair) const {
        return m_expected[static_cast<size_t>(pair.expected)];
    }

    void place_cells(size_t index, const PaperLines& lines) {
        const RowPair& pair = m_pairs[index];
        if (pair.seen < 0) return;
        const GridRow& row = m_grid.rows[static_cast<size_t>(pair.seen)];
        if (pair.expected < 0) return place_unknown_row(row, lines);
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const GridCell& cell = row.cells[i];
            const int place = pair.match.expected[i];
            if (trim_blanks(cell.text).empty()) continue;
            if (place < 0) {
                note(NoteKind::Unplaced, cell.line, {}, "这一格在本表中没有对应的位置，没有读入。",
                     one_line(cell.text));
                continue;
            }
            const ExpectedCell& wanted = expected(pair).cells[static_cast<size_t>(place)];
            if (wanted.kind == Kind::Value)
                place_value(wanted, path_of(wanted, m_ids[index]), cell);
            else
                place_words(wanted, cell);
        }
    }

    static std::string path_of(const ExpectedCell& wanted, const std::string& row_id) {
        const PathParts parts = split_path(wanted.cell->path);
        return parts.table.empty() ? wanted.cell->path : cell_path(parts.table, row_id, parts.column);
    }

    void place_value(const ExpectedCell& wanted, std::string path, const GridCell& cell) {
        if (wanted.open_name && is_open_mark(cell.text)) return;
        const ValueType type = wanted.cell->type;
        if (type == ValueType::LongText) m_long_texts[cell.line] = path;
        set_value(std::move(path), type, cell.text, cell.line);
    }

    void set_value(std::string path, ValueType type, std::string_view raw, int line) {
        const bool long_text = type == ValueType::LongText;
        const bool free_text = long_text || type == ValueType::Text;
        const std::string text = long_text ? std::string(trim_blanks(raw)) : one_line(raw);
        if (text.empty() || (!free_text && is_blank_text(text))) return;
        const auto [entry, fresh] = m_result.declaration.values.try_emplace(path, text);
        if (fresh || entry->second == text) return;
        note(NoteKind::Doubtful, line, std::move(path),
             "同一项在文件中有两种写法，采用前面的“" + entry->second + "”。", text);
    }

    void place_words(const ExpectedCell& wanted, const GridCell& cell) {
        const std::string key = label_key(cell.text);
        const auto captures = wanted.words.match(key);
        if (!captures) {
            if (wanted.kind == Kind::Level2 && wanted.repeated.fits(key)) return;
            note(NoteKind::Unplaced, cell.line, {},
                 "此处本表印的是“" + one_line(wanted.cell->text) + "”，文件中的文字没有读入。",
                 one_line(cell.text));
            return;
        }
        if (wanted.kind == Kind::Continued) return;
        for (const auto& [expression, text] : *captures)
            if (const FieldDefinition* field = field_in(m_definition, expression))
                set_value(field->id, field->type, text, cell.line);
    }

    void place_unknown_row(const GridRow& row, const PaperLines& lines) {
        std::string text;
        int line = 0;
        for (const GridCell& cell : row.cells) {
            const std::string words = one_line(cell.text);
            if (words.empty()) continue;
            if (line == 0) line = cell.line;
            text.append(text.empty() ? "" : " | ").append(words);
        }
        if (text.empty() || place_line(text, line, lines)) return;
        note(NoteKind::Unplaced, line, {}, "本表没有这一行，也没有可以增加它的位置，没有读入。", text);
    }

    // Title, head line or a printed note; false when it is none of them.
    bool place_line(std::string_view text, int line, const PaperLines& lines) {
        LineReading reading = lines.read(text);
        for (HeadlinePart& part : reading.parts) {
            if (part.kind == HeadlinePart::Kind::Value) {
                set_value(part.cell->path, part.cell->type, part.text, line);
            } else if (part.kind == HeadlinePart::Kind::OtherWords) {
                note(NoteKind::Doubtful, line, {},
                     "本表印的是“" + part.expected + "”，文件写的是“" + part.text +
                         "”：请核对所有金额的单位。",
                     part.text);
            } else {
                note(NoteKind::Unplaced, line, {}, "表头中的这段文字没有对应的位置，没有读入。", part.text);
            }
        }
        return reading.known;
    }

    void place_paragraph(const GridParagraph& paragraph, const PaperLines& lines) {
        if (place_line(paragraph.text, paragraph.line, lines)) return;
        // Between rows it can only be a long text that had an empty line in it.
        if (paragraph.before_row > 0 && paragraph.before_row < m_grid.rows.size()) {
            const GridCell& before = m_grid.rows[paragraph.before_row - 1].cells.back();
            const auto long_text = m_long_texts.find(before.line);
            if (long_text != m_long_texts.end()) {
                std::string& value = m_result.declaration.values[long_text->second];
                const bool follows = paragraph.line == m_last_paragraph + 1;
                value.append(value.empty() ? ""
                             : follows     ? "\n"
                                           : "\n\n")
                    .append(trim_blanks(paragraph.text));
                m_last_paragraph = paragraph.line;
                return;
            }
        }
        note(NoteKind::Unplaced, paragraph.line, {}, "表格之外的这段文字没有读入。",
             std::string(trim_blanks(paragraph.text)));
    }

    // What the paper has and the document has not; rows that a unit may remove are no loss.
    void note_missing_rows() {
        std::string names;
        for (const RowPair& pair : m_pairs) {
            if (pair.seen >= 0) continue;
            const ExpectedRow& row = expected(pair);
            if (row.definition != nullptr && row.definition->repeatable) continue;
            const bool has_value =
                std::any_of(row.cells.begin(), row.cells.end(),
                            [](const ExpectedCell& cell) { return cell.kind == Kind::Value; });
            if (!has_value) continue;
            names.append(names.empty() ? "" : "、").append(row_name(row));
        }
        if (names.empty()) return;
        note(NoteKind::Doubtful, 0, {}, "文件中没有这些行，相应各格留空：" + names + "。", {});
    }

    std::string row_name(const ExpectedRow& row) const {
        std::string name;
        if (row.definition != nullptr) {
            const TableDefinition* table = m_definition.table(row.row->table);
            const bool titled = !row.definition->title.empty();
            return table->title + " " + (titled ? row.definition->title : row.definition->level2);
        }
        for (const ExpectedCell& cell : row.cells)
            if (cell.kind == Kind::Label) name = one_line(cell.cell->text);
        return name;
    }

    const FormDefinition& m_definition;
    const TextGrid& m_grid;
    Declaration m_blank;
    Sheet m_sheet;
    std::vector<ExpectedRow> m_expected;  // of the table only
    std::vector<RowPair> m_pairs;
    std::vector<std::string> m_ids;
    std::map<int, std::string> m_long_texts;  // path by the line of the cell
    int m_labels = 0;
    int m_last_paragraph = -1;
    ReadResult m_result;
};

}  // namespace

ReadResult read_grid(const FormDefinition& definition, const TextGrid& grid) {
    return GridReader(definition, grid).run();
}

}  // namespace shenbao
