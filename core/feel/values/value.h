// A FEEL value: 24 bytes, cheap to copy (scalars inline, the rest shared and counted, for one thread).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decimal/decimal.h"
#include "core/feel/time/temporal.h"

namespace shenbao::feel {

enum class Kind : uint8_t {
    Null,
    Boolean,
    Number,
    Date,
    Time,
    YearsMonths,
    DaysTime,  // inline
    String,
    DateTime,
    List,
    Context,
    Range,
    Function,  // shared
};

class Value;
struct ListData;
struct ContextData;
struct RangeData;
struct FunctionData;

// The keys of contexts, made once and shared by all contexts of the same form. Never freed before its
// contexts.
class Shape {
  public:
    // Keys in order, each once.
    static const Shape* make(std::vector<std::string> keys);
    size_t size() const { return m_keys.size(); }
    std::string_view key(size_t slot) const { return m_keys[slot]; }
    // The slot of the key, or -1.
    int find(std::string_view key) const;
    static void retain(const Shape* shape) { ++shape->m_references; }
    static void release(const Shape* shape);

  private:
    explicit Shape(std::vector<std::string> keys);
    std::vector<std::string> m_keys;
    std::vector<uint32_t> m_table;  // open addressing, empty for few keys
    mutable uint32_t m_references = 1;
};

// Owns a shape.
class ShapeReference {
  public:
    ShapeReference() = default;
    explicit ShapeReference(std::vector<std::string> keys) : m_shape(Shape::make(std::move(keys))) {}
    ShapeReference(const ShapeReference& other) : m_shape(other.m_shape) {
        if (m_shape) Shape::retain(m_shape);
    }
    ShapeReference(ShapeReference&& other) noexcept : m_shape(std::exchange(other.m_shape, nullptr)) {}
    ShapeReference& operator=(ShapeReference other) noexcept {
        std::swap(m_shape, other.m_shape);
        return *this;
    }
    ~ShapeReference() {
        if (m_shape) Shape::release(m_shape);
    }
    const Shape* get() const { return m_shape; }
    const Shape* operator->() const { return m_shape; }

  private:
    const Shape* m_shape = nullptr;
};

class Value {
  public:
    Value() : m_kind(Kind::Null) {}
    explicit Value(bool boolean) : m_kind(Kind::Boolean) { m_data.boolean = boolean; }
    Value(Decimal number) : m_kind(Kind::Number) { m_data.number = number; }
    Value(int number) : Value(Decimal(number)) {}
    Value(feel::Date date) : m_kind(Kind::Date) { m_data.date = date; }
    Value(feel::Time time) : m_kind(Kind::Time) { m_data.time = time; }
    Value(YearsMonthsDuration duration) : m_kind(Kind::YearsMonths) { m_data.years_months = duration; }
    Value(DaysTimeDuration duration) : m_kind(Kind::DaysTime) { m_data.days_time = duration; }
    Value(std::string_view utf8);  // invalid UTF-8 is replaced by U+FFFD
    Value(const char* utf8) : Value(std::string_view(utf8)) {}
    Value(const std::string& utf8) : Value(std::string_view(utf8)) {}
    Value(const feel::DateTime& moment);
    static Value list(std::vector<Value> items);
    // One value per key of the shape.
    static Value context(const ShapeReference& shape, std::vector<Value> values);
    static Value context(std::vector<std::pair<std::string, Value>> entries);  // a later equal key wins
    // Null as an end: none there.
    static Value range(Value low, bool low_closed, Value high, bool high_closed);

    Value(const Value& other) : m_data(other.m_data), m_kind(other.m_kind) {
        if (m_kind >= Kind::String) retain();
    }
    Value(Value&& other) noexcept : m_data(other.m_data), m_kind(other.m_kind) { other.m_kind = Kind::Null; }
    Value& operator=(const Value& other) {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Value() {
        if (m_kind >= Kind::String) release();
    }
    void swap(Value& other) noexcept {
        std::swap(m_data, other.m_data);
        std::swap(m_kind, other.m_kind);
    }

    Kind kind() const { return m_kind; }
    bool is_null() const { return m_kind == Kind::Null; }
    bool is_true() const { return m_kind == Kind::Boolean && m_data.boolean; }
    bool is_false() const { return m_kind == Kind::Boolean && !m_data.boolean; }
    // Null pointers for other kinds.
    const bool* as_boolean() const { return m_kind == Kind::Boolean ? &m_data.boolean : nullptr; }
    const Decimal* as_number() const { return m_kind == Kind::Number ? &m_data.number : nullptr; }
    const feel::Date* as_date() const { return m_kind == Kind::Date ? &m_data.date : nullptr; }
    const feel::Time* as_time() const { return m_kind == Kind::Time ? &m_data.time : nullptr; }
    const feel::DateTime* as_date_time() const;
    const YearsMonthsDuration* as_years_months() const {
        return m_kind == Kind::YearsMonths ? &m_data.years_months : nullptr;
    }
    const DaysTimeDuration* as_days_time() const {
        return m_kind == Kind::DaysTime ? &m_data.days_time : nullptr;
    }
    bool is_string() const { return m_kind == Kind::String; }
    std::string_view as_string() const;  // "" for other kinds
    bool is_list() const { return m_kind == Kind::List; }
    std::span<const Value> items() const;  // of a list; empty for other kinds
    bool is_context() const { return m_kind == Kind::Context; }
    const Shape* shape() const;             // of a context; null for other kinds
    std::span<const Value> values() const;  // of a context, in the order of its shape
    // The entry of a context; null pointer when there is none.
    const Value* find(std::string_view key) const;
    const RangeData* as_range() const;
    const FunctionData* as_function() const;

    // As the function string() writes it; null is "null". Cut behind so many bytes: lists that share their
    // items could be written endlessly.
    std::string to_text(size_t most = size_t{1} << 20) const;
    // As an expression that yields it again: strings in quotes, dates as @"…".
    std::string to_source() const;
    // Same kind and same value, deep; numbers as numbers, 1.0 is 1; times of named zones by zone and clock.
    friend bool operator==(const Value& left, const Value& right);
    // The same, but false when more than so many steps of an evaluation are needed to tell.
    bool equals(const Value& other, uint32_t steps) const;

    // For the evaluator.
    const ListData* list_data() const {
        return m_kind == Kind::List ? reinterpret_cast<const ListData*>(m_data.object) : nullptr;
    }
    ListData* unique_list();  // a list nobody else holds, or null pointer
    const ContextData* context_data() const {
        return m_kind == Kind::Context ? reinterpret_cast<const ContextData*>(m_data.object) : nullptr;
    }
    static Value adopt(Kind kind, void* object);  // takes over one reference
    unsigned depth() const;                       // nesting of lists, contexts, ranges; scalars 0

  private:
    // Every shared object begins with its count of references.
    void retain() const { ++*static_cast<uint32_t*>(m_data.object); }
    void release() {
        if (--*static_cast<uint32_t*>(m_data.object) == 0) destroy();
    }
    void destroy();

    union Data {
        Data() : boolean(false) {}
        bool boolean;
        Decimal number;
        feel::Date date;
        feel::Time time;
        YearsMonthsDuration years_months;
        DaysTimeDuration days_time;
        void* object;
    } m_data;
    Kind m_kind;
};

struct RangeData {
    uint32_t references = 1;
    uint32_t depth = 0;
    Value low, high;
    bool low_closed = false, high_closed = false;
    // Written "< 10", "> 10", "= 10", "!= 10" and not as an interval: (< 10) is not the same as (null..10).
    // Both ends of the last two are the value.
    enum class Form : uint8_t { Interval, Below, Above, Is, IsNot } form = Form::Interval;
};

}  // namespace shenbao::feel
