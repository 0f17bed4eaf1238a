#include "app/dialogs/dialog.h"

namespace shenbao::app {

Outcome Dialog::key(const Command& command, bool, DialogContext&) {
    return command.name == "escape" ? Outcome::of(effect::CloseDialog{}) : Outcome::taken();
}

}  // namespace shenbao::app
