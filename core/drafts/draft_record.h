// One saved copy of a draft as text: an envelope of JSON whose last member is the checksum of all bytes
// before it. A whole record holds the declaration, a change record what differs from a whole one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/result/read_result.h"

namespace shenbao::drafts {

// What a list of drafts says about one, kept beside the declaration so that nothing must be computed for it.
struct DraftFacts {
    std::string name;  // as the person calls it; "" = unit and year
    std::string unit;  // who declares
    int year = 0;      // declared for; 0: unknown
    int required = 0, filled = 0, errors = 0, explains = 0, hints = 0;
    int due = 0;            // blank, and not yet counted among the errors
    std::string step = {};  // what was done last before it was saved; "": unknown
    bool operator==(const DraftFacts&) const = default;
};

struct RecordHead {
    unsigned long long sequence = 0;
    long long saved_at = 0;  // milliseconds since 1970-01-01 UTC
    DraftFacts facts;
};

struct DraftRecord {
    enum class State { Good, Damaged, Newer };
    State state = State::Damaged;
    RecordHead head;
    // Good: all of it. Newer: what this program understands of it, for looking at; may be blank.
    Declaration declaration;
    std::vector<ReadNote> notes;
};

std::string write_draft_record(const FormDefinition& definition, std::string_view draft,
                               const Declaration& declaration, const RecordHead& head);
DraftRecord read_draft_record(const FormDefinition& definition, std::string_view text);

// The change that makes `base` into `declaration`.
std::string write_change_record(const FormDefinition& definition, std::string_view draft,
                                const Declaration& base, const Declaration& declaration,
                                const RecordHead& head);
// `base` must be the one the change was made from.
DraftRecord read_change_record(const FormDefinition& definition, const Declaration& base,
                               std::string_view text);

// What a record of either kind says about itself. False, if it is damaged.
bool read_head(std::string_view text, RecordHead& head);

// The facts of the list, as a sealed text of their own, and back. `place` says what they belong to.
std::string write_facts(const RecordHead& head, std::string_view place);
// False if the text is not such a text, or of another place.
bool read_facts(std::string_view text, std::string_view place, RecordHead& head);

// True if the text ends with the checksum of what stands before it.
bool is_sealed(std::string_view text);
// Puts the checksum behind a text that ends in "}".
std::string sealed(std::string text);

}  // namespace shenbao::drafts
