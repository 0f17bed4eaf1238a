// What a row of the paper may look like in a document: for each of its cells what text is expected there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/definition.h"
#include "core/formats/matching/text_grid.h"
#include "core/formats/text/label_text.h"
#include "core/sheet/sheet.h"

namespace shenbao {

struct ExpectedCell {
    enum class Kind {
        Label,      // the form's own words
        Level2,     // the words of a table row's 二级指标: a repeated row may leave them out, or count on
        RowTitle,   // the name of a table row: another name is another row
        Continued,  // merged from above: empty, or the words repeated
        Value,      // entered or computed
    };
    Kind kind = Kind::Label;
    const SheetCell* cell = nullptr;   // of a merged cell its start
    LabelPattern words{""};            // Label, Level2, RowTitle, Continued
    LabelPattern repeated{""};         // Level2: the pattern of added rows
    std::vector<std::string> options;  // Value: keys of its pick list
    bool open_name = false;            // Value: the entered name of a table row, "……" while blank
};

struct ExpectedRow {
    const SheetRow* row = nullptr;
    const RowDefinition* definition = nullptr;  // of a table row
    std::vector<ExpectedCell> cells;            // left to right, merged ones included
};

// One for each row of the sheet. The sheet must outlive them.
std::vector<ExpectedRow> expected_rows(const FormDefinition& definition, const Sheet& sheet);

// A cell of the document, prepared for comparing.
struct SeenCell {
    explicit SeenCell(const GridCell& grid_cell);

    const GridCell* cell;
    std::string key;  // label_key
    // Whether the text can be read as such; all true while it is blank.
    bool is_amount, is_percent, is_date, is_year;
};
using SeenRow = std::vector<SeenCell>;

// How cells correspond: for each cell of the document the index of its expected cell, or -1.
struct RowMatch {
    double score = 0;  // above 0: more speaks for it than against
    int labels = 0;    // words of the form that were recognised
    std::vector<int> expected;
};
constexpr double kImpossible = -1e6;
// `repeated`: the document's row is a further row like the expected one. row_score is match_row's score
// alone, for the many pairs that are tried.
double row_score(const ExpectedRow& expected, const SeenRow& seen, bool repeated);
RowMatch match_row(const ExpectedRow& expected, const SeenRow& seen, bool repeated);

}  // namespace shenbao
