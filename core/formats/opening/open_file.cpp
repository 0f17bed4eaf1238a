#include "core/formats/opening/open_file.h"

#include "core/form/value.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/statements/text_form.h"

namespace shenbao {

ReadResult open_file(const Reviewer& reviewer, std::string_view bytes, CalendarDay today) {
    const std::string_view text = trim_blanks(bytes);
    const bool json = !text.empty() && (text.front() == '{' || text.front() == '[');
    if (json) {
        ReadResult result = read_declaration(reviewer.definition(), bytes);
        if (result.ok()) settle_explanations(reviewer, result.declaration, today);
        return result;
    }
    // Word and Excel files, new (zip) and old (compound document).
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        ReadResult result;
        result.status = ReadStatus::NotUtf8;
        result.message = read_message(result.status, "文件开头，这是 Word、Excel 或压缩文件");
        return result;
    }
    ReadResult result = read_text_form(reviewer.definition(), bytes);
    if (result.ok())
        result.declaration = drop_agreeing_statements(reviewer, std::move(result.declaration), today);
    return result;
}

}  // namespace shenbao
