// What typing means: in a cell of the paper, in an explanation.
#pragma once

#include <string>
#include <string_view>

#include "app/document/document.h"
#include "app/document/focus.h"
#include "app/document/outcome.h"
#include "app/findings/finding_list.h"

namespace shenbao::app {

// How a field's text was changed.
enum class Means { Typed, Deleted, Dropped };

// What the form holds in a field of the paper or beneath a finding; "" for what is no such field. A field
// with an initial value shows it while nothing is entered.
std::string field_text(const Document& document, const FindingList& findings, const Action& field);

// The whole text of the field is now this. `node` is its id.
Outcome typed(const Document& document, const FindingList& findings, std::string_view node,
              const Action& field, std::string_view text, Means means);
// The first choice of the list being edited that begins so. Unused: there is none.
Outcome choose(const Document& document, const Focus& focus, std::string_view wanted);
// Today, into the date being edited. Unused: it is no date.
Outcome fill_today(const Document& document, const Focus& focus, CalendarDay day);
// A text understood as written differently is rewritten, in sight: its own step, and said.
Outcome normalized(const Document& document, std::string_view path);
// Escape in a field: its text as it was when it got the keyboard; from an explanation that is as it was, back
// to the paper.
Outcome give_up(const Document& document, const FindingList& findings, const Focus& focus);

Outcome undo(const Document& document);
Outcome redo(const Document& document);

}  // namespace shenbao::app
