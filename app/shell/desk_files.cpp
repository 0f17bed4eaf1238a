#include "app/shell/desk.h"
#include "app/shell/platform.h"
#include "app/words/texts_zh.h"
#include "core/formats/declaration_json.h"
#include "core/formats/open_file.h"
#include "core/formats/print_html.h"

namespace shenbao::app {

void Desk::open(std::string_view name, std::string_view bytes) {
    if (drafts::is_archive(bytes)) {
        if (m_paste || m_shortcuts_shown) close_dialog();
        return carry_out(m_dialog.show_archive(bytes));
    }
    if (refuse_edit()) return;
    ReadResult result = open_file(m_document.reviewer(), bytes, platform::now().day);
    if (!result.ok()) {
        notify({"open",
                Level::Error,
                texts::could_not_open(name),
                {result.message, std::string(texts::kNothingLost)}});
        return;
    }
    // What it would have pasted was meant for the form that goes.
    if (m_paste) close_dialog();
    m_document.seal();
    m_document.apply(std::string(texts::kStepOpen) + " " + std::string(name),
                     {ReplaceDeclaration{std::move(result.declaration)}});
    changed();
    refresh_field();
    m_current_finding.clear();
    m_last_finding.clear();
    m_selected.clear();
    Notice notice{"open", Level::Hint, texts::opened_file(name), {std::string(texts::kUndoBringsBack)}};
    if (!result.notes.empty()) {
        notice.level = Level::Explain;
        notice.lines.push_back(texts::opened_notes(result.notes.size()));
        for (std::string& line : note_lines(result.notes)) notice.lines.push_back(std::move(line));
    }
    notify(std::move(notice));
}

void Desk::save_file() {
    const Declaration& declaration = m_document.declaration();
    const FormDefinition& form = m_document.definition();
    const std::string name =
        texts::declaration_file_name(form, identity_unit(form, declaration), m_document.state().year);
    platform::save_file(name, "application/json", write_declaration(m_document.definition(), declaration));
    // Whether it arrived no page is told.
    notify({"saved",
            Level::Hint,
            std::string(texts::kSavedFile),
            {name, std::string(texts::kWhereSaved), std::string(texts::kDownloadRefused)},
            "copy:file",
            texts::kCopyFile});
    m_filed_revision = m_document.revision();
    save_draft();
    m_keeper.note_backup(platform::now().milliseconds);
    std::erase_if(m_notices, [](const Notice& notice) { return notice.id == "backup"; });
}

void Desk::copy_file() {
    const bool copied =
        platform::copy_text(write_declaration(m_document.definition(), m_document.declaration()));
    const std::string said(copied ? texts::kFileCopied : texts::kCopyRefused);
    notify({"saved",
            copied ? Level::Hint : Level::Explain,
            std::string(texts::kCopyFile),
            {said},
            "copy:file",
            texts::kCopyFile});
}

void Desk::start_anew() {
    if (refuse_edit()) return;
    m_document.seal();
    m_document.apply(std::string(texts::kStepNew),
                     {ReplaceDeclaration{blank_declaration(m_document.definition())}});
    m_current_finding.clear();
    m_last_finding.clear();
    m_selected.clear();
    m_notices.clear();
    changed();
    refresh_field();
    notify({"new", Level::Hint, std::string(texts::kStartedAnew), {std::string(texts::kUndoBringsBack)}});
}

void Desk::print() {
    platform::print(print_page(m_document.definition(), m_document.sheet(), m_document.declaration(),
                               m_document.state()));
}

}  // namespace shenbao::app
