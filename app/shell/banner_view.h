// A bar over the paper while this window cannot write the draft, or nothing can be stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/draw/canvas.h"
#include "core/form/definition.h"

namespace shenbao::app {

struct Banner {
    Level level = Level::Explain;
    std::string text;  // "" = no banner
    struct Choice {
        std::string_view id, label;
    };
    std::vector<Choice> choices;
};

inline constexpr float kBannerHeight = 44;
void banner_view(Canvas& canvas, float width, const Banner& banner);

}  // namespace shenbao::app
