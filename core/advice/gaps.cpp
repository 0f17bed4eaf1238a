#include "core/advice/gaps.h"

#include "core/advice/note.h"
#include "core/advice/sayings.h"

namespace shenbao {
namespace {

using namespace sayings;

constexpr size_t kMostTrials = 200;

// Where strings begin and end, by turns.
std::vector<size_t> quotes_of(std::string_view source) {
    std::vector<size_t> quotes;
    for (size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '\\' && quotes.size() % 2 == 1) {
            ++i;
        } else if (source[i] == '"') {
            quotes.push_back(i);
        }
    }
    return quotes;
}

// Could a text end there?
bool may_end(std::string_view source, size_t at) {
    constexpr std::string_view kBehind = " \t\r\n),]}=<>!+";
    if (source[at - 1] == ' ') return false;
    return at == source.size() || kBehind.find(source[at]) != std::string_view::npos;
}

bool is_feel(const std::vector<feel::Diagnostic>& diagnostics) {
    for (const feel::Diagnostic& diagnostic : diagnostics)
        if (diagnostic.kind == feel::DiagnosticKind::Syntax) return false;
    return true;
}

WrongSign missing_quote(std::string_view source, size_t open, size_t end) {
    return {open, 1, say(kQuoteMissing, {shortened(source.substr(open, end - open)) + '"'}), {}};
}

// A text that begins or ends with a quote of another kind.
std::optional<WrongSign> find_curly_quote(std::string_view source, const Check& check) {
    for (const std::string_view curly : {"“", "”", "＂", "'"})
        for (size_t at = source.find(curly); at != std::string_view::npos; at = source.find(curly, at + 1)) {
            std::string straight(source);
            straight.replace(at, curly.size(), "\"");
            if (!is_feel(check(straight))) continue;
            return WrongSign{at, curly.size(), say(kQuoteSign, {curly}), {{at, curly.size(), "\""}}};
        }
    return std::nullopt;
}

}  // namespace

std::optional<WrongSign> find_missing_quote(std::string_view source, const Check& check) {
    const std::vector<size_t> quotes = quotes_of(source);
    if (quotes.size() % 2 == 0) return std::nullopt;
    if (auto curly = find_curly_quote(source, check)) return curly;
    for (const size_t quote : quotes) {
        std::string without(source);
        if (check(without.erase(quote, 1)).empty()) return WrongSign{quote, 1, say(kQuoteExtra), {}};
    }
    size_t trials = 0;
    std::optional<WrongSign> likely;
    for (size_t i = 0; i < quotes.size(); i += 2) {
        const size_t last = i + 1 < quotes.size() ? quotes[i + 1] : source.size();
        for (size_t end = quotes[i] + 2; end <= last && trials < kMostTrials; ++end) {
            if (!may_end(source, end)) continue;
            ++trials;
            std::string closed(source);
            closed.insert(end, "\"");
            const auto diagnostics = check(closed);
            if (!diagnostics.empty() && (likely || !is_feel(diagnostics))) continue;
            WrongSign found = missing_quote(source, quotes[i], end);
            found.changes = {{end, 0, "\""}};
            if (diagnostics.empty()) return found;
            likely = std::move(found);
        }
    }
    if (!likely && source.find_first_not_of(' ', quotes.back() + 1) == std::string_view::npos)
        return WrongSign{quotes.back(), 1, say(kQuoteExtra), {}};
    return likely ? likely : missing_quote(source, quotes.back(), source.size());
}

std::optional<WrongSign> find_lonely_bracket(std::string_view source) {
    if (source.find("..") != std::string_view::npos)
        return std::nullopt;  // a range may open with ( and close with ]
    constexpr std::string_view kOpening = "([{", kClosing = ")]}";
    std::vector<size_t> open;
    const auto lonely = [&](size_t at, const Saying& saying, char partner) {
        return WrongSign{at, 1, say(saying, {source.substr(at, 1), std::string_view(&partner, 1)}), {}};
    };
    for (size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '"') {
            for (++i; i < source.size() && source[i] != '"'; ++i)
                if (source[i] == '\\') ++i;
            continue;
        }
        if (kOpening.find(source[i]) != std::string_view::npos) open.push_back(i);
        const size_t kind = kClosing.find(source[i]);
        if (kind == std::string_view::npos) continue;
        if (open.empty()) return lonely(i, kBracketExtra, kOpening[kind]);
        const size_t opened = kOpening.find(source[open.back()]);
        if (opened != kind) return lonely(open.back(), kBracketMissing, kClosing[opened]);
        open.pop_back();
    }
    if (open.empty()) return std::nullopt;
    return lonely(open.back(), kBracketMissing, kClosing[kOpening.find(source[open.back()])]);
}

}  // namespace shenbao
