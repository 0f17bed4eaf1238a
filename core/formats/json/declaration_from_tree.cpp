#include <set>

#include "core/formats/json/declaration_tree.h"
#include "core/formats/json/migrate.h"

namespace shenbao {
namespace {

using Kind = JsonTree::Kind;
using Texts = std::map<std::string, std::string, std::less<>>;

bool is_whole_number(std::string_view digits) {
    return !digits.empty() && digits.size() <= 9 &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
}

class Reader {
  public:
    Reader(const FormDefinition& definition, const JsonTree& root) : m_definition(definition), m_root(root) {}

    ReadResult run() {
        if (head()) body();
        if (!m_result.ok()) m_result.declaration = {};
        return std::move(m_result);
    }

  private:
    bool refuse(ReadStatus status, std::string_view where) {
        if (m_result.ok()) {
            m_result.status = status;
            m_result.message = read_message(status, where);
        }
        return false;
    }

    void note(NoteKind kind, std::string where, std::string message, std::string text = {}) {
        m_result.notes.push_back({kind, 0, std::move(where), std::move(message), std::move(text)});
    }

    bool head() {
        const JsonTree* format = m_root.find("format");
        if (!m_root.is(Kind::Object) || format == nullptr || !format->is(Kind::String) ||
            format->text != kDeclarationFormat)
            return refuse(ReadStatus::NotADeclaration, "");
        const JsonTree* version = m_root.find("formatVersion");
        if (version == nullptr || !version->is(Kind::Number) || !is_whole_number(version->text))
            return refuse(ReadStatus::WrongTypes, "/formatVersion");
        if (std::stoi(version->text) > kDeclarationFormatVersion)
            return refuse(ReadStatus::NewerFormat, "/formatVersion");
        const JsonTree* form = m_root.find("form");
        if (form == nullptr || !form->is(Kind::Object)) return refuse(ReadStatus::WrongTypes, "/form");
        const JsonTree* id = form->find("id");
        if (id == nullptr || !id->is(Kind::String)) return refuse(ReadStatus::WrongTypes, "/form/id");
        if (id->text != m_definition.id) {
            const JsonTree* title = form->find("title");
            const bool named = title != nullptr && title->is(Kind::String) && !title->text.empty();
            return refuse(ReadStatus::OtherForm, "/form/id：" + (named ? title->text : id->text));
        }
        return form_version(form->find("version"));
    }

    bool form_version(const JsonTree* version) {
        if (version == nullptr || !version->is(Kind::String))
            return refuse(ReadStatus::WrongTypes, "/form/version");
        const std::string &theirs = version->text, &ours = m_definition.version;
        if (theirs != ours) {
            const bool newer =
                is_whole_number(theirs) && is_whole_number(ours) && std::stoi(theirs) > std::stoi(ours);
            if (newer) return refuse(ReadStatus::NewerFormat, "/form/version：" + theirs);
            note(NoteKind::Doubtful, "/form/version",
                 "文件按 " + theirs + " 版表式填写，现用 " + ours + " 版打开，请核对各项是否仍在原位。",
                 theirs);
        }
        m_result.declaration.form_id = m_definition.id;
        m_result.declaration.form_version = theirs;
        return true;
    }

    void body() {
        m_result.declaration.rows = blank_declaration(m_definition).rows;
        read_texts("values", m_result.declaration.values);
        read_rows();
        read_texts("explanations", m_result.declaration.explanations);
        read_texts("explained", m_result.declaration.explained);
        if (!m_result.ok()) return;
        note_unknown_values();
        collect_unknown();
    }

    void read_texts(std::string_view part, Texts& texts) {
        const JsonTree* tree = m_root.find(part);
        const std::string pointer = json_pointer("", part);
        if (tree == nullptr) return;
        if (!tree->is(Kind::Object)) return void(refuse(ReadStatus::WrongTypes, pointer));
        for (size_t i = 0; i < tree->items.size(); ++i) {
            const JsonTree& item = tree->items[i];
            const std::string where = json_pointer(pointer, tree->keys[i]);
            if (!item.is(Kind::String) || item.text.find('\0') != std::string::npos)
                return void(refuse(ReadStatus::WrongTypes, where));
            const auto [place, fresh] = texts.try_emplace(tree->keys[i], item.text);
            if (!fresh && place->second != item.text) {
                note(NoteKind::Unplaced, where,
                     "文件中同一项写了两次，采用后一次的内容；前一次的内容列在这里。", place->second);
                place->second = item.text;
            }
        }
        // A blank cell has no entry.
        for (auto entry = texts.begin(); entry != texts.end();)
            entry = entry->second.empty() ? texts.erase(entry) : std::next(entry);
    }

    void read_rows() {
        const JsonTree* tree = m_root.find("rows");
        if (tree == nullptr) return;
        if (!tree->is(Kind::Object)) return void(refuse(ReadStatus::WrongTypes, "/rows"));
        const JsonKeys keys(*tree);
        for (size_t i = 0; i < tree->items.size(); ++i) {
            const std::string& table = tree->keys[i];
            const std::string where = json_pointer("/rows", table);
            if (overruled(*tree, keys, i, where)) continue;
            if (!tree->items[i].is(Kind::Array)) return void(refuse(ReadStatus::WrongTypes, where));
            const TableDefinition* known = m_definition.table(table);
            if (known == nullptr)
                note(NoteKind::Unknown, where, "本表没有名为“" + table + "”的表格；其内容已保留，但不显示。",
                     table);
            if (!read_table(table, known, tree->items[i], where)) return;
        }
    }

    bool read_table(const std::string& table, const TableDefinition* known, const JsonTree& list,
                    const std::string& pointer) {
        DeclaredRows rows;
        std::set<std::string> ids;
        for (size_t i = 0; i < list.items.size(); ++i) {
            const JsonTree& item = list.items[i];
            const std::string where = json_pointer(pointer, std::to_string(i));
            if (!item.is(Kind::Object)) return refuse(ReadStatus::WrongTypes, where);
            const JsonTree *id = item.find("id"), *origin = item.find("origin");
            if (!is_row_id(id)) return refuse(ReadStatus::WrongTypes, json_pointer(where, "id"));
            if (origin != nullptr && !origin->is(Kind::String))
                return refuse(ReadStatus::WrongTypes, json_pointer(where, "origin"));
            if (!ids.insert(id->text).second) {
                note(NoteKind::Unplaced, where, "同一张表格中行“" + id->text + "”写了两次，只采用前一次。",
                     compact_json(item));
                continue;
            }
            const std::string& from = origin == nullptr ? id->text : origin->text;
            const bool placed = known == nullptr || known->row(from) != nullptr;
            if (placed)
                rows.push_back({id->text, from});
            else
                note(NoteKind::Unknown, where, "本表没有“" + from + "”这一行；其内容已保留，但不显示。",
                     id->text);
            keep_row_keys(table, item, id->text, from, placed);
        }
        m_result.declaration.rows[table] = std::move(rows);
        if (const auto foreign = m_foreign_rows.find(table); foreign != m_foreign_rows.end()) {
            JsonTree& all = m_unknown_rows[table];
            for (size_t i = 0; i < foreign->second.items.size(); ++i)
                all.add(foreign->second.keys[i], foreign->second.items[i]);
        }
        return true;
    }

    void keep_row_keys(const std::string& table, const JsonTree& item, const std::string& id,
                       const std::string& origin, bool placed) {
        JsonTree kept = JsonTree::object();
        bool foreign = !placed;
        const JsonKeys keys(item);
        for (size_t i = 0; i < item.items.size(); ++i) {
            if (!keys.counts(i)) continue;
            const bool known_key = item.keys[i] == "id" || item.keys[i] == "origin";
            foreign = foreign || !known_key;
            kept.add(item.keys[i], known_key && placed ? JsonTree{} : item.items[i]);
        }
        if (!foreign) return;
        if (!placed && kept.find("origin") == nullptr) kept.add("origin", JsonTree::string(origin));
        // Rows of this form first, as they are written: what is read again must be the same.
        (placed ? m_unknown_rows : m_foreign_rows)[table].add(id, std::move(kept));
    }

    // Of keys that stand twice the last one counts, as for every reader of JSON; the others are noted.
    bool overruled(const JsonTree& object, const JsonKeys& keys, size_t index, const std::string& where) {
        if (keys.counts(index)) return false;
        note(NoteKind::Unplaced, where, "文件中同一项写了两次，采用后一次的内容；前一次的内容列在这里。",
             compact_json(object.items[index]));
        return true;
    }

    bool known_path(std::string_view path) {
        const PathParts parts = split_path(path);
        if (parts.table.empty()) return m_definition.field(parts.field) != nullptr;
        const TableDefinition* table = m_definition.table(parts.table);
        if (table == nullptr) return false;
        const RowDefinition* origin = origin_of(*table, parts.row);
        if (origin == nullptr) return false;
        return table->column(parts.column) != nullptr || (parts.column == "title" && origin->title_entered) ||
               (parts.column == "level2" && origin->level2_entered);
    }

    // Null: no such row.
    const RowDefinition* origin_of(const TableDefinition& table, std::string_view row) {
        const auto [origins, fresh] = m_origins.try_emplace(table.id);
        const auto rows = m_result.declaration.rows.find(table.id);
        if (fresh && rows != m_result.declaration.rows.end())
            for (const DeclaredRow& each : rows->second)
                origins->second.try_emplace(each.id, table.row(each.origin));
        const auto found = origins->second.find(row);
        return found == origins->second.end() ? nullptr : found->second;
    }

    void note_unknown_values() {
        for (const auto& [path, text] : m_result.declaration.values) {
            if (known_path(path)) continue;
            note(NoteKind::Unknown, json_pointer("/values", path),
                 "本表没有“" + path + "”这一格；其内容已保留，但不显示。", text);
        }
    }

    // Records the unknown keys in their order; see declaration_from_tree.
    void collect_unknown() {
        JsonTree skeleton = JsonTree::object();
        bool any = !m_unknown_rows.empty();
        const JsonKeys keys(m_root);
        for (size_t i = 0; i < m_root.items.size(); ++i) {
            const std::string& key = m_root.keys[i];
            if (overruled(m_root, keys, i, json_pointer("", key))) continue;
            if (key == "form") {
                JsonTree form = form_skeleton(m_root.items[i]);
                any = any || form.is(Kind::Object);
                skeleton.add(key, std::move(form));
            } else if (key == "rows" && !m_unknown_rows.empty()) {
                JsonTree rows = JsonTree::object();
                for (const auto& [table, kept] : m_unknown_rows) rows.add(table, kept);
                skeleton.add(key, std::move(rows));
            } else if (kKnown.count(key) > 0) {
                skeleton.add(key, {});
            } else {
                any = true;
                skeleton.add(key, m_root.items[i]);
                note(NoteKind::Unknown, json_pointer("", key),
                     "文件中的“" + key + "”不为本版本所知；已保留，保存时原样写回。", key);
            }
        }
        if (any) m_result.declaration.unknown_json = compact_json(skeleton);
    }

    JsonTree form_skeleton(const JsonTree& form) {
        JsonTree skeleton = JsonTree::object();
        bool any = false;
        const JsonKeys keys(form);
        for (size_t i = 0; i < form.items.size(); ++i) {
            const std::string& key = form.keys[i];
            if (overruled(form, keys, i, json_pointer("/form", key))) continue;
            const bool known = key == "id" || key == "version" || key == "title";
            any = any || !known;
            skeleton.add(key, known ? JsonTree{} : form.items[i]);
        }
        return any ? skeleton : JsonTree{};
    }

    inline static const std::set<std::string_view> kKnown = {
        "format", "formatVersion", "form", "values", "rows", "explanations", "explained", kChecksumKey};

    struct UnknownRows : JsonTree {
        UnknownRows() : JsonTree(JsonTree::object()) {}
    };
    const FormDefinition& m_definition;
    const JsonTree& m_root;
    ReadResult m_result;
    std::map<std::string, UnknownRows> m_unknown_rows, m_foreign_rows;
    // By table and row id, once all rows are read.
    std::map<std::string_view, std::map<std::string_view, const RowDefinition*>> m_origins;
};

}  // namespace

bool is_row_id(const JsonTree* tree) {
    if (tree == nullptr || !tree->is(Kind::String) || tree->text.empty()) return false;
    for (const char byte : tree->text)
        if (byte == '.' || static_cast<unsigned char>(byte) < 0x20) return false;
    return true;
}

ReadResult declaration_from_tree(const FormDefinition& definition, const JsonTree& tree) {
    std::optional<Migration> older = migrate(definition, tree);
    if (!older) return Reader(definition, tree).run();
    ReadResult result = Reader(definition, older->tree).run();
    if (result.ok()) finish_migration(definition, std::move(*older), result);
    return result;
}

}  // namespace shenbao
