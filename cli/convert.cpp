#include <filesystem>
#include <iostream>

#include "cli/commands.h"
#include "cli/encoding.h"
#include "cli/files.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/opening/open_file.h"
#include "core/formats/print/html_text.h"
#include "core/formats/print/print_html.h"
#include "core/formats/statements/text_form.h"

namespace shenbao::cli {

int convert(const ConvertOptions& options) {
    const std::string extension = std::filesystem::path(options.out).extension().string();
    if (extension != ".json" && extension != ".txt" && extension != ".html") {
        std::cerr << options.out << "：不知道要写成什么格式；文件名须以 .json、.txt 或 .html 结尾。\n";
        return kUnreadable;
    }
    const auto reviewer = load(options.form_file);
    const auto bytes = reviewer ? read_file(options.in) : std::nullopt;
    if (!bytes) return kUnreadable;
    const ReadResult read = open_file(*reviewer, in_utf8(*bytes), options.today);
    if (!read.ok()) {
        std::cerr << options.in << "：" << read.message << "\n";
        return kUnreadable;
    }
    print_notes(read);
    const FormDefinition& definition = reviewer->definition();
    std::string written;
    if (extension == ".json") {
        written = write_declaration(definition, read.declaration);
    } else {
        const FormState state = reviewer->evaluate(read.declaration, options.today);
        const Sheet sheet = build_sheet(definition, read.declaration, state);
        if (extension == ".html")
            written = "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" +
                      html_text(definition.title) + "</title></head><body>\n" +
                      print_page(definition, sheet, read.declaration, state) + "</body></html>\n";
        else
            written = write_text_form(sheet);
        if (extension == ".txt" && !read.declaration.explanations.empty())
            std::cerr << "注意：文本表上没有书面说明的位置，" << read.declaration.explanations.size()
                      << " 条说明没有写入。\n";
    }
    return write_file(options.out, written) ? kNothingWrong : kUnreadable;
}

}  // namespace shenbao::cli
