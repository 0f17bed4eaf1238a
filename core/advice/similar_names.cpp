#include "core/advice/similar_names.h"

#include <algorithm>

#include "core/feel/text/utf8.h"

namespace shenbao {
namespace {

// Letters to insert, remove, replace, or exchange with their neighbours.
size_t distance_of(const std::u32string& left, const std::u32string& right) {
    std::vector<std::vector<size_t>> table(left.size() + 1, std::vector<size_t>(right.size() + 1));
    for (size_t i = 0; i <= left.size(); ++i)
        for (size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                    table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[left.size()][right.size()];
}

}  // namespace

std::u32string folded(std::string_view name) {
    std::u32string letters;
    for (size_t at = 0; at < name.size();) {
        const uint32_t c = feel::next_code_point(name, at);
        if (c == ' ' || c == '_' || c == '-') continue;
        letters.push_back(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    }
    return letters;
}

Words listed(const std::vector<std::string>& names) {
    Words words;
    for (size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        const Words between = i == 0 ? Words() : last ? Words("或", " or ") : Words("、", ", ");
        words = {words.zh + between.zh + "“" + names[i] + "”", words.en + between.en + "'" + names[i] + "'"};
    }
    return words;
}

std::vector<std::string> similar(std::string_view name, const std::vector<std::string>& candidates) {
    const std::u32string wanted = folded(name);
    const size_t most = wanted.size() < 3 ? 1 : std::max<size_t>(1, wanted.size() / 3);
    std::vector<std::pair<size_t, std::string>> found;
    for (const std::string& candidate : candidates) {
        const std::u32string letters = folded(candidate);
        size_t distance = distance_of(wanted, letters);
        const size_t common = std::min(wanted.size(), letters.size());
        const bool begins = common >= 3 && wanted.compare(0, common, letters, 0, common) == 0;
        if (begins) distance = std::min(distance, most + 2);
        const bool is_new = std::none_of(found.begin(), found.end(),
                                         [&](const auto& other) { return other.second == candidate; });
        if ((begins || (distance <= most && distance < wanted.size())) && is_new)
            found.emplace_back(distance, candidate);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<std::string> names;
    for (const auto& [distance, candidate] : found)
        if (names.size() < kMostSuggestions && distance <= found.front().first + 1)
            names.push_back(candidate);
    return names;
}

}  // namespace shenbao
