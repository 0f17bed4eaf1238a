// What more keys and more rows cost: files of 500, 2,000, 12,000 and 50,000 of them, read and written again.
// Milliseconds, and nanoseconds for each; exit code 1 if each costs more than four times as much of 50,000 as
// of 2,000, so that the cost grows faster than the file.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "core/form/definition.h"
#include "core/formats/json/declaration_json.h"

namespace {

using namespace shenbao;

bool g_grows = false;

template <class Make>
void measure(const FormDefinition& form, const char* name, Make make) {
    double before = 0;
    for (const int count : {500, 2000, 12000, 50000}) {
        const std::string file = make(count);
        const auto start = std::chrono::steady_clock::now();
        const ReadResult result = read_declaration(form, file);
        const std::string written = write_declaration(form, result.declaration);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        const double each = time.count() * 1e6 / count;
        std::printf("%-34s %6d %9.1f ms %9.0f ns each, %zu notes\n", name, count, time.count(), each,
                    result.notes.size());
        if (!result.ok()) std::printf("%s\n", result.message.c_str()), g_grows = true;
        if (count == 2000) before = each;
        if (count == 50000 && each > 4 * before) g_grows = true;
    }
}

// `part(i)` count times, between what comes before and after it in the file.
template <class Part>
auto file_of(const FormDefinition& form, std::string before, Part part, std::string after) {
    return [=, id = form.id, version = form.version](int count) {
        std::string text = R"({"format":"shenbao-declaration","formatVersion":1,"form":{"id":")" + id +
                           R"(","version":")" + version + "\"}" + before;
        for (int i = 0; i < count; ++i) text += (i > 0 ? "," : "") + part(std::to_string(i));
        return text + after + "}";
    };
}

}  // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);  // one that grows may never end
    std::ifstream stream("assets/forms/department-performance-target.form.json", std::ios::binary);
    std::stringstream json;
    json << stream.rdbuf();
    const DefinitionResult read = read_definition(json.str());
    if (!read.definition) return std::fprintf(stderr, "run from the checkout's root\n"), 2;
    const FormDefinition& form = *read.definition;
    const auto unknown = [](const std::string& i) { return "\"key" + i + "\":1"; };
    measure(form, "unknown keys of the file", file_of(form, ",", unknown, ""));
    const auto same = [](const std::string& i) { return "\"a\":" + i; };
    measure(form, "the same key again", file_of(form, ",", same, ""));
    measure(form, "keys of one row",
            file_of(form, R"(,"rows":{"longterm":[{"id":"cost_open",)", unknown, "}]}"));
    const auto value = [](const std::string& i) { return "\"longterm.cost_open-" + i + ".title\":\"x\""; };
    measure(form, "values of no row", file_of(form, R"(,"values":{)", value, "}"));
    const auto row = [](const std::string& i) {
        return R"({"id":"cost_open-)" + i + R"(","origin":"cost_open","more":1})";
    };
    measure(form, "rows with keys of their own", file_of(form, R"(,"rows":{"longterm":[)", row, "]}"));
    const auto filled = [&](int count) {
        Declaration declaration = blank_declaration(form);
        for (int i = 2; i < count + 2; ++i) {
            const std::string id = "cost_open-" + std::to_string(i);
            declaration.rows["longterm"].push_back({id, "cost_open"});
            declaration.values["longterm." + id + ".title"] = "x";
        }
        return write_declaration(form, declaration);
    };
    measure(form, "rows with a value each", filled);
    return g_grows ? 1 : 0;
}
