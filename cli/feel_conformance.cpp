// feel_conformance FILE.json — runs the cases of a DMN TCK extract and prints every one that fails.
//
// A case: {group, id, expr, type, expected, error}. Numbers are {"n": text}, typed values {"t": type, "v":
// text}, contexts {"ctx": {…}}. Exit status 0 only when all pass.
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/feel/expression.h"

namespace {

using nlohmann::ordered_json;
using shenbao::Decimal;
using namespace shenbao::feel;

// The kit keeps its item definitions in the models; the extract only has their names.
std::vector<NamedType> named_types() {
    return {
        {"tAnyList", Type::list()},
        {"tNumberList", Type::list(Type::number())},
        {"tStringList", Type::list(Type::string())},
        {"booleanList", Type::list(Type::boolean())},
        {"tNameAndAge", Type::context({{"name", Type::string()}, {"age", Type::number()}})},
        {"exactContextType", Type::context({{"a", Type::number()}, {"b", Type::number()}})},
        {"superContextType", Type::context({{"a", Type::number()}})},
        {"t_context_013", Type::context({{"a", Type::string()}, {"b", Type::string()}})},
    };
}

// What a decision's type does to its result: [x] becomes x, x becomes [x], what does not fit becomes null.
Value coerced(Value value, const std::string& type_name) {
    Type type;
    if (type_name == "number") type = Type::number();
    if (type_name == "string") type = Type::string();
    if (type_name == "boolean") type = Type::boolean();
    for (const NamedType& named : named_types()) {
        if (named.name == type_name) type = named.type;
    }
    if (value.is_null() || type.admits(value)) return value;
    if (value.is_list() && value.items().size() == 1 && type.admits(value.items()[0]))
        return value.items()[0];
    const Value list = Value::list({value});
    return type.is(TypeKind::List) && type.admits(list) ? list : Value();
}

// The kit gives irrational results with some digits only, cut rather than rounded.
bool same_number(const Decimal& actual, const Decimal& expected) {
    if (actual == expected) return true;
    if (expected.scale() < 8) return false;
    return (actual - expected).absolute() < Decimal::of(1, 8);
}

bool same(const Value& actual, const ordered_json& expected) {
    if (expected.is_null()) return actual.is_null();
    if (const bool* truth = expected.get_ptr<const bool*>())
        return actual.as_boolean() && *actual.as_boolean() == *truth;
    if (const std::string* text = expected.get_ptr<const std::string*>()) {
        return actual.is_string() && actual.as_string() == *text;
    }
    if (expected.is_array()) {
        if (!actual.is_list() || actual.items().size() != expected.size()) return false;
        for (size_t i = 0; i < expected.size(); ++i) {
            if (!same(actual.items()[i], expected[i])) return false;
        }
        return true;
    }
    if (const auto number = expected.find("n"); number != expected.end()) {
        const auto wanted = Decimal::parse(*number->get_ptr<const std::string*>());
        return actual.as_number() && wanted && same_number(*actual.as_number(), *wanted);
    }
    if (const auto entries = expected.find("ctx"); entries != expected.end()) {
        if (!actual.is_context() || actual.values().size() != entries->size()) return false;
        for (const auto& [key, entry] : entries->items()) {
            const Value* found = actual.find(key);
            if (found == nullptr || !same(*found, entry)) return false;
        }
        return true;
    }
    const std::string type = *expected.find("t")->get_ptr<const std::string*>();
    const std::string& text = *expected.find("v")->get_ptr<const std::string*>();
    if (type == "date") return actual.as_date() && parse_date(text) && Value(*parse_date(text)) == actual;
    if (type == "time")
        return actual.as_time() && parse_time(text) && to_text(*parse_time(text)) == actual.to_text();
    if (type == "dateTime") {
        return actual.as_date_time() && parse_date_time(text) &&
               to_text(*parse_date_time(text)) == actual.to_text();
    }
    if (const auto months = parse_years_months(text); months && actual.as_years_months()) {
        return *months == *actual.as_years_months();
    }
    const auto days = parse_days_time(text);
    return days && actual.as_days_time() && *days == *actual.as_days_time();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: feel_conformance FILE.json\n");
        return 2;
    }
    std::ifstream file(arguments[1]);
    std::stringstream text;
    text << file.rdbuf();
    const ordered_json cases = ordered_json::parse(text.str(), nullptr, false);
    if (!file || !cases.is_array()) {
        std::fprintf(stderr, "%s: not a list of cases\n", arguments[1]);
        return 2;
    }
    Scope scope;
    scope.types = named_types();
    EvaluationContext context;
    context.now = Value(*parse_date_time("2026-11-23T10:30:00Z"));
    context.today = Value(*parse_date("2026-11-23"));
    int passed = 0;
    for (const ordered_json& one : cases) {
        const std::string& source = *one["expr"].get_ptr<const std::string*>();
        const std::string* type = one["type"].get_ptr<const std::string*>();
        const CompileResult compiled = compile(source, scope);
        EvaluationResult result;
        if (compiled.expression) result = compiled.expression->evaluate({}, context);
        const Value value = coerced(result.value, type != nullptr ? *type : std::string());
        if (same(value, one["expected"])) {
            ++passed;
            continue;
        }
        std::printf("%s %s\n  %s\n  expected %s\n  actual   %s\n",
                    one["group"].get_ptr<const std::string*>()->c_str(),
                    one["id"].get_ptr<const std::string*>()->c_str(), source.c_str(),
                    one["expected"].dump().c_str(), value.to_source().c_str());
        for (const Diagnostic& diagnostic : compiled.diagnostics) {
            std::printf("  %u: mistake of kind %d\n", diagnostic.offset, static_cast<int>(diagnostic.kind));
        }
    }
    std::printf("passed %d of %zu\n", passed, cases.size());
    return passed == static_cast<int>(cases.size()) ? 0 : 1;
}
