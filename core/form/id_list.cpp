#include "core/form/id_list.h"

#include <algorithm>
#include <numeric>

namespace shenbao {

namespace {

// Among so few, looking at one after the other is as fast.
constexpr size_t kFew = 8;

}  // namespace

// Where in the order one with this id and place stands, or would.
size_t IdOrder::bound(const Things& things, std::string_view id, size_t place) const {
    const auto found =
        std::lower_bound(m_places.begin(), m_places.end(), place, [&](uint32_t one, size_t other) {
            const int before = things.id_at(things.first, one).compare(id);
            return before < 0 || (before == 0 && one < other);
        });
    return static_cast<size_t>(found - m_places.begin());
}

size_t IdOrder::find(const Things& things, std::string_view id) const {
    const auto is = [&](size_t place) { return things.id_at(things.first, place) == id; };
    if (things.count <= kFew) {
        size_t place = 0;
        while (place < things.count && !is(place)) ++place;
        return place;
    }
    if (m_places.empty()) {
        m_places.resize(things.count);
        std::iota(m_places.begin(), m_places.end(), 0U);
        std::sort(m_places.begin(), m_places.end(), [&](uint32_t one, uint32_t other) {
            const int before = things.id_at(things.first, one).compare(things.id_at(things.first, other));
            return before < 0 || (before == 0 && one < other);
        });
    }
    const size_t at = bound(things, id, 0);
    return at < m_places.size() && is(m_places[at]) ? m_places[at] : things.count;
}

void IdOrder::inserted(const Things& things, size_t place) {
    if (m_places.empty()) return;
    if (place + 1 < things.count)
        for (uint32_t& one : m_places) one += one >= place ? 1 : 0;
    const size_t at = bound(things, things.id_at(things.first, place), place);
    m_places.insert(m_places.begin() + static_cast<std::ptrdiff_t>(at), static_cast<uint32_t>(place));
}

void IdOrder::erased(size_t place) {
    std::erase(m_places, static_cast<uint32_t>(place));
    for (uint32_t& one : m_places) one -= one > place ? 1 : 0;
}

}  // namespace shenbao
