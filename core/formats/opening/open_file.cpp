#include "core/formats/opening/open_file.h"

#include "core/form/value.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/opening/foreign_file.h"
#include "core/formats/statements/text_form.h"

namespace shenbao {

ReadResult open_file(const Reviewer& reviewer, std::string_view bytes, CalendarDay today) {
    ReadResult as_json;
    as_json.message = foreign_file_message(bytes);
    if (!as_json.message.empty()) {
        as_json.status = ReadStatus::OtherKind;
        return as_json;
    }
    const std::string_view text = trim_blanks(bytes);
    if (!text.empty() && (text.front() == '{' || text.front() == '[')) {
        as_json = read_declaration(reviewer.definition(), bytes);
        if (as_json.ok()) settle_explanations(reviewer, as_json.declaration, today);
        if (as_json.status != ReadStatus::NotJson) return as_json;
    }
    ReadResult result = read_text_form(reviewer.definition(), bytes);
    // A text may begin with a bracket as well; what is neither was more likely meant as JSON.
    if (!result.ok() && !as_json.ok()) return as_json;
    if (result.ok())
        result.declaration = drop_agreeing_statements(reviewer, std::move(result.declaration), today);
    return result;
}

}  // namespace shenbao
