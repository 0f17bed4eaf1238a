// The panel on the right: filters above, the findings by level with explanations and repairs, notices before
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

enum class FindingFilter { All, Errors, Explains, Hints };
bool passes(FindingFilter filter, Level level);

// Something the person must be told once: a file that could not be opened, what an opened file left open.
struct Notice {
    std::string id;
    Level level = Level::Hint;
    std::string title;
    std::vector<std::string> lines;
    std::string_view action = {}, action_label = {};  // a button beneath: its id and what it says
};

struct FindingsState {
    const Document& document;
    const std::vector<std::string>& ids;  // of the findings, "finding:…", by index
    const std::vector<Notice>& notices;
    FindingFilter filter = FindingFilter::All;
    int current = -1;  // index of the finding being shown
};

// Ids: filter:all, filter:error, filter:explain, filter:hint, button:previous-finding, button:next-finding.
void filters_view(Canvas& canvas, float width, const FindingsState& state);
inline constexpr float kFiltersHeight = 88;

struct FindingsPlaces {
    float content_height = 0;
    float current_top = 0, current_bottom = 0;  // where the current finding lies
};
// Ids: finding:<key>, explain:<key>, fix:<key>, notice:<id>, close:<id>, and the actions of notices.
FindingsPlaces findings_view(Canvas& canvas, float width, float height, const FindingsState& state);

}  // namespace shenbao::app
