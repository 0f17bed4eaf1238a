#include "app/shell/help_view.h"

#include "app/draw/controls.h"
#include "app/editing/rows.h"
#include "app/findings/linked_tables.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

struct CellHelp {
    std::string name;
    std::string_view kind;  // 必填, 选填, 自动计算
    bool computed = false, required = false;
    Direction direction = Direction::None;
    std::string_view formula;  // of the row
    std::string_view note;     // of the column or field
    std::string sum;           // 自动计算 = 1424 + 487
};

// What a total is made of.
std::string sum_of(const Document& document, const PathParts& parts) {
    const RowDefinition* total =
        parts.table.empty() ? nullptr : document.row_definition(parts.table, parts.row);
    if (total == nullptr || total->kind != RowKind::Total) return {};
    std::string sum;
    for (const auto& [id, row] : document.declaration().rows.find(parts.table)->second) {
        const CellState* state = document.state().cell(cell_path(parts.table, id, parts.column));
        if (id == parts.row || state == nullptr || state->text.empty()) continue;
        sum += (sum.empty() ? " = " : " + ") + state->text;
    }
    return sum;
}

CellHelp help_of(const Document& document, std::string_view path) {
    CellHelp help;
    help.name = document.name_of(path);
    if (const CellState* state = document.state().cell(path)) {
        help.computed = state->computed;
        help.required = state->required;
    }
    if (help.computed) help.sum = sum_of(document, split_path(path));
    help.kind = help.computed ? texts::kComputed : help.required ? texts::kRequired : texts::kOptional;
    const PathParts parts = split_path(path);
    if (const FieldDefinition* field = document.definition().field(path)) help.note = field->help;
    if (parts.table.empty()) return help;
    if (const RowDefinition* row = document.row_definition(parts.table, parts.row)) {
        help.direction = row->direction;
        help.formula = row->help;
    }
    if (const TableDefinition* table = document.definition().table(parts.table))
        if (const ColumnDefinition* column = table->column(parts.column)) help.note = column->help;
    return help;
}

class HelpCard {
  public:
    HelpCard(Canvas& canvas, float width) : m_canvas(canvas), m_colors(canvas.colors()), m_width(width) {}

    void draw(const CellHelp& help) {
        block("help:name", help.name, kBodyBold, 20, m_colors.text, 0);
        m_y += 6;
        m_chips = m_y;
        float x = chip(kLeft, help.kind,
                       help.computed   ? m_colors.accent
                       : help.required ? m_colors.explain
                                       : m_colors.hint,
                       help.computed   ? m_colors.accent_soft
                       : help.required ? m_colors.explain_soft
                                       : m_colors.hint_soft);
        const std::string_view direction = texts::direction_text(help.direction);
        if (!direction.empty()) x = chip(x, direction, m_colors.good, m_colors.good_soft);
        m_y += 30;
        if (!help.sum.empty())
            block("help:sum", std::string(texts::kTotal) + help.sum, kSmall, 19, m_colors.text, 8);
        if (!help.formula.empty()) block("help:formula", help.formula, kSmall, 19, m_colors.text, 8);
        if (!help.note.empty()) block("help:note", help.note, kSmall, 19, m_colors.text_soft, 8);
    }
    // Beside the name of the row.
    void draw_moves(const Document& document, std::string_view path, bool editable) {
        const PathParts parts = split_path(path);
        const std::string table(parts.table), row(parts.row);
        const bool can_move_up = can_move_row(document, table, row, -1);
        const bool can_move_down = can_move_row(document, table, row, 1);
        if (!can_move_up && !can_move_down) return;
        const std::string stem = table + "." + row;
        const std::string name = document.row_name(parts.table, parts.row);
        const ButtonLook up{
            .label = texts::kMoveUp, .icon = Icon::Up, .disabled = !can_move_up || !editable, .face = kSmall};
        const ButtonLook down{.label = texts::kMoveDown,
                              .icon = Icon::Down,
                              .disabled = !can_move_down || !editable,
                              .face = kSmall};
        const float width = button_width(up);
        const float right = m_width - kLeft + 6;
        button(m_canvas, "up:" + stem, {right - 2 * width - 2, m_chips - 1, width, 24}, up,
               texts::move_row_up(name), action::MoveRow{table, row, -1});
        button(m_canvas, "down:" + stem, {right - width, m_chips - 1, width, 24}, down,
               texts::move_row_down(name), action::MoveRow{table, row, 1});
    }
    // In a table that can be filled from its peer.
    void draw_filling(const Document& document, std::string_view path, bool editable) {
        const std::string_view table = split_path(path).table;
        const TableDefinition* follows = following_table(document.definition(), table);
        if (follows == nullptr || follows->id != table) return;
        const std::string label = fill_label(document.definition(), table);
        const ButtonLook look{
            .label = label, .has_icon = false, .framed = true, .disabled = !editable, .face = kSmall};
        button(m_canvas, "button:fill-from-peer", {kLeft, m_y, button_width(look) + 8, 28}, look, label,
               action::RunCommand{"fill-from-peer"});
        m_y += 36;
    }
    float height() const { return m_y + 8; }
    float draw_empty() {
        block("help:empty", texts::kNoCell, kSmall, 19, m_colors.text_faint, 0);
        return m_y + 8;
    }

  private:
    static constexpr float kLeft = 16;

    void block(std::string id, std::string_view text, TextFace face, float line, ImU32 color, float after) {
        const Rect rect{kLeft, m_y, m_width - 2 * kLeft, 0};
        const float height = m_canvas.paragraph({rect.x, rect.y, rect.width, 10000}, text, face, line, color);
        m_canvas.describe_text(std::move(id), {rect.x, rect.y, rect.width, height}, text, face, line);
        m_y += height + after;
    }
    float chip(float x, std::string_view text, ImU32 ink, ImU32 ground) {
        const float width = measure(text, kSmall) + 16;
        const Rect rect{x, m_y, width, 22};
        m_canvas.fill(rect, ground, 11);
        m_canvas.text(rect, text, kSmall, ink, 'c');
        m_canvas.describe_text("help:" + std::string(text), rect, text, kSmall, 22);
        return x + width + 6;
    }

    Canvas& m_canvas;
    const Palette& m_colors;
    float m_width;
    float m_y = 12;
    float m_chips = 0;  // where the chips lie
};

}  // namespace

float help_view(Canvas& canvas, float width, const Document& document, std::string_view path, bool editable) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, 10000}, colors.sunken);
    canvas.vertical(0, 0, 10000, colors.border);
    canvas.horizontal(0, 0, width, colors.border);
    HelpCard card(canvas, width);
    if (path.empty()) return card.draw_empty();
    card.draw(help_of(document, path));
    card.draw_moves(document, path, editable);
    card.draw_filling(document, path, editable);
    return card.height();
}

}  // namespace shenbao::app
