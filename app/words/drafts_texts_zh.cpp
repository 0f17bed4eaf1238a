#include "app/words/drafts_texts_zh.h"

#include <cstdio>

#include "app/words/texts_zh.h"

namespace shenbao::app::texts {

namespace {

constexpr long long kMinute = 60'000, kDay = 24 * 60 * kMinute;

std::string number(long long value) {
    return std::to_string(value);
}

struct Date {
    long long year = 1970;
    int month = 1, day = 1;
};

// From days since 1970-01-01, by whole years and months: drafts are of this century.
Date date_of(long long days) {
    const auto leap = [](long long year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; };
    Date date;
    for (; days >= (leap(date.year) ? 366 : 365); ++date.year) days -= leap(date.year) ? 366 : 365;
    constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (;; ++date.month) {
        const int length = kLengths[date.month - 1] + (date.month == 2 && leap(date.year) ? 1 : 0);
        if (days < length) break;
        days -= length;
    }
    date.day = static_cast<int>(days) + 1;
    return date;
}

}  // namespace

std::string backup_age(long long backup, long long saved, long long midnight) {
    if (backup == 0) return "尚无文件备份";
    const std::string age = backup >= midnight
                                ? std::string("今天存过文件")
                                : "文件备份 " + number((midnight - backup - 1) / kDay + 1) + " 天前";
    return saved > backup ? age + "，之后有改动" : age;
}

std::string unsaved_rest(std::string_view name) {
    return std::string(name) + "（另一窗口接管时未存入的内容）";
}

std::string version_done(const drafts::DraftFacts& facts) {
    const std::string count = filled(facts.filled, facts.required);
    return facts.step.empty() ? count : facts.step + " · " + count;
}

std::string draft_findings(const drafts::DraftFacts& facts) {
    return "错误 " + number(facts.errors) + " · 需说明 " + number(facts.explains) +
           (facts.due > 0 ? " · 待填 " + number(facts.due) : std::string());
}

std::string exact_moment(long long time, long long now, long long offset) {
    const std::string text = moment(time, now, offset);
    char seconds[8];
    std::snprintf(seconds, sizeof seconds, ":%02d", static_cast<int>((time + offset) / 1000 % 60));
    return text.find(':') == std::string::npos ? text : text + seconds;
}

std::string moment(long long time, long long now, long long offset) {
    if (time <= 0) return {};
    const long long local = time + offset, today = (now + offset) / kDay, day = local / kDay;
    const long long minutes = local % kDay / kMinute;
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    if (day == today) return std::string("今天") + clock;
    if (day == today - 1) return std::string("昨天") + clock;
    const Date date = date_of(day);
    const std::string text = number(date.month) + "月" + number(date.day) + "日";
    return date.year == date_of(today).year ? text + clock : number(date.year) + "年" + text;
}

std::string bytes(size_t bytes) {
    if (bytes < 1024 * 1024) return number(static_cast<long long>((bytes + 1023) / 1024)) + " KB";
    const auto tenths = static_cast<long long>(bytes * 10 / (1024 * 1024));
    return number(tenths / 10) + "." + number(tenths % 10) + " MB";
}

std::string stored(size_t size) {
    return "已用 " + bytes(size) + "，浏览器一般可存 5 MB";
}

std::string draft_name(const drafts::DraftFacts& facts) {
    if (!facts.name.empty()) return facts.name;
    return facts.unit.empty() ? "未填单位的草稿" : facts.unit;
}

std::string window_title(const drafts::DraftFacts& facts, std::string_view form) {
    std::string title(form);
    if (facts.name.empty() && facts.unit.empty()) return title;
    const std::string year = facts.year > 0 ? ' ' + number(facts.year) : std::string();
    return draft_name(facts) + (facts.name.empty() ? year : std::string()) + " - " + title;
}

std::string draft_origin(const drafts::DraftFacts& facts) {
    const std::string year = facts.year > 0 ? number(facts.year) + " 年" : std::string();
    if (facts.name.empty() && !facts.unit.empty()) return year;
    const std::string unit = facts.unit.empty() ? "未填单位" : facts.unit;
    return year.empty() ? unit : unit + " · " + year;
}

std::string former_kept(std::string_view name) {
    return "原来的“" + std::string(name) + "”没有改变，仍在“草稿”中。";
}
std::string met_draft(std::string_view name) {
    return "已有同一单位、同一年度的草稿“" + std::string(name) + "”。";
}
std::string copy_of(std::string_view name) {
    return std::string(name) + " 副本";
}
std::string of_draft(std::string_view command, std::string_view name) {
    return std::string(command) + " " + std::string(name);
}
std::string deleted(std::string_view name) {
    return "“" + std::string(name) + "”已放入回收站";
}
std::string exported(std::string_view file) {
    return labelled(kSavedFile, file) + "。" + std::string(kWhereSaved);
}
std::string renamed(std::string_view name) {
    return "已改名为“" + std::string(name) + "”";
}
std::string differences(size_t count) {
    return "有 " + number(static_cast<long long>(count)) + " 处差异";
}
std::string compared(std::string_view one, std::string_view other) {
    return std::string(one) + " → " + std::string(other);
}
std::string restored_version(std::string_view moment) {
    return "恢复 " + std::string(moment) + " 的版本";
}
std::string counted(std::string_view what, size_t count) {
    return std::string(what) + " " + number(static_cast<long long>(count));
}

std::string_view meeting(drafts::ArchivedDraft::Meeting meeting) {
    switch (meeting) {
        case drafts::ArchivedDraft::Meeting::New:
            return "新的";
        case drafts::ArchivedDraft::Meeting::Identical:
            return "与本机相同";
        case drafts::ArchivedDraft::Meeting::Differs:
            return "与本机不同";
    }
    return "";
}

std::string damaged_drafts(size_t count) {
    return "有 " + number(static_cast<long long>(count)) + " 份草稿已损坏，没有可以读入的内容";
}

std::string damaged_records(size_t count) {
    return "有 " + number(static_cast<long long>(count)) + " 条记录已损坏，没有读入";
}

}  // namespace shenbao::app::texts
