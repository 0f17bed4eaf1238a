// What the pages of the draft manager have in common: head and message.
#pragma once

#include <string_view>

#include "app/dialogs/dialog_frame.h"
#include "app/dialogs/drafts_dialog.h"

namespace shenbao::app {

class DraftsFrame : public DialogFrame {
  public:
    DraftsFrame(Canvas& canvas, float width, const DraftsState& state)
        : DialogFrame(canvas, width), m_state(state) {}

  protected:
    static constexpr float kRow = 60;

    void draw_head(std::string_view title);

    const DraftsState& m_state;

  private:
    void draw_message();
};

// The pages behind the list: versions, a comparison, a file's drafts, damaged records. Returns their height.
float drafts_detail_view(Canvas& canvas, float width, const DraftsState& state);

}  // namespace shenbao::app
