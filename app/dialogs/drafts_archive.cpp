// The files of the draft manager: what goes out into one, and what is in one that was opened.
#include <algorithm>
#include <utility>

#include "app/dialogs/drafts_dialog.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;

Outcome DraftsDialog::export_to_file(const std::vector<std::string>& ids, std::string_view name,
                                     DialogContext& context) {
    DraftKeeper& keeper = context.saving.keeper();
    const long long now = context.now.milliseconds;
    std::string bytes = drafts::export_drafts(keeper.store(), context.document.definition(), ids, now);
    if (bytes.empty()) {
        m_state.message = drafts::draft_message(DraftStatus::Failed);
        return Outcome::taken();
    }
    const std::string file = texts::file_name(texts::kDrafts, name, 0);
    m_state.message = texts::exported(file);
    for (const drafts::DraftSummary& draft : m_state.drafts)
        if (ids.empty() || std::find(ids.begin(), ids.end(), draft.id) != ids.end())
            draft.id == keeper.id() ? keeper.note_backup(now) : keeper.library().note_backup(draft.id, now);
    refresh(context);
    return Outcome::of(effect::SaveFile{file, "application/json", std::move(bytes)});
}

Outcome fill_with(Declaration content, const std::string& step, Notice told) {
    told.lines.insert(told.lines.begin(), std::string(texts::kUndoBringsBack));
    told.step = step;
    return Outcome::of(effect::RequireEditing{},
                       effect::Apply{step, {ReplaceDeclaration{std::move(content)}}}, effect::RefreshField{},
                       effect::CloseNotice{"new"}, effect::Show{std::move(told)});
}

Outcome DraftsDialog::show_file(DialogContext& context) {
    Outcome outcome = context.saving.save(context.document, context.now);
    outcome.then(go(DraftsPage::Import, context));
    m_state.message = texts::met_draft(name_of(m_file->draft.id));
    m_state.archive.drafts = {m_file->draft};
    m_state.imported = {false};
    return outcome;
}

Outcome DraftsDialog::take_file(DraftsAct act, const DialogContext& context) {
    drafts::ArchivedDraft& draft = m_file->draft;
    Outcome outcome = Outcome::of(effect::CloseDialog{});
    if (act == DraftsAct::Take && !context.saving.untouched(context.document))
        return outcome.then(effect::BeginDraft{m_file->told, std::move(draft.declaration)});
    if (act == DraftsAct::Replace && draft.id != context.saving.keeper().id())
        outcome.then(effect::OpenDraft{draft.id});
    return outcome.then(fill_with(std::move(draft.declaration), m_file->step, m_file->told));
}

Outcome DraftsDialog::show_archive(std::string_view bytes, DialogContext& context) {
    m_state = {};
    Outcome outcome = go(DraftsPage::Import, context);
    m_state.archive =
        drafts::read_archive(context.saving.keeper().store(), context.document.definition(), bytes);
    m_state.imported.assign(m_state.archive.drafts.size(), false);
    return outcome;
}

Outcome DraftsDialog::act_on_archived(DraftsAct act, size_t index, DialogContext& context) {
    if (index >= m_state.archive.drafts.size()) return Outcome::taken();
    DraftKeeper& keeper = context.saving.keeper();
    const FormDefinition& definition = context.document.definition();
    const drafts::ArchivedDraft& draft = m_state.archive.drafts[index];
    if (act == DraftsAct::Look) {
        m_state.old_side = name_of(draft.id);
        m_state.new_side = texts::draft_name(draft.facts);
        m_state.differences = drafts::declaration_differences(
            definition,
            draft.id == keeper.id() ? context.document.declaration()
                                    : keeper.library().session(draft.id).open().declaration,
            draft.declaration);
        m_state.page = DraftsPage::Compare;
        return keyboard_to("drafts:back");
    }
    if (m_file) return take_file(act, context);
    const bool replaces = act == DraftsAct::Replace, open_one = replaces && draft.id == keeper.id();
    Outcome outcome;
    if (replaces) outcome = context.saving.save(context.document, context.now);
    // The window's own lease would refuse it: it is given back when the draft is opened anew.
    if (open_one) keeper.leave();
    std::string imported;
    const DraftStatus status =
        drafts::import_draft(keeper.store(), definition, keeper.owner(), draft,
                             replaces ? drafts::ImportChoice::Replace : drafts::ImportChoice::KeepBoth,
                             context.now.milliseconds, imported);
    const bool to_bin = draft.deleted_at != 0 && !replaces;
    m_state.message = status != DraftStatus::Ok ? drafts::draft_message(status)
                      : to_bin                  ? texts::kImportedToBin
                                                : texts::kImported;
    if (status == DraftStatus::Ok) m_state.imported[index] = true;
    const std::string id = draft.id;
    refresh(context);
    if (open_one) outcome.then(effect::OpenDraft{id});
    return outcome.then(keyboard_to("drafts:back"));
}

}  // namespace shenbao::app
