// The official form, compiled into the program from assets/forms/*.form.json.
#pragma once

#include <string_view>

namespace shenbao {

// The JSON text of department-performance-target.form.json; for load_form. Lives as long as the program.
std::string_view embedded_form();

}  // namespace shenbao
