#include "core/feel/values/value.h"

#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

TEST(FeelValue, IsSmallAndSharesWhatIsLarge) {
    static_assert(sizeof(Value) == 24);
    const Value list = Value::list({Value(1), Value("甲")});
    const Value copy = list;
    EXPECT_EQ(list.items().data(), copy.items().data());
}

TEST(FeelValue, AnswersOnlyForItsOwnKind) {
    const Value text("甲");
    EXPECT_EQ(text.as_string(), "甲");
    EXPECT_EQ(text.as_number(), nullptr);
    EXPECT_TRUE(text.items().empty());
    EXPECT_EQ(text.find("a"), nullptr);
    EXPECT_EQ(Value(3).as_string(), "");
    EXPECT_TRUE(Value().is_null());
    EXPECT_EQ(Value("\xff!").as_string(), "\xef\xbf\xbd!");
}

TEST(FeelValue, FindsTheEntriesOfSmallAndLargeContexts) {
    std::vector<std::string> keys;
    std::vector<Value> values;
    for (int i = 0; i < 40; ++i) {
        keys.push_back("列" + std::to_string(i));
        values.emplace_back(i);
    }
    const ShapeReference shape(keys);
    const Value row = Value::context(shape, values);
    EXPECT_EQ(*row.find("列0"), Value(0));
    EXPECT_EQ(*row.find("列39"), Value(39));
    EXPECT_EQ(row.find("列40"), nullptr);
    EXPECT_EQ(Value::context({{"a", Value(1)}, {"a", Value(2)}}).to_text(), "{a: 2}");
}

TEST(FeelValue, EqualsByMeaning) {
    EXPECT_EQ(Value(*Decimal::parse("1.0")), Value(1));
    EXPECT_NE(Value("1"), Value(1));
    EXPECT_EQ(Value::context({{"a", Value(1)}, {"b", Value(2)}}),
              Value::context({{"b", Value(2)}, {"a", Value(1)}}));
    EXPECT_EQ(Value(*parse_date_time("2018-12-08T00:00:00+00:00")),
              Value(*parse_date_time("2018-12-08T00:00:00@Etc/UTC")));
    EXPECT_EQ(Value(), Value());
}

TEST(FeelValue, IsWrittenAsTextAndAsSource) {
    const Value value =
        Value::list({Value("a"), Value(Date{2026, 1, 2}), Value::context({{"b c", Value()}})});
    EXPECT_EQ(value.to_text(), R"(["a", 2026-01-02, {"b c": null}])");
    EXPECT_EQ(value.to_source(), R"(["a", @"2026-01-02", {"b c": null}])");
    EXPECT_EQ(evaluate(value.to_source()).value, value);
}

TEST(FeelValue, SurvivesRowsWithDifferentShapesInOneExpression) {
    Scope scope;
    scope.variables = {{"row", Type()}};
    const CompileResult compiled = compile("row.x + row.y", scope);
    for (int round = 0; round < 100; ++round) {
        const bool swapped = round % 2 == 1;
        const Value row = swapped ? Value::context({{"y", Value(1)}, {"z", Value(9)}, {"x", Value(round)}})
                                  : Value::context({{"x", Value(round)}, {"y", Value(1)}});
        const Value variables[] = {row};
        EXPECT_EQ(compiled.expression->evaluate(variables).value, Value(round + 1));
    }
}

// Offsets from Python's zoneinfo (tzdata).
TEST(FeelZones, HaveTheOffsetsOfTheirTime) {
    struct Fact {
        const char* moment;
        const char* offset;
    };
    for (const Fact& fact :
         {Fact{"2026-07-01T12:00:00@Asia/Shanghai", "PT8H"},
          Fact{"1990-07-01T12:00:00@Asia/Shanghai", "PT9H"}, Fact{"2018-10-08T00:00:00@Europe/Paris", "PT2H"},
          Fact{"2018-12-08T00:00:00@Europe/Paris", "PT1H"},
          Fact{"2002-04-02T12:00:00@Australia/Melbourne", "PT10H"},
          Fact{"2006-03-30T12:00:00@Australia/Melbourne", "PT11H"},
          Fact{"2006-04-01T12:00:00@America/New_York", "-PT5H"},
          Fact{"2007-04-01T12:00:00@America/New_York", "-PT4H"},
          Fact{"2017-08-10T10:20:00@Asia/Dhaka", "PT6H"},
          Fact{"2050-07-01T00:00:00@Europe/London", "PT1H"}}) {
        EXPECT_EQ(text_of("string(@\"" + std::string(fact.moment) + "\".time offset)"),
                  "\"" + std::string(fact.offset) + "\"")
            << fact.moment;
    }
    EXPECT_FALSE(find_zone("Asia/Beijing"));
    EXPECT_EQ(zone_name(*find_zone("Asia/Urumqi")), "Asia/Urumqi");
}

}  // namespace
}  // namespace shenbao::feel
