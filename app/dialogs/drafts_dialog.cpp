#include "app/dialogs/drafts_dialog.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/dialogs/drafts_view.h"
#include "app/drafts/files.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;

namespace {

constexpr long long kMinute = 60'000, kDay = 24 * 60 * kMinute;

// Local time minus UTC, to the quarter of an hour.
long long offset_of(const platform::LocalTime& now) {
    const long long local = (now.hour * 60LL + now.minute) * kMinute;
    long long offset = local - now.milliseconds % kDay;
    if (offset > kDay / 2) offset -= kDay;
    if (offset < -kDay / 2) offset += kDay;
    constexpr long long kQuarter = 15 * kMinute;
    return std::llround(static_cast<double>(offset) / kQuarter) * kQuarter;
}

Declaration content_of(const std::string& draft, DialogContext& context) {
    DraftKeeper& keeper = context.saving.keeper();
    return draft == keeper.id() ? context.document.declaration()
                                : keeper.library().session(draft).open().declaration;
}

}  // namespace

action::InDialog does(DraftsAct act, std::string of) {
    return {static_cast<int>(act), std::move(of)};
}

std::string_view DraftsDialog::title() const {
    switch (m_state.page) {
        case DraftsPage::Bin:
            return texts::kBin;
        case DraftsPage::Versions:
            return texts::kVersions;
        case DraftsPage::Compare:
            return texts::kCompare;
        case DraftsPage::Import:
            return texts::kImportOne;
        case DraftsPage::Rescue:
            return texts::kRescue;
        case DraftsPage::List:
            break;
    }
    return texts::kManageDrafts;
}

float DraftsDialog::draw(Canvas& canvas, float width) const {
    return drafts_view(canvas, width, m_state);
}

void DraftsDialog::refresh(const DialogContext& context) {
    DraftKeeper& keeper = context.saving.keeper();
    m_state.now = context.now.milliseconds;
    m_state.offset = offset_of(context.now);
    m_state.current = keeper.id();
    drafts::DraftList list = keeper.library().list();
    m_state.drafts = std::move(list.drafts);
    m_state.bytes = list.bytes;
    m_state.aside = keeper.library().set_aside();
}

Outcome DraftsDialog::go(DraftsPage page, const DialogContext& context) {
    m_state.page = page;
    m_state.renaming.clear();
    m_state.purging.clear();
    refresh(context);
    return keyboard_to(page == DraftsPage::List ? "drafts:close" : "drafts:back");
}

Outcome DraftsDialog::opened(DialogContext& context) {
    if (m_file) return show_file(context);
    if (!m_bytes.empty()) return show_archive(std::exchange(m_bytes, {}), context);
    Outcome outcome = context.saving.save(context.document, context.now);
    return outcome.then(go(DraftsPage::List, context));
}

// From a comparison with what a file holds to the choices about it.
Outcome DraftsDialog::back(const DialogContext& context) {
    const bool of_file = m_state.page == DraftsPage::Compare && !m_state.archive.drafts.empty();
    if (!of_file) m_state.archive = {};
    return go(of_file ? DraftsPage::Import : DraftsPage::List, context);
}

Outcome DraftsDialog::keyboard_to(std::string node) {
    return Outcome::of(effect::GiveKeyboardLater{std::move(node)});
}

Outcome DraftsDialog::key(const Command& command, bool field, DialogContext& context) {
    if (command.name == "escape") {
        const bool first = m_state.page == (m_file ? DraftsPage::Import : DraftsPage::List);
        return first && m_state.renaming.empty() ? Outcome::of(effect::CloseDialog{}) : back(context);
    }
    if (command.name == "next-field") return field ? finish_renaming(context) : Outcome();
    return field && command.of_text ? Outcome() : Outcome::taken();
}

const drafts::DraftSummary* DraftsDialog::find(std::string_view id) const {
    for (const drafts::DraftSummary& draft : m_state.drafts)
        if (draft.id == id) return &draft;
    return nullptr;
}

std::string DraftsDialog::name_of(std::string_view id) const {
    const drafts::DraftSummary* draft = find(id);
    return draft == nullptr ? std::string() : texts::draft_name(draft->facts);
}

Outcome DraftsDialog::finish_renaming(DialogContext& context) {
    Saving& saving = context.saving;
    DraftKeeper& keeper = saving.keeper();
    const std::string id = m_state.renaming, name = m_state.name;
    if (id.empty()) return Outcome::taken();
    m_state.message = texts::renamed(name);
    Outcome outcome;
    if (id == keeper.id() && !saving.can_edit()) {
        m_state.message = keeper.hold() == Hold::ReadOnly ? drafts::draft_message(DraftStatus::Newer)
                                                          : texts::kOpenedElsewhere;
    } else if (id == keeper.id()) {
        keeper.set_name(name);
        outcome = saving.save_anyway(context.document, context.now);
        if (saving.failed())
            m_state.message = saving.notice().text;
        else if (!saving.can_edit())
            m_state.message = texts::kOpenedElsewhere;
    } else if (keeper.library().rename(id, name, context.now.milliseconds) != DraftStatus::Ok) {
        m_state.message = texts::kOpenedElsewhere;
    }
    m_state.renaming.clear();
    refresh(context);
    return outcome.then(keyboard_to("drafts:rename:" + id));
}

void DraftsDialog::compare(const std::string& draft, DialogContext& context) {
    if (m_state.chosen.empty() || m_state.chosen == draft) {
        m_state.chosen = m_state.chosen == draft ? std::string() : draft;
        m_state.message = m_state.chosen.empty() ? std::string_view() : texts::kChooseOther;
        return;
    }
    const std::string other = m_state.chosen;
    m_state.old_side = name_of(other);
    m_state.new_side = name_of(draft);
    m_state.differences = drafts::declaration_differences(
        context.document.definition(), content_of(other, context), content_of(draft, context));
    m_state.chosen.clear();
    m_state.message.clear();
    go(DraftsPage::Compare, context);
}

void DraftsDialog::show_version(size_t index, DialogContext& context) {
    if (index >= m_state.versions.size()) return;
    m_state.version = index;
    const drafts::OpenedDraft read =
        context.saving.keeper().session().read_version(m_state.versions[index].id);
    m_state.message = drafts::draft_message(read.status);
    m_state.differences.clear();
    if (read.status == DraftStatus::Ok)
        m_state.differences = drafts::declaration_differences(context.document.definition(), read.declaration,
                                                              context.document.declaration());
}

Outcome DraftsDialog::restore_version(DialogContext& context) {
    if (m_state.version >= m_state.versions.size()) return Outcome::taken();
    const drafts::DraftVersion version = m_state.versions[m_state.version];
    drafts::OpenedDraft read = context.saving.keeper().session().read_version(version.id);
    if (read.status != DraftStatus::Ok) return Outcome::taken();
    const std::string step =
        texts::restored_version(texts::moment(version.saved_at, m_state.now, m_state.offset));
    return Outcome::of(effect::CloseDialog{},
                       effect::Apply{step, {ReplaceDeclaration{std::move(read.declaration)}}},
                       effect::Say{texts::done(step)});
}

Outcome DraftsDialog::act_on_draft(DraftsAct act, const std::string& draft, DialogContext& context) {
    drafts::DraftLibrary& library = context.saving.keeper().library();
    const long long now = context.now.milliseconds;
    m_state.message.clear();
    m_state.deleted.clear();
    switch (act) {
        case DraftsAct::Open:
            return Outcome::of(effect::CloseDialog{}, effect::OpenDraft{draft});
        case DraftsAct::Copy: {
            std::string copy;
            const DraftStatus status = library.duplicate(draft, texts::copy_of(name_of(draft)), now, copy);
            m_state.message = drafts::draft_message(status);
            refresh(context);
            return keyboard_to("drafts:rename:" + copy);
        }
        case DraftsAct::Rename:
            m_state.renaming = draft;
            m_state.name = name_of(draft);
            return keyboard_to("drafts:name");
        case DraftsAct::Export:
            return export_to_file({draft}, name_of(draft), context);
        case DraftsAct::Compare:
            compare(draft, context);
            return keyboard_to(m_state.page == DraftsPage::Compare ? "drafts:back" : "");
        case DraftsAct::Delete: {
            const std::string name = name_of(draft);
            const DraftStatus status = library.put_into_bin(draft, now);
            const bool done = status == DraftStatus::Ok;
            m_state.message = done ? texts::deleted(name) : std::string(drafts::draft_message(status));
            if (done) m_state.deleted = draft;
            refresh(context);
            return keyboard_to("drafts:undelete");
        }
        case DraftsAct::PutBack:
            library.take_out_of_bin(draft);
            refresh(context);
            return keyboard_to("drafts:back");
        case DraftsAct::Purge:
            if (m_state.purging != draft) {
                m_state.purging = draft;
                return Outcome::taken();
            }
            m_state.purging.clear();
            m_state.message = drafts::draft_message(library.purge(draft));
            refresh(context);
            return keyboard_to("drafts:back");
        default:
            return Outcome::taken();
    }
}

Outcome DraftsDialog::act(int number, std::string_view of, DialogContext& context) {
    const auto act = static_cast<DraftsAct>(number);
    const auto place = static_cast<size_t>(drafts::leading_number(of));
    switch (act) {
        case DraftsAct::Close:
            return Outcome::of(effect::CloseDialog{});
        case DraftsAct::Back:
            return back(context);
        case DraftsAct::New:
            return Outcome::of(effect::CloseDialog{}, new_draft());
        case DraftsAct::Import:
            return Outcome::of(effect::ChooseFile{});
        case DraftsAct::ExportAll:
            return export_to_file({}, texts::kExportAll, context);
        case DraftsAct::Bin:
            return go(DraftsPage::Bin, context);
        case DraftsAct::Rescue:
            return go(DraftsPage::Rescue, context);
        case DraftsAct::Undelete:
            context.saving.keeper().library().take_out_of_bin(m_state.deleted);
            m_state.deleted.clear();
            m_state.message.clear();
            refresh(context);
            return keyboard_to("drafts:close");
        case DraftsAct::Name:
            return Outcome::taken();
        case DraftsAct::NameDone:
            return finish_renaming(context);
        case DraftsAct::Versions: {
            drafts::DraftSession& session = context.saving.keeper().session();
            m_state.versions = session.versions();
            m_state.version_facts.clear();
            for (const drafts::DraftVersion& version : m_state.versions)
                m_state.version_facts.push_back(session.facts_of(version.id));
            m_state.old_side = texts::kThisVersion;
            m_state.new_side = texts::kCurrentState;
            Outcome outcome = go(DraftsPage::Versions, context);
            show_version(m_state.versions.size() > 1 ? 1 : 0, context);
            return outcome;
        }
        case DraftsAct::ShowVersion:
            show_version(place, context);
            return Outcome::taken();
        case DraftsAct::RestoreVersion:
            return restore_version(context);
        case DraftsAct::Take:
        case DraftsAct::Replace:
        case DraftsAct::Look:
            return act_on_archived(act, place, context);
        case DraftsAct::SaveRaw:
            return Outcome::of(effect::SaveFile{texts::file_name(texts::kRescue, "", 0), "application/json",
                                                context.saving.keeper().library().set_aside_text(of)});
        default:
            return act_on_draft(act, std::string(of), context);
    }
}

}  // namespace shenbao::app
