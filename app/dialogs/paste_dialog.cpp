#include "app/dialogs/paste_dialog.h"

#include <algorithm>

#include "app/dialogs/dialog_frame.h"
#include "app/draw/controls.h"
#include "app/paper/ranges.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

enum class PasteAct { Close, Apply };

action::InDialog does(PasteAct act) {
    return {static_cast<int>(act), {}};
}

class PasteView : private DialogFrame {
  public:
    PasteView(Canvas& canvas, float width, const PastePlan& plan)
        : DialogFrame(canvas, width), m_plan(plan) {}

    float run() {
        draw_head();
        if (!m_plan.changes.empty()) {
            draw_columns(texts::kPasteColumnCell, texts::kPasteColumnNow, texts::kPasteColumnThen);
            for (size_t i = 0; i < m_plan.changes.size(); ++i) draw_change(m_plan.changes[i], i);
            m_y += 20;
        }
        if (!m_plan.refused.empty()) {
            words("paste:refused", {kSide, m_y, m_width - 2 * kSide, 24}, texts::kPasteRefused, kBodyBold,
                  m_colors.explain);
            m_y += 28;
            draw_columns(texts::kPasteColumnPlace, texts::kPasteColumnText, texts::kPasteColumnReason);
            for (size_t i = 0; i < m_plan.refused.size(); ++i) draw_refused(m_plan.refused[i], i);
        }
        if (m_plan.beyond > 0) {
            const std::string more = texts::more_cells(m_plan.beyond);
            words("paste:more", {kSide + 8, m_y + 6, m_width - 2 * kSide, kLine}, more, kSmall,
                  m_colors.text_soft);
            m_y += 32;
        }
        return m_y;
    }

  private:
    void draw_head() {
        const float right =
            draw_title("paste", texts::kPastePreview, texts::kPasteCancel, does(PasteAct::Close));
        if (!m_plan.changes.empty()) {
            const ButtonLook look{
                .label = texts::kPasteApply, .has_icon = false, .primary = true, .face = kBody};
            const float width = std::max(72.0F, button_width(look));
            button(m_canvas, "paste:apply", {right - width, 16, width, 32}, look, texts::kPasteApply,
                   does(PasteAct::Apply));
        }
        words("paste:summary", {kSide, m_y, m_width - 2 * kSide, 24}, summary_of(m_plan), kBody,
              m_colors.text_soft);
        m_y += 36;
    }

    struct Columns {
        float first, second, third, end;
    };
    Columns columns() const {
        const float inner = m_width - 2 * kSide - 16;
        return {kSide + 8, kSide + 8 + inner * 0.42F, kSide + 8 + inner * 0.71F, m_width - kSide - 8};
    }

    void draw_columns(std::string_view first, std::string_view second, std::string_view third) {
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

    void draw_change(const PasteItem& item, size_t index) {
        const std::string before(item.from.empty() ? texts::kEmpty : std::string_view(item.from));
        const std::string after(item.to.empty() ? texts::kCleared : std::string_view(item.to));
        draw_line("paste:change:" + std::to_string(index), {item.name, before, after},
                  {m_colors.text, item.from.empty() ? m_colors.text_faint : m_colors.text_soft,
                   item.to.empty() ? m_colors.explain : m_colors.entered},
                  texts::labelled(item.name, texts::turned(before, after)));
    }

    void draw_refused(const PasteItem& item, size_t index) {
        std::string where = texts::paste_place(item.row, item.column);
        if (!item.name.empty()) where += " → " + item.name;
        const std::string reason(reason_of(item.problem));
        draw_line("paste:refused:" + std::to_string(index), {where, item.to, reason},
                  {m_colors.text, m_colors.text_soft, m_colors.explain},
                  texts::labelled(where, item.to) + std::string(texts::kComma) + reason);
    }

    const PastePlan& m_plan;
};

}  // namespace

std::string_view PasteDialog::title() const {
    return texts::kPastePreview;
}

float PasteDialog::height(float, float drawn) const {
    return drawn > 0 ? drawn : 600;
}

Outcome PasteDialog::opened(DialogContext&) {
    return Outcome::of(effect::GiveKeyboardLater{m_plan.changes.empty() ? "paste:close" : "paste:apply"},
                       effect::Say{summary_of(m_plan)});
}

float PasteDialog::draw(Canvas& canvas, float width) const {
    return PasteView(canvas, width, m_plan).run() + kDialogBottom;
}

Outcome PasteDialog::act(int act, std::string_view, DialogContext&) {
    if (act == static_cast<int>(PasteAct::Close)) return Outcome::of(effect::CloseDialog{});
    // Another window may have taken the draft since; what was to be pasted stays in sight then.
    return Outcome::of(effect::RequireEditing{}).then(paste_cells(m_plan)).then(effect::CloseDialog{});
}

}  // namespace shenbao::app
