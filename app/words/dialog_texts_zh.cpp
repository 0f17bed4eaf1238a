#include "app/words/dialog_texts_zh.h"

#include <array>

namespace shenbao::app::texts {

namespace {

constexpr std::array kLeft = std::to_array<ShortcutText>({
    {"", "填写"},
    {"F2", "修改本格，光标在末尾"},
    {"Esc", "放弃本格的修改"},
    {"Ctrl+Z", "撤销"},
    {"Ctrl+Y", "重做"},
    {"Alt+↓", "打开可选项"},
    {"拼音首字母", "直接选中以它们开头的选项"},
    {"Ctrl+Enter", "写完长文字，到下一格"},
    {"", "移动"},
    {"Enter · Shift+Enter", "下一格 · 上一格"},
    {"Tab · Shift+Tab", "右一格 · 左一格"},
    {"↑ ↓ ← →", "相邻的格"},
    {"Ctrl+方向键", "到一段内容的尽头"},
    {"Home · End", "行首 · 行末"},
    {"Ctrl+Home · Ctrl+End", "第一格 · 最后一格"},
    {"PageUp · PageDown", "上一屏 · 下一屏"},
});

constexpr std::array kRight = std::to_array<ShortcutText>({
    {"", "表格"},
    {"Shift+方向键", "选一片"},
    {"Ctrl+A", "全选本格；再按选整张表"},
    {"Ctrl+C · Ctrl+X", "复制 · 剪切"},
    {"Ctrl+V", "粘贴；一片内容先预览"},
    {"Ctrl+D", "向下填充"},
    {"Delete", "清除"},
    {"", "检查与窗口"},
    {"F8 · Shift+F8", "下一个 · 上一个问题"},
    {"F6 · Shift+F6", "下一个 · 上一个区域"},
    {"Ctrl+加号 · Ctrl+减号", "放大 · 缩小"},
    {"Ctrl+0", "恢复原大小"},
    {"", "文件"},
    {"Ctrl+S", "存成文件"},
    {"Ctrl+O", "打开文件"},
    {"Ctrl+P", "打印"},
    {"Ctrl+Alt+N", "新建表单"},
});

std::string number(size_t value) {
    return std::to_string(value);
}

}  // namespace

std::string paste_summary(const PastePlan& plan) {
    const size_t refused = plan.refused.size() + plan.beyond;
    std::string text = plan.changes.empty() ? std::string("没有可改动的格")
                                            : "将改动 " + number(plan.changes.size()) + " 格";
    if (plan.same > 0) text += "；" + number(plan.same) + " 格与表中相同";
    if (refused > 0) text += "；" + number(refused) + " 格不能粘贴";
    return text + (plan.changes.empty() ? "。" : "。粘贴后可一次撤销。");
}

std::string_view paste_problem(PasteProblem problem) {
    switch (problem) {
        case PasteProblem::Printed:
            return "此处是表上印好的文字";
        case PasteProblem::Computed:
            return "此格自动计算";
        case PasteProblem::Unreadable:
            return "不是此格要求的格式";
        case PasteProblem::NoChoice:
            return "不在此格的选项中";
        case PasteProblem::TooLong:
            return "文字太长，一格最多 2 万字";
        case PasteProblem::Beyond:
            return "超出表格，没有对应的格";
        case PasteProblem::None:
            break;
    }
    return "";
}

std::string paste_place(const PasteItem& item) {
    return "第 " + number(item.row + 1) + " 行第 " + number(item.column + 1) + " 格";
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

std::span<const ShortcutText> shortcuts(bool right) {
    return right ? std::span<const ShortcutText>(kRight) : std::span<const ShortcutText>(kLeft);
}

}  // namespace shenbao::app::texts
