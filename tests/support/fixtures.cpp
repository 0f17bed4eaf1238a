#include "tests/support/fixtures.h"

#include <cstdio>
#include <cstdlib>

namespace shenbao::testing {

std::string read_file(std::string_view path) {
    std::string name(path);
    std::FILE* file = std::fopen(name.c_str(), "rb");
    if (!file) {
        std::fprintf(stderr, "Cannot read %s; run tests from the checkout's root\n", name.c_str());
        std::exit(2);
    }
    std::string bytes;
    char buffer[65536];
    while (size_t count = std::fread(buffer, 1, sizeof buffer, file)) bytes.append(buffer, count);
    std::fclose(file);
    return bytes;
}

const std::string& official_form_json() {
    static const std::string kText = read_file("assets/forms/department-performance-target.form.json");
    return kText;
}

const std::string& seed_text() {
    static const std::string kText = read_file("tests/fixtures/seed.txt");
    return kText;
}

}  // namespace shenbao::testing
