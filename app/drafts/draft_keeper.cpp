#include "app/drafts/draft_keeper.h"

#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;
using drafts::LeaseState;

namespace {

constexpr long long kDay = 24LL * 60 * 60 * 1000;
constexpr long long kBackupEvery = 3 * kDay, kSnooze = kDay;

}  // namespace

drafts::DraftFacts facts_of(const Document& document, std::string_view name) {
    drafts::DraftFacts facts;
    facts.name = name;
    facts.unit = identity_unit(document.definition(), document.declaration());
    const FormState& state = document.state();
    facts.year = state.year;
    for (const SectionState& section : state.sections) {
        facts.required += section.required;
        facts.filled += section.filled;
    }
    facts.due = document.due();
    facts.errors = state.errors - facts.due;
    facts.explains = state.explains;
    facts.hints = state.hints;
    const History& history = document.history();
    facts.step = history.redo_name().empty() ? std::string(history.undo_name())
                                             : texts::undo_step(texts::kUndo, history.redo_name());
    return facts;
}

DraftKeeper::DraftKeeper(drafts::KeyValueStore& store, const FormDefinition& definition, std::string window)
    : m_store(store),
      m_definition(definition),
      m_owner(std::move(window)),
      m_library(store, definition, m_owner) {
    m_session.emplace(m_library.session("current"));
}

drafts::OpenedDraft DraftKeeper::open_last(long long now) {
    const std::string last = m_library.last_opened();
    return open(last.empty() ? "current" : last, now);
}

drafts::OpenedDraft DraftKeeper::open(std::string_view draft, long long now) {
    m_session->release();
    m_session.emplace(m_library.session(draft));
    drafts::OpenedDraft opened = m_session->open();
    m_facts = opened.head.facts;
    m_saved_at = opened.head.saved_at;
    m_backup_at = m_first_at = 0;
    if (opened.status == DraftStatus::Ok) {
        std::string text;
        if (m_store.read(m_session->prefix() + "backup", text) == drafts::StoreStatus::Ok)
            m_backup_at = static_cast<long long>(drafts::leading_number(text));
        const auto versions = m_session->versions();
        if (!versions.empty()) m_first_at = versions.back().saved_at;
        m_library.remember_opened(draft);
    }
    hold_what_was_opened(opened, now);
    return opened;
}

// The one judge of what was read, whatever the way it came: a draft of a newer program can only be looked at,
// and what could not be read must not get a newer state on top of it.
bool DraftKeeper::may_be_taken(const drafts::OpenedDraft& opened, long long now) {
    switch (opened.status) {
        case DraftStatus::Newer:
            m_hold = Hold::ReadOnly;
            return false;
        case DraftStatus::Unavailable:
        case DraftStatus::Failed:
            start_fresh(now);
            return false;
        default:
            return true;
    }
}

void DraftKeeper::hold_what_was_opened(const drafts::OpenedDraft& opened, long long now) {
    if (!may_be_taken(opened, now)) return;
    const drafts::Lease lease = m_session->lease();
    m_hold = Hold::Mine;
    if (lease.state != LeaseState::Elsewhere) return take(now);
    m_hold = Hold::Asking;
    m_asked_at = now;
    m_seen_lease = lease.text;
    m_session->knock(now);
    m_wait = drafts::kLeasePatience;
}

// Should it fail, the next save tries again.
void DraftKeeper::take(long long now) {
    m_session->take(now);
    m_hold = Hold::Mine;
}

void DraftKeeper::start_fresh(long long now) {
    m_session->release();
    m_session.emplace(m_library.session(m_library.fresh_id(now)));
    m_facts = {};
    m_saved_at = m_first_at = m_backup_at = 0;
    m_hold = Hold::Mine;
}

std::string DraftKeeper::blank_draft() {
    for (const drafts::DraftSummary& draft : m_library.list().drafts) {
        const drafts::DraftFacts& facts = draft.facts;
        if (draft.deleted_at != 0 || draft.id == id() || facts.filled > 0) continue;
        if (!facts.name.empty() || !facts.unit.empty()) continue;
        drafts::DraftSession session = m_library.session(draft.id);
        const drafts::OpenedDraft opened = session.open();
        if (opened.status == DraftStatus::Ok && opened.declaration == blank_declaration(m_definition) &&
            session.lease().state == LeaseState::Free)
            return draft.id;
    }
    return {};
}

std::string DraftKeeper::draft_like(const drafts::DraftFacts& facts, const drafts::DraftFacts& open) {
    const auto alike = [&](const drafts::DraftFacts& other) {
        return !facts.unit.empty() && other.unit == facts.unit && other.year == facts.year;
    };
    if (alike(open)) return id();
    for (const drafts::DraftSummary& draft : m_library.list().drafts)
        if (draft.deleted_at == 0 && draft.readable && draft.id != id() && alike(draft.facts))
            return draft.id;
    return {};
}

bool DraftKeeper::vanished() {
    std::vector<std::string> records;
    return m_saved_at != 0 && m_store.list(m_session->prefix() + "r/", records) == drafts::StoreStatus::Ok &&
           records.empty();
}

DraftStatus DraftKeeper::save(const Document& document, long long now) {
    if (vanished()) {
        // Changes of records that are gone would mean nothing.
        m_session.emplace(m_library.session(id()));
        m_session->open();
        m_session->take(now);
        m_saved_at = 0;
    }
    const bool first = m_saved_at == 0;
    const DraftStatus status = m_session->save(document.declaration(), facts_of(document, m_facts.name), now);
    if (status == DraftStatus::Elsewhere) m_hold = Hold::Elsewhere;
    if (status != DraftStatus::Ok) return status;
    m_saved_at = now;
    if (m_first_at == 0) m_first_at = now;
    if (first) m_library.remember_opened(id());
    return status;
}

std::optional<drafts::OpenedDraft> DraftKeeper::decide(long long now, bool& unchanged) {
    unchanged = false;
    if (m_hold != Hold::Asking) return {};
    const long long left = m_asked_at + drafts::kLeasePatience - now;
    const drafts::Lease lease = m_session->lease();
    const bool answered = lease.state == LeaseState::Elsewhere && lease.text != m_seen_lease;
    if (!answered && lease.state == LeaseState::Elsewhere && left > 0 && left <= drafts::kLeasePatience) {
        m_wait = static_cast<int>(left);
        return {};
    }
    if (!answered) {
        const long long opened_at = m_saved_at;
        drafts::OpenedDraft draft = take_over(now);
        unchanged = m_hold == Hold::Mine && m_saved_at == opened_at;
        return draft;
    }
    m_hold = Hold::Elsewhere;
    return reread();
}

drafts::OpenedDraft DraftKeeper::take_over(long long now) {
    drafts::OpenedDraft opened = reread();
    if (may_be_taken(opened, now)) take(now);
    return opened;
}

drafts::OpenedDraft DraftKeeper::reread() {
    drafts::OpenedDraft opened = m_session->open();
    // Where nothing could be read, the name it had is still known here.
    if (opened.status == DraftStatus::Ok || opened.status == DraftStatus::Newer) m_facts = opened.head.facts;
    m_saved_at = opened.head.saved_at;
    return opened;
}

DraftEvent DraftKeeper::changed_elsewhere(std::string_view key, long long now) {
    if (!m_session->owns(key)) return DraftEvent::None;
    const std::string_view name = key.substr(m_session->prefix().size());
    if (name == "knock") {
        if (m_hold == Hold::Mine) m_session->renew(now);
    } else if (name == "lease") {
        const LeaseState state = m_session->lease().state;
        if (m_hold == Hold::Asking) {
            m_wait = 0;
        } else if (m_hold == Hold::Mine && state == LeaseState::Elsewhere) {
            m_hold = Hold::Elsewhere;
            return DraftEvent::Lost;
        } else if (m_hold == Hold::Elsewhere && state == LeaseState::Free) {
            return DraftEvent::Freed;
        }
    } else if (m_hold == Hold::Elsewhere && name.starts_with("r/")) {
        return DraftEvent::Changed;
    }
    return DraftEvent::None;
}

void DraftKeeper::leave() {
    m_session->release();
}

bool DraftKeeper::come_back(long long now) {
    if (m_hold == Hold::ReadOnly || m_hold == Hold::Asking) return false;
    const LeaseState state = m_session->lease().state;
    if (state == LeaseState::Mine || state == LeaseState::Unreadable) return false;
    const drafts::OpenedDraft opened = m_session->open();
    const bool changed = opened.head.saved_at != m_saved_at;
    hold_what_was_opened(opened, now);
    return changed && opened.status == DraftStatus::Ok;
}

void DraftKeeper::note_backup(long long now) {
    m_backup_at = now;
    m_library.note_backup(id(), now);
}

bool DraftKeeper::backup_due(long long now) {
    if (m_first_at == 0 || now - (m_backup_at == 0 ? m_first_at : m_backup_at) < kBackupEvery) return false;
    if (m_saved_at <= m_backup_at) return false;
    std::string text;
    const bool snoozed = m_store.read(m_library.prefix() + "snooze", text) == drafts::StoreStatus::Ok;
    return !snoozed || now - static_cast<long long>(drafts::leading_number(text)) > kSnooze;
}

void DraftKeeper::snooze_backup(long long now) {
    m_store.write(m_library.prefix() + "snooze", std::to_string(now));
}

}  // namespace shenbao::app
