#include "app/findings/repair.h"

#include <algorithm>

#include "app/findings/linked_tables.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

std::string_view table_of(const Finding& finding) {
    return finding.paths.empty() ? std::string_view() : split_path(finding.paths.front()).table;
}

// Forgets the values an opened file stated for computed cells, so that the computed ones stand.
std::vector<Edit> accept_edits(const Document& document, const Finding& finding) {
    std::vector<std::string> stated = finding.paths;
    for (const RuleDefinition& rule : document.definition().rules) {
        if (rule.id != finding.rule) continue;
        // A rule about computed fields shows another cell: the paper has none for them.
        for (const FieldDefinition& field : document.definition().fields)
            if (!field.formula.empty() &&
                (" " + rule.each + " ").find(" " + field.id + " ") != std::string::npos)
                stated.push_back(field.id);
    }
    std::vector<Edit> edits;
    for (const std::string& path : stated) {
        const CellState* state = document.state().cell(path);
        if (state != nullptr && state->computed && !document.text(path).empty())
            edits.push_back(SetValue{path, ""});
    }
    return edits;
}

}  // namespace

std::string repair_label(const Document& document, const Finding& finding) {
    switch (finding.fix) {
        case Repair::None:
            break;
        case Repair::AlignRows:
            return align_label(document.definition(), table_of(finding));
        case Repair::FillFromPeer:
            if (!std::any_of(finding.paths.begin(), finding.paths.end(),
                             [&](const std::string& path) { return can_be_filled(document, path); }))
                break;
            return fill_label(document.definition(), table_of(finding));
        case Repair::AcceptComputed:
            return std::string(texts::kAcceptComputed);
    }
    return {};
}

Outcome repair(const Document& document, const Finding& finding) {
    std::vector<Edit> edits;
    std::string name;
    switch (finding.fix) {
        case Repair::None:
            break;
        case Repair::AlignRows:
            return align_tables(document, table_of(finding));
        case Repair::FillFromPeer:
            return fill_from_peer(document, table_of(finding));
        case Repair::AcceptComputed:
            edits = accept_edits(document, finding);
            name = texts::kAcceptComputed;
            break;
    }
    if (edits.empty()) return Outcome::of(effect::RequireEditing{});
    return Outcome::of(effect::Apply{name, std::move(edits)}, effect::Say{texts::done(name)},
                       effect::RefreshField{});
}

Outcome carry_out_fix(const Document& document, const Finding& finding, size_t fix, bool all_alike) {
    if (fix >= finding.fixes.size()) return {};
    std::vector<Edit> edits;
    Declaration declaration = document.declaration();
    int count = 0;
    const auto add = [&](const Fix& one) {
        ++count;
        for (const std::string& path : one.paths) {
            if (!one.removes) {
                edits.push_back(SetValue{path, one.text});
                continue;
            }
            const size_t point = path.find('.');
            if (point == std::string::npos) continue;
            // Each after those before it are gone: the last of its kind may have to stay.
            for (Edit& edit : remove_row_edits(document.definition(), declaration, path.substr(0, point),
                                               path.substr(point + 1))) {
                apply_edit(declaration, edit);
                edits.push_back(std::move(edit));
            }
        }
    };
    const Fix& wanted = finding.fixes[fix];
    if (!all_alike) add(wanted);
    for (const Finding& other : document.state().findings)
        for (const Fix& theirs : other.fixes)
            if (all_alike && other.rule == finding.rule && theirs.kind == wanted.kind) add(theirs);
    if (edits.empty()) return Outcome::of(effect::RequireEditing{});
    const std::string name = all_alike ? texts::all_alike(count) : wanted.label;
    return Outcome::of(effect::Apply{name, std::move(edits)}, effect::Say{texts::done(name)},
                       effect::RefreshField{});
}

Outcome confirm_explanation(const Finding& finding) {
    const std::string name(texts::kStepConfirm);
    return Outcome::of(
        effect::Apply{name, {SetExplanation{finding.key, finding.explanation, finding.message}}},
        effect::Say{texts::done(name)});
}

}  // namespace shenbao::app
