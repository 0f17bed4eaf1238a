// Law: no text in a slot is taken for a good record unless its checksum holds, and none harms the store: a
// save made afterwards is restored.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "assets/forms.h"
#include "core/drafts/draft_store.h"
#include "tests/core/drafts/faulty_store.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace shenbao;
    static const FormDefinition form = *read_definition(embedded_form()).definition;
    const std::string text(reinterpret_cast<const char*>(data), size);
    drafts::FaultyStore store;
    const std::string prefix = "shenbao/v1/" + form.id + "/current/";
    store.entries[prefix + "a"] = text;
    store.entries[prefix + "head"] = text.substr(0, 12);
    drafts::DraftStore drafts(store, form);
    drafts.restore();
    Declaration declaration = blank_declaration(form);
    declaration.values["person"] = "李晓明";
    if (!drafts.save(declaration, 1).ok()) std::abort();
    const drafts::RestoreResult result = drafts::DraftStore(store, form).restore();
    if (result.status != drafts::DraftStatus::Ok || !(result.declaration == declaration)) std::abort();
    return 0;
}
