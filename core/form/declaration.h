// What a person entered into a form: raw texts by path, the rows of tables that can grow, written
// explanations.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/definition.h"
#include "core/form/id_list.h"

namespace shenbao {

// A row as it stands in the declaration. `origin` is the RowDefinition it was made from; `id` equals it for
// rows printed on the form and is "origin-2", "origin-3", … for added ones.
struct DeclaredRow {
    std::string id;
    std::string origin;
    bool operator==(const DeclaredRow&) const = default;
};
using DeclaredRows = IdList<DeclaredRow>;

struct Declaration {
    std::string form_id;
    std::string form_version;
    // Raw text exactly as typed, by path. A blank cell has no entry: blank is not zero.
    std::map<std::string, std::string, std::less<>> values;
    // Rows in order, for every table of the form.
    std::map<std::string, DeclaredRows, std::less<>> rows;
    // The person's written explanation, by Finding::key.
    std::map<std::string, std::string, std::less<>> explanations;
    // What each was given for: Finding::message as it then stood, by the same key. An explanation without an
    // entry (files of earlier programs) counts whatever the figures say; see settle_explanations.
    std::map<std::string, std::string, std::less<>> explained;
    // Keys of an opened file that this version does not know, as JSON text of one object; written back
    // unchanged.
    std::string unknown_json;

    // The raw text at the path, or "".
    std::string_view text(std::string_view path) const;
    bool operator==(const Declaration&) const = default;
};

// A declaration with the rows the form prints and no values.
Declaration blank_declaration(const FormDefinition& definition);

// Who declares, as entered in the field that the form's identity names, without blanks around it; "" where
// nothing is entered or the form names no such field.
std::string_view identity_unit(const FormDefinition& definition, const Declaration& declaration);

// "income.fiscal.current" → table, row, column; a field → only `field`. Parts are views into the path.
struct PathParts {
    std::string_view field;
    std::string_view table, row, column;
};
PathParts split_path(std::string_view path);
std::string cell_path(std::string_view table, std::string_view row, std::string_view column);

// What stands in a row's 二级指标 and 三级指标 (or row name): the text entered where it is entered, else the
// form's own. A row with repeat_title counts among its like: "核心业务产出3". A blank entered title is "".
std::string row_level2(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row);
std::string row_title(const TableDefinition& table, const Declaration& declaration, const DeclaredRow& row);
// For each row of a table which of its like it is, from 1; 0 for those without repeat_title. And the words
// that hold the number.
std::vector<int> row_numbers(const TableDefinition& table, const DeclaredRows& rows);
std::string numbered_level2(const RowDefinition& row, int number);

// The words a person calls a cell by, also its accessible name: 填报人; 收入构成 财政拨款 当年金额;
// 长期绩效指标 公用经费控制率 指标值. Falls back to the path.
std::string cell_name(const FormDefinition& definition, const Declaration& declaration,
                      std::string_view path);

// The same words for many rows and cells, best those of a row together: rows are counted once, and a row's
// words are found once. Both must stay where and as they are.
class CellNames {
  public:
    CellNames(const FormDefinition& definition, const Declaration& declaration)
        : m_definition(definition), m_declaration(declaration) {}
    std::string of(std::string_view path);  // cell_name
    // The same for a step that writes `text` there: the cell of a name is called by the name it is given.
    std::string of_step(std::string_view path, std::string_view text);
    std::string level2(const TableDefinition& table, const DeclaredRow& row);  // row_level2
    // What a table's row is called by: 核心业务产出2 ……; its id where the form knows no such row.
    std::string row(std::string_view table, std::string_view id);

  private:
    bool go_to(std::string_view table, std::string_view row);
    std::string words(std::string_view column);

    const FormDefinition& m_definition;
    const Declaration& m_declaration;
    std::map<std::string_view, std::vector<int>> m_numbers;  // by table, when asked for
    // The row named last, and what sets it apart from the others.
    const TableDefinition* m_table = nullptr;
    const DeclaredRow* m_row = nullptr;
    const RowDefinition* m_origin = nullptr;
    std::string m_words;
};

}  // namespace shenbao
