// Any file a person opens, whatever its name says.
#pragma once

#include <string_view>

#include "core/formats/result/read_result.h"
#include "core/review/review.h"

namespace shenbao {

// Tells JSON from text by what it is (a text may begin with a bracket, too), reads it, and drops stated
// values that agree with the computed ones. Pictures, documents and archives are told by what they are.
// Explanations count for what they find (settle_explanations).
ReadResult open_file(const Reviewer& reviewer, std::string_view bytes, CalendarDay today);

}  // namespace shenbao
