// Ranges and how they lie to each other (DMN 1.5, table 78).
#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/evaluation/evaluator.h"
#include "core/feel/parsing/parser.h"

namespace shenbao::feel {
namespace {

// A range, or a point as the range from itself to itself.
struct Ends {
    Value low, high;
    bool low_closed = true, high_closed = true;
    bool point = false;
};

Ends ends(const Value& value) {
    if (const RangeData* range = value.as_range()) {
        return {range->low, range->high, range->low_closed, range->high_closed, false};
    }
    return {value, value, true, true, true};
}

// Comparisons that remember when one had no answer.
class Relation {
  public:
    explicit Relation(Evaluator& evaluator) : m_evaluator(evaluator) {}
    int compare(const Value& left, const Value& right) {
        const std::optional<int> result = m_evaluator.compare(left, right);
        if (!result) m_unknown = true;
        return result.value_or(0);
    }
    Value answer(bool value) { return m_unknown ? m_evaluator.error() : Value(value); }

  private:
    Evaluator& m_evaluator;
    bool m_unknown = false;
};

Value before(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    const int gap = relation.compare(a.high, b.low);
    return relation.answer(gap < 0 || (gap == 0 && (!a.high_closed || !b.low_closed)));
}

Value meets(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    return relation.answer(relation.compare(a.high, b.low) == 0 && a.high_closed && b.low_closed);
}

Value overlaps_before(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    const int starts = relation.compare(a.low, b.low), inner = relation.compare(a.high, b.low),
              stops = relation.compare(a.high, b.high);
    return relation.answer((starts < 0 || (starts == 0 && a.low_closed && !b.low_closed)) &&
                           (inner > 0 || (inner == 0 && a.high_closed && b.low_closed)) &&
                           (stops < 0 || (stops == 0 && (!a.high_closed || b.high_closed))));
}

Value finishes(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    const int stops = relation.compare(a.high, b.high);
    if (a.point) return relation.answer(stops == 0 && b.high_closed);
    const int starts = relation.compare(a.low, b.low);
    return relation.answer(stops == 0 && a.high_closed == b.high_closed &&
                           (starts > 0 || (starts == 0 && (!a.low_closed || b.low_closed))));
}

Value starts(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    const int begin = relation.compare(a.low, b.low);
    if (a.point) return relation.answer(begin == 0 && b.low_closed);
    const int stop = relation.compare(a.high, b.high);
    return relation.answer(begin == 0 && a.low_closed == b.low_closed &&
                           (stop < 0 || (stop == 0 && (!a.high_closed || b.high_closed))));
}

Value includes(Evaluator& evaluator, const Value& left, const Value& right) {
    const Ends a = ends(left), b = ends(right);
    Relation relation(evaluator);
    const int begin = relation.compare(a.low, b.low), stop = relation.compare(a.high, b.high);
    return relation.answer((begin < 0 || (begin == 0 && (a.low_closed || !b.low_closed))) &&
                           (stop > 0 || (stop == 0 && (a.high_closed || !b.high_closed))));
}

// A literal, or one of the functions that read a literal's text.
bool is_constant(const Node& node) {
    switch (node.kind) {
        case NodeKind::Literal:
            return !node.value.is_null() && node.value.kind() != Kind::Boolean;
        case NodeKind::AtLiteral:
            return true;
        case NodeKind::Negate:
            return is_constant(*node.children[0]);
        case NodeKind::Call:
            if (node.children[0]->kind != NodeKind::Builtin) return false;
            switch (builtins()[node.children[0]->slot].result) {
                case TypeKind::Date:
                case TypeKind::Time:
                case TypeKind::DateTime:
                    break;
                default:
                    if (builtins()[node.children[0]->slot].name != "duration") return false;
            }
            for (size_t i = 1; i < node.children.size(); ++i) {
                if (!is_constant(*node.children[i])) return false;
            }
            return node.children.size() > 1;
        default:
            return false;
    }
}

}  // namespace

Value builtin_range(Evaluator& evaluator, const Arguments& arguments) {
    const std::string_view text = arguments[0].as_string();
    auto program = std::make_shared<Program>();
    std::vector<Diagnostic> diagnostics;
    const Scope scope;
    const CompileOptions options;
    if (text.size() > options.max_length || !evaluator.spend(200 + text.size() * 40))
        return evaluator.error();
    Parser parser(text, scope, options, *program, diagnostics);
    if (!parser.parse_expression()) return evaluator.error();
    const Node& root = *program->root;
    if (root.kind != NodeKind::Range || !is_constant(*root.children[0]) || !is_constant(*root.children[1])) {
        return evaluator.error();
    }
    const EvaluationResult result = Evaluator(*program, {}, evaluator.context()).run(nullptr);
    const RangeData* range = result.value.as_range();
    if (range == nullptr || result.error || evaluator.compare(range->low, range->high).value_or(1) > 0)
        return evaluator.error();
    return result.value;
}

Value builtin_before(Evaluator& e, const Arguments& a) {
    return before(e, a[0], a[1]);
}
Value builtin_after(Evaluator& e, const Arguments& a) {
    return before(e, a[1], a[0]);
}
Value builtin_meets(Evaluator& e, const Arguments& a) {
    return meets(e, a[0], a[1]);
}
Value builtin_met_by(Evaluator& e, const Arguments& a) {
    return meets(e, a[1], a[0]);
}
Value builtin_overlaps_before(Evaluator& e, const Arguments& a) {
    return overlaps_before(e, a[0], a[1]);
}
Value builtin_overlaps_after(Evaluator& e, const Arguments& a) {
    return overlaps_before(e, a[1], a[0]);
}
Value builtin_finishes(Evaluator& e, const Arguments& a) {
    return finishes(e, a[0], a[1]);
}
Value builtin_finished_by(Evaluator& e, const Arguments& a) {
    return finishes(e, a[1], a[0]);
}
Value builtin_includes(Evaluator& e, const Arguments& a) {
    return includes(e, a[0], a[1]);
}
Value builtin_during(Evaluator& e, const Arguments& a) {
    return includes(e, a[1], a[0]);
}
Value builtin_starts(Evaluator& e, const Arguments& a) {
    return starts(e, a[0], a[1]);
}
Value builtin_started_by(Evaluator& e, const Arguments& a) {
    return starts(e, a[1], a[0]);
}

Value builtin_overlaps(Evaluator& evaluator, const Arguments& arguments) {
    const Ends a = ends(arguments[0]), b = ends(arguments[1]);
    Relation relation(evaluator);
    const int first = relation.compare(a.high, b.low), second = relation.compare(a.low, b.high);
    return relation.answer((first > 0 || (first == 0 && a.high_closed && b.low_closed)) &&
                           (second < 0 || (second == 0 && a.low_closed && b.high_closed)));
}

Value builtin_coincides(Evaluator& evaluator, const Arguments& arguments) {
    const Ends a = ends(arguments[0]), b = ends(arguments[1]);
    if (a.point != b.point) return evaluator.error();
    Relation relation(evaluator);
    const bool same = relation.compare(a.low, b.low) == 0 && relation.compare(a.high, b.high) == 0;
    return relation.answer(same && a.low_closed == b.low_closed && a.high_closed == b.high_closed);
}

}  // namespace shenbao::feel
