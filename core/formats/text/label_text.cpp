#include "core/formats/text/label_text.h"

#include "core/formats/text/utf8.h"

namespace shenbao {
namespace {

bool is_blank(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_dot(char32_t c) {
    return c == U'…' || c == U'⋯' || c == U'·' || c == U'•' || c == U'・' || c == U'.' || c == U'。';
}

char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    switch (c) {
        case U'“':
        case U'”':
        case U'„':
        case U'「':
        case U'」':
            return U'"';
        case U'‘':
        case U'’':
            return U'\'';
        case U'。':
            return U'.';
        case U'∶':
        case U'︰':
            return U':';
        default:
            return c;
    }
}

}  // namespace

std::string label_key(std::string_view text) {
    std::string key;
    int dots = 0;
    char32_t dot = 0;
    const auto end_dots = [&] {
        if (dots > 1 || dot == U'…' || dot == U'⋯')
            append_utf8(key, U'…');
        else if (dots == 1)
            append_utf8(key, plain(dot));
        dots = 0, dot = 0;
    };
    for (size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_at(text, at);
        at += step.size == 0 ? 1 : static_cast<size_t>(step.size);
        const char32_t c = plain(step.code_point);
        if (step.size == 0 || is_blank(c)) continue;
        if (is_dot(step.code_point) || c == U'.') {
            ++dots;
            if (dot != U'…') dot = step.code_point;
        } else {
            end_dots();
            append_utf8(key, c);
        }
    }
    end_dots();
    return key;
}

FoldedText::FoldedText(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_at(text, at);
        const char32_t c = plain(step.code_point);
        if (step.size > 0 && !is_blank(c)) {
            signs += c;
            offsets.push_back(at);
        }
        at += step.size == 0 ? 1 : static_cast<size_t>(step.size);
    }
    offsets.push_back(text.size());
}

bool is_open_mark(std::string_view text) {
    return label_key(text) == "…";
}

LabelPattern::LabelPattern(std::string_view text) {
    size_t start = 0;
    for (;;) {
        const size_t open = text.find('{', start);
        const size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        m_literals.push_back(label_key(text.substr(start, open - start)));
        m_expressions.emplace_back(text.substr(open + 1, close - open - 1));
        start = close + 1;
    }
    m_literals.push_back(label_key(text.substr(start)));
}

std::optional<LabelPattern::Captures> LabelPattern::match(std::string_view text) const {
    Captures captures;
    const std::string& last = m_literals.back();
    if (!text.starts_with(m_literals.front())) return std::nullopt;
    if (m_expressions.empty()) return text == last ? std::optional(captures) : std::nullopt;
    size_t at = m_literals.front().size();
    for (size_t i = 0; i < m_expressions.size(); ++i) {
        const bool final = i + 1 == m_expressions.size();
        if (final && (text.size() < at + last.size() || !text.ends_with(last))) return std::nullopt;
        const size_t end = final ? text.size() - last.size() : text.find(m_literals[i + 1], at);
        if (end == std::string_view::npos || end <= at) return std::nullopt;
        captures.emplace_back(m_expressions[i], std::string(text.substr(at, end - at)));
        at = end + (final ? 0 : m_literals[i + 1].size());
    }
    return captures;
}

}  // namespace shenbao
