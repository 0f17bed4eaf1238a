#include <algorithm>
#include <numeric>

#include "core/formats/matching/expected_row.h"

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
    constexpr double kReadable = 1, kUnreadable = -2, kAnyText = 0.5, kOpenMark = 2;
    if (seen.key.empty()) return 0;
    if (expected.open_name) return seen.key == "…" ? kOpenMark : kReadable;
    const auto by = [](bool readable) { return readable ? kReadable : kUnreadable; };
    switch (expected.cell->type) {
        case ValueType::Amount:
            return by(seen.is_amount);
        case ValueType::Percent:
            return by(seen.is_percent);
        case ValueType::Date:
            return by(seen.is_date);
        case ValueType::Year:
            return by(seen.is_year);
        case ValueType::Choice:
            return by(std::find(expected.options.begin(), expected.options.end(), seen.key) !=
                      expected.options.end());
        default:
            return kAnyText;
    }
}

double words_score(const ExpectedCell& expected, const SeenCell& seen, bool repeated) {
    const bool blank = seen.key.empty();
    const bool named = expected.kind == Kind::RowTitle || expected.kind == Kind::Level2;
    if (repeated && expected.kind == Kind::RowTitle) return kImpossible;
    if (repeated && blank) return kContinued;
    if (repeated && expected.kind == Kind::Level2)
        return expected.repeated.fits(seen.key) ? kSameWords : kImpossible;
    if (expected.words.fits(seen.key)) return kSameWords;
    // Numbered words count rows from the top; a document may count otherwise.
    if (expected.kind == Kind::Level2 && expected.repeated.fits(seen.key)) return kSameWords;
    if (blank) return kMissingWords;
    return named ? kImpossible : kOtherWords;
}

double cell_score(const ExpectedCell& expected, const SeenCell& seen, bool repeated) {
    if (expected.kind == Kind::Value) return value_score(expected, seen);
    if (expected.kind == Kind::Continued)
        return seen.key.empty() || expected.words.fits(seen.key) ? kContinued : kNotContinued;
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
        if (words && cell.words.fits(seen[i].key)) ++match.labels;
    }
}

constexpr size_t kMostCells = 40;      // wider rows are no form's
constexpr size_t kMostDifference = 5;  // cells too many or too few

// Documents have cells too many or too few: the best alignment, by dynamic programming from the end.
class CellAlignment {
  public:
    CellAlignment(const ExpectedRow& expected, const SeenRow& seen, bool repeated)
        : m_seen(seen.size()), m_expected(expected.cells.size()) {
        for (size_t i = m_seen + 1; i-- > 0;) {
            for (size_t j = m_expected + 1; j-- > 0;) {
                m_best[i][j] = i == m_seen && j == m_expected ? 0 : -1e9;
                if (i < m_seen && j < m_expected)
                    offer(i, j, cell_score(expected.cells[j], seen[i], repeated) + m_best[i + 1][j + 1],
                          Step::Both);
                if (i < m_seen) offer(i, j, stray(seen[i]) + m_best[i + 1][j], Step::Stray);
                if (j < m_expected)
                    offer(i, j, left_out(expected.cells[j]) + m_best[i][j + 1], Step::LeftOut);
            }
        }
    }

    double score() const { return m_best[0][0]; }
    std::vector<int> places() const {
        std::vector<int> places(m_seen, -1);
        for (size_t i = 0, j = 0; i < m_seen || j < m_expected;) {
            const Step step = m_steps[i][j];
            if (step == Step::Both) places[i] = static_cast<int>(j);
            if (step != Step::LeftOut) ++i;
            if (step != Step::Stray) ++j;
        }
        return places;
    }

  private:
    enum class Step : char { Both, Stray, LeftOut };
    void offer(size_t i, size_t j, double score, Step step) {
        if (score <= m_best[i][j]) return;
        m_best[i][j] = score;
        m_steps[i][j] = step;
    }

    size_t m_seen, m_expected;
    double m_best[kMostCells + 1][kMostCells + 1];
    Step m_steps[kMostCells + 1][kMostCells + 1];
};

// Cheap reasons why two rows cannot be the same: far too many cells, or the row's own name does not occur.
bool hopeless(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    const size_t n = seen.size(), m = expected.cells.size();
    if (n > kMostCells || m > kMostCells || m == 0 || std::max(n, m) - std::min(n, m) > kMostDifference)
        return true;
    for (const ExpectedCell& cell : expected.cells) {
        if (cell.kind != Kind::RowTitle) continue;
        if (repeated) return true;
        const bool named = std::any_of(seen.begin(), seen.end(),
                                       [&](const SeenCell& one) { return cell.words.fits(one.key); });
        if (!named && n != m) return true;
        if (!named && !seen[static_cast<size_t>(&cell - expected.cells.data())].key.empty()) return true;
    }
    return false;
}

double positional_score(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    double score = 0;
    for (size_t i = 0; i < seen.size() && score > kImpossible / 2; ++i)
        score += cell_score(expected.cells[i], seen[i], repeated);
    return score;
}

}  // namespace

double row_score(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    if (hopeless(expected, seen, repeated)) return kImpossible;
    if (seen.size() == expected.cells.size()) return positional_score(expected, seen, repeated);
    return CellAlignment(expected, seen, repeated).score();
}

RowMatch match_row(const ExpectedRow& expected, const SeenRow& seen, bool repeated) {
    RowMatch match;
    match.score = row_score(expected, seen, repeated);
    match.expected.assign(seen.size(), -1);
    if (hopeless(expected, seen, repeated)) return match;
    if (seen.size() == expected.cells.size())
        std::iota(match.expected.begin(), match.expected.end(), 0);
    else
        match.expected = CellAlignment(expected, seen, repeated).places();
    count_labels(expected, seen, match);
    return match;
}

}  // namespace shenbao
