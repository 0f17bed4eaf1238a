// The lines of the paper outside its table: title, "填报日期：… 单位：万元", and the notes at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/formats/matching/expected_row.h"

namespace shenbao {

struct HeadlinePart {
    enum class Kind {
        Value,       // text for `path`
        OtherWords,  // the form prints `expected` where the document says `text`: 单位：元
        Stray,       // text beside the labels
    };
    Kind kind = Kind::Value;
    const SheetCell* cell = nullptr;  // Value
    std::string expected;
    std::string text;
};

// What a line outside the table is.
struct LineReading {
    bool known = false;  // title, a note, or a line with labels of the head line
    int labels = 0;
    std::vector<HeadlinePart> parts;  // of a head line
};

class PaperLines {
  public:
    // Keeps what it needs of the rows that are no part of the table.
    PaperLines(const FormDefinition& definition, const std::vector<ExpectedRow>& rows);
    LineReading read(std::string_view line) const;

  private:
    struct Label {
        FoldedText words;
        FoldedText start;  // up to its colon: 单位：
        std::string text;
        const SheetCell* value = nullptr;  // the cell behind it
    };
    std::vector<Label> m_labels;
    std::vector<std::string> m_fixed;  // keys of titles and notes, without numbers before them
};

}  // namespace shenbao
