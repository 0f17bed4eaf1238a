#include "core/formats/matching/match_rows.h"

#include <algorithm>

namespace shenbao {
namespace {

constexpr double kUnknownRow = -4, kUnknownEmptyRow = -0.1;
constexpr double kMissingRow = -2;
constexpr double kRepeatedRow = -1;  // a printed row is preferred to a further one
constexpr size_t kMostPairs = 4'000'000;

enum class Step : char { Match, Repeat, Unknown, Missing };

double unknown_score(const SeenRow& seen) {
    const bool empty =
        std::all_of(seen.begin(), seen.end(), [](const SeenCell& cell) { return cell.key.empty(); });
    return empty ? kUnknownEmptyRow : kUnknownRow;
}

class Alignment {
  public:
    Alignment(const std::vector<ExpectedRow>& expected, const std::vector<SeenRow>& seen)
        : m_expected(expected), m_seen(seen), m_width(expected.size() + 1) {}

    std::vector<RowPair> run() {
        fill();
        std::vector<RowPair> pairs;
        for (size_t i = 0, j = 0; i < m_seen.size() || j < m_expected.size();) {
            const Step step = m_steps[i * m_width + j];
            RowPair pair;
            pair.repeated = step == Step::Repeat;
            if (step != Step::Missing) pair.seen = static_cast<int>(i);
            if (step == Step::Match || step == Step::Missing) pair.expected = static_cast<int>(j);
            if (step == Step::Repeat) pair.expected = static_cast<int>(j) - 1;
            if (step == Step::Match) pair.match = match_row(m_expected[j], m_seen[i], false);
            if (step == Step::Repeat) pair.match = match_row(m_expected[j - 1], m_seen[i], true);
            if (step != Step::Missing) ++i;
            if (step == Step::Match || step == Step::Missing) ++j;
            pairs.push_back(std::move(pair));
        }
        return pairs;
    }

  private:
    bool repeatable(size_t j) const {
        return m_expected[j].definition != nullptr && m_expected[j].definition->repeatable;
    }

    // From the end, so that the walk of run() goes forward. Only one line of scores is needed above the
    // current one.
    void fill() {
        const size_t n = m_seen.size(), m = m_expected.size();
        m_steps.assign((n + 1) * m_width, Step::Missing);
        std::vector<double> below(m_width), line(m_width);
        for (size_t i = n + 1; i-- > 0;) {
            const double unknown = i < n ? unknown_score(m_seen[i]) : 0;
            for (size_t j = m + 1; j-- > 0;) {
                double top = i == n && j == m ? 0 : -1e9;
                Step step = Step::Missing;
                const auto offer = [&](double score, Step one) {
                    if (score > top) top = score, step = one;
                };
                if (i < n && j < m) {
                    const double score = row_score(m_expected[j], m_seen[i], false);
                    if (score >= 0) offer(score + below[j + 1], Step::Match);
                }
                if (j < m) offer(kMissingRow + line[j + 1], Step::Missing);
                if (i < n && j > 0 && repeatable(j - 1)) {
                    const double score = row_score(m_expected[j - 1], m_seen[i], true);
                    if (score >= 0) offer(score + kRepeatedRow + below[j], Step::Repeat);
                }
                if (i < n) offer(unknown + below[j], Step::Unknown);
                line[j] = top;
                m_steps[i * m_width + j] = step;
            }
            below = line;
        }
    }

    const std::vector<ExpectedRow>& m_expected;
    const std::vector<SeenRow>& m_seen;
    size_t m_width;
    std::vector<Step> m_steps;
};

}  // namespace

std::vector<RowPair> match_rows(const std::vector<ExpectedRow>& expected, const std::vector<SeenRow>& seen) {
    if (seen.size() * expected.size() > kMostPairs) return {};
    return Alignment(expected, seen).run();
}

}  // namespace shenbao
