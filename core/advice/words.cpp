#include "core/advice/words.h"

namespace shenbao {
namespace {

std::string fill(std::string_view text, std::initializer_list<Words> about, std::string Words::*language) {
    std::string filled;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{' || i + 2 >= text.size() || text[i + 2] != '}' ||
            static_cast<size_t>(text[i + 1] - '0') >= about.size()) {
            filled += text[i];
            continue;
        }
        filled += about.begin()[text[i + 1] - '0'].*language;
        i += 2;
    }
    return filled;
}

}  // namespace

Words say(const Saying& saying, std::initializer_list<Words> about) {
    return {fill(saying.zh, about, &Words::zh), fill(saying.en, about, &Words::en)};
}

Words operator+(const Words& first, const Words& second) {
    if (first.empty() || second.empty()) return first.empty() ? second : first;
    return {first.zh + second.zh, first.en + " " + second.en};
}

}  // namespace shenbao
