// Tree to text. What is printed reads as the same tree again.
#include "core/feel/expression.h"
#include "core/feel/tree/builtins.h"
#include "core/feel/tree/syntax.h"

namespace shenbao::feel {
namespace {

// How tightly a node binds; a child that binds less is put in parentheses.
enum Level { kAny, kOr, kAnd, kComparison, kSum, kProduct, kPower, kUnary, kPostfix, kPrimary };

Level level(const Node& node) {
    switch (node.kind) {
        case NodeKind::If:
        case NodeKind::For:
        case NodeKind::Some:
        case NodeKind::Every:
        case NodeKind::Function:
            return kAny;
        case NodeKind::Or:
            return kOr;
        case NodeKind::And:
            return kAnd;
        case NodeKind::Equal:
        case NodeKind::NotEqual:
        case NodeKind::Less:
        case NodeKind::LessEqual:
        case NodeKind::Greater:
        case NodeKind::GreaterEqual:
        case NodeKind::Between:
        case NodeKind::In:
            return kComparison;
        case NodeKind::Add:
        case NodeKind::Subtract:
            return kSum;
        case NodeKind::Multiply:
        case NodeKind::Divide:
            return kProduct;
        case NodeKind::Power:
            return kPower;
        case NodeKind::Negate:
            return kUnary;
        case NodeKind::InstanceOf:
        case NodeKind::Path:
        case NodeKind::Filter:
        case NodeKind::Call:
            return kPostfix;
        default:
            return kPrimary;
    }
}

std::string_view sign(NodeKind kind) {
    switch (kind) {
        case NodeKind::Or:
            return " or ";
        case NodeKind::And:
            return " and ";
        case NodeKind::Equal:
            return " = ";
        case NodeKind::NotEqual:
            return " != ";
        case NodeKind::Less:
            return " < ";
        case NodeKind::LessEqual:
            return " <= ";
        case NodeKind::Greater:
            return " > ";
        case NodeKind::GreaterEqual:
            return " >= ";
        case NodeKind::Add:
            return " + ";
        case NodeKind::Subtract:
            return " - ";
        case NodeKind::Multiply:
            return " * ";
        case NodeKind::Divide:
            return " / ";
        default:
            return " ** ";
    }
}

class Printer {
  public:
    std::string text;

    void print(const Node& node, Level least) {
        const bool parentheses = level(node) < least;
        if (parentheses) text += '(';
        print_bare(node);
        if (parentheses) text += ')';
    }

  private:
    void print_list(const Node& node, size_t from) {
        for (size_t i = from; i < node.children.size(); ++i) {
            if (i > from) text += ", ";
            print(*node.children[i], kAny);
        }
    }

    void print_bare(const Node& node) {
        const auto child = [&](size_t i) -> const Node& { return *node.children[i]; };
        switch (node.kind) {
            case NodeKind::Literal:
                append_text(text, node.value, true, SIZE_MAX);
                break;
            case NodeKind::AtLiteral:
                text += '@';
                append_quoted(text, node.name);
                break;
            case NodeKind::Variable:
            case NodeKind::Local:
            case NodeKind::Builtin:
            case NodeKind::Host:
            case NodeKind::UnknownName:
            case NodeKind::ItemEntry:
                text += node.name;
                break;
            case NodeKind::Path:
                if ((node.flags & kImplicitItem) == 0) {
                    print(child(0), kPostfix);
                    text += '.';
                }
                text += node.name;
                break;
            case NodeKind::Filter:
                print(child(0), kPostfix);
                text += '[';
                print(child(1), kAny);
                text += ']';
                break;
            case NodeKind::Call:
                print(child(0), kPostfix);
                text += '(';
                for (size_t i = 1; i < node.children.size(); ++i) {
                    if (i > 1) text += ", ";
                    if (!node.names.empty()) {
                        text += node.names[i - 1];
                        text += ": ";
                    }
                    print(child(i), kAny);
                }
                text += ')';
                break;
            case NodeKind::Negate:
                text += '-';
                if (child(0).kind == NodeKind::Negate) text += ' ';
                print(child(0), kUnary);
                break;
            case NodeKind::Between:
                print(child(0), kComparison);
                text += " between ";
                print(child(1), kSum);
                text += " and ";
                print(child(2), kSum);
                break;
            case NodeKind::In:
                print_in(node);
                break;
            case NodeKind::InstanceOf:
                print(child(0), kPostfix);
                text += " instance of " + node.tested.to_text();
                break;
            case NodeKind::If:
                text += "if ";
                print(child(0), kAny);
                text += " then ";
                print(child(1), kAny);
                text += " else ";
                print(child(2), kAny);
                break;
            case NodeKind::For:
            case NodeKind::Some:
            case NodeKind::Every:
                print_loop(node);
                break;
            case NodeKind::Iteration:
                print(child(0), kAny);
                if (node.children.size() == 2) {
                    text += "..";
                    print(child(1), kAny);
                }
                break;
            case NodeKind::List:
                text += '[';
                print_list(node, 0);
                text += ']';
                break;
            case NodeKind::Context:
                text += '{';
                for (size_t i = 0; i < node.children.size(); ++i) {
                    if (i > 0) text += ", ";
                    append_key(text, node.names[i]);
                    text += ": ";
                    print(child(i), kAny);
                }
                text += '}';
                break;
            case NodeKind::Range:
                text += (node.flags & kLowClosed) != 0 ? '[' : '(';
                print(child(0), kOr);
                text += "..";
                print(child(1), kSum);
                text += (node.flags & kHighClosed) != 0 ? ']' : ')';
                break;
            case NodeKind::UnaryRange:
                text += '(';
                text += sign(node.operation).substr(1);
                print(child(0), kSum);
                text += ')';
                break;
            case NodeKind::Function:
                print_function(node);
                break;
            case NodeKind::UnaryTests:
                if (node.children.empty()) text += '-';
                if ((node.flags & kNegated) != 0) text += "not(";
                print_list(node, 0);
                if ((node.flags & kNegated) != 0) text += ')';
                break;
            default: {
                // Operators are grouped from the left.
                const Level own = level(node);
                print(child(0), own);
                text += sign(node.kind);
                print(child(1), static_cast<Level>(own + 1));
            }
        }
    }

    void print_in(const Node& node) {
        print(*node.children[0], kComparison);
        text += " in ";
        if (node.children.size() == 2 && level(*node.children[1]) >= kSum) {
            print(*node.children[1], kSum);
            return;
        }
        text += '(';
        for (size_t i = 1; i < node.children.size(); ++i) {
            if (i > 1) text += ", ";
            print(*node.children[i], kAny);
        }
        text += ')';
    }

    void print_loop(const Node& node) {
        text += node.kind == NodeKind::For ? "for " : node.kind == NodeKind::Some ? "some " : "every ";
        for (size_t i = 0; i < node.names.size(); ++i) {
            if (i > 0) text += ", ";
            text += node.names[i] + " in ";
            print(*node.children[i], kAny);
        }
        text += node.kind == NodeKind::For ? " return " : " satisfies ";
        print(*node.children.back(), kAny);
    }

    void print_function(const Node& node) {
        text += "function(";
        for (size_t i = 0; i < node.names.size(); ++i) {
            if (i > 0) text += ", ";
            text += node.names[i];
            if (!node.parameter_types[i].is_any() || node.parameter_types[i].is_unknown()) {
                text += ": " + node.parameter_types[i].to_text();
            }
        }
        text += (node.flags & kNegated) != 0 ? ") external " : ") ";
        print(*node.children[0], kAny);
    }
};

// Its slot is a place in the source, which means nothing.
bool is_written_path(const Node& node) {
    return node.kind == NodeKind::Path && (node.flags & kImplicitItem) == 0;
}

void print_tree(std::string& text, const Node& node) {
    text += '(';
    text += std::to_string(static_cast<int>(node.kind));
    text += '/' + std::to_string(is_written_path(node) ? 0 : node.slot) + '/' +
            std::to_string(node.flags & ~kUsesInput);
    if (node.kind == NodeKind::UnaryRange) text += std::to_string(static_cast<int>(node.operation));
    if (!node.name.empty()) append_quoted(text, node.name);
    if (node.kind == NodeKind::Literal) append_text(text, node.value, true, SIZE_MAX);
    if (node.kind == NodeKind::InstanceOf) text += node.tested.to_text();
    for (const std::string& name : node.names) append_quoted(text, name);
    for (const Type& type : node.parameter_types) text += type.to_text();
    for (const Node* child : node.children) print_tree(text, *child);
    text += ')';
}

}  // namespace

std::string Expression::to_source() const {
    Printer printer;
    printer.print(*m_program->root, kAny);
    return std::move(printer.text);
}

std::string Expression::to_tree() const {
    std::string text;
    print_tree(text, *m_program->root);
    return text;
}

}  // namespace shenbao::feel
