#include <iostream>

#include "cli/commands.h"
#include "cli/files.h"
#include "core/formats/json/json_tree.h"

namespace shenbao::cli {
namespace {

JsonTree json_of(const Advice& mistake) {
    JsonTree entry = JsonTree::object();
    const auto number = [](size_t value) { return JsonTree::number(std::to_string(value)); };
    entry.add("pointer", JsonTree::string(mistake.pointer));
    entry.add("line", number(mistake.line));
    entry.add("column", number(mistake.column));
    if (mistake.at > 0) {
        JsonTree expression = JsonTree::object();
        expression.add("text", JsonTree::string(mistake.expression));
        expression.add("column", number(mistake.at));
        expression.add("length", number(mistake.length));
        entry.add("expression", std::move(expression));
    }
    entry.add("message", JsonTree::string(mistake.message));
    entry.add("messageZh", JsonTree::string(mistake.message_zh));
    return entry;
}

}  // namespace

void print_mistakes(std::ostream& out, const std::vector<Advice>& mistakes) {
    for (const Advice& mistake : mistakes) {
        out << "第 " << mistake.line << " 行第 " << mistake.column << " 列（"
            << (mistake.pointer.empty() ? "/" : mistake.pointer);
        if (mistake.at > 0) out << "，表达式第 " << mistake.at << " 个字符";
        out << "）：\n";
        const std::string lines = with_carets(mistake);
        for (size_t at = 0; at < lines.size();) {
            const size_t end = lines.find('\n', at);
            out << "    " << lines.substr(at, end + 1 - at);
            at = end + 1;
        }
        out << "  " << mistake.message_zh << "\n  " << mistake.message << "\n";
    }
}

int form_check(const std::string& file, OutputFormat format) {
    const auto bytes = read_file(file);
    if (!bytes) return kUnreadable;
    const FormCheck check = check_form(*bytes);
    if (format == OutputFormat::Json) {
        JsonTree faults = JsonTree::array();
        for (const Advice& mistake : check.mistakes) faults.items.push_back(json_of(mistake));
        JsonTree report = JsonTree::object();
        report.add("faults", std::move(faults));
        std::cout << pretty_json(report);
    } else if (check.mistakes.empty()) {
        const FormDefinition& form = check.reviewer->definition();
        std::cout << form.title << "（" << form.version << "）：" << form.fields.size() << " 个填报项，"
                  << form.tables.size() << " 张表格，" << form.rules.size() << " 条规则，没有问题。\n";
    } else {
        print_mistakes(std::cout, check.mistakes);
        std::cout << "共 " << check.mistakes.size() << " 处问题。\n";
    }
    return check.mistakes.empty() ? kNothingWrong : kFindings;
}

}  // namespace shenbao::cli
