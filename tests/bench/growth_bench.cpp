// What more keys, rows and cells cost: files of 500, 2,000, 12,000 and 50,000 of them, read and written
// again; then forms of as many cells (growth_form.cpp). Milliseconds, and nanoseconds for each; exit code 1
// if each costs more than four times as much of 50,000 as of 2,000, so that the cost grows faster than the
// file. `growth_bench forms` does only the latter.
#include <fstream>
#include <sstream>
#include <string_view>

#include "core/form/definition.h"
#include "core/formats/json/declaration_json.h"
#include "tests/bench/growth.h"

namespace {

using namespace shenbao;

using bench::g_grows;

template <class Make>
void measure(const FormDefinition& form, const char* name, Make make) {
    bench::Growth growth(name);
    for (const int count : bench::kCounts) {
        const std::string file = make(count);
        ReadResult result;
        const double time = bench::milliseconds([&] {
            result = read_declaration(form, file);
            write_declaration(form, result.declaration);
        });
        growth.add(count, time, (", " + std::to_string(result.notes.size()) + " notes").c_str());
        if (!result.ok()) std::printf("%s\n", result.message.c_str()), g_grows = true;
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

int main(int count, char** words) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);  // one that grows may never end
    if (count > 1 && std::string_view(words[1]) == "forms") {
        bench::measure_forms();
        return g_grows ? 1 : 0;
    }
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
    bench::measure_forms();
    return g_grows ? 1 : 0;
}
