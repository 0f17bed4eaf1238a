// What lies over the form until it is closed. A dialog is one file: it draws itself, says what its buttons
// and keys come to, and knows nothing of who shows it.
#pragma once

#include <string>
#include <string_view>

#include "app/commands/command.h"
#include "app/document/document.h"
#include "app/document/outcome.h"
#include "app/drafts/saving.h"
#include "app/draw/canvas.h"
#include "app/platform/platform.h"

namespace shenbao::app {

// What a dialog may look at, and the drafts, which it may change.
struct DialogContext {
    const Document& document;
    Saving& saving;
    platform::LocalTime now;
};

class Dialog {
  public:
    virtual ~Dialog() = default;

    virtual std::string_view title() const = 0;
    // The most it takes; less in a small window.
    virtual float width() const { return 760; }
    // What it would like at this width. `drawn`: what draw returned last, 0 before.
    virtual float height(float width, float drawn) const = 0;
    // Its content may be longer than its place, so that a scroll bar needs room.
    virtual bool scrolls() const { return true; }

    // Gives the keyboard to one of its nodes.
    virtual Outcome opened(DialogContext& context) = 0;
    // From (0, 0) on; its nodes carry action::InDialog. Returns the height of the content.
    virtual float draw(Canvas& canvas, float width) const = 0;
    // A button of its own was activated.
    virtual Outcome act(int act, std::string_view of, DialogContext& context) = 0;
    // A key that is a command's. `field`: the keyboard is in a field of the dialog. By itself Escape closes,
    // and what is not used does nothing.
    virtual Outcome key(const Command& command, bool field, DialogContext& context);
    // The text of its field now, and as it stands.
    virtual void typed(std::string_view) {}
    virtual std::string field_text() const { return {}; }
    // Another window has written.
    virtual void store_changed(DialogContext&) {}
    // Another declaration stands there. False: what was planned with the old one is void, the dialog closes.
    virtual bool outlives_declaration() const { return true; }
};

}  // namespace shenbao::app
