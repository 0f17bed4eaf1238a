// Fills the official form without a screen and asks what the review says.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/form/edit.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/opening/open_file.h"
#include "core/review/review.h"

namespace shenbao {

inline std::string read_fixture(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::shared_ptr<const Reviewer> official_form() {
    static const auto form = [] {
        auto result = load_form(read_fixture("assets/forms/department-performance-target.form.json"));
        for (const auto& fault : result.faults) ADD_FAILURE() << fault.pointer << ": " << fault.message;
        return result.reviewer;
    }();
    return form;
}

constexpr CalendarDay kToday{2025, 12, 31};

class Review {
  public:
    // The real filled form, with another name and phone.
    static Review of_seed() {
        Review review;
        auto read = open_file(*official_form(), read_fixture("tests/fixtures/seed.txt"), kToday);
        EXPECT_TRUE(read.ok()) << read.message;
        for (const auto& note : read.notes) ADD_FAILURE() << note.line << ": " << note.message;
        review.m_declaration = read.declaration;
        return review;
    }
    static Review of_blank() { return {}; }

    Review& answer(const std::string& path, const std::string& text) {
        apply_edit(m_declaration, SetValue{path, text});
        return *this;
    }
    // What the finding says now.
    Review& explain(const std::string& key, const std::string& text) {
        std::string message;
        for (const auto& finding : state().findings)
            if (finding.key == key) message = finding.message;
        apply_edit(m_declaration, SetExplanation{key, text, message});
        return *this;
    }
    Review& remove_row(const std::string& table, const std::string& row) {
        apply_edit(m_declaration, RemoveRow{table, row});
        return *this;
    }

    FormState state() const { return official_form()->evaluate(m_declaration, kToday); }
    std::string text(const std::string& path) const {
        auto now = state();
        const auto* cell = now.cell(path);
        return cell ? cell->text : "no cell " + path;
    }
    // All findings of one rule.
    std::vector<Finding> findings(const std::string& rule) const {
        std::vector<Finding> result;
        for (auto& finding : state().findings)
            if (finding.rule == rule) result.push_back(finding);
        return result;
    }
    // The one finding of a rule; fails, and is an empty one, when there are none or several.
    Finding only(const std::string& rule) const {
        auto found = findings(rule);
        if (found.size() == 1) return found[0];
        ADD_FAILURE() << found.size() << " findings of " << rule;
        return {};
    }
    // The first path of each finding of a rule, in paper order.
    std::vector<std::string> places(const std::string& rule) const {
        std::vector<std::string> result;
        for (const auto& finding : findings(rule))
            result.push_back(finding.paths.empty() ? "" : finding.paths[0]);
        return result;
    }
    std::string message(const std::string& rule) const {
        auto found = findings(rule);
        return found.size() == 1 ? found[0].message : std::to_string(found.size()) + " findings";
    }
    Declaration& declaration() { return m_declaration; }

  private:
    Review() : m_declaration(blank_declaration(official_form()->definition())) {}
    Declaration m_declaration;
};

using Places = std::vector<std::string>;

// A rule about `each` beside the official ones.
inline std::shared_ptr<const Reviewer> form_with_rule(std::string each, std::string when, std::string message,
                                                      std::vector<std::string> paths = {}) {
    FormDefinition definition = official_form()->definition();
    RuleDefinition rule;
    rule.id = "of-the-day";
    rule.each = std::move(each);
    rule.when = std::move(when);
    rule.message = std::move(message);
    rule.paths = std::move(paths);
    definition.rules.push_back(std::move(rule));
    auto result = Reviewer::compile(std::move(definition));
    for (const auto& fault : result.faults) ADD_FAILURE() << fault.pointer << ": " << fault.message;
    return result.reviewer ? result.reviewer : official_form();
}

inline const Finding& finding_of(const FormState& state, std::string_view rule) {
    const auto found = std::find_if(state.findings.begin(), state.findings.end(),
                                    [&](const Finding& finding) { return finding.rule == rule; });
    if (found != state.findings.end()) return *found;
    ADD_FAILURE() << "nothing of " << rule;
    static const Finding none;
    return none;
}

}  // namespace shenbao
