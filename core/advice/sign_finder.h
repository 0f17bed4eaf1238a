// Reads an expression from left to right, looking for what is no FEEL; for core/advice only.
#pragma once

#include "core/advice/wrong_signs.h"

namespace shenbao {

struct SignRow;

class SignFinder {
  public:
    SignFinder(std::string_view source, const feel::Scope& scope) : m_source(source), m_scope(scope) {}
    std::vector<WrongSign> run();

  private:
    // Each looks at the place, and has moved it behind what it found if it says true.
    bool skip_text();
    bool number();   // wrong_numbers.cpp
    bool word();     // wrong_words.cpp
    bool special();  // ! & % and quotes: signs for which the table is not enough
    bool quotes();
    bool sign();
    bool wide();

    void bracket(char c);

    bool bare_date(size_t start);
    std::string grouped_digits(size_t start);
    bool decimal_comma(size_t start);
    bool percent(size_t start, const std::string& plain);
    bool is_share(size_t start) const;
    void unit();

    void known_word(size_t start, size_t end, size_t next);
    bool question(size_t start, size_t end);
    bool phrase(size_t start, size_t end);
    void is_phrase(size_t start, size_t end);
    void negation(size_t start, size_t end);
    const SignRow* table_word(size_t from, size_t to) const;
    bool starts_table_word(size_t at) const;
    bool is_named(std::string_view word) const;
    bool has_comma(size_t at) const;

    std::string_view rest(size_t at) const {
        return m_source.substr(at < m_source.size() ? at : m_source.size());
    }
    bool next_is(std::string_view text) const { return rest(m_at).starts_with(text); }
    bool starts_word(size_t at, std::string_view text) const;
    size_t word_end(size_t at) const;
    size_t behind_blanks(size_t at) const;
    char before_blanks(size_t at) const;

    // Changes what is marked.
    void add(size_t offset, size_t length, Words words, std::string_view instead) {
        m_found.push_back({offset, length, std::move(words), {{offset, length, std::string(instead)}}});
    }
    // What only the author can mend.
    void tell(size_t offset, size_t length, Words words) {
        m_found.push_back({offset, length, std::move(words), {}});
    }

    std::string_view m_source;
    const feel::Scope& m_scope;
    size_t m_at = 0;
    std::vector<char> m_open;      // brackets around the place
    std::vector<size_t> m_paired;  // full-width parentheses that were told with their opening ones
    std::vector<WrongSign> m_found;
};

inline bool is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace shenbao
