// How long a check of hostile definitions takes, with a thousand rows: milliseconds of the processor for the
// first check and for the one after it. Exit code 1 when one takes longer than a second.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "core/review/review.h"

namespace {

using namespace shenbao;

constexpr CalendarDay kToday{2025, 12, 31};

RuleDefinition rule(int number, std::string each, std::string when, std::string message = "此处") {
    RuleDefinition rule;
    rule.id = "hostile-" + std::to_string(number);
    rule.each = std::move(each);
    rule.when = std::move(when);
    rule.message = std::move(message);
    return rule;
}

double measure(const char* name, FormDefinition definition, int rows) {
    const Reviewer::Result compiled = Reviewer::compile(std::move(definition));
    if (!compiled.reviewer) {
        std::printf("%s: %s\n", name, compiled.faults.at(0).message.c_str());
        return 1e9;
    }
    Declaration declaration = blank_declaration(compiled.reviewer->definition());
    for (int i = 2; i <= rows; ++i)
        declaration.rows["longterm"].push_back({"cost_open-" + std::to_string(i), "cost_open"});
    Recheck recheck(compiled.reviewer);
    double worst = 0;
    size_t findings = 0;
    for (int round = 0; round < 2; ++round) {
        const std::clock_t start = std::clock();
        findings = recheck.evaluate(declaration, kToday).findings.size();
        worst = std::max(worst, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::printf("%9.1f ms %7zu findings %6d rows  %s\n", worst, findings, rows, name);
    return worst;
}

}  // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::ifstream stream("assets/forms/department-performance-target.form.json", std::ios::binary);
    std::stringstream json;
    json << stream.rdbuf();
    const DefinitionResult read = read_definition(json.str());
    if (!read.definition) return std::fprintf(stderr, "run from the checkout's root\n"), 2;
    const std::string endless = "count(for i in 1..1000000000 return log(i)) = 0";
    const std::string shared = "get value({a: for i in 1..60 return [partial[-1], partial[-1]]}, \"a\")";
    double worst = 0;
    const auto with = [&](const char* name, int rows, auto change) {
        FormDefinition definition = *read.definition;
        change(definition);
        worst = std::max(worst, measure(name, std::move(definition), rows));
    };
    with("the official form", 1000, [](FormDefinition&) {});
    with("the official form", 20000, [](FormDefinition&) {});
    with("a rule that is dear in every row", 1000, [&](FormDefinition& form) {
        form.rules.push_back(
            rule(1, "longterm", "some i in 1..60000 satisfies i + count(longterm.rows) < 0"));
    });
    with("two thousand endless rules", 1000, [&](FormDefinition& form) {
        for (int i = 0; i < 2000; ++i) form.rules.push_back(rule(i, "longterm", endless));
    });
    with("a thousand rules that always find something", 1000, [&](FormDefinition& form) {
        for (int i = 0; i < 1000; ++i) form.rules.push_back(rule(i, "longterm", "true"));
    });
    with("a thousand rules that never do", 1000, [&](FormDefinition& form) {
        for (int i = 0; i < 1000; ++i) form.rules.push_back(rule(i, "longterm", "1 = 2"));
    });
    with("each row compared with each", 5000, [&](FormDefinition& form) {
        form.rules.push_back(rule(1, "longterm", "count(longterm.rows[title = row.title]) > 1"));
    });
    with("endless messages", 1000, [&](FormDefinition& form) {
        form.rules.push_back(rule(1, "longterm", "true", "{" + shared + "}{string(count(" + shared + "))}"));
    });
    with("endless initial values", 10, [&](FormDefinition& form) {
        for (auto& field : form.fields)
            if (field.formula.empty()) field.initial = shared;
    });
    with("long initial values", 10, [&](FormDefinition& form) {
        for (auto& field : form.fields)
            if (field.formula.empty()) field.initial = "string(for i in 1..20000 return i)";
    });
    std::printf("%9.1f ms at most\n", worst);
    return worst > 1000 ? 1 : 0;
}
