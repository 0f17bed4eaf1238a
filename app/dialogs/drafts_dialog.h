// The draft manager: what it shows and what its buttons do. Drawn by drafts_view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/drafts/draft_keeper.h"
#include "app/semantics/semantics.h"
#include "core/drafts/declaration_change.h"
#include "core/drafts/draft_archive.h"

namespace shenbao::app {

enum class DraftsPage {
    Closed,
    List,
    Bin,
    Versions,  // of the open draft
    Compare,   // two drafts, or a draft in a file with the one here
    Import,
    Rescue,
};

// Everything drafts_view draws. Times are milliseconds since 1970-01-01 UTC.
struct DraftsState {
    DraftsPage page = DraftsPage::Closed;
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
    size_t version = 0;  // whose differences are shown
    std::string title;   // of what is compared
    std::vector<drafts::CellDifference> differences;
    drafts::Archive archive;
    std::vector<bool> imported;
    std::vector<drafts::AsideRecord> aside;
};

// What the desk must do after a button of the dialog.
struct DraftsRequest {
    enum class Kind {
        None,
        Open,     // `draft`
        Begin,    // a new one
        Restore,  // `declaration` into the open draft, as the step `name`
        ChooseFile,
        Rename,  // the open draft has a new name and must be saved
        Close,
    };
    Kind kind = Kind::None;
    std::string draft, name;
    Declaration declaration;
    std::string focus;  // node to give the keyboard to
};

class DraftsDialog {
  public:
    // Neither is owned.
    DraftsDialog(DraftKeeper& keeper, const FormDefinition& definition);

    bool open() const { return m_state.page != DraftsPage::Closed; }
    const DraftsState& state() const { return m_state; }
    std::string_view title() const;
    // Shows the list.
    DraftsRequest show();
    // A file with drafts was chosen: shows what is in it.
    DraftsRequest show_archive(std::string_view bytes);
    // A button of the dialog; ids as drafts_view gives them. `document` is the open draft.
    DraftsRequest activated(std::string_view id, const Document& document);
    // Enter in the name field, or Esc.
    DraftsRequest pressed(bool enter);
    void typed(std::string_view text) { m_state.name = text; }
    std::string name_text() const { return m_state.name; }
    // Reads what the page shows anew.
    void refresh();
    // Shows what became of the last request.
    void say(std::string_view message) { m_state.message = message; }

  private:
    DraftsRequest go(DraftsPage page);
    DraftsRequest finish_renaming();
    DraftsRequest version_command(std::string_view id, const Document& document);
    DraftsRequest import_command(std::string_view id);
    DraftsRequest draft_command(std::string_view command, const std::string& draft, const Document& document);
    void compare(const std::string& draft, const Document& document);
    void show_version(size_t index, const Document& document);
    const drafts::DraftSummary* find(std::string_view id) const;
    std::string name_of(std::string_view id) const;
    Declaration content_of(const std::string& draft, const Document& document);
    void export_to_file(const std::vector<std::string>& ids, std::string_view name);

    DraftKeeper& m_keeper;
    const FormDefinition& m_definition;
    DraftsState m_state;
};

}  // namespace shenbao::app
