#include "core/feel/types/type.h"

#include "core/feel/values/objects.h"

namespace shenbao::feel {

struct Type::Detail {
    Type element;
    std::vector<std::pair<std::string, Type>> entries;
    std::vector<Type> parameters;
    bool open = false;
    bool known = true;  // false: only the name is
    std::string name = {};
};

Type Type::list(Type item) {
    Type type(TypeKind::List);
    if (!item.is_any())
        type.m_detail = std::make_shared<Detail>(Detail{std::move(item), {}, {}, false, true, {}});
    return type;
}

Type Type::range(Type end) {
    Type type(TypeKind::Range);
    if (!end.is_any())
        type.m_detail = std::make_shared<Detail>(Detail{std::move(end), {}, {}, false, true, {}});
    return type;
}

Type Type::context(std::vector<std::pair<std::string, Type>> entries, bool open) {
    Type type(TypeKind::Context);
    type.m_detail = std::make_shared<Detail>(Detail{{}, std::move(entries), {}, open, true, {}});
    return type;
}

Type Type::function(std::vector<Type> parameters, Type result) {
    Type type(TypeKind::Function);
    type.m_detail =
        std::make_shared<Detail>(Detail{std::move(result), {}, std::move(parameters), false, true, {}});
    return type;
}

Type Type::named(std::string name, Type type) {
    auto detail = std::make_shared<Detail>(type.m_detail ? *type.m_detail : Detail{});
    if (!type.m_detail) detail->open = true;
    detail->name = std::move(name);
    Type result(type.m_kind);
    result.m_detail = std::move(detail);
    return result;
}

Type Type::unknown(std::string name) {
    Type type;
    type.m_detail = std::make_shared<Detail>(Detail{{}, {}, {}, true, false, std::move(name)});
    return type;
}

bool Type::is_unknown() const {
    return m_detail && !m_detail->known;
}

const Type& Type::element() const {
    static const Type kAny;
    return m_detail ? m_detail->element : kAny;
}

const std::vector<std::pair<std::string, Type>>& Type::entries() const {
    static const std::vector<std::pair<std::string, Type>> kNone;
    return m_detail ? m_detail->entries : kNone;
}

const std::vector<Type>& Type::parameters() const {
    static const std::vector<Type> kNone;
    return m_detail ? m_detail->parameters : kNone;
}

bool Type::has_entries() const {
    return m_kind == TypeKind::Context && m_detail && (!m_detail->open || !m_detail->entries.empty());
}
bool Type::is_open() const {
    return !m_detail || m_detail->open;
}

int Type::entry_index(std::string_view name) const {
    const auto& all = entries();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].first == name) return static_cast<int>(i);
    }
    return -1;
}

const Type* Type::entry(std::string_view name) const {
    const int index = entry_index(name);
    return index < 0 ? nullptr : &entries()[static_cast<size_t>(index)].second;
}

bool Type::operator==(const Type& other) const {
    if (m_kind != other.m_kind) return false;
    if (m_detail == other.m_detail) return true;
    if (has_entries() != other.has_entries() || is_open() != other.is_open()) return false;
    return element() == other.element() && entries() == other.entries() && parameters() == other.parameters();
}

bool Type::may_meet(const Type& left, const Type& right) {
    if (left.is_any() || right.is_any() || left.is(TypeKind::Null) || right.is(TypeKind::Null)) return true;
    if (left.m_kind != right.m_kind) return false;
    if (left.is(TypeKind::Range)) return may_meet(left.element(), right.element());
    return true;  // an empty list is of every list type
}

Type Type::join(const Type& left, const Type& right) {
    if (left == right || right.is(TypeKind::Null)) return left;
    if (left.is(TypeKind::Null)) return right;
    if (left.m_kind != right.m_kind) return {};
    switch (left.m_kind) {
        case TypeKind::List:
            return list(join(left.element(), right.element()));
        case TypeKind::Range:
            return range(join(left.element(), right.element()));
        case TypeKind::Context: {
            if (!left.has_entries() || !right.has_entries()) return context();
            std::vector<std::pair<std::string, Type>> entries;
            for (const auto& [name, type] : left.entries()) {
                const Type* other = right.entry(name);
                entries.emplace_back(name, other != nullptr ? join(type, *other) : Type());
            }
            for (const auto& [name, type] : right.entries()) {
                if (left.entry(name) == nullptr) entries.emplace_back(name, Type());
            }
            return context(std::move(entries), left.is_open() || right.is_open());
        }
        default:
            return left.m_kind;
    }
}

std::string Type::to_text() const {
    if (m_detail && !m_detail->name.empty()) return m_detail->name;
    switch (m_kind) {
        case TypeKind::Any:
            return "Any";
        case TypeKind::Null:
            return "Null";
        case TypeKind::Boolean:
            return "boolean";
        case TypeKind::Number:
            return "number";
        case TypeKind::String:
            return "string";
        case TypeKind::Date:
            return "date";
        case TypeKind::Time:
            return "time";
        case TypeKind::DateTime:
            return "date and time";
        case TypeKind::YearsMonths:
            return "years and months duration";
        case TypeKind::DaysTime:
            return "days and time duration";
        case TypeKind::Range:
            return element().is_any() ? "range" : "range<" + element().to_text() + ">";
        case TypeKind::List:
            return "list<" + element().to_text() + ">";
        case TypeKind::Context: {
            if (!has_entries()) return "context";
            std::string text = "context<";
            for (const auto& [name, type] : entries()) {
                if (text.back() != '<') text += ", ";
                text += name + ": " + type.to_text();
            }
            return text + ">";
        }
        case TypeKind::Function: {
            std::string text = "function<";
            for (const Type& parameter : parameters()) {
                if (text.back() != '<') text += ", ";
                text += parameter.to_text();
            }
            return text + ">->" + element().to_text();
        }
    }
    return "Any";
}

// Every value of this type is one of the other's.
bool Type::conforms_to(const Type& other) const {
    if (other.is_any() || is(TypeKind::Null)) return true;
    if (m_kind != other.m_kind) return false;
    switch (m_kind) {
        case TypeKind::List:
        case TypeKind::Range:
            return element().conforms_to(other.element());
        case TypeKind::Context:
            for (const auto& [name, type] : other.entries()) {
                const Type* own = entry(name);
                if (own == nullptr || !own->conforms_to(type)) return false;
            }
            return true;
        case TypeKind::Function: {
            if (!other.m_detail) return true;
            if (parameters().size() != other.parameters().size()) return false;
            for (size_t i = 0; i < parameters().size(); ++i) {
                if (!other.parameters()[i].conforms_to(parameters()[i])) return false;
            }
            return element().conforms_to(other.element());
        }
        default:
            return true;
    }
}

bool Type::admits(const Value& value) const {
    uint32_t budget = UINT32_MAX;
    return admits(value, budget);
}

bool Type::admits(const Value& value, uint32_t& budget) const {
    if (budget == 0) return false;
    --budget;
    switch (m_kind) {
        case TypeKind::Any:
            return !is_unknown();
        case TypeKind::Null:
            return value.is_null();
        case TypeKind::Boolean:
            return value.kind() == Kind::Boolean;
        case TypeKind::Number:
            return value.kind() == Kind::Number;
        case TypeKind::String:
            return value.kind() == Kind::String;
        case TypeKind::Date:
            return value.kind() == Kind::Date;
        case TypeKind::Time:
            return value.kind() == Kind::Time;
        case TypeKind::DateTime:
            return value.kind() == Kind::DateTime;
        case TypeKind::YearsMonths:
            return value.kind() == Kind::YearsMonths;
        case TypeKind::DaysTime:
            return value.kind() == Kind::DaysTime;
        case TypeKind::Function:
            return value.as_function() != nullptr && admits_function(value);
        case TypeKind::Range: {
            const RangeData* data = value.as_range();
            if (data == nullptr) return false;
            return (data->low.is_null() || element().admits(data->low, budget)) &&
                   (data->high.is_null() || element().admits(data->high, budget));
        }
        case TypeKind::List: {
            if (!value.is_list()) return false;
            if (element().is_any()) return true;
            for (const Value& item : value.items()) {
                if (!item.is_null() && !element().admits(item, budget)) return false;
            }
            return true;
        }
        case TypeKind::Context: {
            if (!value.is_context()) return false;
            for (const auto& [name, type] : entries()) {
                const Value* entry = value.find(name);
                if (entry == nullptr || (!entry->is_null() && !type.admits(*entry, budget))) return false;
            }
            return true;
        }
    }
    return false;
}

}  // namespace shenbao::feel
