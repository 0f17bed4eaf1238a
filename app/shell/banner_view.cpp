#include "app/shell/banner_view.h"

#include "app/draw/controls.h"

namespace shenbao::app {

void banner_view(Canvas& canvas, float width, const Banner& banner) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kBannerHeight}, level_soft_color(colors, banner.level));
    canvas.horizontal(0, kBannerHeight - 1, width, level_color(colors, banner.level));
    canvas.icon(level_icon(banner.level), 16, (kBannerHeight - 16) / 2, 16,
                level_color(colors, banner.level));
    float right = width - 12;
    std::vector<Rect> places(banner.choices.size());
    for (size_t i = banner.choices.size(); i-- > 0;) {
        const ButtonLook look{.label = banner.choices[i].label, .has_icon = false, .framed = true};
        const float length = button_width(look) + 8;
        right -= length;
        places[i] = {right, 8, length, 28};
        right -= 8;
    }
    const Rect text{40, 0, right - 48, kBannerHeight};
    canvas.text(text, banner.text, kBody, colors.text);
    Node node;
    node.id = "banner";
    node.role = Role::Alert;
    node.rect = text;
    node.name = node.value = banner.text;
    node.style = {.size = 13, .line_height = 22, .middle = true, .padding_x = 0, .padding_y = 0};
    canvas.describe(std::move(node));
    for (size_t i = 0; i < banner.choices.size(); ++i) {
        const Choice& choice = banner.choices[i];
        canvas.fill(places[i], colors.surface, kRounding);
        button(canvas, choice.id, places[i], {.label = choice.label, .has_icon = false, .framed = true},
               choice.label, choice.action);
    }
}

}  // namespace shenbao::app
