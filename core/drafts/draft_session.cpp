#include "core/drafts/draft_session.h"

#include <algorithm>
#include <cstdlib>

namespace shenbao::drafts {
namespace {

// A change larger than this part of the whole makes a new base: those that follow are small again.
constexpr size_t kChangeShare = 4;

bool by_age(const StoredRecord& a, const StoredRecord& b) {
    if (a.id == b.id) return a.whole && !b.whole;
    return b.id < a.id;
}

}  // namespace

DraftSession::DraftSession(KeyValueStore& store, const FormDefinition& definition, std::string_view draft,
                           std::string_view owner)
    : m_store(store),
      m_definition(definition),
      m_draft(draft),
      m_prefix(form_prefix(definition.id) + m_draft + "/"),
      m_owner(owner_name(owner)),
      m_lease(store, m_prefix, owner) {}

DraftStatus DraftSession::list_records() {
    std::vector<std::string> keys;
    const StoreStatus status = m_store.list(m_prefix, keys);
    if (status != StoreStatus::Ok) return draft_status(status);
    m_records.clear();
    m_first_layout = m_aside = false;
    for (const std::string& one : keys) {
        const std::string_view name = std::string_view(one).substr(m_prefix.size());
        m_first_layout = m_first_layout || name == "head" || name == "a" || name == "b" || name == "c";
        m_aside = m_aside || name.starts_with("aside/");
        StoredRecord record;
        if (!parse_record_name(name, record)) continue;
        if (record.id.sequence <= kHighestCount) m_sequence = std::max(m_sequence, record.id.sequence);
        m_records.push_back(std::move(record));
    }
    std::sort(m_records.begin(), m_records.end(), by_age);
    m_listed = true;
    return DraftStatus::Ok;
}

Number DraftSession::highest_term() const {
    Number term = 0;
    for (const StoredRecord& record : m_records) term = std::max(term, record.id.term);
    return term;
}

// Copies the text, and frees its name only when the copy has been read back.
StoreStatus DraftSession::set_aside(std::string_view name, const std::string& text,
                                    std::vector<std::string>& keys) {
    std::vector<std::string> existing;
    const StoreStatus listed = m_store.list(key("aside/"), existing);
    if (listed != StoreStatus::Ok) return listed;
    std::string place, copy;
    unsigned long long last = 0;
    for (const std::string& one : existing) {
        last = std::max(last, leading_number(std::string_view(one).substr(key("aside/").size())));
        if (m_store.read(one, copy) == StoreStatus::Ok && copy == text) place = one;
    }
    if (place.empty()) {
        do place = key("aside/") + std::to_string(++last);
        while (std::find(existing.begin(), existing.end(), place) != existing.end());
        if (write_verified(m_store, place, text) != DraftStatus::Ok) return StoreStatus::Failed;
    }
    keys.push_back(place);
    // Should the record stay under its name, the next look finds the same text aside already.
    m_store.erase(key(name));
    return StoreStatus::Ok;
}

// Records of the first layout get names of this one; each is erased only once its copy has been read back.
void DraftSession::adopt_first_layout(std::vector<std::string>& aside) {
    bool all = true;
    for (const std::string_view slot : {"a", "b", "c"}) {
        std::string text;
        const StoreStatus status = m_store.read(key(slot), text);
        if (status == StoreStatus::Missing) continue;
        all = false;
        if (status != StoreStatus::Ok) continue;
        const DraftRecord record = read_draft_record(m_definition, text);
        if (record.state == DraftRecord::State::Damaged) {
            set_aside(slot, text, aside);
            continue;
        }
        const StoredRecord adopted{
            {0, record.head.sequence, "first"}, record.head.saved_at, text.size(), true, {}};
        if (write_verified(m_store, key(record_name(adopted)), text) == DraftStatus::Ok)
            m_store.erase(key(slot));
    }
    if (all) m_store.erase(key("head"));
}

DraftRecord DraftSession::read_record(const StoredRecord& record, StoreStatus& status, std::string& text) {
    DraftRecord read;
    status = m_store.read(key(record_name(record)), text);
    if (status != StoreStatus::Ok) return read;
    if (record.whole) return read_draft_record(m_definition, text);
    const Declaration* base = base_for(record);
    if (base == nullptr) {
        // Not the change is damaged; without its base it says nothing.
        status = StoreStatus::Missing;
        return read;
    }
    return read_change_record(m_definition, *base, text);
}

const Declaration* DraftSession::base_for(const StoredRecord& change) {
    if (m_base_record && m_base_record->id == change.base) return &m_base;
    for (const StoredRecord& record : m_records) {
        if (!record.whole || !(record.id == change.base)) continue;
        std::string text;
        StoreStatus status = StoreStatus::Ok;
        DraftRecord read = read_record(record, status, text);
        if (read.state != DraftRecord::State::Good) return nullptr;
        m_base_record = record;
        m_base = std::move(read.declaration);
        return &m_base;
    }
    return nullptr;
}

OpenedDraft DraftSession::open() {
    OpenedDraft result;
    m_base_record.reset();
    m_newer = false;
    result.status = list_records();
    if (result.status != DraftStatus::Ok) return result;
    if (m_first_layout) {
        adopt_first_layout(result.set_aside);
        result.status = list_records();
        if (result.status != DraftStatus::Ok) return result;
    }
    bool damaged = !result.set_aside.empty();
    StoreStatus failure = StoreStatus::Ok;
    result.status = DraftStatus::None;
    const std::vector<StoredRecord> records = m_records;
    std::vector<VersionId> missed;
    for (const StoredRecord& record : records) {
        StoreStatus status = StoreStatus::Ok;
        std::string text;
        DraftRecord read = read_record(record, status, text);
        if (status != StoreStatus::Ok && status != StoreStatus::Missing) failure = status;
        if (read.state == DraftRecord::State::Damaged) {
            if (missed.empty() || !(missed.back() == record.id)) missed.push_back(record.id);
            if (status != StoreStatus::Ok) continue;
            damaged = true;
            if (set_aside(record_name(record), text, result.set_aside) == StoreStatus::Ok)
                m_records.erase(std::find(m_records.begin(), m_records.end(), record));
            continue;
        }
        m_newer = read.state == DraftRecord::State::Newer;
        result.status = m_newer ? DraftStatus::Newer : DraftStatus::Ok;
        result.declaration = std::move(read.declaration);
        result.head = std::move(read.head);
        result.notes = std::move(read.notes);
        result.older = std::any_of(missed.begin(), missed.end(),
                                   [&](const VersionId& id) { return !(id == record.id); }) ||
                       (missed.empty() && damaged);
        m_opened = record.id;
        if (record.whole && !m_newer) {
            m_base_record = record;
            m_base = result.declaration;
        }
        return result;
    }
    if (failure != StoreStatus::Ok)
        result.status = draft_status(failure);
    else if (damaged || !missed.empty() || m_aside)
        result.status = DraftStatus::Corrupt;
    return result;
}

DraftStatus DraftSession::take(long long now) {
    if (const DraftStatus listed = list_records(); listed != DraftStatus::Ok) return listed;
    const DraftStatus taken = m_lease.take(highest_term(), now);
    if (taken != DraftStatus::Full) return taken;
    return thin(0, now) ? m_lease.take(highest_term(), now) : taken;
}

DraftStatus DraftSession::save(const Declaration& declaration, const DraftFacts& facts, long long now) {
    if (m_newer) return DraftStatus::Newer;
    const Lease lease = m_lease.look();
    if (lease.state == LeaseState::Elsewhere) return DraftStatus::Elsewhere;
    if (lease.state == LeaseState::Free) {
        // Never taken, or lost with the rest of the store; another window may have come and gone.
        const VersionId newest = m_records.empty() ? VersionId{} : m_records.front().id;
        const bool knew = m_listed;
        if (const DraftStatus taken = take(now); taken != DraftStatus::Ok) return taken;
        const auto fresh = [&](const StoredRecord& record) {
            return newest < record.id && record.id.owner != m_owner;
        };
        if (knew && std::any_of(m_records.begin(), m_records.end(), fresh)) {
            m_lease.release();
            return DraftStatus::Elsewhere;
        }
    } else if (lease.state == LeaseState::Unreadable) {
        return draft_status(lease.failure);
    }

    StoredRecord whole{{m_lease.term(), ++m_sequence, m_owner}, now, 0, true, {}};
    const RecordHead head{whole.id.sequence, now, facts};
    const std::string text = write_draft_record(m_definition, m_draft, declaration, head);
    whole.size = text.size();
    const std::string name = key(record_name(whole));
    // Behind a name of the highest term nothing can be written that is found again.
    if (StoredRecord found; !parse_record_name(record_name(whole), found)) return DraftStatus::Failed;
    if (const DraftStatus written = write_making_room(name, text, now); written != DraftStatus::Ok) {
        if (written == DraftStatus::VerifyFailed) m_store.erase(name);
        return written;
    }
    m_records.insert(m_records.begin(), whole);
    // The copy is safe from here on. What fails below costs a version of history or a line of the list.
    if (m_lease.look().state == LeaseState::Elsewhere) return DraftStatus::Elsewhere;
    add_change(declaration, head, whole, now);
    m_store.write(key("info"), write_facts(head, record_name(whole)));
    thin(kHistoryBudget, now);
    return DraftStatus::Ok;
}

DraftStatus DraftSession::write_making_room(const std::string& name, const std::string& text, long long now) {
    for (;;) {
        const DraftStatus written = write_verified(m_store, name, text);
        if (written != DraftStatus::Full) return written;
        size_t total = 0;
        for (const StoredRecord& record : m_records) total += record.size;
        if (!thin(total / 2, now) && !thin(0, now)) return written;
    }
}

// Keeps the version small once the whole record is no longer among the newest.
void DraftSession::add_change(const Declaration& declaration, const RecordHead& head,
                              const StoredRecord& whole, long long now) {
    if (m_base_record) {
        const std::string text = write_change_record(m_definition, m_draft, m_base, declaration, head);
        const StoredRecord change{whole.id, now, text.size(), false, m_base_record->id};
        if (text.size() * kChangeShare < whole.size) {
            if (write_verified(m_store, key(record_name(change)), text) != DraftStatus::Ok) return;
            m_records.insert(m_records.begin() + 1, change);
            return;
        }
    }
    m_base_record = whole;
    m_base = declaration;
}

bool DraftSession::thin(size_t budget, long long now) {
    bool any = false;
    for (const StoredRecord& record : superfluous_records(m_records, now, budget, m_opened)) {
        if (m_store.erase(key(record_name(record))) != StoreStatus::Ok) continue;
        m_records.erase(std::find(m_records.begin(), m_records.end(), record));
        // Nothing that stays is based on it.
        if (m_base_record && record.whole && record.id == m_base_record->id) m_base_record.reset();
        any = true;
    }
    return any;
}

std::vector<DraftVersion> DraftSession::versions() {
    std::vector<DraftVersion> versions;
    if (list_records() != DraftStatus::Ok) return versions;
    for (const StoredRecord& record : m_records) {
        if (versions.empty() || !(versions.back().id == record.id))
            versions.push_back({record.id, record.saved_at, 0, record.id == m_opened});
        versions.back().bytes += record.size;
    }
    return versions;
}

DraftFacts DraftSession::facts_of(const VersionId& id) {
    RecordHead head;
    std::string text;
    // The change last: it is the shorter text.
    for (size_t i = m_records.size(); i-- > 0;)
        if (m_records[i].id == id && m_store.read(key(record_name(m_records[i])), text) == StoreStatus::Ok &&
            read_head(text, head))
            break;
    return head.facts;
}

OpenedDraft DraftSession::read_version(const VersionId& id) {
    OpenedDraft result;
    // Changes are made from the base of the newest state; another version may have another one.
    const std::optional<StoredRecord> base_record = m_base_record;
    const Declaration base = m_base;
    for (const StoredRecord& record : m_records) {
        if (!(record.id == id)) continue;
        StoreStatus status = StoreStatus::Ok;
        std::string text;
        DraftRecord read = read_record(record, status, text);
        if (read.state == DraftRecord::State::Damaged) {
            result.status = status == StoreStatus::Ok || status == StoreStatus::Missing
                                ? DraftStatus::Corrupt
                                : draft_status(status);
            continue;
        }
        result.status = read.state == DraftRecord::State::Good ? DraftStatus::Ok : DraftStatus::Newer;
        result.declaration = std::move(read.declaration);
        result.head = std::move(read.head);
        result.notes = std::move(read.notes);
        break;
    }
    m_base_record = base_record;
    m_base = base;
    return result;
}

}  // namespace shenbao::drafts
