#include "app/findings/repair.h"

#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

// The table that lacks rows gets those of its peer. Rows that only it has stay: what was entered is never
// removed.
std::vector<Edit> align_edits(const Document& document, const Finding& finding) {
    if (finding.paths.empty()) return {};
    const std::string_view path = finding.paths.front();
    const TableDefinition* model = document.definition().table(path.substr(0, path.find('.')));
    if (model == nullptr || model->peer.empty()) return {};
    return align_rows_edits(document.declaration(), model->id, model->peer, OwnRows::Stay);
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

std::string_view repair_label(Repair repair) {
    switch (repair) {
        case Repair::None:
            break;
        case Repair::AlignRows:
            return texts::kAlign;
        case Repair::AcceptComputed:
            return texts::kAcceptComputed;
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
            edits = align_edits(document, finding);
            name = texts::kStepAlign;
            break;
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
