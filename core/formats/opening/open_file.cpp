#include "core/formats/opening/open_file.h"

#include "core/form/value.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/statements/text_form.h"

namespace shenbao {

ReadResult open_file(const Reviewer& reviewer, std::string_view bytes, CalendarDay today) {
    const std::string_view text = trim_blanks(bytes);
    ReadResult as_json;
    if (!text.empty() && (text.front() == '{' || text.front() == '[')) {
        as_json = read_declaration(reviewer.definition(), bytes);
        if (as_json.ok()) settle_explanations(reviewer, as_json.declaration, today);
        if (as_json.status != ReadStatus::NotJson) return as_json;
    }
    // Word and Excel files, new (zip) and old (compound document).
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        ReadResult result;
        result.status = ReadStatus::NotUtf8;
        result.message = read_message(result.status, "文件开头，这是 Word、Excel 或压缩文件");
        return result;
    }
    ReadResult result = read_text_form(reviewer.definition(), bytes);
    // A text may begin with a bracket as well; what is neither was more likely meant as JSON.
    if (!result.ok() && !as_json.ok()) return as_json;
    if (result.ok())
        result.declaration = drop_agreeing_statements(reviewer, std::move(result.declaration), today);
    return result;
}

}  // namespace shenbao
