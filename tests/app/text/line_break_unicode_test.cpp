// Known truth: LineBreakTest.txt of the Unicode Character Database (Debian's unicode-data). Each line of it
// is a text with ÷ where a line may end and × where not.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "app/text/line_break.h"

namespace shenbao::app {
namespace {

struct Sample {
    std::u32string text;
    std::string expected;  // ÷ or × behind each code point, but for the last
    std::string line;
};

Sample sample_of(const std::string& line) {
    Sample sample;
    sample.line = line;
    std::istringstream words(line.substr(0, line.find('#')));
    std::string word;
    words >> word;  // × at the start of the text
    while (words >> word) {
        sample.text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
        words >> word;
        sample.expected += word == "÷" ? '/' : 'x';
    }
    sample.expected.pop_back();  // ÷ at the end of the text
    return sample;
}

TEST(LineBreakUnicode, EverySampleOfTheStandardBreaksWhereItSays) {
    const std::string path = "/usr/share/unicode/auxiliary/LineBreakTest.txt";
    std::ifstream file(path);
    ASSERT_TRUE(file.is_open()) << path << " comes with Debian's unicode-data";
    int samples = 0, wrong = 0;
    std::string line, report;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        const Sample sample = sample_of(line);
        std::vector<Break> breaks;
        find_breaks(sample.text, breaks, BreakRules::Unicode15);
        std::string found;
        for (size_t i = 0; i + 1 < breaks.size(); ++i) found += breaks[i] == Break::Prohibited ? 'x' : '/';
        ++samples;
        if (found == sample.expected) continue;
        if (++wrong <= 200) report += found + " instead of " + sample.expected + " in " + sample.line + "\n";
    }
    EXPECT_GT(samples, 7000);
    EXPECT_EQ(wrong, 0) << "of " << samples << ":\n" << report;
}

}  // namespace
}  // namespace shenbao::app
