// The table of built-in functions (DMN 1.5, 10.3.4) and the conversion of their arguments.
#include "core/feel/tree/builtins.h"

#include "core/feel/builtins/builtin_functions.h"
#include "core/feel/values/objects.h"

namespace shenbao::feel {
namespace {

struct Entry {
    std::string_view name;
    // Parameter lists separated by '|', parameters by ','; each a name, a blank and letters:
    // b n s boolean number string, d t D date time date-and-time, y x years-months days-time duration, r
    // range, l list, c context, f function, a anything, p a point (what has an order), 0 also null, ? may be
    // left out, * a list or its items.
    std::string_view signatures;
    TypeKind result;
    Implementation call;
};

constexpr std::string_view kTwoPointsOrRanges =
    "point1 p,point2 p|point p,range r|range r,point p|range1 r,range2 r";
constexpr std::string_view kTwoRanges = "range1 r,range2 r";
constexpr std::string_view kPointOrRange = "point p,range r|range1 r,range2 r";
constexpr std::string_view kRangeAndAny = "range r,point p|range1 r,range2 r";

constexpr Entry kEntries[] = {
    {"not", "negand b0", TypeKind::Boolean, builtin_not},
    {"is", "value1 a0,value2 a0", TypeKind::Boolean, builtin_is},
    {"number", "from s,grouping separator s0,decimal separator s0|from sn", TypeKind::Number, builtin_number},
    {"string", "from a0", TypeKind::String, builtin_string},
    {"date", "from sdD|year n,month n,day n", TypeKind::Date, builtin_date},
    {"time", "from sdtD|hour n,minute n,second n,offset x0?", TypeKind::Time, builtin_time},
    {"date and time", "from sdD|date dD,time t", TypeKind::DateTime, builtin_date_and_time},
    {"duration", "from sxy", TypeKind::Any, builtin_duration},
    {"years and months duration", "from dD,to dD", TypeKind::YearsMonths, builtin_years_and_months_duration},
    {"day of year", "date dD", TypeKind::Number, builtin_day_of_year},
    {"day of week", "date dD", TypeKind::String, builtin_day_of_week},
    {"month of year", "date dD", TypeKind::String, builtin_month_of_year},
    {"week of year", "date dD", TypeKind::Number, builtin_week_of_year},
    {"now", "", TypeKind::DateTime, builtin_now},
    {"today", "", TypeKind::Date, builtin_today},

    {"substring", "string s,start position n,length n?", TypeKind::String, builtin_substring},
    {"string length", "string s", TypeKind::Number, builtin_string_length},
    {"upper case", "string s", TypeKind::String, builtin_upper_case},
    {"lower case", "string s", TypeKind::String, builtin_lower_case},
    {"substring before", "string s,match s", TypeKind::String, builtin_substring_before},
    {"substring after", "string s,match s", TypeKind::String, builtin_substring_after},
    {"replace", "input s,pattern s,replacement s,flags s0?", TypeKind::String, builtin_replace},
    {"contains", "string s,match s", TypeKind::Boolean, builtin_contains},
    {"starts with", "string s,match s", TypeKind::Boolean, builtin_starts_with},
    {"ends with", "string s,match s", TypeKind::Boolean, builtin_ends_with},
    {"matches", "input s,pattern s,flags s0?", TypeKind::Boolean, builtin_matches},
    {"split", "string s,delimiter s", TypeKind::List, builtin_split},
    {"string join", "list l,delimiter s0?", TypeKind::String, builtin_string_join},

    {"decimal", "n n,scale n", TypeKind::Number, builtin_decimal},
    {"floor", "n n,scale n?", TypeKind::Number, builtin_floor},
    {"ceiling", "n n,scale n?", TypeKind::Number, builtin_ceiling},
    {"round up", "n n,scale n", TypeKind::Number, builtin_round_up},
    {"round down", "n n,scale n", TypeKind::Number, builtin_round_down},
    {"round half up", "n n,scale n", TypeKind::Number, builtin_round_half_up},
    {"round half down", "n n,scale n", TypeKind::Number, builtin_round_half_down},
    {"abs", "n nxy", TypeKind::Any, builtin_abs},
    {"modulo", "dividend n,divisor n", TypeKind::Number, builtin_modulo},
    {"sqrt", "number n", TypeKind::Number, builtin_sqrt},
    {"log", "number n", TypeKind::Number, builtin_log},
    {"exp", "number n", TypeKind::Number, builtin_exp},
    {"odd", "number n", TypeKind::Boolean, builtin_odd},
    {"even", "number n", TypeKind::Boolean, builtin_even},

    {"list contains", "list l,element a0", TypeKind::Boolean, builtin_list_contains},
    {"count", "list l", TypeKind::Number, builtin_count},
    {"min", "list l*", TypeKind::Any, builtin_min},
    {"max", "list l*", TypeKind::Any, builtin_max},
    {"sum", "list l*", TypeKind::Any, builtin_sum},
    {"mean", "list l*", TypeKind::Any, builtin_mean},
    {"all", "list l*", TypeKind::Boolean, builtin_all},
    {"any", "list l*", TypeKind::Boolean, builtin_any},
    {"sublist", "list l,start position n,length n?", TypeKind::List, builtin_sublist},
    {"append", "list l,item a0*", TypeKind::List, builtin_append},
    {"concatenate", "list l0*", TypeKind::List, builtin_concatenate},
    {"insert before", "list l,position n,newItem a0", TypeKind::List, builtin_insert_before},
    {"remove", "list l,position n", TypeKind::List, builtin_remove},
    {"list replace", "list l,position n,newItem a0|list l,match f,newItem a0", TypeKind::List,
     builtin_list_replace},
    {"reverse", "list l", TypeKind::List, builtin_reverse},
    {"index of", "list l,match a0", TypeKind::List, builtin_index_of},
    {"union", "list l0*", TypeKind::List, builtin_union},
    {"distinct values", "list l", TypeKind::List, builtin_distinct_values},
    {"flatten", "list l", TypeKind::List, builtin_flatten},
    {"product", "list l*", TypeKind::Number, builtin_product},
    {"median", "list l*", TypeKind::Number, builtin_median},
    {"stddev", "list l*", TypeKind::Number, builtin_stddev},
    {"mode", "list l*", TypeKind::List, builtin_mode},
    {"sort", "list l,precedes f", TypeKind::List, builtin_sort},

    {"get value", "m c,key s", TypeKind::Any, builtin_get_value},
    {"get entries", "m c", TypeKind::List, builtin_get_entries},
    {"context", "entries l", TypeKind::Context, builtin_context},
    {"context put", "context c,key s,value a0|context c,keys l,value a0", TypeKind::Context,
     builtin_context_put},
    {"context merge", "contexts l", TypeKind::Context, builtin_context_merge},

    {"range", "from s", TypeKind::Range, builtin_range},
    {"before", kTwoPointsOrRanges, TypeKind::Boolean, builtin_before},
    {"after", kTwoPointsOrRanges, TypeKind::Boolean, builtin_after},
    {"meets", kTwoRanges, TypeKind::Boolean, builtin_meets},
    {"met by", kTwoRanges, TypeKind::Boolean, builtin_met_by},
    {"overlaps", kTwoRanges, TypeKind::Boolean, builtin_overlaps},
    {"overlaps before", kTwoRanges, TypeKind::Boolean, builtin_overlaps_before},
    {"overlaps after", kTwoRanges, TypeKind::Boolean, builtin_overlaps_after},
    {"finishes", kPointOrRange, TypeKind::Boolean, builtin_finishes},
    {"finished by", kRangeAndAny, TypeKind::Boolean, builtin_finished_by},
    {"includes", kRangeAndAny, TypeKind::Boolean, builtin_includes},
    {"during", kPointOrRange, TypeKind::Boolean, builtin_during},
    {"starts", kPointOrRange, TypeKind::Boolean, builtin_starts},
    {"started by", kRangeAndAny, TypeKind::Boolean, builtin_started_by},
    {"coincides", "point1 p,point2 p|range1 r,range2 r", TypeKind::Boolean, builtin_coincides},
};

uint16_t flag_of(char letter) {
    switch (letter) {
        case 'b':
            return kBoolean;
        case 'n':
            return kNumber;
        case 's':
            return kString;
        case 'd':
            return kDate;
        case 't':
            return kTime;
        case 'D':
            return kDateTime;
        case 'y':
            return kYearsMonths;
        case 'x':
            return kDaysTime;
        case 'r':
            return kRange;
        case 'l':
            return kList;
        case 'c':
            return kContext;
        case 'f':
            return kFunction;
        case 'a':
            return kAnyKind;
        case 'p':
            return kNumber | kString | kDate | kTime | kDateTime | kYearsMonths | kDaysTime;
        case '0':
            return kNullable;
        case '?':
            return kOptional;
        default:
            return kVariadic;
    }
}

std::vector<Parameter> read_parameters(std::string_view text) {
    std::vector<Parameter> parameters;
    while (!text.empty()) {
        const size_t comma = text.find(',');
        const std::string_view part = text.substr(0, comma);
        const size_t blank = part.rfind(' ');
        Parameter parameter{part.substr(0, blank), 0};
        for (const char letter : part.substr(blank + 1)) parameter.flags |= flag_of(letter);
        parameters.push_back(parameter);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return parameters;
}

}  // namespace

const std::vector<Builtin>& builtins() {
    static const std::vector<Builtin> kAll = [] {
        std::vector<Builtin> all;
        for (const Entry& entry : kEntries) {
            Builtin& builtin = all.emplace_back();
            builtin.name = entry.name;
            builtin.result = entry.result;
            builtin.call = entry.call;
            std::string_view rest = entry.signatures;
            for (;;) {
                const size_t bar = rest.find('|');
                builtin.signatures.push_back(read_parameters(rest.substr(0, bar)));
                if (bar == std::string_view::npos) break;
                rest = rest.substr(bar + 1);
            }
        }
        return all;
    }();
    return kAll;
}

int find_builtin(std::string_view name) {
    for (size_t i = 0; i < std::size(kEntries); ++i) {
        if (kEntries[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

uint16_t kind_flag(Kind kind) {
    switch (kind) {
        case Kind::Null:
            return kNullable;
        case Kind::Boolean:
            return kBoolean;
        case Kind::Number:
            return kNumber;
        case Kind::Date:
            return kDate;
        case Kind::Time:
            return kTime;
        case Kind::YearsMonths:
            return kYearsMonths;
        case Kind::DaysTime:
            return kDaysTime;
        case Kind::String:
            return kString;
        case Kind::DateTime:
            return kDateTime;
        case Kind::List:
            return kList;
        case Kind::Context:
            return kContext;
        case Kind::Range:
            return kRange;
        case Kind::Function:
            return kFunction;
    }
    return 0;
}

uint16_t type_flags(const Type& type) {
    switch (type.kind()) {
        case TypeKind::Any:
            return kAnyKind;
        case TypeKind::Null:
            return kNullable;
        case TypeKind::Boolean:
            return kBoolean;
        case TypeKind::Number:
            return kNumber;
        case TypeKind::String:
            return kString;
        case TypeKind::Date:
            return kDate;
        case TypeKind::Time:
            return kTime;
        case TypeKind::DateTime:
            return kDateTime;
        case TypeKind::YearsMonths:
            return kYearsMonths;
        case TypeKind::DaysTime:
            return kDaysTime;
        case TypeKind::Range:
            return kRange;
        case TypeKind::List:
            return kList;
        case TypeKind::Context:
            return kContext;
        case TypeKind::Function:
            return kFunction;
    }
    return 0;
}

bool convert_argument(Value& value, uint16_t flags) {
    if ((flags & kind_flag(value.kind())) != 0) return true;
    if (value.is_list() && value.items().size() == 1) {
        Value item = value.items()[0];
        if (!item.is_list() && !item.is_null() && convert_argument(item, flags & ~kList)) {
            value = std::move(item);
            return true;
        }
    }
    if (value.kind() == Kind::Date && (flags & kDateTime) != 0) {
        value = Value(feel::DateTime{*value.as_date(), feel::Time{0, Zone{Zone::Kind::Offset, 0, 0}}});
        return true;
    }
    if ((flags & kList) != 0 && !value.is_list()) {
        std::vector<Value> items;
        items.push_back(std::move(value));
        value = Value::list(std::move(items));
        return true;
    }
    return false;
}

}  // namespace shenbao::feel
