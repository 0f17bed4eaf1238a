// Runs a compiled pattern by backtracking that enters no state twice.
#include "core/feel/regex/regex.h"

#include "core/feel/text/unicode.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

constexpr size_t kNowhere = SIZE_MAX;
constexpr uint32_t kRestore = 0x80000000u;
constexpr size_t kMaxStates = size_t{1} << 26;
constexpr uint32_t kSameLetterSteps = 16;
constexpr size_t kMaxJobs = size_t{1} << 20;

bool same_letter(uint32_t left, uint32_t right) {
    return left == right || to_lower(left) == to_lower(right) || to_upper(left) == to_upper(right);
}

}  // namespace

bool CharacterSet::contains(uint32_t c) const {
    bool inside = false;
    for (const Interval& interval : intervals) inside = inside || (c >= interval.first && c <= interval.last);
    if (!inside && !categories.empty()) {
        const GeneralCategory own = general_category(c);
        for (const Category& category : categories) {
            const bool is =
                own.major == category.major && (category.minor == 0 || own.minor == category.minor);
            inside = inside || is != category.negated;
        }
    }
    for (const CharacterSet& part : negated_parts) inside = inside || part.contains(c);
    if (negated) inside = !inside;
    for (const CharacterSet& part : subtracted) inside = inside && !part.contains(c);
    return inside;
}

uint32_t CharacterSet::cost() const {
    uint32_t steps =
        static_cast<uint32_t>(intervals.size() / 8 + categories.size() / 8) + (categories.empty() ? 0 : 2);
    for (const CharacterSet& part : negated_parts) steps += 1 + part.cost();
    for (const CharacterSet& part : subtracted) steps += 1 + part.cost();
    return steps;
}

RegexMatcher::RegexMatcher(const Regex& regex, std::string_view text, uint32_t& steps)
    : m_regex(regex), m_text(text), m_steps(steps) {
    const size_t registers = (m_regex.m_groups_known + 1) * 2 + m_regex.m_registers;
    const size_t states = m_regex.m_references ? 0 : m_regex.m_program.size() * (m_text.size() + 1);
    if (states > kMaxStates || !pay(2 + registers / 8 + states / 512)) {
        m_out_of_steps = true;
        return;
    }
    m_registers.assign(registers, kNowhere);
    m_visited.assign(states / 32 + 1, 0);
}

bool RegexMatcher::pay(uint64_t steps) {
    if (steps < m_steps) {
        m_steps -= static_cast<uint32_t>(steps);
        return true;
    }
    m_steps = 0;
    m_out_of_steps = true;
    return false;
}

RegexSpan RegexMatcher::group(unsigned number) const {
    if (number > m_regex.m_groups || m_registers[number * 2] == kNowhere ||
        m_registers[number * 2 + 1] == kNowhere) {
        return {};
    }
    return {m_registers[number * 2], m_registers[number * 2 + 1], true};
}

bool RegexMatcher::search(size_t from) {
    if (m_out_of_steps) return false;
    if (m_registers[1] != kNowhere) {  // what the match before left
        if (!pay(m_registers.size() / 8)) return false;
        m_registers.assign(m_registers.size(), kNowhere);
        forget(from);
    }
    for (size_t start = from; start <= m_text.size();) {
        if (run(start)) return true;
        if (m_out_of_steps || start == m_text.size()) return false;
        next_code_point(m_text, start);
    }
    return false;
}

// True the first time. A state that failed once fails again, whatever led to it.
bool RegexMatcher::visit(uint32_t instruction, size_t position) {
    if (m_regex.m_references) return true;
    const size_t state = position * m_regex.m_program.size() + instruction;
    uint32_t& word = m_visited[state / 32];
    const uint32_t bit = 1u << (state % 32);
    if ((word & bit) != 0) return false;
    word |= bit;
    return true;
}

// A match went through states up to its end, which did not fail. The next begins there, where they may serve
// again; all states behind have failed.
void RegexMatcher::forget(size_t position) {
    if (m_regex.m_references || !pay(m_regex.m_program.size() / 16)) return;
    const size_t first = position * m_regex.m_program.size();
    for (size_t state = first; state < first + m_regex.m_program.size(); ++state)
        m_visited[state / 32] &= ~(1u << (state % 32));
}

bool RegexMatcher::same_text(size_t begin, size_t end, size_t at) const {
    while (begin < end) {
        if (at >= m_text.size()) return false;
        const uint32_t left = next_code_point(m_text, begin), right = next_code_point(m_text, at);
        if (left != right && !(m_regex.m_ignore_case && same_letter(left, right))) return false;
    }
    return true;
}

bool RegexMatcher::run(size_t start) {
    using Operation = Regex::Operation;
    m_jobs.assign(1, Job{0, start});
    const auto set_register = [&](uint32_t index, size_t value) {
        m_jobs.push_back({kRestore + index, m_registers[index]});
        m_registers[index] = value;
    };
    while (!m_jobs.empty()) {
        Job job = m_jobs.back();
        m_jobs.pop_back();
        if (job.instruction >= kRestore) {
            m_registers[job.instruction - kRestore] = job.position;
            continue;
        }
        for (bool alive = true; alive;) {
            if (m_jobs.size() > kMaxJobs || !pay(1)) {
                m_out_of_steps = true;
                return false;
            }
            if (!visit(job.instruction, job.position)) break;
            const Regex::Instruction& instruction = m_regex.m_program[job.instruction++];
            const bool more = job.position < m_text.size();
            switch (instruction.operation) {
                case Operation::Character: {
                    if (!(alive = more)) break;
                    const uint32_t c = next_code_point(m_text, job.position);
                    alive = c == instruction.first;
                    if (alive || !m_regex.m_ignore_case) break;
                    if (!pay(kSameLetterSteps)) return false;
                    alive = same_letter(c, instruction.first);
                    break;
                }
                case Operation::Any: {
                    if (!(alive = more)) break;
                    const uint32_t c = next_code_point(m_text, job.position);
                    alive = m_regex.m_dot_all || (c != '\n' && c != '\r');
                    break;
                }
                case Operation::Set: {
                    if (!(alive = more)) break;
                    const uint32_t c = next_code_point(m_text, job.position);
                    const CharacterSet& set = m_regex.m_sets[instruction.first];
                    const uint32_t cost = m_regex.m_set_costs[instruction.first];
                    if (cost != 0 && !pay(m_regex.m_ignore_case ? (cost + kSameLetterSteps) * 2 : cost))
                        return false;
                    alive = set.contains(c);
                    if (m_regex.m_ignore_case &&
                        alive == set.negated) {  // any case inside, or no case outside
                        const bool lower = set.contains(to_lower(c)), upper = set.contains(to_upper(c));
                        alive = set.negated ? lower && upper : lower || upper;
                    }
                    break;
                }
                case Operation::Split:
                    m_jobs.push_back({instruction.second, job.position});
                    job.instruction = instruction.first;
                    break;
                case Operation::Jump:
                    job.instruction = instruction.first;
                    break;
                case Operation::Save:
                    set_register(instruction.first, job.position);
                    break;
                case Operation::Start:
                    alive = job.position == 0 ||
                            (m_regex.m_multiline && more && m_text[job.position - 1] == '\n');
                    break;
                case Operation::End:
                    alive = !more || (m_regex.m_multiline && m_text[job.position] == '\n');
                    break;
                case Operation::Reference: {
                    const RegexSpan group_span = group(instruction.first);
                    const size_t length = group_span.end - group_span.begin;
                    if (!pay(m_regex.m_ignore_case ? length * kSameLetterSteps : length / 4)) return false;
                    alive = same_text(group_span.begin, group_span.end, job.position);
                    // Same letters in another case may take more bytes: step code point by code point.
                    for (size_t at = group_span.begin; alive && at < group_span.end;) {
                        next_code_point(m_text, at);
                        next_code_point(m_text, job.position);
                    }
                    break;
                }
                case Operation::Mark:
                    if (m_regex.m_references) set_register(instruction.first, job.position);
                    break;
                case Operation::Progress:
                    alive = !m_regex.m_references || m_registers[instruction.first] != job.position;
                    break;
                case Operation::Match:
                    m_registers[0] = start;
                    m_registers[1] = job.position;
                    return true;
            }
        }
    }
    return false;
}

bool Regex::matches_empty(uint32_t& steps) const {
    RegexMatcher matcher(*this, {}, steps);
    return matcher.search(0);
}

bool append_replacement(std::string& result, const RegexMatcher& match, std::string_view replacement,
                        bool literal) {
    if (literal) {
        result += replacement;
        return true;
    }
    const auto is_digit = [&](size_t at) {
        return at < replacement.size() && replacement[at] >= '0' && replacement[at] <= '9';
    };
    for (size_t i = 0; i < replacement.size(); ++i) {
        const char c = replacement[i];
        if (c == '\\') {
            if (i + 1 >= replacement.size() || (replacement[i + 1] != '\\' && replacement[i + 1] != '$'))
                return false;
            result += replacement[++i];
        } else if (c == '$') {
            if (!is_digit(i + 1)) return false;
            unsigned number = static_cast<unsigned>(replacement[++i] - '0');
            while (is_digit(i + 1) &&
                   number * 10 + static_cast<unsigned>(replacement[i + 1] - '0') <= match.regex().groups()) {
                number = number * 10 + static_cast<unsigned>(replacement[++i] - '0');
            }
            const RegexSpan span = match.regex().groups() >= number ? match.group(number) : RegexSpan();
            result += match.text().substr(span.begin, span.end - span.begin);
        } else {
            result += c;
        }
    }
    return true;
}

}  // namespace shenbao::feel
