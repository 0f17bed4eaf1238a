// Hashes that agree with equality.
#include <cstring>
#include <functional>

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
                return mixed(kind, std::hash<std::string_view>()(value.as_string()));
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
            const uint64_t key = std::hash<std::string_view>()(value.shape()->key(i));
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

}  // namespace shenbao::feel
