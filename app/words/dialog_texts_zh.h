// The words of previews and of the help with its shortcuts.
#pragma once

#include <string>
#include <string_view>

namespace shenbao::app::texts {

inline constexpr std::string_view kPastePreview = "粘贴预览", kPasteApply = "粘贴", kPreviewCancel = "取消";
inline constexpr std::string_view kColumnCell = "单元格", kColumnNow = "现在", kColumnThen = "改后",
                                  kPasteColumnThen = "粘贴后";
inline constexpr std::string_view kPasteRefused = "不能粘贴的内容", kPasteColumnPlace = "所在位置",
                                  kPasteColumnText = "内容", kPasteColumnReason = "原因";
inline constexpr std::string_view kCleared = "（清空）", kEmpty = "（空）";

// 将改动 12 格；3 格与表中相同；2 格不能粘贴。粘贴后可一次撤销。
std::string paste_summary(size_t changes, size_t same, size_t refused);
// What becomes of rows.
inline constexpr std::string_view kNoRow = "（无此行）", kRowComes = "添加一行", kBlankRow = "（空行）",
                                  kRowGoes = "删除这一行";
// 一键对齐甲表和乙表
std::string align(std::string_view one, std::string_view other);
std::string aligned_with(std::string_view model);  // 以甲表为准
std::string align_summary(std::string_view model, std::string_view target, bool just_changed);
std::string fill_from(std::string_view table, std::string_view peer);  // 乙表按甲表填入
std::string fill_summary(size_t blank, size_t others);
inline constexpr std::string_view kFillBlank = "只填空格", kFillAll = "已填的也改写",
                                  kFillOthers = "已填写、与来源不同的格（“已填的也改写”才会改）";
// Of a row whose peer has entries.
std::string remove_summary(std::string_view peer);
inline constexpr std::string_view kRemoveBoth = "两张表都删除", kRemoveOne = "只删这一行";
// Why a text cannot stand in a cell.
inline constexpr std::string_view kPastePrinted = "此处是表上印好的文字", kPasteComputed = "此格自动计算",
                                  kPasteUnreadable = "不是此格要求的格式",
                                  kPasteNoChoice = "不在此格的选项中",
                                  kPasteTooLong = "文字太长，一格最多 2 万字",
                                  kPasteBeyond = "超出表格，没有对应的格";
std::string paste_place(size_t row, size_t column);  // from 0: 第 2 行第 1 格
std::string more_cells(size_t count);                // 另有 5 格未列出
std::string cell_too_long(size_t characters);
std::string block_too_large();

inline constexpr std::string_view kShortcuts = "帮助", kCloseShortcuts = "关闭帮助";
// In braces: a command, whose keys stand there.
inline constexpr std::string_view kGuide = "从空表到上报";
inline constexpr std::string_view kGuideSteps[] = {
    "1. 打开上年存下的表，或直接填写。每改一处都自动存在这台电脑的这个浏览器中，“草稿”列出全部草稿和历史。",
    "2. 按 {check} 检查：光标到第一处错误，旁边写着原因；{next-finding} "
    "到下一处。需说明的，在右边的框里写明原因。",
    "3. 没有错误后打印、盖章。“存成文件”得到的文件在浏览器的“下载”文件夹中，可报送、留底、换电脑。",
    "4. 被退回时，在“草稿”中打开这份草稿，或“打开”存下的文件，改好后重新打印、保存。"};
inline constexpr std::string_view kMarks = "颜色和标记";
inline constexpr std::string_view kMarkMeanings[] = {"必填，还没有填", "自动计算，不用填", "错误，要改",
                                                     "要说明原因", "提示，供参考"};
inline constexpr std::string_view kOpenSlots = "“……”是空位：填写指标名称，或删除这一行。";

// Between keys, and between what they do, on one line.
inline constexpr std::string_view kBetween = " · ";
inline constexpr std::string_view kPlusKey = "加号", kMinusKey = "减号";
// By the place in ShortcutGroup (app/commands/command.h).
std::string_view shortcut_group(int group);

}  // namespace shenbao::app::texts
