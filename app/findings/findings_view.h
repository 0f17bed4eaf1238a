// The panel on the right: filters above, the findings by level with explanations and repairs, notices before
// them.
#pragma once

#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/document/notice.h"
#include "app/draw/canvas.h"
#include "app/findings/finding_list.h"

namespace shenbao::app {

struct FindingsState {
    const Document& document;
    const FindingList& list;
    const std::vector<Notice>& notices;
    int current = -1;      // index of the finding being shown
    int fresh = -1;        // of the one that has just come up and stands out
    bool editable = true;  // else explanations can only be read, and nothing repaired
};

struct FindingsPlaces {
    float content_height = 0;
    float due_top = 0, due_bottom = 0;  // where the fresh finding lies, else the current one
};
// Ids: finding:<key>, explain:<key>, fix:<key>, mend:<kind>:<key>, alike:<kind>:<key>, notice:<id>,
// close:<id>, and those of the notices' choices.
FindingsPlaces findings_view(Canvas& canvas, float width, float height, const FindingsState& state);

}  // namespace shenbao::app
