// The words of the drafts: status line, banner, draft manager.
#pragma once

#include <string>
#include <string_view>

#include "core/drafts/draft_archive.h"

namespace shenbao::app::texts {

inline constexpr std::string_view kDrafts = "草稿", kBanner = "草稿提示", kLookOnly = "只查看",
                                  kTakeOver = "在此接管";
inline constexpr std::string_view kAskingWindow = "正在确认这份草稿是否在另一个窗口中打开…",
                                  kLookingOnly = "正在查看另一个窗口中的草稿，此处不能修改",
                                  kElsewhere =
                                      "这份草稿正在另一个窗口中填写。可以在这里查看，或接管到这里继续填写。",
                                  kTakenOver = "已接管，可以继续填写",
                                  kStoreEmptied = "浏览器中的草稿被清除了",
                                  kStoredAnew = "本页的内容已重新存入；以前的历史不能恢复。请点“存成文件”。",
                                  kRestKept = "尚未存入的内容已另存为一份草稿",
                                  kRestNotKept = "尚未存入的内容未能另存",
                                  kNotLeft = "本表尚未保存，没有离开",
                                  kFileFirst = "浏览器不能保存草稿。请先点“存成文件”，以免丢失。",
                                  kFileHandedOver =
                                      "文件已下载，但网页不知道是否存好。请到“下载”文件夹看一看。",
                                  kFileArrived = "文件已存好",
                                  kNothingStored = "浏览器没有保存草稿，关闭网页会丢失内容。请点“存成文件”。";
inline constexpr std::string_view kBackupAdvice =
    "点“存成文件”，把文件放到另一个磁盘或优盘上。关闭本提示，明天再提醒。";
inline constexpr std::string_view kManageDrafts = "草稿管理", kNewDraft = "新建草稿", kImport = "导入…",
                                  kExportAll = "全部存成文件", kBin = "回收站", kRescue = "损坏的记录",
                                  kBack = "返回草稿列表", kCloseDrafts = "关闭草稿管理";
inline constexpr std::string_view kOpenDraft = "打开", kVersions = "历史", kCopy = "副本", kRename = "改名",
                                  kDelete = "删除", kCompare = "比较", kPutBack = "还原", kPurge = "彻底删除",
                                  kPurgeSure = "确认彻底删除", kDone = "确定", kUndoDelete = "撤销删除";
inline constexpr std::string_view kWhereDraftsLive =
    "草稿存放在本机的这个浏览器中。无痕（隐私）窗口一关闭，其中的草稿就会消失，请点“存成文件”留底。";
inline constexpr std::string_view kFilling = "正在填写", kNameOfDraft = "草稿名称", kNoDrafts = "还没有草稿",
                                  kBinEmpty = "回收站是空的", kUnreadable = "不能读取，见“损坏的记录”";
inline constexpr std::string_view kColumnName = "名称", kColumnFilled = "进度", kColumnFindings = "检查",
                                  kColumnTime = "最后修改", kColumnSize = "大小";
inline constexpr std::string_view kRestoreVersion = "恢复此版本", kThisIsNow = "与现在相同，没有差异",
                                  kCurrentState = "现在的内容", kOpenedState = "打开时的状态",
                                  kBlank = "（空）", kSame = "两份内容相同",
                                  kChooseOther = "请再选一份草稿比较", kRowsMoved = "行的次序不同";
inline constexpr std::string_view kKeepBoth = "两份都保留", kReplace = "替换", kImportOne = "导入",
                                  kLook = "看差异", kImported = "已导入",
                                  kImportedToBin = "已导入，在回收站中", kWasInBin = "在回收站中",
                                  kInBinHere = "在本机回收站中", kThisVersion = "这个版本", kOldSide = "旧",
                                  kNewSide = "新";
inline constexpr std::string_view kArchiveAltered =
    "文件的校验码不符，可能没有存完整，或被改动过。能读出的草稿列在下面，请先核对再导入。";
inline constexpr std::string_view kOpenedElsewhere = "这份草稿正在另一个窗口中填写，没有改动。";

// 尚无文件备份 · 文件备份 3 天前，之后有改动; times in milliseconds since 1970, 0 = never.
std::string backup_age(long long backup, long long saved, long long midnight);
std::string unsaved_rest(std::string_view name);
// 粘贴 107 格 · 已填 55/102
std::string version_done(const drafts::DraftFacts& facts);
// 错误 9 · 需说明 1
std::string draft_findings(const drafts::DraftFacts& facts);
// 今天 14:03, 昨天 14:03, 11月20日 14:03, 2025年11月20日. `offset`: local time minus UTC, in milliseconds.
std::string moment(long long time, long long now, long long offset);
// With seconds: 今天 14:03:22.
std::string exact_moment(long long time, long long now, long long offset);
std::string bytes(size_t bytes);
std::string stored(size_t bytes);  // 已用 12 KB，浏览器一般可存 5 MB
// The name, or unit and year.
std::string draft_name(const drafts::DraftFacts& facts);
// 甲局 2026 - 表名; without a name the form alone.
std::string window_title(const drafts::DraftFacts& facts, std::string_view form);
// 甲局 · 2026 年; without the unit where the draft is called after it.
std::string draft_origin(const drafts::DraftFacts& facts);
// 原来的“甲局”没有改变，仍在“草稿”中。
std::string former_kept(std::string_view name);
// 已有同一单位、同一年度的草稿“甲局”。
std::string met_draft(std::string_view name);
std::string copy_of(std::string_view name);
std::string of_draft(std::string_view command, std::string_view name);  // 打开 甲局 2026
std::string deleted(std::string_view name);
std::string exported(std::string_view file);  // 已下载：草稿.json。……
std::string renamed(std::string_view name);
std::string differences(size_t count);
std::string compared(std::string_view one, std::string_view other);
std::string restored_version(std::string_view moment);
std::string counted(std::string_view what, size_t count);
std::string_view meeting(drafts::ArchivedDraft::Meeting meeting);
std::string damaged_records(size_t count);
std::string damaged_drafts(size_t count);

}  // namespace shenbao::app::texts
