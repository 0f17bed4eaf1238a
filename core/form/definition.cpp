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
