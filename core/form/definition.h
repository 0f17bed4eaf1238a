// What a form asks: its fields, tables, rows, pick lists, rules, texts and paper, as read from a *.form.json.
//
// A definition is data and never changes while a form is filled. Everything a person enters is addressed by a
// path: "person" is a field; "income.fiscal.current" is table, row and column.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/id_list.h"

namespace shenbao {

// How the text of a cell is understood. The raw text is always kept beside what it means.
enum class ValueType {
    Text,       // one line
    LongText,   // several paragraphs
    Amount,     // money in what the paper says, 万元; exact decimal, at most 20 digits and 6 decimals
    Percent,    // "99.79%"
    Indicator,  // docs/domain.md: percent, comparator and percent, number, word, 按实际情况, 无
    Choice,     // one of a pick list
    Date,       // a calendar day
    Phone,      // text; a rule checks it
    Year,       // four digits
};

// A single question outside the tables.
struct FieldDefinition {
    std::string id;
    std::string title;    // the form's own words, e.g. 部门（单位）名称
    std::string section;  // id of the SectionDefinition it belongs to
    ValueType type = ValueType::Text;
    std::string list;     // Choice: id of its pick list
    std::string formula;  // FEEL; not empty: computed, never entered
    // FEEL; the value while nothing is entered (e.g. the budget year from the fill date)
    std::string initial;
    bool required = false;
    std::string help;  // filling note shown beside the form
};

struct ColumnDefinition {
    std::string id;
    std::string title;  // may hold {FEEL}: "{year - 2}年"
    // what cell_name calls it where the printed title is not enough: 前年金额; empty: the title
    std::string name;
    ValueType type = ValueType::Text;
    std::string list;     // Choice: id of its pick list
    std::string formula;  // FEEL over `row` and the table; not empty: the whole column is computed
    bool required = false;
    // Not every cell is asked for, but at least one of the column. JSON: "someRequired".
    bool some_required = false;
    // An Indicator column of the table: where it says 无, this one is not asked for. Empty: always asked for.
    std::string about;
    // The column of the table's peer from which this one can be filled, if a person asks for it; it has the
    // same type and list. JSON: "filledFrom". A table that has such columns follows its peer
    // (core/form/peers.h), in its rows' names too; of two peers only one can.
    std::string filled_from;
    std::string help;
};

enum class RowKind {
    Named,  // printed on the form
    Open,   // "……": its names are entered; further rows of the same kind can be added
    Total,  // computed over the named and open rows of its table
};

enum class Direction { None, Up, Down, Zero };  // where a good value of an indicator lies

struct RowDefinition {
    std::string id;
    std::string level1;  // 一级指标, or empty
    std::string level2;  // 二级指标, or empty; the first text of an entered one
    std::string title;   // 三级指标 or the row's name; for an Open row its placeholder ("……")
    RowKind kind = RowKind::Named;
    bool title_entered = false;   // the title is a cell of its own: path table.row.title
    bool level2_entered = false;  // likewise table.row.level2
    bool repeatable = false;      // more such rows may be added, and these may be removed and moved
    // level-2 pattern of added rows with {n}: "核心业务产出{n}"; empty: same level2
    std::string repeat_title;
    bool rate = false;    // a rate (…率, …度): its value is a number
    bool growth = false;  // may exceed 100 %
    Direction direction = Direction::None;
    std::string help;  // formula and source, for a common indicator
};

struct TableDefinition {
    std::string id;
    std::string title;
    std::string
        short_title;  // what messages call it: 长期; empty: the title. JSON: "short"; FEEL: table.short
    std::string section;
    IdList<ColumnDefinition> columns;
    IdList<RowDefinition> rows;
    // FEEL for the Total row's cell in every column without a formula of its own; {column} stands for the
    // column's id: "sum(income.items.{column})".
    std::string total_formula;
    // The table whose rows are meant to be the same (note 7): row.peer is the row with the same id there.
    std::string peer;
    // What the columns of entered level-2 texts and row titles are called in cell names: 二级指标, 三级指标.
    std::string level2_heading, row_heading;

    const ColumnDefinition* column(std::string_view wanted) const { return columns.find(wanted); }
    const RowDefinition* row(std::string_view wanted) const { return rows.find(wanted); }
};

struct SectionDefinition {
    std::string id;
    std::string title;  // 部门总体资金情况
};

struct PickList {
    std::string id;
    std::vector<std::string> options;
    // How a clerk abbreviates each option on the keyboard, jhbz for 计划标准; none, or as many as options.
    // Written in the definition because characters have several readings: 行 is h in 行业标准.
    std::vector<std::string> initials;

    // The first option that begins with `typed`, in its own characters or in its initials (any case). Null:
    // none does, or nothing is typed.
    const std::string* starting_with(std::string_view typed) const;
};

enum class Level { Error, Explain, Hint };

// A name for a FEEL value, visible in the texts that follow it in the same rule.
struct LetDefinition {
    std::string name;
    std::string value;  // FEEL
};

// What can be offered to mend a finding with one key.
enum class Repair {
    None,
    AlignRows,       // "align-indicators": the table and its peer get the same rows and names
    FillFromPeer,    // "fill-from-peer": the table that follows is filled from its peer; its blank cells only
    AcceptComputed,  // "accept-computed": what an opened file stated gives way to what the form computes
};

// A change that a finding offers: cells get a text, or rows go. Not offered where `value`, or every one of
// `removes`, is null.
struct FixDefinition {
    std::string label;               // what its button says; text with {FEEL}: "采用“{advice}”"
    std::string value;               // text with {FEEL}; "" empties the cells
    std::vector<std::string> paths;  // of these cells, as RuleDefinition::paths; empty: those of the finding
    std::vector<std::string> removes;  // instead of `value`: texts with {FEEL}, each "table.row"
};

// One rule of the form, as FEEL. `when` that yields true makes a finding; null and false do not.
struct RuleDefinition {
    std::string id;  // stable: "totals-are-equal"
    int number = 0;  // row in docs/domain.md's table, 0 if none
    Level level = Level::Error;
    std::string source;  // where the rule comes from: 填报说明 4, 财预〔2013〕53号, a reading
    // What it is evaluated for: empty (once), "income" (each row of the table, variable `row`), or
    // "income.current" / "income.*" (each cell, also `cell`, `column`). Several, separated by spaces.
    std::string each;
    std::string where;               // FEEL; rows or cells for which it is false or null are passed over
    std::vector<LetDefinition> let;  // evaluated in order after `where`; JSON: an object {name: FEEL}
    std::string when;                // FEEL; true = finding
    std::string message;             // text with {FEEL}
    // Texts with {FEEL}, each a path; one that is a single {FEEL} may yield a list of paths or null. Empty:
    // the row or cell itself.
    std::vector<std::string> paths;
    Repair fix = Repair::None;
    std::vector<FixDefinition> fixes;  // they see what `message` sees
    size_t index = 0;                  // position in the file, for JSON pointers
};

// The paper, as rows of cells on a fine column grid. Built into a grid by core/sheet.
struct SheetCellDefinition {
    enum class Kind { Text, Field, Level1, Level2, RowTitle, Column, MergeUp };
    Kind kind = Kind::Text;
    std::string text;     // Text: the label, may hold {FEEL} and line breaks
    std::string target;   // Field: field id; Column: column id
    int span = 1;         // fine columns
    char align = 'c';     // 'l', 'c', 'r'
    bool header = false;  // a column or row header of the table that follows
};

enum class SheetRowKind { Title, Headline, Grid, Note };  // Title and Headline have no rules around them

struct SheetRowDefinition {
    SheetRowKind kind = SheetRowKind::Grid;
    std::string section;
    std::string table;     // not empty: repeated for each row of this table (the Total included)
    double height_mm = 8;  // least height
    std::vector<SheetCellDefinition> cells;
};

struct SheetDefinition {
    std::vector<double> columns_mm;
    std::vector<SheetRowDefinition> rows;
};

// A part of the form: "field", "table", "table.row" (with the rows added after it) or "table.row.column",
// where "*" stands for every row.
struct MovedPart {
    std::string from;   // its path in the version before
    std::string title;  // what the person knew it as
    std::string to;
};

// What a version changed against the one before it.
struct VersionChanges {
    int version = 0;
    std::vector<MovedPart> moved;
    std::vector<std::string> added;  // parts that are new
};

// The fields by which the program itself tells declarations apart: they name files and drafts. JSON:
// "identity": {"unit": "bureau", "year": "declared_for"}; each may be missing.
struct Identity {
    std::string unit;  // id of the field, text or choice and entered, that says who declares
    std::string year;  // id of the field of type year that says what year is declared for
};

struct FormDefinition {
    // The name under which drafts are stored and by which files say what they are: a–z first, then a–z, 0–9,
    // - and _. Ids of rules are alike. All other ids can be named in FEEL and have no "-", so that neither
    // paths ("table.row.column"), nor added rows ("row-2"), nor stored names ("form/draft/…") mix them up.
    std::string id;
    std::string version;  // "2026"
    std::string title;
    Identity identity;
    std::vector<SectionDefinition> sections;
    IdList<PickList> lists;
    IdList<FieldDefinition> fields;
    IdList<TableDefinition> tables;
    std::vector<RuleDefinition> rules;
    std::vector<std::string> instructions;  // 填报说明, one per number
    SheetDefinition sheet;
    std::vector<VersionChanges> changes;  // oldest first

    const FieldDefinition* field(std::string_view wanted) const { return fields.find(wanted); }
    const TableDefinition* table(std::string_view wanted) const { return tables.find(wanted); }
    const PickList* list(std::string_view wanted) const { return lists.find(wanted); }
};

struct FeelMistakes;  // core/review/feel_mistakes.h

// One mistake in a definition, or all those of one FEEL text. `pointer` is an RFC 6901 JSON pointer into the
// file. What a form's author reads comes from core/advice, which knows line, column and what to write
// instead.
struct DefinitionFault {
    std::string pointer;
    std::string message;  // English, for the form's author
    std::string message_zh;
    std::optional<size_t> offset = {};              // into the file, where that is known: it is no JSON
    std::string unknown = {};                       // the name that nothing has, if that is the fault
    std::shared_ptr<const FeelMistakes> feel = {};  // of a FEEL text: what is wrong in it
};

struct DefinitionResult {
    std::optional<FormDefinition> definition;  // only when faults is empty
    std::vector<DefinitionFault> faults;       // all of them
};

// Reads and checks a *.form.json: unknown keys, missing or doubled ids, unknown types, lists and targets,
// spans that do not fill the paper's columns. FEEL texts are checked by core/review, which knows their scope.
DefinitionResult read_definition(std::string_view json);

}  // namespace shenbao
