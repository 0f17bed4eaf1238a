#include "app/desk.h"
#include "app/platform.h"
#include "app/texts_zh.h"
#include "core/form/value.h"
#include "core/formats/declaration_json.h"
#include "core/formats/open_file.h"
#include "core/formats/print_html.h"

namespace shenbao::app {

namespace {

std::vector<std::string> note_lines(const std::vector<ReadNote>& notes) {
    std::vector<std::string> lines;
    for (const ReadNote& note : notes) {
        std::string line = note.line > 0 ? texts::line_number(note.line) : std::string();
        line += note.message;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

void Desk::restore() {
    drafts::RestoreResult draft = m_drafts.restore();
    if (draft.status == drafts::DraftStatus::Ok) {
        m_document = Document(m_document.form(), std::move(draft.declaration), platform::now().day);
        m_save = {SaveNotice::Kind::Saved,
                  std::string(draft.older ? texts::kRestoredOlder : texts::kRestored)};
        if (draft.older || !draft.notes.empty())
            notify({"draft", draft.older ? Level::Explain : Level::Hint,
                    std::string(draft.older ? texts::kRestoredOlder : texts::kRestored),
                    note_lines(draft.notes)});
    } else if (draft.status != drafts::DraftStatus::None) {
        const std::string reason(drafts::draft_message(draft.status));
        m_save = {SaveNotice::Kind::Failed, reason};
        notify({"draft", Level::Error, std::string(texts::kDraftProblem), {reason}});
    }
    m_saved_revision = m_document.revision();
    m_named_revision = ~0UL;
    name_findings();
}

void Desk::save_draft() {
    if (m_saved_revision == m_document.revision() && !m_save_failed) return;
    const platform::LocalTime now = platform::now();
    m_document.set_today(now.day);
    const drafts::SaveResult result = m_drafts.save(m_document.declaration(), now.milliseconds);
    m_save_failed = !result.ok();
    if (result.ok()) {
        m_saved_revision = m_document.revision();
        m_save = {SaveNotice::Kind::Saved, texts::draft_saved(now.hour, now.minute, now.second)};
        std::erase_if(m_notices, [](const Notice& notice) { return notice.id == "draft"; });
    } else {
        const std::string reason(drafts::draft_message(result.status));
        m_save = {SaveNotice::Kind::Failed, texts::unsaved_because(reason)};
        notify({"draft", Level::Error, std::string(texts::kUnsaved), {reason}});
    }
    name_findings();
    platform::request_frame();
}

void Desk::store_changed_elsewhere(std::string_view key) {
    if (!m_drafts.owns(key)) return;
    const bool untouched = !m_document.history().can_undo() && m_saved_revision == m_document.revision();
    if (untouched) {
        restore();
        platform::request_frame();
        return;
    }
    notify({"elsewhere",
            Level::Explain,
            std::string(texts::kElsewhere),
            {std::string(texts::kElsewhereDetail)}});
}

void Desk::open(std::string_view name, std::string_view bytes) {
    ReadResult result = open_file(m_document.reviewer(), bytes, platform::now().day);
    if (!result.ok()) {
        notify({"open",
                Level::Error,
                texts::could_not_open(name),
                {result.message, std::string(texts::kNothingLost)}});
        announce(texts::could_not_open(name) + "：" + result.message);
        return;
    }
    m_document.seal();
    m_document.apply(std::string(texts::kStepOpen) + " " + std::string(name),
                     {ReplaceDeclaration{std::move(result.declaration)}});
    changed();
    refresh_field();
    m_current_finding.clear();
    m_selected.clear();
    Notice notice{"open", Level::Hint, texts::opened_file(name), {std::string(texts::kUndoBringsBack)}};
    if (!result.notes.empty()) {
        notice.level = Level::Explain;
        notice.lines.push_back(texts::opened_notes(result.notes.size()));
        for (std::string& line : note_lines(result.notes)) notice.lines.push_back(std::move(line));
    }
    announce(notice.title);
    notify(std::move(notice));
}

void Desk::save_file() {
    const Declaration& declaration = m_document.declaration();
    std::string_view department;
    for (const FieldDefinition& field : m_document.definition().fields)
        if (field.id == "department") department = declaration.text(field.id);
    const std::string name = texts::file_name(m_document.definition().title, trim_blanks(department),
                                              m_document.state().budget_year);
    platform::save_file(name, "application/json", write_declaration(m_document.definition(), declaration));
    save_draft();
}

void Desk::start_anew() {
    m_document.seal();
    m_document.apply(std::string(texts::kStepNew),
                     {ReplaceDeclaration{blank_declaration(m_document.definition())}});
    m_current_finding.clear();
    m_selected.clear();
    m_notices.clear();
    changed();
    refresh_field();
    announce(std::string(texts::kStepNew));
    notify({"new", Level::Hint, std::string(texts::kStartedAnew), {std::string(texts::kUndoBringsBack)}});
}

void Desk::print() {
    platform::print(print_page(m_document.definition(), m_document.sheet(), m_document.declaration(),
                               m_document.state()));
}

}  // namespace shenbao::app
