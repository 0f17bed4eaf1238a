#include "app/dialogs/drafts_dialog.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/shell/platform.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

using drafts::DraftStatus;
using Kind = DraftsRequest::Kind;

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

// "drafts:open:d12" → "open", "d12".
std::pair<std::string_view, std::string_view> parts_of(std::string_view id) {
    id.remove_prefix(std::min(id.size(), id.find(':') + 1));
    const size_t colon = id.find(':');
    if (colon == std::string_view::npos) return {id, {}};
    return {id.substr(0, colon), id.substr(colon + 1)};
}

}  // namespace

DraftsDialog::DraftsDialog(DraftKeeper& keeper, const FormDefinition& definition)
    : m_keeper(keeper), m_definition(definition) {}

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
        default:
            return texts::kManageDrafts;
    }
}

void DraftsDialog::refresh() {
    const platform::LocalTime now = platform::now();
    m_state.now = now.milliseconds;
    m_state.offset = offset_of(now);
    m_state.current = m_keeper.id();
    drafts::DraftList list = m_keeper.library().list();
    m_state.drafts = std::move(list.drafts);
    m_state.bytes = list.bytes;
    m_state.aside = m_keeper.library().set_aside();
}

DraftsRequest DraftsDialog::go(DraftsPage page) {
    m_state.page = page;
    m_state.renaming.clear();
    m_state.purging.clear();
    refresh();
    DraftsRequest request;
    request.focus = page == DraftsPage::List ? "drafts:close" : "drafts:back";
    return request;
}

DraftsRequest DraftsDialog::show() {
    m_state = {};
    return go(DraftsPage::List);
}

DraftsRequest DraftsDialog::show_archive(std::string_view bytes) {
    m_state = {};
    DraftsRequest request = go(DraftsPage::Import);
    m_state.archive = drafts::read_archive(m_keeper.store(), m_definition, bytes);
    m_state.imported.assign(m_state.archive.drafts.size(), false);
    return request;
}

DraftsRequest DraftsDialog::pressed(bool enter) {
    if (enter) return finish_renaming();
    if (!m_state.renaming.empty()) return go(DraftsPage::List);
    if (m_state.page != DraftsPage::List) return go(DraftsPage::List);
    m_state.page = DraftsPage::Closed;
    DraftsRequest request{Kind::Close, {}, {}, {}, {}};
    return request;
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

DraftsRequest DraftsDialog::finish_renaming() {
    const std::string id = m_state.renaming, name = m_state.name;
    if (id.empty()) return {};
    m_state.message = texts::renamed(name);
    DraftsRequest request;
    if (id == m_keeper.id() && !m_keeper.can_edit()) {
        m_state.message = m_keeper.hold() == Hold::ReadOnly ? drafts::draft_message(DraftStatus::Newer)
                                                            : texts::kOpenedElsewhere;
    } else if (id == m_keeper.id()) {
        m_keeper.set_name(name);
        request.kind = Kind::Rename;
    } else if (m_keeper.library().rename(id, name, platform::now().milliseconds) != DraftStatus::Ok) {
        m_state.message = texts::kOpenedElsewhere;
    }
    request.focus = "drafts:rename:" + id;
    m_state.renaming.clear();
    refresh();
    return request;
}

Declaration DraftsDialog::content_of(const std::string& draft, const Document& document) {
    return draft == m_keeper.id() ? document.declaration()
                                  : m_keeper.library().session(draft).open().declaration;
}

void DraftsDialog::compare(const std::string& draft, const Document& document) {
    if (m_state.chosen.empty() || m_state.chosen == draft) {
        m_state.chosen = m_state.chosen == draft ? std::string() : draft;
        m_state.message = m_state.chosen.empty() ? std::string_view() : texts::kChooseOther;
        return;
    }
    const std::string other = m_state.chosen;
    m_state.title = texts::compared(name_of(other), name_of(draft));
    m_state.differences = drafts::declaration_differences(m_definition, content_of(other, document),
                                                          content_of(draft, document));
    m_state.chosen.clear();
    m_state.message.clear();
    go(DraftsPage::Compare);
}

void DraftsDialog::show_version(size_t index, const Document& document) {
    if (index >= m_state.versions.size()) return;
    m_state.version = index;
    const drafts::OpenedDraft read = m_keeper.session().read_version(m_state.versions[index].id);
    m_state.message = drafts::draft_message(read.status);
    m_state.differences.clear();
    if (read.status == DraftStatus::Ok)
        m_state.differences =
            drafts::declaration_differences(m_definition, read.declaration, document.declaration());
}

void DraftsDialog::export_to_file(const std::vector<std::string>& ids, std::string_view name) {
    const long long now = platform::now().milliseconds;
    const std::string bytes = drafts::export_drafts(m_keeper.store(), m_definition, ids, now);
    if (bytes.empty()) {
        m_state.message = drafts::draft_message(DraftStatus::Failed);
        return;
    }
    std::string file = texts::file_name(texts::kDrafts, name, 0);
    platform::save_file(file, "application/json", bytes);
    m_state.message = std::string(texts::kSavedFile) + "：" + file + "。" + std::string(texts::kWhereSaved);
    for (const drafts::DraftSummary& draft : m_state.drafts)
        if (ids.empty() || std::find(ids.begin(), ids.end(), draft.id) != ids.end())
            draft.id == m_keeper.id() ? m_keeper.note_backup(now)
                                      : m_keeper.library().note_backup(draft.id, now);
    refresh();
}

DraftsRequest DraftsDialog::draft_command(std::string_view command, const std::string& draft,
                                          const Document& document) {
    drafts::DraftLibrary& library = m_keeper.library();
    const long long now = platform::now().milliseconds;
    m_state.message.clear();
    m_state.deleted.clear();
    if (command == "open") {
        m_state.page = DraftsPage::Closed;
        return {Kind::Open, draft, {}, {}, {}};
    }
    if (command == "copy") {
        std::string copy;
        const DraftStatus status = library.duplicate(draft, texts::copy_of(name_of(draft)), now, copy);
        m_state.message = drafts::draft_message(status);
        refresh();
        return {Kind::None, {}, {}, {}, "drafts:rename:" + copy};
    }
    if (command == "rename") {
        m_state.renaming = draft;
        m_state.name = name_of(draft);
        return {Kind::None, {}, {}, {}, "drafts:name"};
    }
    if (command == "export") export_to_file({draft}, name_of(draft));
    if (command == "compare") {
        compare(draft, document);
        return {Kind::None, {}, {}, {}, m_state.page == DraftsPage::Compare ? "drafts:back" : ""};
    }
    if (command == "delete") {
        const std::string name = name_of(draft);
        const DraftStatus status = library.put_into_bin(draft, now);
        m_state.message =
            status == DraftStatus::Ok ? texts::deleted(name) : std::string(drafts::draft_message(status));
        if (status == DraftStatus::Ok) m_state.deleted = draft;
        refresh();
        return {Kind::None, {}, {}, {}, "drafts:undelete"};
    }
    if (command == "put-back") {
        library.take_out_of_bin(draft);
        refresh();
        return {Kind::None, {}, {}, {}, "drafts:back"};
    }
    if (command == "purge") {
        if (m_state.purging != draft) {
            m_state.purging = draft;
            return {};
        }
        m_state.purging.clear();
        m_state.message = drafts::draft_message(library.purge(draft));
        refresh();
        return {Kind::None, {}, {}, {}, "drafts:back"};
    }
    return {};
}

DraftsRequest DraftsDialog::version_command(std::string_view id, const Document& document) {
    const auto [command, rest] = parts_of(id);
    if (command == "version") {
        show_version(static_cast<size_t>(drafts::leading_number(rest)), document);
        return {};
    }
    // restore
    if (m_state.version >= m_state.versions.size()) return {};
    const drafts::DraftVersion version = m_state.versions[m_state.version];
    drafts::OpenedDraft read = m_keeper.session().read_version(version.id);
    if (read.status != DraftStatus::Ok) return {};
    m_state.page = DraftsPage::Closed;
    const std::string when = texts::moment(version.saved_at, m_state.now, m_state.offset);
    return {Kind::Restore, {}, texts::restored_version(when), std::move(read.declaration), {}};
}

DraftsRequest DraftsDialog::import_command(std::string_view id) {
    const auto [command, rest] = parts_of(id);
    const auto index = static_cast<size_t>(drafts::leading_number(rest));
    if (index >= m_state.archive.drafts.size()) return {};
    const drafts::ArchivedDraft& draft = m_state.archive.drafts[index];
    if (command == "look") {
        m_state.title = texts::compared(texts::draft_name(draft.facts), texts::kCurrentState);
        m_state.differences = drafts::declaration_differences(
            m_definition, draft.declaration, m_keeper.library().session(draft.id).open().declaration);
        m_state.page = DraftsPage::Compare;
        return {Kind::None, {}, {}, {}, "drafts:back"};
    }
    const bool open_one = command == "replace" && draft.id == m_keeper.id();
    // The window's own lease would refuse it: it is given back when the draft is opened anew.
    if (open_one) m_keeper.leave();
    std::string imported;
    const DraftStatus status = drafts::import_draft(
        m_keeper.store(), m_definition, m_keeper.owner(), draft,
        command == "replace" ? drafts::ImportChoice::Replace : drafts::ImportChoice::KeepBoth,
        platform::now().milliseconds, imported);
    m_state.message = status == DraftStatus::Ok ? texts::kImported : drafts::draft_message(status);
    if (status == DraftStatus::Ok) m_state.imported[index] = true;
    refresh();
    if (!open_one) return {Kind::None, {}, {}, {}, "drafts:back"};
    return {Kind::Open, draft.id, {}, {}, "drafts:back"};
}

DraftsRequest DraftsDialog::activated(std::string_view id, const Document& document) {
    const auto [command, rest] = parts_of(id);
    if (command == "close") {
        m_state.page = DraftsPage::Closed;
        return {Kind::Close, {}, {}, {}, {}};
    }
    if (command == "back") return go(DraftsPage::List);
    if (command == "new") {
        m_state.page = DraftsPage::Closed;
        return {Kind::Begin, {}, {}, {}, {}};
    }
    if (command == "import") return {Kind::ChooseFile, {}, {}, {}, {}};
    if (command == "export-all") {
        export_to_file({}, texts::kExportAll);
        return {};
    }
    if (command == "bin") return go(DraftsPage::Bin);
    if (command == "rescue") return go(DraftsPage::Rescue);
    if (command == "undelete") {
        m_keeper.library().take_out_of_bin(m_state.deleted);
        m_state.deleted.clear();
        m_state.message.clear();
        refresh();
        return {Kind::None, {}, {}, {}, "drafts:close"};
    }
    if (command == "done") return finish_renaming();
    if (command == "name") return {};
    if (command == "versions") {
        m_state.versions = m_keeper.session().versions();
        DraftsRequest request = go(DraftsPage::Versions);
        show_version(m_state.versions.size() > 1 ? 1 : 0, document);
        return request;
    }
    if (command == "version" || command == "restore") return version_command(id, document);
    if (command == "take" || command == "replace" || command == "look") return import_command(id);
    if (command == "raw") {
        const std::string key(rest);
        platform::save_file(texts::file_name(texts::kRescue, "", 0), "application/json",
                            m_keeper.library().set_aside_text(key));
        return {};
    }
    return draft_command(command, std::string(rest), document);
}

}  // namespace shenbao::app
