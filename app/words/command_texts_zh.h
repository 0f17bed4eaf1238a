// What the sheet of shortcuts says beside the keys, where it is not what a button says.
#pragma once

#include <string_view>

namespace shenbao::app::texts {

inline constexpr std::string_view kMeansEdit = "修改本格，光标在末尾", kMeansEscape = "放弃本格的修改",
                                  kMeansOpenList = "打开可选项", kMeansInitials = "直接选中以它们开头的选项",
                                  kMeansFinish = "写完长文字，到下一格", kMeansToday = "填入今天（日期格）";
inline constexpr std::string_view kMeansNext = "下一格", kMeansPrevious = "上一格", kMeansTab = "右一格",
                                  kMeansTabBack = "左一格", kMeansNeighbour = "相邻的格",
                                  kMeansJump = "到一段内容的尽头", kMeansRowStart = "行首",
                                  kMeansRowEnd = "行末", kMeansFormStart = "第一格",
                                  kMeansFormEnd = "最后一格", kMeansPageUp = "上一屏",
                                  kMeansPageDown = "下一屏";
inline constexpr std::string_view kMeansExtend = "选中多格", kMeansChooseAll = "全选本格；再按选整张表",
                                  kMeansPaste = "粘贴；多格内容先预览";
inline constexpr std::string_view kMeansNextFinding = "下一个", kMeansNextRegion = "下一个",
                                  kMeansPreviousRegion = "上一个区域";
// Several keys as one.
inline constexpr std::string_view kInitials = "拼音首字母", kArrows = "↑ ↓ ← →",
                                  kControlArrows = "Ctrl+方向键", kShiftArrows = "Shift+方向键";

}  // namespace shenbao::app::texts
