#include <CLI/CLI.hpp>
#include <iostream>

#include "assets/forms.h"
#include "cli/commands.h"
#include "cli/files.h"

namespace {

using namespace shenbao::cli;

// --format and --today, the same for every command that has them.
struct Shared {
    std::string format = "text", today;

    void add_format(CLI::App& command) {
        command.add_option("--format", format, "输出格式：text 或 json")
            ->check(CLI::IsMember({"text", "json"}));
    }
    void add_today(CLI::App& command) {
        const auto is_day = [](const std::string& text) {
            return parse_day(text) ? std::string() : "日期须写成 2025-12-31 的样子";
        };
        command.add_option("--today", today, "按这一天检查（表上没有写日期时），缺省为今天")
            ->check(CLI::Validator(is_day, "YYYY-MM-DD"));
    }
    OutputFormat output() const { return format == "json" ? OutputFormat::Json : OutputFormat::Text; }
    shenbao::CalendarDay day() const { return today.empty() ? local_today() : *parse_day(today); }
};

int run(int argc, char** argv) {
    CLI::App app("申报：检查和转换" + std::string(shenbao::embedded_form_title()), "shenbao");
    app.require_subcommand(1);
    Shared shared;
    CheckOptions check_options;
    ConvertOptions convert_options;
    std::string form_file, definition_file;

    CLI::App* check_command = app.add_subcommand("check", "检查一份申报表（.json，或另存为文本的表）");
    check_command->add_option("file", check_options.file, "申报表文件")->required();
    check_command->add_option("--form", form_file, "用这份表式定义，缺省为程序自带的官方表");
    shared.add_format(*check_command);
    shared.add_today(*check_command);

    CLI::App* convert_command =
        app.add_subcommand("convert", "转换格式，由扩展名决定：.json、.txt，或供打印的 .html");
    convert_command->add_option("in", convert_options.in, "原文件")->required();
    convert_command->add_option("out", convert_options.out, "要写的文件")->required();
    convert_command->add_option("--form", form_file, "用这份表式定义，缺省为程序自带的官方表");
    shared.add_today(*convert_command);

    CLI::App* form_command = app.add_subcommand("form", "表式定义");
    form_command->require_subcommand(1);
    CLI::App* form_check_command = form_command->add_subcommand("check", "检查一份表式定义（*.form.json）");
    form_check_command->add_option("file", definition_file, "表式定义文件")->required();
    shared.add_format(*form_check_command);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // CLI11 has numbers of its own for every mistake; a shell only needs to know that nothing was done.
        return app.exit(error) == 0 ? kNothingWrong : kUnreadable;
    }
    if (check_command->parsed()) {
        check_options.form_file = form_file;
        check_options.format = shared.output();
        check_options.today = shared.day();
        return check(check_options);
    }
    if (convert_command->parsed()) {
        convert_options.form_file = form_file;
        convert_options.today = shared.day();
        return convert(convert_options);
    }
    return form_check(definition_file, shared.output());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "shenbao：" << error.what() << "\n";
        return kUnreadable;
    }
}
