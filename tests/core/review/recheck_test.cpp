// Keeping what did not change never changes what is said.
#include <random>

#include "tests/core/review/review_scenario.h"

namespace shenbao {
namespace {

// A clerk who does everything the form allows, in any order.
class RestlessClerk {
  public:
    explicit RestlessClerk(unsigned seed) : m_random(seed), m_declaration(Review::of_seed().declaration()) {}

    const Declaration& declaration() const { return m_declaration; }
    CalendarDay today() const { return m_today; }

    std::string act() {
        switch (pick(10)) {
            case 0:
                return act_on_row("add", add_row_edits(form(), m_declaration, m_table, row()));
            case 1:
                return act_on_row("remove", remove_row_edits(form(), m_declaration, m_table, row()));
            case 2:
                return act_on_row("move",
                                  move_row_edits(form(), m_declaration, m_table, row(), pick(2) ? 1 : -1));
            case 3:
                m_today = {2024 + pick(3), 1 + pick(12), 1 + pick(28)};
                return "the day changes";
            case 4:
                return explain();
            default:
                return type();
        }
    }

  private:
    static const FormDefinition& form() { return official_form()->definition(); }
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }
    template <class Items>
    const auto& one_of(const Items& items) {
        return items[static_cast<size_t>(pick(static_cast<int>(items.size())))];
    }

    const std::string& row() {
        m_table = one_of(form().tables).id;
        return m_row = one_of(m_declaration.rows.find(m_table)->second).id;
    }

    std::string act_on_row(const char* what, std::vector<Edit> edits) {
        for (Edit& edit : edits) apply_edit(m_declaration, std::move(edit));
        return std::string(what) + " " + m_table + "." + m_row;
    }

    std::string explain() {
        auto state = official_form()->evaluate(m_declaration, m_today);
        if (state.findings.empty()) return "nothing to explain";
        const Finding& finding = one_of(state.findings);
        apply_edit(m_declaration,
                   SetExplanation{finding.key, pick(2) ? "已核实" : "", pick(3) ? finding.message : ""});
        return "explain " + finding.key;
    }

    std::string type() {
        static const std::vector<std::string> texts = {
            "",     "无",         "1424", "0",      "0.0001",       "90%",        "≥90%",
            "120%", "按实际情况", "＞1",  "约1424", "人员控制率",   "计划标准",   "创新型",
            "欧阳", "2025",       "1.\n", "基本型", "低碳环保。好", "2026-02-30", "2026年1月5日"};
        std::string path;
        if (pick(6) == 0) {
            path = one_of(form().fields).id;
        } else {
            row();
            static const std::vector<std::string> entered = {"title", "level2"};
            const auto& columns = form().table(m_table)->columns;
            path = cell_path(m_table, m_row, pick(4) ? one_of(columns).id : one_of(entered));
        }
        const std::string& text = one_of(texts);
        apply_edit(m_declaration, SetValue{path, text});
        return path + " = " + text;
    }

    std::mt19937 m_random;
    Declaration m_declaration;
    CalendarDay m_today = kToday;
    std::string m_table, m_row;
};

TEST(Recheck, SaysAfterAnyEditsWhatACheckOfTheWholeSays) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        RestlessClerk clerk(seed);
        Recheck recheck(official_form());
        for (int step = 0; step < 150; ++step) {
            const std::string what = clerk.act();
            const FormState& kept = recheck.evaluate(clerk.declaration(), clerk.today());
            ASSERT_EQ(kept, official_form()->evaluate(clerk.declaration(), clerk.today()))
                << "seed " << seed << ", step " << step << ": " << what;
        }
    }
}

// One declaration, checked again after each edit and always compared with a check of the whole.
class Rechecked {
  public:
    explicit Rechecked(std::shared_ptr<const Reviewer> form) : m_form(std::move(form)), m_recheck(m_form) {}

    const FormState& on(CalendarDay today) {
        const FormState& kept = m_recheck.evaluate(m_declaration, today);
        EXPECT_EQ(kept, m_form->evaluate(m_declaration, today));
        return kept;
    }
    const FormState& after(Edit edit) {
        apply_edit(m_declaration, std::move(edit));
        return on(kToday);
    }

  private:
    std::shared_ptr<const Reviewer> m_form;
    Declaration m_declaration = Review::of_seed().declaration();
    Recheck m_recheck;
};

TEST(Recheck, GivesARememberedFindingTheExplanationAsItStands) {
    Rechecked form(official_form());
    form.after(SetValue{"longterm.procurement_execution.target", "292%"});
    // Of the form, and of a cell.
    for (const char* rule : {"income-change", "rate-above-hundred"}) {
        const FormState& before = form.on(kToday);
        const int due = before.explains;
        const std::string key = finding_of(before, rule).key;
        for (const char* text : {"新增专项", "新增专项债券", ""}) {
            const FormState& now = form.after(SetExplanation{key, text});
            EXPECT_EQ(finding_of(now, rule).explanation, text);
            EXPECT_EQ(now.explains, *text == '\0' ? due : due - 1) << rule << text;
        }
    }
    const std::string key = finding_of(form.on(kToday), "income-change").key;
    form.after(SetExplanation{key, "一次性项目"});
    EXPECT_EQ(finding_of(form.after(SetValue{"person", "欧阳"}), "income-change").explanation, "一次性项目")
        << "another change keeps it";
}

constexpr CalendarDay kTomorrow{2026, 1, 1};

TEST(Recheck, AsksARuleAboutTheDayAgainWhenAnotherOneBegins) {
    // Of the form, a field, the rows of a table, its cells.
    for (const char* each : {"", "person", "income", "income.last"}) {
        Rechecked form(form_with_rule(each, "today > @\"2025-12-31\"", "新的一天"));
        const auto count = [&](CalendarDay today) {
            const FormState& state = form.on(today);
            return std::count_if(state.findings.begin(), state.findings.end(),
                                 [](const Finding& finding) { return finding.rule == "of-the-day"; });
        };
        EXPECT_EQ(count(kToday), 0) << each;
        EXPECT_GT(count(kTomorrow), 0) << each;
        EXPECT_EQ(count(kToday), 0) << each;
    }
}

TEST(Recheck, WritesAndPlacesWhatDependsOnTheDayAnewToo) {
    Rechecked told(form_with_rule("person", "raw != null", "今天是 {string(today)}"));
    EXPECT_EQ(finding_of(told.on(kToday), "of-the-day").message, "今天是 2025-12-31");
    EXPECT_EQ(finding_of(told.on(kTomorrow), "of-the-day").message, "今天是 2026-01-01");
    Rechecked placed(form_with_rule("person", "raw != null", "此处",
                                    {"{if today.month = 1 then \"phone\" else \"person\"}"}));
    EXPECT_EQ(finding_of(placed.on(kToday), "of-the-day").paths, Places{"person"});
    EXPECT_EQ(finding_of(placed.on(kTomorrow), "of-the-day").paths, Places{"phone"});
}

TEST(Recheck, OfARuleThatStopsKnowsNothingOfTheRowsBehind) {
    // Counts without end at cells of 5.
    Rechecked form(form_with_rule(
        "longterm.target", "cell.number = 7 or (cell.number = 5 and every i in 1..10000000 satisfies i > 0)",
        "七"));
    form.after(SetValue{"longterm.procurement_execution.target", "7"});
    form.after(SetValue{"longterm.staff_control.target", "5"});
    form.after(SetValue{"longterm.procurement_execution.target", ""});
    form.after(SetValue{"longterm.staff_control.target", ""});
}

TEST(Recheck, ShowsTheSecondLevelThatIsEnteredAsItStands) {
    Rechecked form(official_form());
    for (const auto& table : official_form()->definition().tables)
        for (const auto& row : table.rows)
            if (row.level2_entered)
                for (const char* text : {"口岸通关", "口岸效率", ""}) {
                    const std::string path = cell_path(table.id, row.id, "level2");
                    EXPECT_EQ(form.after(SetValue{path, text}).cell(path)->text, text);
                }
}

TEST(Recheck, OfAnotherDeclarationKeepsNothingOfTheFirst) {
    Recheck recheck(official_form());
    recheck.evaluate(Review::of_seed().declaration(), kToday);
    const Declaration blank = blank_declaration(official_form()->definition());
    EXPECT_EQ(recheck.evaluate(blank, kToday), official_form()->evaluate(blank, kToday));
}

}  // namespace
}  // namespace shenbao
