#include "app/document/preview.h"

#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/form/peers.h"

namespace shenbao::app {

std::vector<PreviewLine> preview_lines(const Document& document, const std::vector<Edit>& edits) {
    std::vector<PreviewLine> lines;
    CellNames names(document.definition(), document.declaration());
    const auto row = [&](const std::string& table, std::string_view named_in, const DeclaredRow& one) {
        return document.definition().table(table)->title + " " + names.row(named_in, one.id);
    };
    for (const Edit& edit : edits) {
        if (const auto* value = std::get_if<SetValue>(&edit))
            lines.push_back({names.of(value->path), document.text(value->path), value->text});
        const auto* set = std::get_if<SetRows>(&edit);
        const TableDefinition* peer = set ? peer_of(document.definition(), set->table) : nullptr;
        if (peer == nullptr) continue;
        const DeclaredRows& now = document.declaration().rows.at(set->table);
        for (const DeclaredRow& one : set->rows)
            if (!now.find(one.id))
                lines.push_back({row(set->table, peer->id, one), std::string(texts::kNoRow),
                                 std::string(texts::kRowComes)});
        for (const DeclaredRow& one : now)
            if (!set->rows.find(one.id))
                lines.push_back({row(set->table, set->table, one), std::string(texts::kBlankRow),
                                 std::string(texts::kRowGoes)});
    }
    return lines;
}

}  // namespace shenbao::app
