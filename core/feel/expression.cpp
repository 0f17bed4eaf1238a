#include "core/feel/expression.h"

#include <algorithm>
#include <utility>

#include "core/feel/evaluation/evaluator.h"
#include "core/feel/parsing/parser.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

// Parts that read nothing are tried out once: what is an error there always is one.
class ConstantCheck {
  public:
    ConstantCheck(Program& program, std::vector<Diagnostic>& diagnostics)
        : m_program(program), m_diagnostics(diagnostics) {}

    void run() {
        if (visit(*m_program.root)) try_out(m_program.root);
    }

  private:
    // Whether the node reads nothing; if it does, its parts that do not have been tried.
    bool visit(Node& node) {
        bool constant = may_be_constant(node);
        std::vector<Node*> constants;
        for (Node* child : node.children) {
            if (visit(*child))
                constants.push_back(child);
            else
                constant = false;
        }
        if (constant) return true;
        for (Node* child : constants) try_out(child);
        if (node.kind == NodeKind::Divide && !constants.empty() && constants.back() == node.children[1] &&
            evaluate(*constants.back()).value == Value(0))
            report(node);
        return false;
    }

    static bool may_be_constant(const Node& node) {
        switch (node.kind) {
            case NodeKind::Variable:
            case NodeKind::Local:
            case NodeKind::ItemEntry:
            case NodeKind::UnknownName:
            case NodeKind::Host:
            case NodeKind::Function:
            case NodeKind::UnaryTests:
                return false;
            case NodeKind::Builtin:
                return node.name != "now" && node.name != "today";
            default:
                return true;
        }
    }

    void try_out(Node* node) {
        if (!is_error(node)) return;
        const Node* outer = nullptr;
        while (outer != node) {
            outer = node;
            for (Node* child : outer->children)
                if (node == outer && is_error(child)) node = child;
        }
        report(*node);
    }

    void report(const Node& node) {
        const uint32_t end = node.offset + node.length;
        for (const Diagnostic& known : m_diagnostics)
            if (known.offset < end && known.offset + known.length > node.offset) return;
        Diagnostic& diagnostic = m_diagnostics.emplace_back();
        diagnostic.kind = DiagnosticKind::AlwaysNull;
        diagnostic.offset = node.offset;
        diagnostic.length = node.length;
        if (node.kind == NodeKind::Call) diagnostic.name = node.children[0]->name;
        if (node.kind == NodeKind::Divide) diagnostic.name = "/";
    }

    bool is_error(Node* node) {
        if (node->children.empty() || m_trials_left == 0) return false;
        --m_trials_left;
        const EvaluationResult result = evaluate(*node);
        return result.error && result.limit == Limit::None;
    }

    EvaluationResult evaluate(Node& node) {
        EvaluationContext context;
        context.max_steps = 10'000;
        Node* const root = std::exchange(m_program.root, &node);
        EvaluationResult result = Evaluator(m_program, {}, context).run(nullptr);
        m_program.root = root;
        return result;
    }

    Program& m_program;
    std::vector<Diagnostic>& m_diagnostics;
    unsigned m_trials_left = 100;  // a text may be nothing but constants
};

template <typename Parse>
CompileResult run(std::string_view source, const Scope& scope, const CompileOptions& options, Parse parse) {
    CompileResult result;
    if (source.size() > options.max_length || !is_valid_utf8(source)) {
        Diagnostic diagnostic;
        const bool too_long = source.size() > options.max_length;
        diagnostic.kind = too_long ? DiagnosticKind::TooLong : DiagnosticKind::Syntax;
        diagnostic.detail = too_long ? std::to_string(options.max_length) : "UTF-8";
        result.diagnostics.push_back(std::move(diagnostic));
        return result;
    }
    auto program = std::make_shared<Program>();
    program->variables = scope.variables;
    program->hosts = scope.functions;
    Parser parser(source, scope, options, *program, result.diagnostics);
    if (parse(parser)) {
        ConstantCheck(*program, result.diagnostics).run();
        result.expression.emplace(std::move(program));
    }
    // Nearly in order already; insertion keeps equal ones as they are.
    for (size_t i = 1; i < result.diagnostics.size(); ++i) {
        for (size_t j = i; j > 0 && result.diagnostics[j].offset < result.diagnostics[j - 1].offset; --j) {
            std::swap(result.diagnostics[j], result.diagnostics[j - 1]);
        }
    }
    return result;
}

}  // namespace

bool CompileResult::has_errors() const {
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::Error) return true;
    }
    return false;
}

CompileResult compile(std::string_view source, const Scope& scope, const CompileOptions& options) {
    return run(source, scope, options, [](Parser& parser) { return parser.parse_expression(); });
}

CompileResult compile_unary_tests(std::string_view source, const Type& input, const Scope& scope,
                                  const CompileOptions& options) {
    return run(source, scope, options, [&](Parser& parser) { return parser.parse_unary_tests(input); });
}

EvaluationResult Expression::evaluate(std::span<const Value> variables,
                                      const EvaluationContext& context) const {
    return Evaluator(*m_program, variables, context).run(nullptr);
}

EvaluationResult Expression::test(const Value& input, std::span<const Value> variables,
                                  const EvaluationContext& context) const {
    return Evaluator(*m_program, variables, context).run(&input);
}

const Type& Expression::type() const {
    return m_program->root->type;
}

std::vector<uint32_t> Expression::variables() const {
    std::vector<uint32_t> found;
    std::vector<const Node*> pending = {m_program->root};
    while (!pending.empty()) {
        const Node* node = pending.back();
        pending.pop_back();
        if (node->kind == NodeKind::Variable &&
            std::find(found.begin(), found.end(), node->slot) == found.end()) {
            found.push_back(node->slot);
        }
        pending.insert(pending.end(), node->children.begin(), node->children.end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> Expression::paths() const {
    std::vector<std::string> found;
    std::vector<const Node*> pending = {m_program->root};
    while (!pending.empty()) {
        const Node* node = pending.back();
        pending.pop_back();
        std::string path;
        const Node* root = node;
        while (root->kind == NodeKind::Path) {
            path = "." + root->name + path;
            root = root->children[0];
        }
        if (root->kind == NodeKind::Variable) {
            found.push_back(m_program->variables[root->slot].name + path);
            continue;
        }
        pending.insert(pending.end(), node->children.begin(), node->children.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace shenbao::feel
