// Sorting by a number. One algorithm for all kinds of things: each instance of std::stable_sort would cost
// the page three kilobytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace shenbao {

// Key and place of each thing; the pairs come back in order, and no two are equal.
void sort_keys(std::vector<std::pair<std::int64_t, std::uint32_t>>& keys);

// Puts the items from `from` on in the order of `key_of(item)`, least first. Those of equal keys keep their
// order.
template <class Item, class KeyOf>
void sort_by(std::vector<Item>& items, KeyOf key_of, std::size_t from = 0) {
    std::vector<std::pair<std::int64_t, std::uint32_t>> keys;
    keys.reserve(items.size() - from);
    for (std::size_t i = from; i < items.size(); ++i)
        keys.emplace_back(static_cast<std::int64_t>(key_of(items[i])), static_cast<std::uint32_t>(i));
    sort_keys(keys);
    std::vector<Item> sorted;
    sorted.reserve(keys.size());
    for (const auto& key : keys) sorted.push_back(std::move(items[key.second]));
    for (std::size_t i = 0; i < sorted.size(); ++i) items[from + i] = std::move(sorted[i]);
}

}  // namespace shenbao
