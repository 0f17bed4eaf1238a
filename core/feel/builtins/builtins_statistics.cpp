// One value for a whole list: sums, means, truths.
#include <algorithm>
#include <bit>

#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"

namespace shenbao::feel {
namespace {

// Smallest (sign < 0) or largest item; null when two have no order.
Value extreme(Evaluator& evaluator, const Value& list, int sign) {
    const Value* best = nullptr;
    for (const Value& item : list.items()) {
        if (!evaluator.spend(1)) return {};
        const std::optional<int> relation =
            best == nullptr ? (evaluator.compare(item, item) ? std::optional<int>(sign) : std::nullopt)
                            : evaluator.compare(item, *best);
        if (!relation) return evaluator.error();
        if (*relation * sign > 0) best = &item;
    }
    return best != nullptr ? *best : Value();
}

Value total(Evaluator& evaluator, const Value& list) {
    Value result;
    bool first = true;
    for (const Value& item : list.items()) {
        const bool summable =
            item.kind() == Kind::Number || item.kind() == Kind::YearsMonths || item.kind() == Kind::DaysTime;
        if (!summable || !evaluator.spend(2)) return evaluator.error();
        result = first ? item : add(evaluator, result, item);
        first = false;
        if (result.is_null()) return result;
    }
    return result;
}

// The numbers sorted; absent when something else is among them.
std::optional<std::vector<Decimal>> sorted_numbers(Evaluator& evaluator, const Value& list) {
    std::vector<Decimal> numbers;
    const size_t count = list.items().size();
    if (!evaluator.spend(count * (2 + static_cast<size_t>(std::bit_width(count))))) return std::nullopt;
    numbers.reserve(count);
    for (const Value& item : list.items()) {
        if (item.as_number() == nullptr) return std::nullopt;
        numbers.push_back(*item.as_number());
    }
    std::make_heap(numbers.begin(), numbers.end());  // smaller in wasm than std::sort
    std::sort_heap(numbers.begin(), numbers.end());
    return numbers;
}

// Kleene's `and` (decisive: false) or `or` (decisive: true) over the items.
Value truth_of_all(Evaluator& evaluator, const Value& list, bool decisive) {
    bool unknown = false, found = false;
    for (const Value& item : list.items()) {
        if (!evaluator.spend(1)) return {};
        if (!item.is_null() && item.kind() != Kind::Boolean) return evaluator.error();
        if (item.is_null()) {
            unknown = true;
        } else if (item.is_true() == decisive) {
            found = true;
        }
    }
    if (found) return Value(decisive);
    return unknown ? Value() : Value(!decisive);
}

}  // namespace

Value builtin_min(Evaluator& evaluator, const Arguments& arguments) {
    return extreme(evaluator, arguments[0], -1);
}
Value builtin_max(Evaluator& evaluator, const Arguments& arguments) {
    return extreme(evaluator, arguments[0], 1);
}
Value builtin_sum(Evaluator& evaluator, const Arguments& arguments) {
    return total(evaluator, arguments[0]);
}

Value builtin_mean(Evaluator& evaluator, const Arguments& arguments) {
    const Value sum = total(evaluator, arguments[0]);
    if (sum.is_null()) return sum;
    return divide(evaluator, sum, Value(Decimal(static_cast<int64_t>(arguments[0].items().size()))));
}

Value builtin_all(Evaluator& evaluator, const Arguments& arguments) {
    return truth_of_all(evaluator, arguments[0], false);
}
Value builtin_any(Evaluator& evaluator, const Arguments& arguments) {
    return truth_of_all(evaluator, arguments[0], true);
}

Value builtin_product(Evaluator& evaluator, const Arguments& arguments) {
    std::optional<Decimal> product;
    for (const Value& item : arguments[0].items()) {
        if (item.as_number() == nullptr || !evaluator.spend(6)) return evaluator.error();
        product = product ? product->multiply(*item.as_number()) : *item.as_number();
        if (!product) return evaluator.error();
    }
    return product ? Value(*product) : evaluator.error();
}

Value builtin_median(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = sorted_numbers(evaluator, arguments[0]);
    if (!numbers) return evaluator.error();
    if (numbers->empty()) return {};
    const size_t middle = numbers->size() / 2;
    if (numbers->size() % 2 == 1) return Value((*numbers)[middle]);
    const Value sum = add(evaluator, Value((*numbers)[middle - 1]), Value((*numbers)[middle]));
    return divide(evaluator, sum, Value(2));
}

// Of a sample: the squares' sum is divided by one less than their count.
Value builtin_stddev(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = sorted_numbers(evaluator, arguments[0]);
    if (!numbers || numbers->size() < 2) return evaluator.error();
    const int64_t count = static_cast<int64_t>(numbers->size());
    const Value mean = builtin_mean(evaluator, arguments);
    if (mean.is_null()) return mean;
    std::optional<Decimal> squares = Decimal();
    for (const Decimal& number : *numbers) {
        if (!evaluator.spend(12)) return {};
        const std::optional<Decimal> difference = number.subtract(*mean.as_number());
        const std::optional<Decimal> square = difference ? difference->multiply(*difference) : std::nullopt;
        squares = square ? squares->add(*square) : std::nullopt;
        if (!squares) return evaluator.error();
    }
    const std::optional<Decimal> variance = squares->divide(Decimal(count - 1));
    const std::optional<Decimal> root = variance ? variance->square_root() : std::nullopt;
    return root ? Value(*root) : evaluator.error();
}

// The most frequent numbers, ascending.
Value builtin_mode(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = sorted_numbers(evaluator, arguments[0]);
    if (!numbers) return evaluator.error();
    std::vector<Value> modes;
    size_t most = 0;
    for (size_t begin = 0; begin < numbers->size();) {
        size_t end = begin;
        while (end < numbers->size() && (*numbers)[end] == (*numbers)[begin]) ++end;
        if (end - begin > most) modes.clear();
        if (end - begin >= most) {
            modes.emplace_back((*numbers)[begin]);
            most = end - begin;
        }
        begin = end;
    }
    return evaluator.list(std::move(modes));
}

}  // namespace shenbao::feel
