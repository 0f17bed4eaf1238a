#include "app/dialogs/shortcuts_dialog.h"

#include <algorithm>
#include <array>

#include "app/dialogs/dialog_frame.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kLineHeight = 26, kGroupGap = 14, kTop = 64, kStepLine = 20, kCell = 18, kTwoColumns = 620;

using Lines = std::vector<ShortcutLine>;

// Its words, with the keys of the commands they name.
std::string with_keys(std::string_view words, std::span<const Command> table) {
    std::string text(words);
    for (const Command& command : table)
        if (const std::string name = '{' + std::string(command.name) + '}'; text.find(name) != text.npos)
            text.replace(text.find(name), name.size(), shown_stroke(command.strokes[0]));
    return text;
}

class ShortcutsView : private DialogFrame {
  public:
    using DialogFrame::DialogFrame;

    float run(const std::vector<std::string>& steps, const Lines& left, const Lines& right) {
        draw_title("keys", texts::kShortcuts, texts::kCloseShortcuts, action::InDialog{});
        m_y = kTop;
        draw_steps(steps);
        draw_marks();
        const bool two = m_width >= kTwoColumns;
        const float gap = 32, column = two ? (m_width - 2 * kSide - gap) / 2 : m_width - 2 * kSide;
        const float bottom = draw_column(left, "keys:l", kSide, m_y, column);
        const float end = draw_column(right, "keys:r", two ? kSide + column + gap : kSide,
                                      two ? m_y : bottom + kGroupGap, column);
        return std::max(bottom, end) + kDialogBottom;
    }

  private:
    void draw_steps(const std::vector<std::string>& steps) {
        const float width = m_width - 2 * kSide;
        draw_group("guide:steps", {kSide, m_y, width, kLineHeight}, texts::kGuide);
        m_y += kLineHeight + 6;
        for (size_t i = 0; i < steps.size(); ++i) {
            const float height =
                m_canvas.paragraph({kSide, m_y, width, 1000}, steps[i], kBody, kStepLine, m_colors.text);
            m_canvas.describe_text("guide:" + std::to_string(i), {kSide, m_y, width, height}, steps[i], kBody,
                                   kStepLine);
            m_y += height + 6;
        }
        m_y += kGroupGap - 6;
    }

    // Each as the paper shows it.
    void draw_marks() {
        draw_group("guide:marks", {kSide, m_y, m_width - 2 * kSide, kLineHeight}, texts::kMarks);
        m_y += kLineHeight + 8;
        const ImU32 grounds[] = {m_colors.required_fill, m_colors.computed_fill};
        const ImU32 corners[] = {m_colors.error, m_colors.explain, m_colors.hint};
        float x = kSide;
        int index = 0;
        for (std::string_view meaning : texts::kMarkMeanings) {
            const float length = kCell + 28 + measure(meaning, kBody);
            if (x + length > m_width - kSide) x = kSide, m_y += kLineHeight;
            const Rect cell{x, m_y + 1, kCell + 8, kCell};
            m_canvas.fill(cell, index < 2 ? grounds[index] : m_colors.page);
            m_canvas.frame(cell, m_colors.rule, 1);
            if (index >= 2) {
                const ImVec2 corner = m_canvas.at(cell.x + cell.width, cell.y);
                m_canvas.list().AddTriangleFilled({corner.x - 8, corner.y}, corner, {corner.x, corner.y + 8},
                                                  corners[index - 2]);
            }
            words("guide:mark" + std::to_string(index), {cell.x + cell.width + 6, m_y, length, kStepLine},
                  meaning, kBody, m_colors.text);
            x += length + 12;
            ++index;
        }
        m_y += kLineHeight;
        words("guide:slots", {kSide, m_y, m_width - 2 * kSide, kStepLine}, texts::kOpenSlots, kBody,
              m_colors.text);
        m_y += kLineHeight + kGroupGap;
    }

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
          table, std::array{ShortcutGroup::Tables, ShortcutGroup::Checking, ShortcutGroup::Files})) {
    for (std::string_view step : texts::kGuideSteps) m_steps.push_back(with_keys(step, table));
}

std::string_view ShortcutsDialog::title() const {
    return texts::kShortcuts;
}

float ShortcutsDialog::height(float, float drawn) const {
    return drawn > 0 ? drawn : 720;
}

Outcome ShortcutsDialog::opened(DialogContext&) {
    return Outcome::of(effect::GiveKeyboardLater{"keys:close"});
}

float ShortcutsDialog::draw(Canvas& canvas, float width) const {
    return ShortcutsView(canvas, width).run(m_steps, m_left, m_right);
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
