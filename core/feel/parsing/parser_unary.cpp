// Unary tests: "> 10, [1..5], not(3)".
#include "core/feel/parsing/parser.h"

namespace shenbao::feel {

bool Parser::parse_unary_tests(const Type& input) {
    Node* node = make(NodeKind::UnaryTests, 0);
    node->slot = push_name("?", input);
    m_program.input_slot = node->slot;
    m_program.is_tests = true;
    if (!(m_lexer.peek() == '-' &&
          m_lexer.skip_blanks_from(m_lexer.position() + 1) == m_lexer.source().size())) {
        if (!unary_tests_body(node)) return false;
    } else {
        m_lexer.take("-");
    }
    m_program.root = finish(node);
    if (!m_failed && !m_lexer.at_end()) fail("end");
    return !m_failed;
}

// Tests with commas between them, or not( … ) around them all.
bool Parser::unary_tests_body(Node* node) {
    const size_t before = m_lexer.position();
    if (m_lexer.take_word("not") && m_lexer.take("(")) {
        node->flags |= kNegated;
    } else {
        m_lexer.move_to(before);
    }
    do {
        m_used_input = false;
        Node* test = expression();
        if (m_failed || test == nullptr) return false;
        if (m_used_input) test->flags |= kUsesInput;
        node->children.push_back(test);
    } while (m_lexer.take(","));
    return (node->flags & kNegated) == 0 || expect(')');
}

}  // namespace shenbao::feel
