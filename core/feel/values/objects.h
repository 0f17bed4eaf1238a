// The shared part of values; for core/feel only. Every object starts with the same two words.
#pragma once

#include <memory>
#include <optional>

#include "core/feel/values/value.h"

namespace shenbao::feel {

struct ObjectHeader {
    uint32_t references = 1;
    uint32_t depth = 0;
};

struct StringData {
    uint32_t references;
    uint32_t depth;
    uint32_t bytes;
    uint32_t code_points;
    const char* text() const { return reinterpret_cast<const char*>(this + 1); }
    char* text() { return reinterpret_cast<char*>(this + 1); }
    std::string_view view() const { return {text(), bytes}; }
};

struct DateTimeData {
    uint32_t references = 1;
    uint32_t depth = 0;
    DateTime moment;
};

struct ListData {
    uint32_t references = 1;
    uint32_t depth = 1;
    std::vector<Value> items;
};

struct ContextData {
    uint32_t references = 1;
    uint32_t depth = 1;
    ShapeReference shape;
    std::vector<Value> values;
};

struct Node;
struct Program;

struct FunctionData {
    enum class Origin : uint8_t { Builtin, Host, Defined };
    uint32_t references = 1;
    uint32_t depth = 1;
    Origin origin = Origin::Builtin;
    uint16_t builtin = 0;  // index into the table of built-in functions
    uint32_t host = 0;     // index into the program's host functions
    const Node* definition = nullptr;
    std::shared_ptr<const Program> program;  // Host, Defined: keeps the tree alive
    std::vector<Value> variables;            // Defined: what the body can see
    std::vector<Value> locals;
};

// Code points of valid UTF-8.
uint32_t count_code_points(std::string_view text);
// A string value of `bytes` bytes to be filled in by the caller (valid UTF-8).
Value make_string(uint32_t bytes, char*& text);
uint32_t code_points(const Value& string);

enum class Truth : uint8_t { False, True, Null };
// Equality as `=` has it: null for different kinds. Every comparison of parts takes from `budget` what it
// costs in steps; when it is used up the answer is Null and the budget 0.
Truth equal(const Value& left, const Value& right, uint32_t& budget);
// Values of one ordered kind: -1, 0, 1; absent when they have no order.
std::optional<int> order(const Value& left, const Value& right);
// The steps that order takes.
uint32_t order_cost(const Value& left, const Value& right);
// The same for values that are equal as `=` has it.
uint64_t hash(const Value& value);
// As the function is(): also zone and kind.
bool identical(const Value& left, const Value& right, uint32_t& budget);

// Appends the value's text; false (and cut) when `text` would exceed `limit` bytes. Top-level strings are
// quoted only with `source`.
bool append_text(std::string& text, const Value& value, bool source, size_t limit);
// "foo" with FEEL's escapes.
void append_quoted(std::string& text, std::string_view raw);
// The key as a context literal writes it: bare when it is a name, else quoted.
void append_key(std::string& text, std::string_view key);

}  // namespace shenbao::feel
