// The generated table of line breaking classes; see make_line_break.py for its coding.
#pragma once

namespace shenbao::app {

extern const unsigned char kLineBreakRuns[];
extern const unsigned kLineBreakRunBytes;

}  // namespace shenbao::app
