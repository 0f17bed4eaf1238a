// The text form: the paper as plain text, as word processors and converters give it.
//
// A line that starts with TAB starts a cell, a line without continues it, an empty line ends the row; cells
// merged from above are empty. U+3000, U+00A0 and spaces around and inside labels are noise.
#pragma once

#include <string>
#include <string_view>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/result/read_result.h"
#include "core/review/review.h"
#include "core/sheet/sheet.h"

namespace shenbao {

// Matches the text with the sheet by its labels, from top to bottom. Rows the form does not print become
// added rows where the form allows them. Every other text that finds no place is a note. Texts at computed
// cells (totals, shares, year headers) are kept as *stated* values; see drop_agreeing_statements.
ReadResult read_text_form(const FormDefinition& definition, std::string_view bytes);

// The sheet as text; read_text_form gives the same declaration back, except what paper does not hold
// (explanations, unknown keys) and white space around a text.
std::string write_text_form(const Sheet& sheet);

// The declaration without the stated values of computed cells that say what review computes: equal as numbers
// (100% = 100.00%), shares within 0.01. What remains disagrees, and rules report it.
Declaration drop_agreeing_statements(const Reviewer& reviewer, Declaration declaration, CalendarDay today);

}  // namespace shenbao
