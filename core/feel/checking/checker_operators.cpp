// Operators between types.
#include "core/feel/checking/checker.h"

namespace shenbao::feel {
namespace {

bool is_moment(TypeKind kind) {
    return kind == TypeKind::Date || kind == TypeKind::DateTime;
}
bool is_duration(TypeKind kind) {
    return kind == TypeKind::YearsMonths || kind == TypeKind::DaysTime;
}

// Result of an operator on known kinds; Null when it is not made for them.
TypeKind arithmetic_result(NodeKind operation, TypeKind left, TypeKind right) {
    using enum TypeKind;
    if (left == Number && right == Number) return Number;
    switch (operation) {
        case NodeKind::Add:
            if (left == String && right == String) return String;
            if (is_duration(left) && left == right) return left;
            if (is_moment(left) && is_duration(right)) return left;
            if (is_duration(left) && is_moment(right)) return right;
            if ((left == Time && right == DaysTime) || (left == DaysTime && right == Time)) return Time;
            return Null;
        case NodeKind::Subtract:
            if (is_duration(left) && left == right) return left;
            if (is_moment(left) && is_duration(right)) return left;
            if (left == Time && right == DaysTime) return Time;
            if ((is_moment(left) && is_moment(right)) || (left == Time && right == Time)) return DaysTime;
            return Null;
        case NodeKind::Multiply:
            if (is_duration(left) && right == Number) return left;
            return left == Number && is_duration(right) ? right : Null;
        case NodeKind::Divide:
            if (is_duration(left) && right == Number) return left;
            return is_duration(left) && left == right ? Number : Null;
        default:
            return Null;
    }
}

bool has_order(TypeKind kind) {
    switch (kind) {
        case TypeKind::Boolean:
        case TypeKind::List:
        case TypeKind::Context:
        case TypeKind::Range:
        case TypeKind::Function:
            return false;
        default:
            return true;
    }
}

}  // namespace

std::string_view operator_sign(NodeKind kind) {
    switch (kind) {
        case NodeKind::Add:
            return "+";
        case NodeKind::Subtract:
            return "-";
        case NodeKind::Multiply:
            return "*";
        case NodeKind::Divide:
            return "/";
        case NodeKind::Power:
            return "**";
        case NodeKind::Equal:
            return "=";
        case NodeKind::NotEqual:
            return "!=";
        case NodeKind::Less:
            return "<";
        case NodeKind::LessEqual:
            return "<=";
        case NodeKind::Greater:
            return ">";
        case NodeKind::GreaterEqual:
            return ">=";
        case NodeKind::And:
            return "and";
        case NodeKind::Or:
            return "or";
        default:
            return "";
    }
}

bool is_open_kind(const Type& type) {
    return type.is_any() || type.is(TypeKind::Null);
}

void Checker::check_arithmetic(Node& node) {
    const Type &left = node.children[0]->type, &right = node.children[1]->type;
    if (is_open_kind(left) || is_open_kind(right)) {
        node.type = node.kind == NodeKind::Power ? TypeKind::Number : TypeKind::Any;
        return;
    }
    const TypeKind result = arithmetic_result(node.kind, left.kind(), right.kind());
    node.type = result;
    if (result == TypeKind::Null) {
        report(DiagnosticKind::WrongOperandType, node, operator_sign(node.kind), {left, right});
    }
}

void Checker::check_comparison(Node& node) {
    const Type &left = node.children[0]->type, &right = node.children[1]->type;
    node.type = TypeKind::Boolean;
    const bool ordered = node.kind != NodeKind::Equal && node.kind != NodeKind::NotEqual;
    if (!Type::may_meet(left, right) || (ordered && (!has_order(left.kind()) || !has_order(right.kind())))) {
        report(DiagnosticKind::NeverTrue, node, operator_sign(node.kind), {left, right});
    }
}

void Checker::check_in(Node& node) {
    node.type = TypeKind::Boolean;
    const Type& value = node.children[0]->type;
    bool possible = false;
    Type tested;
    for (size_t i = 1; i < node.children.size(); ++i) {
        const Type& test = node.children[i]->type;
        possible = possible || (node.children[i]->flags & kUsesInput) != 0;
        Type item = item_type(test);
        possible = possible || Type::may_meet(value, test) || Type::may_meet(value, item) ||
                   Type::may_meet(value, item_type(item));
        tested = test;
    }
    if (!possible) report(DiagnosticKind::NeverTrue, node, "in", {value, tested});
}

}  // namespace shenbao::feel
