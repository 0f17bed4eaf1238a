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
        const std::string key = one_of(state.findings).key;
        apply_edit(m_declaration, SetExplanation{key, pick(2) ? "已核实" : ""});
        return "explain " + key;
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

TEST(Recheck, OfAnotherDeclarationKeepsNothingOfTheFirst) {
    Recheck recheck(official_form());
    recheck.evaluate(Review::of_seed().declaration(), kToday);
    const Declaration blank = blank_declaration(official_form()->definition());
    EXPECT_EQ(recheck.evaluate(blank, kToday), official_form()->evaluate(blank, kToday));
}

}  // namespace
}  // namespace shenbao
