// Regular expressions as XPath 3.1 defines them; for core/feel only. Matching takes time in proportion to the
// text and the pattern; patterns with back-references, which cannot have that, stop after a number of steps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shenbao::feel {

// A set of code points.
struct CharacterSet {
    struct Interval {
        uint32_t first, last;
    };
    struct Category {
        uint8_t major, minor;  // letters of the general category, minor 0 for all of the major
        bool negated;
    };
    std::vector<Interval> intervals;
    std::vector<Category> categories;
    std::vector<CharacterSet> negated_parts;  // \D and the like inside
    std::vector<CharacterSet> subtracted;     // [a-z-[aeiou]]
    bool negated = false;

    void add(uint32_t first, uint32_t last) { intervals.push_back({first, last}); }
    bool contains(uint32_t code_point) const;
    // The steps that contains() takes.
    uint32_t cost() const;
};

struct RegexSpan {
    size_t begin = 0, end = 0;
    bool matched = false;
};

class Regex {
  public:
    // Null pointer for a pattern or flags that XPath does not allow. Valid until the next call. `work`: the
    // steps it took, 0 for a pattern that was read not long ago.
    static const Regex* cached(std::string_view pattern, std::string_view flags, uint32_t* work = nullptr);

    unsigned groups() const { return m_groups; }
    bool is_literal() const { return m_literal; }
    bool matches_empty(uint32_t& steps) const;

  private:
    friend class RegexParser;
    friend class RegexMatcher;
    enum class Operation : uint8_t {
        Character,
        Any,
        Set,
        Split,
        Jump,
        Save,
        Start,
        End,
        Reference,
        Mark,
        Progress,
        Match,
    };
    struct Instruction {
        Operation operation;
        uint32_t first = 0;   // character, set, target or number
        uint32_t second = 0;  // Split: the target tried last
    };

    std::vector<Instruction> m_program;
    std::vector<CharacterSet> m_sets;
    std::vector<uint32_t> m_set_costs;
    unsigned m_groups = 0;        // without the whole
    unsigned m_groups_known = 0;  // at most, before the pattern is read
    unsigned m_registers = 0;     // of loops, behind the groups
    uint32_t m_work = 0;          // instructions written, also those written anew
    bool m_ignore_case = false, m_multiline = false, m_dot_all = false, m_literal = false,
         m_references = false;
};

class RegexMatcher {
  public:
    // Counts its steps down in `steps`.
    RegexMatcher(const Regex& regex, std::string_view text, uint32_t& steps);

    // Finds the first match that begins at or behind the byte offset, which never goes back: all searches
    // together take the time of one.
    bool search(size_t from);
    RegexSpan group(unsigned number) const;
    bool out_of_steps() const { return m_out_of_steps; }
    const Regex& regex() const { return m_regex; }
    std::string_view text() const { return m_text; }

  private:
    struct Job {
        uint32_t instruction;  // or kRestore + register
        size_t position;
    };
    bool run(size_t start);
    bool visit(uint32_t instruction, size_t position);
    void forget(size_t position);
    bool pay(uint64_t steps);
    bool same_text(size_t begin, size_t end, size_t at) const;

    const Regex& m_regex;
    std::string_view m_text;
    uint32_t& m_steps;
    std::vector<size_t> m_registers;
    std::vector<Job> m_jobs;
    std::vector<uint32_t> m_visited;
    bool m_out_of_steps = false;
};

// Appends the replacement of a match ($1, \$); false when it is malformed.
bool append_replacement(std::string& result, const RegexMatcher& match, std::string_view replacement,
                        bool literal);

}  // namespace shenbao::feel
