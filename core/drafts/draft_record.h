// One saved copy of a draft as text: an envelope of JSON whose last member is the checksum of all bytes
// before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/read_result.h"

namespace shenbao::drafts {

struct DraftRecord {
    enum class State { Good, Damaged, Newer };
    State state = State::Damaged;
    unsigned long long sequence = 0;  // of a damaged record: as far as it can still be read, else 0
    long long saved_at = 0;
    Declaration declaration;  // only when Good
    std::vector<ReadNote> notes;
};

std::string write_draft_record(const FormDefinition& definition, std::string_view draft,
                               const Declaration& declaration, unsigned long long sequence,
                               long long saved_at);
DraftRecord read_draft_record(const FormDefinition& definition, std::string_view text);

}  // namespace shenbao::drafts
