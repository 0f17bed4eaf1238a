// The draft being worked on, kept safe over a KeyValueStore.
//
// A draft lives in slots: a save goes to a slot that does not hold the last good copy, is read back and
// compared, and only then the pointer is switched. A record that cannot be read is set aside under another
// key, never deleted. Keys: shenbao/v1/<form id>/<draft>/a, …/b, …/c (slots), …/head (pointer), …/aside/<n>
// (records set aside).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/drafts/key_value_store.h"
#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/read_result.h"

namespace shenbao::drafts {

enum class DraftStatus {
    Ok,
    None,          // restore: nothing was ever saved
    Full,          // quota
    Unavailable,   // storage is switched off or blocked
    Failed,        // the store failed for another reason
    VerifyFailed,  // the store said Ok and kept something else
    Corrupt,       // restore: there are records, none of them can be read
    Newer,         // restore: the only readable records are those of a later version of the program
};

struct SaveResult {
    DraftStatus status = DraftStatus::Ok;
    bool ok() const { return status == DraftStatus::Ok; }
};

struct RestoreResult {
    DraftStatus status = DraftStatus::None;
    Declaration declaration;             // only when Ok
    long long saved_at = 0;              // the time given to save
    bool older = false;                  // the newest record was damaged; this is the one before it
    std::vector<std::string> set_aside;  // keys of damaged records found now, for rescue
    std::vector<ReadNote> notes;         // of reading the declaration
};

class DraftStore {
  public:
    // Neither is owned. `draft` names one of several drafts of the form.
    DraftStore(KeyValueStore& store, const FormDefinition& definition, std::string_view draft = "current");

    // The last good copy. Damaged records are set aside. Never changes a good record.
    RestoreResult restore();
    // `saved_at`: milliseconds since 1970-01-01 UTC. On any status but Ok the previous copy is untouched.
    SaveResult save(const Declaration& declaration, long long saved_at);
    // Keys of all records set aside for this draft, and the raw text of one of them ("" if it cannot be
    // read).
    std::vector<std::string> set_aside_keys();
    std::string set_aside_text(std::string_view key);
    // Whether a key another tab has written belongs to this draft.
    bool owns(std::string_view key) const;

  private:
    struct Found;  // what the slots held when they were last looked at
    std::string key(std::string_view name) const { return m_prefix + std::string(name); }
    Found look();
    StoreStatus set_aside(std::string_view slot, const std::string& text, std::vector<std::string>& keys);
    DraftStatus write_slot(std::string_view slot, const std::string& record);

    KeyValueStore& m_store;
    const FormDefinition& m_definition;
    std::string m_draft, m_prefix;
    // As of the last look or save. Valid while the stored pointer still reads m_head: another tab changes it.
    std::string m_head;
    std::string m_good_slot;             // "" = none
    std::vector<std::string> m_blocked;  // slots that must not be written: not set aside, unreadable, newer
    unsigned long long m_sequence = 0;   // highest ever seen
    bool m_looked = false;
};

// The Chinese sentence for the status line: what is so, and what to do. "" for Ok and None.
std::string_view draft_message(DraftStatus status);

}  // namespace shenbao::drafts
