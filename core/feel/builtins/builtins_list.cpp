// Lists: their items and order. Positions count from 1, negative ones from the end.
#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"
#include "core/feel/values/hash_index.h"

namespace shenbao::feel {
namespace {

// A copy to be changed; empty when a limit is exceeded, which the caller's list() sees, too.
std::vector<Value> copy(Evaluator& evaluator, const Value& list) {
    if (!evaluator.spend(list.items().size() / 4)) return {};
    return {list.items().begin(), list.items().end()};
}

// The index from 0 of a position; absent outside.
std::optional<size_t> index_of(const Value& position, size_t size) {
    const std::optional<int64_t> written = position.as_number()->truncated();
    const int64_t count = static_cast<int64_t>(size);
    if (!written || *written == 0 || *written > count || *written < -count) return std::nullopt;
    return static_cast<size_t>(*written > 0 ? *written - 1 : count + *written);
}

bool holds(Evaluator& evaluator, std::span<const Value> items, const Value& value) {
    for (const Value& item : items) {
        if (evaluator.compare_equal(item, value) == Truth::True) return true;
        if (evaluator.is_stopped()) return false;
    }
    return false;
}

// Items in the order of their first appearance, found again by their hashes.
class DistinctItems {
  public:
    explicit DistinctItems(Evaluator& evaluator) : m_evaluator(evaluator) {}

    // False once a limit is exceeded.
    bool add(std::span<const Value> items) {
        for (const Value& item : items) {
            if (!m_evaluator.spend(kHashSteps) || !m_evaluator.spend_bytes(item.as_string().size()) ||
                !add(item)) {
                return false;
            }
        }
        return true;
    }
    std::vector<Value> take() { return std::move(m_items); }

  private:
    static constexpr uint32_t kHashSteps = 8;

    bool add(const Value& item) {
        const uint64_t hash = feel::hash(item);
        uint64_t at = hash;
        for (size_t other; (other = m_index.next(hash, at)) != HashIndex::kNone;) {
            if (m_evaluator.compare_equal(m_items[other], item) == Truth::True) return true;
            if (m_evaluator.is_stopped()) return false;
        }
        if (!m_evaluator.reserve(sizeof(Value) + sizeof(hash) + 2 * sizeof(uint32_t))) return false;
        m_items.push_back(item);
        m_index.add(hash);
        return true;
    }

    Evaluator& m_evaluator;
    std::vector<Value> m_items;
    HashIndex m_index;
};

bool flatten_into(Evaluator& evaluator, std::vector<Value>& result, const Value& list) {
    for (const Value& item : list.items()) {
        if (!evaluator.spend(1)) return false;
        if (item.is_list()) {
            if (!flatten_into(evaluator, result, item)) return false;
        } else {
            if (!evaluator.reserve(sizeof(Value))) return false;
            result.push_back(item);
        }
    }
    return true;
}

// Merges two sorted halves; the first item stays first unless the second precedes it.
bool merge_sort(Evaluator& evaluator, const Value& precedes, std::vector<Value>& items, size_t begin,
                size_t end) {
    if (end - begin < 2) return true;
    const size_t middle = begin + (end - begin) / 2;
    if (!merge_sort(evaluator, precedes, items, begin, middle) ||
        !merge_sort(evaluator, precedes, items, middle, end)) {
        return false;
    }
    std::vector<Value> merged;
    merged.reserve(end - begin);
    size_t left = begin, right = middle;
    while (left < middle && right < end) {
        const Value pair[2] = {items[right], items[left]};
        const Value answer = evaluator.call(precedes, pair);
        if (answer.kind() != Kind::Boolean || !evaluator.spend(3)) return false;
        merged.push_back(answer.is_true() ? items[right++] : items[left++]);
    }
    while (left < middle) merged.push_back(items[left++]);
    while (right < end) merged.push_back(items[right++]);
    for (size_t i = 0; i < merged.size(); ++i) items[begin + i] = std::move(merged[i]);
    return true;
}

}  // namespace

Value builtin_list_contains(Evaluator& evaluator, const Arguments& arguments) {
    return Value(holds(evaluator, arguments[0].items(), arguments[1]));
}

Value builtin_count(Evaluator&, const Arguments& arguments) {
    return Value(Decimal(static_cast<int64_t>(arguments[0].items().size())));
}

Value builtin_sublist(Evaluator& evaluator, const Arguments& arguments) {
    const std::span<const Value> items = arguments[0].items();
    const std::optional<size_t> start = index_of(arguments[1], items.size());
    if (!start) return evaluator.error();
    size_t length = items.size() - *start;
    if (arguments.has(2)) {
        const std::optional<int64_t> wanted = arguments[2].as_number()->truncated();
        if (!wanted || *wanted < 0 || static_cast<uint64_t>(*wanted) > length) return evaluator.error();
        length = static_cast<size_t>(*wanted);
    }
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(*start);
    return evaluator.list({first, first + static_cast<std::ptrdiff_t>(length)});
}

Value builtin_append(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> items = copy(evaluator, arguments[0]);
    items.insert(items.end(), arguments[1].items().begin(), arguments[1].items().end());
    return evaluator.list(std::move(items));
}

Value builtin_concatenate(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> items;
    for (const Value& list : arguments[0].items()) {
        if (list.is_null()) return evaluator.error();
        const std::span<const Value> more = list.is_list() ? list.items() : std::span<const Value>(&list, 1);
        if (!evaluator.spend(more.size() / 4)) return {};
        items.insert(items.end(), more.begin(), more.end());
    }
    return evaluator.list(std::move(items));
}

Value builtin_union(Evaluator& evaluator, const Arguments& arguments) {
    DistinctItems distinct(evaluator);
    for (const Value& list : arguments[0].items()) {
        if (list.is_null()) return evaluator.error();
        if (!distinct.add(list.is_list() ? list.items() : std::span<const Value>(&list, 1))) return {};
    }
    return evaluator.list(distinct.take());
}

Value builtin_insert_before(Evaluator& evaluator, const Arguments& arguments) {
    const std::optional<size_t> index = index_of(arguments[1], arguments[0].items().size());
    if (!index) return evaluator.error();
    std::vector<Value> items = copy(evaluator, arguments[0]);
    if (items.empty()) return {};
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(*index), arguments[2]);
    return evaluator.list(std::move(items));
}

Value builtin_remove(Evaluator& evaluator, const Arguments& arguments) {
    const std::optional<size_t> index = index_of(arguments[1], arguments[0].items().size());
    if (!index) return evaluator.error();
    std::vector<Value> items = copy(evaluator, arguments[0]);
    if (items.empty()) return {};
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
    return evaluator.list(std::move(items));
}

Value builtin_list_replace(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> items = copy(evaluator, arguments[0]);
    if (arguments[1].as_number() != nullptr) {
        const std::optional<size_t> index = index_of(arguments[1], items.size());
        if (!index || items.empty()) return evaluator.error();
        items[*index] = arguments[2];
        return evaluator.list(std::move(items));
    }
    for (Value& item : items) {
        const Value pair[2] = {item, arguments[2]};
        const Value answer = evaluator.call(arguments[1], pair);
        if (answer.kind() != Kind::Boolean) return evaluator.error();
        if (answer.is_true()) item = arguments[2];
    }
    return evaluator.list(std::move(items));
}

Value builtin_reverse(Evaluator& evaluator, const Arguments& arguments) {
    const std::span<const Value> items = arguments[0].items();
    if (!evaluator.spend(items.size() / 4)) return {};
    return evaluator.list({items.rbegin(), items.rend()});
}

Value builtin_index_of(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> positions;
    int64_t position = 0;
    for (const Value& item : arguments[0].items()) {
        ++position;
        if (evaluator.compare_equal(item, arguments[1]) == Truth::True)
            positions.emplace_back(Decimal(position));
        if (evaluator.is_stopped()) return {};
    }
    return evaluator.list(std::move(positions));
}

Value builtin_distinct_values(Evaluator& evaluator, const Arguments& arguments) {
    DistinctItems distinct(evaluator);
    if (!distinct.add(arguments[0].items())) return {};
    return evaluator.list(distinct.take());
}

Value builtin_flatten(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> items;
    if (!flatten_into(evaluator, items, arguments[0])) return {};
    return evaluator.list(std::move(items));
}

Value builtin_sort(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<Value> items = copy(evaluator, arguments[0]);
    if (!merge_sort(evaluator, arguments[1], items, 0, items.size())) return evaluator.error();
    return evaluator.list(std::move(items));
}

}  // namespace shenbao::feel
