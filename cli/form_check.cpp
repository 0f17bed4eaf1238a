#include <iostream>

#include "cli/commands.h"
#include "cli/files.h"
#include "core/formats/json/json_tree.h"

namespace shenbao::cli {

int form_check(const std::string& file, OutputFormat format) {
    const auto bytes = read_file(file);
    if (!bytes) return kUnreadable;
    const Reviewer::Result result = load_form(*bytes);
    if (format == OutputFormat::Json) {
        JsonTree faults = JsonTree::array();
        for (const DefinitionFault& fault : result.faults) {
            JsonTree entry = JsonTree::object();
            entry.add("pointer", JsonTree::string(fault.pointer));
            entry.add("message", JsonTree::string(fault.message));
            entry.add("messageZh", JsonTree::string(fault.message_zh));
            faults.items.push_back(std::move(entry));
        }
        JsonTree report = JsonTree::object();
        report.add("faults", std::move(faults));
        std::cout << pretty_json(report);
    } else {
        for (const DefinitionFault& fault : result.faults)
            std::cout << (fault.pointer.empty() ? "/" : fault.pointer) << "：" << fault.message_zh << " ("
                      << fault.message << ")\n";
        if (result.faults.empty()) {
            const FormDefinition& form = result.reviewer->definition();
            std::cout << form.title << "（" << form.version << "）：" << form.fields.size() << " 个填报项，"
                      << form.tables.size() << " 张表格，" << form.rules.size() << " 条规则，没有问题。\n";
        } else {
            std::cout << "共 " << result.faults.size() << " 处问题。\n";
        }
    }
    return result.faults.empty() ? kNothingWrong : kFindings;
}

}  // namespace shenbao::cli
