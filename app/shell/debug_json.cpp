#include <nlohmann/json.hpp>

#include "app/shell/desk.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

std::string Desk::debug_json() const {
    using Json = nlohmann::ordered_json;
    const Declaration& declaration = m_document.declaration();
    const FormState& state = m_document.state();
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
        for (const RuleDefinition& rule : m_document.definition().rules)
            if (rule.id == finding.rule) source = rule.source;
        findings.push_back({{"id", i < m_finding_ids.size() ? m_finding_ids[i] : std::string()},
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
        {"revision", m_document.revision()},
        {"undo", m_document.history().undo_name()},
        {"redo", m_document.history().redo_name()},
        {"counts", {{"error", state.errors}, {"explain", state.explains}, {"hint", state.hints}}},
        {"year", state.year},
        {"draft", {{"text", m_save.text}, {"savedRevision", m_saved_revision}, {"failed", m_save_failed}}},
        {"view",
         {{"frames", m_frames},
          {"zoom", m_zoom},
          {"focused", m_interaction.focused},
          {"active", m_active},
          {"selected", m_selected},
          {"finding", m_current_finding},
          {"nodes", m_semantics.nodes.size()},
          {"layouts", m_texts.size()}}},
        {"values", std::move(values)},
        {"rows", std::move(rows)},
        {"explanations", std::move(explanations)},
        {"findings", std::move(findings)},
    };
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace shenbao::app
