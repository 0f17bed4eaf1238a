// The draft behind the form: opening, saving, other windows, what the status line and the banner say.
#include <algorithm>
#include <utility>

#include "app/paper/paper_view.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;

std::vector<std::string> note_lines(const std::vector<ReadNote>& notes) {
    std::vector<std::string> lines;
    for (const ReadNote& note : notes) {
        std::string line = note.line > 0 ? texts::line_number(note.line) : std::string();
        line += note.message;
        lines.push_back(std::move(line));
    }
    return lines;
}

void Desk::restore() {
    show_draft(m_keeper.open_last(platform::now().milliseconds));
    if (m_keeper.backup_due(platform::now().milliseconds))
        notify({"backup",
                Level::Hint,
                texts::backup_age(m_keeper.backup_at(), platform::now().milliseconds),
                {std::string(texts::kBackupAdvice)}});
}

// True, and said, if the form would be lost by leaving it: it could not be stored, nor is it in a file.
bool Desk::refuse_to_leave() {
    save_draft();
    if (!unsaved() || m_filed_revision == m_document.revision()) return false;
    notify({"leave",
            Level::Error,
            std::string(texts::kNotLeft),
            {std::string(texts::kFileFirst)},
            "lease:file",
            texts::kSaveToFile});
    return true;
}

void Desk::open_draft(std::string_view draft) {
    if (refuse_to_leave()) return;
    m_notices.clear();
    show_draft(m_keeper.open(draft, platform::now().milliseconds));
    platform::request_frame();
}

void Desk::begin_draft(std::string_view name) {
    if (refuse_to_leave()) return;
    m_notices.clear();
    m_keeper.start_fresh(platform::now().milliseconds);
    m_keeper.set_name(name);
    show_declaration(blank_declaration(m_document.definition()));
    m_save = {SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)};
    save_anyway();
}

void Desk::show_declaration(Declaration declaration) {
    m_document = Document(m_document.form(), std::move(declaration), platform::now().day);
    m_saved_revision = m_document.revision();
    m_filed_revision = m_rows_compared = ~0UL;  // revisions are counted anew
    m_save_failed = false;
    m_paper_key = {};
    m_current_finding.clear();
    m_last_finding.clear();
    m_selected.clear();
    m_selection.clear();
    m_named_revision = ~0UL;
    if (m_paste) close_dialog();
    // A field that has the keyboard keeps its own text until it is told.
    refresh_field();
    m_errors_at_focus = error_keys();
}

void Desk::show_draft(drafts::OpenedDraft draft) {
    const bool shown = draft.status == DraftStatus::Ok || draft.status == DraftStatus::Newer;
    show_declaration(shown ? std::move(draft.declaration) : blank_declaration(m_document.definition()));
    if (draft.status == DraftStatus::Ok) {
        const std::string_view text = draft.older ? texts::kRestoredOlder : texts::kRestored;
        m_save = {SaveNotice::Kind::Saved, std::string(text)};
        if (draft.older || !draft.notes.empty())
            notify({"draft", draft.older ? Level::Explain : Level::Hint, std::string(text),
                    note_lines(draft.notes)});
    } else if (draft.status != DraftStatus::None) {
        const std::string reason(drafts::draft_message(draft.status));
        m_save = {SaveNotice::Kind::Failed, reason};
        notify({"draft", Level::Error, std::string(texts::kDraftProblem), {reason}});
        m_store_blocked = draft.status == DraftStatus::Unavailable;
    } else {
        m_save = {SaveNotice::Kind::Calm, std::string(texts::kNotSavedYet)};
    }
    tell_hold();
}

// While another window has the draft, the line says so instead of when it was saved.
void Desk::tell_hold() {
    if (m_keeper.asking()) m_save = {SaveNotice::Kind::Pending, std::string(texts::kAskingWindow)};
    if (m_keeper.hold() == Hold::Elsewhere)
        m_save = {SaveNotice::Kind::Pending, std::string(texts::kLookingOnly)};
    if (!m_keeper.can_edit() && !path_of(m_interaction.focused).empty()) platform::focus("", false);
    platform::request_frame();
}

void Desk::save_draft() {
    const long long now = platform::now().milliseconds;
    if (m_keeper.asking()) {
        // The other window may have saved while its answer was awaited.
        if (m_keeper.decide(now)) show_stored(m_keeper.reread());
        return;
    }
    if (!m_keeper.can_edit()) {
        keep_rest();
        return;
    }
    if (m_saved_revision == m_document.revision() && !m_save_failed) return;
    save_anyway();
}

void Desk::save_anyway() {
    const platform::LocalTime now = platform::now();
    if (m_document.set_today(now.day)) m_named_revision = ~0UL, m_paper_key = {};
    const DraftStatus status = m_keeper.save(m_document, now.milliseconds);
    m_save_failed = status != DraftStatus::Ok && status != DraftStatus::Elsewhere;
    if (status == DraftStatus::Ok) {
        m_saved_revision = m_document.revision();
        m_store_blocked = false;
        m_save = {SaveNotice::Kind::Saved, texts::draft_saved(now.hour, now.minute, now.second)};
        // Every save would drown what else is said; that it works is said once.
        if (!std::exchange(m_saving_told, true)) announce(m_save.text);
        std::erase_if(m_notices, [](const Notice& notice) { return notice.id == "draft"; });
    } else if (status == DraftStatus::Elsewhere) {
        lost_to_another_window();
    } else {
        const std::string reason(drafts::draft_message(status));
        m_save = {SaveNotice::Kind::Failed, texts::unsaved_because(reason)};
        m_store_blocked = true;
        m_saving_told = false;
        notify({"draft", Level::Error, std::string(texts::kUnsaved), {reason}});
    }
    name_findings();
    platform::request_frame();
}

// What was typed here and not yet saved becomes a draft of its own: it belongs to nobody else. False, and
// said, if that failed, so that it is on the screen only.
bool Desk::keep_rest() {
    if (!unsaved()) return true;
    const long long now = platform::now().milliseconds;
    drafts::DraftLibrary& library = m_keeper.library();
    drafts::DraftSession rest = library.session(library.fresh_id(now));
    const std::string name = texts::unsaved_rest(m_keeper.name());
    const bool kept = rest.save(m_document.declaration(), facts_of(m_document, name), now) == DraftStatus::Ok;
    rest.release();
    if (kept) {
        m_saved_revision = m_document.revision();
        notify({"rest", Level::Explain, std::string(texts::kRestKept), {name}});
    } else if (m_filed_revision == m_document.revision()) {
        return true;
    } else if (std::none_of(m_notices.begin(), m_notices.end(),
                            [](const Notice& notice) { return notice.id == "rest"; })) {
        notify({"rest",
                Level::Error,
                std::string(texts::kRestNotKept),
                {std::string(texts::kFileFirst)},
                "lease:file",
                texts::kSaveToFile});
    }
    return kept;
}

void Desk::lost_to_another_window() {
    keep_rest();
    announce(texts::kElsewhere);
    tell_hold();
}

// Shows the draft as it is stored, unless that would wipe out what is nowhere else.
void Desk::show_stored(drafts::OpenedDraft draft) {
    if (keep_rest()) return show_draft(std::move(draft));
    tell_hold();
    if (m_keeper.can_edit()) changed();
}

void Desk::store_changed_elsewhere(std::string_view key) {
    switch (m_keeper.changed_elsewhere(key, platform::now().milliseconds)) {
        case DraftEvent::None:
            break;
        case DraftEvent::Lost:
            return lost_to_another_window();
        case DraftEvent::Changed:
            if (drafts::OpenedDraft draft = m_keeper.reread(); draft.status == DraftStatus::Ok)
                show_stored(std::move(draft));
            else
                tell_hold();
            return;
    }
    if (m_dialog.open()) m_dialog.refresh();
}

void Desk::take_over() {
    m_looking = false;
    show_stored(m_keeper.take_over(platform::now().milliseconds));
    announce(texts::kTakenOver);
}

// True, and said, if the form cannot be changed here.
bool Desk::refuse_edit() {
    if (m_keeper.can_edit()) return false;
    announce(m_keeper.hold() == Hold::ReadOnly ? drafts::draft_message(DraftStatus::Newer)
                                               : texts::kLookingOnly);
    refresh_field();
    platform::request_frame();
    return true;
}

Banner Desk::banner() const {
    if (m_keeper.hold() == Hold::ReadOnly)
        return {Level::Explain, std::string(drafts::draft_message(DraftStatus::Newer)), {}};
    if (m_keeper.hold() == Hold::Elsewhere) {
        Banner banner{Level::Explain, std::string(m_looking ? texts::kLookingOnly : texts::kElsewhere), {}};
        if (!m_looking) banner.choices.push_back({"lease:look", texts::kLookOnly});
        banner.choices.push_back({"lease:take", texts::kTakeOver});
        return banner;
    }
    if (m_store_blocked || m_save_failed)
        return {Level::Error, std::string(texts::kNothingStored), {{"lease:file", texts::kSaveToFile}}};
    return {};
}

void Desk::show_drafts() {
    save_draft();
    carry_out(m_dialog.show());
}

// What a button of the draft manager asks for.
void Desk::carry_out(DraftsRequest request) {
    using Kind = DraftsRequest::Kind;
    platform::request_frame();
    switch (request.kind) {
        case Kind::None:
            break;
        case Kind::Open:
            open_draft(request.draft);
            break;
        case Kind::Begin:
            begin_draft({});
            break;
        case Kind::Restore:
            if (refuse_edit()) break;
            m_document.seal();
            m_document.apply(request.name, {ReplaceDeclaration{std::move(request.declaration)}});
            announce(texts::done(request.name));
            changed();
            break;
        case Kind::ChooseFile:
            platform::open_file();
            break;
        case Kind::Rename:
            save_anyway();
            m_dialog.refresh();
            if (m_save_failed)
                m_dialog.say(m_save.text);
            else if (!m_keeper.can_edit())
                m_dialog.say(texts::kOpenedElsewhere);
            break;
        case Kind::Close:
            break;
    }
    // Closed: back to where it was opened.
    m_pending_focus = m_dialog.open() ? request.focus : "button:drafts";
    if (!m_dialog.open()) region(RegionId::Dialog).scroll_y = 0;
}

bool Desk::unsaved() const {
    return m_saved_revision != m_document.revision();
}

void Desk::leave() {
    save_draft();
    m_keeper.leave();
}

void Desk::come_back() {
    if (unsaved()) save_draft();
    if (!m_keeper.come_back(platform::now().milliseconds)) return tell_hold();
    show_stored(m_keeper.reread());
}

}  // namespace shenbao::app
