// Which window edits a draft. Local storage has no locks and reaches another process late, so the lease only
// keeps windows apart; that nothing is ever written over follows from the names of the records.
#pragma once

#include <string>
#include <string_view>

#include "core/drafts/draft_names.h"
#include "core/drafts/draft_status.h"

namespace shenbao::drafts {

enum class LeaseState {
    Free,
    Mine,
    Elsewhere,   // of another window, which may have died: knock, and see whether it answers
    Unreadable,  // the store failed
};

struct Lease {
    LeaseState state = LeaseState::Free;
    Number term = 0;
    std::string text;                       // as stored; changes with each renewal
    StoreStatus failure = StoreStatus::Ok;  // when Unreadable
};

class DraftLease {
  public:
    // `prefix` ends in "/"; `owner` is this window.
    DraftLease(KeyValueStore& store, std::string_view prefix, std::string_view owner);

    Lease look();
    // Takes it whoever has it, with a term beyond `least` and beyond the stored one.
    DraftStatus take(Number least, long long now);
    // The living owner's answer to a knock. Does nothing for others.
    void renew(long long now);
    // On leaving. Does nothing for others.
    void release();
    // Asks the owner to renew. One that has not done so after kLeasePatience is dead.
    void knock(long long now);
    // 0 until it was taken.
    Number term() const { return m_term; }

  private:
    std::string text(long long now) const;

    KeyValueStore& m_store;
    std::string m_key, m_knock, m_owner;
    Number m_term = 0;
};

constexpr int kLeasePatience = 2000;  // milliseconds

}  // namespace shenbao::drafts
