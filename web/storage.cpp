#include "web/storage.h"

#include "web/arguments.h"
#include "web/imports.h"

namespace shenbao::web {

using drafts::StoreStatus;

namespace {

int length(std::string_view text) {
    return static_cast<int>(text.size());
}

}  // namespace

StoreStatus LocalStorage::read(std::string_view key, std::string& value) {
    const auto status = static_cast<StoreStatus>(js_store_read(key.data(), length(key)));
    if (status == StoreStatus::Ok) value = argument(0);
    return status;
}

StoreStatus LocalStorage::write(std::string_view key, std::string_view value) {
    return static_cast<StoreStatus>(js_store_write(key.data(), length(key), value.data(), length(value)));
}

StoreStatus LocalStorage::erase(std::string_view key) {
    return static_cast<StoreStatus>(js_store_erase(key.data(), length(key)));
}

StoreStatus LocalStorage::list(std::string_view prefix, std::vector<std::string>& keys) {
    keys.clear();
    const auto status = static_cast<StoreStatus>(js_store_list(prefix.data(), length(prefix)));
    if (status != StoreStatus::Ok) return status;
    std::string_view joined = argument(0);
    while (!joined.empty()) {
        const size_t end = std::min(joined.find('\n'), joined.size());
        keys.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return status;
}

}  // namespace shenbao::web
