// What types are called in sentences.
#include <algorithm>
#include <iterator>

#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/feel/tree/builtins.h"

namespace shenbao {
namespace {

using feel::Type;
using feel::TypeKind;

bool has_all(const Type& type, std::initializer_list<std::string_view> names) {
    return std::all_of(names.begin(), names.end(),
                       [&](std::string_view name) { return type.entry(name) != nullptr; });
}

// Functions of the form name only the parts they read.
bool is_indicator(const Type& type) {
    constexpr std::string_view kParts[] = {"text", "kind", "operator", "number"};
    const auto& entries = type.entries();
    return !entries.empty() && std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
        return std::find(std::begin(kParts), std::end(kParts), entry.first) != std::end(kParts);
    });
}
bool is_row(const Type& type) {
    return has_all(type, {"origin", "level1", "kind"});
}
bool is_table(const Type& type) {
    return has_all(type, {"rows", "items"});
}

// A column of such rows, one of numbers if there is any. Columns stand behind what every row has.
std::string column_of(const Type& row) {
    const auto& entries = row.entries();
    auto column =
        std::find_if(entries.begin(), entries.end(), [](const auto& entry) { return entry.first == "peer"; });
    if (column != entries.end()) ++column;
    const auto number = std::find_if(column, entries.end(),
                                     [](const auto& entry) { return entry.second.is(TypeKind::Number); });
    if (number != entries.end()) return number->first;
    return column == entries.end() ? "title" : column->first;
}

Words plain_words(TypeKind kind) {
    switch (kind) {
        case TypeKind::Boolean:
            return {"真假（true、false）", "true or false"};
        case TypeKind::Number:
            return {"数字", "a number"};
        case TypeKind::String:
            return {"文字", "a text"};
        case TypeKind::Date:
            return {"日期", "a date"};
        case TypeKind::Time:
            return {"时刻", "a time of day"};
        case TypeKind::DateTime:
            return {"日期和时刻", "a date with time"};
        case TypeKind::YearsMonths:
        case TypeKind::DaysTime:
            return {"时长", "a duration"};
        case TypeKind::Range:
            return {"区间", "a range"};
        case TypeKind::List:
            return {"列表", "a list"};
        case TypeKind::Function:
            return {"函数", "a function"};
        case TypeKind::Null:
            return {"空（null）", "null"};
        case TypeKind::Context:
            return {"一组数据", "a group of values"};
        case TypeKind::Any:
            break;
    }
    return {"任意的值", "any value"};
}

}  // namespace

Words kind_words(const Type& type) {
    if (is_indicator(type)) return {"指标值", "the value of an indicator"};
    if (is_row(type)) return {"表里的一整行", "a whole row"};
    if (is_table(type)) return {"一整张表", "a whole table"};
    return plain_words(type.kind());
}

Words part_hint(const Type& type, const Type& wanted) {
    if (is_indicator(type) && wanted.is(TypeKind::Number)) return say(sayings::kIndicatorNumber);
    if (is_indicator(type) && wanted.is(TypeKind::String)) return say(sayings::kIndicatorText);
    if (is_indicator(type)) return say(sayings::kIndicatorPart);
    if (is_row(type)) return say(sayings::kRowPart, {column_of(type)});
    if (is_table(type)) return say(sayings::kTablePart);
    if (type.is(TypeKind::List)) return say(sayings::kListPart);
    return {};
}

Words wanted_words(uint16_t flags) {
    constexpr TypeKind kKinds[] = {TypeKind::Number, TypeKind::String,   TypeKind::Boolean,  TypeKind::Date,
                                   TypeKind::Time,   TypeKind::DateTime, TypeKind::DaysTime, TypeKind::Range,
                                   TypeKind::List,   TypeKind::Context,  TypeKind::Function};
    Words words;
    for (const TypeKind kind : kKinds) {
        if ((flags & feel::type_flags(Type(kind))) == 0) continue;
        const Words one = plain_words(kind);
        if (!words.empty()) words = {words.zh + "或", words.en + " or "};
        words = {words.zh + one.zh, words.en + one.en};
    }
    return words;
}

}  // namespace shenbao
