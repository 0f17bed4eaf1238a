#include "core/review/text_template.h"

#include "core/review/feel_mistakes.h"

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

bool is_known(const std::vector<DefinitionFault>& faults, const FaultSink& sink,
              const feel::Diagnostic& diagnostic) {
    for (const DefinitionFault& fault : faults) {
        if (!fault.feel || fault.pointer != sink.pointer || fault.feel->start != sink.start) continue;
        // A total's formula differs from column to column, and then so do the places.
        if (fault.feel->column != sink.column) return true;
        for (const feel::Diagnostic& known : fault.feel->diagnostics)
            if (known.offset == diagnostic.offset && known.kind == diagnostic.kind) return true;
    }
    return false;
}

void add_mistakes(std::string_view source, const feel::Scope& scope, FaultSink sink,
                  std::vector<feel::Diagnostic> diagnostics) {
    std::erase_if(diagnostics, [&](const auto& each) { return is_known(sink.faults, sink, each); });
    if (diagnostics.empty()) return;
    const std::string at = " (" + std::to_string(sink.start + diagnostics.front().offset) + ")";
    sink.faults.push_back({sink.pointer, "Wrong FEEL" + at, "FEEL 有误" + at});
    sink.faults.back().feel = std::make_shared<FeelMistakes>(
        FeelMistakes{std::string(source), sink.start, std::move(sink.column), scope, std::move(diagnostics)});
}

}  // namespace

std::optional<feel::Expression> compile_feel(std::string_view source, const feel::Scope& scope,
                                             FaultSink sink, Wanted wanted) {
    auto compiled = feel::compile(source, scope);
    if (wanted == Wanted::Condition && compiled.diagnostics.empty()) {
        const feel::Type& type = compiled.expression->type();
        if (!type.is_any() && !type.is(feel::TypeKind::Boolean)) {
            feel::Diagnostic& diagnostic = compiled.diagnostics.emplace_back();
            diagnostic.kind = feel::DiagnosticKind::ConditionNotBoolean;
            diagnostic.length = static_cast<uint32_t>(source.size());
            diagnostic.types = {type};
        }
    }
    if (compiled.diagnostics.empty()) return std::move(compiled.expression);
    add_mistakes(source, scope, std::move(sink), std::move(compiled.diagnostics));
    return std::nullopt;
}

std::optional<TextTemplate> TextTemplate::compile(std::string_view text, const feel::Scope& scope,
                                                  FaultSink sink) {
    TextTemplate result;
    const size_t whole = text.size();
    bool refused = false;
    while (true) {
        size_t open = text.find('{');
        if (open == std::string_view::npos) break;
        size_t length = feel_length(text.substr(open + 1));
        if (length == std::string_view::npos) {
            feel::Diagnostic diagnostic;
            diagnostic.length = 1;
            diagnostic.detail = "}";
            sink.start = whole - text.size() + open;
            add_mistakes(text.substr(open), scope, std::move(sink), {std::move(diagnostic)});
            return std::nullopt;
        }
        sink.start = whole - text.size() + open + 1;
        auto expression = compile_feel(text.substr(open + 1, length), scope, sink);
        refused |= !expression;
        result.m_parts.push_back({std::string(text.substr(0, open)), std::move(expression)});
        text.remove_prefix(open + 1 + length + 1);
    }
    if (!text.empty() || result.m_parts.empty()) result.m_parts.push_back({std::string(text), std::nullopt});
    if (refused) return std::nullopt;
    return result;
}

std::vector<std::string> TextTemplate::outlines() const {
    constexpr size_t kMost = 64;
    std::vector<std::string> outlines = {""};
    for (const auto& part : m_parts) {
        std::vector<std::string> endings = {""};
        if (part.expression) endings = part.expression->outlines();
        if (outlines.size() * endings.size() > kMost) endings = {"\1"};
        std::vector<std::string> longer;
        for (const std::string& outline : outlines)
            for (const std::string& ending : endings) longer.push_back(outline + part.text + ending);
        outlines = std::move(longer);
    }
    return outlines;
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
