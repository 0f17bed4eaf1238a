// Local storage as the core's KeyValueStore.
#pragma once

#include "core/drafts/key_value_store.h"

namespace shenbao::web {

class LocalStorage : public drafts::KeyValueStore {
  public:
    drafts::StoreStatus read(std::string_view key, std::string& value) override;
    drafts::StoreStatus write(std::string_view key, std::string_view value) override;
    drafts::StoreStatus erase(std::string_view key) override;
    drafts::StoreStatus list(std::string_view prefix, std::vector<std::string>& keys) override;
};

}  // namespace shenbao::web
