// The form in assets/forms, compiled into the program.
#pragma once

#include <string_view>

namespace shenbao {

// Its JSON text, for load_form. Lives as long as the program.
std::string_view embedded_form();
// Its title, for those who need no more of it.
std::string_view embedded_form_title();

}  // namespace shenbao
