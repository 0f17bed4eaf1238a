// Contexts.
#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"
#include "core/feel/values/hash_index.h"

namespace shenbao::feel {
namespace {

// Entries in order, each key once.
class Entries {
  public:
    explicit Entries(Evaluator& evaluator) : m_evaluator(evaluator) {}

    bool has(std::string_view key) const { return find(key, hash_text(key)) != HashIndex::kNone; }
    // A later value of a key takes the place of the earlier. False once a limit is exceeded.
    bool put(std::string_view key, const Value& value) {
        if (!m_evaluator.spend(8 + key.size() / 16) || !m_evaluator.reserve(128 + 2 * key.size()))
            return false;
        const uint32_t hash = hash_text(key);
        const size_t slot = find(key, hash);
        if (slot != HashIndex::kNone) {
            m_values[slot] = value;
            return true;
        }
        if (m_evaluator.is_stopped()) return false;
        m_keys.emplace_back(key);
        m_values.push_back(value);
        m_index.add(hash);
        return true;
    }
    Value take() { return m_evaluator.context_value(ShapeReference(std::move(m_keys)), std::move(m_values)); }

  private:
    size_t find(std::string_view key, uint64_t hash) const {
        uint64_t at = hash;
        size_t slot = m_index.next(hash, at);
        while (slot != HashIndex::kNone && m_keys[slot] != key) {
            if (!m_evaluator.spend(1 + key.size() / 64)) return HashIndex::kNone;
            slot = m_index.next(hash, at);
        }
        return slot;
    }

    Evaluator& m_evaluator;
    std::vector<std::string> m_keys;
    std::vector<Value> m_values;
    HashIndex m_index;
};

// The context with one entry changed or added.
Value with_entry(Evaluator& evaluator, const Value& context, std::string_view key, Value value) {
    const std::span<const Value> old = context.values();
    if (!evaluator.spend(2 + old.size() / 4 + key.size() / 16)) return {};
    std::vector<Value> values(old.begin(), old.end());
    const int slot = context.shape()->find(key);
    if (slot >= 0) {
        values[static_cast<size_t>(slot)] = std::move(value);
        return evaluator.context_value(context.context_data()->shape, std::move(values));
    }
    std::vector<std::string> keys;
    for (size_t i = 0; i <= old.size(); ++i) {
        const std::string_view name = i < old.size() ? context.shape()->key(i) : key;
        if (!evaluator.spend(4) || !evaluator.reserve(32 + name.size())) return {};
        keys.emplace_back(name);
    }
    values.push_back(std::move(value));
    return evaluator.context_value(ShapeReference(std::move(keys)), std::move(values));
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
    return with_entry(evaluator, context, keys[0].as_string(), std::move(inner));
}

}  // namespace

Value builtin_get_value(Evaluator& evaluator, const Arguments& arguments) {
    if (!evaluator.spend(1 + arguments[1].as_string().size() / 16)) return {};
    const Value* found = arguments[0].find(arguments[1].as_string());
    return found != nullptr ? *found : evaluator.error();
}

Value builtin_get_entries(Evaluator& evaluator, const Arguments& arguments) {
    static const ShapeReference kShape({"key", "value"});
    std::vector<Value> entries;
    for (size_t i = 0; i < arguments[0].values().size(); ++i) {
        if (!evaluator.spend(2)) return {};
        entries.push_back(evaluator.context_value(
            kShape, {evaluator.string(arguments[0].shape()->key(i)), arguments[0].values()[i]}));
    }
    return evaluator.list(std::move(entries));
}

Value builtin_context(Evaluator& evaluator, const Arguments& arguments) {
    Entries entries(evaluator);
    for (const Value& item : arguments[0].items()) {
        const Value* key = item.find("key");
        const Value* value = item.find("value");
        if (key == nullptr || value == nullptr || !key->is_string()) return evaluator.error();
        if (entries.has(key->as_string())) return evaluator.error();
        if (!entries.put(key->as_string(), *value)) return {};
    }
    return entries.take();
}

Value builtin_context_put(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments[1].is_list())
        return put_nested(evaluator, arguments[0], arguments[1].items(), arguments[2]);
    return with_entry(evaluator, arguments[0], arguments[1].as_string(), arguments[2]);
}

Value builtin_context_merge(Evaluator& evaluator, const Arguments& arguments) {
    Entries entries(evaluator);
    for (const Value& item : arguments[0].items()) {
        if (!evaluator.spend(1)) return {};
        if (!item.is_context()) return evaluator.error();
        for (size_t i = 0; i < item.values().size(); ++i) {
            if (!entries.put(item.shape()->key(i), item.values()[i])) return {};
        }
    }
    return entries.take();
}

}  // namespace shenbao::feel
