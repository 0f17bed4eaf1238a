#include "core/drafts/draft_thinning.h"

#include <algorithm>
#include <set>

namespace shenbao::drafts {
namespace {

constexpr long long kHour = 60LL * 60 * 1000, kDay = 24 * kHour;
constexpr long long kChina = 8 * kHour;  // days end at midnight there

class Thinning {
  public:
    Thinning(std::vector<StoredRecord> records, long long now, const VersionId& opened)
        : m_records(std::move(records)), m_now(now), m_opened(opened) {
        std::sort(m_records.begin(), m_records.end(),
                  [](const StoredRecord& a, const StoredRecord& b) { return a.id < b.id; });
        for (auto record = m_records.rbegin(); record != m_records.rend() && m_newest.size() < 2; ++record)
            if (record->whole) m_newest.insert(record->id);
    }

    std::vector<StoredRecord> run(size_t budget) {
        choose();
        std::vector<StoredRecord> gone;
        for (const StoredRecord& record : m_records)
            if (!record.whole && m_chosen.count(record.id) == 0) gone.push_back(record);
        drop(gone);
        for (const StoredRecord& record : m_records)
            if (record.whole && !needed(record) && (m_chosen.count(record.id) == 0 || has_change(record.id)))
                gone.push_back(record);
        drop(gone);
        while (total() > budget) {
            const auto next = least_missed();
            if (next == m_records.end()) break;
            gone.push_back(*next);
            m_records.erase(next);
        }
        return gone;
    }

  private:
    // The versions that stay if the budget allows.
    void choose() {
        m_chosen = m_newest;
        m_chosen.insert(m_opened);
        std::set<long long> hours, days;
        for (auto record = m_records.rbegin(); record != m_records.rend(); ++record) {
            const long long age = m_now - record->saved_at;
            const bool chosen = age <= kEverySaveFor ? true
                                : age <= kEveryHourFor
                                    ? hours.insert(record->saved_at / kHour).second
                                    : days.insert((record->saved_at + kChina) / kDay).second;
            if (chosen) m_chosen.insert(record->id);
        }
    }

    void drop(const std::vector<StoredRecord>& gone) {
        m_records.erase(std::remove_if(m_records.begin(), m_records.end(),
                                       [&](const StoredRecord& record) {
                                           return std::find(gone.begin(), gone.end(), record) != gone.end();
                                       }),
                        m_records.end());
    }

    bool needed(const StoredRecord& whole) const {
        return m_newest.count(whole.id) > 0 ||
               std::any_of(m_records.begin(), m_records.end(), [&](const StoredRecord& record) {
                   return !record.whole && record.base == whole.id;
               });
    }

    bool has_change(const VersionId& id) const {
        return std::any_of(m_records.begin(), m_records.end(),
                           [&](const StoredRecord& record) { return !record.whole && record.id == id; });
    }

    size_t total() const {
        size_t sum = 0;
        for (const StoredRecord& record : m_records) sum += record.size;
        return sum;
    }

    // The record whose version leaves the smallest gap for its age: of many saves of a minute all but one may
    // go before the only one of an hour.
    std::vector<StoredRecord>::iterator least_missed() {
        auto found = m_records.end(), last_resort = m_records.end();
        double least = 0;
        for (auto record = m_records.begin(); record != m_records.end(); ++record) {
            if (record->whole && needed(*record)) continue;
            if (record->id == m_opened) {
                last_resort = record;
                continue;
            }
            auto before = record, after = record;
            while (before != m_records.begin() && before->id == record->id) --before;
            while (after != m_records.end() && after->id == record->id) ++after;
            const double age = static_cast<double>(std::max(1LL, m_now - record->saved_at));
            const long long since =
                before->id == record->id ? record->saved_at - static_cast<long long>(age) : before->saved_at;
            const long long until = after == m_records.end() ? m_now : after->saved_at;
            const double missed = static_cast<double>(until - since) / age;
            if (found != m_records.end() && missed >= least) continue;
            found = record;
            least = missed;
        }
        return found != m_records.end() ? found : last_resort;
    }

    std::vector<StoredRecord> m_records;
    long long m_now;
    VersionId m_opened;
    std::set<VersionId> m_newest, m_chosen;
};

}  // namespace

std::vector<StoredRecord> superfluous_records(std::vector<StoredRecord> records, long long now, size_t budget,
                                              const VersionId& opened) {
    return Thinning(std::move(records), now, opened).run(budget);
}

}  // namespace shenbao::drafts
