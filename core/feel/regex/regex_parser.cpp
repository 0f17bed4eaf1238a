// Pattern to program (XPath 3.1 Functions, 5.6; XML Schema 1.1, appendix G).
#include "core/feel/regex/regex_parser.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {

bool RegexParser::parse() {
    if (!alternatives(0) || m_at != m_pattern.size()) return false;
    emit({Regex::Operation::Match});
    m_regex.m_groups = m_opened;
    for (const CharacterSet& set : m_regex.m_sets) m_regex.m_set_costs.push_back(set.cost());
    return !m_failed && m_regex.m_program.size() <= kMaxProgram;
}

bool RegexParser::take(char c) {
    if (!more() || peek() != c) return false;
    ++m_at;
    return true;
}

void RegexParser::emit(Instruction instruction) {
    if (m_regex.m_program.size() > kMaxProgram) {
        m_failed = true;
    } else {
        m_regex.m_program.push_back(instruction);
        ++m_regex.m_work;
    }
}

// Moves the instructions from `begin` on by one and puts another before them.
void RegexParser::insert(uint32_t begin, Instruction instruction) {
    auto& program = m_regex.m_program;
    program.insert(program.begin() + begin, instruction);
    m_regex.m_work += static_cast<uint32_t>(program.size() - begin);
    for (uint32_t i = begin + 1; i < program.size(); ++i) {
        Instruction& moved = program[i];
        if (moved.operation == Operation::Jump || moved.operation == Operation::Split) {
            if (moved.first >= begin) ++moved.first;
            if (moved.operation == Operation::Split && moved.second >= begin) ++moved.second;
        }
    }
}

bool RegexParser::alternatives(int depth) {
    if (depth > kMaxDepth) return false;
    const uint32_t begin = here();
    if (!branch(depth)) return false;
    std::vector<uint32_t> jumps;
    uint32_t start = begin;
    while (take('|')) {
        // start: split(branch, rest); the branch ends with a jump behind everything.
        insert(start, {Operation::Split, start + 1, 0});
        for (uint32_t& jump : jumps) jump += jump >= start ? 1 : 0;
        jumps.push_back(here());
        emit({Operation::Jump});
        m_regex.m_program[start].second = here();
        start = here();
        if (m_failed || !branch(depth)) return false;
    }
    for (const uint32_t jump : jumps) m_regex.m_program[jump].first = here();
    return true;
}

bool RegexParser::branch(int depth) {
    while (more() && peek() != '|' && peek() != ')') {
        if (!piece(depth) || m_failed) return false;
    }
    return true;
}

bool RegexParser::piece(int depth) {
    const uint32_t begin = here();
    if (take('^')) {
        emit({Operation::Start});
    } else if (take('$')) {
        emit({Operation::End});
    } else if (!atom(depth)) {
        return false;
    }
    uint32_t least = 1, most = 1;
    if (!quantity(least, most)) return false;
    if (least == 1 && most == 1) return true;
    return repeat(begin, least, most, take('?'));
}

bool RegexParser::quantity(uint32_t& least, uint32_t& most) {
    if (take('?')) return least = 0, true;
    if (take('*')) return least = 0, most = kUnbounded, true;
    if (take('+')) return most = kUnbounded, true;
    if (!take('{')) return true;
    const std::optional<uint32_t> low = number();
    if (!low) return false;
    least = most = *low;
    if (take(',')) {
        most = kUnbounded;
        if (peek() != '}') {
            const std::optional<uint32_t> high = number();
            if (!high || *high < least) return false;
            most = *high;
        }
    }
    if (least == 1 && most == 1 && peek() == '}') {  // {1}: nothing to repeat, but a ? may follow
        ++m_at;
        take('?');
        return true;
    }
    return take('}');
}

std::optional<uint32_t> RegexParser::number() {
    uint32_t value = 0;
    const size_t start = m_at;
    while (peek() >= '0' && peek() <= '9' && more()) {
        value = value * 10 + static_cast<uint32_t>(m_pattern[m_at++] - '0');
        if (value > 10'000) return std::nullopt;
    }
    return m_at > start ? std::optional<uint32_t>(value) : std::nullopt;
}

// Repeats the instructions from `begin` on, by copying them.
bool RegexParser::repeat(uint32_t begin, uint32_t least, uint32_t most, bool reluctant) {
    const std::vector<Instruction> body(m_regex.m_program.begin() + begin, m_regex.m_program.end());
    m_regex.m_program.resize(begin);
    const uint64_t copies = most == kUnbounded ? uint64_t{least} + 1 : most;
    if (copies * (body.size() + 3) > kMaxProgram) return false;
    const auto copy = [&] {
        const uint32_t shift = here() - begin;
        for (Instruction instruction : body) {
            if (instruction.operation == Operation::Jump || instruction.operation == Operation::Split) {
                instruction.first += shift;
                instruction.second += shift;
            }
            emit(instruction);
        }
    };
    const auto split = [&](uint32_t into, uint32_t past) {
        return reluctant ? Instruction{Operation::Split, past, into}
                         : Instruction{Operation::Split, into, past};
    };
    for (uint32_t i = 0; i < least; ++i) copy();
    if (most == kUnbounded) {
        const uint32_t loop = here(), mark = (m_regex.m_groups_known + 1) * 2 + m_regex.m_registers++;
        emit({Operation::Split});
        emit({Operation::Mark, mark});
        copy();
        emit({Operation::Progress, mark});
        emit({Operation::Jump, loop});
        m_regex.m_program[loop] = split(loop + 1, here());
        return !m_failed;
    }
    std::vector<uint32_t> splits;
    for (uint32_t i = least; i < most; ++i) {
        splits.push_back(here());
        emit({Operation::Split});
        copy();
    }
    if (m_failed) return false;
    for (const uint32_t at : splits) m_regex.m_program[at] = split(at + 1, here());
    return true;
}

bool RegexParser::atom(int depth) {
    const char c = peek();
    if (c == '(') return group(depth);
    if (c == '[') {
        ++m_at;
        CharacterSet set;
        if (!character_class(set, depth)) return false;
        emit_set(std::move(set));
        return true;
    }
    if (c == '.') {
        ++m_at;
        emit({Operation::Any});
        return true;
    }
    if (c == '\\') return escape();
    if (c == '?' || c == '*' || c == '+' || c == '{' || c == '}' || c == ']' || c == '\0') return false;
    emit({Operation::Character, next_code_point(m_pattern, m_at)});
    return true;
}

bool RegexParser::group(int depth) {
    ++m_at;
    if (take('?')) return take(':') && alternatives(depth + 1) && take(')');
    const uint32_t number = ++m_opened;
    emit({Operation::Save, number * 2});
    if (!alternatives(depth + 1) || !take(')')) return false;
    emit({Operation::Save, number * 2 + 1});
    m_closed.push_back(number);
    return true;
}

namespace {

// Flag x: blanks outside of [ ] are gone before anything else is read, so that "\ s" is "\s".
std::string without_blanks(std::string_view pattern) {
    std::string plain;
    int depth = 0;
    bool escaped = false;
    for (const char c : pattern) {
        if (depth == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
        plain += c;
        if (!escaped && c == '[') ++depth;
        if (!escaped && c == ']' && depth > 0) --depth;
        escaped = !escaped && c == '\\';
    }
    return plain;
}

// Capturing groups: an upper bound, so that loop registers lie behind them.
unsigned count_groups(std::string_view pattern) {
    unsigned count = 0;
    for (const char c : pattern) count += c == '(';
    return count;
}

struct CacheEntry {
    std::string pattern, flags;
    bool valid = false;
    Regex regex;
};

}  // namespace

const Regex* Regex::cached(std::string_view pattern, std::string_view flags, uint32_t* work) {
    constexpr size_t kCapacity = 32;
    static std::vector<CacheEntry> entries;
    static size_t next = 0;
    for (const CacheEntry& entry : entries) {
        if (entry.pattern == pattern && entry.flags == flags) return entry.valid ? &entry.regex : nullptr;
    }
    CacheEntry made;
    made.pattern = pattern;
    made.flags = flags;
    bool extended = false, known = true;
    for (const char flag : flags) {
        switch (flag) {
            case 's':
                made.regex.m_dot_all = true;
                break;
            case 'm':
                made.regex.m_multiline = true;
                break;
            case 'i':
                made.regex.m_ignore_case = true;
                break;
            case 'x':
                extended = true;
                break;
            case 'q':
                made.regex.m_literal = true;
                break;
            default:
                known = false;
        }
    }
    const std::string plain =
        extended && !made.regex.m_literal ? without_blanks(pattern) : std::string(pattern);
    if (made.regex.m_literal) {
        for (size_t at = 0; at < plain.size();) {
            made.regex.m_program.push_back({Operation::Character, next_code_point(plain, at)});
        }
        made.regex.m_program.push_back({Operation::Match});
        made.valid = known;
    } else {
        made.regex.m_groups = made.regex.m_groups_known = count_groups(plain);
        made.valid = known && RegexParser(made.regex, plain).parse();
    }
    if (work != nullptr) *work = 20 + static_cast<uint32_t>(pattern.size()) + made.regex.m_work / 2;
    if (entries.size() < kCapacity) {
        entries.push_back(std::move(made));
        return entries.back().valid ? &entries.back().regex : nullptr;
    }
    next = (next + 1) % kCapacity;
    entries[next] = std::move(made);
    return entries[next].valid ? &entries[next].regex : nullptr;
}

}  // namespace shenbao::feel
