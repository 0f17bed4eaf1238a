// A bar over the paper while this window cannot write the draft, or nothing can be stored.
#pragma once

#include "app/drafts/saving.h"
#include "app/draw/canvas.h"

namespace shenbao::app {

inline constexpr float kBannerHeight = 44;
void banner_view(Canvas& canvas, float width, const Banner& banner);

}  // namespace shenbao::app
