// Any pattern on any text: matching ends within its steps and its groups lie inside the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/feel/regex/regex.h"
#include "core/feel/text/utf8.h"

using namespace shenbao::feel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    constexpr const char* kFlags[] = {"", "i", "s", "m", "x", "q", "smix"};
    const size_t cut = 2 + data[0] % (size - 1);
    const std::string pattern = repair_utf8({reinterpret_cast<const char*>(data) + 2, cut - 2});
    const std::string text = repair_utf8({reinterpret_cast<const char*>(data) + cut, size - cut});
    const Regex* regex = Regex::cached(pattern, kFlags[data[1] % 7]);
    if (regex == nullptr) return 0;
    uint32_t steps = 200'000;
    RegexMatcher matcher(*regex, text, steps);
    if (!matcher.search(0)) return 0;
    for (unsigned i = 0; i <= regex->groups(); ++i) {
        const RegexSpan span = matcher.group(i);
        if (span.matched && (span.begin > span.end || span.end > text.size())) std::abort();
    }
    return 0;
}
