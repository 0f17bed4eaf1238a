// Labels as they are compared: without the noise that word processors and typists leave in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shenbao {

// Without blanks and line breaks; full-width signs, brackets, colons and quotes as their half-width ones;
// "……",
// "...", "。。。" and the like as one "…".
std::string label_key(std::string_view text);

// The same sign by sign, with the place each came from; dots are not joined. For finding labels inside a
// line.
struct FoldedText {
    std::u32string signs;
    std::vector<size_t> offsets;  // byte offset in the text, for each sign; one more for the end

    explicit FoldedText(std::string_view text);
};

// Only dots: the form's mark for a slot that is still open. Blanks around them do not matter.
bool is_open_mark(std::string_view text);

// A label with {expressions} whose place any text can take: "{year}年" matches "2024 年".
class LabelPattern {
  public:
    explicit LabelPattern(std::string_view text);
    bool has_expressions() const { return !m_expressions.empty(); }
    // The key of a label without expressions.
    const std::string& key() const { return m_literals.front(); }
    bool fits(std::string_view text_key) const {
        return has_expressions() ? match(text_key).has_value() : text_key == key();
    }
    // Expression and what stands in its place, in order; nothing when the text does not match.
    using Captures = std::vector<std::pair<std::string, std::string>>;
    std::optional<Captures> match(std::string_view text_key) const;

  private:
    std::vector<std::string> m_literals;     // keys; one more than expressions
    std::vector<std::string> m_expressions;  // without the braces
};

}  // namespace shenbao
