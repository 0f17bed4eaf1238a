// All drafts of a form. Listing reads one small text a draft, whatever the drafts hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/drafts/draft_session.h"

namespace shenbao::drafts {

struct DraftSummary {
    std::string id;
    DraftFacts facts;
    long long saved_at = 0;    // milliseconds since 1970-01-01 UTC, of the newest state
    size_t bytes = 0;          // of all its records
    size_t versions = 0;       // states that can be brought back, the newest included
    long long deleted_at = 0;  // 0 = not in the bin
    long long backup_at = 0;   // when a file was last saved of it, 0 = never
    bool readable = true;      // false: there are only records that cannot be read
};

struct DraftList {
    DraftStatus status = DraftStatus::Ok;
    std::vector<DraftSummary> drafts;  // changed last comes first; those in the bin included
    size_t bytes = 0;                  // of everything stored for this form
};

struct AsideRecord {
    std::string key, draft;
    size_t bytes = 0;
};

class DraftLibrary {
  public:
    DraftLibrary(KeyValueStore& store, const FormDefinition& definition, std::string_view owner);

    DraftList list();
    // An id no draft has. Nothing is stored until something is saved under it.
    std::string fresh_id(long long now);
    // A session of one draft; open it to read it.
    DraftSession session(std::string_view draft) const { return {m_store, m_definition, draft, m_owner}; }

    // The newest state under a new id and name. `copy` receives the id.
    DraftStatus duplicate(std::string_view draft, std::string_view name, long long now, std::string& copy);
    // Refused as Elsewhere while another window edits it. Use the open draft's own session for that one.
    DraftStatus rename(std::string_view draft, std::string_view name, long long now);
    DraftStatus put_into_bin(std::string_view draft, long long now);
    DraftStatus take_out_of_bin(std::string_view draft);
    // For good. Records set aside stay.
    DraftStatus purge(std::string_view draft);

    // The draft to open first: the one opened last, else the newest; "" if there is none.
    std::string last_opened();
    void remember_opened(std::string_view draft);
    void note_backup(std::string_view draft, long long now);

    // Records that could not be read, of all drafts, and the raw text of one.
    std::vector<AsideRecord> set_aside();
    std::string set_aside_text(std::string_view key);

    const std::string& prefix() const { return m_prefix; }

  private:
    std::string key(std::string_view draft, std::string_view name) const;
    void complete(DraftSummary& summary, const StoredRecord& newest);

    KeyValueStore& m_store;
    const FormDefinition& m_definition;
    std::string m_prefix, m_owner;
};

}  // namespace shenbao::drafts
