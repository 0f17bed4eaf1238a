// The official form as data, against the seed (a real filled form) and docs/domain.md.
#include "tests/core/form/official_form.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/form/declaration.h"
#include "tests/support/seed_grid.h"

namespace shenbao::testing {
namespace {

struct TreeRow {
    std::string level1, level2, title;
};

// The indicator rows of the seed: those between the headings 长期绩效指标 and 年度目标, or behind
// 年度绩效指标.
std::vector<TreeRow> seed_tree(std::string_view heading, size_t header_rows) {
    std::vector<TreeRow> tree;
    auto grid = seed_grid();
    auto row = std::find_if(grid.begin(), grid.end(), [&](const auto& cells) { return cells[0] == heading; });
    for (row += static_cast<std::ptrdiff_t>(header_rows); row != grid.end() && (*row)[0].empty(); ++row) {
        TreeRow here{(*row)[1], (*row)[2], (*row)[3]};
        if (here.level1.empty()) here.level1 = tree.back().level1;
        if (here.level2.empty()) here.level2 = tree.back().level2;
        tree.push_back(here);
    }
    return tree;
}

void expect_same_tree(const std::vector<TreeRow>& seed, const TableDefinition& table) {
    ASSERT_EQ(seed.size(), table.rows.size());
    for (size_t i = 0; i < seed.size(); ++i) {
        const RowDefinition& row = table.rows[i];
        EXPECT_EQ(row.level1, seed[i].level1) << i;
        EXPECT_EQ(row.level2, seed[i].level2) << i;
        if (row.kind == RowKind::Open || !row.title_entered) {
            EXPECT_EQ(row.title, seed[i].title) << i;
        }
    }
}

TEST(OfficialForm, HasNoFaults) {
    for (const auto& fault : read_definition(official_form_json()).faults)
        ADD_FAILURE() << fault.pointer << ": " << fault.message;
}

TEST(OfficialForm, HasTheTreeOfTheSeedInBothTables) {
    expect_same_tree(seed_tree("长期绩效指标", 1), *official_definition().table("longterm"));
    expect_same_tree(seed_tree("年度绩效指标", 3), *official_definition().table("annual"));
}

TEST(OfficialForm, HasSixDimensionsAndFortyRowsOfWhichFourAreOpen) {
    for (std::string_view id : {"longterm", "annual"}) {
        const TableDefinition& table = *official_definition().table(id);
        std::set<std::string> level1, level2;
        for (const auto& row : table.rows) {
            level1.insert(row.level1);
            if (!row.level2_entered) level2.insert(row.level1 + row.level2);
        }
        EXPECT_EQ(level1.size(), 6u);
        EXPECT_EQ(level2.size(), 19u);
        EXPECT_EQ(table.rows.size(), 40u);
        EXPECT_EQ(std::count_if(table.rows.begin(), table.rows.end(),
                                [](const RowDefinition& row) { return row.kind == RowKind::Open; }),
                  4);
    }
}

TEST(OfficialForm, BothIndicatorTablesArePeersWithTheSameRows) {
    const TableDefinition &longterm = *official_definition().table("longterm"),
                          &annual = *official_definition().table("annual");
    EXPECT_EQ(longterm.peer, "annual");
    EXPECT_EQ(annual.peer, "longterm");
    for (size_t i = 0; i < longterm.rows.size(); ++i) EXPECT_EQ(longterm.rows[i].id, annual.rows[i].id);
}

TEST(OfficialForm, HasTheNineInstructionsOfTheSeed) {
    std::vector<std::string> seed = seed_instructions();
    ASSERT_EQ(seed.size(), 9u);
    ASSERT_EQ(official_definition().instructions.size(), 9u);
    for (size_t i = 0; i < 9; ++i)
        EXPECT_EQ(std::to_string(i + 1) + "." + official_definition().instructions[i], seed[i]);
}

TEST(OfficialForm, HasThePickListsOfTheInstructions) {
    EXPECT_EQ(official_definition().list("basis")->options,
              (std::vector<std::string>{"计划标准", "行业标准", "历史标准", "预算支出标准", "其他标准"}));
    EXPECT_EQ(official_definition().list("category")->options,
              (std::vector<std::string>{"基本型", "创新型"}));
}

TEST(OfficialForm, HasTheMoneyRowsOfTheSeed) {
    auto titles = [](std::string_view table) {
        std::vector<std::string> all;
        for (const auto& row : official_definition().table(table)->rows) all.push_back(row.title);
        return all;
    };
    EXPECT_EQ(titles("income"),
              (std::vector<std::string>{"财政拨款", "财政专户管理资金", "单位资金", "合计"}));
    EXPECT_EQ(titles("expenditure"),
              (std::vector<std::string>{"人员类项目支出", "运转类项目支出", "特定目标类项目支出", "合计"}));
}

// docs/domain.md, "Common indicators".
TEST(OfficialForm, KnowsWhereAGoodValueOfEachCommonIndicatorLies) {
    const std::map<std::string, Direction> kDirections = {{"公用经费控制率", Direction::Down},
                                                          {"在职人员控制率", Direction::Down},
                                                          {"会议费控制率", Direction::Down},
                                                          {"“三公”经费变动率", Direction::Down},
                                                          {"预算调整率", Direction::Zero},
                                                          {"预算执行率", Direction::Up},
                                                          {"结转结余率", Direction::Down},
                                                          {"政府采购执行率", Direction::Up},
                                                          {"非税收入预算完成率", Direction::Up},
                                                          {"事前绩效评估完成率", Direction::Up},
                                                          {"绩效监控开展率", Direction::Up},
                                                          {"绩效评价覆盖率", Direction::Up},
                                                          {"评价结果应用率", Direction::Up},
                                                          {"业务学习与培训完成率", Direction::Up},
                                                          {"高学历、高层次人才储备率", Direction::Up},
                                                          {"服务对象满意度", Direction::Up}};
    size_t met = 0;
    for (const auto& row : official_definition().table("annual")->rows) {
        auto wanted = kDirections.find(row.title);
        bool common = wanted != kDirections.end();
        met += common;
        EXPECT_EQ(row.rate, common) << row.title;
        EXPECT_EQ(row.direction, common ? wanted->second : Direction::None) << row.title;
        EXPECT_FALSE(row.help.empty()) << row.title;
        if (common) {
            EXPECT_NE(row.help.find("÷"), std::string::npos) << row.title;
        }
        EXPECT_EQ(row.growth, row.title == "“三公”经费变动率") << row.title;
    }
    EXPECT_EQ(met, kDirections.size());
}

TEST(OfficialForm, RepeatsOnlySlotsAndCoreOutputs) {
    std::vector<std::string> repeatable;
    for (const auto& row : official_definition().table("longterm")->rows)
        if (row.repeatable) repeatable.push_back(row.id);
    EXPECT_EQ(repeatable, (std::vector<std::string>{"cost_open", "core_output_1", "core_output_2",
                                                    "duty_open", "technology_open", "satisfaction_open"}));
}

TEST(OfficialForm, NamesEveryInputOfThePaperDifferently) {
    const FormDefinition& definition = official_definition();
    Declaration blank = blank_declaration(definition);
    std::set<std::string> names;
    size_t cells = 0;
    auto add = [&](std::string path) {
        ++cells;
        std::string name = cell_name(definition, blank, path);
        EXPECT_EQ(name.find_first_of("{.}"), std::string::npos) << name;
        EXPECT_TRUE(names.insert(name).second) << name;
    };
    for (const auto& field : definition.fields) add(field.id);
    for (const auto& table : definition.tables) {
        for (const auto& row : table.rows) {
            for (const auto& column : table.columns) add(cell_path(table.id, row.id, column.id));
            if (row.title_entered) add(cell_path(table.id, row.id, "title"));
            if (row.level2_entered) add(cell_path(table.id, row.id, "level2"));
        }
    }
    // 12 fields, 8 money rows of 4, 40 rows of 3 and of 5, 9 entered titles and 1 entered level 2 in each
    // tree.
    EXPECT_EQ(cells, 12u + 8 * 4 + 40 * 3 + 40 * 5 + 2 * (9 + 1));
}

TEST(OfficialForm, FindsAChoiceByItsBeginningOrItsPinyinInitials) {
    const PickList& basis = *official_definition().list("basis");
    const auto chosen = [&](std::string_view typed) {
        const std::string* option = basis.starting_with(typed);
        return option == nullptr ? std::string() : *option;
    };
    EXPECT_EQ(chosen("jh"), "计划标准");
    EXPECT_EQ(chosen("HYBZ"), "行业标准");
    EXPECT_EQ(chosen("预算"), "预算支出标准");
    EXPECT_EQ(chosen("ls"), "历史标准");
    EXPECT_EQ(chosen("x"), "");
    EXPECT_EQ(chosen("jhbzz"), "");
    EXPECT_EQ(chosen(""), "");
}

}  // namespace
}  // namespace shenbao::testing
