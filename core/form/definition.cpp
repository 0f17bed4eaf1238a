#include "core/form/definition.h"

#include <algorithm>

namespace shenbao {
namespace {

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
    auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

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

const ColumnDefinition* TableDefinition::column(std::string_view wanted) const {
    return find_by_id(columns, wanted);
}
const RowDefinition* TableDefinition::row(std::string_view wanted) const {
    return find_by_id(rows, wanted);
}
const FieldDefinition* FormDefinition::field(std::string_view wanted) const {
    return find_by_id(fields, wanted);
}
const TableDefinition* FormDefinition::table(std::string_view wanted) const {
    return find_by_id(tables, wanted);
}
const PickList* FormDefinition::list(std::string_view wanted) const {
    return find_by_id(lists, wanted);
}

}  // namespace shenbao
