#include <iostream>

#include "cli/commands.h"
#include "cli/encoding.h"
#include "cli/files.h"
#include "core/formats/json/json_tree.h"
#include "core/formats/opening/open_file.h"

namespace shenbao::cli {
namespace {

struct LevelWords {
    Level level;
    const char* key;
    const char* title;
};
constexpr LevelWords kLevels[] = {
    {Level::Error, "error", "错误（改正后才能提交）"},
    {Level::Explain, "explain", "需要书面说明"},
    {Level::Hint, "hint", "提示"},
};

int count(const FormState& state, Level level) {
    switch (level) {
        case Level::Error:
            return state.errors;
        case Level::Explain:
            return state.explains;
        case Level::Hint:
            return state.hints;
    }
    return 0;
}

std::string json_report(const FormDefinition& definition, const FormState& state) {
    JsonTree counts = JsonTree::object(), findings = JsonTree::array();
    for (const LevelWords& words : kLevels)
        counts.add(words.key, JsonTree::number(std::to_string(count(state, words.level))));
    for (const Finding& finding : state.findings) {
        JsonTree paths = JsonTree::array(), entry = JsonTree::object();
        for (const std::string& path : finding.paths) paths.items.push_back(JsonTree::string(path));
        entry.add("rule", JsonTree::string(finding.rule));
        for (const LevelWords& words : kLevels)
            if (words.level == finding.level) entry.add("level", JsonTree::string(words.key));
        entry.add("paths", std::move(paths));
        entry.add("message", JsonTree::string(finding.message));
        if (!finding.explanation.empty()) entry.add("explanation", JsonTree::string(finding.explanation));
        if (!finding.explanation.empty())
            entry.add("explained",
                      {finding.explained ? JsonTree::Kind::True : JsonTree::Kind::False, {}, {}, {}});
        findings.items.push_back(std::move(entry));
    }
    JsonTree report = JsonTree::object();
    report.add("form", JsonTree::string(definition.id));
    report.add("version", JsonTree::string(definition.version));
    report.add("counts", std::move(counts));
    report.add("findings", std::move(findings));
    return pretty_json(report);
}

// The cells' words; of very many only the first, as a person goes on from there.
std::string cell_names(CellNames& cells, const Finding& finding) {
    constexpr size_t kMost = 6, kFirst = 3;
    const size_t shown = finding.paths.size() > kMost ? kFirst : finding.paths.size();
    std::string names;
    for (size_t i = 0; i < shown; ++i)
        names.append(names.empty() ? "" : "；").append(cells.of(finding.paths[i]));
    if (shown < finding.paths.size()) names += "；…… 共 " + std::to_string(finding.paths.size()) + " 处";
    return names;
}

std::string text_report(const FormDefinition& definition, const ReadResult& read, const FormState& state) {
    std::string text = definition.title + "（" + definition.version + "）\n";
    text += "错误 " + std::to_string(state.errors) + " 处，待说明 " + std::to_string(state.explains) +
            " 处，提示 " + std::to_string(state.hints) + " 处\n";
    if (!read.notes.empty()) {
        text += "\n读入时\n";
        for (const ReadNote& note : read.notes) text += "  " + note_line(note) + "\n";
    }
    CellNames all_cells(definition, read.declaration);
    for (const LevelWords& words : kLevels) {
        int number = 0;
        for (const Finding& finding : state.findings) {
            if (finding.level != words.level) continue;
            if (number == 0) text += "\n" + std::string(words.title) + "\n";
            text += "  " + std::to_string(++number) + ". ";
            if (finding.number > 0) text += "〔规则 " + std::to_string(finding.number) + "〕";
            text += finding.message + "\n";
            const std::string cells = cell_names(all_cells, finding);
            if (!cells.empty()) text += "     位置：" + cells + "\n";
            if (finding.explanation.empty()) continue;
            text += finding.explained ? "     说明：" : "     说明（数据已变，待重新说明）：";
            text += finding.explanation + "\n";
        }
    }
    return text;
}

}  // namespace

int check(const CheckOptions& options) {
    const auto reviewer = load(options.form_file);
    const auto bytes = reviewer ? read_file(options.file) : std::nullopt;
    if (!bytes) return kUnreadable;
    const ReadResult read = open_file(*reviewer, in_utf8(*bytes), options.today);
    if (!read.ok()) {
        std::cerr << options.file << "：" << read.message << "\n";
        return kUnreadable;
    }
    const FormState state = reviewer->evaluate(read.declaration, options.today);
    if (options.format == OutputFormat::Json) {
        print_notes(read);
        std::cout << json_report(reviewer->definition(), state);
    } else {
        std::cout << text_report(reviewer->definition(), read, state);
    }
    return state.errors > 0 ? kFindings : kNothingWrong;
}

}  // namespace shenbao::cli
