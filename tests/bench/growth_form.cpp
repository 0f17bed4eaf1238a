// A made form whose cells become more and more: as rows that were added, and as rows that the form prints.
#include <memory>
#include <string>
#include <vector>

#include "core/drafts/declaration_change.h"
#include "core/form/edit.h"
#include "core/formats/json/declaration_json.h"
#include "core/review/review.h"
#include "core/sheet/sheet.h"
#include "tests/bench/growth.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::bench {

namespace {

constexpr CalendarDay kToday{2025, 12, 31};
constexpr int kCellsOfRow = 4;  // a name and three columns

// Two tables that are peers, one with a total and a share; `printed` rows of each are the form's own.
std::string form_json(int printed) {
    std::string rows;
    for (int i = 0; i < printed; ++i)
        rows += R"({"id":"row)" + std::to_string(i) + R"(","level1":"甲","level2":"乙)" +
                std::to_string(i / 10) + R"(","title":"第)" + std::to_string(i) + R"(项"},)";
    const std::string columns =
        R"({"id":"now","title":"当年","type":"amount","required":true},
           {"id":"target","title":"指标值","type":"indicator","required":true},
           {"id":"why","title":"依据","type":"choice","list":"kinds","about":"target"})";
    const auto paper = [](const std::string& table) {
        return R"({"section":"head","cells":[{"text":"一级","header":true},{"text":"二级","header":true},
              {"text":"三级","header":true},{"text":"当年","header":true},{"text":"指标值","header":true},
              {"text":"依据","header":true}]},
             {"section":"head","table":")" +
               table + R"(","cells":[{"kind":"level1"},{"kind":"level2"},{"kind":"rowTitle"},
              {"kind":"column","target":"now"},{"kind":"column","target":"target"},
              {"kind":"column","target":"why"}]})";
    };
    return R"({"format":"shenbao-form","formatVersion":1,"id":"made","version":"1","title":"大表",
"sections":[{"id":"head","title":"指标"}],
"lists":[{"id":"kinds","options":["计划标准","行业标准","历史标准","其他标准"]}],
"fields":[{"id":"person","title":"填报人","section":"head","type":"text","required":true}],
"rowSets":{"tree":[)" +
           rows +
           R"({"id":"counted","level1":"甲","level2":"产出1","title":"……","kind":"open","titleEntered":true,
 "repeatable":true,"repeatTitle":"产出{n}"},
 {"id":"slot","level1":"乙","level2":"……","title":"……","kind":"open","titleEntered":true,"repeatable":true,
 "level2Entered":true}]},
"tables":[
 {"id":"plan","title":"长期指标","section":"head","peer":"real","rows":"tree","columns":[)" +
           columns + R"(]},
 {"id":"real","title":"年度指标","section":"head","peer":"plan","rows":"tree","columns":[)" +
           columns + R"(]}],
"rules":[
 {"id":"peers","level":"error","each":"plan","when":"row.peer = null","message":"{row.name}没有对应的行"},
 {"id":"same","level":"explain","each":"real","where":"row.peer != null",
  "when":"row.now != null and row.peer.now != null and row.now > row.peer.now",
  "message":"{row.name}多出{amount(row.now - row.peer.now)}","paths":["{cell of(table.id, row.id, \"now\")}"]},
 {"id":"readable","level":"error","each":"plan.* real.*","when":"invalid","message":"{name}填的是{raw}"},
 {"id":"sum","level":"error","when":"sum(plan.items.now) < 0","message":"合计{amount(sum(plan.items.now))}"}],
"sheet":{"columnsMm":[20,25,40,25,25,35],"rows":[
 {"kind":"title","cells":[{"text":"大表","span":6}]},
 {"section":"head","cells":[{"text":"填报人","header":true},{"kind":"field","target":"person","span":5}]},)" +
           paper("plan") + "," + paper("real") + "]}}";
}

// With as many rows as make so many cells; every row filled in. One of 500 rows has something to be found.
Declaration filled(const FormDefinition& form, int cells, bool printed) {
    Declaration declaration = blank_declaration(form);
    declaration.values["person"] = "某人";
    const int rows = cells / kCellsOfRow / 2;
    for (const char* table : {"plan", "real"}) {
        auto& list = declaration.rows[table];
        for (int i = 2; !printed && i < rows; ++i) {
            // The peer has them in another order.
            const int number = *table == 'p' ? i : rows + 1 - i;
            const std::string origin = number % 2 == 0 ? "counted" : "slot";
            list.push_back({origin + "-" + std::to_string(number), origin});
        }
        int number = 0;
        for (const DeclaredRow& row : list) {
            const auto set = [&](const char* column, std::string text) {
                declaration.values[cell_path(table, row.id, column)] = std::move(text);
            };
            if (row.origin.starts_with("row") == false) set("title", row.id + "的名称");
            if (row.origin == "slot") set("level2", "类" + std::to_string(number / 10));
            set("now", ++number % 500 == 0 ? "多少" : "12.50");
            set("target", "≥90%");
            set("why", "计划标准");
        }
    }
    return declaration;
}

struct Made {
    std::shared_ptr<const Reviewer> form;
    Declaration declaration;
};

using Growths = std::vector<std::unique_ptr<Growth>>;

void measure_core(const Made& made, int cells, Growths& growths) {
    size_t next = 0;
    const auto add = [&](const char* name, double time) {
        if (growths.size() == next) growths.push_back(std::make_unique<Growth>(name));
        growths[next++]->add(cells, time);
    };
    const FormDefinition& form = made.form->definition();
    const int turns = cells > 20000 ? 1 : 3;
    FormState state;
    add("check from nothing",
        milliseconds([&] { state = made.form->evaluate(made.declaration, kToday); }, turns));
    History history(made.declaration);
    Recheck recheck(made.form);
    recheck.evaluate(history.declaration(), kToday);
    const std::string last = cell_path("real", made.declaration.rows.at("real").back().id, "now");
    int turn = 0;
    add("check after an edit", milliseconds(
                                   [&] {
                                       history.apply("填", {SetValue{last, std::to_string(++turn)}});
                                       recheck.evaluate(history.declaration(), kToday);
                                   },
                                   10));
    Sheet sheet;
    add("lay out the sheet",
        milliseconds([&] { sheet = build_sheet(form, made.declaration, state); }, turns));
    size_t bytes = 0;
    add("name every cell", milliseconds(
                               [&] {
                                   CellNames names(form, made.declaration);
                                   for (const SheetCell& cell : sheet.cells)
                                       if (!cell.path.empty()) bytes += names.of(cell.path).size();
                               },
                               turns));
    std::string json;
    add("write as JSON", milliseconds([&] { json = write_declaration(form, made.declaration); }, turns));
    ReadResult read;
    add("read JSON", milliseconds([&] { read = read_declaration(form, json); }, turns));
    if (!(read.declaration == made.declaration)) std::printf("read otherwise\n"), g_grows = true;
    std::vector<Edit> edits;
    for (const auto& [path, text] : made.declaration.values) edits.push_back(SetValue{path, text + "1"});
    add("change every cell in one step, undo", milliseconds([&] {
            history.apply("填", std::move(edits));
            history.undo();
        }));
    Declaration other = made.declaration;
    for (auto& [path, text] : other.values) text += "1";
    add("differences of drafts", milliseconds([&] {
            bytes += drafts::declaration_differences(form, made.declaration, other).size();
        }));
    add("whether rows can be added, removed", milliseconds([&] {
            for (const SheetRow& row : sheet.rows) {
                bytes += offers_row_behind(form, made.declaration, row.table, row.table_row) ? 1 : 0;
                bytes += remove_row_edits(form, made.declaration, row.table, row.table_row).size();
            }
        }));
    add("give a table its peer's rows", milliseconds([&] {
            Declaration aligned = made.declaration;
            for (Edit& edit : align_rows_edits(form, made.declaration, "plan", "real"))
                apply_edit(aligned, std::move(edit));
            if (!(aligned.rows.at("real") == aligned.rows.at("plan"))) std::printf("not aligned\n");
        }));
    if (bytes == 0) std::printf("nothing\n");
}

void measure_frames(const Made& made, int cells, Growths& growths) {
    size_t next = 0;
    const auto add = [&](const char* name, double time) {
        if (growths.size() == next) growths.push_back(std::make_unique<Growth>(name));
        growths[next++]->add(cells, time);
    };
    testing::MemoryStore store;
    testing::HeadlessWorkbench page(store, made.form);
    app::Workbench& workbench = page.workbench();
    const std::string json = write_declaration(made.form->definition(), made.declaration);
    const int turns = cells > 20000 ? 3 : 10;
    add("open the file, first frame", milliseconds([&] {
            workbench.file_opened("a.json", json);
            page.settle();
        }));
    const auto frame = [&] {
        app::platform::request_frame();
        page.settle();
    };
    add("frame that changes nothing", milliseconds(frame, turns));
    float y = 0;
    add("frame while scrolling", milliseconds(
                                     [&] {
                                         workbench.scrolled(app::RegionId::Paper, 0, y += 100);
                                         page.settle();
                                     },
                                     turns));
    const std::string cell = "cell:plan." + made.declaration.rows.at("plan")[1].id + ".now";
    add("give a cell the keyboard", milliseconds([&] {
            workbench.focused(cell);
            page.settle();
        }));
    int turn = 0;
    double typing = 0;
    add("frame after an edit",
        milliseconds(
            [&] {
                typing += milliseconds([&] { workbench.typed(cell, std::to_string(++turn)); });
                page.settle();
            },
            turns) -
            typing / turns);
    add("an edit", typing / turns);
    add("a move to the next cell", milliseconds([&] {
            workbench.key("ArrowDown");
            page.settle();
        }));
    add("a range of two cells", milliseconds([&] {
            workbench.key("Shift+ArrowDown");
            page.settle();
        }));
    add("frame with a range", milliseconds(frame, turns));
    const auto keys = [&](std::initializer_list<const char*> strokes) {
        for (const char* stroke : strokes) workbench.key(stroke), page.settle();
    };
    add("a range to the end, filled", milliseconds([&] { keys({"Control+Shift+ArrowDown", "Control+D"}); }));
    add("all of a table, copied", milliseconds([&] {
            keys({"Control+A"});
            workbench.copy_range(false);
        }));
    add("a jump to the end", milliseconds([&] { keys({"Escape", "Control+ArrowDown"}); }));
}

}  // namespace

void measure_forms() {
    for (const bool printed : {false, true}) {
        std::printf("-- %s\n",
                    printed ? "cells of rows that the form prints" : "cells of rows that were added");
        Growths core, frames;
        for (const int cells : kCounts) {
            Made made;
            Reviewer::Result read;
            const std::string json = form_json(printed ? cells / kCellsOfRow / 2 : 0);
            const double time = milliseconds([&] { read = load_form(json); });
            std::printf("%-34s %6d %9.2f ms\n", "read the form", cells, time);
            for (const DefinitionFault& fault : read.faults)
                std::printf("%s %s\n", fault.pointer.c_str(), fault.message.c_str());
            if (!read.reviewer) return;
            made.form = std::move(read.reviewer);
            made.declaration = filled(made.form->definition(), cells, printed);
            measure_core(made, cells, core);
            measure_frames(made, cells, frames);
        }
    }
}

}  // namespace shenbao::bench
