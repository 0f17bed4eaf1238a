#include "app/dialogs/shortcuts_view.h"

#include <algorithm>

#include "app/dialogs/dialog_frame.h"
#include "app/words/dialog_texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kLineHeight = 26, kGroupGap = 14, kTop = 64, kTwoColumns = 620;

float column_height(bool right) {
    float height = 0;
    for (const texts::ShortcutText& line : texts::shortcuts(right))
        height += kLineHeight + (line.keys.empty() && height > 0 ? kGroupGap : 0);
    return height;
}

class ShortcutsView : private DialogFrame {
  public:
    using DialogFrame::DialogFrame;

    void run() {
        draw_title("keys", texts::kShortcuts, texts::kCloseShortcuts);
        const bool two = m_width >= kTwoColumns;
        const float gap = 32, column = two ? (m_width - 2 * kSide - gap) / 2 : m_width - 2 * kSide;
        float bottom = draw_column(false, kSide, kTop, column);
        draw_column(true, two ? kSide + column + gap : kSide, two ? kTop : bottom + kGroupGap, column);
    }

  private:
    float draw_column(bool right, float x, float y, float width) {
        const float top = y;
        int index = 0;
        for (const texts::ShortcutText& line : texts::shortcuts(right)) {
            const std::string id = std::string("keys:") + (right ? "r" : "l") + std::to_string(index++);
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

    // "Enter · Shift+Enter": each between the dots in a cap of its own.
    void draw_shortcut(std::string id, const Rect& rect, const texts::ShortcutText& line) {
        constexpr std::string_view kBetween = " · ";
        constexpr float kCap = 20;
        float x = rect.x;
        std::string_view rest = line.keys;
        while (!rest.empty()) {
            const size_t end = std::min(rest.size(), rest.find(kBetween));
            const std::string_view keys = rest.substr(0, end);
            rest.remove_prefix(std::min(rest.size(), end + kBetween.size()));
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
        m_canvas.describe_text(std::move(id), rect, std::string(line.keys) + "：" + std::string(line.meaning),
                               kSmall, rect.height);
    }
};

}  // namespace

float shortcuts_height(float width) {
    const float left = column_height(false), right = column_height(true);
    return kTop + kDialogBottom + (width >= kTwoColumns ? std::max(left, right) : left + kGroupGap + right);
}

void shortcuts_view(Canvas& canvas, float width) {
    ShortcutsView(canvas, width).run();
}

}  // namespace shenbao::app
