// Texts on their way from the page to C++: the page fills argument 0, 1, … and then calls.
#pragma once

#include <string>

namespace shenbao::web {

// Valid until the page fills the same argument again.
std::string& argument(int index);

}  // namespace shenbao::web
