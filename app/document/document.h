// The declaration being filled, with everything derived from it: the state of the check, the paper.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/document/outcome.h"
#include "core/form/edit.h"
#include "core/review/review.h"
#include "core/sheet/sheet.h"

namespace shenbao::app {

class Document {
  public:
    Document(std::shared_ptr<const Reviewer> form, Declaration declaration, CalendarDay today);
    Document(Document&&) = default;
    Document& operator=(Document&&) = default;

    const std::shared_ptr<const Reviewer>& form() const { return m_form; }
    const Reviewer& reviewer() const { return *m_form; }
    const FormDefinition& definition() const { return m_form->definition(); }
    const Declaration& declaration() const { return m_history.declaration(); }
    const FormState& state() const { return m_recheck.state(); }
    const Sheet& sheet() const { return m_sheet; }
    const History& history() const { return m_history; }
    unsigned long revision() const { return m_history.revision(); }
    // A number for state and sheet as they are: no other check, also of another document, has the same.
    unsigned long check() const { return m_check; }
    // The cell with this path; null for a path that is not on the paper.
    const SheetCell* cell(std::string_view path) const;
    // That, or for a whole row, or a column of it that the paper does not show, the row's first cell.
    const SheetCell* nearest_cell(std::string_view path) const;

    // Until the person asked whether all is there, errors about blank cells are only due: 待填. So it is from
    // the first in a declaration in which nothing stands; one that comes filled was complete once.
    bool waits() const { return m_waits; }
    void set_waiting(bool waits);
    bool is_blank() const;
    Standing standing(const Finding& finding) const;
    // What a cell of this state is marked with.
    std::optional<Level> mark(const CellState& cell) const;
    int due() const { return m_waits ? state().blanks : 0; }
    int due(const SectionState& section) const { return m_waits ? section.blanks : 0; }

    // Each makes one step and checks the form anew, if anything changed. Peers of tables follow what is
    // applied (core/form/peers.h).
    void apply(std::string name, std::vector<Edit> edits, std::string merge = {});
    void undo();
    void redo();
    // The next step starts anew even with the same merge key.
    void seal() { m_history.seal(); }
    // True: another day than before, so that what is computed and found may be different.
    bool set_today(CalendarDay today);

    // The text of a cell as it stands in the declaration.
    std::string text(std::string_view path) const { return std::string(declaration().text(path)); }
    std::string name_of(std::string_view path) const { return cell_name(definition(), declaration(), path); }
    // The row as it stands in the declaration and what it was made from; null if there is none.
    const DeclaredRow* row(std::string_view table, std::string_view id) const;
    const RowDefinition* row_definition(std::string_view table, std::string_view id) const;
    // What may be chosen in the cell; null if it is no choice.
    const PickList* pick_list(const SheetCell& cell) const;
    // The words a table's row is called by: 核心业务产出2 ……
    std::string row_name(std::string_view table, std::string_view id) const;

  private:
    void refresh();

    std::shared_ptr<const Reviewer> m_form;
    History m_history;
    CalendarDay m_today;
    Recheck m_recheck;
    Sheet m_sheet;
    std::unordered_map<std::string_view, size_t> m_cells;  // by path, which stands in m_sheet
    unsigned long m_checked = ~0UL, m_check = 0;
    bool m_waits = false;
};

}  // namespace shenbao::app
