// What a mistake is called, for the author of a form.
#include "core/feel/tree/diagnostic.h"

namespace shenbao::feel {
namespace {

std::string quoted_zh(const std::string& text) {
    return "“" + text + "”";
}
std::string quoted_en(const std::string& text) {
    return "'" + text + "'";
}

std::string expected_zh(const std::string& what) {
    if (what == "expression") return "这里应有一个表达式";
    if (what == "end") return "表达式到此应当结束，后面的内容多余";
    if (what == "name") return "点号后面应有名称";
    if (what == "key") return "这里应有条目的名称";
    if (what == "number") return "这里应有数字，且不能超出范围";
    if (what == "parameter name") return "这里应有参数名";
    if (what == "type") return "这里应有类型名";
    if (what == "UTF-8") return "文本不是有效的 UTF-8";
    return "这里缺少" + quoted_zh(what);
}

std::string expected_en(const std::string& what) {
    if (what == "end") return "the expression should end here";
    if (what == "UTF-8") return "the text is not valid UTF-8";
    if (what == "expression" || what == "name" || what == "key" || what == "number" || what == "type" ||
        what == "parameter name") {
        return (what == "expression" ? "an " : "a ") + what + " is expected here";
    }
    return quoted_en(what) + " is expected here";
}

}  // namespace

std::string Diagnostic::message_zh() const {
    const std::string similar = detail.empty() ? std::string() : "，是否想写" + quoted_zh(detail);
    switch (kind) {
        case DiagnosticKind::Syntax:
            return "语法错误：" + expected_zh(detail) + "。";
        case DiagnosticKind::TooLong:
            return "表达式太长，最多 " + detail + " 字节。";
        case DiagnosticKind::TooDeep:
            return "表达式嵌套太深。";
        case DiagnosticKind::UnknownName:
            return "没有名为" + quoted_zh(name) + "的数据" + similar + "。";
        case DiagnosticKind::UnknownFunction:
            return "没有名为" + quoted_zh(name) + "的函数" + similar + "。";
        case DiagnosticKind::UnknownEntry:
            return detail + " 中没有" + quoted_zh(name) + "。";
        case DiagnosticKind::UnknownType:
            return "没有名为" + quoted_zh(name) + "的类型。";
        case DiagnosticKind::UnknownParameter:
            return "函数没有参数" + quoted_zh(name) + "，用法：" + detail + "。";
        case DiagnosticKind::WrongArgumentCount:
            return "函数" + quoted_zh(name) + "的参数个数不对，用法：" + detail + "。";
        case DiagnosticKind::WrongArgumentType:
            return "函数" + quoted_zh(name) + "的参数类型不对（" + detail + "）。";
        case DiagnosticKind::WrongOperandType:
            return "运算" + quoted_zh(name) + "不能用于 " + detail + "。";
        case DiagnosticKind::ConditionNotBoolean:
            return quoted_zh(name) + "的条件应为真或假，这里是 " + detail + "。";
        case DiagnosticKind::NeverTrue:
            return "比较" + quoted_zh(name) + "不可能成立：两边类型不同（" + detail + "）。";
        case DiagnosticKind::Unreachable:
            return quoted_zh(name) + "部分永远不会执行。";
        case DiagnosticKind::DuplicateName:
            return "名称" + quoted_zh(name) + "重复。";
        case DiagnosticKind::BadLiteral:
            return quoted_zh(name) + "不是有效的日期、时间或时长。";
    }
    return {};
}

std::string Diagnostic::message_en() const {
    const std::string similar = detail.empty() ? std::string() : "; did you mean " + quoted_en(detail) + "?";
    switch (kind) {
        case DiagnosticKind::Syntax:
            return "Syntax error: " + expected_en(detail) + ".";
        case DiagnosticKind::TooLong:
            return "The expression is longer than " + detail + " bytes.";
        case DiagnosticKind::TooDeep:
            return "The expression is nested too deeply.";
        case DiagnosticKind::UnknownName:
            return "Unknown name " + quoted_en(name) + (similar.empty() ? "." : similar);
        case DiagnosticKind::UnknownFunction:
            return "Unknown function " + quoted_en(name) + (similar.empty() ? "." : similar);
        case DiagnosticKind::UnknownEntry:
            return "There is no " + quoted_en(name) + " in " + detail + ".";
        case DiagnosticKind::UnknownType:
            return "Unknown type " + quoted_en(name) + ".";
        case DiagnosticKind::UnknownParameter:
            return "There is no parameter " + quoted_en(name) + " in " + detail + ".";
        case DiagnosticKind::WrongArgumentCount:
            return "Wrong number of arguments for " + quoted_en(name) + ": " + detail + ".";
        case DiagnosticKind::WrongArgumentType:
            return "Wrong argument for " + quoted_en(name) + " (" + detail + ").";
        case DiagnosticKind::WrongOperandType:
            return quoted_en(name) + " is not made for " + detail + ".";
        case DiagnosticKind::ConditionNotBoolean:
            return "The condition of " + quoted_en(name) + " should be true or false, not " + detail + ".";
        case DiagnosticKind::NeverTrue:
            return quoted_en(name) + " can never hold: different types (" + detail + ").";
        case DiagnosticKind::Unreachable:
            return "The part behind " + quoted_en(name) + " is never reached.";
        case DiagnosticKind::DuplicateName:
            return "The name " + quoted_en(name) + " is given twice.";
        case DiagnosticKind::BadLiteral:
            return quoted_en(name) + " is no date, time or duration.";
    }
    return {};
}

}  // namespace shenbao::feel
