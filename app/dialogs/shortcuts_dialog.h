// Help: the way from an empty form to one that is handed in, what colours mean, and the keyboard shortcuts
// out of the command table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/commands/shortcut_sheet.h"
#include "app/dialogs/dialog.h"

namespace shenbao::app {

class ShortcutsDialog : public Dialog {
  public:
    explicit ShortcutsDialog(std::span<const Command> table);

    std::string_view title() const override;
    float height(float width, float drawn) const override;
    Outcome opened(DialogContext& context) override;
    float draw(Canvas& canvas, float width) const override;
    Outcome act(int act, std::string_view of, DialogContext& context) override;
    Outcome key(const Command& command, bool field, DialogContext& context) override;

  private:
    std::vector<std::string> m_steps;
    std::vector<ShortcutLine> m_left, m_right;
};

}  // namespace shenbao::app
