// About this form: which one and which version it is, the check code of what is filled in, where the drafts
// are.
#pragma once

#include <string>
#include <vector>

#include "app/dialogs/dialog.h"

namespace shenbao::app {

class AboutDialog : public Dialog {
  public:
    std::string_view title() const override;
    float width() const override { return 620; }
    float height(float width, float drawn) const override;
    Outcome opened(DialogContext& context) override;
    float draw(Canvas& canvas, float width) const override;
    Outcome act(int act, std::string_view of, DialogContext& context) override;
    // What it says is about the declaration that stands there.
    bool outlives_declaration() const override { return false; }

  private:
    struct Line {
        std::string_view name;
        std::string text, help;
    };
    std::vector<Line> m_lines;
};

}  // namespace shenbao::app
