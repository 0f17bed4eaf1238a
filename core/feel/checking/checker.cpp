// Types of nodes, except calls.
#include "core/feel/checking/checker.h"

namespace shenbao::feel {
namespace {

TypeKind kind_of(const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            return TypeKind::Null;
        case Kind::Boolean:
            return TypeKind::Boolean;
        case Kind::Number:
            return TypeKind::Number;
        case Kind::String:
            return TypeKind::String;
        case Kind::Date:
            return TypeKind::Date;
        case Kind::Time:
            return TypeKind::Time;
        case Kind::DateTime:
            return TypeKind::DateTime;
        case Kind::YearsMonths:
            return TypeKind::YearsMonths;
        case Kind::DaysTime:
            return TypeKind::DaysTime;
        default:
            return TypeKind::Any;
    }
}

}  // namespace

Diagnostic& Checker::report(DiagnosticKind kind, size_t offset, size_t end, std::string_view name,
                            std::string_view detail) {
    const bool warning = kind == DiagnosticKind::Unreachable || kind == DiagnosticKind::NeverTrue ||
                         kind == DiagnosticKind::ConditionNotBoolean;
    Diagnostic& diagnostic = m_diagnostics.emplace_back();
    diagnostic.severity = warning ? Severity::Warning : Severity::Error;
    diagnostic.kind = kind;
    diagnostic.offset = static_cast<uint32_t>(offset);
    diagnostic.length = static_cast<uint32_t>(end > offset ? end - offset : 0);
    diagnostic.name = name;
    diagnostic.detail = detail;
    return diagnostic;
}

Diagnostic& Checker::report(DiagnosticKind kind, const Node& node, std::string_view name,
                            std::vector<Type> types) {
    Diagnostic& diagnostic = report(kind, node.offset, node.offset + node.length, name, std::string_view());
    diagnostic.types = std::move(types);
    return diagnostic;
}

Type Checker::item_type(const Type& type) {
    if (type.is(TypeKind::List) || type.is(TypeKind::Range)) return type.element();
    return type;
}

void Checker::check(Node& node) {
    switch (node.kind) {
        case NodeKind::Literal:
            node.type = kind_of(node.value);
            break;
        case NodeKind::AtLiteral:
            node.type = kind_of(node.value);
            if (node.value.is_null()) report(DiagnosticKind::BadLiteral, node, node.name);
            break;
        case NodeKind::Path:
            check_path(node);
            break;
        case NodeKind::Filter:
            check_filter(node);
            break;
        case NodeKind::Call:
            check_call(node);
            break;
        case NodeKind::Negate: {
            const Type& type = node.children[0]->type;
            node.type = type;
            if (!is_open_kind(type) && !type.is(TypeKind::Number) && !type.is(TypeKind::YearsMonths) &&
                !type.is(TypeKind::DaysTime)) {
                report(DiagnosticKind::WrongOperandType, node, "-", {type});
                node.type = TypeKind::Null;
            }
            break;
        }
        case NodeKind::Add:
        case NodeKind::Subtract:
        case NodeKind::Multiply:
        case NodeKind::Divide:
        case NodeKind::Power:
            check_arithmetic(node);
            break;
        case NodeKind::Equal:
        case NodeKind::NotEqual:
        case NodeKind::Less:
        case NodeKind::LessEqual:
        case NodeKind::Greater:
        case NodeKind::GreaterEqual:
            check_comparison(node);
            break;
        case NodeKind::And:
        case NodeKind::Or:
            node.type = TypeKind::Boolean;
            for (const Node* child : node.children) {
                if (is_open_kind(child->type) || child->type.is(TypeKind::Boolean)) continue;
                report(DiagnosticKind::WrongOperandType, *child, operator_sign(node.kind), {child->type});
            }
            break;
        case NodeKind::Between:
            node.type = TypeKind::Boolean;
            for (size_t i = 1; i < 3; ++i) {
                if (Type::may_meet(node.children[0]->type, node.children[i]->type)) continue;
                report(DiagnosticKind::NeverTrue, node, "between",
                       {node.children[0]->type, node.children[i]->type});
                break;
            }
            break;
        case NodeKind::In:
            check_in(node);
            break;
        case NodeKind::InstanceOf:
            node.type = TypeKind::Boolean;
            break;
        case NodeKind::If:
            check_if(node);
            break;
        case NodeKind::For:
            node.type = Type::list(node.children.back()->type);
            break;
        case NodeKind::Some:
        case NodeKind::Every:
            check_condition(*node.children.back(), node.kind == NodeKind::Some ? "some" : "every");
            node.type = TypeKind::Boolean;
            break;
        case NodeKind::List: {
            Type item = node.children.empty() ? Type() : node.children[0]->type;
            for (const Node* child : node.children) item = Type::join(item, child->type);
            node.type = Type::list(item.is(TypeKind::Null) ? Type() : item);
            break;
        }
        case NodeKind::Context:
            check_context(node);
            break;
        case NodeKind::Range:
            check_range(node);
            break;
        case NodeKind::UnaryRange:
            node.type = Type::range(node.children[0]->type);
            break;
        case NodeKind::Function:
            node.type = Type::function(node.parameter_types, node.children[0]->type);
            break;
        case NodeKind::UnaryTests:
            node.type = TypeKind::Boolean;
            break;
        default:
            break;
    }
}

void Checker::check_path(Node& node) {
    const Type& base = node.children[0]->type;
    const bool projected = base.is(TypeKind::List);
    const Type item = projected ? base.element() : base;
    node.type = {};
    if (is_open_kind(item)) return;
    if (item.is(TypeKind::Context)) {
        const Type* entry = item.entry(node.name);
        if (entry != nullptr) {
            node.type = projected ? Type::list(*entry) : *entry;
        } else if (item.has_entries() && !item.is_open()) {
            report_entry(node, item);
        }
        return;
    }
    for (const Property& candidate : properties()) {
        if (candidate.of != item.kind() || candidate.name != node.name) continue;
        const Type result = candidate.result == TypeKind::Any ? item.element() : Type(candidate.result);
        node.type = projected ? Type::list(result) : result;
        return;
    }
    report_entry(node, item);
}

void Checker::report_entry(const Node& node, const Type& item) {
    report(DiagnosticKind::UnknownEntry, node.slot, node.offset + node.length, node.name).types = {item};
}

void Checker::check_condition(const Node& condition, std::string_view where) {
    if (is_open_kind(condition.type) || condition.type.is(TypeKind::Boolean)) return;
    report(DiagnosticKind::ConditionNotBoolean, condition, where, {condition.type});
}

void Checker::check_if(Node& node) {
    const Node& condition = *node.children[0];
    check_condition(condition, "if");
    if (condition.kind == NodeKind::Literal && condition.value.kind() == Kind::Boolean) {
        const bool positive = condition.value.is_true();
        report(DiagnosticKind::Unreachable, *node.children[positive ? 2 : 1], positive ? "else" : "then");
    }
    node.type = Type::join(node.children[1]->type, node.children[2]->type);
}

void Checker::check_filter(Node& node) {
    const Type &base = node.children[0]->type, &condition = node.children[1]->type;
    const Type item = base.is(TypeKind::List) ? base.element() : base;
    if (condition.is(TypeKind::Number)) {
        node.type = item;
    } else if (condition.is(TypeKind::Boolean)) {
        node.type = Type::list(item);
    } else {
        node.type = {};
        if (!is_open_kind(condition)) check_condition(*node.children[1], "[ ]");
    }
}

void Checker::check_context(Node& node) {
    std::vector<std::pair<std::string, Type>> entries;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const Type& type = node.children[i]->type;
        entries.emplace_back(node.names[i], type.is(TypeKind::Null) ? Type() : type);
    }
    node.type = Type::context(std::move(entries));
}

void Checker::check_range(Node& node) {
    const Type &low = node.children[0]->type, &high = node.children[1]->type;
    if (!Type::may_meet(low, high)) {
        report(DiagnosticKind::WrongOperandType, node, "..", {low, high});
    }
    node.type = Type::range(Type::join(low, high));
}

}  // namespace shenbao::feel
