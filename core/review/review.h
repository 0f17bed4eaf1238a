// The whole form, checked: computed values, what is required, and every finding at once, in paper order.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/form/calendar_day.h"
#include "core/form/declaration.h"
#include "core/form/definition.h"

namespace shenbao {

// What can be done about a finding with one key: RuleDefinition::fixes.
struct Fix {
    size_t kind = 0;  // index in RuleDefinition::fixes
    std::string label;
    bool removes = false;
    std::vector<std::string> paths;  // cells that get `text`, or rows ("table.row") that go
    std::string text;
    bool operator==(const Fix&) const = default;
};

// What a rule found, or, as an error, that it could not be checked to its end: then `paths` names where it
// stopped, if that is one place.
struct Finding {
    std::string rule;  // RuleDefinition::id
    int number = 0;    // its row in docs/domain.md, 0 if none
    Level level = Level::Error;
    std::vector<std::string> paths;  // every cell involved, the one to open first
    std::string message;             // Chinese, names row and column, both sides and the difference
    std::string key;                 // rule and first path: what an explanation is stored under
    std::string explanation;         // Level::Explain: what the person wrote, "" while nothing is
    // Level::Explain: `explanation` was written for this very message. False: it is due, also where something
    // was written before the figures changed.
    bool explained = false;
    Repair fix = Repair::None;  // RuleDefinition::fix
    std::vector<Fix> fixes;
    bool general = false;  // a hint about the whole form: it marks no cell, and stands behind all others
    bool blank = false;    // an error about a cell in which nothing stands yet
    bool operator==(const Finding&) const = default;
};

struct CellState {
    std::string text;  // what the paper shows: the raw text, or the computed value
    // what the raw text was understood as, when that differs (">=90%" → "≥90%"); else ""
    std::string normalized;
    size_t section = 0;  // index into FormState::sections
    bool computed = false;
    bool required = false;
    bool invalid = false;        // the raw text cannot be understood as the cell's type
    std::optional<Level> worst;  // of the findings that name this cell (explained ones do not count)
    bool wrong = false;          // it is an error, and not only one about what is blank
    bool operator==(const CellState&) const = default;
};

struct SectionState {
    std::string id;
    int required = 0, filled = 0;  // required cells, and those of them that are filled
    int errors = 0, explains = 0, hints = 0;
    int blanks = 0;  // of the errors: Finding::blank
    bool operator==(const SectionState&) const = default;
};

struct FormState {
    std::unordered_map<std::string, CellState> cells;  // every cell of the paper, by path
    std::vector<Finding> findings;                     // paper order, then level
    std::vector<SectionState> sections;                // in the definition's order
    int errors = 0, explains = 0, hints = 0;           // explains: those still due
    int blanks = 0;                                    // of the errors: Finding::blank
    int year = 0;  // declared for, from the field of the form's identity; 0: none or not understood

    const CellState* cell(std::string_view path) const;
    // Texts of labels with {FEEL} (year headers), by their template text.
    std::unordered_map<std::string, std::string> labels;
    bool operator==(const FormState&) const = default;
};

// A definition with its FEEL compiled. The same declaration and day always give the same state. Not for
// several threads at once, not even with different declarations: compiled expressions remember where they
// found a key (core/feel/expression.h), and all share one stack.
class Reviewer {
  public:
    struct Result {
        std::shared_ptr<const Reviewer> reviewer;  // null when there are faults
        std::vector<DefinitionFault> faults;       // unknown names, wrong types, cycles between formulas
    };
    static Result compile(FormDefinition definition);
    ~Reviewer();

    const FormDefinition& definition() const;
    // `today` is used where the form has no fill date yet; the core has no clock.
    FormState evaluate(const Declaration& declaration, CalendarDay today) const;

  private:
    friend class Recheck;
    struct Compiled;
    explicit Reviewer(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
};

// Checks one declaration again and again while it is edited. Says what Reviewer::evaluate says, and keeps
// from the time before what a change cannot have touched.
class Recheck {
  public:
    explicit Recheck(std::shared_ptr<const Reviewer> reviewer);
    ~Recheck();
    Recheck(Recheck&&) noexcept;
    Recheck& operator=(Recheck&&) noexcept;

    // The reference is good until the next call.
    const FormState& evaluate(const Declaration& declaration, CalendarDay today);
    // What evaluate said last.
    const FormState& state() const;

  private:
    struct Memory;
    std::shared_ptr<const Reviewer> m_reviewer;
    std::unique_ptr<Memory> m_memory;
};

// Explanations that do not say what they were given for (Declaration::explained) are taken as given for what
// is found now. For a declaration that was just read, before anything in it changes.
void settle_explanations(const Reviewer& reviewer, Declaration& declaration, CalendarDay today);

// read_definition and Reviewer::compile in one, with all faults of both.
Reviewer::Result load_form(std::string_view json);

}  // namespace shenbao
