// A block from the clipboard before it is pasted: what it would change, and what cannot be taken.
#pragma once

#include "app/dialogs/dialog.h"
#include "app/paste/paste_plan.h"

namespace shenbao::app {

class PasteDialog : public Dialog {
  public:
    explicit PasteDialog(PastePlan plan) : m_plan(std::move(plan)) {}

    std::string_view title() const override;
    // Known once it has been drawn.
    float height(float width, float drawn) const override;
    Outcome opened(DialogContext& context) override;
    float draw(Canvas& canvas, float width) const override;
    Outcome act(int act, std::string_view of, DialogContext& context) override;
    bool outlives_declaration() const override { return false; }

  private:
    PastePlan m_plan;
};

}  // namespace shenbao::app
