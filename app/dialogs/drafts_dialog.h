// The draft manager: what it shows and what its buttons do. Drawn by drafts_view.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/dialogs/dialog.h"
#include "core/drafts/declaration_change.h"
#include "core/drafts/draft_archive.h"

namespace shenbao::app {

enum class DraftsPage {
    List,
    Bin,
    Versions,  // of the open draft
    Compare,   // two drafts, or a draft in a file with the one here
    Import,
    Rescue,
};

// What its buttons and its field are for. Behind each: what action::InDialog::of holds.
enum class DraftsAct {
    Close,
    Back,  // to the list
    New,
    Import,
    ExportAll,
    Bin,
    Rescue,
    Undelete,
    Name,  // the field
    NameDone,
    Versions,
    ShowVersion,  // its place in the list of versions
    RestoreVersion,
    Open,  // a draft, and so on to PutBack
    Copy,
    Rename,
    Export,
    Compare,
    Delete,
    Purge,
    PutBack,
    Take,  // a draft of the file, by its place, and so on to Look
    Replace,
    Look,
    SaveRaw,  // the key of a record set aside
};
action::InDialog does(DraftsAct act, std::string of = {});

// Everything drafts_view draws. Times are milliseconds since 1970-01-01 UTC.
struct DraftsState {
    DraftsPage page = DraftsPage::List;
    long long now = 0, offset = 0;  // offset: local time minus UTC
    std::vector<drafts::DraftSummary> drafts;
    size_t bytes = 0;
    std::string current;   // id of the open draft
    std::string chosen;    // id of the draft chosen for comparing
    std::string renaming;  // id; its new name is `name`
    std::string name;
    std::string purging;  // id; asked once more
    std::string message;  // what was done last
    std::string deleted;  // id that can be taken back from the bin at once
    std::vector<drafts::DraftVersion> versions;
    std::vector<drafts::DraftFacts> version_facts;  // of each
    size_t version = 0;                             // whose differences are shown
    std::string old_side, new_side;                 // what is compared
    std::vector<drafts::CellDifference> differences;
    drafts::Archive archive;
    std::vector<bool> imported;
    std::vector<drafts::AsideRecord> aside;
};

// A declaration's file whose unit and year have a draft here already: `draft.id`.
struct FileContent {
    drafts::ArchivedDraft draft;
    Notice told;  // once it was taken
    std::string step;
};

// Puts the content in place of what is shown, as a step that undo takes back.
Outcome fill_with(Declaration content, const std::string& step, Notice told);

class DraftsDialog : public Dialog {
  public:
    // With the bytes of an archive, shows first what is in it.
    explicit DraftsDialog(std::string archive = {}) : m_bytes(std::move(archive)) {}
    // Asks what is to become of a file.
    explicit DraftsDialog(FileContent file) : m_file(std::move(file)) {}

    std::string_view title() const override;
    float width() const override { return 1040; }
    float height(float, float) const override { return 720; }
    Outcome opened(DialogContext& context) override;
    float draw(Canvas& canvas, float width) const override;
    Outcome act(int act, std::string_view of, DialogContext& context) override;
    Outcome key(const Command& command, bool field, DialogContext& context) override;
    void typed(std::string_view text) override { m_state.name = text; }
    std::string field_text() const override { return m_state.name; }
    void store_changed(DialogContext& context) override { refresh(context); }

  private:
    static Outcome keyboard_to(std::string node);
    Outcome show_file(DialogContext& context);
    Outcome take_file(DraftsAct act, const DialogContext& context);
    Outcome back(const DialogContext& context);
    Outcome show_archive(std::string_view bytes, DialogContext& context);
    void refresh(const DialogContext& context);
    Outcome go(DraftsPage page, const DialogContext& context);
    Outcome finish_renaming(DialogContext& context);
    Outcome act_on_draft(DraftsAct act, const std::string& draft, DialogContext& context);
    Outcome restore_version(DialogContext& context);
    Outcome act_on_archived(DraftsAct act, size_t index, DialogContext& context);
    void compare(const std::string& draft, DialogContext& context);
    void show_version(size_t index, DialogContext& context);
    const drafts::DraftSummary* find(std::string_view id) const;
    std::string name_of(std::string_view id) const;
    Outcome export_to_file(const std::vector<std::string>& ids, std::string_view name,
                           DialogContext& context);

    std::string m_bytes;
    std::optional<FileContent> m_file;
    DraftsState m_state;
};

}  // namespace shenbao::app
