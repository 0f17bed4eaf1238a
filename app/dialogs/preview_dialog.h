// What a step would do, before it is done: a block from the clipboard, the rows of a table's peer.
#pragma once

#include <memory>

#include "app/dialogs/dialog.h"
#include "app/document/preview.h"

namespace shenbao::app {

class PreviewDialog : public Dialog {
  public:
    explicit PreviewDialog(std::shared_ptr<const Preview> preview) : m_preview(std::move(preview)) {}

    std::string_view title() const override { return m_preview->title; }
    // Known once it has been drawn.
    float height(float width, float drawn) const override;
    Outcome opened(DialogContext& context) override;
    float draw(Canvas& canvas, float width) const override;
    Outcome act(int act, std::string_view of, DialogContext& context) override;
    bool outlives_declaration() const override { return false; }

  private:
    std::shared_ptr<const Preview> m_preview;
};

}  // namespace shenbao::app
