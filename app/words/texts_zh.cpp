#include "app/words/texts_zh.h"

#include <cstdio>

namespace shenbao::app::texts {

namespace {

template <typename... Parts>
std::string join(Parts&&... parts) {
    std::string whole;
    ((whole += std::forward<Parts>(parts)), ...);
    return whole;
}

std::string number(long long value) {
    return std::to_string(value);
}

}  // namespace

std::string labelled(std::string_view label, std::string_view text) {
    return join(label, "：", text);
}
std::string turned(std::string_view before, std::string_view after) {
    return join(before, " → ", after);
}

std::string_view level_name(Level level) {
    switch (level) {
        case Level::Error:
            return "错误";
        case Level::Explain:
            return "需说明";
        case Level::Hint:
            return "提示";
    }
    return "";
}

std::string_view direction_text(Direction direction) {
    switch (direction) {
        case Direction::Up:
            return kHigherIsBetter;
        case Direction::Down:
            return kLowerIsBetter;
        case Direction::Zero:
            return kTowardsZero;
        case Direction::None:
            break;
    }
    return "";
}

std::string filled(int filled, int required) {
    return join("已填 ", number(filled), "/", number(required));
}

std::string section_description(int errors, int explains, int due, int hints) {
    std::string text;
    const auto add = [&](std::string_view name, int count) {
        if (count == 0) return;
        if (!text.empty()) text += "，";
        text += join(name, " ", number(count));
    };
    add(level_name(Level::Error), errors);
    add(level_name(Level::Explain), explains);
    add(kDue, due);
    add(level_name(Level::Hint), hints);
    return text;
}

std::string draft_saved(int hour, int minute, int second) {
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d:%02d", hour % 100, minute % 100, second % 100);
    return join("草稿已保存 ", clock);
}

std::string unsaved_because(std::string_view reason) {
    return join(kUnsaved, "：", reason);
}
std::string declared_for(std::string_view title, int year) {
    return join(title, " ", number(year));
}
std::string counts(int errors, int explains, int due, int hints) {
    return join("错误 ", number(errors), " · 需说明 ", number(explains),
                due > 0 ? join(" · ", kDue, " ", number(due)) : std::string(), " · 提示 ", number(hints));
}
std::string print_as_draft(int errors, int explains) {
    return join("还有 ", errors > 0 ? join(number(errors), " 处错误") : join(number(explains), " 处待说明"),
                "，将印出“草稿”");
}
std::string counted(std::string_view name, int count) {
    return join(name, " ", number(count));
}
std::string all_alike(int count) {
    return join("处理同类 ", number(count), " 处");
}
std::string undo_step(std::string_view command, std::string_view step) {
    return step.empty() ? std::string(command) : join(command, "：", step);
}
std::string undone(std::string_view command, std::string_view step) {
    return join("已", command, "：", step);
}
std::string done(std::string_view step) {
    return join("已", step);
}
std::string range_chosen(size_t cells, std::string_view end) {
    return join("已选 ", number(static_cast<long long>(cells)), " 格，到 ", end);
}
std::string range_sum(size_t cells, size_t amounts, std::string_view sum) {
    std::string text = join("已选 ", number(static_cast<long long>(cells)), " 格");
    if (amounts > 0) text += join(" · 金额 ", number(static_cast<long long>(amounts)), " 个，合计 ", sum);
    return text;
}
std::string new_errors(std::string_view first, size_t count) {
    if (count < 2) return join("新的错误：", first);
    return join("新的错误 ", number(static_cast<long long>(count)), " 处：", first);
}
std::string change_of(std::string_view cell) {
    return join("修改 ", cell);
}
std::string normalized(std::string_view from, std::string_view to) {
    return join("已将 ", from, " 规范为 ", to);
}
std::string add_row_after(std::string_view row) {
    return join("在 ", row, " 后添加一行");
}
std::string added_row(std::string_view row) {
    return join("已添加 ", row);
}
std::string remove_row(std::string_view row) {
    return join("删除 ", row);
}
std::string move_row_up(std::string_view row) {
    return join("上移 ", row);
}
std::string move_row_down(std::string_view row) {
    return join("下移 ", row);
}
std::string cells_step(std::string_view step, size_t cells) {
    return join(step, " ", number(static_cast<long long>(cells)), " 格");
}
std::string opened_file(std::string_view name) {
    return join("已打开 ", name);
}
std::string opened_notes(size_t notes) {
    return join("有 ", number(static_cast<long long>(notes)), " 处需要核对：");
}
std::string could_not_open(std::string_view name) {
    return join("“", name, "”未能打开");
}
std::string line_number(int line) {
    return join("第 ", number(line), " 行：");
}
std::string zoom_percent(int percent) {
    return join(number(percent), "%");
}
std::string zoom_name(int percent) {
    return join("显示比例 ", number(percent), "%，", kZoomReset);
}
std::string explanation_of(std::string_view message) {
    return join(kExplanation, "：", message);
}

std::string file_name(std::string_view what, std::string_view whose, int year) {
    std::string name(what);
    if (!whose.empty()) name += join("_", whose);
    if (year > 0) name += join("_", number(year));
    // Characters that Windows does not allow in a file name, and line breaks.
    std::string safe;
    for (char c : name)
        safe += static_cast<unsigned char>(c) < 0x20 ||
                        std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos
                    ? '_'
                    : c;
    return safe + ".json";
}

std::string declaration_file_name(const FormDefinition& form, std::string_view unit, int year) {
    const bool due = unit.empty() && !form.identity.unit.empty();
    return file_name(form.title, due ? std::string_view("未填单位") : unit, year);
}

}  // namespace shenbao::app::texts
