#include "app/paper/note_draw.h"

#include <algorithm>
#include <vector>

#include "app/draw/controls.h"
#include "app/findings/finding_list.h"

namespace shenbao::app {

namespace {

constexpr float kWidth = 288, kPadding = 10, kLine = 18, kText = 24, kGap = 8;
constexpr size_t kMost = 4;

bool overlap(const Rect& one, const Rect& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

// Beside the cell, where the view has room; else beneath it, or above.
Rect place_of(const Rect& cell, const Rect& view, const Rect& editor, float height) {
    const float right = view.x + view.width, bottom = view.y + view.height;
    const float along = std::max(view.x, std::min(cell.x, right - kWidth));
    const float down = std::max(view.y + 4, std::min(cell.y, bottom - height - 4));
    const Rect places[] = {{cell.x + cell.width + kGap, down, kWidth, height},
                           {cell.x - kGap - kWidth, down, kWidth, height},
                           {along, cell.y + cell.height + kGap, kWidth, height},
                           {along, cell.y - kGap - height, kWidth, height}};
    for (const Rect& place : places)
        if (place.x >= view.x && place.x + kWidth <= right && place.y >= view.y &&
            place.y + height <= bottom && !overlap(place, editor))
            return place;
    return {along, down, kWidth, height};
}

}  // namespace

void draw_note(Canvas& canvas, const Region& region, const Document& document, std::string_view path,
               const Rect& cell, const Rect& editor) {
    if (path.empty()) return;
    std::vector<const Finding*> found;
    for (const Finding& finding : document.state().findings)
        if (!finding.explained && document.standing(finding) != Standing::Due &&
            is_about(document, finding, path) && found.size() < kMost)
            found.push_back(&finding);
    if (found.empty()) return;
    constexpr float kTextWidth = kWidth - 2 * kPadding - kText;
    const auto text_height = [&](const Finding& finding) {
        const auto lines = canvas.texts().get(finding.message, kSmall, kTextWidth).lines.size();
        return kLine * static_cast<float>(lines);
    };
    float height = 2 * kPadding - 4;
    for (const Finding* finding : found) height += text_height(*finding) + 4;

    const Palette& colors = canvas.colors();
    const Rect view{region.scroll_x, region.scroll_y, region.rect.width, region.rect.height};
    const Rect note = place_of(cell, view, editor, height);
    canvas.fill({note.x - 2, note.y, note.width + 4, note.height + 3}, colors.page_shadow, kRounding + 2);
    canvas.fill(note, colors.surface, kRounding);
    canvas.frame(note, level_color(colors, found.front()->level), 1, kRounding);
    float y = note.y + kPadding;
    for (const Finding* finding : found) {
        canvas.icon(level_icon(finding->level), note.x + kPadding, y + 1, 16,
                    level_color(colors, finding->level));
        const float tall = text_height(*finding);
        canvas.paragraph({note.x + kPadding + kText, y, kTextWidth, tall}, finding->message, kSmall, kLine,
                         colors.text);
        y += tall + 4;
    }
}

}  // namespace shenbao::app
