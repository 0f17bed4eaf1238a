// Words, signs and blanks of an expression's text; for core/feel only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shenbao::feel {

class Lexer {
  public:
    explicit Lexer(std::string_view source) : m_source(source) { skip_blanks(); }

    std::string_view source() const { return m_source; }
    size_t position() const { return m_position; }
    // Blanks and comments behind `position` are skipped.
    void move_to(size_t position) {
        m_position = position;
        skip_blanks();
    }
    bool at_end() const { return m_position >= m_source.size(); }
    // 0 at the end.
    char peek(size_t ahead = 0) const {
        return m_position + ahead < m_source.size() ? m_source[m_position + ahead] : '\0';
    }
    bool take(std::string_view sign);
    bool next_is(std::string_view sign) const { return m_source.substr(m_position, sign.size()) == sign; }
    // The word (name parts without a break) at the position, or at another.
    std::string_view word() const { return word_at(m_position); }
    std::string_view word_at(size_t position) const;
    bool take_word(std::string_view word);
    // Where the last taken thing ended, before the blanks.
    size_t end_of_last() const { return m_end_of_last; }
    void set_end_of_last(size_t end) { m_end_of_last = end; }
    size_t skip_blanks_from(size_t position) const;
    // A string in quotes at the position, unescaped; absent when it has no end.
    std::optional<std::string> take_string();
    // A number, or "".
    std::string_view take_number();

  private:
    void skip_blanks() { m_position = skip_blanks_from(m_position); }

    std::string_view m_source;
    size_t m_position = 0;
    size_t m_end_of_last = 0;
};

}  // namespace shenbao::feel
