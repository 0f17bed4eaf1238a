#include "core/form/signs.h"

#include <gtest/gtest.h>

#include <utility>

namespace shenbao {
namespace {

std::u32string plain(std::string_view text) {
    std::u32string signs;
    for (SignReader reader(text); !reader.at_end(); reader.skip()) signs += reader.peek();
    return signs;
}

TEST(Signs, AreAsciiWhereTheyMirrorIt) {
    EXPECT_EQ(plain("！０９Ａｚ～"), U"!09Az~");
    EXPECT_EQ(plain("￥\u3000"), U"¥ ");
    for (const auto& [same, sign] : {std::pair<std::string_view, char32_t>{"\uFF00", 0xFF00},
                                     {"\uFF5F", 0xFF5F},
                                     {"\uFF61", 0xFF61},
                                     {"绩", U'绩'},
                                     {"≥", U'≥'}})
        EXPECT_EQ(plain(same), std::u32string(1, sign)) << same;
}

TEST(Signs, OfBrokenUtf8StandForTheirBytes) {
    EXPECT_EQ(plain("\xEF\xBC"), (std::u32string{0xEF, 0xBC}));
    EXPECT_EQ(plain("\xEF\xBC\x7F"), (std::u32string{0xEF, 0xBC, 0x7F}));
}

}  // namespace
}  // namespace shenbao
