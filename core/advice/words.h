// Sentences in both languages; for core/advice only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace shenbao {

struct Words {
    std::string zh, en;

    Words() = default;
    // What is the same in both: names and FEEL.
    Words(std::string_view same) : zh(same), en(same) {}
    Words(const std::string& same) : zh(same), en(same) {}
    Words(const char* same) : zh(same), en(same) {}
    Words(std::string_view chinese, std::string_view english) : zh(chinese), en(english) {}
    bool empty() const { return zh.empty(); }
};

// A sentence with {0}, {1} … for what it is about.
struct Saying {
    std::string_view zh, en;
};

Words say(const Saying& saying, std::initializer_list<Words> about = {});
// Both, one behind the other.
Words operator+(const Words& first, const Words& second);

}  // namespace shenbao
