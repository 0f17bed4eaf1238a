// A store that fails on purpose: at the n-th operation, with a chosen status, silently, or by dying.
#pragma once

#include <map>
#include <string>

#include "core/drafts/key_value_store.h"

namespace shenbao::drafts {

class FaultyStore : public KeyValueStore {
  public:
    enum class Fault {
        None,
        Fail,    // returns `status`, nothing happens
        Silent,  // a write says Ok and keeps nothing
        Garble,  // a write says Ok and keeps something else
        Tear,    // a write keeps its first half, and the machine dies
        Crash,   // the machine dies before the operation; everything after fails
    };

    StoreStatus read(std::string_view key, std::string& value) override;
    StoreStatus write(std::string_view key, std::string_view value) override;
    StoreStatus erase(std::string_view key) override;
    StoreStatus list(std::string_view prefix, std::vector<std::string>& keys) override;

    // The fault happens at operation `at` (from 0), or with `on_every` from there on, counted by
    // `operations`.
    void arm(Fault fault, int at, bool on_every = false, StoreStatus status = StoreStatus::Failed);
    void disarm() { arm(Fault::None, 0); }  // a new session after a crash, too

    std::map<std::string, std::string, std::less<>> entries;
    int operations = 0;
    bool writes_only = false;  // faults count and hit writes alone
    bool dead = false;

  private:
    // What this operation shall do; counts it.
    Fault due(bool is_write);

    Fault m_fault = Fault::None;
    int m_at = 0;
    bool m_on_every = false;
    StoreStatus m_status = StoreStatus::Failed;
};

}  // namespace shenbao::drafts
