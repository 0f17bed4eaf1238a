// Where the parts of a JSON text stand in it; for core/advice only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shenbao {

class JsonPlaces {
  public:
    // A text that is JSON. Of a key that stands twice the later value counts.
    explicit JsonPlaces(std::string_view json);

    // Byte offset of the value at the pointer, or of the nearest part around it that is there.
    size_t value(std::string_view pointer) const;
    // Byte offset of a byte of the text at the pointer, counted in the text that its escapes mean.
    size_t in_text(std::string_view pointer, size_t byte) const;
    // That text; "" when there is none.
    std::string text(std::string_view pointer) const;
    // The ids of the objects in a list: "/fields/0/id", "/fields/1/id" …
    std::vector<std::string> ids(std::string_view list) const;

  private:
    void read_value(const std::string& pointer);
    void skip_blanks();
    // The text in quotes at the place, which is moved behind it.
    std::string read_string();

    std::string_view m_json;
    size_t m_at = 0;
    std::map<std::string, size_t, std::less<>> m_values;
};

}  // namespace shenbao
