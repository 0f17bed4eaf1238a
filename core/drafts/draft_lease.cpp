#include "core/drafts/draft_lease.h"

#include <algorithm>

namespace shenbao::drafts {

DraftLease::DraftLease(KeyValueStore& store, std::string_view prefix, std::string_view owner)
    : m_store(store),
      m_key(std::string(prefix) + "lease"),
      m_knock(std::string(prefix) + "knock"),
      m_owner(owner_name(owner)) {}

std::string DraftLease::text(long long now) const {
    return std::to_string(m_term) + " " + m_owner + " " + std::to_string(now);
}

Lease DraftLease::look() {
    Lease lease;
    const StoreStatus status = m_store.read(m_key, lease.text);
    if (status != StoreStatus::Ok) {
        lease.text.clear();
        lease.failure = status;
        lease.state = status == StoreStatus::Missing ? LeaseState::Free : LeaseState::Unreadable;
        return lease;
    }
    lease.term = leading_number(lease.text);
    const size_t first = lease.text.find(' '), second = lease.text.find(' ', first + 1);
    const bool damaged = lease.term > kHighestCount && lease.term != m_term;
    if (damaged) lease.term = 0;
    // A torn or damaged one holds nobody up.
    if (damaged || first == std::string::npos || second == std::string::npos) return lease;
    const bool mine =
        lease.term == m_term && std::string_view(lease.text).substr(first + 1, second - first - 1) == m_owner;
    lease.state = mine ? LeaseState::Mine : LeaseState::Elsewhere;
    return lease;
}

DraftStatus DraftLease::take(Number least, long long now) {
    m_term = std::max({least, look().term, m_term}) + 1;
    return write_verified(m_store, m_key, text(now));
}

void DraftLease::renew(long long now) {
    if (look().state == LeaseState::Mine) m_store.write(m_key, text(now));
}

void DraftLease::release() {
    if (look().state == LeaseState::Mine) m_store.erase(m_key);
}

void DraftLease::knock(long long now) {
    m_store.write(m_knock, m_owner + " " + std::to_string(now));
}

}  // namespace shenbao::drafts
