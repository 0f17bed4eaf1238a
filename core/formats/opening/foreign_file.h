// Files that hold no declaration a program could read: told apart by their content, whatever their name says.
#pragma once

#include <string>
#include <string_view>

namespace shenbao {

// What the file is and what to do instead, a Chinese sentence; "" for anything that may be a text.
std::string foreign_file_message(std::string_view bytes);

}  // namespace shenbao
