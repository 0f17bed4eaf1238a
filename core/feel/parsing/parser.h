// Text to tree; for core/feel only. Names are resolved while reading, because where a name with spaces ends
// depends on the names that are known there; types are inferred on the way for the same reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/feel/checking/checker.h"
#include "core/feel/parsing/lexer.h"
#include "core/feel/tree/limits.h"
#include "core/feel/tree/syntax.h"

namespace shenbao::feel {

class Parser {
  public:
    Parser(std::string_view source, const Scope& scope, const CompileOptions& options, Program& program,
           std::vector<Diagnostic>& diagnostics);

    // False when the text is no FEEL.
    bool parse_expression();
    bool parse_unary_tests(const Type& input);

  private:
    struct Name {
        std::string name;  // normalized
        uint32_t slot = 0;
        Type type;
        bool is_item = false;  // of a filter: its entries are names, too
    };
    struct Found {
        Node* node = nullptr;
        size_t end = 0;  // behind the name
    };

    Node* expression();
    Node* binary(int least, Node* left = nullptr);
    Node* additive();
    Node* unary();
    Node* postfix(Node* node);
    Node* primary();
    Node* after_opening();
    Node* if_expression();
    Node* for_expression();
    Node* quantified(NodeKind kind);
    bool iterations(Node* node);
    Node* function_definition();
    Node* list_or_range();
    bool begins_range(size_t position) const;
    Node* range_end(Node* low, size_t start, bool low_closed);
    Node* context_literal();
    Node* at_literal();
    Node* number_literal();
    Node* string_literal();
    Node* name_expression();
    Node* unary_test();
    Node* comparison_tail(Node* left, size_t start);
    Node* in_tests(Node* left, size_t start);
    Node* filter(Node* base, size_t start);
    Node* path(Node* base, size_t start);
    Node* call(Node* callee, size_t start);
    std::optional<Type> type();
    bool key(std::string& text);
    bool loop_variable(std::string& text);
    void take_name(size_t limit, std::string& text);
    bool unary_tests_body(Node* node);

    Found resolve(size_t start);
    void add_item_meanings(std::vector<Node*>& meanings, const Name& name, const std::string& normalized,
                           Node* item);
    Node* look_up(const std::string& normalized, size_t start, size_t end);
    Node* unknown(size_t start, size_t end);
    std::string name_between(size_t start, size_t end) const;
    Node* make(NodeKind kind, size_t start, std::vector<Node*> children = {});
    Node* finish(Node* node);
    uint32_t push_name(std::string_view name, Type type, bool is_item = false);
    Node* fail(std::string_view expected);
    bool expect(char c);
    bool enter();
    void leave() { --m_depth; }

    Lexer m_lexer;
    const Scope& m_scope;
    const CompileOptions& m_options;
    Program& m_program;
    std::vector<Diagnostic>& m_diagnostics;
    Checker m_checker;
    std::vector<Name> m_names;       // locals, innermost last
    std::vector<Node*> m_item_uses;  // nodes that mean something of the items of filters around them
    size_t m_longest_name = 0;
    unsigned m_depth = 0;
    bool m_failed = false;
    bool m_in_range_end = false;
    bool m_used_input = false;
};

}  // namespace shenbao::feel
