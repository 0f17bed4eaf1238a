// Drafts as one file that a person can carry: every record as it is stored, so that history, explanations and
// what this version does not know come back unchanged.
//
// {"format": "shenbao-drafts", "formatVersion": 1, "form": {"id", "version"}, "savedAt": ms,
//  "drafts": [{"id", "deletedAt"?, "records": {name: sealed text}}], "sha256": "…"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/drafts/draft_library.h"

namespace shenbao::drafts {

// The drafts with these ids; all, bin included, if there are none. "" when the store cannot be read.
std::string export_drafts(KeyValueStore& store, const FormDefinition& definition,
                          const std::vector<std::string>& ids, long long now);

struct ArchivedDraft {
    enum class Meeting {
        New,        // no draft here has its id
        Identical,  // the one here holds the same
        Differs,
    };
    std::string id;
    Meeting meeting = Meeting::New;
    DraftFacts facts;
    long long saved_at = 0;
    size_t versions = 0;
    long long deleted_at = 0;                                  // 0 = it was not in the bin
    Declaration declaration;                                   // its newest state
    std::vector<std::pair<std::string, std::string>> records;  // name and text, all of them whole
    size_t damaged = 0;  // records whose checksum does not hold; they are left out
};

struct Archive {
    ReadStatus status = ReadStatus::Ok;
    std::string message;  // Chinese, when not Ok
    // It does not agree with its sha256: something was lost or changed on the way. Every record has a
    // checksum of its own, so that what is listed is whole; more may have been there.
    bool altered = false;
    size_t unreadable = 0;  // drafts of which no state is whole; the others are listed
    std::vector<ArchivedDraft> drafts;
};

// True if the bytes look like such a file rather than one declaration.
bool is_archive(std::string_view bytes);
// Nothing is stored. `library` is the one it would be imported to.
Archive read_archive(KeyValueStore& store, const FormDefinition& definition, std::string_view bytes);

enum class ImportChoice {
    KeepBoth,  // under a new id
    Replace,   // its newest state becomes that of the draft here, whose own states stay in its history
};
// `imported` receives the id of the draft that now holds it. Never removes a record that is here. What was in
// the bin comes back in the bin, unless it replaces a draft that is here.
DraftStatus import_draft(KeyValueStore& store, const FormDefinition& definition, std::string_view owner,
                         const ArchivedDraft& draft, ImportChoice choice, long long now,
                         std::string& imported);

}  // namespace shenbao::drafts
