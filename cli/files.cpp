#include "cli/files.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "assets/forms.h"
#include "core/form/value.h"

namespace shenbao::cli {

std::optional<std::string> read_file(const std::string& name) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(name, error)) {
        std::cerr << name << "：找不到这个文件，或它不是普通文件。\n";
        return std::nullopt;
    }
    // One byte more than is allowed tells that the file is too large without holding all of it.
    std::ifstream in(name, std::ios::binary);
    std::string bytes(kMaximumFileBytes + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad() || !in.is_open()) {
        std::cerr << name << "：无法读取，请检查权限。\n";
        return std::nullopt;
    }
    bytes.resize(static_cast<size_t>(in.gcount()));
    return bytes;
}

bool write_file(const std::string& name, std::string_view bytes) {
    const std::string beside = name + ".partial";
    std::error_code error;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) error = std::make_error_code(std::errc::io_error);
    }
    if (!error) std::filesystem::rename(beside, name, error);
    if (!error) return true;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    std::cerr << name << "：无法写入，请检查文件夹是否存在、是否有权限和空间。\n";
    return false;
}

std::optional<CalendarDay> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return read_value(ValueType::Date, text).day;
}

CalendarDay local_today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::shared_ptr<const Reviewer> load(const std::string& form_file) {
    std::string json(embedded_form());
    if (!form_file.empty()) {
        const std::optional<std::string> bytes = read_file(form_file);
        if (!bytes) return nullptr;
        json = *bytes;
    }
    FormCheck check = check_form(json);
    print_mistakes(std::cerr, check.mistakes);
    return check.reviewer;
}

std::string note_line(const ReadNote& note) {
    std::string line;
    if (note.line > 0)
        line += "第 " + std::to_string(note.line) + " 行：";
    else if (!note.where.empty())
        line += note.where + "：";
    line += note.message;
    if (!note.text.empty()) line += "〔" + note.text + "〕";
    for (char& byte : line)
        if (byte == '\n') byte = ' ';
    return line;
}

void print_notes(const ReadResult& result) {
    for (const ReadNote& note : result.notes) std::cerr << note_line(note) << "\n";
}

}  // namespace shenbao::cli
