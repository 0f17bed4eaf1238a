#include <nlohmann/json.hpp>

#include "app/shell/debug_json.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

std::string debug_json(const Workspace& work) {
    using Json = nlohmann::ordered_json;
    const Document& document = work.document;
    const Declaration& declaration = document.declaration();
    const FormState& state = document.state();
    Json values = Json::object(), rows = Json::object(), explanations = Json::object(),
         findings = Json::array();
    for (const auto& [path, text] : declaration.values) values[path] = text;
    for (const auto& [table, list] : declaration.rows) {
        Json ids = Json::array();
        for (const DeclaredRow& row : list) ids.push_back(row.id);
        rows[table] = std::move(ids);
    }
    for (const auto& [key, text] : declaration.explanations) explanations[key] = text;
    for (size_t i = 0; i < state.findings.size(); ++i) {
        const Finding& finding = state.findings[i];
        std::string source;
        for (const RuleDefinition& rule : document.definition().rules)
            if (rule.id == finding.rule) source = rule.source;
        findings.push_back({{"id", "finding:" + work.findings.keys()[i]},
                            {"rule", finding.rule},
                            {"number", finding.number},
                            {"level", texts::level_name(finding.level)},
                            {"source", source},
                            {"paths", finding.paths},
                            {"message", finding.message},
                            {"explanation", finding.explanation}});
    }
    const Json json{
        {"form", declaration.form_id},
        {"version", declaration.form_version},
        {"revision", document.revision()},
        {"undo", document.history().undo_name()},
        {"redo", document.history().redo_name()},
        {"fresh", {{"finding", work.focus.fresh()}, {"cell", work.focus.left()}}},
        {"counts", {{"error", state.errors}, {"explain", state.explains}, {"hint", state.hints}}},
        {"year", state.year},
        {"draft",
         {{"text", work.saving.notice().text},
          {"savedRevision", work.saving.saved_revision()},
          {"failed", work.saving.failed()}}},
        {"view",
         {{"frames", work.frames},
          {"zoom", work.viewport.zoom()},
          {"focused", work.focus.node()},
          {"active", work.focus.active()},
          {"selected", work.focus.framed()},
          {"finding", work.focus.finding()},
          {"nodes", work.publisher.semantics().nodes.size()},
          {"layouts", work.texts.size()}}},
        {"values", std::move(values)},
        {"rows", std::move(rows)},
        {"explanations", std::move(explanations)},
        {"findings", std::move(findings)},
    };
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace shenbao::app
