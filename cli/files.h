// Files and the clock, which the core does not know.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/advice/advice.h"
#include "core/form/calendar_day.h"
#include "core/formats/result/read_result.h"
#include "core/review/review.h"

namespace shenbao::cli {

// What the command returns to the shell.
constexpr int kNothingWrong = 0, kFindings = 1, kUnreadable = 2;

// The bytes of a file; nothing, and a sentence on standard error, when it cannot be read.
std::optional<std::string> read_file(const std::string& name);
// Writes beside the file and renames, so that an existing one is never half overwritten. False and a sentence
// on standard error when that fails.
bool write_file(const std::string& name, std::string_view bytes);

// "2025-12-31"; nothing for anything else.
std::optional<CalendarDay> parse_day(std::string_view text);
CalendarDay local_today();

// Each with its place, and the expression it stands in.
void print_mistakes(std::ostream& out, const std::vector<Advice>& mistakes);

// The form of the program, or the definition in a file. Null, and its faults on standard error, when it has
// any.
std::shared_ptr<const Reviewer> load(const std::string& form_file);

// Notes of reading, one line each, on standard error.
void print_notes(const ReadResult& result);
std::string note_line(const ReadNote& note);

}  // namespace shenbao::cli
