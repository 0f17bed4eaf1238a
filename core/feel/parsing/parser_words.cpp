// The expressions that begin with a word of their own.
#include "core/feel/parsing/parser.h"

namespace shenbao::feel {

Node* Parser::if_expression() {
    const size_t start = m_lexer.position();
    m_lexer.take_word("if");
    Node* condition = expression();
    if (!m_failed && !m_lexer.take_word("then")) return fail("then");
    Node* positive = expression();
    if (!m_failed && !m_lexer.take_word("else")) return fail("else");
    Node* negative = expression();
    return finish(make(NodeKind::If, start, {condition, positive, negative}));
}

// name in list {, name in list}; the names stay visible.
bool Parser::iterations(Node* node) {
    node->slot = static_cast<uint32_t>(m_names.size());
    do {
        std::string name;
        if (!loop_variable(name) || !m_lexer.take_word("in")) {
            fail("in");
            return false;
        }
        const size_t start = m_lexer.position();
        Node* list = expression();
        if (m_failed) return false;
        Node* iteration = make(NodeKind::Iteration, start, {list});
        Type item = Checker::item_type(list->type);
        if (m_lexer.take("..")) {
            Node* last = expression();
            if (m_failed) return false;
            iteration->children.push_back(last);
            item = Type::join(list->type, last->type);
        }
        if (finish(iteration) == nullptr) return false;
        node->names.push_back(name);
        node->children.push_back(iteration);
        push_name(name, item);
    } while (m_lexer.take(","));
    return true;
}

Node* Parser::for_expression() {
    const size_t start = m_lexer.position(), outer_names = m_names.size();
    m_lexer.take_word("for");
    Node* node = make(NodeKind::For, start);
    if (!iterations(node)) return nullptr;
    if (!m_lexer.take_word("return")) return fail("return");
    push_name("partial", Type::list());
    node->children.push_back(expression());
    m_names.resize(outer_names);
    return finish(node);
}

Node* Parser::quantified(NodeKind kind) {
    const size_t start = m_lexer.position(), outer_names = m_names.size();
    m_lexer.take_word(kind == NodeKind::Some ? "some" : "every");
    Node* node = make(kind, start);
    if (!iterations(node)) return nullptr;
    if (!m_lexer.take_word("satisfies")) return fail("satisfies");
    node->children.push_back(expression());
    m_names.resize(outer_names);
    return finish(node);
}

Node* Parser::function_definition() {
    const size_t start = m_lexer.position(), outer_names = m_names.size();
    m_lexer.take_word("function");
    expect('(');
    Node* node = make(NodeKind::Function, start);
    node->slot = static_cast<uint32_t>(outer_names);
    if (!m_failed && !m_lexer.take(")")) {
        do {
            std::string name;
            const size_t name_start = m_lexer.position();
            if (!key(name)) return fail("parameter name");
            for (const std::string& other : node->names) {
                if (other == name) {
                    m_checker.report(DiagnosticKind::DuplicateName, name_start, m_lexer.end_of_last(), name);
                }
            }
            std::optional<Type> parameter = Type();
            if (m_lexer.take(":")) parameter = type();
            if (!parameter) return fail("type");
            node->names.push_back(name);
            node->parameter_types.push_back(*parameter);
            push_name(name, *parameter);
        } while (m_lexer.take(","));
        expect(')');
    }
    if (m_lexer.take_word("external")) {
        node->flags |= kNegated;
        node->children.push_back(expression());
    } else {
        const bool in_range_end = m_in_range_end;
        node->children.push_back(expression());
        m_in_range_end = in_range_end;
    }
    m_names.resize(outer_names);
    return finish(node);
}

}  // namespace shenbao::feel
