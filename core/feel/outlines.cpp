// What texts an expression may give, as far as they are written in it.
#include "core/feel/evaluation/evaluator.h"
#include "core/feel/expression.h"

namespace shenbao::feel {
namespace {

constexpr size_t kMost = 64;
constexpr std::string_view kAnything = "\1";

using Outlines = std::vector<std::string>;

class OutlineFinder {
  public:
    explicit OutlineFinder(const Program& program) : m_program(program) {}

    Outlines of(const Node& node) const {
        switch (node.kind) {
            case NodeKind::Literal:
                if (node.value.is_null()) return {};
                if (node.value.kind() == Kind::String) return {std::string(node.value.as_string())};
                break;
            case NodeKind::If:
                return joined(of(*node.children[1]), of(*node.children[2]));
            case NodeKind::For:
                return of(*node.children.back());
            case NodeKind::List: {
                Outlines all;
                for (const Node* item : node.children) all = joined(std::move(all), of(*item));
                return all;
            }
            case NodeKind::Add: {
                Outlines sums;
                const Outlines left = of(*node.children[0]), right = of(*node.children[1]);
                if (left.size() * right.size() > kMost) break;
                for (const std::string& first : left)
                    for (const std::string& second : right) sums.push_back(first + second);
                return sums;
            }
            case NodeKind::Call:
                return of_call(node);
            default:
                break;
        }
        return {std::string(kAnything)};
    }

  private:
    static Outlines joined(Outlines first, const Outlines& second) {
        if (first.size() + second.size() > kMost) return {std::string(kAnything)};
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }

    // A function of the host that makes a text of texts does so with outlines, too.
    Outlines of_call(const Node& node) const {
        const Outlines anything = {std::string(kAnything)};
        if (node.children[0]->kind != NodeKind::Host || !node.names.empty() || !node.resolved)
            return anything;
        const HostFunction& host = m_program.hosts[node.children[0]->slot];
        std::vector<Value> arguments;
        for (size_t i = 0; i < host.parameters.size(); ++i) {
            const Outlines outlines = of(*node.children[i + 1]);
            if (!host.parameters[i].second.is(TypeKind::String) || outlines.size() != 1) return anything;
            arguments.emplace_back(outlines[0]);
        }
        const Value result = arguments.empty() ? Value() : host.call(arguments, host.data);
        return result.kind() == Kind::String ? Outlines{std::string(result.as_string())} : anything;
    }

    const Program& m_program;
};

}  // namespace

std::vector<std::string> Expression::outlines() const {
    return OutlineFinder(*m_program).of(*m_program->root);
}

}  // namespace shenbao::feel
