#include "app/dialogs/shortcuts_dialog.h"

#include <algorithm>
#include <array>

#include "app/dialogs/dialog_frame.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kLineHeight = 26, kGroupGap = 14, kTop = 64, kTwoColumns = 620;

using Lines = std::vector<ShortcutLine>;

float column_height(const Lines& lines) {
    float height = 0;
    for (const ShortcutLine& line : lines)
        height += kLineHeight + (line.keys.empty() && height > 0 ? kGroupGap : 0);
    return height;
}

class ShortcutsView : private DialogFrame {
  public:
    using DialogFrame::DialogFrame;

    void run(const Lines& left, const Lines& right) {
        draw_title("keys", texts::kShortcuts, texts::kCloseShortcuts, action::InDialog{});
        const bool two = m_width >= kTwoColumns;
        const float gap = 32, column = two ? (m_width - 2 * kSide - gap) / 2 : m_width - 2 * kSide;
        const float bottom = draw_column(left, "keys:l", kSide, kTop, column);
        draw_column(right, "keys:r", two ? kSide + column + gap : kSide, two ? kTop : bottom + kGroupGap,
                    column);
    }

  private:
    float draw_column(const Lines& lines, const std::string& stem, float x, float y, float width) {
        const float top = y;
        int index = 0;
        for (const ShortcutLine& line : lines) {
            const std::string id = stem + std::to_string(index++);
            if (line.keys.empty()) {
                if (y > top) y += kGroupGap;
                draw_group(id, {x, y, width, kLineHeight}, line.meaning);
            } else {
                draw_shortcut(id, {x, y, width, kLineHeight}, line);
            }
            y += kLineHeight;
        }
        return y;
    }

    void draw_group(std::string id, const Rect& rect, std::string_view title) {
        m_canvas.text(rect, title, kBodyBold, m_colors.accent_strong);
        m_canvas.horizontal(rect.x, rect.y + rect.height - 1, rect.width, m_colors.border);
        Node node;
        node.id = std::move(id);
        node.role = Role::Heading;
        node.level = 3;
        node.name = node.value = title;
        node.rect = rect;
        node.style = {.size = 13, .line_height = rect.height, .weight = 700, .padding_x = 0, .padding_y = 0};
        m_canvas.describe(std::move(node));
    }

    // Each of the keys in a cap of its own.
    void draw_shortcut(std::string id, const Rect& rect, const ShortcutLine& line) {
        constexpr float kCap = 20;
        float x = rect.x;
        std::string all;
        for (const std::string& keys : line.keys) {
            if (!all.empty()) all += texts::kBetween;
            all += keys;
            const float width = measure(keys, kSmall) + 12;
            const Rect cap{x, rect.y + (rect.height - kCap) / 2, width, kCap};
            m_canvas.fill(cap, m_colors.sunken, 4);
            m_canvas.frame(cap, m_colors.border_strong, 1, 4);
            m_canvas.text(cap, keys, kSmall, m_colors.text, 'c');
            x += width + 6;
        }
        const float meaning = rect.x + rect.width * 0.48F;
        m_canvas.text({meaning, rect.y, rect.x + rect.width - meaning, rect.height}, line.meaning, kSmall,
                      m_colors.text_soft);
        m_canvas.describe_text(std::move(id), rect, texts::labelled(all, line.meaning), kSmall, rect.height);
    }
};

}  // namespace

ShortcutsDialog::ShortcutsDialog(std::span<const Command> table)
    : m_left(shortcut_lines(table, std::array{ShortcutGroup::Filling, ShortcutGroup::Moving})),
      m_right(shortcut_lines(
          table, std::array{ShortcutGroup::Tables, ShortcutGroup::Checking, ShortcutGroup::Files})) {}

std::string_view ShortcutsDialog::title() const {
    return texts::kShortcuts;
}

float ShortcutsDialog::height(float width, float) const {
    const float left = column_height(m_left), right = column_height(m_right);
    return kTop + kDialogBottom + (width >= kTwoColumns ? std::max(left, right) : left + kGroupGap + right);
}

Outcome ShortcutsDialog::opened(DialogContext&) {
    return Outcome::of(effect::GiveKeyboardLater{"keys:close"});
}

float ShortcutsDialog::draw(Canvas& canvas, float width) const {
    ShortcutsView(canvas, width).run(m_left, m_right);
    return height(width, 0);
}

Outcome ShortcutsDialog::act(int, std::string_view, DialogContext&) {
    return Outcome::of(effect::CloseDialog{});
}

// The key that opens it closes it again.
Outcome ShortcutsDialog::key(const Command& command, bool field, DialogContext& context) {
    return command.name == "shortcuts" ? Outcome::of(effect::CloseDialog{})
                                       : Dialog::key(command, field, context);
}

}  // namespace shenbao::app
