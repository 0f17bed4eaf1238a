// Things with ids in their order, found by id also where there are very many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace shenbao {

// The places of things in the order of their ids, made when first asked for and kept while they come, go and
// move. Ordered, not hashed: no file can choose ids that collide.
class IdOrder {
  public:
    // Somebody's things, which only he can look at.
    struct Things {
        const void* first;
        size_t count;
        std::string_view (*id_at)(const void* first, size_t place);
    };
    // The place of the first one with this id; the count if there is none.
    size_t find(const Things& things, std::string_view id) const;
    // Those behind have moved on; `things` holds it already.
    void inserted(const Things& things, size_t place);
    // `things` no longer hold it.
    void erased(size_t place);

  private:
    size_t bound(const Things& things, std::string_view id, size_t place) const;

    mutable std::vector<uint32_t> m_places;  // by id, then by place; empty: to be made
};

// A vector whose items are not changed once they are in it. `Item` has a text `id`; of several with the same
// one the first is found.
template <class Item>
class IdList {
  public:
    using value_type = Item;
    using const_iterator = typename std::vector<Item>::const_iterator;
    using iterator = const_iterator;

    IdList() = default;
    IdList(std::initializer_list<Item> items) : m_items(items) {}
    IdList(std::vector<Item> items) : m_items(std::move(items)) {}

    const_iterator begin() const { return m_items.begin(); }
    const_iterator end() const { return m_items.end(); }
    const Item* data() const { return m_items.data(); }
    size_t size() const { return m_items.size(); }
    bool empty() const { return m_items.empty(); }
    const Item& operator[](size_t place) const { return m_items[place]; }
    const Item& front() const { return m_items.front(); }
    const Item& back() const { return m_items.back(); }

    // size() if there is none.
    size_t place_of(std::string_view id) const { return m_order.find(things(), id); }
    // Null if there is none.
    const Item* find(std::string_view id) const {
        const size_t place = place_of(id);
        return place < size() ? &m_items[place] : nullptr;
    }

    void reserve(size_t count) { m_items.reserve(count); }
    void push_back(Item item) { insert(end(), std::move(item)); }
    void insert(const_iterator where, Item item) {
        const auto place = static_cast<size_t>(where - begin());
        m_items.insert(where, std::move(item));
        m_order.inserted(things(), place);
    }
    // For whoever makes it, before anything is looked for again.
    Item& change(size_t place) {
        m_order = {};
        return m_items[place];
    }
    // Gives what stood there.
    Item take(size_t place) {
        Item item = std::move(m_items[place]);
        m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(place));
        m_order.erased(place);
        return item;
    }
    void clear() { *this = {}; }

    bool operator==(const IdList& other) const { return m_items == other.m_items; }

  private:
    IdOrder::Things things() const {
        return {m_items.data(), m_items.size(), [](const void* first, size_t place) {
                    return std::string_view(static_cast<const Item*>(first)[place].id);
                }};
    }

    std::vector<Item> m_items;
    IdOrder m_order;
};

}  // namespace shenbao
