#include "core/review/form_functions.h"

#include "core/form/declaration.h"

namespace shenbao {
namespace {

using feel::Value;

// Writes at least `least` decimals: "1424" → "1424.00". More are kept.
std::string with_decimals(std::string text, size_t least) {
    size_t point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    size_t decimals = text.size() - point - 1;
    if (decimals < least) text.append(least - decimals, '0');
    return text;
}

Value amount(std::span<const Value> arguments, void*) {
    const Decimal* number = arguments[0].as_number();
    return number ? Value(amount_text(*number)) : Value();
}

Value percent(std::span<const Value> arguments, void*) {
    const Decimal* number = arguments[0].as_number();
    return number ? Value(percent_text(*number)) : Value();
}

std::string_view entry(const Value& context, std::string_view key) {
    const Value* found = context.find(key);
    return found != nullptr ? found->as_string() : std::string_view();
}

// Neither blank nor 无.
Value is_given(std::span<const Value> arguments, void*) {
    const std::string_view kind = entry(arguments[0], "kind");
    return Value(!kind.empty() && kind != "blank" && kind != "none");
}

Value is_bare_number(std::span<const Value> arguments, void*) {
    const Value* number = arguments[0].find("number");
    return Value(number != nullptr && number->as_number() != nullptr &&
                 entry(arguments[0], "operator").empty());
}

Value cell_of(std::span<const Value> arguments, void*) {
    return Value(cell_path(arguments[0].as_string(), arguments[1].as_string(), arguments[2].as_string()));
}

Value blank_as_zero(std::span<const Value> arguments, void*) {
    return arguments[0].as_number() ? arguments[0] : Value(Decimal());
}

}  // namespace

void add_form_functions(feel::Scope& scope) {
    using feel::Type;
    const Type indicator = Type::context({{"kind", Type::string()}});
    const Type numeric = Type::context({{"operator", Type::string()}, {"number", Type::number()}});
    scope.functions.push_back({"amount", {{"n", Type::number()}}, Type::string(), amount});
    scope.functions.push_back({"percent", {{"n", Type::number()}}, Type::string(), percent});
    scope.functions.push_back({"given", {{"value", indicator}}, Type::boolean(), is_given});
    scope.functions.push_back({"bare number", {{"value", numeric}}, Type::boolean(), is_bare_number});
    scope.functions.push_back(
        {"cell of",
         {{"table", Type::string()}, {"row", Type::string()}, {"column", Type::string()}},
         Type::string(),
         cell_of});
    scope.functions.push_back({"blank as zero", {{"n", Type::number()}}, Type::number(), blank_as_zero});
}

std::string amount_text(const Decimal& number) {
    return with_decimals(number.to_string(), 2);
}

std::string percent_text(const Decimal& number) {
    std::string text = number.to_string();
    // Whole hundreds and whole percents are written as on the paper: 100%, not 100.00%.
    if (size_t point = text.find('.'); point != std::string::npos) {
        size_t last = text.find_last_not_of('0');
        bool whole = last == point;
        text = whole ? text.substr(0, point) : with_decimals(text, 2);
    }
    return text + "%";
}

}  // namespace shenbao
