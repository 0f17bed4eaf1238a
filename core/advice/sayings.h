// Everything an author of a form reads about mistakes in FEEL; for core/advice only. {0} … is what it is
// about.
#pragma once

#include "core/advice/words.h"

namespace shenbao::sayings {

// Signs and words that other languages, spreadsheets and Chinese have.
inline constexpr Saying kEqual = {
    "比较是否相等只写一个等号：把“{0}”改成“=”。",
    "To ask whether two things are equal write one sign, '=', instead of '{0}'."};
inline constexpr Saying kWrite = {"这里不能用“{0}”，请改成“{1}”。",
                                  "'{0}' means nothing here; write '{1}' instead."};
inline constexpr Saying kAnd = {"两个条件都要成立写 and（小写）：把“{0}”改成“and”，两边各留一个空格。",
                                "Where both conditions must hold write 'and' instead of '{0}', in small "
                                "letters and with a blank on either side."};
inline constexpr Saying kOr = {"两个条件有一个成立写 or（小写）：把“{0}”改成“or”，两边各留一个空格。",
                               "Where one of two conditions must hold write 'or' instead of '{0}', in small "
                               "letters and with a blank on either side."};
inline constexpr Saying kNot = {"“不成立”写成 not(…)：把“{0}”改成 not，并用括号把条件括起来，例如 {1}。",
                                "That a condition does not hold is written not(…): write 'not' instead of "
                                "'{0}' and put the condition in parentheses, for example {1}."};
inline constexpr Saying kUnequal = {"不等于写成“!=”：把“{0}”改成“!=”。",
                                    "Unequal is written '!='; write it instead of '{0}'."};
inline constexpr Saying kWideSign = {
    "“{0}”是中文（全角）符号，请换成英文（半角）的“{1}”。",
    "'{0}' is a full-width (Chinese) sign; type the half-width '{1}' instead."};
inline constexpr Saying kWidePair = {
    "这对括号“{0}”是中文（全角）的，请换成英文（半角）的“{1}”。",
    "The brackets '{0}' are full-width (Chinese) ones; type the half-width '{1}' instead."};
inline constexpr Saying kQuotes = {
    "文字要用英文双引号括起来：把 {0} 改成 {1}（在表式文件里双引号写成 \\\"）。",
    "A text stands between straight double quotes: write {1} instead of {0} (in the form's "
    "file each such quote is written \\\")."};
inline constexpr Saying kQuoteSign = {
    "引号 {0} 不是英文双引号：请改成 \"（在表式文件里写成 \\\"）。",
    "The quote {0} is not a straight double quote; write \" (in the form's file: \\\")."};
inline constexpr Saying kPercent = {
    "数字后面不能写百分号：把“{0}”改成“{1}”。百分数栏目里的 30% 就是数 30；要乘以比例时写成小数，例如 0.3。",
    "No percent sign can follow a number: write '{1}' instead of '{0}'. The 30% of a percent "
    "cell is the number 30; to multiply by a share write it as a decimal, for example 0.3."};
inline constexpr Saying kShareSign = {
    "数字后面不能写百分号；作比例时写成小数：把“{0}”改成“{1}”。",
    "No percent sign can follow a number; a share is a decimal: write '{1}' instead of '{0}'."};
inline constexpr Saying kPercentSign = {
    "这里不能用“%”。求余数写成 modulo(被除数, 除数)；百分之三十写成 30 或 0.3。",
    "'%' means nothing here. A remainder is modulo(dividend, divisor); thirty percent is 30 or 0.3."};
inline constexpr Saying kThousands = {
    "数字里不能用逗号分节：把“{0}”改成“{1}”。",
    "A number has no commas between its digits: write '{1}' instead of '{0}'."};
inline constexpr Saying kUnit = {
    "数字后面不能带单位“{0}”：只写数字，按栏目的单位换算好。",
    "No unit can follow a number: leave out '{0}' and write the number in the unit of the cell."};
inline constexpr Saying kBareDate = {
    "日期要写成 @\"年-月-日\"：把“{0}”改成 {1}（在表式文件里双引号写成 \\\"）。",
    "A date is written @\"year-month-day\": write {1} instead of '{0}' (in the form's file "
    "each quote is written \\\")."};
inline constexpr Saying kIsNull = {"判断是否空白写成“{1}”：把“{0}”改成“{1}”。",
                                   "To ask whether something is blank write '{1}' instead of '{0}'."};
inline constexpr Saying kAmpersand = {
    "这里不能用“&”。连接文字写“+”，两个条件都要成立写“and”。",
    "'&' means nothing here. Texts are joined with '+'; that two conditions both hold is 'and'."};
inline constexpr Saying kSmallLetters = {"“{0}”要写成小写的“{1}”。",
                                         "'{0}' is written in small letters: '{1}'."};
inline constexpr Saying kSpreadsheetIf = {
    "这里没有 IF(条件, 甲, 乙) 这样的函数，请写成：if 条件 then 甲 else 乙。",
    "There is no IF(condition, a, b); write: if condition then a else b."};
inline constexpr Saying kQuestion = {
    "这里不能用“条件 ? 甲 : 乙”，请写成：if 条件 then 甲 else 乙。",
    "'condition ? a : b' cannot be used; write: if condition then a else b."};
inline constexpr Saying kLeadingEqual = {"表达式开头不写等号：去掉“=”。",
                                         "An expression does not begin with '='; leave it out."};
inline constexpr Saying kLeaveOut = {"这里多了“{0}”，请去掉。", "'{0}' does not belong here; leave it out."};
inline constexpr Saying kCurrency = {"数字前后不能写货币符号：去掉“{0}”。",
                                     "No currency sign can stand beside a number; leave out '{0}'."};
inline constexpr Saying kLike = {
    "这里没有 like。要看文字里有没有某个词，写成 contains(文字, \"词\")。",
    "There is no 'like'. Whether a text has a word in it is contains(text, \"word\")."};

// Quotes, brackets and what is missing.
inline constexpr Saying kQuoteMissing = {
    "从这里开始的文字缺少后面的引号：写成 {0}（在表式文件里双引号写成 \\\"）。",
    "The text that begins here lacks its closing quote: write {0} (in the form's file each quote is written "
    "\\\")."};
inline constexpr Saying kBracketMissing = {
    "这里的“{0}”没有对应的“{1}”：在这一部分的末尾加上“{1}”。",
    "Nothing closes this '{0}': add '{1}' at the end of the part it begins."};
inline constexpr Saying kBracketExtra = {
    "这里的“{0}”前面没有对应的“{1}”：去掉它，或者在前面补上“{1}”。",
    "No '{1}' stands before this '{0}': leave it out, or add the '{1}'."};
inline constexpr Saying kBraceMissing = {
    "这里的“{”没有对应的“}”：要填入的内容写在 { 和 } 之间。",
    "Nothing closes this '{': what is to be filled in stands between { and }."};
inline constexpr Saying kNothing = {"这里是空的，应当写一个表达式，例如 ⟪value⟫。",
                                    "Nothing is written here; an expression is needed, for example ⟪value⟫."};
inline constexpr Saying kUnfinished = {"没有写完：“{0}”后面还要写上比较或计算的另一半。",
                                       "This is not finished: the other half must follow '{0}'."};
inline constexpr Saying kNothingBefore = {
    "“{0}”前面缺少内容：它的左边要有一个数、文字或名字。",
    "Something is missing before '{0}': a number, a text or a name must stand to its left."};
inline constexpr Saying kNoOperator = {
    "“{0}”和“{1}”之间缺少运算符，例如 and、or、=、+；写参数或列表时缺少逗号。",
    "Between '{0}' and '{1}' a sign is missing, for example and, or, =, +; between arguments or in a list, a "
    "comma."};
inline constexpr Saying kNoComma = {
    "这里不能用“{0}”：两个条件之间写 and 或 or；逗号只用在函数的括号里和列表 [ ] 里。",
    "'{0}' cannot stand here: between two conditions write 'and' or 'or'; commas stand in the parentheses of "
    "functions and in lists [ ]."};
inline constexpr Saying kNoIf = {
    "“{0}”前面没有对应的 if。完整写法：if 条件 then 甲 else 乙。",
    "No 'if' stands before this '{0}'. In full it is: if condition then a else b."};
inline constexpr Saying kNoThen = {
    "if 的条件后面缺少 then。完整写法：if 条件 then 甲 else 乙。",
    "'then' is missing behind the condition of 'if'. In full it is: if condition then a else b."};
inline constexpr Saying kNoElse = {
    "if 后面缺少 else：条件不成立时取什么也要写，没有就写 else null。",
    "'else' is missing: say what is taken if the condition does not hold, or write else null."};
inline constexpr Saying kNoAnd = {
    "between 后面要写两个数，中间用 and：例如 between 1 and 10。",
    "'between' takes two values with 'and' between them, for example between 1 and 10."};
inline constexpr Saying kNoReturn = {
    "for 后面缺少 return。完整写法：for 名字 in 列表 return 表达式。",
    "'return' is missing. In full it is: for name in list return expression."};
inline constexpr Saying kNoSatisfies = {
    "some、every 后面缺少 satisfies。完整写法：some 名字 in 列表 satisfies 条件。",
    "'satisfies' is missing. In full it is: some name in list satisfies condition."};
inline constexpr Saying kNoIn = {
    "for、some、every 后面要写“名字 in 列表”，例如 for 行 in ⟪table⟫.rows。",
    "'for', 'some' and 'every' are followed by 'name in list', for example for one in ⟪table⟫.rows."};
inline constexpr Saying kExpected = {"在这里还缺少“{0}”。", "'{0}' is missing here."};
inline constexpr Saying kNameExpected = {"点号“.”后面要写名字，例如 ⟪value⟫。",
                                         "A name must follow the point, for example ⟪value⟫."};
inline constexpr Saying kNumberExpected = {
    "这里的数写得不对，或者太大。数字写成 12 或 12.5。",
    "This number is not written right, or too large. Numbers are written 12 or 12.5."};
inline constexpr Saying kUnexpected = {"“{0}”不应当出现在这里：它前面的内容已经完整。",
                                       "'{0}' cannot stand here: what is before it is complete."};
inline constexpr Saying kNotUtf8 = {"这段文字的编码不是 UTF-8。", "This text is not encoded as UTF-8."};
inline constexpr Saying kTooLong = {
    "这个表达式太长（最多 {0} 字节），请拆成几条规则。",
    "This expression is too long (at most {0} bytes); make several rules of it."};
inline constexpr Saying kTooDeep = {
    "这个表达式的括号套得太深，请用 let 拆成几步。",
    "The brackets of this expression are nested too deeply; split it with let."};

// Names.
inline constexpr Saying kUnknownName = {"没有叫“{0}”的栏目、表或名字。", "Nothing is called '{0}' here."};
inline constexpr Saying kUnknownFunction = {"没有叫“{0}”的函数。", "There is no function called '{0}'."};
inline constexpr Saying kUnknownEntry = {"{1}里没有“{0}”。", "{1} has no '{0}'."};
inline constexpr Saying kSimilar = {"请改成{0}。", "Write {0} instead."};
inline constexpr Saying kQuoteText = {"如果是文字，要用英文双引号括起来：\"{0}\"。",
                                      "If it is a text, put it between straight double quotes: \"{0}\"."};
inline constexpr Saying kLookUp = {
    "能写的名字是栏目、表、列的标识（id），请核对。",
    "What can be written are the ids of fields, tables and columns; look it up there."};
inline constexpr Saying kNeedsEach = {
    "“{0}”在这里用不了：只有规则用 each 写明了看哪张表{1}，才有它。",
    "'{0}' cannot be used here: only a rule whose 'each' names a table{1} has it."};
inline constexpr Saying kNoTables = {
    "栏目自己的公式在各表之前计算，里面不能用表“{0}”；只能用别的栏目和 today。",
    "The formula of a field is computed before the tables, so it cannot use the table '{0}'; it can use "
    "other fields and today."};
inline constexpr Saying kSideBySide = {
    "“{0}”不是一个名字。如果是几个名字或词，它们之间缺少运算符，例如 and、or、=、+。",
    "'{0}' is not one name. If it is several, a sign is missing between them, for example and, or, =, +."};
inline constexpr Saying kPlainValue = {"“{1}”是{0}，后面不能再用“.{2}”：去掉“.{2}”。",
                                       "'{1}' is {0}, so no '.{2}' can follow; leave it out."};
inline constexpr Saying kHidden = {
    "这里的“{0}”是{1}，不是函数“{0}”，后面不能写括号。{2}",
    "Here '{0}' is {1}, not the function '{0}', and no parentheses can follow. {2}"};
inline constexpr Saying kHiddenDate = {
    "固定的日期请写成 {0}（在表式文件里双引号写成 \\\"）。",
    "Write a fixed date as {0} (in the form's file each quote is written \\\")."};
inline constexpr Saying kHiddenOther = {"要用这个函数，请给这个名字换一个标识。",
                                        "To use the function, give that other thing another name."};
inline constexpr Saying kNoFunction = {
    "“{0}”是{1}，不是函数，后面不能写括号。如果想相乘，写“*”。",
    "'{0}' is {1}, not a function, and no parentheses can follow. To multiply, write '*'."};
inline constexpr Saying kUnknownType = {
    "没有叫“{0}”的类型；可以写 number（数）、string（文字）、boolean（真假）、date（日期）等。",
    "There is no type '{0}'; there are number, string, boolean, date and others."};
inline constexpr Saying kUnknownParameter = {"函数 {1} 没有叫“{0}”的参数。写法：{2}。",
                                             "The function {1} has no parameter '{0}'. It is written {2}."};
inline constexpr Saying kDuplicate = {"名字“{0}”在这里写了两次，请去掉或改名。",
                                      "The name '{0}' stands here twice; remove or rename one."};

// Values that do not go together.
inline constexpr Saying kArgumentCount = {
    "函数 {0} 的参数个数不对。写法：{1}。",
    "The function {0} is given too few or too many arguments. It is written {1}."};
inline constexpr Saying kArgumentType = {"函数 {0} 在这里要{1}，写的却是{2}。",
                                         "The function {0} wants {1} here, not {2}."};
inline constexpr Saying kOperands = {"“{0}”不能用在{1}和{2}之间。",
                                     "'{0}' cannot stand between {1} and {2}."};
inline constexpr Saying kOperand = {"“{0}”不能用在{1}前面。", "'{0}' cannot stand before {1}."};
inline constexpr Saying kConditionHere = {
    "这里要写能判断成立不成立的条件，写的却是{0}。",
    "A condition is needed here, something that holds or does not; this is {0}."};
inline constexpr Saying kConditionOf = {
    "“{1}”这里要写能判断成立不成立的条件，写的却是{0}。",
    "A condition must stand at '{1}', something that holds or does not; this is {0}."};
inline constexpr Saying kExample = {"例如 {0}。", "For example {0}."};
inline constexpr Saying kNeverNull = {
    "null 永远不成立，这条规则就永远不起作用。请写条件，例如 ⟪value⟫ = null（没有填）。",
    "null never holds, so the rule would never do anything. Write a condition, for example ⟪value⟫ = "
    "null (nothing is entered)."};
inline constexpr Saying kNeverMeet = {"{1}和{2}不能用“{0}”比较，这个条件永远不会成立。",
                                      "{1} and {2} cannot be compared with '{0}'; this never holds."};
inline constexpr Saying kNumberInQuotes = {
    "加了引号的 {0} 是文字，不能与数比较：去掉引号，写 {1}。",
    "With quotes {0} is a text, which no number equals; leave out the quotes: {1}."};
inline constexpr Saying kBlankNumber = {"空白的数不是 \"\"：判断空白写“= null”。",
                                        "A blank number is not \"\"; ask for '= null'."};
inline constexpr Saying kDateInQuotes = {"{0} 是文字，不能与日期比较：日期前面加 @，写成 {1}。",
                                         "{0} is a text, which no date equals; put @ before it: {1}."};
inline constexpr Saying kTruthInQuotes = {
    "这一项只有真和假：写 true 或 false，不加引号；也可以直接写它自己。",
    "This is true or false; write true or false without quotes, or nothing but the name."};
inline constexpr Saying kDateYear = {"日期不能与数比较。固定的日期写成 {0}；要比年份，在日期后面加 .year。",
                                     "A date and a number cannot be compared. Write a fixed date as {0}; for "
                                     "the year write .year behind the date."};
inline constexpr Saying kChain = {
    "比较不能连着写，请用 and 连接两个比较，例如 ⟪value⟫ > 5 and ⟪value⟫ < 10。",
    "Comparisons cannot be chained; join two of them with 'and', for example ⟪value⟫ > 5 and ⟪value⟫ "
    "< 10."};
inline constexpr Saying kIndicatorPart = {
    "指标值要指明取哪一部分：.number（数）、.text（文字）、.operator（≥、≤）或 .kind（种类）。",
    "Of an indicator's value say which part is meant: .number, .text, .operator or .kind."};
inline constexpr Saying kRowPart = {"请在后面加上列，例如 .{0}。",
                                    "Say which column is meant, for example .{0}."};
inline constexpr Saying kTablePart = {"请指明行和列，例如 ⟪path⟫。",
                                      "Say which row and column are meant, for example ⟪path⟫."};
inline constexpr Saying kListPart = {
    "列表里有许多值：先用 sum(…)、count(…) 等合成一个，或用 some … in … satisfies … 逐个判断。",
    "A list holds many values: make one of them with sum(…), count(…) and the like, or ask each with some … "
    "in … satisfies …"};
inline constexpr Saying kJoinNumber = {"文字不能和数直接相加：把数放进 string(…)，金额用 amount(…)。",
                                       "A text and a number cannot be joined; put the number into string(…), "
                                       "an amount of money into amount(…)."};
inline constexpr Saying kSeveralValues = {"要看它是不是几个值之一，写成 … in {0}。",
                                          "Whether it is one of several values is asked with … in {0}."};
inline constexpr Saying kDateAndNumber = {
    "日期加减天数要写成时长，例如 date + @\"P30D\"（30 天）。",
    "Days are added to a date as a duration, for example date + @\"P30D\"."};
inline constexpr Saying kToNumber = {"把文字变成数用 number(…)。", "A text becomes a number with number(…)."};
inline constexpr Saying kToText = {"把数变成文字用 string(…)。", "A number becomes a text with string(…)."};
inline constexpr Saying kNoDate = {
    "{0} 不是日期、时刻或时长，或者没有这一天。写法：@\"2025-01-31\"、@\"10:30:00\"、@\"P30D\"。",
    "{0} is no date, time or duration, or there is no such day. They are written @\"2025-01-31\", "
    "@\"10:30:00\", @\"P30D\"."};
inline constexpr Saying kNoPattern = {"{0} 不是正确的匹配式（正则表达式）。{1}",
                                      "{0} is no pattern (regular expression). {1}"};
inline constexpr Saying kPatternBracket = {
    "里面的“{0}”没有配对；如果要找的就是这个符号，写成 [{0}]。",
    "Its '{0}' has no partner; if that sign itself is looked for, write [{0}]."};
inline constexpr Saying kPatternCount = {
    "“{0}”表示前面的字符重复几次，前面却没有字符；如果要找的就是这个符号，写成 [{0}]。",
    "'{0}' repeats the character before it, but there is none; if that sign itself is looked for, write "
    "[{0}]."};
inline constexpr Saying kPatternOther = {
    "请核对；要找 . * + ? ( ) 这些符号本身，把它放进方括号，例如 [.]。",
    "Look it over; to look for a sign like . * + ? ( ) itself, put it in brackets, for example [.]."};
inline constexpr Saying kPatternSet = {
    "“[”后面没有对应的“]”；如果要找的就是“[”，前面加反斜线（在表式文件里写成 \\\\[）。",
    "Its '[' has no ']'; if that sign itself is looked for, put a backslash before it (in the form's file: "
    "\\\\[)."};
inline constexpr Saying kDivideByZero = {"除数是 0，永远算不出结果：请改除数。",
                                         "This divides by 0 and never has a result; change the divisor."};
inline constexpr Saying kNeverResult = {"“{0}”永远算不出结果，请核对里面写的值。",
                                        "'{0}' never has a result; look over what is written in it."};
inline constexpr Saying kUnreachable = {
    "前面的条件永远{1}，“{0}”后面的内容永远用不到：请改条件，或去掉 if。",
    "The condition {1}, so what follows '{0}' is never used; change the condition, or leave out the if."};

inline constexpr Saying kLookUpFunction = {"请核对函数名的写法。", "Look over how its name is spelled."};
inline constexpr Saying kConditionBeside = {
    "“{1}”两边都要写能判断成立不成立的条件，这里却是{0}。",
    "On either side of '{1}' a condition is needed, something that holds or does not; this is {0}."};
inline constexpr Saying kNamedAll = {"参数要么都写上名字（名字: 值），要么都不写名字。",
                                     "Give all arguments a name (name: value), or none of them."};
inline constexpr Saying kElsewhere = {"“{0}”是表{1}的列，这里看的是另一张表。",
                                      "'{0}' is a column of the table {1}; this looks at another table."};
inline constexpr Saying kRange = {"区间要写在方括号里，两端都要写：例如 [1..5]。",
                                  "A range stands in brackets with both its ends, for example [1..5]."};
inline constexpr Saying kPathsLook = {
    "路径写成栏目的标识，或“表.行.列”，例如 ⟪path⟫。",
    "A path is the id of a field, or 'table.row.column', for example ⟪path⟫."};
inline constexpr Saying kPlainCall = {"“{1}”是{0}，没有“.{2}”：请改成{3}。",
                                      "'{1}' is {0} and has no '.{2}'; write {3} instead."};
inline constexpr Saying kNoJson = {
    "常见原因：文字里的双引号没有写成 \\\"，前面少了逗号，或最后一项后面多了逗号。",
    "Often a quote inside a text is not written \\\", a comma is missing before it, or one stands behind the "
    "last item."};
inline constexpr Saying kIndicatorNumber = {
    "要比指标值里的数，在后面加上 .number。",
    "To compare the number in the value of an indicator, write .number behind it."};
inline constexpr Saying kIndicatorText = {
    "要比指标值的文字，在后面加上 .text。",
    "To compare the text of the value of an indicator, write .text behind it."};
inline constexpr Saying kDots = {"“…”代表 { } 里的内容。", "'…' is what stands in { }."};
inline constexpr Saying kAtQuote = {
    "“@”后面要写带引号的日期、时刻或时长，例如 @\"2025-01-31\"（在表式文件里双引号写成 \\\"）。",
    "Behind '@' a date, time or duration stands in quotes, for example @\"2025-01-31\" (in the form's file "
    "each quote is written \\\")."};
inline constexpr Saying kNoLoop = {"“{0}”前面没有对应的“{1}”。完整写法：{2}。",
                                   "No '{1}' stands before this '{0}'. In full it is: {2}."};
inline constexpr Saying kNoColon = {
    "这里多了冒号“:”；冒号只用在 {名字: 值} 里和写参数名的时候。",
    "This colon does not belong here; colons stand in {name: value} and behind the names of arguments."};
inline constexpr Saying kTruthWord = {
    "表示真假写 true 或 false；如果是文字，要用英文双引号括起来：\"{0}\"。",
    "True and false are written true and false; a text stands between straight double quotes: \"{0}\"."};
inline constexpr Saying kNotIn = {"“not in”写成 not(… in (…))，例如 not(⟪value⟫ in (1, 2))。",
                                  "'not in' is written not(… in (…)), for example not(⟪value⟫ in (1, 2))."};
inline constexpr Saying kHalfComparison = {
    "“{0}”左边缺少要比较的内容：每个比较两边都要写全，例如 ⟪value⟫ >= 0 and ⟪value⟫ <= 100。",
    "Nothing stands to the left of '{0}'; each comparison needs both its sides, for example ⟪value⟫ >= 0 and "
    "⟪value⟫ <= 100."};
inline constexpr Saying kFunctionCall = {"“{0}”是函数，要连同括号一起写：{1}。",
                                         "'{0}' is a function and written with parentheses: {1}."};
inline constexpr Saying kFunctionValue = {"函数后面要写括号，例如 now()。",
                                          "A function is written with parentheses, for example now()."};
inline constexpr Saying kDotName = {"要取其中的一项，用点号：写成 .{0}。",
                                    "To take one part of it write a point: .{0}."};
inline constexpr Saying kHiddenToday = {"直接写 today，不加括号。", "Write today, without parentheses."};
inline constexpr Saying kDurationNumber = {
    "天数要写成时长：30 天是 @\"P30D\"（在表式文件里双引号写成 \\\"）。",
    "Days are written as a duration: 30 days are @\"P30D\" (in the form's file each quote is written \\\")."};
inline constexpr Saying kTextNeedsQuotes = {
    "与文字比较时，数字也要用英文双引号括起来：写成 \"{0}\"。",
    "Beside a text a number, too, stands between straight double quotes: \"{0}\"."};
inline constexpr Saying kQuoteExtra = {
    "这个引号没有对应的另一个引号：去掉它，或者在文字的前面也加上 \"（在表式文件里写成 \\\"）。",
    "This quote has no partner; leave it out, or put one before the text, too (in the form's file: \\\")."};
inline constexpr Saying kDoublePoint = {"点号多写了一个：写成“.”。",
                                        "One point too many; write a single one."};
inline constexpr Saying kTruthNumber = {"这一项只有真和假，不是数字：写 true 或 false。",
                                        "This is true or false, no number; write true or false."};
inline constexpr Saying kRowOf = {"“{0}”是表里的一行，请写成{1}。", "'{0}' is a row of a table; write {1}."};
inline constexpr Saying kDropParentheses = {"“{0}”是{1}，不是函数：去掉后面的括号。",
                                            "'{0}' is {1}, not a function; leave out the parentheses."};
inline constexpr Saying kDecimalComma = {"小数点要写成“.”：把“{0}”改成“{1}”。",
                                         "The decimal point is '.': write '{1}' instead of '{0}'."};
inline constexpr Saying kNoBraces = {
    "这里不用大括号 { }：直接写里面的内容。大括号只用在 message、paths 等文字里。",
    "No braces { } are needed here; write only what is in them. They stand in texts such as message and "
    "paths."};
inline constexpr Saying kJoinOther = {"文字不能和{0}直接相加：把它放进 string(…)。",
                                      "A text and {0} cannot be joined; put it into string(…)."};
}  // namespace shenbao::sayings
