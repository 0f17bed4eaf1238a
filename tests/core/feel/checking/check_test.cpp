// What the static check finds, and where.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

Scope form_scope() {
    Scope scope;
    scope.variables = {
        {"row",
         Type::context({{"title", Type::string()},
                        {"target", Type::context({{"kind", Type::string()}, {"number", Type::number()}})}})},
        {"rows", Type::list(Type::context({{"amount", Type::number()}, {"name", Type::string()}}))},
        {"budget year", Type::number()},
        {"基本支出", Type::number()},
        {"day", Type::date()},
    };
    scope.functions = {{"amount",
                        {{"n", Type::number()}},
                        Type::string(),
                        [](std::span<const Value> arguments, void*) {
                            return Value(arguments[0].as_number() ? *arguments[0].as_number()->to_fixed(2)
                                                                  : "");
                        },
                        nullptr}};
    return scope;
}

struct Mistake {
    const char* source;
    DiagnosticKind kind;
    const char* where;  // the marked part
};

TEST(FeelCheck, FindsEveryKindOfMistakeAtItsPlace) {
    const Mistake mistakes[] = {
        {"1 + ", DiagnosticKind::Syntax, ""},
        {"rov.title", DiagnosticKind::UnknownName, "rov"},
        {"sume([1])", DiagnosticKind::UnknownFunction, "sume"},
        {"row.tital = \"x\"", DiagnosticKind::UnknownEntry, "tital"},
        {"day.hour", DiagnosticKind::UnknownEntry, "hour"},
        {"1 instance of numbr", DiagnosticKind::UnknownType, "numbr"},
        {"abs(x: 1)", DiagnosticKind::UnknownParameter, "1"},
        {"abs(1, 2)", DiagnosticKind::WrongArgumentCount, "abs(1, 2)"},
        {"amount()", DiagnosticKind::WrongArgumentCount, "amount()"},
        {"amount(row.title)", DiagnosticKind::WrongArgumentType, "row.title"},
        {"string length(budget year)", DiagnosticKind::WrongArgumentType, "budget year"},
        {"row.title - 1", DiagnosticKind::WrongOperandType, "row.title - 1"},
        {"if budget year then 1 else 2", DiagnosticKind::ConditionNotBoolean, "budget year"},
        {"row.target.number = \"3\"", DiagnosticKind::NeverTrue, "row.target.number = \"3\""},
        {"day < 3", DiagnosticKind::NeverTrue, "day < 3"},
        {"day in [1..3]", DiagnosticKind::NeverTrue, "day in [1..3]"},
        {"if true then 1 else 2", DiagnosticKind::Unreachable, "2"},
        {"{a: 1, a: 2}", DiagnosticKind::DuplicateName, "a"},
        {"@\"2026-13-01\"", DiagnosticKind::BadLiteral, "@\"2026-13-01\""},
        {"matches(row.title, \"(\")", DiagnosticKind::BadPattern, "\"(\""},
        {"matches(row.title, \"a\", \"k\")", DiagnosticKind::BadPattern, "\"a\""},
        {"split(row.title, \"[\")", DiagnosticKind::BadPattern, "\"[\""},
        {"replace(flags: \"x\", pattern: \"a{2\", replacement: \"\", input: row.title)",
         DiagnosticKind::BadPattern, "\"a{2\""},
        {"1 / 0 > budget year", DiagnosticKind::AlwaysNull, "1 / 0"},
        {"budget year / 0 > 1", DiagnosticKind::AlwaysNull, "budget year / 0"},
        {"budget year / (2 - 2) > 1", DiagnosticKind::AlwaysNull, "budget year / (2 - 2)"},
        {"1/(2 - 2)", DiagnosticKind::AlwaysNull, "1/(2 - 2)"},
        {"budget year > 1 and modulo(5, 0) > 2", DiagnosticKind::AlwaysNull, "modulo(5, 0)"},
        {"day > date(\"2025-13-01\")", DiagnosticKind::AlwaysNull, "date(\"2025-13-01\")"},
    };
    const Scope scope = form_scope();
    for (const Mistake& mistake : mistakes) {
        SCOPED_TRACE(mistake.source);
        const CompileResult result = compile(mistake.source, scope);
        ASSERT_FALSE(result.diagnostics.empty());
        const Diagnostic& first = result.diagnostics[0];
        EXPECT_EQ(result.diagnostics.size(), 1u) << "each mistake once";
        EXPECT_EQ(first.kind, mistake.kind) << first.name;
        EXPECT_EQ(std::string_view(mistake.source).substr(first.offset, first.length), mistake.where);
    }
}

TEST(FeelCheck, HasNothingToSayAboutGoodRules) {
    const Scope scope = form_scope();
    for (const char* source :
         {"row.target.kind = \"percent\" and row.target.number > 100", "sum(rows.amount) != 基本支出",
          "some r in rows satisfies r.amount > budget year", "rows[amount > 10].name",
          "\"相差 \" + amount(基本支出 - sum(rows[name = \"x\"].amount))", "day.year = budget year",
          "count(rows[amount = null]) = 0", "if row.target = null then 1 else row.target.number",
          "max(for r in rows return r.amount) >= 0", "budget year in [2020..2030]",
          "row.title in (\"甲\", \"乙\")", "matches(row.title, \"^[一-龥]+$\", \"i\")",
          "string join([row.title], \"(\")", "10 / 4 > budget year", "now() != null and today() != null",
          "day > @\"2025-01-01\" + duration(\"P1D\")", "[1, 2][5] = null"}) {
        const CompileResult result = compile(source, scope);
        EXPECT_TRUE(result.expression);
        for (const Diagnostic& diagnostic : result.diagnostics)
            ADD_FAILURE() << source << ": " << diagnostic.name;
    }
}

TEST(FeelCheck, TellsWhatElseCouldBeNamedThere) {
    const CompileResult result = compile("for one in rows return onee", form_scope());
    ASSERT_EQ(result.diagnostics.size(), 1u);
    EXPECT_EQ(result.diagnostics[0].name, "onee");
    EXPECT_EQ(result.diagnostics[0].locals, (std::vector<std::string>{"one", "partial"}));
}

TEST(FeelCheck, GivesNoExpressionOnlyForWhatIsNoFeel) {
    EXPECT_FALSE(compile("1 +", {}).expression);
    EXPECT_TRUE(compile("nobody", {}).expression);
    EXPECT_TRUE(compile("nobody", {}).has_errors());
    EXPECT_FALSE(compile("if true then 1 else 2", {}).has_errors());
    EXPECT_EQ(compile(std::string(30'000, '1'), {}).diagnostics[0].kind, DiagnosticKind::TooLong);
    EXPECT_EQ(compile(std::string(500, '(') + "1" + std::string(500, ')'), {}).diagnostics[0].kind,
              DiagnosticKind::TooDeep);
    EXPECT_EQ(compile("\"\xff\"", {}).diagnostics[0].kind, DiagnosticKind::Syntax);
}

TEST(FeelCheck, InfersTypes) {
    const Scope scope = form_scope();
    const auto type = [&](const char* source) { return compile(source, scope).expression->type().to_text(); };
    EXPECT_EQ(type("rows.amount"), "list<number>");
    EXPECT_EQ(type("rows[1].name"), "string");
    EXPECT_EQ(type("{a: 1, b: [day]}"), "context<a: number, b: list<date>>");
    EXPECT_EQ(type("if row.title = \"\" then null else 3"), "number");
    EXPECT_EQ(type("function(x: number) x > 1"), "function<number>->boolean");
}

TEST(FeelCheck, TellsWhatAnExpressionReads) {
    const CompileResult result =
        compile("row.target.number + sum(rows[amount > budget year].amount)", form_scope());
    EXPECT_EQ(result.expression->variables(), (std::vector<uint32_t>{0, 1, 2}));
    EXPECT_EQ(result.expression->paths(),
              (std::vector<std::string>{"budget year", "row.target.number", "rows"}));
}

TEST(FeelNames, MayHoldBlanksSignsAndChinese) {
    Scope scope;
    scope.variables = {{"a", Type::number()},           {"a-b", Type::number()},
                       {"首付 比例", Type::number()},   {"b", Type::number()},
                       {"date of birth", Type::date()}, {"收入(合计)", Type::number()}};
    const Value values[] = {Value(10), Value(1), Value(3), Value(4), Value(Date{2000, 1, 2}), Value(5)};
    EXPECT_EQ(text_of("a-b", scope, values), "1");
    EXPECT_EQ(text_of("(a) - b", scope, values), "6");
    EXPECT_EQ(text_of("首付  比例 + 1", scope, values), "4");
    EXPECT_EQ(text_of("date of birth.year", scope, values), "2000");
    EXPECT_EQ(text_of("{预算 数: 2, 倍: 预算 数 * 2}.倍", scope, values), "4");
    EXPECT_EQ(text_of("date and time(date of birth, @\"10:00:00\").hour", scope, values), "10");
}

TEST(FeelNames, NeverHoldFullWidthPunctuation) {
    for (const char* sign :
         {"，", "、", "。", "（", "）", "：", "；", "！", "＞", "＝", "％", "【", "《", "～"}) {
        EXPECT_FALSE(compile("{甲" + std::string(sign) + "乙: 1}", {}).expression) << sign;
    }
    EXPECT_TRUE(compile("{甲々乙〇Ａ１: 1}", {}).expression) << "letters and digits they may hold";
}

TEST(FeelHost, CallsFunctionsOfTheHost) {
    const Scope scope = form_scope();
    const Value values[] = {Value(), Value(), Value(2026), Value(*Decimal::parse("12.5")), Value()};
    EXPECT_EQ(text_of("\"共 \" + amount(基本支出)", scope, values), "\"共 12.50\"");
    EXPECT_EQ(text_of("amount(n: 1)", scope, values), "\"1.00\"");
    EXPECT_EQ(text_of("amount(\"x\")", scope, values), "null");
}

}  // namespace
}  // namespace shenbao::feel
