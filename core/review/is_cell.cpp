#include "core/form/declaration.h"
#include "core/review/compiled_form.h"

namespace shenbao {
namespace {

bool fits(std::string_view outline, std::string_view text) {
    size_t any = outline.find('\1');
    if (any == std::string_view::npos) return outline == text;
    if (!text.starts_with(outline.substr(0, any))) return false;
    text.remove_prefix(any);
    outline.remove_prefix(any + 1);
    for (any = outline.find('\1'); any != std::string_view::npos; any = outline.find('\1')) {
        const size_t found = text.find(outline.substr(0, any));
        if (found == std::string_view::npos) return false;
        text.remove_prefix(found + any);
        outline.remove_prefix(any + 1);
    }
    return text.ends_with(outline);
}

}  // namespace

bool is_cell(const FormDefinition& definition, std::string_view outline) {
    if (outline.find_first_not_of('\1') == std::string_view::npos) return true;
    for (const auto& field : definition.fields)
        if (fits(outline, field.id)) return true;
    for (const auto& table : definition.tables)
        for (const auto& row : table.rows) {
            if (row.title_entered && fits(outline, cell_path(table.id, row.id, "title"))) return true;
            if (row.level2_entered && fits(outline, cell_path(table.id, row.id, "level2"))) return true;
            for (const auto& column : table.columns)
                if (fits(outline, cell_path(table.id, row.id, column.id))) return true;
        }
    return false;
}

}  // namespace shenbao
