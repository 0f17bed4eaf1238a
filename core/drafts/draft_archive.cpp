#include "core/drafts/draft_archive.h"

#include <algorithm>
#include <map>

#include "core/formats/json/json_tree.h"

namespace shenbao::drafts {
namespace {

constexpr std::string_view kFormat = "shenbao-drafts";
constexpr Number kFormatVersion = 1;

// A store of the records of one archived draft, so that a session can read them where they are.
class RecordsStore : public KeyValueStore {
  public:
    RecordsStore(std::string prefix, const ArchivedDraft& draft) {
        for (const auto& [name, text] : draft.records) m_texts[prefix + name] = text;
    }
    StoreStatus read(std::string_view key, std::string& value) override {
        const auto found = m_texts.find(key);
        if (found == m_texts.end()) return StoreStatus::Missing;
        value = found->second;
        return StoreStatus::Ok;
    }
    StoreStatus write(std::string_view key, std::string_view value) override {
        m_texts[std::string(key)] = value;
        return StoreStatus::Ok;
    }
    StoreStatus erase(std::string_view key) override {
        if (const auto found = m_texts.find(key); found != m_texts.end()) m_texts.erase(found);
        return StoreStatus::Ok;
    }
    StoreStatus list(std::string_view prefix, std::vector<std::string>& keys) override {
        for (const auto& [key, text] : m_texts)
            if (key.starts_with(prefix)) keys.push_back(key);
        return StoreStatus::Ok;
    }

  private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

std::string text_of(const JsonTree& tree, std::string_view key) {
    const JsonTree* item = tree.find(key);
    return item != nullptr && item->is(JsonTree::Kind::String) ? item->text : std::string();
}

Number number_of(const JsonTree& tree, std::string_view key) {
    const JsonTree* item = tree.find(key);
    return item != nullptr && item->is(JsonTree::Kind::Number) ? leading_number(item->text) : 0;
}

Archive refused(ReadStatus status, std::string_view where) {
    return {status, read_message(status, where), false, 0, {}};
}

// A name inside an archive comes from outside: it must not reach any other draft.
bool is_draft_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && id.find('/') == std::string_view::npos;
}

enum class Reading { Good, Unreadable, NoDraft };

Reading read_one(KeyValueStore& store, const FormDefinition& definition, const JsonTree& tree,
                 ArchivedDraft& draft) {
    draft.id = text_of(tree, "id");
    if (tree.find("deletedAt") != nullptr)
        draft.deleted_at = std::max(1LL, static_cast<long long>(number_of(tree, "deletedAt")));
    const JsonTree* records = tree.find("records");
    if (!is_draft_id(draft.id) || records == nullptr || !records->is(JsonTree::Kind::Object))
        return Reading::NoDraft;
    for (size_t i = 0; i < records->items.size(); ++i) {
        StoredRecord name;
        const std::string& text = records->items[i].text;
        const bool good = parse_record_name(records->keys[i], name) && is_sealed(text);
        if (good)
            draft.records.emplace_back(records->keys[i], text);
        else
            ++draft.damaged;
    }
    RecordsStore own(form_prefix(definition.id) + draft.id + "/", draft);
    DraftSession session(own, definition, draft.id, "archive");
    OpenedDraft opened = session.open();
    if (opened.status != DraftStatus::Ok && opened.status != DraftStatus::Newer)
        return draft.damaged > 0 ? Reading::Unreadable : Reading::NoDraft;
    draft.facts = std::move(opened.head.facts);
    draft.saved_at = opened.head.saved_at;
    draft.declaration = std::move(opened.declaration);
    draft.versions = session.versions().size();
    const OpenedDraft here = DraftSession(store, definition, draft.id, "archive").open();
    if (here.status == DraftStatus::None)
        draft.meeting = ArchivedDraft::Meeting::New;
    else if (here.status == DraftStatus::Ok && here.declaration == draft.declaration)
        draft.meeting = ArchivedDraft::Meeting::Identical;
    else
        draft.meeting = ArchivedDraft::Meeting::Differs;
    return Reading::Good;
}

}  // namespace

std::string export_drafts(KeyValueStore& store, const FormDefinition& definition,
                          const std::vector<std::string>& ids, long long now) {
    const std::string prefix = form_prefix(definition.id);
    DraftLibrary library(store, definition, "archive");
    const DraftList list = library.list();
    if (list.status != DraftStatus::Ok) return {};
    JsonTree drafts = JsonTree::array();
    for (const DraftSummary& summary : list.drafts) {
        if (!ids.empty() && std::find(ids.begin(), ids.end(), summary.id) == ids.end()) continue;
        // Opening gives records of the first layout their names.
        library.session(summary.id).open();
        JsonTree records = JsonTree::object();
        std::vector<std::string> keys;
        const std::string own = prefix + summary.id + "/";
        if (store.list(own, keys) != StoreStatus::Ok) return {};
        for (const std::string& key : keys) {
            StoredRecord record;
            std::string text;
            if (!parse_record_name(std::string_view(key).substr(own.size()), record)) continue;
            if (store.read(key, text) == StoreStatus::Ok)
                records.add(std::string_view(key).substr(own.size()), JsonTree::string(text));
        }
        JsonTree draft = JsonTree::object();
        draft.add("id", JsonTree::string(summary.id));
        if (summary.deleted_at != 0)
            draft.add("deletedAt", JsonTree::number(std::to_string(summary.deleted_at)));
        draft.add("records", std::move(records));
        drafts.items.push_back(std::move(draft));
    }
    JsonTree form = JsonTree::object();
    form.add("id", JsonTree::string(definition.id));
    form.add("version", JsonTree::string(definition.version));
    JsonTree tree = JsonTree::object();
    tree.add("format", JsonTree::string(kFormat));
    tree.add("formatVersion", JsonTree::number(std::to_string(kFormatVersion)));
    tree.add("form", std::move(form));
    tree.add("savedAt", JsonTree::number(std::to_string(std::max(0LL, now))));
    tree.add("drafts", std::move(drafts));
    return sealed(compact_json(tree)) + "\n";
}

bool is_archive(std::string_view bytes) {
    return bytes.substr(0, 400).find("\"shenbao-drafts\"") != std::string_view::npos;
}

Archive read_archive(KeyValueStore& store, const FormDefinition& definition, std::string_view bytes) {
    const JsonTreeResult parsed = parse_json_tree(bytes);
    if (parsed.status != ReadStatus::Ok) return refused(parsed.status, parsed.where);
    if (text_of(parsed.tree, "format") != kFormat) return refused(ReadStatus::NotADeclaration, "");
    if (number_of(parsed.tree, "formatVersion") > kFormatVersion)
        return refused(ReadStatus::NewerFormat, "/formatVersion");
    const JsonTree* form = parsed.tree.find("form");
    if (form == nullptr || text_of(*form, "id") != definition.id)
        return refused(ReadStatus::OtherForm, "/form/id");
    const JsonTree* drafts = parsed.tree.find("drafts");
    if (drafts == nullptr || !drafts->is(JsonTree::Kind::Array))
        return refused(ReadStatus::WrongTypes, "/drafts");
    Archive archive;
    archive.altered = !is_sealed(bytes.substr(0, bytes.find_last_not_of(" \t\r\n") + 1));
    for (size_t i = 0; i < drafts->items.size(); ++i) {
        ArchivedDraft draft;
        switch (read_one(store, definition, drafts->items[i], draft)) {
            case Reading::Good:
                archive.drafts.push_back(std::move(draft));
                break;
            case Reading::Unreadable:
                ++archive.unreadable;
                break;
            case Reading::NoDraft:
                return refused(ReadStatus::WrongTypes, "/drafts/" + std::to_string(i));
        }
    }
    return archive;
}

DraftStatus import_draft(KeyValueStore& store, const FormDefinition& definition, std::string_view owner,
                         const ArchivedDraft& draft, ImportChoice choice, long long now,
                         std::string& imported) {
    DraftLibrary library(store, definition, owner);
    imported = draft.id;
    if (choice == ImportChoice::KeepBoth && draft.meeting != ArchivedDraft::Meeting::New)
        imported = library.fresh_id(now);
    DraftSession target = library.session(imported);
    const OpenedDraft here = target.open();
    // First, so that an import that is cut off leaves no live draft behind.
    if (draft.deleted_at != 0 && here.status == DraftStatus::None) {
        const DraftStatus binned = library.put_into_bin(imported, draft.deleted_at);
        if (binned != DraftStatus::Ok) return binned;
    }
    if (choice == ImportChoice::Replace && target.lease().state == LeaseState::Elsewhere)
        return DraftStatus::Elsewhere;
    for (const auto& [name, text] : draft.records) {
        std::string key = target.prefix(), copy;
        key += name;
        // The same name is the same record: names are made once.
        if (store.read(key, copy) == StoreStatus::Ok) continue;
        if (const DraftStatus written = write_verified(store, key, text); written != DraftStatus::Ok)
            return written;
    }
    if (here.status == DraftStatus::None) return DraftStatus::Ok;
    const DraftStatus taken = target.take(now);
    if (taken != DraftStatus::Ok) return taken;
    const DraftStatus saved = target.save(draft.declaration, draft.facts, now);
    target.release();
    return saved;
}

}  // namespace shenbao::drafts
