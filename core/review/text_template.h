// A text of the form with FEEL in braces: "收入合计（{column.title}）填的是 {amount(stated)}".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/feel/expression.h"
#include "core/form/definition.h"

namespace shenbao {

// Where a FEEL text stands in the definition's file and where its mistakes are collected.
struct FaultSink {
    std::vector<DefinitionFault>& faults;
    std::string pointer;  // of the text being compiled
    // As in FeelMistakes.
    size_t start = 0;
    std::string column = {};
};

enum class Wanted { Anything, Condition };  // a condition is true or false, never a number or a text

// Compiles one FEEL text; mistakes make one fault with all of them, and the result is empty. What was found
// there before, for another place of the same rule, is not repeated.
std::optional<feel::Expression> compile_feel(std::string_view source, const feel::Scope& scope,
                                             FaultSink sink, Wanted wanted = Wanted::Anything);

class TextTemplate {
  public:
    // Braces inside FEEL strings and nested contexts belong to the FEEL text.
    static std::optional<TextTemplate> compile(std::string_view text, const feel::Scope& scope,
                                               FaultSink sink);

    // Null renders as "". `exceeded` receives true where a limit was exceeded and left a part out.
    std::string render(std::span<const feel::Value> variables, const feel::EvaluationContext& context,
                       bool* exceeded = nullptr) const;
    // The value of a template that is one {FEEL} and nothing else; otherwise the rendered text as a string
    // value.
    feel::Value value(std::span<const feel::Value> variables, const feel::EvaluationContext& context,
                      bool* exceeded = nullptr) const;

    // The texts it may give, as Expression::outlines.
    std::vector<std::string> outlines() const;

    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& part : m_parts)
            if (part.expression) visit(*part.expression);
    }

  private:
    struct Part {
        std::string text;  // stands before the expression
        std::optional<feel::Expression> expression;
    };
    std::vector<Part> m_parts;
};

}  // namespace shenbao
