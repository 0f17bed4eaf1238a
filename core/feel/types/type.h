// Types of FEEL, for the static check and `instance of`. Structural: two contexts with the same entries are
// one type.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/feel/values/value.h"

namespace shenbao::feel {

enum class TypeKind : uint8_t {
    Any,
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    YearsMonths,
    DaysTime,
    Range,
    List,
    Context,
    Function,
};

class Type {
  public:
    Type(TypeKind kind = TypeKind::Any) : m_kind(kind) {}
    static Type any() { return TypeKind::Any; }
    static Type boolean() { return TypeKind::Boolean; }
    static Type number() { return TypeKind::Number; }
    static Type string() { return TypeKind::String; }
    static Type date() { return TypeKind::Date; }
    static Type list(Type item = {});
    static Type range(Type end = {});
    // Entries in order. An open context may have further ones, which are Any.
    static Type context(std::vector<std::pair<std::string, Type>> entries, bool open = false);
    static Type context() { return TypeKind::Context; }  // any entries
    static Type function(std::vector<Type> parameters, Type result);

    // The type under a name of its own; prints as the name.
    static Type named(std::string name, Type type);
    // A name that no type has; admits nothing and meets everything.
    static Type unknown(std::string name);
    bool is_unknown() const;

    TypeKind kind() const { return m_kind; }
    bool is(TypeKind kind) const { return m_kind == kind; }
    bool is_any() const { return m_kind == TypeKind::Any; }
    // Item of a list, end of a range, result of a function; Any when unknown.
    const Type& element() const;
    const std::vector<std::pair<std::string, Type>>& entries() const;  // of a context
    bool has_entries() const;                                          // a context whose entries are known
    bool is_open() const;                                              // it may have others, too
    const Type* entry(std::string_view name) const;
    int entry_index(std::string_view name) const;  // -1 if none
    const std::vector<Type>& parameters() const;   // of a function

    bool operator==(const Type& other) const;
    // True when some value could be of both types (null aside): the check complains only when this is false.
    static bool may_meet(const Type& left, const Type& right);
    // The smallest type that holds both.
    static Type join(const Type& left, const Type& right);
    // Every value of this type is one of the other's; parameters of functions the other way round.
    bool conforms_to(const Type& other) const;
    // "list<number>", "context<a: string>", "date and time"
    std::string to_text() const;
    // The value conforms to this type (null conforms only to Null and Any).
    bool admits(const Value& value) const;
    // The same, taking a step from the budget for each part looked at; false when it is used up.
    bool admits(const Value& value, uint32_t& budget) const;

  private:
    bool admits_function(const Value& value) const;
    struct Detail;
    TypeKind m_kind;
    std::shared_ptr<const Detail> m_detail;
};

}  // namespace shenbao::feel
