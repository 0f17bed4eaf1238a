// What a FEEL name may be written with; for core/feel only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shenbao::feel {

bool is_name_start(uint32_t code_point);
bool is_name_part(uint32_t code_point);
bool is_space(uint32_t code_point);  // FEEL's white space, line ends included
bool is_name_symbol(char c);         // + - * / . '
// The next piece of a name at `at` (a run of name parts, or one sign), which is moved behind it; empty if
// none.
std::string_view name_piece(std::string_view source, size_t& at);
// A reserved word that can never be part of an unknown name: and, or, in, then …
bool is_keyword(std::string_view word);
// One word that no lexer takes for anything else.
bool is_plain_name(std::string_view text);
// Words separated by one space, none around + - * / . and ': the form in which names are compared.
std::string normalize_name(std::string_view name);

// normalize_name(name) == normalized, without its cost for names of one word.
bool is_same_name(std::string_view name, std::string_view normalized);

}  // namespace shenbao::feel
