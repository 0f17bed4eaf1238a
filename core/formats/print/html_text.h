// Text and lengths inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace shenbao {

// Safe as content and inside a quoted attribute. NUL, which HTML cannot hold, is left out.
std::string html_text(std::string_view text);

// A length in CSS.
std::string millimetres(double length);

}  // namespace shenbao
