// What is wrong with a form definition, for its author, who need know neither code nor tests: each mistake
// once, where it stands, and what to write instead, in Chinese and English.
//
// A layer of its own because only the command needs it: the page has one form, which had no mistakes when it
// was built.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/review/review.h"

namespace shenbao {

struct Advice {
    std::string pointer;          // RFC 6901
    size_t line = 1, column = 1;  // in the file; columns are counted in characters
    std::string expression;       // the FEEL text that the mistake is in, as the file means it; "" for others
    size_t at = 0, length = 0;    // in the expression, in characters; the first is 1
    std::string message, message_zh;
};

struct FormCheck {
    std::shared_ptr<const Reviewer> reviewer;  // null when there are mistakes
    std::vector<Advice> mistakes;              // in the order of the file
};

// load_form with explanations.
FormCheck check_form(std::string_view json);

// The line of the expression with the mistake, shortened around it, and a line of carets below; full-width
// characters are taken to be twice as wide as others. Two lines, without indentation; "" without an
// expression.
std::string with_carets(const Advice& advice);

}  // namespace shenbao
