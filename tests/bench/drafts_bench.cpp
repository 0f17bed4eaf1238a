// Drafts over a store in memory: saving the seed form and a form of 12,000 cells, listing 300 drafts, the
// bytes of a day of typing. Natively and as wasm under Node; medians in microseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/drafts/draft_library.h"
#include "core/formats/opening/open_file.h"
#include "core/review/review.h"
#include "tests/support/memory_store.h"

namespace {

using namespace shenbao;
using Clock = std::chrono::steady_clock;

std::string read(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

double microseconds(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

void show(const char* name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-44s %10.0f us, slowest %.0f us\n", name, times[times.size() / 2], times.back());
}

size_t stored(testing::MemoryStore& store) {
    std::vector<std::string> keys;
    store.list("", keys);
    size_t sum = 0;
    std::string text;
    for (const std::string& key : keys) {
        store.read(key, text);
        sum += key.size() + text.size();
    }
    return sum;
}

// Saves as typing does: one more character each time.
void save_typing(const char* name, const FormDefinition& form, Declaration declaration, int saves) {
    testing::MemoryStore store;
    drafts::DraftSession session(store, form, "bench", "bench");
    std::vector<double> times;
    const long long begin = 1'767'200'400'000;
    for (int i = 0; i < saves; ++i) {
        declaration.values["person"] += static_cast<char>('a' + i % 26);
        const auto start = Clock::now();
        if (session.save(declaration, {}, begin + i * 1000) != drafts::DraftStatus::Ok)
            std::printf("not saved\n");
        times.push_back(microseconds(start));
    }
    const drafts::DraftVersion newest = session.versions().front();
    show(name, times);
    std::printf("%-44s %10zu bytes whole and change, %zu stored after %d saves\n", "", newest.bytes,
                stored(store), saves);
}

}  // namespace

int main() {
    const CalendarDay today{2025, 12, 31};
    auto form = load_form(read("assets/forms/department-performance-target.form.json")).reviewer;
    if (!form) return std::fprintf(stderr, "run from the checkout's root\n"), 1;
    const FormDefinition& definition = form->definition();
    const Declaration seed = open_file(*form, read("tests/fixtures/seed.txt"), today).declaration;
    save_typing("save the seed form", definition, seed, 200);

    Declaration large = seed;
    auto& rows = large.rows[definition.tables.front().id];
    const std::string table = definition.tables.front().id;
    for (int i = 0; large.values.size() < 12'000; ++i) {
        rows.push_back({rows.front().origin + "-" + std::to_string(i + 2), rows.front().origin});
        for (const ColumnDefinition& column : definition.tables.front().columns)
            large.values[cell_path(table, rows.back().id, column.id)] = "1424.56";
    }
    save_typing("save 12,000 cells", definition, large, 60);

    testing::MemoryStore store;
    for (int i = 0; i < 300; ++i) {
        drafts::DraftSession one(store, definition, "d" + std::to_string(i), "bench");
        one.save(seed, {"", "某局", 2026, 98, 90, 9, 1, 21}, 1000 + i);
        one.release();
    }
    std::vector<double> times;
    size_t listed = 0;
    for (int i = 0; i < 50; ++i) {
        const auto start = Clock::now();
        listed = drafts::DraftLibrary(store, definition, "bench").list().drafts.size();
        times.push_back(microseconds(start));
    }
    show("list 300 drafts", times);
    std::printf("%-44s %10zu drafts, %zu bytes stored\n", "", listed, stored(store));

    // Eight hours; 20 seconds of typing a minute, saved every second; a character each, all over the form.
    testing::MemoryStore day;
    drafts::DraftSession session(day, definition, "day", "bench");
    Declaration declaration = seed;
    int saves = 0;
    size_t most = 0;
    for (long long second = 0; second < 8 * 3600; ++second) {
        if (second % 60 >= 20) continue;
        auto cell = std::next(declaration.values.begin(),
                              second / 60 % static_cast<long long>(declaration.values.size()));
        cell->second += static_cast<char>('a' + second % 26);
        session.save(declaration, {}, 1'767'200'400'000 + second * 1000);
        if (++saves % 100 == 0) most = std::max(most, stored(day));
    }
    std::printf("%-44s %10zu bytes, at most %zu; %zu versions of %d saves\n", "a day of typing", stored(day),
                most, session.versions().size(), saves);
    return listed == 300 ? 0 : 1;
}
