#include "core/drafts/draft_record.h"

#include "core/drafts/declaration_change.h"
#include "core/drafts/draft_names.h"
#include "core/formats/json/declaration_tree.h"
#include "core/formats/json/sha256.h"

namespace shenbao::drafts {
namespace {

constexpr std::string_view kWhole = "shenbao-draft", kChange = "shenbao-draft-change",
                           kFacts = "shenbao-draft-facts";
constexpr long long kFormatVersion = 1;
constexpr std::string_view kSealStart = ",\"sha256\":\"";
constexpr std::string_view kSealEnd = "\"}";
constexpr size_t kSealSize = kSealStart.size() + 64 + kSealEnd.size();

JsonTree number(long long value) {
    return JsonTree::number(std::to_string(value < 0 ? 0 : value));
}

Number number_of(const JsonTree& tree, std::string_view key) {
    const JsonTree* item = tree.find(key);
    return item != nullptr && item->is(JsonTree::Kind::Number) ? leading_number(item->text) : 0;
}

int count_of(const JsonTree& tree, std::string_view key) {
    return static_cast<int>(number_of(tree, key) % 1'000'000'000);
}

std::string text_of(const JsonTree& tree, std::string_view key) {
    const JsonTree* item = tree.find(key);
    return item != nullptr && item->is(JsonTree::Kind::String) ? item->text : std::string();
}

JsonTree facts_tree(const DraftFacts& facts) {
    JsonTree tree = JsonTree::object();
    tree.add("name", JsonTree::string(facts.name));
    tree.add("unit", JsonTree::string(facts.unit));
    tree.add("year", number(facts.year));
    tree.add("required", number(facts.required));
    tree.add("filled", number(facts.filled));
    tree.add("errors", number(facts.errors));
    tree.add("explains", number(facts.explains));
    tree.add("hints", number(facts.hints));
    if (!facts.step.empty()) tree.add("step", JsonTree::string(facts.step));
    if (facts.due > 0) tree.add("due", number(facts.due));
    return tree;
}

JsonTree envelope(std::string_view format, const RecordHead& head) {
    JsonTree tree = JsonTree::object();
    tree.add("format", JsonTree::string(format));
    tree.add("formatVersion", number(kFormatVersion));
    tree.add("sequence", number(static_cast<long long>(head.sequence)));
    tree.add("savedAt", number(head.saved_at));
    return tree;
}

// The envelope of a record, as far as both kinds have it in common. Damaged unless everything is there.
JsonTree read_envelope(std::string_view text, std::string_view format, DraftRecord& record) {
    if (!is_sealed(text)) return {};
    JsonTreeResult parsed = parse_json_tree(text);
    if (parsed.status != ReadStatus::Ok || text_of(parsed.tree, "format") != format) return {};
    record.head.sequence = number_of(parsed.tree, "sequence");
    record.head.saved_at = static_cast<long long>(number_of(parsed.tree, "savedAt"));
    if (const JsonTree* facts = parsed.tree.find("facts")) {
        record.head.facts = {text_of(*facts, "name"),      text_of(*facts, "unit"),
                             count_of(*facts, "year"),     count_of(*facts, "required"),
                             count_of(*facts, "filled"),   count_of(*facts, "errors"),
                             count_of(*facts, "explains"), count_of(*facts, "hints"),
                             count_of(*facts, "due"),      text_of(*facts, "step")};
    }
    if (number_of(parsed.tree, "formatVersion") > kFormatVersion) record.state = DraftRecord::State::Newer;
    return std::move(parsed.tree);
}

// A declaration of a later version, as far as this one understands it.
Declaration look_at_newer(const FormDefinition& definition, JsonTree tree) {
    for (size_t i = 0; i < tree.items.size(); ++i) {
        if (tree.keys[i] == "formatVersion") tree.items[i] = number(kDeclarationFormatVersion);
        if (tree.keys[i] != "form") continue;
        JsonTree& form = tree.items[i];
        for (size_t j = 0; j < form.items.size(); ++j)
            if (form.keys[j] == "version") form.items[j] = JsonTree::string(definition.version);
    }
    ReadResult read = declaration_from_tree(definition, tree);
    return read.ok() ? std::move(read.declaration) : blank_declaration(definition);
}

}  // namespace

// The checksum is over bytes, not over meaning: it must hold before anything is parsed.
bool is_sealed(std::string_view text) {
    if (text.size() <= kSealSize) return false;
    const std::string_view content = text.substr(0, text.size() - kSealSize);
    return text.substr(content.size()) ==
           std::string(kSealStart) + sha256_hex(content) + std::string(kSealEnd);
}

std::string sealed(std::string text) {
    text.pop_back();
    const std::string checksum = sha256_hex(text);
    return text.append(kSealStart).append(checksum).append(kSealEnd);
}

std::string write_draft_record(const FormDefinition& definition, std::string_view draft,
                               const Declaration& declaration, const RecordHead& head) {
    JsonTree form = JsonTree::object();
    form.add("id", JsonTree::string(definition.id));
    form.add("version", JsonTree::string(declaration.form_version));
    JsonTree tree = envelope(kWhole, head);
    tree.add("form", std::move(form));
    tree.add("draft", JsonTree::string(draft));
    tree.add("facts", facts_tree(head.facts));
    tree.add("declaration", declaration_tree(definition, declaration));
    return sealed(compact_json(tree));
}

DraftRecord read_draft_record(const FormDefinition& definition, std::string_view text) {
    DraftRecord record;
    JsonTree tree = read_envelope(text, kWhole, record);
    const JsonTree* declaration = tree.find("declaration");
    if (declaration == nullptr) return record;
    ReadResult read = declaration_from_tree(definition, *declaration);
    if (read.status == ReadStatus::NewerFormat) record.state = DraftRecord::State::Newer;
    if (record.state == DraftRecord::State::Newer) {
        record.declaration = look_at_newer(definition, *declaration);
    } else if (read.ok()) {
        record.state = DraftRecord::State::Good;
        record.declaration = std::move(read.declaration);
        record.notes = std::move(read.notes);
    }
    return record;
}

std::string write_change_record(const FormDefinition& definition, std::string_view draft,
                                const Declaration& base, const Declaration& declaration,
                                const RecordHead& head) {
    JsonTree tree = envelope(kChange, head);
    tree.add("draft", JsonTree::string(definition.id + "/" + std::string(draft)));
    tree.add("facts", facts_tree(head.facts));
    tree.add("change", change_tree(base, declaration));
    return sealed(compact_json(tree));
}

DraftRecord read_change_record(const FormDefinition&, const Declaration& base, std::string_view text) {
    DraftRecord record;
    const JsonTree tree = read_envelope(text, kChange, record);
    const JsonTree* change = tree.find("change");
    if (change == nullptr || record.state == DraftRecord::State::Newer) return record;
    record.declaration = base;
    if (apply_change(record.declaration, *change)) record.state = DraftRecord::State::Good;
    return record;
}

bool read_head(std::string_view text, RecordHead& head) {
    for (const std::string_view format : {kWhole, kChange}) {
        DraftRecord record;
        if (read_envelope(text, format, record).find("facts") == nullptr) continue;
        head = std::move(record.head);
        return true;
    }
    return false;
}

std::string write_facts(const RecordHead& head, std::string_view place) {
    JsonTree tree = envelope(kFacts, head);
    tree.add("place", JsonTree::string(place));
    tree.add("facts", facts_tree(head.facts));
    return sealed(compact_json(tree));
}

bool read_facts(std::string_view text, std::string_view place, RecordHead& head) {
    DraftRecord record;
    const JsonTree tree = read_envelope(text, kFacts, record);
    if (tree.find("facts") == nullptr || text_of(tree, "place") != place) return false;
    head = record.head;
    return true;
}

}  // namespace shenbao::drafts
