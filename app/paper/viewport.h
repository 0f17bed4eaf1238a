// What of the paper is seen and how large: the one owner of zoom, layout, and the place that stays while
// either changes. How far the paper is scrolled stands in its Region, as the platform told it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/document/document.h"
#include "app/document/outcome.h"
#include "app/paper/paper_layout.h"

namespace shenbao::app {

class Viewport {
  public:
    float zoom() const { return m_zoom; }
    bool fits_width() const { return m_mode == Mode::FitWidth; }
    const PaperLayout& layout() const { return m_layout; }

    // About the place in the window that stays where it is; nothing: the middle of what is seen.
    void set_zoom(float zoom, const Region& paper);
    void set_zoom(float zoom, float x, float y, const Region& paper);
    void zoom_to(ZoomTo to, const Region& paper);
    // What is at this place of the paper stays where it is seen, should the next layout have another zoom.
    void hold_cell(const Rect& cell, const Region& paper);

    // Lays the paper out for a region of this width where anything has changed that it depends on. `ratio`:
    // device pixels per CSS px. True: it has, and `paper` has its new content size. Then hold_anchor is due.
    bool lay_out(const Document& document, TextCache& texts, float width, float ratio, bool editable,
                 Region& paper);
    // Where to scroll so that what was under the pointer before a zoom is there again; nothing if it did not
    // change.
    std::optional<effect::ScrollTo> hold_anchor(const Region& paper);

    // The layout is that of the sheet as it is now.
    bool is_drawn(const Document& document) const { return m_key.check == document.check(); }
    // The layout has the rows of the sheet: not between a change of them and its frame. Cells may be looked
    // up in it only then. Where only texts have changed, it is near enough.
    bool has_rows_of(const Document& document) const;
    // Of a cell of the sheet, whose rows the layout must have.
    const Rect& place_of(const Document& document, const SheetCell& cell) const;
    // At this place of the window; null between the cells.
    const SheetCell* cell_at(const Document& document, const Region& paper, float x, float y) const;
    // Where the paper must be scrolled to for the cell to be in sight; nothing where it is. With `above`, if
    // at all, so that this much is above it.
    std::optional<effect::ScrollTo> reveal(const Document& document, const Region& paper,
                                           const SheetCell& cell, float above = 0) const;
    // Where a section begins.
    std::optional<effect::ScrollTo> section_start(const Document& document, const Region& paper,
                                                  std::string_view section) const;
    // That of the cell while it is in sight, else the one at the top of the view. `cell` may be null.
    std::string_view section_seen(const Document& document, const Region& paper, const SheetCell* cell) const;

  private:
    // What is at this place of the window, or in the middle, stays there when the paper is next laid out.
    void hold_place(float x, float y, const Region& paper);
    void hold_middle(const Region& paper);

    enum class Mode {
        Automatic,  // fits the window within readable sizes
        FitWidth,
        Fixed,
    };
    // What stays at a place of the view while the zoom changes: a part of a row, a part of the page's width.
    struct Anchor {
        float x, y;
        size_t row;
        float row_part, page_part;
    };
    struct Key {
        unsigned long check = 0;
        float zoom = 0, width = 0, ratio = 0;
        bool editable = true;
        bool operator==(const Key&) const = default;
    };

    Mode m_mode = Mode::Automatic;
    float m_zoom = 1;
    std::optional<Anchor> m_anchor;
    PaperLayout m_layout;
    Key m_key;
    std::vector<std::string> m_rows;            // those of the layout: table and row
    mutable unsigned long m_rows_compared = 0;  // the check whose rows were compared with them last
    mutable bool m_rows_agree = false;
};

}  // namespace shenbao::app
