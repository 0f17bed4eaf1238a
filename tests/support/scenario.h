// A form filled with no screen, as a clerk would:
//
//   Scenario form;
//   form.answer("income.fiscal.current", "1424");
//   EXPECT_EQ(form.shown("income.total.current"), "1424.00");
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/calendar_day.h"
#include "core/form/edit.h"
#include "core/review/review.h"

namespace shenbao::testing {

class Scenario {
  public:
    // The official form, blank, on 31 December 2025.
    Scenario();
    // Another form. A definition with faults ends the test program and prints them.
    explicit Scenario(std::string_view form_json);

    Scenario& answer(std::string_view path, std::string_view text);
    // `text` in every cell of a column except computed ones.
    Scenario& answer_column(std::string_view table, std::string_view column, std::string_view text);
    Scenario& explain(std::string_view key, std::string_view text);
    Scenario& open(Declaration declaration);
    Scenario& today(CalendarDay day);
    // The id of the new row; "" when the form does not allow one there.
    std::string add_row(std::string_view table, std::string_view after);
    // False when the form does not allow it.
    bool remove_row(std::string_view table, std::string_view row);

    const FormDefinition& definition() const { return m_reviewer->definition(); }
    const Reviewer& reviewer() const { return *m_reviewer; }
    const Declaration& declaration() const { return m_history.declaration(); }
    History& history() { return m_history; }
    // Evaluated anew when something changed. The reference holds until the next change.
    const FormState& state();
    // What the paper shows in a cell; "" also for a cell that is not there.
    std::string shown(std::string_view path);
    std::string name(std::string_view path) const;
    // All findings of one rule.
    std::vector<Finding> findings(std::string_view rule);
    bool finds(std::string_view rule, std::string_view path);

  private:
    std::shared_ptr<const Reviewer> m_reviewer;
    History m_history;
    CalendarDay m_today{2025, 12, 31};
    FormState m_state;
    unsigned long m_evaluated = 0;  // revision m_state belongs to
    bool m_stale = true;
};

}  // namespace shenbao::testing
