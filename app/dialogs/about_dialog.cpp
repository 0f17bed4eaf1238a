#include "app/dialogs/about_dialog.h"

#include <algorithm>

#include "app/dialogs/dialog_frame.h"
#include "app/words/about_texts_zh.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/formats/json/declaration_json.h"

namespace shenbao::app {

namespace {

class AboutView : private DialogFrame {
  public:
    using DialogFrame::DialogFrame;

    void head() {
        draw_title("about", texts::kAbout, texts::kCloseAbout, action::InDialog{});
        m_y = 68;
    }

    void line(std::string_view name, const std::string& text, const std::string& help, size_t index) {
        constexpr float kName = 96, kGap = 14;
        const float x = kSide + kName, width = m_width - x - kSide;
        const auto lines = [&](const std::string& words, TextFace face) {
            return static_cast<float>(m_canvas.texts().get(words, face, width).lines.size());
        };
        const float top = m_y;
        m_canvas.text({kSide, m_y, kName - 12, kLine}, name, kSmall, m_colors.text_soft);
        m_canvas.paragraph({x, m_y, width, 1000}, text, kBody, kLine, m_colors.text);
        m_y += kLine * lines(text, kBody);
        if (!help.empty()) {
            m_canvas.paragraph({x, m_y + 2, width, 1000}, help, kSmall, 18, m_colors.text_soft);
            m_y += 18 * lines(help, kSmall) + 2;
        }
        m_canvas.describe_text("about:" + std::to_string(index), {kSide, top, m_width - 2 * kSide, m_y - top},
                               texts::labelled(name, help.empty() ? text : text + "\n" + help), kSmall, 18);
        m_y += kGap;
    }

    float bottom() const { return m_y - 6 + kDialogBottom; }
};

// In groups of eight on two lines, which eyes can compare.
std::string grouped(const std::string& code) {
    std::string groups;
    for (size_t i = 0; i < code.size(); i += 8)
        groups += (i == 0 ? "" : i == code.size() / 2 ? "\n" : " ") + code.substr(i, 8);
    return groups;
}

}  // namespace

std::string_view AboutDialog::title() const {
    return texts::kAbout;
}

float AboutDialog::height(float, float drawn) const {
    return drawn > 0 ? drawn : 320;
}

Outcome AboutDialog::opened(DialogContext& context) {
    const FormDefinition& form = context.document.definition();
    const drafts::DraftFacts facts = facts_of(context.document, context.saving.keeper().name());
    m_lines = {{texts::kAboutForm, form.title, {}},
               {texts::kAboutVersion, form.version, {}},
               {texts::kAboutDraft, texts::draft_name(facts), context.saving.notice().text},
               {texts::kAboutCode, grouped(declaration_checksum(form, context.document.declaration())),
                std::string(texts::kAboutCodeHelp)},
               {texts::kAboutWhere, texts::stored(context.saving.keeper().library().list().bytes),
                std::string(texts::kAboutWhereHelp)}};
    return Outcome::of(effect::GiveKeyboardLater{"about:close"});
}

float AboutDialog::draw(Canvas& canvas, float width) const {
    AboutView view(canvas, width);
    view.head();
    for (size_t i = 0; i < m_lines.size(); ++i)
        view.line(m_lines[i].name, m_lines[i].text, m_lines[i].help, i);
    return view.bottom();
}

Outcome AboutDialog::act(int, std::string_view, DialogContext&) {
    return Outcome::of(effect::CloseDialog{});
}

}  // namespace shenbao::app
