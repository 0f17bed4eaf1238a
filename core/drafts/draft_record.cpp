#include "core/drafts/draft_record.h"

#include "core/formats/declaration_tree.h"
#include "core/formats/sha256.h"

namespace shenbao::drafts {
namespace {

constexpr std::string_view kFormat = "shenbao-draft";
constexpr long long kFormatVersion = 1;
constexpr std::string_view kSealStart = ",\"sha256\":\"";
constexpr std::string_view kSealEnd = "\"}";
constexpr size_t kSealSize = kSealStart.size() + 64 + kSealEnd.size();
constexpr std::string_view kSequenceKey = "\"sequence\":";

// Digits at the start of the text, as far as they fit; other text gives 0.
unsigned long long leading_number(std::string_view text) {
    unsigned long long number = 0;
    for (size_t i = 0; i < text.size() && i < 18 && text[i] >= '0' && text[i] <= '9'; ++i)
        number = number * 10 + static_cast<unsigned long long>(text[i] - '0');
    return number;
}

unsigned long long number_of(const JsonTree* tree) {
    return tree != nullptr && tree->is(JsonTree::Kind::Number) ? leading_number(tree->text) : 0;
}

// The checksum is over bytes, not over meaning: it must hold before anything is parsed.
bool sealed(std::string_view text) {
    if (text.size() <= kSealSize) return false;
    const std::string_view content = text.substr(0, text.size() - kSealSize);
    return text.substr(content.size()) ==
           std::string(kSealStart) + sha256_hex(content) + std::string(kSealEnd);
}

}  // namespace

std::string write_draft_record(const FormDefinition& definition, std::string_view draft,
                               const Declaration& declaration, unsigned long long sequence,
                               long long saved_at) {
    JsonTree form = JsonTree::object();
    form.add("id", JsonTree::string(definition.id));
    form.add("version", JsonTree::string(declaration.form_version));
    JsonTree envelope = JsonTree::object();
    envelope.add("format", JsonTree::string(kFormat));
    envelope.add("formatVersion", JsonTree::number(std::to_string(kFormatVersion)));
    envelope.add("sequence", JsonTree::number(std::to_string(sequence)));
    envelope.add("savedAt", JsonTree::number(std::to_string(saved_at < 0 ? 0 : saved_at)));
    envelope.add("form", std::move(form));
    envelope.add("draft", JsonTree::string(draft));
    envelope.add("declaration", declaration_tree(definition, declaration));
    std::string text = compact_json(envelope);
    text.pop_back();
    const std::string checksum = sha256_hex(text);
    return text.append(kSealStart).append(checksum).append(kSealEnd);
}

DraftRecord read_draft_record(const FormDefinition& definition, std::string_view text) {
    DraftRecord record;
    // A torn record mostly still has its beginning: its number tells whether it was the newest.
    if (const size_t at = text.substr(0, 200).find(kSequenceKey); at != std::string_view::npos)
        record.sequence = leading_number(text.substr(at + kSequenceKey.size()));
    if (!sealed(text)) return record;
    const JsonTreeResult parsed = parse_json_tree(text);
    if (parsed.status != ReadStatus::Ok) return record;
    const JsonTree* format = parsed.tree.find("format");
    if (format == nullptr || format->text != kFormat) return record;
    record.sequence = number_of(parsed.tree.find("sequence"));
    record.saved_at = static_cast<long long>(number_of(parsed.tree.find("savedAt")));
    if (number_of(parsed.tree.find("formatVersion")) > kFormatVersion) {
        record.state = DraftRecord::State::Newer;
        return record;
    }
    const JsonTree* declaration = parsed.tree.find("declaration");
    if (declaration == nullptr) return record;
    ReadResult read = declaration_from_tree(definition, *declaration);
    if (read.status == ReadStatus::NewerFormat) record.state = DraftRecord::State::Newer;
    if (!read.ok()) return record;
    record.state = DraftRecord::State::Good;
    record.declaration = std::move(read.declaration);
    record.notes = std::move(read.notes);
    return record;
}

}  // namespace shenbao::drafts
