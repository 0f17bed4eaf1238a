// Keeps the declaration being filled in the store: which draft is open, whether this window may write it, and
// what is true about its saving.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/document/document.h"
#include "core/drafts/draft_library.h"

namespace shenbao::app {

enum class Hold {
    Mine,       // this window edits the draft
    Asking,     // another window had it when it was last heard of; its answer is awaited
    Elsewhere,  // another window edits it; here it can be looked at
    ReadOnly,   // of a later version of the program
};

// What another window's writing means for this one.
enum class DraftEvent {
    None,
    Lost,     // another window took over
    Changed,  // the draft that is looked at has a new state
    Freed,    // its window was closed; it can be taken over
};

class DraftKeeper {
  public:
    // `window` tells this window from every other one.
    DraftKeeper(drafts::KeyValueStore& store, const FormDefinition& definition, std::string window);

    drafts::KeyValueStore& store() { return m_store; }
    const std::string& owner() const { return m_owner; }
    drafts::DraftLibrary& library() { return m_library; }
    drafts::DraftSession& session() { return *m_session; }
    const std::string& id() const { return m_session->draft(); }
    Hold hold() const { return m_hold; }
    // Also while asking: mostly nobody answers, and no key is dropped meanwhile. Nothing is written until
    // then.
    bool can_edit() const { return m_hold == Hold::Mine || m_hold == Hold::Asking; }
    bool asking() const { return m_hold == Hold::Asking; }

    // The draft that was open last, else the newest. Each leaves the draft that was open before.
    drafts::OpenedDraft open_last(long long now);
    drafts::OpenedDraft open(std::string_view draft, long long now);
    // Another draft in which nothing stands and which no window has; "" if there is none.
    std::string blank_draft();
    // The draft of the same unit and year, the open one before others; "" if there is none.
    std::string draft_like(const drafts::DraftFacts& facts, const drafts::DraftFacts& open);
    // An empty place for something new.
    void start_fresh(long long now);

    drafts::DraftStatus save(const Document& document, long long now);
    // It was saved, and nothing of it is left: the store was emptied from outside.
    bool vanished();
    // Milliseconds after which decide is due, once after whatever began to wait.
    std::optional<int> wait() { return std::exchange(m_wait, std::nullopt); }
    // While asking: the draft as it is stored, once it is known who has it. It is then this window's, or
    // Elsewhere. `unchanged`: it is this window's, and as it was when it was opened.
    std::optional<drafts::OpenedDraft> decide(long long now, bool& unchanged);
    // As it is stored. It is this window's then, unless it could not be read.
    drafts::OpenedDraft take_over(long long now);
    // The open draft as it is stored now.
    drafts::OpenedDraft reread();
    DraftEvent changed_elsewhere(std::string_view key, long long now);
    // The page goes away, and comes back (from the browser's memory of pages). True: the content must be read
    // anew.
    void leave();
    bool come_back(long long now);

    const std::string& name() const { return m_facts.name; }
    void set_name(std::string_view name) { m_facts.name = name; }
    long long backup_at() const { return m_backup_at; }
    long long saved_at() const { return m_saved_at; }
    void note_backup(long long now);
    // Whether a reminder to save a file is due: days have passed, and the person has not put it off.
    bool backup_due(long long now);
    void snooze_backup(long long now);

  private:
    bool may_be_taken(const drafts::OpenedDraft& opened, long long now);
    void hold_what_was_opened(const drafts::OpenedDraft& opened, long long now);
    void take(long long now);

    drafts::KeyValueStore& m_store;
    const FormDefinition& m_definition;
    std::string m_owner;
    drafts::DraftLibrary m_library;
    std::optional<drafts::DraftSession> m_session;
    Hold m_hold = Hold::Mine;
    std::string m_seen_lease;
    std::optional<int> m_wait;
    long long m_asked_at = 0, m_saved_at = 0, m_first_at = 0, m_backup_at = 0;
    drafts::DraftFacts m_facts;
};

drafts::DraftFacts facts_of(const Document& document, std::string_view name);

}  // namespace shenbao::app
