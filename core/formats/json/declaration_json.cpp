#include "core/formats/json/declaration_json.h"

#include "core/formats/json/declaration_tree.h"
#include "core/formats/json/sha256.h"

namespace shenbao {
namespace {

// Puts the tree's sha256 in: the checksum of everything else.
std::string seal(JsonTree& tree) {
    JsonTree content = JsonTree::object();
    size_t place = tree.items.size();
    for (size_t i = 0; i < tree.items.size(); ++i) {
        if (tree.keys[i] == kChecksumKey)
            place = i;
        else
            content.add(tree.keys[i], tree.items[i]);
    }
    std::string checksum = sha256_hex(canonical_json(content));
    if (place < tree.items.size()) tree.items[place] = JsonTree::string(checksum);
    return checksum;
}

}  // namespace

std::string write_declaration(const FormDefinition& definition, const Declaration& declaration) {
    JsonTree tree = declaration_tree(definition, declaration);
    seal(tree);
    return pretty_json(tree);
}

std::string declaration_checksum(const FormDefinition& definition, const Declaration& declaration) {
    JsonTree tree = declaration_tree(definition, declaration);
    return seal(tree);
}

ReadResult read_declaration(const FormDefinition& definition, std::string_view bytes) {
    ReadResult result;
    JsonTreeResult parsed = parse_json_tree(bytes);
    if (parsed.status != ReadStatus::Ok) {
        result.status = parsed.status;
        result.message = read_message(parsed.status, parsed.where);
        return result;
    }
    result = declaration_from_tree(definition, parsed.tree);
    if (!result.ok()) return result;
    const JsonTree* written = parsed.tree.find(kChecksumKey);
    const std::string stated = written != nullptr && written->is(JsonTree::Kind::String) ? written->text : "";
    if (stated != seal(parsed.tree)) {
        result.notes.push_back(
            {NoteKind::Doubtful, 0, "/sha256",
             "文件的校验码与内容不一致：保存之后被改动过，或复制时损坏。内容已全部读入，请逐项核对。",
             stated});
    }
    return result;
}

}  // namespace shenbao
