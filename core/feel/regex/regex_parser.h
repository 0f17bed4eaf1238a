// Patterns to programs; for core/feel only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/feel/regex/regex.h"

namespace shenbao::feel {

// XPath 3.1 Functions, 5.6; XML Schema 1.1, appendix G.
class RegexParser {
  public:
    RegexParser(Regex& regex, std::string_view pattern) : m_regex(regex), m_pattern(pattern) {}

    bool parse();

  private:
    using Operation = Regex::Operation;
    using Instruction = Regex::Instruction;
    static constexpr size_t kMaxProgram = 20'000;
    static constexpr int kMaxDepth = 60;
    bool more() const { return m_at < m_pattern.size(); }
    char peek() const { return more() ? m_pattern[m_at] : '\0'; }
    bool take(char c);
    void emit(Instruction instruction);
    uint32_t here() const { return static_cast<uint32_t>(m_regex.m_program.size()); }

    void insert(uint32_t begin, Instruction instruction);
    bool alternatives(int depth);
    bool branch(int depth);
    bool piece(int depth);

    static constexpr uint32_t kUnbounded = UINT32_MAX;
    bool quantity(uint32_t& least, uint32_t& most);
    std::optional<uint32_t> number();
    bool repeat(uint32_t begin, uint32_t least, uint32_t most, bool reluctant);
    bool atom(int depth);
    bool group(int depth);
    bool escape();
    void emit_set(CharacterSet set);
    bool class_escape(CharacterSet& set, std::optional<uint32_t>& single);
    void named_class(CharacterSet& set, char c);
    bool property(CharacterSet& set, bool negated);
    bool character_class(CharacterSet& set, int depth);

    Regex& m_regex;
    std::string_view m_pattern;
    size_t m_at = 0;
    uint32_t m_opened = 0;
    std::vector<uint32_t> m_closed;
    bool m_failed = false;
};

}  // namespace shenbao::feel
