#include "app/dialogs/preview_dialog.h"

#include <algorithm>

#include "app/dialogs/dialog_frame.h"
#include "app/draw/controls.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

// Acts of the dialog: close, and the choices from 0 on.
constexpr int kCloses = -1;

class PreviewView : private DialogFrame {
  public:
    PreviewView(Canvas& canvas, float width, const Preview& preview)
        : DialogFrame(canvas, width), m_preview(preview) {}

    float run() {
        draw_head();
        for (const PreviewPart& part : m_preview.parts) {
            if (part.lines.empty()) continue;
            if (!part.title.empty()) {
                words(id(part.id), {kSide, m_y, m_width - 2 * kSide, 24}, part.title, kBodyBold,
                      m_colors.explain);
                m_y += 28;
            }
            draw_heads(part.heads);
            for (size_t i = 0; i < part.lines.size(); ++i) draw_line(part, i);
            m_y += 20;
        }
        if (m_preview.unlisted > 0) {
            words(id("more"), {kSide + 8, m_y + 6, m_width - 2 * kSide, kLine},
                  texts::more_cells(m_preview.unlisted), kSmall, m_colors.text_soft);
            m_y += 32;
        }
        return m_y;
    }

  private:
    std::string id(std::string_view rest) const { return std::string(m_preview.id).append(":").append(rest); }

    void draw_head() {
        float right =
            draw_title(m_preview.id, m_preview.title, texts::kPreviewCancel, action::InDialog{kCloses, {}});
        for (size_t i = 0; i < m_preview.choices.size(); ++i) {
            const std::string& label = m_preview.choices[i].label;
            const ButtonLook look{
                .label = label, .has_icon = false, .framed = i > 0, .primary = i == 0, .face = kBody};
            const float width = std::max(72.0F, button_width(look));
            button(m_canvas, id(i == 0 ? "apply" : "apply:" + std::to_string(i)),
                   {right - width, 16, width, 32}, look, label, action::InDialog{static_cast<int>(i), {}});
            right -= width + 8;
        }
        m_y += m_canvas.paragraph({kSide, m_y + 2, m_width - 2 * kSide, 1000}, m_preview.summary, kBody, 20,
                                  m_colors.text_soft) +
               14;
        m_canvas.describe_text(id("summary"), {kSide, 62, m_width - 2 * kSide, m_y - 76}, m_preview.summary,
                               kBody, 20);
    }

    struct Columns {
        float first, second, third, end;
    };
    Columns columns() const {
        const float inner = m_width - 2 * kSide - 16;
        return {kSide + 8, kSide + 8 + inner * 0.42F, kSide + 8 + inner * 0.71F, m_width - kSide - 8};
    }

    void draw_heads(const std::array<std::string_view, 3>& heads) {
        const auto [first, second, third] = heads;
        const Columns at = columns();
        m_canvas.text({at.first, m_y, at.second - at.first, 24}, first, kSmallBold, m_colors.text_soft);
        m_canvas.text({at.second, m_y, at.third - at.second, 24}, second, kSmallBold, m_colors.text_soft);
        m_canvas.text({at.third, m_y, at.end - at.third, 24}, third, kSmallBold, m_colors.text_soft);
        m_y += 28;
        m_canvas.horizontal(kSide, m_y - 1, m_width - 2 * kSide, m_colors.border_strong);
    }

    // Three texts side by side, each broken in its column.
    void draw_line(std::string id, const std::string (&parts)[3], const ImU32 (&inks)[3],
                   std::string_view spoken) {
        const Columns at = columns();
        const float left[] = {at.first, at.second, at.third};
        const float width[] = {at.second - at.first - 12, at.third - at.second - 12, at.end - at.third};
        size_t lines = 1;
        for (int i = 0; i < 3; ++i)
            lines = std::max(lines, m_canvas.texts().get(parts[i], kSmall, width[i]).lines.size());
        const float height = 18 * static_cast<float>(lines) + 10;
        const Rect rect{kSide, m_y, m_width - 2 * kSide, height};
        if (m_canvas.in_view(rect)) {
            for (int i = 0; i < 3; ++i)
                m_canvas.paragraph({left[i], m_y + 5, width[i], height}, parts[i], kSmall, 18, inks[i]);
            m_canvas.horizontal(kSide, m_y + height - 1, m_width - 2 * kSide, m_colors.border);
        }
        m_canvas.describe_text(std::move(id), rect, spoken, kSmall, 18);
        m_y += height;
    }

    void draw_line(const PreviewPart& part, size_t index) {
        const PreviewLine& line = part.lines[index];
        const std::string name = id(std::string(part.id) + ":" + std::to_string(index));
        if (part.refused)
            return draw_line(name, {line.place, line.to, line.from},
                             {m_colors.text, m_colors.text_soft, m_colors.explain},
                             texts::labelled(line.place, line.to) + std::string(texts::kComma) + line.from);
        const std::string before(line.from.empty() ? texts::kEmpty : std::string_view(line.from));
        const std::string after(line.to.empty() ? texts::kCleared : std::string_view(line.to));
        draw_line(name, {line.place, before, after},
                  {m_colors.text, line.from.empty() ? m_colors.text_faint : m_colors.text_soft,
                   line.to.empty() ? m_colors.explain : m_colors.entered},
                  texts::labelled(line.place, texts::turned(before, after)));
    }

    const Preview& m_preview;
};

}  // namespace

float PreviewDialog::height(float, float drawn) const {
    return drawn > 0 ? drawn : 600;
}

Outcome PreviewDialog::opened(DialogContext&) {
    const std::string_view first = m_preview->choices.empty() ? ":close" : ":apply";
    return Outcome::of(effect::GiveKeyboardLater{std::string(m_preview->id).append(first)},
                       effect::Say{m_preview->summary});
}

float PreviewDialog::draw(Canvas& canvas, float width) const {
    return PreviewView(canvas, width, *m_preview).run() + kDialogBottom;
}

Outcome PreviewDialog::act(int act, std::string_view, DialogContext&) {
    if (act == kCloses) return Outcome::of(effect::CloseDialog{});
    const PreviewChoice& choice = m_preview->choices[static_cast<size_t>(act)];
    if (choice.instead) return Outcome::of(effect::CloseDialog{}, effect::ShowPreview{choice.instead});
    // Another window may have taken the draft since; what was planned stays in sight then.
    Outcome outcome =
        Outcome::of(effect::RequireEditing{}, effect::Apply{choice.step, choice.edits},
                    effect::Say{texts::done(choice.step)}, effect::RefreshField{}, effect::CloseDialog{});
    if (!choice.then.empty()) outcome.then(effect::GiveKeyboardLater{choice.then});
    return outcome;
}

}  // namespace shenbao::app
