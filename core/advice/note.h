// One mistake in a FEEL text, explained; for core/advice only.
#pragma once

#include <string>
#include <string_view>

#include "core/advice/words.h"
#include "core/feel/expression.h"
#include "core/form/definition.h"

namespace shenbao {

struct Note {
    size_t offset = 0, length = 0;  // bytes of the source
    Words words;
};

// What an explanation may look at.
struct FeelText {
    std::string_view source;
    const feel::Scope& scope;
    const FormDefinition& definition;
    std::string_view pointer;  // where it stands in the file
};

// What the check said, in words.
Note explain(const feel::Diagnostic& diagnostic, const FeelText& text);
// By kinds: what is no FEEL at all, and names that nobody knows.
Note explain_syntax(const feel::Diagnostic& diagnostic, const FeelText& text);
Words explain_name(const feel::Diagnostic& diagnostic, const FeelText& text);
// Values that do not go together.
Words explain_condition(const feel::Diagnostic& diagnostic, const FeelText& text);
Words explain_comparison(const feel::Diagnostic& diagnostic, const FeelText& text);
Words explain_operands(const feel::Diagnostic& diagnostic, const FeelText& text);
Words explain_argument(const feel::Diagnostic& diagnostic, const FeelText& text);
// The part that a diagnostic marks.
std::string_view marked(const feel::Diagnostic& diagnostic, const FeelText& text);
// "2025/1/5", "2025年1月5日", "2025-1-5" as FEEL writes it; "" for what is no day.
std::string date_of(std::string_view text);

// “a”, “b” or “c”, at most three; for a name that is none of the candidates but like them.
Words similar_names(std::string_view name, const std::vector<std::string>& candidates);
// Likewise, of all functions.
Words similar_functions(std::string_view name, const feel::Scope& scope);
// How a function is written: round half up(number, decimals).
Words usage_of(std::string_view function, const feel::Scope& scope);

// What a value of the type is called, and which part of it a number or text would be, if it has parts.
Words kind_words(const feel::Type& type);
Words part_hint(const feel::Type& type, const feel::Type& wanted = {});
// Of ParameterFlags.
Words wanted_words(uint16_t flags);

// At most some 24 characters of a text, for a sentence.
std::string shortened(std::string_view text);

}  // namespace shenbao
