// Law: the paper of what read_text_form accepts is read back as the same values with nothing left over, and
// is written as the same text. Rows that are numbered through the paper (核心业务产出2) may change their ids:
// which of them a further one followed, it does not say. (The sheet is built without a review: computed cells
// show what the text stated.)
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "assets/forms.h"
#include "core/formats/statements/text_form.h"

namespace {

std::multiset<std::string> values_of(const shenbao::Declaration& declaration) {
    std::multiset<std::string> values;
    for (const auto& [path, value] : declaration.values) values.insert(value);
    return values;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace shenbao;
    static const FormDefinition form = *read_definition(embedded_form()).definition;
    const ReadResult first = read_text_form(form, {reinterpret_cast<const char*>(data), size});
    if (!first.ok()) {
        if (first.message.empty() || !(first.declaration == Declaration())) std::abort();
        return 0;
    }
    const auto paper = [&](Declaration declaration) {
        FormState state;
        state.labels = {{"{before_last_year}年", std::string(declaration.text("before_last_year")) + "年"},
                        {"{last_year}年", std::string(declaration.text("last_year")) + "年"},
                        {"长期目标：\n（截止{substring(string(end_year), 3)}年）",
                         "长期目标：\n（截止" + std::string(declaration.text("end_year")) + "年）"}};
        return write_text_form(build_sheet(form, declaration, state));
    };
    const std::string written = paper(first.declaration);
    const ReadResult second = read_text_form(form, written);
    if (!second.ok() || values_of(second.declaration) != values_of(first.declaration)) std::abort();
    if (paper(second.declaration) != written) std::abort();
    return 0;
}
