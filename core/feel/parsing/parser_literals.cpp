// Literals and everything in brackets.
#include "core/feel/parsing/parser.h"
#include "core/feel/text/syntax_names.h"

namespace shenbao::feel {

Node* Parser::primary() {
    if (m_failed) return nullptr;
    const char c = m_lexer.peek();
    if (c == '(') return after_opening();
    if (c == '[' || c == ']') return list_or_range();
    if (c == '{') return context_literal();
    if (c == '"') return string_literal();
    if (c == '@') return at_literal();
    if ((c >= '0' && c <= '9') || c == '.') return number_literal();
    return name_expression();
}

// "(": an expression, "(< 10)" or "(1..10]".
Node* Parser::after_opening() {
    const size_t start = m_lexer.position();
    m_lexer.take("(");
    if (!enter()) return nullptr;
    const bool in_range_end = m_in_range_end;
    m_in_range_end = false;
    Node* node = expression();
    m_in_range_end = in_range_end;
    leave();
    if (!m_failed && m_lexer.take("..")) return range_end(node, start, false);
    expect(')');
    return m_failed ? nullptr : node;
}

Node* Parser::list_or_range() {
    const size_t start = m_lexer.position();
    const bool reversed = m_lexer.peek() == ']';
    m_lexer.take(reversed ? "]" : "[");
    Node* node = make(NodeKind::List, start);
    // "[]10..20[]" is a list with an open range.
    const bool range_first = !reversed && m_lexer.peek() == ']' && begins_range(m_lexer.position() + 1);
    if (!reversed && !range_first && m_lexer.take("]")) return finish(node);
    Node* first = expression();
    if (!m_failed && m_lexer.take("..")) return range_end(first, start, !reversed);
    if (reversed) return fail("..");
    node->children.push_back(first);
    while (!m_failed && m_lexer.take(",")) node->children.push_back(expression());
    expect(']');
    return finish(node);
}

// Does an end of a range begin there, behind "[]"? An operand cannot follow a list; a sign or parenthesis
// can, and then ".." decides.
bool Parser::begins_range(size_t position) const {
    const std::string_view source = m_lexer.source();
    size_t at = m_lexer.skip_blanks_from(position);
    if (at >= source.size()) return false;
    const char digit = source[at] == '.' && at + 1 < source.size() ? source[at + 1] : source[at];
    if (source[at] == '"' || source[at] == '@' || (digit >= '0' && digit <= '9')) return true;
    const std::string_view word = m_lexer.word_at(at);
    if (!word.empty()) return !is_keyword(word);
    if (source[at] != '-' && source[at] != '(') return false;
    int depth = 0;
    for (; at < source.size(); ++at) {
        const char c = source[at];
        if (depth == 0 && source.substr(at, 2) == "..") return true;
        if (c == '(') ++depth;
        if (c == ')' && --depth < 0) return false;
        if (c == '"' || (depth == 0 && (c == ',' || c == '[' || c == ']' || c == '}'))) return false;
    }
    return false;
}

// Behind "..".
Node* Parser::range_end(Node* low, size_t start, bool low_closed) {
    if (!enter()) return nullptr;
    const bool in_range_end = m_in_range_end;
    m_in_range_end = true;
    Node* high = additive();
    m_in_range_end = in_range_end;
    leave();
    if (m_failed) return nullptr;
    Node* node = make(NodeKind::Range, start, {low, high});
    if (low_closed) node->flags |= kLowClosed;
    if (m_lexer.take("]")) {
        node->flags |= kHighClosed;
    } else if (!m_lexer.take(")") && !m_lexer.take("[")) {
        return fail("]");
    }
    return finish(node);
}

Node* Parser::context_literal() {
    const size_t start = m_lexer.position(), outer_names = m_names.size();
    m_lexer.take("{");
    Node* node = make(NodeKind::Context, start);
    node->slot = static_cast<uint32_t>(outer_names);
    if (!m_lexer.take("}")) {
        do {
            std::string name;
            const size_t key_start = m_lexer.position();
            if (!key(name)) return fail("key");
            const size_t key_end = m_lexer.end_of_last();
            expect(':');
            Node* entry = expression();
            if (m_failed) return nullptr;
            for (const std::string& other : node->names) {
                if (other == name) {
                    m_checker.report(DiagnosticKind::DuplicateName, key_start, key_end, name);
                    node->flags |= kNegated;
                }
            }
            node->names.push_back(name);
            node->children.push_back(entry);
            push_name(name, entry->type);
        } while (m_lexer.take(","));
        expect('}');
    }
    m_names.resize(outer_names);
    node->shape = ShapeReference(node->names);
    return finish(node);
}

Node* Parser::number_literal() {
    const size_t start = m_lexer.position();
    const std::string_view text = m_lexer.take_number();
    if (text.empty()) return fail("number");
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) return fail("number");
    Node* node = make(NodeKind::Literal, start);
    node->value = Value(*number);
    return finish(node);
}

Node* Parser::string_literal() {
    const size_t start = m_lexer.position();
    const std::optional<std::string> text = m_lexer.take_string();
    if (!text) return fail("\"");
    Node* node = make(NodeKind::Literal, start);
    node->value = Value(*text);
    return finish(node);
}

Node* Parser::at_literal() {
    const size_t start = m_lexer.position();
    m_lexer.take("@");
    if (m_lexer.peek() != '"') return fail("\"");
    const std::optional<std::string> text = m_lexer.take_string();
    if (!text) return fail("\"");
    Node* node = make(NodeKind::AtLiteral, start);
    node->name = *text;
    if (const auto moment = parse_date_time(*text)) {
        node->value = Value(*moment);
    } else if (const auto date = parse_date(*text)) {
        node->value = Value(*date);
    } else if (const auto time = parse_time(*text)) {
        node->value = Value(*time);
    } else if (const auto months = parse_years_months(*text)) {
        node->value = Value(*months);
    } else if (const auto days = parse_days_time(*text)) {
        node->value = Value(*days);
    }
    return finish(node);
}

}  // namespace shenbao::feel
