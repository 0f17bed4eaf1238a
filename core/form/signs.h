// Characters as a person means them in a number, a date or a phone: a full-width digit is a digit, a dash of
// any length is a minus, and what cannot be seen is not there. A text is read where it stands, so that what
// follows the number stays as it was written.
#pragma once

#include <string>
#include <string_view>

namespace shenbao {

// The character at the start of the text, and what it is taken for.
struct Sign {
    char32_t plain = 0;   // ASCII, ≥, ≤ or the character itself; ' ' for every blank
    size_t length = 0;    // bytes
    bool hidden = false;  // a mark of direction, a joiner, a variation selector: nobody sees it
};
// Of a text that is not empty. Bytes that are no UTF-8 stand for themselves.
Sign sign_at(std::string_view text);

class SignReader {
  public:
    explicit SignReader(std::string_view text) : m_rest(text) { skip_hidden(); }

    bool at_end() const { return m_rest.empty(); }
    char32_t peek() const { return at_end() ? 0 : sign_at(m_rest).plain; }
    char32_t peek_behind() const;  // what follows the next one
    bool take(char32_t plain);
    bool take_word(std::string_view word);  // as it is written here
    void skip_blanks();
    void skip();  // the next one
    std::string_view rest() const { return m_rest; }

  private:
    void skip_hidden();
    std::string_view m_rest;
};

bool is_digit(char32_t plain);
// 〇零一二三四五六七八九两: 0–9; -1 for any other character.
int chinese_digit(char32_t plain);

// Digits one after another, at most so many, as ASCII; "" where there are none.
std::string take_digits(SignReader& reader, size_t most);
// -1,424.50, .5, 5., 12。5: as "-1424.50", "0.5", "5", "12.5". False, and the reader stands anywhere, if
// there is no number or its separators stand elsewhere than every three digits. Blanks in it end it.
bool take_number(SignReader& reader, std::string& plain);
// 九十五点五, 一百, 两: as "95.5", "100", "2". At most four places before the point.
bool take_chinese_number(SignReader& reader, std::string& plain);

// The text without its blanks and what is hidden in it.
std::string without_blanks(std::string_view text);

}  // namespace shenbao
