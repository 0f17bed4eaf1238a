// Every word the application itself says. The form's own words come from its definition.
#pragma once

#include <string>
#include <string_view>

#include "core/form/definition.h"

namespace shenbao::app::texts {

inline constexpr std::string_view kMark = "申报";
// Between what is said in one breath.
inline constexpr std::string_view kComma = "，", kSemicolon = "；";
std::string labelled(std::string_view label, std::string_view text);  // 联系电话：0711
std::string turned(std::string_view before, std::string_view after);  // 旧 → 新
inline constexpr std::string_view kToolbar = "工具栏", kSections = "表单目录", kPaper = "表单",
                                  kFindings = "检查结果", kStatus = "状态", kHelp = "填报说明",
                                  kFilters = "问题筛选";
inline constexpr std::string_view kOpen = "打开", kSave = "存成文件", kNew = "新建", kUndo = "撤销",
                                  kRedo = "重做", kPrint = "打印", kZoomIn = "放大", kZoomOut = "缩小",
                                  kFitWidth = "适合页宽", kZoomReset = "恢复原大小";
inline constexpr std::string_view kShowSections = "目录", kShowFindings = "检查结果";
inline constexpr std::string_view kPreviousFinding = "上一个问题", kNextFinding = "下一个问题";
inline constexpr std::string_view kAll = "全部", kClose = "关闭", kExplanation = "说明";
inline constexpr std::string_view kExplanationPlaceholder = "请在此书面说明原因";
inline constexpr std::string_view kExplained = "已说明", kExplanationDue = "待说明",
                                  kExplanationOutdated = "数据已变，请重新说明",
                                  kStillApplies = "原说明仍适用";
inline constexpr std::string_view kDue = "待填", kCheck = "检查", kComplete = "已填完，可以打印上报";
inline constexpr std::string_view kGivenUp = "已放弃这次修改，点“撤销”可找回", kPrintAnyway = "仍要打印",
                                  kSeeErrors = "去看错误";
inline constexpr std::string_view kBegin = "开始填报", kBeginOpen = "① 打开上年的表，或直接填写",
                                  kBeginColors = "② 黄格必填，蓝格自动计算",
                                  kBeginKept = "③ 自动存在本机，完成后打印或存成文件";
inline constexpr std::string_view kNothingInFilter = "此类没有问题";
inline constexpr std::string_view kHigherIsBetter = "越高越好", kLowerIsBetter = "越低越好",
                                  kTowardsZero = "越接近零越好";
inline constexpr std::string_view kComputed = "自动计算，无需填写", kRequired = "必填", kOptional = "选填";
inline constexpr std::string_view kTotal = "合计";
inline constexpr std::string_view kNoCell = "点击表中任一单元格，这里显示它的填报说明。";
inline constexpr std::string_view kAcceptComputed = "采用计算结果";
inline constexpr std::string_view kMoveUp = "上移", kMoveDown = "下移";
inline constexpr std::string_view kNotSavedYet = "尚未修改", kUnsaved = "未保存", kSaving = "正在保存…";
inline constexpr std::string_view kRestored = "已恢复上次的草稿";
inline constexpr std::string_view kRestoredOlder = "最近一次草稿已损坏，已恢复前一份";
inline constexpr std::string_view kUndoBringsBack = "点“撤销”可恢复原来的内容。";
inline constexpr std::string_view kBackToFormer = "回到原来的草稿",
                                  kBlankAlready = "本表还是空白的，可以直接填写",
                                  kSameAsDraft = "内容与已有的草稿相同，没有另存一份。";
inline constexpr std::string_view kNothingLost = "原来填写的内容没有改变。";
inline constexpr std::string_view kDraftProblem = "草稿";
inline constexpr std::string_view kStepOpen = "打开文件", kStepExplain = "填写说明",
                                  kStepConfirm = "确认原说明";
inline constexpr std::string_view kStepClear = "清除", kStepFillDown = "向下填充", kStepCut = "剪切",
                                  kStepCopy = "复制", kStepPaste = "粘贴";
inline constexpr std::string_view kSavedFile = "已下载", kCopyFile = "复制内容",
                                  kFileCopied = "全部内容已复制，请粘贴到记事本中保存。",
                                  kCopyRefused = "浏览器不允许复制，请改用“打印”留存一份。",
                                  kClipboard = "剪贴板";
inline constexpr std::string_view kWhereSaved = "文件在浏览器的“下载”文件夹中。",
                                  kDownloadRefused =
                                      "没有找到？浏览器可能禁止下载：点“复制内容”，粘贴到记事本中保存；"
                                      "以后用“打开”读回，或复制后直接粘贴到本页。";
inline constexpr std::string_view kStartedAnew = "已新建空白草稿";

std::string_view level_name(Level level);              // 错误, 需说明, 提示
std::string_view direction_text(Direction direction);  // "" for None
std::string filled(int filled, int required);          // 已填 12/14
std::string section_description(int errors, int explains, int due, int hints);
std::string draft_saved(int hour, int minute, int second);  // 草稿已保存 14:03:22
std::string unsaved_because(std::string_view reason);
// What the form calls the year, and the year.
std::string declared_for(std::string_view title, int year);
std::string counts(int errors, int explains, int due, int hints);  // 错误 3 · 需说明 1 · 待填 9 · 提示 40
std::string print_as_draft(int errors, int explains);   // 还有 8 处错误，将印出“草稿”
std::string counted(std::string_view name, int count);  // 错误 3
std::string all_alike(int count);                       // 处理同类 5 处
std::string undo_step(std::string_view command, std::string_view step);  // 撤销：修改 当年金额
std::string undone(std::string_view command, std::string_view step);     // 已撤销：修改 当年金额
std::string done(std::string_view step);                                 // 已清除 12 格
std::string range_chosen(size_t cells, std::string_view end);            // 已选 12 格，到 当年金额
std::string range_sum(size_t cells, size_t amounts,
                      std::string_view sum);  // 已选 6 格 · 金额 4 个，合计 2005.4
// Spoken when a cell is left; `first`: the message of the first in paper order.
std::string new_errors(std::string_view first, size_t count);
std::string change_of(std::string_view cell);                        // 修改 当年金额
std::string normalized(std::string_view from, std::string_view to);  // 已将 >=90% 规范为 ≥90%
std::string add_row_after(std::string_view row);  // 在 核心业务产出2 后添加一行
std::string added_row(std::string_view row);      // 已添加 核心业务产出3
std::string remove_row(std::string_view row);     // 删除 核心业务产出2
std::string move_row_up(std::string_view row);
std::string move_row_down(std::string_view row);
std::string cells_step(std::string_view step, size_t cells);  // 清除 12 格
std::string opened_file(std::string_view name);
std::string opened_notes(size_t notes);
std::string could_not_open(std::string_view name);
std::string line_number(int line);
std::string zoom_percent(int percent);                 // 100%
std::string zoom_name(int percent);                    // 显示比例 100%，恢复原大小
std::string explanation_of(std::string_view message);  // 说明：……
// 草稿_甲局_2027.json; what is empty or 0 is left out.
std::string file_name(std::string_view what, std::string_view whose, int year);
// The name of a declaration's file: the form's title and what its identity tells.
std::string declaration_file_name(const FormDefinition& form, std::string_view unit, int year);

}  // namespace shenbao::app::texts
