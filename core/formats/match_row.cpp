#include <algorithm>

#include "core/form/value.h"
#include "core/formats/expected_row.h"

namespace shenbao {
namespace {

using Kind = ExpectedCell::Kind;

// The weights say what speaks for two cells being the same. Their order matters, not their size: words of the
// form decide, another row's name forbids, values only break ties.
constexpr double kSameWords = 6, kMissingWords = -1, kOtherWords = -8;
constexpr double kContinued = 0.5, kNotContinued = -4;
constexpr double kStrayText = -5, kStrayEmpty = -0.5;
constexpr double kLeftOutWords = -3, kLeftOutOther = -0.5;

double value_score(const ExpectedCell& expected, const SeenCell& seen) {
    if (seen.key.empty()) return 0;
    if (expected.open_name) return seen.key == "…" ? 2 : 1;
    switch (expected.cell->type) {
        case ValueType::Amount:
        case ValueType::Percent:
        case ValueType::Date:
        case ValueType::Year:
            return read_value(expected.cell->type, seen.cell->text).invalid ? -2 : 1;
        case ValueType::Choice:
            return expected.list != nullptr && read_value(ValueType::Choice, seen.key, expected.list).invalid
                       ? -2
                       : 1;
        default:
            return 0.5;
    }
}

double words_score(const ExpectedCell& expected, const SeenCell& seen, bool repeated) {
    const bool same = expected.words.match(seen.key).has_value();
    switch (expected.kind) {
        case Kind::RowTitle:
            if (repeated) return kImpossible;
            return same ? kSameWords : seen.key.empty() ? kMissingWords : kImpossible;
        case Kind::Level2:
            if (repeated) {
                if (seen.key.empty()) return kContinued;
                return expected.repeated.match(seen.key) ? kSameWords : kImpossible;
            }
            return same ? kSameWords : seen.key.empty() ? kMissingWords : kImpossible;
        default:
            if (same) return kSameWords;
            return seen.key.empty() ? (repeated ? kContinued : kMissingWords) : kOtherWords;
    }
}

double cell_score(const ExpectedCell& expected, const SeenCell& seen, bool repeated) {
    if (expected.kind == Kind::Value) return value_score(expected, seen);
    if (expected.kind == Kind::Continued)
        return seen.key.empty() || expected.words.match(seen.key) ? kContinued : kNotContinued;
    return words_score(expected, seen, repeated);
}

double left_out(const ExpectedCell& expected) {
    return expected.kind == Kind::Value || expected.kind == Kind::Continued ? kLeftOutOther : kLeftOutWords;
}

double stray(const SeenCell& seen) {
    return seen.key.empty() ? kStrayEmpty : kStrayText;
}

void count_labels(const ExpectedRow& expected, const SeenRow& seen, RowMatch& match) {
    for (size_t i = 0; i < seen.size(); ++i) {
        if (match.expected[i] < 0 || seen[i].key.empty()) continue;
        const ExpectedCell& cell = expected.cells[static_cast<size_t>(match.expected[i])];
        const bool words = cell.kind != Kind::Value && cell.kind != Kind::Continued;
        if (words && cell.words.match(seen[i].key)) ++match.labels;
    }
}

// Documents have cells too many or too few: the best alignment, by dynamic programming.
RowMatch align_cells(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    enum class Step : char { Both, Stray, LeftOut };
    const size_t n = seen.size(), m = expected.cells.size(), width = m + 1;
    std::vector<double> best((n + 1) * width, 0);
    std::vector<Step> steps((n + 1) * width, Step::Both);
    for (size_t i = n + 1; i-- > 0;) {
        for (size_t j = m + 1; j-- > 0;) {
            if (i == n && j == m) continue;
            double top = -1e9;
            Step step = Step::Both;
            const auto offer = [&](double score, Step one) {
                if (score > top) top = score, step = one;
            };
            if (i < n && j < m)
                offer(cell_score(expected.cells[j], seen[i], repeated) + best[(i + 1) * width + j + 1],
                      Step::Both);
            if (i < n) offer(stray(seen[i]) + best[(i + 1) * width + j], Step::Stray);
            if (j < m) offer(left_out(expected.cells[j]) + best[i * width + j + 1], Step::LeftOut);
            best[i * width + j] = top;
            steps[i * width + j] = step;
        }
    }
    RowMatch match;
    match.score = best[0];
    match.expected.assign(n, -1);
    for (size_t i = 0, j = 0; i < n || j < m;) {
        const Step step = steps[i * width + j];
        if (step == Step::Both) match.expected[i] = static_cast<int>(j);
        if (step != Step::LeftOut) ++i;
        if (step != Step::Stray) ++j;
    }
    return match;
}

// An alignment that passes over the row's name says nothing about the row.
bool names_the_row(const ExpectedRow& expected, const RowMatch& match) {
    for (size_t j = 0; j < expected.cells.size(); ++j) {
        if (expected.cells[j].kind != Kind::RowTitle) continue;
        const auto used = std::find(match.expected.begin(), match.expected.end(), static_cast<int>(j));
        if (used == match.expected.end()) return false;
    }
    return true;
}

}  // namespace

RowMatch match_row(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    constexpr size_t kMostCells = 200;  // wider rows are no form's
    RowMatch match;
    match.expected.assign(seen.size(), -1);
    match.score = kImpossible;
    if (seen.size() > kMostCells || expected.cells.empty()) return match;
    if (seen.size() == expected.cells.size()) {
        match.score = 0;
        for (size_t i = 0; i < seen.size(); ++i) {
            match.score += cell_score(expected.cells[i], seen[i], repeated);
            match.expected[i] = static_cast<int>(i);
        }
    } else {
        RowMatch aligned = align_cells(expected, seen, repeated);
        if (names_the_row(expected, aligned)) match = std::move(aligned);
    }
    count_labels(expected, seen, match);
    return match;
}

}  // namespace shenbao
