// The words of the paste preview and of the shortcut sheet.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/paste/paste_plan.h"

namespace shenbao::app::texts {

inline constexpr std::string_view kPastePreview = "粘贴预览", kPasteApply = "粘贴", kPasteCancel = "取消粘贴";
inline constexpr std::string_view kPasteColumnCell = "单元格", kPasteColumnNow = "现在",
                                  kPasteColumnThen = "粘贴后";
inline constexpr std::string_view kPasteRefused = "不能粘贴的内容", kPasteColumnPlace = "所在位置",
                                  kPasteColumnText = "内容", kPasteColumnReason = "原因";
inline constexpr std::string_view kCleared = "（清空）", kEmpty = "（空）";

// 将改动 12 格；3 格与表中相同；2 格不能粘贴。粘贴后可一次撤销。
std::string paste_summary(const PastePlan& plan);
std::string_view paste_problem(PasteProblem problem);
std::string paste_place(const PasteItem& item);  // 第 2 行第 1 格
std::string more_cells(size_t count);            // 另有 5 格未列出
std::string cell_too_long(size_t characters);
std::string block_too_large();

inline constexpr std::string_view kShortcuts = "快捷键", kCloseShortcuts = "关闭快捷键";

struct ShortcutText {
    std::string_view keys, meaning;  // keys "" for the heading of a group
};
// The groups of the left and of the right column.
std::span<const ShortcutText> shortcuts(bool right);

}  // namespace shenbao::app::texts
