#include <algorithm>
#include <unordered_map>
#include <utility>

#include "app/findings/finding_list.h"
#include "app/paper/paper_view.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

class Describer {
  public:
    Describer(const Document& document, const PaperLayout& layout, bool editable, std::vector<Node>& nodes)
        : m_document(document),
          m_sheet(document.sheet()),
          m_layout(layout),
          m_editable(editable),
          m_names(document.definition(), document.declaration()),
          m_nodes(nodes) {
        for (const Finding& finding : document.state().findings)
            for (const std::string& path : finding.paths) {
                std::string& messages = m_messages[path];
                if (!messages.empty()) messages += texts::kSemicolon;
                messages += texts::labelled(standing_name(document.standing(finding)), finding.message);
            }
    }

    void run() {
        for (size_t row = 0; row < m_sheet.rows.size(); ++row) describe_row(row);
        m_nodes.resize(m_count);
    }

  private:
    // The next node. Where one with its id stands from the time before, that one: what of it may be different
    // must be set, the rest need not be made anew.
    Node& next(std::string_view kind, std::string_view rest) {
        if (m_count == m_nodes.size()) m_nodes.emplace_back();
        Node& node = m_nodes[m_count++];
        const std::string_view id = node.id;
        if (id.size() != kind.size() + rest.size() || !id.starts_with(kind) || !id.ends_with(rest)) {
            node = {};
            node.id.append(kind).append(rest);
        }
        return node;
    }

    void describe_row(size_t row) {
        const SheetRow& sheet_row = m_sheet.rows[row];
        if (sheet_row.section != m_section) m_section = sheet_row.section, m_heading_due = true;
        const std::string table = table_at(row);
        if (table != m_table) open_table(table, row);
        std::string parent, stem;
        if (table.empty()) {
            stem = m_section + "." + std::to_string(m_label_rows[m_section]++);
        } else {
            stem = table + "." +
                   (sheet_row.table.empty() ? "head-" + std::to_string(m_label_rows[m_section]++)
                                            : sheet_row.table_row);
            parent = "row:" + stem;
            Node& node = next("row:", stem);
            node.parent = "table:" + table;
            node.role = Role::Row;
            node.rect = row_rect(row);
        }
        for (int cell : sheet_row.cells) describe_cell(static_cast<size_t>(cell), parent, stem);
        describe_buttons(row, sheet_row);
    }

    // The table a row belongs to: its own, or that whose column headers it holds.
    std::string table_at(size_t row) const {
        if (!m_sheet.rows[row].table.empty()) return m_sheet.rows[row].table;
        for (size_t next = row; next < m_sheet.rows.size(); ++next) {
            if (!m_sheet.rows[next].table.empty()) return m_sheet.rows[next].table;
            const auto& cells = m_sheet.rows[next].cells;
            const bool header = std::any_of(cells.begin(), cells.end(), [&](int cell) {
                return m_sheet.cells[static_cast<size_t>(cell)].column_header;
            });
            if (!header) break;
        }
        return {};
    }

    void open_table(const std::string& table, size_t row) {
        m_table = table;
        if (table.empty()) return;
        size_t last = row;
        while (last + 1 < m_sheet.rows.size() && table_at(last + 1) == table) ++last;
        Node& node = next("table:", table);
        node.role = Role::Table;
        const TableDefinition* definition = m_document.definition().table(table);
        node.name = definition != nullptr ? definition->title : table;
        node.rect = row_rect(row);
        node.rect.height = m_layout.row_tops[last + 1] - m_layout.row_tops[row];
    }

    Rect row_rect(size_t row) const {
        const float top = m_layout.row_tops[row];
        return {m_layout.page.x, top, m_layout.page.width, m_layout.row_tops[row + 1] - top};
    }

    void describe_cell(size_t index, const std::string& parent, const std::string& stem) {
        const SheetCell& cell = m_sheet.cells[index];
        if (cell.kind == SheetCellKind::Label && cell.text.empty()) return;
        const bool label = cell.kind == SheetCellKind::Label;
        Node& node =
            label ? next("label:", stem + "." + std::to_string(cell.column)) : next("cell:", cell.path);
        const bool same_text = node.value == cell.text;
        node.parent = parent;
        node.rect = m_layout.inside(index);
        node.style = m_layout.styles[index];
        node.value = cell.text;
        node.row_span = cell.row_span;
        node.column_span = cell.column_span;
        if (label) {
            // Broken where the paper breaks it, so that what find-in-page marks lies on the letters.
            if (node.style.align == 'c') {
                const float aside = (node.rect.width - m_layout.text_widths[index]) / 2 - 0.25F;
                node.style.padding_x = std::max(node.style.padding_x, aside);
            }
            node.name = cell.text;
            node.role = label_role(cell, parent);
            const bool title = m_sheet.rows[static_cast<size_t>(cell.row)].kind == SheetRowKind::Title;
            node.level = node.role != Role::Heading ? 0 : title ? 2 : 3;
        } else {
            node.name = m_names.of(cell.path);
            node.role = cell.kind == SheetCellKind::Computed ? Role::Cell : field_role(cell.type);
            node.read_only = cell.kind == SheetCellKind::Computed || !m_editable;
            if (cell.kind == SheetCellKind::Input && node.action == Action())
                node.action = action::EditCell{cell.path};
            node.chosen = cell.type != ValueType::LongText;
            if (node.role == Role::ComboBox && (node.options.empty() || !same_text))
                node.options = options_of(cell);
            describe_state(cell, node);
        }
    }

    Role label_role(const SheetCell& cell, const std::string& parent) {
        const SheetRowKind kind = m_sheet.rows[static_cast<size_t>(cell.row)].kind;
        if (kind == SheetRowKind::Title) return m_heading_due = false, Role::Heading;
        if (!parent.empty())
            return cell.column_header ? Role::ColumnHeader : cell.row_header ? Role::RowHeader : Role::Cell;
        if (kind == SheetRowKind::Grid && std::exchange(m_heading_due, false)) return Role::Heading;
        return Role::Text;
    }

    static Role field_role(ValueType type) {
        if (type == ValueType::Choice) return Role::ComboBox;
        if (type == ValueType::Amount || type == ValueType::Percent) return Role::SpinButton;
        return wraps(type) ? Role::MultilineTextBox : Role::TextBox;
    }

    // The list, with a first entry for nothing and a last one for a text that is not in it.
    std::vector<std::string> options_of(const SheetCell& cell) const {
        std::vector<std::string> options{""};
        if (const PickList* list = m_document.pick_list(cell))
            options.insert(options.end(), list->options.begin(), list->options.end());
        if (std::find(options.begin(), options.end(), cell.text) == options.end())
            options.push_back(cell.text);
        return options;
    }

    void describe_state(const SheetCell& cell, Node& node) const {
        const CellState* state = m_document.state().cell(cell.path);
        if (state == nullptr) return;
        node.required = state->required;
        node.invalid = m_document.mark(*state) == Level::Error;
        const auto messages = m_messages.find(cell.path);
        node.description = messages == m_messages.end() ? std::string() : messages->second;
    }

    void describe_buttons(size_t row, const SheetRow& sheet_row) {
        if (!m_editable) return;
        const bool adds = can_add_row(m_document, sheet_row), removes = can_remove_row(m_document, sheet_row);
        if (!adds && !removes) return;
        const std::string stem = sheet_row.table + "." + sheet_row.table_row;
        const std::string name = m_names.row(sheet_row.table, sheet_row.table_row);
        const auto describe = [&](std::string_view kind, std::string words, const Rect& rect, Action action) {
            Node& node = next(kind, stem);
            node.parent = "row:" + stem;
            node.role = Role::Button;
            node.style = {
                .size = 12, .line_height = 20, .align = 'c', .middle = true, .padding_x = 0, .padding_y = 0};
            node.name = std::move(words);
            node.rect = rect;
            node.action = std::move(action);
        };
        if (adds)
            describe("add:", texts::add_row_after(name), m_layout.add_button(row),
                     action::AddRow{sheet_row.table, sheet_row.table_row});
        if (removes)
            describe("remove:", texts::remove_row(name), m_layout.remove_button(row),
                     action::RemoveRow{sheet_row.table, sheet_row.table_row});
    }

    const Document& m_document;
    const Sheet& m_sheet;
    const PaperLayout& m_layout;
    bool m_editable;
    CellNames m_names;
    std::vector<Node>& m_nodes;
    size_t m_count = 0;  // of them described
    std::unordered_map<std::string, std::string> m_messages;
    std::string m_section, m_table;
    std::unordered_map<std::string, int> m_label_rows;  // rows without a table row so far, by section
    bool m_heading_due = true;
};

}  // namespace

std::string cell_id(std::string_view path) {
    return "cell:" + std::string(path);
}

bool can_add_row(const Document& document, const SheetRow& row) {
    return !row.table_row.empty() &&
           offers_row_behind(document.definition(), document.declaration(), row.table, row.table_row);
}

bool can_remove_row(const Document& document, const SheetRow& row) {
    if (row.table_row.empty()) return false;
    const RowDefinition* definition = document.row_definition(row.table, row.table_row);
    return definition != nullptr && definition->repeatable &&
           !remove_row_edits(document.definition(), document.declaration(), row.table, row.table_row).empty();
}

void describe_paper(const Document& document, const PaperLayout& layout, bool editable,
                    std::vector<Node>& nodes) {
    Describer(document, layout, editable, nodes).run();
}

}  // namespace shenbao::app
