// Operators, filters and calls.
#include "core/feel/parsing/parser.h"

#include <utility>

#include "core/feel/text/syntax_names.h"

namespace shenbao::feel {
namespace {

struct Operator {
    std::string_view sign;
    NodeKind kind;
    int level;
};

// Longer signs first.
constexpr Operator kOperators[] = {
    {"**", NodeKind::Power, 6},    {"<=", NodeKind::LessEqual, 3}, {">=", NodeKind::GreaterEqual, 3},
    {"!=", NodeKind::NotEqual, 3}, {"=", NodeKind::Equal, 3},      {"<", NodeKind::Less, 3},
    {">", NodeKind::Greater, 3},   {"+", NodeKind::Add, 4},        {"-", NodeKind::Subtract, 4},
    {"*", NodeKind::Multiply, 5},  {"/", NodeKind::Divide, 5},
};
constexpr int kOr = 1, kAnd = 2, kComparison = 3, kAdditive = 4;
constexpr uint16_t kMaxHeight = 400;  // of a tree whose text is not nested: 1 + 1 + 1 …

// Not for the kinds of nodes that give something else, whatever their parts are.
bool may_be_number(const Node& node) {
    switch (node.kind) {
        case NodeKind::Literal:
            return node.value.as_number() != nullptr;
        case NodeKind::Equal:
        case NodeKind::NotEqual:
        case NodeKind::Less:
        case NodeKind::LessEqual:
        case NodeKind::Greater:
        case NodeKind::GreaterEqual:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Between:
        case NodeKind::In:
        case NodeKind::InstanceOf:
        case NodeKind::Some:
        case NodeKind::Every:
        case NodeKind::For:
        case NodeKind::List:
        case NodeKind::Context:
        case NodeKind::Range:
        case NodeKind::UnaryRange:
        case NodeKind::Function:
            return false;
        case NodeKind::Call:
            return node.children[0]->kind != NodeKind::Builtin ||
                   builtins()[node.children[0]->slot].result != TypeKind::Boolean;
        default:
            return true;
    }
}

}  // namespace

Parser::Parser(std::string_view source, const Scope& scope, const CompileOptions& options, Program& program,
               std::vector<Diagnostic>& diagnostics)
    : m_lexer(source),
      m_scope(scope),
      m_options(options),
      m_program(program),
      m_diagnostics(diagnostics),
      m_checker(program, diagnostics) {
    for (const Variable& variable : scope.variables)
        m_longest_name = std::max(m_longest_name, variable.name.size());
    for (const HostFunction& host : scope.functions)
        m_longest_name = std::max(m_longest_name, host.name.size());
    for (const Builtin& builtin : builtins()) m_longest_name = std::max(m_longest_name, builtin.name.size());
}

bool Parser::parse_expression() {
    m_program.root = expression();
    if (!m_failed && !m_lexer.at_end()) fail("end");
    return !m_failed;
}

Node* Parser::fail(std::string_view expected) {
    if (!m_failed) {
        const size_t at = m_lexer.position();
        m_checker.report(DiagnosticKind::Syntax, at, std::min(at + 1, m_lexer.source().size()), {},
                         std::string(expected));
    }
    m_failed = true;
    return nullptr;
}

bool Parser::expect(char c) {
    if (!m_failed && m_lexer.take(std::string_view(&c, 1))) return true;
    fail(std::string_view(&c, 1));
    return false;
}

bool Parser::enter() {
    if (m_failed) return false;
    if (++m_depth <= m_options.max_depth) return true;
    m_checker.report(DiagnosticKind::TooDeep, m_lexer.position(), m_lexer.position() + 1);
    m_failed = true;
    return false;
}

Node* Parser::make(NodeKind kind, size_t start, std::vector<Node*> children) {
    Node& node = m_program.nodes.emplace_back();
    node.kind = kind;
    node.offset = static_cast<uint32_t>(start);
    node.children = std::move(children);
    return &node;
}

// The last step for every node: its place, its height and its type.
Node* Parser::finish(Node* node) {
    if (m_failed) return nullptr;
    const size_t end = m_lexer.end_of_last();
    node->length = end > node->offset ? static_cast<uint32_t>(end - node->offset) : 0;
    for (const Node* child : node->children) {
        if (child == nullptr) return fail("expression");
        node->height = std::max<uint16_t>(node->height, static_cast<uint16_t>(child->height + 1));
    }
    if (node->height > kMaxHeight) {
        m_checker.report(DiagnosticKind::TooDeep, *node);
        m_failed = true;
        return nullptr;
    }
    m_checker.check(*node);
    return node;
}

Node* Parser::expression() {
    if (!enter()) return nullptr;
    const bool in_range_end = m_in_range_end;
    m_in_range_end = false;
    // "< 10" is an expression, too (rules 2 and 7).
    const std::string_view sign = m_lexer.source().substr(m_lexer.position(), 2);
    const bool test = !sign.empty() && (sign[0] == '<' || sign[0] == '>' || sign[0] == '=' || sign == "!=");
    Node* node = binary(kOr, test ? unary_test() : nullptr);
    m_in_range_end = in_range_end;
    leave();
    return node;
}

// `left`: what was read already.
Node* Parser::binary(int least, Node* left) {
    const size_t start = left != nullptr ? left->offset : m_lexer.position();
    if (left == nullptr) left = unary();
    while (!m_failed) {
        const std::string_view word = m_lexer.word();
        if (word == "or" && least <= kOr) {
            m_lexer.take_word(word);
            Node* right = binary(kAnd);
            left = finish(make(NodeKind::Or, start, {left, right}));
            continue;
        }
        if (word == "and" && least <= kAnd) {
            m_lexer.take_word(word);
            Node* right = binary(kComparison);
            left = finish(make(NodeKind::And, start, {left, right}));
            continue;
        }
        if ((word == "between" || word == "in") && least <= kComparison) {
            left = word == "in" ? in_tests(left, start) : comparison_tail(left, start);
            continue;
        }
        const Operator* found = nullptr;
        for (const Operator& candidate : kOperators) {
            if (m_lexer.next_is(candidate.sign)) {
                found = &candidate;
                break;
            }
        }
        if (found == nullptr || found->level < least) break;
        m_lexer.take(found->sign);
        Node* right = binary(found->level + 1);
        left = finish(make(found->kind, start, {left, right}));
    }
    return m_failed ? nullptr : left;
}

Node* Parser::additive() {
    return binary(kAdditive);
}

// x between a and b
Node* Parser::comparison_tail(Node* left, size_t start) {
    m_lexer.take_word("between");
    Node* low = binary(kAdditive);
    if (!m_failed && !m_lexer.take_word("and")) return fail("and");
    Node* high = binary(kAdditive);
    return finish(make(NodeKind::Between, start, {left, low, high}));
}

Node* Parser::in_tests(Node* left, size_t start) {
    m_lexer.take_word("in");
    if (m_failed || left == nullptr) return nullptr;
    Node* node = make(NodeKind::In, start, {left});
    node->slot = push_name("?", left->type);
    const bool used_input = m_used_input;
    const auto add = [&](Node* test) {
        if (test != nullptr && m_used_input) test->flags |= kUsesInput;
        m_used_input = false;
        node->children.push_back(test);
    };
    m_used_input = false;
    const size_t opening = m_lexer.position();
    if (!m_lexer.take("(")) {
        add(unary_test());
    } else {
        if (!enter()) return nullptr;
        Node* first = expression();
        if (!m_failed && m_lexer.take("..")) {
            add(postfix(range_end(first, opening, false)));
        } else {
            add(first);
            while (!m_failed && m_lexer.take(",")) add(expression());
            expect(')');
        }
        leave();
    }
    m_names.pop_back();
    m_used_input = used_input;
    return finish(node);
}

// A value, or "< 10" and the like.
Node* Parser::unary_test() {
    if (m_failed) return nullptr;
    const size_t start = m_lexer.position();
    for (const Operator& candidate : kOperators) {
        if (candidate.level != kComparison || !m_lexer.next_is(candidate.sign)) continue;
        m_lexer.take(candidate.sign);
        Node* node = make(NodeKind::UnaryRange, start, {binary(kAdditive)});
        node->operation = candidate.kind;
        return finish(node);
    }
    return binary(kAdditive);
}

Node* Parser::unary() {
    if (m_failed) return nullptr;
    const size_t start = m_lexer.position();
    if (!m_lexer.take("-")) return postfix(primary());
    if (!enter()) return nullptr;
    Node* operand = unary();
    leave();
    return finish(make(NodeKind::Negate, start, {operand}));
}

Node* Parser::postfix(Node* node) {
    if (m_failed) return nullptr;
    const size_t start = node->offset;
    while (!m_failed) {
        if (m_lexer.peek() == '.' && m_lexer.peek(1) != '.') {
            node = path(node, start);
        } else if (m_lexer.peek() == '[') {
            if (m_in_range_end) {
                // "]1..10[": a bracket that nothing can follow closes the range.
                const size_t after = m_lexer.skip_blanks_from(m_lexer.position() + 1);
                const std::string_view rest = m_lexer.source().substr(after);
                const std::string_view word = m_lexer.word_at(after);
                constexpr std::string_view kNoStart = ")]},:=<>!+*/.";
                if (rest.empty() || kNoStart.find(rest.front()) != std::string_view::npos || word == "and" ||
                    word == "or" || word == "then" || word == "else" || word == "return" ||
                    word == "satisfies" || word == "in" || word == "between" || word == "instance") {
                    break;
                }
            }
            node = filter(node, start);
        } else if (m_lexer.peek() == '(') {
            node = call(node, start);
        } else if (m_lexer.word() == "instance") {
            m_lexer.take_word("instance");
            if (!m_lexer.take_word("of")) return fail("of");
            Node* test = make(NodeKind::InstanceOf, start, {node});
            const std::optional<Type> tested = type();
            if (!tested) return fail("type");
            test->tested = *tested;
            node = finish(test);
        } else {
            break;
        }
    }
    return m_failed ? nullptr : node;
}

Node* Parser::filter(Node* base, size_t start) {
    m_lexer.take("[");
    Node* node = make(NodeKind::Filter, start, {base});
    node->slot = push_name("item", Checker::item_type(base->type), true);
    const size_t uses = m_item_uses.size();
    Node* condition = expression();
    m_names.pop_back();
    expect(']');
    node->children.push_back(condition);
    if (m_failed || condition == nullptr) return nullptr;
    if (may_be_number(*condition)) node->flags |= kMayBeIndex;
    for (size_t i = uses; i < m_item_uses.size(); ++i) {
        Node* use = m_item_uses[i];
        if (use->slot != node->slot) continue;
        node->flags |= kUsesItem;
        // What a name means outside of the filter is asked for an index only.
        if ((node->flags & kMayBeIndex) == 0 && use->kind == NodeKind::Path) use->children.resize(1);
        if ((node->flags & kMayBeIndex) == 0 && use->kind == NodeKind::Local) use->children.clear();
    }
    std::erase_if(m_item_uses, [&](const Node* use) { return use->slot == node->slot; });
    return finish(node);
}

Node* Parser::call(Node* callee, size_t start) {
    m_lexer.take("(");
    Node* node = make(NodeKind::Call, start, {callee});
    if (!m_lexer.take(")")) {
        do {
            // name ":" makes a named argument.
            const size_t before = m_lexer.position(), end = m_lexer.end_of_last();
            std::string name;
            if (!m_lexer.word().empty() && key(name) && m_lexer.peek() == ':') {
                m_lexer.take(":");
                node->names.push_back(name);
            } else {
                m_lexer.move_to(before);
                m_lexer.set_end_of_last(end);
                if (!node->names.empty()) return fail("parameter name");
            }
            node->children.push_back(expression());
            if (m_failed) return nullptr;
        } while (m_lexer.take(","));
        expect(')');
    }
    if (!node->names.empty() && node->names.size() + 1 != node->children.size())
        return fail("parameter name");
    return finish(node);
}

}  // namespace shenbao::feel
