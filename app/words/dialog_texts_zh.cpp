#include "app/words/dialog_texts_zh.h"

#include <array>

namespace shenbao::app::texts {

namespace {

std::string number(size_t value) {
    return std::to_string(value);
}

}  // namespace

std::string paste_summary(size_t changes, size_t same, size_t refused) {
    std::string text = changes == 0 ? std::string("没有可改动的格") : "将改动 " + number(changes) + " 格";
    if (same > 0) text += "；" + number(same) + " 格与表中相同";
    if (refused > 0) text += "；" + number(refused) + " 格不能粘贴";
    return text + (changes == 0 ? "。" : "。粘贴后可一次撤销。");
}

std::string align(std::string_view one, std::string_view other) {
    return "一键对齐" + std::string(one).append("和").append(other);
}
std::string aligned_with(std::string_view model) {
    return "以" + std::string(model).append("为准");
}
std::string align_summary(std::string_view model, std::string_view target, bool just_changed) {
    return aligned_with(model) + (just_changed ? "（刚修改过），改动" : "，改动") +
           std::string(target).append("。两张表都没有填写的多余空行将删除，填过的行和值都保留。可一次撤销。");
}
std::string fill_from(std::string_view table, std::string_view peer) {
    return std::string(table).append("按").append(peer).append("填入");
}
std::string fill_summary(size_t blank, size_t others) {
    if (blank + others == 0) return "没有可填入的格。";
    std::string text = blank == 0 ? std::string("没有可填入的空格") : "将填入 " + number(blank) + " 个空格";
    if (others > 0) text += "；" + number(others) + " 格已填写、与来源不同";
    return text + "。可一次撤销。";
}
std::string remove_summary(std::string_view peer) {
    return std::string(peer).append("的同一行填有以下内容，是否一起删除？可一次撤销。");
}

std::string paste_place(size_t row, size_t column) {
    return "第 " + number(row + 1) + " 行第 " + number(column + 1) + " 格";
}
std::string more_cells(size_t count) {
    return "另有 " + number(count) + " 格未列出";
}
std::string cell_too_long(size_t characters) {
    return "剪贴板中的文字有 " + number(characters) + " 字，一格最多 2 万字，没有粘贴。请分段粘贴。";
}
std::string block_too_large() {
    return "剪贴板中的内容太多，没有粘贴。请只复制需要的部分。";
}

std::string_view shortcut_group(int group) {
    constexpr std::array<std::string_view, 6> kGroups{"", "填写", "移动", "表格", "检查与窗口", "文件"};
    return kGroups[static_cast<size_t>(group)];
}

}  // namespace shenbao::app::texts
