// Types of nodes and what they tell about mistakes; for core/feel only. Works bottom-up while the parser
// builds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/feel/tree/builtins.h"
#include "core/feel/tree/diagnostic.h"
#include "core/feel/tree/syntax.h"

namespace shenbao::feel {

class Checker {
  public:
    Checker(Program& program, std::vector<Diagnostic>& diagnostics)
        : m_program(program), m_diagnostics(diagnostics) {}

    // Gives the node its type; its children have theirs.
    void check(Node& node);
    // What is reported may be completed until the next one.
    Diagnostic& report(DiagnosticKind kind, const Node& node, std::string_view name = {},
                       std::vector<Type> types = {});
    Diagnostic& report(DiagnosticKind kind, size_t offset, size_t end, std::string_view name = {},
                       std::string_view detail = {});
    // The type of what a filter or iteration sees of a value of the type: its items, or itself.
    static Type item_type(const Type& type);

  private:
    void check_path(Node& node);
    void report_entry(const Node& node, const Type& item);
    void check_arithmetic(Node& node);
    void check_comparison(Node& node);
    void check_in(Node& node);
    void check_if(Node& node);
    void check_filter(Node& node);
    void check_context(Node& node);
    void check_range(Node& node);
    void check_call(Node& node);
    void check_builtin_call(Node& node, const Builtin& builtin);
    void check_pattern(const Node& node, const std::vector<Parameter>& parameters);
    void check_host_call(Node& node, const HostFunction& host);
    void check_defined_call(Node& node);
    bool bind(Node& node, const std::vector<Parameter>& parameters);
    void check_condition(const Node& condition, std::string_view where);
    Type builtin_result(const Node& node, const Builtin& builtin) const;

    Program& m_program;
    std::vector<Diagnostic>& m_diagnostics;
};

std::string_view operator_sign(NodeKind kind);  // "+", "and"; "" for other nodes
bool is_open_kind(const Type& type);            // Any or Null: nothing can be said

// Properties of values that are no contexts: year, time offset, start included … Any when there is none such.
struct Property {
    std::string_view name;
    TypeKind of;
    TypeKind result;  // Any: the range's end
};
std::span<const Property> properties();

}  // namespace shenbao::feel
