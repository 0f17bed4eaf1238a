#include "app/drafts/saving.h"

#include <utility>

#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;

namespace {

Choice save_to_file() {
    return {"lease:file", texts::kSave, action::RunCommand{"save"}};
}

// What the person reads while something is on the screen only. Whether a file arrived no page is told: the
// person says so.
Notice on_screen_only(std::string id, std::string_view title, bool handed_over) {
    Notice notice{std::move(id),
                  Level::Error,
                  std::string(title),
                  {std::string(handed_over ? texts::kFileHandedOver : texts::kFileFirst)},
                  {save_to_file()}};
    if (handed_over)
        notice.choices.push_back({"lease:arrived", texts::kFileArrived, action::RunCommand{"file-arrived"}});
    return notice;
}

}  // namespace

std::vector<std::string> note_lines(const std::vector<ReadNote>& notes) {
    std::vector<std::string> lines;
    for (const ReadNote& note : notes) {
        std::string line = note.line > 0 ? texts::line_number(note.line) : std::string();
        line += note.message;
        lines.push_back(std::move(line));
    }
    return lines;
}

Saving::Saving(drafts::KeyValueStore& store, const FormDefinition& definition, std::string window)
    : m_keeper(store, definition, std::move(window)),
      m_definition(definition),
      m_notice{SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)} {}

std::string Saving::backup_age(platform::LocalTime now) const {
    const long long midnight = now.milliseconds - ((now.hour * 60LL + now.minute) * 60 + now.second) * 1000;
    return texts::backup_age(m_keeper.backup_at(), m_keeper.saved_at(), midnight);
}

Banner Saving::banner() const {
    if (m_keeper.hold() == Hold::ReadOnly)
        return {Level::Explain, std::string(drafts::draft_message(DraftStatus::Newer)), {}};
    if (m_keeper.hold() == Hold::Elsewhere) {
        Banner banner{Level::Explain, std::string(m_looking ? texts::kLookingOnly : texts::kElsewhere), {}};
        if (!m_looking)
            banner.choices.push_back({"lease:look", texts::kLookOnly, action::RunCommand{"look-only"}});
        banner.choices.push_back({"lease:take", texts::kTakeOver, action::RunCommand{"take-over"}});
        return banner;
    }
    if (m_blocked || m_failed) return {Level::Error, std::string(texts::kNothingStored), {save_to_file()}};
    return {};
}

std::string_view Saving::why_not() const {
    return m_keeper.hold() == Hold::ReadOnly ? drafts::draft_message(DraftStatus::Newer)
                                             : texts::kLookingOnly;
}

Outcome Saving::restore(platform::LocalTime now) {
    Outcome outcome = show(m_keeper.open_last(now.milliseconds));
    if (m_keeper.backup_due(now.milliseconds))
        outcome.then(
            effect::Show{{"backup", Level::Hint, backup_age(now), {std::string(texts::kBackupAdvice)}}});
    return outcome;
}

bool Saving::must_not_be_left(const Document& document) const {
    return unsaved(document) && m_filed_revision != document.revision();
}

Outcome Saving::open(const Document& document, std::string_view draft, platform::LocalTime now) {
    Outcome outcome = save(document, now);
    if (must_not_be_left(document))
        return outcome.then(effect::Show{on_screen_only("leave", texts::kNotLeft, is_handed_over(document))});
    // What the save came to is told beside what the new draft has to tell.
    return Outcome::of(effect::CloseNotices{})
        .then(std::move(outcome))
        .then(show(m_keeper.open(draft, now.milliseconds)));
}

bool Saving::untouched(const Document& document) const {
    return can_edit() && m_keeper.name().empty() && document.declaration() == blank_declaration(m_definition);
}

Outcome Saving::begin(const Document& document, effect::BeginDraft begin, platform::LocalTime now) {
    if (!begin.content && untouched(document))
        return Outcome::of(effect::Show{{"new", Level::Hint, std::string(texts::kBlankAlready)}});
    Outcome outcome = save(document, now);
    if (must_not_be_left(document))
        return outcome.then(effect::Show{on_screen_only("leave", texts::kNotLeft, is_handed_over(document))});
    if (!unsaved(document)) {
        const std::string name = texts::draft_name(facts_of(document, m_keeper.name()));
        begin.told.lines.insert(begin.told.lines.begin(), texts::former_kept(name));
        begin.told.choices.push_back({"draft:back", texts::kBackToFormer, action::OpenDraft{m_keeper.id()}});
    }
    outcome = Outcome::of(effect::CloseNotices{}).then(std::move(outcome));
    if (const std::string blank = begin.content ? "" : m_keeper.blank_draft(); !blank.empty()) {
        outcome.then(show(m_keeper.open(blank, now.milliseconds)));
    } else {
        m_keeper.start_fresh(now.milliseconds);
        Declaration content = begin.content ? std::move(*begin.content) : blank_declaration(m_definition);
        outcome.then(effect::ShowDeclaration{std::move(content)}).then(effect::SaveDraft{.anyway = true});
    }
    m_notice = {SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)};
    return outcome.then(effect::Show{std::move(begin.told)});
}

Outcome Saving::show(drafts::OpenedDraft draft) {
    const bool readable = draft.status == DraftStatus::Ok || draft.status == DraftStatus::Newer;
    Outcome outcome = Outcome::of(effect::ShowDeclaration{
        readable ? std::move(draft.declaration) : blank_declaration(m_definition), draft.head.facts.due > 0});
    if (draft.status == DraftStatus::Ok) {
        const std::string_view text = draft.older ? texts::kRestoredOlder : texts::kRestored;
        m_notice = {SaveNotice::Kind::Saved, std::string(text)};
        if (draft.older || !draft.notes.empty())
            outcome.then(effect::Show{{"opened", draft.older ? Level::Explain : Level::Hint,
                                       std::string(text), note_lines(draft.notes)}});
    } else if (draft.status != DraftStatus::None) {
        const std::string reason(drafts::draft_message(draft.status));
        m_notice = {SaveNotice::Kind::Failed, reason};
        outcome.then(effect::Show{{"draft", Level::Error, std::string(texts::kDraftProblem), {reason}}});
        m_blocked = draft.status == DraftStatus::Unavailable;
    } else {
        m_notice = {SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)};
    }
    return outcome.then(tell_hold());
}

void Saving::shown(const Document& document) {
    m_saved_revision = document.revision();
    m_handed_revision = m_filed_revision = ~0UL;  // revisions are counted anew
    m_failed = false;
}

// While another window has the draft, the line says so instead of when it was saved.
Outcome Saving::tell_hold() {
    Outcome outcome = Outcome::of(effect::RequestFrame{});
    if (m_keeper.asking()) m_notice = {SaveNotice::Kind::Pending, std::string(texts::kAskingWindow)};
    if (m_keeper.hold() == Hold::Elsewhere)
        m_notice = {SaveNotice::Kind::Pending, std::string(texts::kLookingOnly)};
    if (!m_keeper.can_edit()) outcome.then(effect::LeaveCell{});
    if (const std::optional<int> wait = m_keeper.wait()) outcome.then(effect::RequestSave{*wait});
    return outcome;
}

Outcome Saving::changed() {
    constexpr int kSaveDelay = 300;  // milliseconds
    m_notice = {SaveNotice::Kind::Pending, std::string(texts::kSaving)};
    return Outcome::of(effect::RequestSave{kSaveDelay});
}

Outcome Saving::save(const Document& document, platform::LocalTime now) {
    if (m_keeper.asking()) {
        bool unchanged = false;
        if (std::optional<drafts::OpenedDraft> draft = m_keeper.decide(now.milliseconds, unchanged)) {
            // What was typed meanwhile goes on from there.
            if (unchanged && unsaved(document)) return tell_hold().then(changed());
            // The other window may have saved while its answer was awaited.
            return show_stored(document, std::move(*draft), now);
        }
        const std::optional<int> wait = m_keeper.wait();
        return wait ? Outcome::of(effect::RequestSave{*wait}) : Outcome();
    }
    if (!m_keeper.can_edit()) {
        bool kept = false;
        return keep_rest(document, now, kept);
    }
    const bool emptied = m_keeper.vanished();
    if (m_saved_revision == document.revision() && !m_failed && !emptied) return {};
    if (emptied) m_saved_revision = ~0UL;
    Outcome outcome = save_anyway(document, now);
    if (emptied && !m_failed && m_keeper.can_edit())
        outcome.then(effect::Show{{"emptied",
                                   Level::Explain,
                                   std::string(texts::kStoreEmptied),
                                   {std::string(texts::kStoredAnew)}}});
    return outcome;
}

Outcome Saving::save_anyway(const Document& document, platform::LocalTime now) {
    if (m_keeper.asking()) return save(document, now);
    const DraftStatus status = m_keeper.save(document, now.milliseconds);
    m_failed = status != DraftStatus::Ok && status != DraftStatus::Elsewhere;
    Outcome outcome = Outcome::of(effect::RequestFrame{});
    if (status == DraftStatus::Ok) {
        m_saved_revision = document.revision();
        m_blocked = false;
        m_notice = {SaveNotice::Kind::Saved, texts::draft_saved(now.hour, now.minute, now.second)};
        // Every save would drown what else is said; that it works is said once.
        if (!std::exchange(m_told, true)) outcome.then(effect::Speak{m_notice.text});
        outcome.then(effect::CloseNotice{"draft"});
    } else if (status == DraftStatus::Elsewhere) {
        outcome.then(lost(document, now));
    } else {
        const std::string reason(drafts::draft_message(status));
        m_notice = {SaveNotice::Kind::Failed, texts::unsaved_because(reason)};
        m_blocked = true;
        m_told = false;
        // Also what was shown as a draft that is yet to be stored.
        if (!untouched(document)) m_saved_revision = ~0UL;
        outcome.then(effect::Show{{"draft", Level::Error, std::string(texts::kUnsaved), {reason}}});
    }
    return outcome;
}

void Saving::arrived(const Document& document) {
    if (m_handed_revision == document.revision()) m_filed_revision = document.revision();
}

Outcome Saving::handed_over(const Document& document, platform::LocalTime now) {
    m_handed_revision = document.revision();
    // Shown anew, it asks whether the file arrived.
    Outcome outcome = Outcome::of(effect::CloseNotice{"rest"});
    outcome.then(save(document, now));
    m_keeper.note_backup(now.milliseconds);
    return outcome;
}

// What was typed here and not yet saved becomes a draft of its own: it belongs to nobody else. Not kept, and
// said, if that failed, so that it is on the screen only.
Outcome Saving::keep_rest(const Document& document, platform::LocalTime now, bool& kept) {
    kept = true;
    if (!unsaved(document)) return {};
    drafts::DraftLibrary& library = m_keeper.library();
    drafts::DraftSession rest = library.session(library.fresh_id(now.milliseconds));
    const std::string name = texts::unsaved_rest(m_keeper.name());
    kept = rest.save(document.declaration(), facts_of(document, name), now.milliseconds) == DraftStatus::Ok;
    rest.release();
    if (kept) {
        m_saved_revision = document.revision();
        return Outcome::of(effect::Show{{"rest", Level::Explain, std::string(texts::kRestKept), {name}}});
    }
    if (m_filed_revision == document.revision()) {
        kept = true;
        return {};
    }
    return Outcome::of(
        effect::ShowOnce{on_screen_only("rest", texts::kRestNotKept, is_handed_over(document))});
}

Outcome Saving::lost(const Document& document, platform::LocalTime now) {
    bool kept = false;
    Outcome outcome = keep_rest(document, now, kept);
    return outcome.then(effect::Speak{std::string(texts::kElsewhere)}).then(tell_hold());
}

// Shows the draft as it is stored, unless that would wipe out what is nowhere else.
Outcome Saving::show_stored(const Document& document, drafts::OpenedDraft draft, platform::LocalTime now) {
    const bool readable = draft.status == DraftStatus::Ok || draft.status == DraftStatus::Newer;
    const bool refused = draft.status == DraftStatus::Unavailable || draft.status == DraftStatus::Failed;
    if (refused || (!readable && document.declaration() != blank_declaration(m_definition))) {
        // What is on the screen stays there; it is stored as soon as that is possible, as a draft of its own
        // where the draft could not be read, and else as the draft's next state.
        const std::string reason(drafts::draft_message(draft.status));
        m_saved_revision = ~0UL;
        m_blocked = draft.status == DraftStatus::Unavailable;
        Outcome outcome = tell_hold();
        if (!reason.empty())
            outcome.then(effect::Show{{"unread", Level::Error, std::string(texts::kDraftProblem), {reason}}});
        return outcome.then(changed());
    }
    bool kept = false;
    Outcome outcome = keep_rest(document, now, kept);
    if (kept) return outcome.then(show(std::move(draft)));
    outcome.then(tell_hold());
    return m_keeper.can_edit() ? outcome.then(changed()) : outcome;
}

Outcome Saving::store_changed(const Document& document, std::string_view key, platform::LocalTime now) {
    switch (m_keeper.changed_elsewhere(key, now.milliseconds)) {
        case DraftEvent::None:
            break;
        case DraftEvent::Lost:
            return lost(document, now);
        case DraftEvent::Changed:
            if (drafts::OpenedDraft draft = m_keeper.reread(); draft.status == DraftStatus::Ok)
                return show_stored(document, std::move(draft), now);
            return tell_hold();
        case DraftEvent::Freed:
            return show_stored(document, m_keeper.take_over(now.milliseconds), now);
    }
    const std::optional<int> wait = m_keeper.wait();
    return wait ? Outcome::of(effect::RequestSave{*wait}) : Outcome();
}

Outcome Saving::take_over(const Document& document, platform::LocalTime now) {
    m_looking = false;
    Outcome outcome = show_stored(document, m_keeper.take_over(now.milliseconds), now);
    if (m_keeper.can_edit()) outcome.then(effect::Say{std::string(texts::kTakenOver)});
    return outcome;
}

Outcome Saving::leave(const Document& document, platform::LocalTime now) {
    Outcome outcome = save(document, now);
    // Nobody will know any more whose it is.
    bool kept = false;
    if (m_keeper.asking()) outcome.then(keep_rest(document, now, kept));
    m_keeper.leave();
    return outcome;
}

Outcome Saving::come_back(const Document& document, platform::LocalTime now) {
    Outcome outcome;
    if (unsaved(document)) outcome = save(document, now);
    if (!m_keeper.come_back(now.milliseconds)) return outcome.then(tell_hold());
    return outcome.then(show_stored(document, m_keeper.reread(), now));
}

}  // namespace shenbao::app
