// Contexts.
#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

using Entries = std::vector<std::pair<std::string, Value>>;

Entries entries_of(const Value& context) {
    Entries entries;
    for (size_t i = 0; i < context.values().size(); ++i) {
        entries.emplace_back(std::string(context.shape()->key(i)), context.values()[i]);
    }
    return entries;
}

Value made(Evaluator& evaluator, Entries entries) {
    if (!evaluator.spend(entries.size() + 1) || !evaluator.reserve(entries.size() * 64)) return {};
    std::vector<std::string> keys;
    std::vector<Value> values;
    for (auto& [key, value] : entries) {
        keys.push_back(std::move(key));
        values.push_back(std::move(value));
    }
    return evaluator.context_value(ShapeReference(std::move(keys)), std::move(values));
}

void put(Entries& entries, std::string_view key, Value value) {
    for (auto& [name, old] : entries) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    entries.emplace_back(std::string(key), std::move(value));
}

Value put_nested(Evaluator& evaluator, const Value& context, std::span<const Value> keys,
                 const Value& value) {
    if (!context.is_context() || keys.empty() || !keys[0].is_string()) return evaluator.error();
    Value inner = value;
    if (keys.size() > 1) {
        const Value* old = context.find(keys[0].as_string());
        if (old == nullptr || !evaluator.spend(1)) return evaluator.error();
        inner = put_nested(evaluator, *old, keys.subspan(1), value);
        if (inner.is_null()) return inner;
    }
    Entries entries = entries_of(context);
    put(entries, keys[0].as_string(), std::move(inner));
    return made(evaluator, std::move(entries));
}

}  // namespace

Value builtin_get_value(Evaluator& evaluator, const Arguments& arguments) {
    const Value* found = arguments[0].find(arguments[1].as_string());
    return found != nullptr ? *found : evaluator.error();
}

Value builtin_get_entries(Evaluator& evaluator, const Arguments& arguments) {
    static const ShapeReference kShape({"key", "value"});
    std::vector<Value> entries;
    for (size_t i = 0; i < arguments[0].values().size(); ++i) {
        entries.push_back(evaluator.context_value(
            kShape, {evaluator.string(arguments[0].shape()->key(i)), arguments[0].values()[i]}));
    }
    return evaluator.list(std::move(entries));
}

Value builtin_context(Evaluator& evaluator, const Arguments& arguments) {
    Entries entries;
    for (const Value& item : arguments[0].items()) {
        const Value* key = item.find("key");
        const Value* value = item.find("value");
        if (key == nullptr || value == nullptr || !key->is_string()) return evaluator.error();
        if (!evaluator.spend(entries.size() + 1)) return {};
        for (const auto& [name, other] : entries) {
            if (name == key->as_string()) return evaluator.error();
        }
        entries.emplace_back(std::string(key->as_string()), *value);
    }
    return made(evaluator, std::move(entries));
}

Value builtin_context_put(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments[1].is_list())
        return put_nested(evaluator, arguments[0], arguments[1].items(), arguments[2]);
    Entries entries = entries_of(arguments[0]);
    put(entries, arguments[1].as_string(), arguments[2]);
    return made(evaluator, std::move(entries));
}

Value builtin_context_merge(Evaluator& evaluator, const Arguments& arguments) {
    Entries entries;
    for (const Value& item : arguments[0].items()) {
        if (!item.is_context()) return evaluator.error();
        for (auto& [key, value] : entries_of(item)) {
            if (!evaluator.spend(entries.size() + 1)) return {};
            put(entries, key, std::move(value));
        }
    }
    return made(evaluator, std::move(entries));
}

}  // namespace shenbao::feel
