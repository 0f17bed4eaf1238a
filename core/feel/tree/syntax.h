// The tree of an expression, names resolved; for core/feel only.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/feel/tree/scope.h"
#include "core/feel/values/objects.h"

namespace shenbao::feel {

enum class NodeKind : uint8_t {
    Literal,      // value
    AtLiteral,    // value; name: the text between the quotes
    Variable,     // slot of the scope
    Local,        // slot of the frame; `item` of a filter: children[0] as ItemEntry
    Builtin,      // slot: built-in function
    Host,         // slot: host function
    UnknownName,  // name; always null
    ItemEntry,    // name in a filter: entry of the local `slot`, else children[0] if any
    Path,         // children[0].name; slot: where the name begins in the source. kImplicitItem: slot is the
                  // item's, and children[1], if any, is what the name means outside
    Filter,       // children[0][children[1]], `item` in `slot`
    Call,         // children[0](children[1 …]); names of the arguments if named
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Between,  // three children
    In,  // children[0] in (children[1 …]); each a value, list, range, unary range or condition on the local
         // in `slot`
    InstanceOf,  // tested: the type
    If,          // three children
    For,  // iterations, then the result; names of the variables; slot of the first, `partial` behind the last
    Some,
    Every,      // likewise, without `partial`
    Iteration,  // of a For: one child (a list or range), or two (from .. to)
    List,
    Context,     // names; children; slot of the first entry
    Range,       // two children; closed ends in flags
    UnaryRange,  // one child; operation
    Function,    // names of parameters, slot of the first; child: body (absent: external)
    UnaryTests,  // children; `?` is the local in `slot`; negated
};

enum NodeFlags : uint8_t {
    kLowClosed = 1,
    kHighClosed = 2,
    kNegated = 4,       // UnaryTests: not( … )
    kImplicitItem = 8,  // Path: an entry of `item`, in `slot`, written without it
    kMayBeIndex = 1,    // Filter: the condition may give a number
    kUsesItem = 2,      // Filter: the condition names something of the items
    kUsesInput = 16,    // a child of In or UnaryTests that names `?`: a condition, not a test
};

struct Node {
    NodeKind kind = NodeKind::Literal;
    uint8_t flags = 0;
    NodeKind operation = NodeKind::Less;  // UnaryRange: Less … GreaterEqual, Equal, NotEqual
    uint16_t height = 1;
    uint32_t slot = 0;
    uint32_t offset = 0, length = 0;  // in the source
    std::vector<Node*> children;
    Value value;
    std::string name;
    Type type;
    // Path, ItemEntry: where the key was last found. The reference keeps the shape's address from being used
    // anew.
    mutable ShapeReference seen_shape;
    mutable int seen_slot = -1;
    // Call with a built-in or host function: parameter of each argument, and which list of parameters is
    // meant.
    std::vector<uint8_t> parameter_of;
    uint8_t signature = 0;
    bool variadic = false;  // the arguments are the items of the list
    bool resolved = false;  // the call can be made without looking at the callee's value
    std::vector<std::string> names;
    std::vector<Type> parameter_types;
    ShapeReference shape;  // Context
    Type tested;           // InstanceOf
};

struct Program : std::enable_shared_from_this<Program> {
    std::deque<Node> nodes;
    Node* root = nullptr;
    std::vector<Variable> variables;
    std::vector<HostFunction> hosts;
    uint32_t frame_size = 0;  // locals of one call, at most
    uint32_t input_slot = 0;
    bool is_tests = false;
};

}  // namespace shenbao::feel
