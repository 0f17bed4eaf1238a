// The names under which a draft's records are stored. A name says all that must be known without reading:
// order, time, size, and what a change is based on.
//
// All keys of a form begin with shenbao/v1/<form id>/. Pages opened as files share one store in Chromium.
//   last                     the draft opened last
//   <draft>/r/<t>.<s>.<time>.<size>.<owner>                 a whole record
//   <draft>/h/<t>.<s>.<time>.<size>.<owner>~<t>.<s>.<owner> the change from another whole record
//   <draft>/info             what the list of drafts shows, so that it need not read records
//   <draft>/lease            which window edits it
//   <draft>/knock            a window that asks whether the one with the lease still lives
//   <draft>/bin              deleted, and when
//   <draft>/backup           when a file was last saved of it
//   <draft>/aside/<n>        records that could not be read
//   <draft>/a, b, c, head    records as the first version of this program kept them
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shenbao::drafts {

using Number = unsigned long long;

// Nobody counts this far. A number beyond it comes from a damaged store: it is not counted on from, as what
// follows the highest one a name can hold could not be read again.
constexpr Number kHighestCount = 999'999'999'999'999;

// Two windows never make the same one: each has its own owner, and writes only under names of its own.
struct VersionId {
    Number term = 0;      // grows with each take-over: what the last one to take over saves counts
    Number sequence = 0;  // grows with each save
    std::string owner;    // the window

    bool operator==(const VersionId&) const = default;
    bool operator<(const VersionId& other) const {
        if (term != other.term) return term < other.term;
        return sequence != other.sequence ? sequence < other.sequence : owner < other.owner;
    }
};

struct StoredRecord {
    VersionId id;
    long long saved_at = 0;  // milliseconds since 1970-01-01 UTC
    size_t size = 0;         // bytes of the text
    bool whole = true;
    VersionId base;  // of a change

    bool operator==(const StoredRecord&) const = default;
};

// "r/…" or "h/…", behind the draft's prefix.
std::string record_name(const StoredRecord& record);
// False for names of other things.
bool parse_record_name(std::string_view name, StoredRecord& record);

// "shenbao/v1/<form id>/"
std::string form_prefix(std::string_view form);
// What an owner may be called: the letters and digits of the text, at most 16.
std::string owner_name(std::string_view text);
// Digits at the start of the text, as far as they fit; other text gives 0.
Number leading_number(std::string_view text);

}  // namespace shenbao::drafts
