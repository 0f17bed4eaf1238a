// One draft, opened by one window: its newest state, its history, and the saving of what is typed.
//
// Every save is a new record under a name of its own, read back and compared; older records go only when
// they are no longer needed. So no record that is good is ever written over, whatever another window does. A
// record that cannot be read is set aside under another name, never deleted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/drafts/draft_lease.h"
#include "core/drafts/draft_names.h"
#include "core/drafts/draft_record.h"
#include "core/drafts/draft_status.h"
#include "core/drafts/draft_thinning.h"

namespace shenbao::drafts {

struct OpenedDraft {
    DraftStatus status = DraftStatus::None;
    Declaration declaration;  // when Ok; when Newer as far as it is understood
    RecordHead head;
    bool older = false;                  // the newest record was damaged; this is the one before it
    std::vector<std::string> set_aside;  // keys of damaged records found now, for rescue
    std::vector<ReadNote> notes;         // of reading the declaration
};

struct DraftVersion {
    VersionId id;
    long long saved_at = 0;
    size_t bytes = 0;
    bool opened = false;  // the state in which this session found the draft
};

class DraftSession {
  public:
    // Nothing is owned but copied texts. `draft` names one of the form's drafts, `owner` this window.
    DraftSession(KeyValueStore& store, const FormDefinition& definition, std::string_view draft,
                 std::string_view owner);

    // The last good state. Damaged records are set aside. Takes no lease and changes no good record.
    OpenedDraft open();

    // Looks at or takes the lease; see DraftLease. Without it nothing can be saved. take makes this window
    // the one that edits, and may be asked again at any time.
    Lease lease() { return m_lease.look(); }
    DraftStatus take(long long now);
    void knock(long long now) { m_lease.knock(now); }
    void renew(long long now) { m_lease.renew(now); }
    void release() { m_lease.release(); }

    // Times are milliseconds since 1970-01-01 UTC. On any status but Ok all former states are as they were.
    // A full store makes history shorter before it makes a save fail.
    DraftStatus save(const Declaration& declaration, const DraftFacts& facts, long long now);

    // Newest first; the current state is the first. What other windows wrote beside it is among them.
    std::vector<DraftVersion> versions();
    OpenedDraft read_version(const VersionId& id);
    // What was known of it when it was saved; nothing is said of a damaged one.
    DraftFacts facts_of(const VersionId& id);

    const std::string& draft() const { return m_draft; }
    const std::string& prefix() const { return m_prefix; }
    // Whether a key another window has written belongs to this draft.
    bool owns(std::string_view key) const { return key.substr(0, m_prefix.size()) == m_prefix; }

  private:
    std::string key(std::string_view name) const { return m_prefix + std::string(name); }
    DraftStatus list_records();
    void adopt_first_layout(std::vector<std::string>& set_aside);
    StoreStatus set_aside(std::string_view name, const std::string& text, std::vector<std::string>& keys);
    DraftRecord read_record(const StoredRecord& record, StoreStatus& status, std::string& text);
    const Declaration* base_for(const StoredRecord& change);
    DraftStatus write_making_room(const std::string& key, const std::string& text, long long now);
    void add_change(const Declaration& declaration, const RecordHead& head, const StoredRecord& whole,
                    long long now);
    bool thin(size_t budget, long long now);
    Number highest_term() const;

    KeyValueStore& m_store;
    const FormDefinition& m_definition;
    std::string m_draft, m_prefix, m_owner;
    DraftLease m_lease;
    std::vector<StoredRecord> m_records;  // as of the last look, and what was written since
    bool m_listed = false, m_newer = false, m_first_layout = false, m_aside = false;
    Number m_sequence = 0;  // highest ever seen that can be believed
    VersionId m_opened;
    // The whole record that changes are made from, and what it holds.
    std::optional<StoredRecord> m_base_record;
    Declaration m_base;
};

}  // namespace shenbao::drafts
