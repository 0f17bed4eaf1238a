// Law: no text under a draft's names is taken for a good record unless its checksum holds, and none harms the
// store: a save made afterwards is restored.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "assets/forms.h"
#include "core/drafts/draft_archive.h"
#include "tests/core/drafts/faulty_store.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace shenbao;
    static const FormDefinition form = *read_definition(embedded_form()).definition;
    const std::string text(reinterpret_cast<const char*>(data), size);
    drafts::FaultyStore store;
    const std::string prefix = "shenbao/v1/" + form.id + "/current/";
    // As a record of the first layout, as whole record, as change, as summary and as lease.
    store.entries[prefix + "a"] = text;
    store.entries[prefix + "head"] = text.substr(0, 12);
    store.entries[prefix + "r/9.9.9.9.fuzz"] = text;
    store.entries[prefix + "h/9.9.9.9.fuzz~9.9.fuzz"] = text;
    store.entries[prefix + "info"] = text;
    store.entries[prefix + "lease"] = text;
    drafts::DraftLibrary(store, form, "list").list();
    drafts::read_archive(store, form, text);
    drafts::DraftSession session(store, form, "current", "one");
    session.open();
    Declaration declaration = blank_declaration(form);
    declaration.values["person"] = "李晓明";
    if (session.take(1) != drafts::DraftStatus::Ok) std::abort();
    if (session.save(declaration, {}, 1) != drafts::DraftStatus::Ok) std::abort();
    const drafts::OpenedDraft result = drafts::DraftSession(store, form, "current", "two").open();
    if (result.status != drafts::DraftStatus::Ok || !(result.declaration == declaration)) std::abort();
    return 0;
}
