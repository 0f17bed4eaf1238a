// Every mistake of mistakes.txt is found, told once in the words that stand there, at the place that stands
// there, and mended by them.
#include <gtest/gtest.h>

#include "core/advice/advice.h"
#include "tests/core/advice/one_rule.h"

namespace shenbao {
namespace {

struct Told {
    std::string place, zh, en;
    bool operator==(const Told&) const = default;
};
void PrintTo(const Told& told, std::ostream* out) {
    *out << "\nplace: " << told.place << "\nzh: " << told.zh << "\nen: " << told.en;
}

struct Mistake {
    std::string in = "when", each = "income", wrong, right;
    std::vector<Told> told;
};

std::vector<Mistake> read_mistakes() {
    const std::string text = testing::read_file("tests/core/advice/mistakes.txt");
    std::vector<Mistake> mistakes(1);
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        Mistake& last = mistakes.back();
        const size_t colon = line.find(": ");
        if (line.empty() && !last.right.empty()) mistakes.emplace_back();
        if (line.empty() || line[0] == '#') continue;
        const std::string key = line.substr(0, colon), value = line.substr(std::min(colon + 2, line.size()));
        if (key == "in") last.in = value;
        if (key == "each") last.each = value == "-" ? "" : value;
        if (key == "wrong") last.wrong = value;
        if (key == "right") last.right = value;
        if (key == "place" || key == "place:") last.told.push_back({key == "place" ? value : "", "", ""});
        if (key == "zh") last.told.back().zh = value;
        if (key == "en") last.told.back().en = value;
    }
    if (mistakes.back().right.empty()) mistakes.pop_back();
    return mistakes;
}

// The characters of a text from the one with that number, the first being 1.
std::string characters(std::string_view text, size_t from, size_t count) {
    std::string found;
    size_t number = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++number;
        if (number >= from && number - from < count) found += c;
    }
    return found;
}

// What stands in the file at the place, until the end of its line.
std::string at_place(std::string_view file, const Advice& advice) {
    size_t start = 0;
    for (size_t line = 1; line < advice.line; ++line) start = file.find('\n', start) + 1;
    return characters(file.substr(start, file.find('\n', start) - start), advice.column, std::string::npos);
}

std::string escaped(std::string_view text) {
    const std::string quoted = compact_json(JsonTree::string(text));
    return quoted.substr(1, quoted.size() - 2);
}

// All of them in one form: none may hide another.
std::string form_of(const std::vector<Mistake>& mistakes, std::string Mistake::*text) {
    std::vector<testing::OwnText> own;
    for (const Mistake& mistake : mistakes) own.push_back({mistake.in, mistake.each, mistake.*text});
    return testing::form_with(own);
}

TEST(Mistakes, AreToldOnceAtTheirPlaceInBothLanguages) {
    const std::vector<Mistake> mistakes = read_mistakes();
    EXPECT_GE(mistakes.size(), 60u);
    const std::string file = form_of(mistakes, &Mistake::wrong);
    const FormCheck check = check_form(file);
    EXPECT_EQ(check.reviewer, nullptr);
    size_t rule = 0, all = 0;
    for (const Mistake& mistake : mistakes) {
        SCOPED_TRACE(mistake.in + ": " + mistake.wrong);
        const std::string pointer =
            mistake.in.starts_with('/') ? mistake.in : "/rules/" + std::to_string(rule++) + "/" + mistake.in;
        std::vector<Told> told;
        for (const Advice& advice : check.mistakes) {
            if (advice.pointer != pointer && advice.pointer != pointer + "/0") continue;
            const std::string place = characters(advice.expression, advice.at, advice.length);
            told.push_back({place, advice.message_zh, advice.message});
            if (!place.empty()) {
                EXPECT_TRUE(at_place(file, advice).starts_with(escaped(place))) << at_place(file, advice);
            }
        }
        EXPECT_EQ(told, mistake.told);
        all += told.size();
    }
    EXPECT_EQ(check.mistakes.size(), all) << "of nothing else";
}

TEST(Mistakes, AreMendedByWhatIsSaid) {
    const FormCheck check = check_form(form_of(read_mistakes(), &Mistake::right));
    EXPECT_NE(check.reviewer, nullptr);
    for (const Advice& advice : check.mistakes) ADD_FAILURE() << advice.expression << ": " << advice.message;
}

TEST(Mistakes, NeverSpellOutAWholeType) {
    for (const Mistake& mistake : read_mistakes())
        for (const Told& told : mistake.told) {
            EXPECT_EQ(told.en.find("context<"), std::string::npos) << told.en;
            EXPECT_EQ(told.zh.find("list<"), std::string::npos) << told.zh;
            EXPECT_LT(told.en.size(), 300u) << told.en;
        }
}

TEST(Mistakes, OfTheOfficialFormThereAreNone) {
    const FormCheck check = check_form(testing::official_form_json());
    EXPECT_NE(check.reviewer, nullptr);
    EXPECT_TRUE(check.mistakes.empty());
}

}  // namespace
}  // namespace shenbao
