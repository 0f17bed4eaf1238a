#include <algorithm>

#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/feel/time/temporal.h"
#include "core/feel/tree/builtins.h"

namespace shenbao {
namespace {

using namespace sayings;
using feel::DiagnosticKind;
using feel::Type;
using feel::TypeKind;

// A name that is called but is no function: perhaps it hides one.
Words explain_called(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const std::string_view written = marked(diagnostic, text);
    std::string name(written.substr(0, written.find('(')));
    while (name.ends_with(' ')) name.pop_back();
    Words kind = kind_words(diagnostic.types[0]);
    if (const FieldDefinition* field = text.definition.field(name))
        kind = {"本表的栏目（" + field->title + "）", "a field of the form (" + field->title + ")"};
    if (feel::find_builtin(name) < 0 && written.ends_with("()"))
        return say(kDropParentheses, {shortened(name), kind});
    if (feel::find_builtin(name) < 0) return say(kNoFunction, {shortened(name), kind});
    if (name == "today") return say(kHidden, {name, kind, say(kHiddenToday)});
    if (name != "date") return say(kHidden, {name, kind, say(kHiddenOther)});
    const std::string date = date_of(written);
    return say(kHidden,
               {name, kind, say(kHiddenDate, {date.empty() ? "@\"2025-01-31\"" : "@\"" + date + "\""})});
}

// What is wrong with a regular expression, as far as its signs show it.
Words pattern_reason(std::string_view pattern) {
    int depth = 0;
    bool repeatable = false;
    for (size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\') {
            ++i;
            repeatable = true;
        } else if (c == '[') {
            const size_t close = pattern.find(']', i + 2);
            if (close == std::string_view::npos) return say(kPatternSet);
            i = close;
            repeatable = true;
        } else if (c == '(') {
            ++depth;
            repeatable = false;
        } else if (c == ')') {
            if (--depth < 0) return say(kPatternBracket, {")"});
            repeatable = true;
        } else if (c == '*' || c == '+' || c == '?') {
            if (!repeatable) return say(kPatternCount, {std::string(1, c)});
        } else {
            repeatable = c != '|' && c != '^';
        }
    }
    return depth > 0 ? say(kPatternBracket, {"("}) : say(kPatternOther);
}

Words explain_constant(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const std::string written = shortened(marked(diagnostic, text));
    if (diagnostic.name == "/" || diagnostic.name == "modulo") return say(kDivideByZero);
    if (diagnostic.name == "date" || diagnostic.name == "time" || diagnostic.name == "date and time" ||
        diagnostic.name == "duration")
        return say(kNoDate, {written});
    return say(kNeverResult, {written});
}

Words words_of(const feel::Diagnostic& diagnostic, const FeelText& text) {
    switch (diagnostic.kind) {
        case DiagnosticKind::Syntax:
            return explain_syntax(diagnostic, text).words;
        case DiagnosticKind::TooLong:
            return say(kTooLong, {diagnostic.detail});
        case DiagnosticKind::TooDeep:
            return say(kTooDeep);
        case DiagnosticKind::UnknownName:
        case DiagnosticKind::UnknownFunction:
        case DiagnosticKind::UnknownEntry:
            return explain_name(diagnostic, text);
        case DiagnosticKind::UnknownType:
            return say(kUnknownType, {diagnostic.name});
        case DiagnosticKind::UnknownParameter:
            return say(kUnknownParameter,
                       {diagnostic.name, diagnostic.detail, usage_of(diagnostic.detail, text.scope)});
        case DiagnosticKind::WrongArgumentCount:
            return say(kArgumentCount, {diagnostic.name, usage_of(diagnostic.name, text.scope)});
        case DiagnosticKind::WrongArgumentType:
            return explain_argument(diagnostic, text);
        case DiagnosticKind::WrongOperandType:
            return diagnostic.name == "( )" ? explain_called(diagnostic, text)
                                            : explain_operands(diagnostic, text);
        case DiagnosticKind::ConditionNotBoolean:
            return explain_condition(diagnostic, text);
        case DiagnosticKind::NeverTrue:
            return explain_comparison(diagnostic, text);
        case DiagnosticKind::Unreachable:
            return say(kUnreachable,
                       {diagnostic.name, diagnostic.name == "else" ? Words("成立", "always holds")
                                                                   : Words("不成立", "never holds")});
        case DiagnosticKind::DuplicateName:
            return say(kDuplicate, {diagnostic.name});
        case DiagnosticKind::BadLiteral:
            if (const std::string date = date_of(diagnostic.name); !date.empty())
                return say(kBareDate, {marked(diagnostic, text), "@\"" + date + "\""});
            return say(kNoDate, {marked(diagnostic, text)});
        case DiagnosticKind::BadPattern:
            return say(kNoPattern, {marked(diagnostic, text), pattern_reason(diagnostic.name)});
        case DiagnosticKind::AlwaysNull:
            return explain_constant(diagnostic, text);
    }
    return {};
}

}  // namespace

Note explain(const feel::Diagnostic& diagnostic, const FeelText& text) {
    if (diagnostic.kind == DiagnosticKind::Syntax) return explain_syntax(diagnostic, text);
    Words words = words_of(diagnostic, text);
    if (!words.en.empty() && words.en.front() >= 'a' && words.en.front() <= 'z')
        words.en.front() = static_cast<char>(words.en.front() - 'a' + 'A');
    return {diagnostic.offset, diagnostic.length, std::move(words)};
}

}  // namespace shenbao
