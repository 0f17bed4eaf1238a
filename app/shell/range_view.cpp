#include "app/shell/range_view.h"

#include <algorithm>

#include "app/words/texts_zh.h"

namespace shenbao::app {

void range_view(Canvas& canvas, const Rect& room, const RangeSum& sum) {
    if (sum.cells == 0) return;
    const std::string text = texts::range_sum(sum.cells, sum.amounts, sum.sum.to_string());
    const float width = measure(text, kSmall) + 1;
    if (width > room.width) return;
    const Rect rect{room.x + room.width - width, room.y, width, room.height};
    canvas.text(rect, text, kSmall, canvas.colors().text);
    canvas.describe_text("status:range", rect, text, kSmall, rect.height);
}

}  // namespace shenbao::app
