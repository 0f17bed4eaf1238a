// Against Python's decimal module: vectors.txt is written by make_vectors.py.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/decimal/decimal.h"
#include "core/decimal/decimal_mpd.h"

namespace shenbao {
namespace {

struct Vector {
    std::string operation;
    std::vector<std::string> operands;
    std::string expected;
};

std::vector<Vector> read_vectors() {
    std::vector<Vector> all;
    std::ifstream file("tests/core/decimal/vectors.txt");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Vector vector;
        words >> vector.operation;
        for (std::string word; words >> word && word != "=";) vector.operands.push_back(word);
        words >> vector.expected;
        all.push_back(vector);
    }
    return all;
}

const std::vector<std::pair<std::string, Rounding>> kRoundings = {
    {"round_half_even", Rounding::HalfEven}, {"round_half_up", Rounding::HalfUp},
    {"round_half_down", Rounding::HalfDown}, {"round_up", Rounding::Up},
    {"round_down", Rounding::Down},          {"round_ceiling", Rounding::Ceiling},
    {"round_floor", Rounding::Floor}};

std::optional<Decimal> result_of(const Vector& vector) {
    const Decimal a = *Decimal::parse(vector.operands[0]);
    const std::optional<Decimal> second =
        vector.operands.size() > 1 ? Decimal::parse(vector.operands[1]) : std::optional<Decimal>();
    const Decimal b = second.value_or(Decimal());
    if (vector.operation == "add") return a.add(b);
    if (vector.operation == "subtract") return a.subtract(b);
    if (vector.operation == "multiply") return a.multiply(b);
    if (vector.operation == "divide") return a.divide(b);
    if (vector.operation == "modulo") return a.floor_modulo(b);
    if (vector.operation == "compare") return Decimal(a < b ? -1 : a == b ? 0 : 1);
    if (vector.operation == "sqrt") return a.square_root();
    if (vector.operation == "ln") return a.natural_logarithm();
    if (vector.operation == "exp") return a.exponential();
    if (vector.operation == "power") return a.power(b);
    for (const auto& [name, mode] : kRoundings) {
        if (name == vector.operation) return a.round(static_cast<int>(*b.to_int64()), mode);
    }
    ADD_FAILURE() << vector.operation;
    return std::nullopt;
}

std::string describe(const Vector& vector) {
    std::string text = vector.operation;
    for (const std::string& operand : vector.operands) text += " " + operand;
    return text + " = " + vector.expected;
}

TEST(DecimalVectors, AgreeWithPythonsDecimal) {
    const std::vector<Vector> vectors = read_vectors();
    ASSERT_GT(vectors.size(), 4000u);
    for (const Vector& vector : vectors) {
        SCOPED_TRACE(describe(vector));
        const std::optional<Decimal> actual =
            vector.operation == "parse" ? Decimal::parse(vector.operands[0]) : result_of(vector);
        ASSERT_EQ(actual.has_value(), vector.expected != "!");
        if (!actual) continue;
        const Decimal expected = *Decimal::parse(vector.expected);
        EXPECT_EQ(*actual, expected) << actual->to_string();
        // The scale, too, is what the standard says; zeros and what was not rounded aside.
        const bool exact =
            vector.operation == "add" || vector.operation == "subtract" || vector.operation == "multiply";
        if (exact && !expected.is_zero()) {
            EXPECT_EQ(actual->to_string(), expected.to_string());
        }
    }
}

TEST(DecimalVectors, GiveTheSameInLibmpdecAndOnTheFastPath) {
    for (const Vector& vector : read_vectors()) {
        if (vector.operands.size() != 2) continue;
        SCOPED_TRACE(describe(vector));
        const Decimal a = *Decimal::parse(vector.operands[0]), b = *Decimal::parse(vector.operands[1]);
        const auto same = [](std::optional<Decimal> left, std::optional<Decimal> right) {
            return left.has_value() == right.has_value() && (!left || *left == *right);
        };
        EXPECT_TRUE(same(a.add(b), mpd::add(a, b)));
        EXPECT_TRUE(same(a.multiply(b), mpd::multiply(a, b)));
        EXPECT_EQ(a < b, mpd::compare(a, b) < 0);
        EXPECT_EQ(a == b, mpd::compare(a, b) == 0);
        if (!b.is_zero()) {
            EXPECT_TRUE(same(a.divide(b), mpd::divide(a, b)));
        }
    }
}

}  // namespace
}  // namespace shenbao
