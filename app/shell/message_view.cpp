#include "app/shell/message_view.h"

#include <algorithm>
#include <string>

#include "app/draw/controls.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kGap = 8;

ButtonLook look_of(const Message& message) {
    return {.label = message.back == "redo" ? texts::kRedo : texts::kUndo,
            .has_icon = false,
            .framed = true,
            .face = kSmall};
}
float back_width(const Message& message, unsigned long check) {
    return message.offers(check) ? button_width(look_of(message)) + kGap : 0;
}

}  // namespace

float message_width(const Message& message, unsigned long check) {
    return message.text.empty() ? 0 : measure(message.text, kSmall) + 1 + back_width(message, check);
}

void message_view(Canvas& canvas, const Rect& room, const Message& message, unsigned long check) {
    const float back = back_width(message, check);
    const Rect rect{room.x, room.y,
                    std::max(0.0F, std::min(room.width, message_width(message, check)) - back), room.height};
    canvas.text(rect, message.text, kSmall, canvas.colors().text);
    canvas.describe_text("status:message", rect, message.text, kSmall, rect.height);
    if (back == 0) return;
    const ButtonLook look = look_of(message);
    const std::string command(message.back);
    button(canvas, "message:" + command, {rect.x + rect.width + kGap, 3, back - kGap, room.height - 6}, look,
           look.label, action::RunCommand{command});
}

}  // namespace shenbao::app
