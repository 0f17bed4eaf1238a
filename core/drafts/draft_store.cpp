#include "core/drafts/draft_store.h"

#include <algorithm>
#include <cstdlib>

#include "core/drafts/draft_record.h"

namespace shenbao::drafts {
namespace {

// Two alternate; the third is used while one of them holds something that must not be overwritten.
constexpr std::string_view kSlots[] = {"a", "b", "c"};
constexpr std::string_view kHead = "head";
constexpr std::string_view kAside = "aside/";

DraftStatus draft_status(StoreStatus status) {
    switch (status) {
        case StoreStatus::Ok:
            return DraftStatus::Ok;
        case StoreStatus::Full:
            return DraftStatus::Full;
        case StoreStatus::Unavailable:
            return DraftStatus::Unavailable;
        default:
            return DraftStatus::Failed;
    }
}

std::string head_text(std::string_view slot, unsigned long long sequence) {
    return std::string(slot) + " " + std::to_string(sequence);
}

// The number in a pointer, 0 when it is torn or missing.
unsigned long long head_sequence(std::string_view head) {
    const bool whole = head.size() > 2 && head.size() < 24 && head[1] == ' ' &&
                       head.find_first_not_of("0123456789", 2) == std::string_view::npos;
    return whole ? std::strtoull(std::string(head.substr(2)).c_str(), nullptr, 10) : 0;
}

}  // namespace

struct DraftStore::Found {
    DraftRecord best;  // state Good, if has_good
    bool has_good = false, has_newer = false, has_damaged = false;
    unsigned long long newest = 0;          // highest number among damaged records and the pointer
    bool unknown_damage = false;            // something damaged whose number cannot be read
    StoreStatus failure = StoreStatus::Ok;  // of reading
    StoreStatus aside_failure = StoreStatus::Ok;
    std::vector<std::string> set_aside;
};

DraftStore::DraftStore(KeyValueStore& store, const FormDefinition& definition, std::string_view draft)
    : m_store(store),
      m_definition(definition),
      m_draft(draft),
      m_prefix("shenbao/v1/" + definition.id + "/" + m_draft + "/") {}

DraftStore::Found DraftStore::look() {
    Found found;
    m_good_slot.clear();
    m_blocked.clear();
    m_looked = true;
    if (m_store.read(key(kHead), m_head) != StoreStatus::Ok) m_head.clear();
    found.newest = head_sequence(m_head);
    for (const std::string_view slot : kSlots) {
        std::string text;
        const StoreStatus status = m_store.read(key(slot), text);
        if (status == StoreStatus::Missing) continue;
        if (status != StoreStatus::Ok) {
            found.failure = status;
            m_blocked.emplace_back(slot);
            continue;
        }
        DraftRecord record = read_draft_record(m_definition, text);
        m_sequence = std::max(m_sequence, record.sequence);
        if (record.state == DraftRecord::State::Damaged) {
            found.has_damaged = true;
            found.newest = std::max(found.newest, record.sequence);
            found.unknown_damage = found.unknown_damage || record.sequence == 0;
            const StoreStatus aside = set_aside(slot, text, found.set_aside);
            if (aside == StoreStatus::Ok) continue;
            found.aside_failure = aside;
            m_blocked.emplace_back(slot);
        } else if (record.state == DraftRecord::State::Newer) {
            found.has_newer = true;
            m_blocked.emplace_back(slot);
        } else if (!found.has_good || record.sequence > found.best.sequence) {
            found.has_good = true;
            found.best = std::move(record);
            m_good_slot = slot;
        }
    }
    m_sequence = std::max(m_sequence, found.newest);
    return found;
}

// Copies the text, and frees the slot only when the copy has been read back.
StoreStatus DraftStore::set_aside(std::string_view slot, const std::string& text,
                                  std::vector<std::string>& keys) {
    std::vector<std::string> existing;
    const StoreStatus listed = m_store.list(key(kAside), existing);
    if (listed != StoreStatus::Ok) return listed;
    std::string place, copy;
    unsigned long long last = 0;
    for (const std::string& one : existing) {
        const std::string number = one.substr(std::min(one.size(), key(kAside).size()));
        last = std::max(last, std::strtoull(number.c_str(), nullptr, 10));
        if (m_store.read(one, copy) == StoreStatus::Ok && copy == text) place = one;
    }
    if (place.empty()) {
        place = key(kAside) + std::to_string(last + 1);
        const StoreStatus written = m_store.write(place, text);
        if (written != StoreStatus::Ok) return written;
        const StoreStatus read = m_store.read(place, copy);
        if (read != StoreStatus::Ok || copy != text) return StoreStatus::Failed;
    }
    keys.push_back(place);
    // Should the record stay in its slot, the next look finds the same text aside already.
    m_store.erase(key(slot));
    return StoreStatus::Ok;
}

RestoreResult DraftStore::restore() {
    Found found = look();
    RestoreResult result;
    result.set_aside = std::move(found.set_aside);
    if (found.has_good) {
        result.status = DraftStatus::Ok;
        result.declaration = std::move(found.best.declaration);
        result.saved_at = found.best.saved_at;
        result.notes = std::move(found.best.notes);
        result.older = found.newest > found.best.sequence || found.unknown_damage || found.has_newer ||
                       (found.failure != StoreStatus::Ok && found.newest != found.best.sequence);
    } else if (found.has_newer) {
        result.status = DraftStatus::Newer;
    } else if (found.failure != StoreStatus::Ok) {
        result.status = draft_status(found.failure);
    } else {
        result.status = found.has_damaged ? DraftStatus::Corrupt : DraftStatus::None;
    }
    return result;
}

SaveResult DraftStore::save(const Declaration& declaration, long long saved_at) {
    std::string head;
    const StoreStatus status = m_store.read(key(kHead), head);
    if (status != StoreStatus::Ok && status != StoreStatus::Missing) return {draft_status(status)};
    StoreStatus aside_failure = StoreStatus::Ok;
    if (!m_looked || head != m_head) aside_failure = look().aside_failure;

    const auto free = [&](std::string_view slot) {
        return slot != m_good_slot && std::find(m_blocked.begin(), m_blocked.end(), slot) == m_blocked.end();
    };
    const auto* const slot = std::find_if(std::begin(kSlots), std::end(kSlots), free);
    if (slot == std::end(kSlots))
        return {aside_failure == StoreStatus::Ok ? DraftStatus::Failed : draft_status(aside_failure)};

    const unsigned long long sequence = m_sequence + 1;
    const DraftStatus written =
        write_slot(*slot, write_draft_record(m_definition, m_draft, declaration, sequence, saved_at));
    if (written != DraftStatus::Ok) return {written};
    m_sequence = sequence;
    m_good_slot = *slot;
    // The copy is safe already: it is found by its number even if the pointer cannot be written.
    const std::string switched = head_text(*slot, sequence);
    if (m_store.write(key(kHead), switched) == StoreStatus::Ok)
        m_head = switched;
    else
        m_looked = false;
    return {DraftStatus::Ok};
}

DraftStatus DraftStore::write_slot(std::string_view slot, const std::string& record) {
    const StoreStatus written = m_store.write(key(slot), record);
    if (written != StoreStatus::Ok) return draft_status(written);
    std::string copy;
    const StoreStatus read = m_store.read(key(slot), copy);
    if (read == StoreStatus::Unavailable) return DraftStatus::Unavailable;
    return read == StoreStatus::Ok && copy == record ? DraftStatus::Ok : DraftStatus::VerifyFailed;
}

std::vector<std::string> DraftStore::set_aside_keys() {
    std::vector<std::string> keys;
    if (m_store.list(key(kAside), keys) != StoreStatus::Ok) keys.clear();
    return keys;
}

std::string DraftStore::set_aside_text(std::string_view aside_key) {
    std::string text;
    if (!owns(aside_key) || m_store.read(aside_key, text) != StoreStatus::Ok) return {};
    return text;
}

bool DraftStore::owns(std::string_view other) const {
    return other.substr(0, m_prefix.size()) == m_prefix;
}

std::string_view draft_message(DraftStatus status) {
    switch (status) {
        case DraftStatus::Ok:
        case DraftStatus::None:
            return "";
        case DraftStatus::Full:
            return "草稿未能保存：浏览器为本页留出的空间已满。请立即用“保存”存成文件，再清理旧草稿。";
        case DraftStatus::Unavailable:
            return "草稿未能保存：浏览器禁用了本地存储（无痕窗口或安全设置）。请用“保存”存成文件，关闭网页前"
                   "务必确认。";
        case DraftStatus::Failed:
            return "草稿未能保存：浏览器的本地存储出错。请立即用“保存”存成文件，然后重新打开网页。";
        case DraftStatus::VerifyFailed:
            return "草稿未能保存：写入后读回的内容不一致，上一份草稿未受影响。请立即用“保存”存成文件。";
        case DraftStatus::Corrupt:
            return "以前的草稿已损坏，无法打开；损坏的记录已另存，没有删除。如有保存过的文件，请打开该文件。";
        case DraftStatus::Newer:
            return "草稿由更新版本的程序保存，本版本没有打开，也不会覆盖它。请换用新版本的程序。";
    }
    return "";
}

}  // namespace shenbao::drafts
