// Law: what read_declaration accepts, write_declaration writes so that reading gives the same declaration,
// without a note about the checksum, and writing gives the same bytes.
#include <cstdint>
#include <cstdlib>

#include "assets/forms.h"
#include "core/formats/json/declaration_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace shenbao;
    static const FormDefinition form = *read_definition(embedded_form()).definition;
    const ReadResult first = read_declaration(form, {reinterpret_cast<const char*>(data), size});
    if (!first.ok()) {
        if (first.message.empty() || !(first.declaration == Declaration())) std::abort();
        return 0;
    }
    const std::string written = write_declaration(form, first.declaration);
    const ReadResult second = read_declaration(form, written);
    if (!second.ok() || !(second.declaration == first.declaration)) std::abort();
    for (const ReadNote& note : second.notes)
        if (note.where == "/sha256") std::abort();
    if (write_declaration(form, second.declaration) != written) std::abort();
    return 0;
}
