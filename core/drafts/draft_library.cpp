#include "core/drafts/draft_library.h"
#include "core/form/sort_by.h"

#include <algorithm>
#include <map>
#include <set>

namespace shenbao::drafts {
namespace {

struct Found {
    StoredRecord newest;
    std::set<VersionId> versions;
    size_t bytes = 0;
    bool any = false, first_layout = false, bin = false, backup = false;
};

std::string base36(Number number) {
    std::string text;
    do {
        text.insert(text.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
    } while (number > 0);
    return text;
}

}  // namespace

DraftLibrary::DraftLibrary(KeyValueStore& store, const FormDefinition& definition, std::string_view owner)
    : m_store(store),
      m_definition(definition),
      m_prefix(form_prefix(definition.id)),
      m_owner(owner_name(owner)) {}

std::string DraftLibrary::key(std::string_view draft, std::string_view name) const {
    std::string whole = m_prefix;
    return whole.append(draft).append("/").append(name);
}

DraftList DraftLibrary::list() {
    DraftList list;
    std::vector<std::string> keys;
    list.status = draft_status(m_store.list(m_prefix, keys));
    if (list.status != DraftStatus::Ok) return list;
    std::map<std::string, Found, std::less<>> found;
    for (const std::string& one : keys) {
        const std::string_view rest = std::string_view(one).substr(m_prefix.size());
        const size_t slash = rest.find('/');
        if (slash == std::string_view::npos) continue;
        const std::string_view draft = rest.substr(0, slash), name = rest.substr(slash + 1);
        StoredRecord record;
        const bool is_record = parse_record_name(name, record);
        const bool first = name == "a" || name == "b" || name == "c";
        if (!is_record && !first && name != "bin" && name != "backup") continue;
        Found& entry = found.try_emplace(std::string(draft)).first->second;
        entry.bin = entry.bin || name == "bin";
        entry.backup = entry.backup || name == "backup";
        entry.first_layout = entry.first_layout || first;
        if (!is_record) continue;
        entry.bytes += record.size;
        entry.versions.insert(record.id);
        // The whole record of a version says as much as the change, and needs no other.
        if (!entry.any || entry.newest.id < record.id || (entry.newest.id == record.id && record.whole))
            entry.newest = record;
        entry.any = true;
    }
    for (auto& [id, entry] : found) {
        if (!entry.any && !entry.first_layout) continue;
        DraftSummary summary;
        summary.id = id;
        summary.bytes = entry.bytes;
        summary.versions = entry.versions.size();
        std::string text;
        if (entry.bin && m_store.read(key(id, "bin"), text) == StoreStatus::Ok)
            summary.deleted_at = std::max(1LL, static_cast<long long>(leading_number(text)));
        if (entry.backup && m_store.read(key(id, "backup"), text) == StoreStatus::Ok)
            summary.backup_at = static_cast<long long>(leading_number(text));
        complete(summary, entry.newest);
        list.bytes += summary.bytes;
        list.drafts.push_back(std::move(summary));
    }
    sort_by(list.drafts, [](const DraftSummary& summary) { return -summary.saved_at; });
    return list;
}

// From the text kept for this purpose; where it is missing or older than the newest record, from that.
void DraftLibrary::complete(DraftSummary& summary, const StoredRecord& newest) {
    std::string text;
    RecordHead head;
    const bool known = summary.versions > 0 && m_store.read(key(summary.id, "info"), text) == StoreStatus::Ok;
    const StoredRecord whole{newest.id, newest.saved_at, newest.size, true, {}};
    if (known && newest.whole && read_facts(text, record_name(whole), head)) {
        summary.facts = std::move(head.facts);
        summary.saved_at = head.saved_at;
        return;
    }
    OpenedDraft opened = session(summary.id).open();
    summary.readable = opened.status == DraftStatus::Ok || opened.status == DraftStatus::Newer;
    summary.facts = std::move(opened.head.facts);
    summary.saved_at = summary.readable ? opened.head.saved_at : newest.saved_at;
    if (summary.readable && summary.facts.unit.empty())
        summary.facts.unit = identity_unit(m_definition, opened.declaration);
    if (summary.versions == 0) summary.versions = 1;
}

std::string DraftLibrary::fresh_id(long long now) {
    Number number = now < 0 ? 0 : static_cast<Number>(now);
    for (;; ++number) {
        std::string id = "d" + base36(number) + m_owner.substr(0, 4);
        std::vector<std::string> keys;
        if (m_store.list(key(id, ""), keys) != StoreStatus::Ok || keys.empty()) return id;
    }
}

DraftStatus DraftLibrary::duplicate(std::string_view draft, std::string_view name, long long now,
                                    std::string& copy) {
    OpenedDraft opened = session(draft).open();
    if (opened.status != DraftStatus::Ok) return opened.status;
    copy = fresh_id(now);
    DraftSession target = session(copy);
    opened.head.facts.name = name;
    opened.head.facts.step.clear();
    const DraftStatus saved = target.save(opened.declaration, opened.head.facts, now);
    target.release();
    return saved;
}

DraftStatus DraftLibrary::rename(std::string_view draft, std::string_view name, long long now) {
    DraftSession target = session(draft);
    OpenedDraft opened = target.open();
    if (opened.status != DraftStatus::Ok) return opened.status;
    opened.head.facts.name = name;
    opened.head.facts.step.clear();
    const DraftStatus saved = target.save(opened.declaration, opened.head.facts, now);
    target.release();
    return saved;
}

DraftStatus DraftLibrary::put_into_bin(std::string_view draft, long long now) {
    const std::string name = key(draft, "bin"), text = std::to_string(std::max(1LL, now));
    const DraftStatus status = write_verified(m_store, name, text);
    if (status != DraftStatus::Full) return status;
    // Whoever deletes makes room: a full store gives up the draft's line of the list, which its record says
    // as well.
    m_store.erase(key(draft, "info"));
    return write_verified(m_store, name, text);
}

DraftStatus DraftLibrary::take_out_of_bin(std::string_view draft) {
    return draft_status(m_store.erase(key(draft, "bin")));
}

DraftStatus DraftLibrary::purge(std::string_view draft) {
    std::vector<std::string> keys;
    DraftStatus status = draft_status(m_store.list(key(draft, ""), keys));
    const std::string aside = key(draft, "aside/"), bin = key(draft, "bin");
    for (const std::string& one : keys) {
        if (one.starts_with(aside) || one == bin) continue;
        const StoreStatus erased = m_store.erase(one);
        if (erased != StoreStatus::Ok) status = draft_status(erased);
    }
    // Last, so that what could not be erased stays in the bin.
    return status == DraftStatus::Ok ? draft_status(m_store.erase(bin)) : status;
}

std::string DraftLibrary::last_opened() {
    std::string text;
    if (m_store.read(m_prefix + "last", text) == StoreStatus::Ok) {
        std::vector<std::string> keys;
        const bool known = m_store.list(key(text, ""), keys) == StoreStatus::Ok && !keys.empty();
        const bool binned = std::find(keys.begin(), keys.end(), key(text, "bin")) != keys.end();
        if (known && !binned && text.find('/') == std::string::npos) return text;
    }
    for (const DraftSummary& draft : list().drafts)
        if (draft.deleted_at == 0 && draft.readable) return draft.id;
    return {};
}

void DraftLibrary::remember_opened(std::string_view draft) {
    std::string text;
    if (m_store.read(m_prefix + "last", text) != StoreStatus::Ok || text != draft)
        m_store.write(m_prefix + "last", draft);
}

void DraftLibrary::note_backup(std::string_view draft, long long now) {
    m_store.write(key(draft, "backup"), std::to_string(now));
}

std::vector<AsideRecord> DraftLibrary::set_aside() {
    std::vector<AsideRecord> aside;
    std::vector<std::string> keys;
    if (m_store.list(m_prefix, keys) != StoreStatus::Ok) return aside;
    for (const std::string& one : keys) {
        const std::string_view rest = std::string_view(one).substr(m_prefix.size());
        const size_t slash = rest.find("/aside/");
        if (slash == std::string_view::npos) continue;
        aside.push_back({one, std::string(rest.substr(0, slash)), set_aside_text(one).size()});
    }
    return aside;
}

std::string DraftLibrary::set_aside_text(std::string_view aside) {
    std::string text;
    if (!aside.starts_with(m_prefix) || m_store.read(aside, text) != StoreStatus::Ok) return {};
    return text;
}

}  // namespace shenbao::drafts
