// Everything the workbench holds, and what each event does to it. Workbench is its public face.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/dialogs/drafts_dialog.h"
#include "app/document/document.h"
#include "app/document/selection.h"
#include "app/drafts/draft_keeper.h"
#include "app/draw/canvas.h"
#include "app/findings/findings_view.h"
#include "app/paper/paper_layout.h"
#include "app/paste/paste_plan.h"
#include "app/semantics/semantics.h"
#include "app/shell/banner_view.h"
#include "app/shell/help_view.h"
#include "app/shell/status_view.h"
#include "app/shell/workbench.h"

namespace shenbao::app {

enum class ZoomMode {
    Automatic,  // fits the window within readable sizes
    FitWidth,
    Fixed,
};

class Desk {
  public:
    Desk(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store);
    ~Desk();

    // --- desk.cpp: pointer, keyboard, window
    void resize(float width, float height);
    void set_scheme(bool dark, bool high_contrast);
    void scrolled(RegionId region, float x, float y);
    void hovered(std::string_view id);
    void pressed(std::string_view id);
    void activated(std::string_view id);
    void focused(std::string_view id);
    void blurred(std::string_view id);
    bool key(Key key, bool editing, bool extend);
    void set_zoom(float zoom);  // about the middle of what is seen
    void set_zoom(float zoom, float x, float y);
    void zoom_by_step(int direction);
    float zoom() const { return m_zoom; }

    // --- desk_edit.cpp: changes of the declaration
    void typed(std::string_view id, std::string_view text, Means means = Means::Typed);
    void undo();
    void redo();
    void add_row(std::string_view table, std::string_view row);
    void remove_row(std::string_view table, std::string_view row);
    void move_row(std::string_view table, std::string_view row, int direction);
    void repair(size_t finding);

    // --- desk_drafts.cpp: the draft behind the form, other windows
    void restore();
    void save_draft();
    void store_changed_elsewhere(std::string_view key);
    void open_draft(std::string_view draft);
    void begin_draft(std::string_view name);
    void leave();
    void come_back();
    bool unsaved() const;

    // --- desk_files.cpp: files, printing
    void open(std::string_view name, std::string_view bytes);
    void save_file();
    void copy_file();
    void start_anew();
    void print();

    // Takes the choice that begins with what was typed, in the active cell. True: there is one.
    bool choose(std::string_view typed);

    // --- desk_move.cpp: where to go next
    void go_to_finding(size_t index);
    void go_to_next_finding(int direction);
    void go_to_section(std::string_view section);
    bool move_from(std::string_view path, Key direction);
    void go_to_cell(std::string_view path);
    void go_to_region(int direction);

    // --- desk_table.cpp: ranges of cells
    // Draws the range from the active cell to the cell at this place of the window. True: there is a range.
    bool select_to(float x, float y);
    bool in_range(std::string_view id) const;
    void copy_range(bool cut);
    bool table_key(Key key, bool editing, bool extend);

    // --- desk_paste.cpp
    bool paste(std::string_view plain, std::string_view table, bool dropped);

    // --- desk_frame.cpp: layout, drawing, description
    void frame();
    const Semantics& semantics() const { return m_semantics; }
    std::string debug_json() const;  // debug_json.cpp

  private:
    struct Panels {
        bool sections = true, findings = true;
        float left = 0, right = 0;
        bool over = false;  // lie over the paper as drawers
    };
    struct Scroll {
        float x = 0, y = 0;
    };

    // desk_drafts.cpp
    void show_declaration(Declaration declaration);
    void show_draft(drafts::OpenedDraft draft);
    void tell_hold();
    void save_anyway();
    bool keep_rest();
    void show_stored(drafts::OpenedDraft draft);
    void lost_to_another_window();
    void take_over();
    bool refuse_edit();
    bool refuse_to_leave();
    Banner banner() const;
    void show_drafts();
    void carry_out(DraftsRequest request);
    // desk_edit.cpp
    void changed();
    void normalize(std::string_view path);
    bool escape(std::string_view id);
    HelpState help_state() const;
    std::vector<Edit> align_edits(const Finding& finding) const;
    std::vector<Edit> accept_edits(const Finding& finding) const;
    std::string field_text(std::string_view id) const;
    void refresh_field();
    // desk_move.cpp
    const SheetCell* cell_of(std::string_view path) const;
    const SheetCell* focused_cell() const;
    // The cell looked at: gone to without being edited, or active last.
    const std::string& shown_path() const { return m_selected.empty() ? m_active : m_selected; }
    // The layout has the rows of the sheet: not between a change of them and its frame. Cells may be looked
    // up in it only then. Where only texts have changed, it is near enough.
    bool paper_is_current() const;
    // The cell, or for a whole row, or a column of it that the paper does not show, the row's first cell.
    const SheetCell* nearest_cell(std::string_view path) const;
    std::vector<size_t> findings_in_order() const;
    void make_current(size_t finding);
    void follow_active_cell();
    std::string_view current_section() const;
    const SheetCell* neighbour(const SheetCell& from, Key direction) const;
    // desk_table.cpp
    void go_to(const SheetCell* cell);
    void tell_range();
    bool extend_selection(const SheetCell& from, Side side, bool to_edge);
    const SheetCell* jump(const SheetCell& from, Key direction) const;
    const SheetCell* page(const SheetCell& from, Key direction) const;
    const SheetCell* row_end(const SheetCell& from, bool last) const;
    // The cells of the range, or the active cell alone.
    std::vector<const SheetCell*> chosen_cells() const;
    bool clear_cells(std::string_view step);
    void change_cells(std::string_view step, std::vector<Edit> edits);
    bool fill_down();
    // Scrolls the paper so that the cell is in sight; with `above`, if at all, so that this much is above it.
    void reveal(const SheetCell& cell, float above = 0);
    // desk_dialogs.cpp
    bool dialog_open() const { return m_dialog.open() || m_paste || m_shortcuts_shown; }
    Rect dialog_place() const;
    std::string_view dialog_title() const;
    void draw_dialog(Canvas& canvas, float scroll_bar);
    bool dialog_key(Key key);
    bool dialog_activated(std::string_view id);
    void close_dialog();
    void show_shortcuts();
    // desk_paste.cpp
    bool paste_text(std::string_view plain, const PasteBlock& block, bool from_table, bool dropped);
    const SheetCell* paste_anchor(const SheetCell& cell) const;
    void apply_paste(const PastePlan& plan);
    // desk_frame.cpp
    Panels panels() const;
    void place_regions(const Panels& panels);
    void place_paper();
    void hold_anchor();
    void close_drawers();
    void draw_regions(const Panels& panels);
    void publish();
    void keep_focus();
    void scroll_later(RegionId id, float x, float y);
    Region& region(RegionId id) { return m_semantics.regions[static_cast<size_t>(id)]; }
    const Region& region(RegionId id) const { return m_semantics.regions[static_cast<size_t>(id)]; }
    std::vector<Node>& nodes(RegionId id) { return m_nodes[static_cast<size_t>(id)]; }
    void name_findings();
    int finding_index(std::string_view id) const;

    std::set<std::string> error_keys() const;
    void announce_new_errors();
    // Spoken with the next frame, behind what else is said in it.
    void announce(std::string_view text);
    void notify(Notice notice);

    Document m_document;
    DraftKeeper m_keeper;
    DraftsDialog m_dialog;
    std::optional<PastePlan> m_paste;  // being previewed
    bool m_shortcuts_shown = false;
    std::string m_dialog_return;  // who gets the keyboard back from these two
    unsigned long m_saved_revision = 0;
    unsigned long m_filed_revision = ~0UL;  // what was last saved as a file
    bool m_save_failed = false;
    bool m_store_blocked = false;  // nothing could be stored since the draft was opened
    bool m_looking = false;        // another window edits; the person chose to look
    SaveNotice m_save;
    std::vector<Notice> m_notices;

    float m_width = 1280, m_height = 720;
    bool m_dark = false, m_high_contrast = false;
    std::optional<bool> m_sections_open, m_findings_open;  // as the person chose
    ZoomMode m_zoom_mode = ZoomMode::Automatic;
    float m_zoom = 1;

    Interaction m_interaction;
    std::string m_text_at_focus;
    std::set<std::string> m_errors_at_focus;  // their keys
    std::string m_active;                     // path of the cell that was active last; its help is shown
    Rect m_active_place;                      // where it was seen last, in the paper's content
    std::string m_selected;                   // path of a computed cell that was gone to
    Selection m_selection;
    FindingFilter m_filter = FindingFilter::All;
    std::string m_current_finding;  // its id
    std::string m_last_finding;     // the one that was current last, and its place in the order
    size_t m_finding_place = 0;
    bool m_reveal_finding = false;
    std::string m_pending_focus;  // for the next frame, when the element exists
    bool m_focus_moves = false;   // asked for in this frame
    // What must stay at a place of the window while the zoom changes: a part of a row, a part of the page's
    // width.
    struct Anchor {
        float x, y;  // in the paper's view
        size_t row;
        float row_part, page_part;
    };
    std::optional<Anchor> m_anchor;
    std::array<std::optional<Scroll>, kRegionCount> m_pending_scrolls;  // until the content has its size
    bool m_scroll_due = false;

    TextCache m_texts;
    PaperLayout m_paper;
    struct PaperKey {
        unsigned long revision = ~0UL;
        float zoom = 0, width = 0, ratio = 0;
        bool editable = true;
        bool operator==(const PaperKey&) const = default;
    } m_paper_key;
    std::vector<std::string> m_paper_rows;         // those of the layout: table and row
    mutable unsigned long m_rows_compared = ~0UL;  // the revision whose rows were compared with them last
    mutable bool m_rows_agree = false;
    std::optional<Key> m_waiting_move;  // pressed while the layout was not current
    std::vector<std::string> m_finding_ids;
    unsigned long m_named_revision = ~0UL;
    float m_help_height = 120;

    Semantics m_semantics;
    std::array<std::vector<Node>, kRegionCount> m_nodes, m_previous;
    std::array<Rect, kRegionCount * 2> m_places{};  // of the regions, as last published
    bool m_paper_changed = false;
    std::string m_to_announce;
    bool m_saving_told = false;  // since the last time it failed
    unsigned long m_frames = 0;
};

// By which a layout is told to be that of a sheet.
std::vector<std::string> names_of_rows(const Sheet& sheet);

// What a reader noted, as lines for the person.
std::vector<std::string> note_lines(const std::vector<ReadNote>& notes);

}  // namespace shenbao::app
