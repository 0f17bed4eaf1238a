// What a step would do to the form, listed before it is done; effect::ShowPreview shows it.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"

namespace shenbao::app {

struct PreviewLine {
    std::string place, from, to;  // a cell and its texts, "" where it is blank; `place` is unique in its part
};

struct PreviewPart {
    std::string_view id;     // of its lines' nodes: <preview>:<part>:<place in the part>
    std::string_view title;  // "" for the one that is the preview's own subject
    std::array<std::string_view, 3> heads;
    std::vector<PreviewLine> lines;
    bool refused = false;  // `to` is what was wanted, `from` why it cannot be had
};

// What can be done: a step, or another preview shown instead.
struct PreviewChoice {
    std::string label, step;
    std::vector<Edit> edits;
    std::string then = {};  // node that gets the keyboard; "": who had it
    std::shared_ptr<const struct Preview> instead = {};
};

struct Preview {
    std::string_view id;  // of its nodes: <id>:title, <id>:close, <id>:apply (the first choice), <id>:apply:1
    std::string title, summary;
    std::vector<PreviewPart> parts;
    size_t unlisted = 0;
    std::vector<PreviewChoice> choices;
};

// The lines of edits that set texts and rows.
std::vector<PreviewLine> preview_lines(const Document& document, const std::vector<Edit>& edits);

}  // namespace shenbao::app
