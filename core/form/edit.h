// Changes to a declaration, as values, and their named undo.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/form/declaration.h"

namespace shenbao {

struct SetValue {  // an empty text makes the cell blank
    std::string path;
    std::string text;
};
struct InsertRow {  // with the values it brings (paths relative to the row: column id → text)
    std::string table;
    size_t index = 0;
    DeclaredRow row;
    std::map<std::string, std::string, std::less<>> values;
};
struct RemoveRow {  // and all its values
    std::string table;
    std::string id;
};
struct MoveRow {
    std::string table;
    std::string id;
    size_t index = 0;  // where it stands afterwards
};
struct SetRows {  // those that are not among them go, with all their values
    std::string table;
    DeclaredRows rows;
    std::map<std::string, std::string, std::less<>> values = {};  // that come, by path
};
struct SetExplanation {  // an empty text removes it
    std::string key;
    std::string text;
    std::string explained = {};  // Finding::message it is given for: Declaration::explained
};
struct ReplaceDeclaration {  // new, open, restore
    Declaration declaration;
};
using Edit =
    std::variant<SetValue, InsertRow, RemoveRow, MoveRow, SetRows, SetExplanation, ReplaceDeclaration>;

// Makes the change and returns the edit that takes it back. An edit that names something that does not exist
// changes nothing and returns an empty SetValue.
Edit apply_edit(Declaration& declaration, Edit edit);

// Edits that add a row like `origin` behind `after` (a row id of the table), or nothing if the form does not
// allow it there.
std::vector<Edit> add_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                std::string_view table, std::string_view after);
// Whether that is where a person expects it: at an open slot, or at the last row of a group whose slots were
// removed.
bool offers_row_behind(const FormDefinition& definition, const Declaration& declaration,
                       std::string_view table, std::string_view row);
// Edits that remove a row, or nothing if the form prints it for good: rows that are not repeatable, and the
// last one under its printed 二级指标.
std::vector<Edit> remove_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                   std::string_view table, std::string_view row);
// Edits that move a repeatable row one place up (-1) or down (+1) past another repeatable row of the same
// group, or nothing where the form does not allow it.
std::vector<Edit> move_row_edits(const FormDefinition& definition, const Declaration& declaration,
                                 std::string_view table, std::string_view row, int step);
// A declaration with undo and redo by named steps ("修改 当年金额", "打开文件").
class History {
  public:
    explicit History(Declaration declaration);

    const Declaration& declaration() const { return m_declaration; }
    // Counts every change, also undo and redo; equal numbers mean equal declarations.
    unsigned long revision() const { return m_revision; }

    // One step; nothing if the edits change nothing. Forgets what could be redone. Consecutive steps with the
    // same non-empty `merge` key become one (typing in one cell) with the last one's name, and none once they
    // come to nothing.
    void apply(std::string name, std::vector<Edit> edits, std::string merge = {});
    // The next step starts anew even with the same merge key.
    void seal() { m_sealed = true; }

    bool can_undo() const { return !m_undo.empty(); }
    bool can_redo() const { return !m_redo.empty(); }
    std::string_view undo_name() const;  // "" when there is none
    std::string_view redo_name() const;
    // The cell or field whose text the step changes first; "" when it is about rows or the whole.
    std::string_view undo_path() const;
    std::string_view redo_path() const;
    // True: another declaration stands there now, as a whole.
    bool undo();
    bool redo();

    // Which of two tables had its rows or names (二级指标, 三级指标) changed last, by a step that can be
    // undone and changed them there first; "" for neither.
    std::string_view last_arranged(std::string_view one, std::string_view other) const;
    // What stood at the path before the step that an apply with this `merge` would go on with; what stands
    // there, if that would be a new step.
    std::string_view text_before(std::string_view path, std::string_view merge) const;

  private:
    struct Step {
        std::string name;
        std::string merge;
        std::vector<Edit> edits;
    };
    bool goes_on(std::string_view merge) const;
    bool run(std::vector<Step>& from, std::vector<Step>& to);

    Declaration m_declaration;
    std::vector<Step> m_undo, m_redo;
    unsigned long m_revision = 0;
    bool m_sealed = true;
};

// Steps a History keeps; older ones can no longer be undone.
inline constexpr size_t kMostUndoSteps = 500;

}  // namespace shenbao
