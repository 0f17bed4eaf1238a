#include "tests/core/drafts/faulty_store.h"

namespace shenbao::drafts {

void FaultyStore::arm(Fault fault, int at, bool on_every, StoreStatus status) {
    m_fault = fault, m_at = at, m_on_every = on_every, m_status = status;
    operations = 0;
    dead = false;
}

FaultyStore::Fault FaultyStore::due(bool is_write) {
    if (dead) return Fault::Crash;
    if (writes_only && !is_write) return Fault::None;
    const int number = operations++;
    const bool now = m_on_every ? number >= m_at : number == m_at;
    if (!now) return Fault::None;
    const bool needs_write = m_fault == Fault::Silent || m_fault == Fault::Garble || m_fault == Fault::Tear;
    return needs_write && !is_write ? Fault::None : m_fault;
}

StoreStatus FaultyStore::read(std::string_view key, std::string& value) {
    const Fault fault = due(false);
    if (fault == Fault::Crash) dead = true;
    if (fault == Fault::Crash) return StoreStatus::Unavailable;
    if (fault == Fault::Fail) return m_status;
    const auto entry = entries.find(key);
    if (entry == entries.end()) return StoreStatus::Missing;
    value = entry->second;
    return StoreStatus::Ok;
}

StoreStatus FaultyStore::write(std::string_view key, std::string_view value) {
    switch (due(true)) {
        case Fault::Fail:
            return m_status;
        case Fault::Silent:
            return StoreStatus::Ok;
        case Fault::Garble:
            entries[std::string(key)] = std::string(value) + "?";
            return StoreStatus::Ok;
        case Fault::Tear:
            entries[std::string(key)] = std::string(value.substr(0, value.size() / 2));
            [[fallthrough]];
        case Fault::Crash:
            dead = true;
            return StoreStatus::Unavailable;
        case Fault::None:
            break;
    }
    entries[std::string(key)] = std::string(value);
    return StoreStatus::Ok;
}

StoreStatus FaultyStore::erase(std::string_view key) {
    const Fault fault = due(true);
    if (fault == Fault::Crash || fault == Fault::Tear) dead = true;
    if (dead) return StoreStatus::Unavailable;
    if (fault == Fault::Fail) return m_status;
    if (fault == Fault::Silent || fault == Fault::Garble) return StoreStatus::Ok;
    if (const auto entry = entries.find(key); entry != entries.end()) entries.erase(entry);
    return StoreStatus::Ok;
}

StoreStatus FaultyStore::list(std::string_view prefix, std::vector<std::string>& keys) {
    const Fault fault = due(false);
    if (fault == Fault::Crash) dead = true;
    if (fault == Fault::Crash) return StoreStatus::Unavailable;
    if (fault == Fault::Fail) return m_status;
    keys.clear();
    for (const auto& [key, value] : entries)
        if (std::string_view(key).starts_with(prefix)) keys.push_back(key);
    return StoreStatus::Ok;
}

}  // namespace shenbao::drafts
