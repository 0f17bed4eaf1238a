// Known truths: the grapheme clusters of UAX #29 and Unicode's emoji sequences.
#include "app/text/cluster.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shenbao::app {
namespace {

std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> found;
    for (size_t at = 0; at < text.size();) {
        const size_t start = at;
        const char32_t number = next_cluster(text, at);
        found.emplace_back(text.substr(start, at - start));
        const std::string_view cluster = cluster_text(number);
        EXPECT_TRUE(cluster.empty() || cluster == found.back()) << found.back();
    }
    return found;
}

using Parts = std::vector<std::string>;

TEST(Cluster, LettersAndHanziStandAlone) {
    EXPECT_EQ(parts("A绩，𬱖½"), (Parts{"A", "绩", "，", "𬱖", "½"}));
    size_t at = 0;
    EXPECT_EQ(next_cluster("绩效", at), U'绩');
    EXPECT_EQ(at, 3U);
}

TEST(Cluster, MarksAndSelectorsBelongToWhatTheyFollow) {
    EXPECT_EQ(parts("e\u0301x"), (Parts{"e\u0301", "x"}));
    EXPECT_EQ(parts("葛\U000E0100城"), (Parts{"葛\U000E0100", "城"})) << "an ideographic variant";
    EXPECT_EQ(parts("\u2764\uFE0F1\uFE0F\u20E3"), (Parts{"\u2764\uFE0F", "1\uFE0F\u20E3"}));
    EXPECT_EQ(parts("か\u3099"), (Parts{"か\u3099"}));
}

TEST(Cluster, EmojiAreJoinedAndFlagsArePairs) {
    EXPECT_EQ(parts("👍🏻好"), (Parts{"👍🏻", "好"}));
    EXPECT_EQ(parts("👨\u200D👩\u200D👧👨"), (Parts{"👨\u200D👩\u200D👧", "👨"}));
    EXPECT_EQ(parts("🇨🇳🇯🇵🇨"), (Parts{"🇨🇳", "🇯🇵", "🇨"}));
}

TEST(Cluster, IsTheSameNumberEveryTime) {
    size_t at = 0, again = 2;
    const std::string text = "e\u0301", later = "a e\u0301";
    EXPECT_EQ(next_cluster(text, at), next_cluster(later, again));
    EXPECT_EQ(cluster_text(U'绩'), "");
    EXPECT_EQ(cluster_text(kFirstCluster + kMostClusters), "");
}

TEST(Cluster, IsBoundedAndLosesNothingWhateverComes) {
    std::string marks = "e";
    for (int i = 0; i < 1000; ++i) marks += "\u0301";
    std::string all;
    for (const std::string& part : parts(marks)) {
        EXPECT_LE(part.size(), 32U);
        all += part;
    }
    EXPECT_EQ(all, marks);
    all.clear();
    std::string many;
    for (char32_t first = 0x4E00; first < 0x4E00 + 3000; ++first) {
        many += static_cast<char>(0xE0 | (first >> 12));
        many += static_cast<char>(0x80 | ((first >> 6) & 0x3F));
        many += static_cast<char>(0x80 | (first & 0x3F));
        many += "\u0301";
    }
    for (const std::string& part : parts(many)) all += part;
    EXPECT_EQ(all, many);
    EXPECT_EQ(parts("e\xCC"), (Parts{"e", "\xCC"})) << "damaged";
}

}  // namespace
}  // namespace shenbao::app
