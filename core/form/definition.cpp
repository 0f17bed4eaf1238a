#include "core/form/definition.h"

namespace shenbao {

const std::string* PickList::starting_with(std::string_view typed) const {
    if (typed.empty()) return nullptr;
    std::string letters(typed);
    for (char& letter : letters)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    for (size_t i = 0; i < options.size(); ++i)
        if (options[i].starts_with(typed) || (i < initials.size() && initials[i].starts_with(letters)))
            return &options[i];
    return nullptr;
}

}  // namespace shenbao
