// The encodings that old programs of Chinese offices save texts in.
#pragma once

#include <string>

namespace shenbao::cli {

// GB 18030 (GBK, GB 2312) and UTF-16 with its mark become UTF-8, as the page does it. Other files stay as
// they are; so does damaged UTF-8, which is mostly good and is to be refused.
std::string in_utf8(std::string bytes);

}  // namespace shenbao::cli
