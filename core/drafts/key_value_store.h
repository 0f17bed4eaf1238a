// Where drafts are kept: local storage in a browser, a map in tests. The only interface of the core, because
// tests must make it fail.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shenbao::drafts {

enum class StoreStatus {
    Ok,
    Missing,      // read: no such key
    Full,         // write: quota
    Unavailable,  // switched off, blocked, private window
    Failed,       // anything else
};

class KeyValueStore {
  public:
    virtual ~KeyValueStore() = default;
    virtual StoreStatus read(std::string_view key, std::string& value) = 0;
    virtual StoreStatus write(std::string_view key, std::string_view value) = 0;
    virtual StoreStatus erase(std::string_view key) = 0;
    virtual StoreStatus list(std::string_view prefix, std::vector<std::string>& keys) = 0;
};

}  // namespace shenbao::drafts
