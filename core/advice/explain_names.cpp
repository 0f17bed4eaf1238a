// Names nobody knows: what was meant, by their letters and by their kind.
#include <algorithm>

#include "core/advice/names_table.h"
#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/advice/similar_names.h"
#include "core/feel/checking/checker.h"
#include "core/feel/text/utf8.h"

namespace shenbao {
namespace {

using namespace sayings;
using feel::DiagnosticKind;
using feel::TypeKind;

bool is_chinese(std::string_view name) {
    for (size_t at = 0; at < name.size();)
        if (const uint32_t c = feel::next_code_point(name, at); c >= 0x4e00 && c <= 0x9fff) return true;
    return false;
}

// Does the form print it like that? A part is enough when it is not just one letter.
bool is_title(std::string_view title, std::string_view name) {
    constexpr size_t kTwoHanzi = 6;
    if (title == name) return !title.empty();
    return (name.size() >= kTwoHanzi && title.find(name) != std::string_view::npos) ||
           (title.size() >= kTwoHanzi && name.find(title) != std::string_view::npos);
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (names.size() < kMostSuggestions && std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

// Fields and tables that the form calls so.
std::vector<std::string> titled_names(std::string_view name, const FormDefinition& form) {
    std::vector<std::string> names;
    for (const auto& field : form.fields)
        if (is_title(field.title, name)) add_once(names, field.id);
    for (const auto& table : form.tables)
        if (is_title(table.title, name)) add_once(names, table.id);
    return names;
}

// Columns and rows that the form calls so, as far as the type has them.
std::vector<std::string> titled_entries(std::string_view name, const feel::Type& type,
                                        const FormDefinition& form) {
    std::vector<std::string> names;
    for (const auto& table : form.tables) {
        for (const auto& column : table.columns)
            if (type.entry(column.id) != nullptr &&
                (is_title(column.title, name) || is_title(column.name, name)))
                add_once(names, column.id);
        if (type.entry("items") == nullptr) continue;
        for (const auto& row : table.rows)
            if (type.entry(row.id) != nullptr && is_title(row.title, name)) add_once(names, row.id);
    }
    return names;
}

Words quoted(const Words& words) {
    return {"“" + words.zh + "”", "'" + words.en + "'"};
}

// The value in the place of the word that stands for it.
Words used_on(std::string_view value, Words written) {
    constexpr Saying kStandIns[] = {{"文字", "text"}, {"列表", "list"},  {"日期", "date"},
                                    {"数", "number"}, {"甲 = ", "a = "}, {"甲 != ", "a != "}};
    for (const Saying& one : kStandIns) {
        const size_t chinese = written.zh.find(one.zh), english = written.en.find(one.en);
        if (value.empty() || chinese == std::string::npos || english == std::string::npos) continue;
        const size_t sign = one.zh.find(' ');  // stays
        written.zh.replace(chinese, std::min(sign, one.zh.size()), value);
        written.en.replace(english, std::min(one.en.find(' '), one.en.size()), value);
        break;
    }
    return written;
}

// What stands here for a function of other programs, used on a value if one is given; empty if nothing does.
Words foreign_function(std::string_view name, std::string_view value = {}) {
    std::string plain;
    for (const char32_t letter : folded(name)) feel::append_code_point(plain, letter);
    for (const ForeignFunction& foreign : kForeignFunctions)
        if (foreign.name == plain) return quoted(used_on(value, say(foreign.instead)));
    return {};
}

std::vector<std::string> function_names(const feel::Scope& scope) {
    std::vector<std::string> functions;
    for (const auto& host : scope.functions) functions.push_back(host.name);
    for (const auto& builtin : feel::builtins()) functions.emplace_back(builtin.name);
    return functions;
}

// What has no such entry, as the sentence about it calls it.
Words owner_words(const feel::Type& type) {
    if (type.entry("origin") != nullptr) return {"这一行", "The row"};
    if (type.entry("items") != nullptr) return {"这张表", "The table"};
    if (type.entry("operator") != nullptr) return {"指标值", "The value of an indicator"};
    if (type.is(TypeKind::Date)) return {"日期", "A date"};
    return {"这里", "It"};
}

// Tables whose column it is.
Words tables_with(std::string_view column, const FormDefinition& form) {
    std::vector<std::string> tables;
    for (const auto& table : form.tables)
        if (table.column(column) != nullptr) add_once(tables, table.id);
    return listed(tables);
}

// Of a call whose parentheses open there: what is in them, if it is one short thing.
std::string_view only_argument(std::string_view call) {
    constexpr size_t kLong = 40;
    const size_t open = call.find('('), close = call.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
    const std::string_view argument = call.substr(open + 1, close - open - 1);
    const bool one = argument.find_first_of("(,;") == std::string_view::npos &&
                     argument.find("，") == std::string_view::npos;
    return one && argument.size() <= kLong ? argument : std::string_view();
}

Words explain_function(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const Words unknown = say(kUnknownFunction, {diagnostic.name});
    const std::string_view argument =
        only_argument(text.source.substr(diagnostic.offset + diagnostic.length));
    if (const Words foreign = foreign_function(diagnostic.name, argument); !foreign.empty())
        return unknown + say(kSimilar, {foreign});
    const Words names = listed(similar(diagnostic.name, function_names(text.scope)));
    return unknown + (names.empty() ? say(kLookUpFunction) : say(kSimilar, {names}));
}

// Does it stand behind = or !=? Then a text may be meant.
bool is_compared(const feel::Diagnostic& diagnostic, std::string_view source) {
    const size_t before = source.substr(0, diagnostic.offset).find_last_not_of(' ');
    return before != std::string_view::npos && source[before] == '=';
}

// Where a column of this row, or a row of a table, is found under that name.
Words path_to(std::string_view name, const FeelText& text) {
    std::vector<std::string> paths;
    for (const auto& variable : text.scope.variables)
        if (variable.name == "row" && variable.type.entry(name) != nullptr)
            add_once(paths, "row." + std::string(name));
    const bool is_column = !paths.empty();
    for (const auto& table : text.definition.tables)
        if (!is_column && table.row(name) != nullptr) add_once(paths, table.id + "." + std::string(name));
    return listed(paths);
}

Words explain_plain_name(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const std::string& name = diagnostic.name;
    for (const std::string_view local :
         {"row", "table", "cell", "raw", "stated", "invalid", "column", "name"}) {
        if (name != local) continue;
        const bool of_row = local == "row" || local == "table";
        return say(
            kNeedsEach,
            {name, of_row ? Words("（例如 \"each\": \"⟪table⟫\"）", " (for example \"each\": \"⟪table⟫\")")
                          : Words("的哪一列（例如 \"each\": \"⟪table⟫.*\"）",
                                  " and its column (for example \"each\": \"⟪table⟫.*\")")});
    }
    if (text.definition.table(name) != nullptr) return say(kNoTables, {name});
    std::vector<std::string> known = diagnostic.locals;
    for (const auto& variable : text.scope.variables)
        if (!variable.name.starts_with('#')) known.push_back(variable.name);
    if (const size_t blank = name.find(' '); blank != std::string::npos) {
        const auto is_known = [&](std::string_view word) {
            return std::find(known.begin(), known.end(), word) != known.end();
        };
        if (is_known(name.substr(0, blank)) || is_known(name.substr(name.rfind(' ') + 1)))
            return say(kSideBySide, {name});
    }
    const Words unknown = say(kUnknownName, {name});
    const bool compared = is_compared(diagnostic, text.source);
    if (const Words path = path_to(name, text); !path.empty() && !compared)
        return unknown + say(kSimilar, {path});
    std::vector<std::string> names = similar(name, known);
    if (names.empty()) names = titled_names(name, text.definition);
    if (!names.empty()) return unknown + say(kSimilar, {listed(names)});
    if (compared && (name == "是" || name == "否")) return unknown + say(kTruthWord, {name});
    if (compared || is_chinese(name)) return unknown + say(kQuoteText, {name});
    return unknown + say(kLookUp);
}

// What the entry at the place is looked for in.
std::string_view before_point(std::string_view source, size_t at) {
    size_t end = std::min(at, source.size());
    while (end > 0 && (source[end - 1] == '.' || source[end - 1] == ' ')) --end;
    size_t start = end;
    for (int depth = 0; start > 0; --start) {
        const char c = source[start - 1];
        if (depth == 0 && std::string_view(" ([{,=<>+-*/").find(c) != std::string_view::npos) break;
        depth += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
    }
    return source.substr(start, end - start);
}

Words explain_entry(const feel::Diagnostic& diagnostic, const FeelText& text) {
    const feel::Type& type = diagnostic.types[0];
    std::vector<std::string> entries;
    for (const auto& [entry, entry_type] : type.entries()) entries.push_back(entry);
    for (const feel::Property& property : feel::properties())
        if (property.of == type.kind()) entries.emplace_back(property.name);
    if (entries.empty()) {
        const std::string value = shortened(before_point(text.source, diagnostic.offset));
        const Words plain = say(kPlainValue, {kind_words(type), value, diagnostic.name});
        if (diagnostic.name == "number" || diagnostic.name == "text") return plain;  // as of an indicator
        const bool is_function = feel::find_builtin(diagnostic.name) >= 0;
        const size_t behind = diagnostic.offset + diagnostic.length;
        const std::string_view call = text.source.substr(std::min<size_t>(behind, text.source.size()));
        const std::string others = call.starts_with('(') && !call.starts_with("()") ? ", …)" : ")";
        const Words function = is_function ? quoted(Words(diagnostic.name + "(" + value + others))
                                           : foreign_function(diagnostic.name, value);
        return function.empty() ? plain
                                : say(kPlainCall, {kind_words(type), value, diagnostic.name, function});
    }
    const Words unknown = say(kUnknownEntry, {diagnostic.name, owner_words(type)});
    std::vector<std::string> names = similar(diagnostic.name, entries);
    if (names.empty()) names = titled_entries(diagnostic.name, type, text.definition);
    if (!names.empty()) return unknown + say(kSimilar, {listed(names)});
    if (const Words path = path_to(diagnostic.name, text); type.entry("origin") != nullptr && !path.empty())
        return unknown + say(kRowOf, {diagnostic.name, path});
    if (type.entry("origin") != nullptr)
        if (const Words tables = tables_with(diagnostic.name, text.definition); !tables.empty())
            return unknown + say(kElsewhere, {diagnostic.name, tables});
    const Words hint = part_hint(type);
    return unknown + (hint.empty() || type.entry("origin") != nullptr ? say(kLookUp) : hint);
}

}  // namespace

Words similar_functions(std::string_view name, const feel::Scope& scope) {
    return listed(similar(name, function_names(scope)));
}

Words similar_names(std::string_view name, const std::vector<std::string>& candidates) {
    return listed(similar(name, candidates));
}

Words explain_name(const feel::Diagnostic& diagnostic, const FeelText& text) {
    if (diagnostic.kind == DiagnosticKind::UnknownFunction) return explain_function(diagnostic, text);
    if (diagnostic.kind == DiagnosticKind::UnknownName) return explain_plain_name(diagnostic, text);
    return explain_entry(diagnostic, text);
}

Words usage_of(std::string_view function, const feel::Scope& scope) {
    for (const Usage& usage : kUsages)
        if (usage.name == function) return say(usage.written);
    std::string written;
    const auto open = [&] { written += (written.empty() ? "" : " | ") + std::string(function) + "("; };
    const auto parameter = [&](std::string_view name) {
        written += (written.back() == '(' ? "" : ", ") + std::string(name);
    };
    for (const auto& host : scope.functions) {
        if (host.name != function) continue;
        open();
        for (const auto& [name, type] : host.parameters) parameter(name);
        written += ')';
        return written;
    }
    if (const int index = feel::find_builtin(function); index >= 0)
        for (const auto& parameters : feel::builtins()[static_cast<size_t>(index)].signatures) {
            open();
            for (const auto& each : parameters) parameter(each.name);
            written += ')';
        }
    return written;
}

}  // namespace shenbao
