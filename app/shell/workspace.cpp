#include "app/shell/workspace.h"

#include "app/platform/platform.h"

namespace shenbao::app {

Workspace::Workspace(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store)
    : document(form, blank_declaration(form->definition()), platform::now().day),
      saving(store, document.definition(), platform::window_id()) {}

DialogContext Workspace::dialog_context() {
    return {document, saving, platform::now()};
}

}  // namespace shenbao::app
