#include <gtest/gtest.h>

#include "core/formats/opening/open_file.h"
#include "core/formats/statements/text_form.h"
#include "tests/support/fixtures.h"
#include "tests/support/scenario.h"

namespace shenbao {
namespace {

using testing::Scenario;

constexpr CalendarDay kToday = {2025, 12, 31};

Declaration kept(Declaration declaration) {
    static Scenario form;
    return drop_agreeing_statements(form.reviewer(), std::move(declaration), kToday);
}

Declaration seed() {
    static Scenario form;
    return read_text_form(form.definition(), testing::seed_text()).declaration;
}

TEST(Statements, OfTheSeedAllAgree) {
    const Declaration before = seed(), after = kept(before);
    for (const char* path : {"income.total.current", "income.fiscal.share", "expenditure.total.last",
                             "expenditure.personnel.share", "before_last_year", "last_year", "end_year"}) {
        EXPECT_NE(before.text(path), "") << path;
        EXPECT_EQ(after.text(path), "") << path;
    }
    // Totals: 3 amounts and a share in both tables; shares: 1 and 2 rows; three years.
    EXPECT_EQ(before.values.size() - after.values.size(), 8U + 3U + 3U);
}

struct Statement {
    const char* path;
    const char* text;
    bool agrees;
};

TEST(Statements, AreComparedAsNumbersAndSharesWithATolerance) {
    const Statement statements[] = {
        {"income.total.current", "1424.00", true},
        {"income.total.current", "１,４２４", true},
        {"income.total.current", "1424.01", false},
        {"income.total.current", "一千", false},
        {"income.total.share", "100%", true},
        {"income.total.share", "100.00％", true},
        {"expenditure.personnel.share", "0.2%", true},
        {"expenditure.personnel.share", "0.22%", true},
        {"expenditure.personnel.share", "0.23%", false},
        {"expenditure.operation.share", "99.8", true},
        {"before_last_year", "2024年", true},
        {"before_last_year", "2023", false},
        {"end_year", "28", true},
        {"end_year", "2028", true},
        {"end_year", "29", false},
        {"budget_year", "2026", true},
    };
    for (const Statement& one : statements) {
        Declaration declaration = seed();
        declaration.values[one.path] = one.text;
        EXPECT_EQ(kept(std::move(declaration)).text(one.path), one.agrees ? "" : one.text)
            << one.path << one.text;
    }
}

TEST(Statements, OfYearsAreComparedWithTheBudgetYearOfTheFile) {
    Declaration declaration = seed();
    declaration.values["budget_year"] = "2025";
    const Declaration after = kept(declaration);
    EXPECT_EQ(after.text("budget_year"), "2025");
    EXPECT_EQ(after.text("before_last_year"), "2024") << "disagrees with 2023";
}

TEST(Statements, NeverTouchWhatIsEntered) {
    Declaration after = kept(seed()), before = seed();
    for (const auto& [path, text] : after.values) EXPECT_EQ(before.text(path), text);
    EXPECT_EQ(after.text("income.fiscal.current"), "1424");
    EXPECT_EQ(after.rows, before.rows);
}

TEST(OpenFile, TellsFormatsByTheirContent) {
    Scenario form;
    EXPECT_EQ(open_file(form.reviewer(), testing::seed_text(), kToday).declaration, kept(seed()));
    EXPECT_EQ(open_file(form.reviewer(), " \n{\"a\": 1}", kToday).status, ReadStatus::NotADeclaration);
    EXPECT_EQ(open_file(form.reviewer(), "[", kToday).status, ReadStatus::NotJson);
    EXPECT_EQ(open_file(form.reviewer(), "", kToday).status, ReadStatus::Empty);
    for (const char* start : {"PK\x03\x04", "\xD0\xCF\x11\xE0"}) {
        const ReadResult refused = open_file(form.reviewer(), start, kToday);
        EXPECT_EQ(refused.status, ReadStatus::OtherKind);
        EXPECT_NE(refused.message.find("Word"), std::string::npos);
    }
    EXPECT_EQ(open_file(form.reviewer(), "{\"a\": 1}", kToday).message.find("位置"), std::string::npos)
        << "a place in the file of another program says nothing";
}

// The official paper, as review fills it, is read back as it was.
TEST(TextForm, GivesBackADeclarationThroughTheReviewedPaper) {
    Scenario form;
    form.open(kept(seed()));
    const std::string added = form.add_row("longterm", "core_output_2");
    ASSERT_NE(added, "");
    form.answer("longterm." + added + ".title", "第三项").answer("longterm." + added + ".target", "≥3个");
    const std::string text =
        write_text_form(build_sheet(form.definition(), form.declaration(), form.state()));
    const ReadResult result = open_file(form.reviewer(), text, kToday);
    ASSERT_TRUE(result.ok()) << result.message;
    for (const ReadNote& note : result.notes) ADD_FAILURE() << note.line << note.message << note.text;
    EXPECT_EQ(result.declaration.values.size(), form.declaration().values.size());
    EXPECT_EQ(result.declaration, form.declaration());
}

}  // namespace
}  // namespace shenbao
