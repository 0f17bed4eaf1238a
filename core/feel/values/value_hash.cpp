// Hashes that agree with equality.
#include <cstring>

#include "core/feel/values/hash_index.h"
#include "core/feel/values/objects.h"

namespace shenbao::feel {
namespace {

uint64_t mixed(uint64_t seed, uint64_t value) {
    value = (value ^ seed) * 0x9e3779b97f4a7c15u;
    return value ^ (value >> 29);
}

// The parts of lists are looked at in order, so that the same few are taken of equal ones; contexts may have
// theirs in another order.
class Hasher {
  public:
    uint64_t hash(const Value& value) {
        const uint64_t kind = static_cast<uint64_t>(value.kind());
        if (m_parts == 0) return 0;
        --m_parts;
        switch (value.kind()) {
            case Kind::Boolean:
                return mixed(kind, value.is_true() ? 1 : 0);
            case Kind::Number:
                return mixed(kind, number(*value.as_number()));
            case Kind::String:
                return mixed(kind, hash_text(value.as_string()));
            case Kind::Date:
                return mixed(kind, static_cast<uint64_t>(days_since_epoch(*value.as_date())));
            case Kind::Time: {
                const Time& time = *value.as_time();  // equal ones differ by less than a millisecond
                const int64_t utc =
                    time.nanoseconds / 1'000'000 - int64_t{1000} * utc_offset(time).value_or(0);
                return mixed(kind, static_cast<uint64_t>(utc));
            }
            case Kind::DateTime: {
                const DateTime& moment = *value.as_date_time();
                const int64_t utc = epoch_seconds(moment) * 1000 + moment.time.nanoseconds / 1'000'000 % 1000;
                return mixed(kind, static_cast<uint64_t>(utc));
            }
            case Kind::YearsMonths:
                return mixed(kind, static_cast<uint64_t>(value.as_years_months()->months));
            case Kind::DaysTime:
                return mixed(mixed(kind, static_cast<uint64_t>(value.as_days_time()->seconds)),
                             static_cast<uint64_t>(value.as_days_time()->nanoseconds));
            case Kind::List: {
                uint64_t result = mixed(kind, value.items().size());
                for (size_t i = 0; i < value.items().size() && m_parts > 0; ++i)
                    result = mixed(result, hash(value.items()[i]));
                return result;
            }
            case Kind::Context:
                return mixed(kind, context(value));
            case Kind::Range:
                return mixed(mixed(kind, hash(value.as_range()->low)), hash(value.as_range()->high));
            default:
                return kind;
        }
    }

  private:
    static uint64_t number(const Decimal& number) {
        const Decimal reduced = number.reduced();
        uint64_t words[2];
        static_assert(sizeof(words) == sizeof(reduced));
        std::memcpy(words, &reduced, sizeof(words));
        return mixed(words[0], words[1]);
    }

    static uint64_t context(const Value& value) {
        if (value.values().size() > kParts) return value.values().size();
        uint64_t sum = value.values().size();
        for (size_t i = 0; i < value.values().size(); ++i) {
            const Value& entry = value.values()[i];
            const bool nested = entry.is_list() || entry.is_context() || entry.as_range() != nullptr;
            const uint64_t key = hash_text(value.shape()->key(i));
            sum += mixed(key, nested ? 0 : Hasher().hash(entry));
        }
        return sum;
    }

    static constexpr size_t kParts = 32;
    size_t m_parts = kParts;
};

}  // namespace

uint64_t hash(const Value& value) {
    return Hasher().hash(value);
}

uint32_t hash_text(std::string_view text) {
    uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

size_t HashIndex::next(uint64_t hash, uint64_t& at) const {
    const size_t mask = m_table.size() - 1;
    for (;;) {
        const uint32_t position = m_table[at++ & mask];
        if (position == 0) return kNone;
        if (m_hashes[position - 1] == hash) return position - 1;
    }
}

void HashIndex::add(uint64_t hash) {
    m_hashes.push_back(hash);
    const auto enter = [&](size_t position) {
        size_t at = m_hashes[position] & (m_table.size() - 1);
        while (m_table[at] != 0) at = (at + 1) & (m_table.size() - 1);
        m_table[at] = static_cast<uint32_t>(position + 1);
    };
    if (m_hashes.size() * 2 <= m_table.size()) return enter(m_hashes.size() - 1);
    m_table.assign(m_table.size() * 2, 0);
    for (size_t i = 0; i < m_hashes.size(); ++i) enter(i);
}

}  // namespace shenbao::feel
