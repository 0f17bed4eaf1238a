// The commands of `shenbao`. Each returns its exit status (files.h).
#pragma once

#include <string>

#include "core/form/calendar_day.h"

namespace shenbao::cli {

enum class OutputFormat { Text, Json };

struct CheckOptions {
    std::string file;       // a declaration or the text form
    std::string form_file;  // another form's definition; "" is the program's own
    OutputFormat format = OutputFormat::Text;
    CalendarDay today;
};
// Every finding of one file. 1 when there are errors, 2 when the file cannot be read.
int check(const CheckOptions& options);

struct ConvertOptions {
    std::string in, out;  // the format of `out` is told by its extension: .json, .txt, .html (to print)
    std::string form_file;
    CalendarDay today;
};
// 2 when one cannot be read, the other not written, or the extension means nothing.
int convert(const ConvertOptions& options);

// All faults of a form definition, each with its place. 1 when there are any.
int form_check(const std::string& file, OutputFormat format);

}  // namespace shenbao::cli
