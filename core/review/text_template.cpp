#include "core/review/text_template.h"

namespace shenbao {
namespace {

// The length of the FEEL text at the start of `text` up to its closing brace, or npos.
size_t feel_length(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && depth-- == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

void append(std::string& result, const feel::Value& value) {
    constexpr size_t kMostBytes = 4096;  // nobody reads more
    if (!value.is_null()) result += value.to_text(kMostBytes);
}

feel::Value evaluate(const feel::Expression& expression, std::span<const feel::Value> variables,
                     const feel::EvaluationContext& context, bool* exceeded) {
    feel::EvaluationResult result = expression.evaluate(variables, context);
    if (exceeded != nullptr && result.limit != feel::Limit::None) *exceeded = true;
    return std::move(result.value);
}

}  // namespace

std::optional<feel::Expression> compile_feel(std::string_view source, const feel::Scope& scope,
                                             FaultSink sink) {
    auto compiled = feel::compile(source, scope);
    bool refused = !compiled.expression.has_value();
    for (const auto& diagnostic : compiled.diagnostics) {
        refused = true;
        std::string place = " (" + std::to_string(diagnostic.offset) + "): ";
        sink.faults.push_back({sink.pointer, std::string(source) + place + diagnostic.message_en(),
                               std::string(source) + place + diagnostic.message_zh()});
    }
    if (refused) return std::nullopt;
    return std::move(compiled.expression);
}

std::optional<TextTemplate> TextTemplate::compile(std::string_view text, const feel::Scope& scope,
                                                  FaultSink sink) {
    TextTemplate result;
    bool refused = false;
    while (true) {
        size_t open = text.find('{');
        if (open == std::string_view::npos) break;
        size_t length = feel_length(text.substr(open + 1));
        if (length == std::string_view::npos) {
            sink.faults.push_back({sink.pointer, "'{' without '}'", "“{”没有对应的“}”"});
            return std::nullopt;
        }
        auto expression = compile_feel(text.substr(open + 1, length), scope, sink);
        refused |= !expression;
        result.m_parts.push_back({std::string(text.substr(0, open)), std::move(expression)});
        text.remove_prefix(open + 1 + length + 1);
    }
    if (!text.empty() || result.m_parts.empty()) result.m_parts.push_back({std::string(text), std::nullopt});
    if (refused) return std::nullopt;
    return result;
}

std::string TextTemplate::render(std::span<const feel::Value> variables,
                                 const feel::EvaluationContext& context, bool* exceeded) const {
    std::string result;
    for (const auto& part : m_parts) {
        result += part.text;
        if (part.expression) append(result, evaluate(*part.expression, variables, context, exceeded));
    }
    return result;
}

feel::Value TextTemplate::value(std::span<const feel::Value> variables,
                                const feel::EvaluationContext& context, bool* exceeded) const {
    if (m_parts.size() == 1 && m_parts[0].text.empty() && m_parts[0].expression)
        return evaluate(*m_parts[0].expression, variables, context, exceeded);
    return feel::Value(render(variables, context, exceeded));
}

}  // namespace shenbao
