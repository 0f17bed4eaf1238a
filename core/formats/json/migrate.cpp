#include "core/formats/json/migrate.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace shenbao {
namespace {

using Kind = JsonTree::Kind;
using Parts = std::vector<std::string_view>;

Parts split(std::string_view path) {
    Parts parts;
    for (;;) {
        const size_t dot = path.find('.');
        parts.push_back(path.substr(0, dot));
        if (dot == std::string_view::npos) return parts;
        path.remove_prefix(dot + 1);
    }
}

// "origin-2" → "-2": an added row moves with the row it was made from.
std::optional<std::string_view> copy_number(std::string_view id, std::string_view origin) {
    if (!id.starts_with(origin)) return {};
    id.remove_prefix(origin.size());
    const bool number =
        id.size() > 1 && id[0] == '-' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (id.empty() || number) return id;
    return {};
}

// Where the path stands after the move; "" if it is not concerned. What lies below a moved part moves with
// it.
std::string moved_path(std::string_view path, const MovedPart& move) {
    const Parts from = split(move.from), parts = split(path);
    Parts to = split(move.to);
    if (parts.size() < from.size() || (parts.size() > from.size() && to.size() != from.size())) return {};
    std::string_view number;
    for (size_t i = 0; i < from.size(); ++i) {
        if (from[i] == "*") {
            if (i < to.size() && to[i] == "*") to[i] = parts[i];
        } else if (i == 1) {
            const auto copy = copy_number(parts[i], from[i]);
            if (!copy) return {};
            number = *copy;
        } else if (parts[i] != from[i]) {
            return {};
        }
    }
    to.insert(to.end(), parts.begin() + static_cast<std::ptrdiff_t>(from.size()), parts.end());
    std::string result;
    for (size_t i = 0; i < to.size(); ++i) {
        if (i > 0) result += '.';
        result += to[i];
        if (i == 1) result += number;
    }
    return result;
}

JsonTree* child(JsonTree& tree, std::string_view key) {
    return const_cast<JsonTree*>(tree.find(key));
}

const std::string* text_at(const JsonTree& tree, std::string_view key) {
    const JsonTree* found = tree.find(key);
    return found != nullptr && found->is(Kind::String) ? &found->text : nullptr;
}

// The form's words for a part of it: 填报人; 收入构成; 收入构成 财政拨款; 收入构成 当年金额.
std::string name_of_part(const FormDefinition& definition, std::string_view path) {
    const Parts parts = split(path);
    if (const FieldDefinition* field = definition.field(path)) return field->title;
    const TableDefinition* table = definition.table(parts[0]);
    if (table == nullptr) return std::string(path);
    std::string name = table->title;
    if (parts.size() > 1)
        for (const RowDefinition& row : table->rows)
            if (copy_number(parts[1], row.id)) {
                name += " " + row.title;
                break;
            }
    if (parts.size() > 2)
        if (const ColumnDefinition* column = table->column(parts[2])) name += " " + column->title;
    return name;
}

// Keys of one object while they are renamed, by key.
class MovingKeys {
  public:
    explicit MovingKeys(JsonTree& object) : m_object(object) {
        for (size_t i = 0; i < object.keys.size(); ++i) m_last[object.keys[i]] = i;
    }
    const JsonTree* find(const std::string& key) const {
        const auto found = m_last.find(key);
        return found == m_last.end() ? nullptr : &m_object.items[found->second];
    }
    void rename(size_t index, const std::string& to) {
        const auto old = m_last.find(m_object.keys[index]);
        if (old != m_last.end() && old->second == index) m_last.erase(old);
        m_object.keys[index] = to;
        size_t& last = m_last[to];
        last = std::max(last, index);
    }

  private:
    JsonTree& m_object;
    std::map<std::string, size_t, std::less<>> m_last;
};

class Mover {
  public:
    Mover(const FormDefinition& definition, Migration& migration)
        : m_definition(definition), m_migration(migration) {}

    void move(const MovedPart& move) {
        if (JsonTree* values = child(m_migration.tree, "values"); values != nullptr)
            move_values(*values, move);
        for (const std::string_view part : {"explanations", "explained"})
            if (JsonTree* texts = child(m_migration.tree, part); texts != nullptr)
                move_explanations(*texts, move);
        if (JsonTree* rows = child(m_migration.tree, "rows"); rows != nullptr) move_rows(*rows, move);
    }

  private:
    void move_values(JsonTree& values, const MovedPart& move) {
        MovingKeys keys(values);
        for (size_t i = 0; i < values.keys.size(); ++i) {
            const std::string to = moved_path(values.keys[i], move);
            if (to.empty() || !values.items[i].is(Kind::String) || values.items[i].text.empty()) continue;
            const std::string name = name_of_part(m_definition, to), text = values.items[i].text;
            const JsonTree* there = keys.find(to);
            if (there != nullptr && there->is(Kind::String) && !there->text.empty()) {
                m_migration.unplaced.push_back(
                    {NoteKind::Unplaced, 0, json_pointer("/values", values.keys[i]),
                     "旧版“" + move.title + "”应移到“" + name + "”，那里已有内容，没有改动。", text});
                continue;
            }
            keys.rename(i, to);
            m_migration.moved.push_back({NoteKind::Moved, 0, json_pointer("/values", to),
                                         "旧版“" + move.title + "”的内容已移到“" + name + "”。", text});
        }
    }

    // "rule:path".
    static void move_explanations(JsonTree& texts, const MovedPart& move) {
        MovingKeys keys(texts);
        for (size_t i = 0; i < texts.keys.size(); ++i) {
            const std::string& key = texts.keys[i];
            const size_t colon = key.find(':');
            if (colon == std::string::npos) continue;
            const std::string path = moved_path(std::string_view(key).substr(colon + 1), move);
            const std::string to = key.substr(0, colon + 1) + path;
            if (!path.empty() && keys.find(to) == nullptr) keys.rename(i, to);
        }
    }

    static void move_rows(JsonTree& rows, const MovedPart& move) {
        MovingKeys keys(rows);
        for (size_t i = 0; i < rows.keys.size(); ++i) {
            if (!rows.items[i].is(Kind::Array)) continue;
            for (JsonTree& row : rows.items[i].items)
                for (const std::string_view key : {"id", "origin"})
                    if (JsonTree* id = child(row, key); id != nullptr && id->is(Kind::String))
                        move_row_id(rows.keys[i], id->text, move);
            const std::string to = moved_path(rows.keys[i], move);
            if (!to.empty() && keys.find(to) == nullptr) keys.rename(i, to);
        }
    }

    // A row goes to another table with its texts only: the other table has the row already.
    static void move_row_id(const std::string& table, std::string& id, const MovedPart& move) {
        const std::string to = moved_path(table + "." + id, move);
        if (to.starts_with(table + ".")) id = to.substr(table.size() + 1);
    }

    const FormDefinition& m_definition;
    Migration& m_migration;
};

// Rows in the order of the form, the added ones behind the printed one they follow.
void insert_row(const TableDefinition& table, const RowDefinition& wanted, DeclaredRows& rows) {
    if (rows.find(wanted.id)) return;
    const size_t mine = table.rows.place_of(wanted.id);
    const auto next = std::find_if(rows.begin(), rows.end(),
                                   [&](const auto& row) { return table.rows.place_of(row.origin) > mine; });
    rows.insert(next, {wanted.id, wanted.id});
}

}  // namespace

std::optional<Migration> migrate(const FormDefinition& definition, const JsonTree& tree) {
    const JsonTree* form = tree.find("form");
    const std::string* id = form == nullptr ? nullptr : text_at(*form, "id");
    const std::string* version = form == nullptr ? nullptr : text_at(*form, "version");
    if (id == nullptr || *id != definition.id || version == nullptr) return {};
    if (version->empty() || version->size() > 9 ||
        version->find_first_not_of("0123456789") != std::string::npos)
        return {};
    const int theirs = std::atoi(version->c_str());
    if (theirs >= std::atoi(definition.version.c_str())) return {};
    std::optional<Migration> migration;
    for (const VersionChanges& changes : definition.changes) {
        if (changes.version <= theirs) continue;
        if (!migration) migration = Migration{tree, *version, {}, {}, {}};
        Mover mover(definition, *migration);
        for (const MovedPart& move : changes.moved) {
            mover.move(move);
            for (std::string& part : migration->added)
                if (std::string to = moved_path(part, move); !to.empty()) part = std::move(to);
        }
        migration->added.insert(migration->added.end(), changes.added.begin(), changes.added.end());
    }
    if (migration) child(*child(migration->tree, "form"), "version")->text = definition.version;
    return migration;
}

void finish_migration(const FormDefinition& definition, Migration migration, ReadResult& result) {
    const auto unknown = [](const ReadNote& note) { return note.kind == NoteKind::Unknown; };
    const auto kept = static_cast<size_t>(std::count_if(result.notes.begin(), result.notes.end(), unknown));
    const std::string summary = "文件按 " + migration.from + " 版表式填写，已转为 " + definition.version +
                                " 版：移动 " + std::to_string(migration.moved.size()) + " 处，新增 " +
                                std::to_string(migration.added.size()) + " 处，无处可放 " +
                                std::to_string(kept + migration.unplaced.size()) + " 处（已保留）。请核对。";
    std::vector<ReadNote> notes{{NoteKind::Doubtful, 0, "/form/version", summary, migration.from}};
    notes.insert(notes.end(), migration.moved.begin(), migration.moved.end());
    notes.insert(notes.end(), migration.unplaced.begin(), migration.unplaced.end());
    for (const std::string& path : migration.added) {
        const Parts parts = split(path);
        const TableDefinition* table = definition.table(parts[0]);
        const RowDefinition* row = table != nullptr && parts.size() == 2 ? table->row(parts[1]) : nullptr;
        if (row != nullptr) insert_row(*table, *row, result.declaration.rows[table->id]);
        notes.push_back({NoteKind::Added,
                         0,
                         path,
                         "新版增加了“" + name_of_part(definition, path) + "”，旧稿中没有，请填写。",
                         {}});
    }
    result.notes.insert(result.notes.begin(), notes.begin(), notes.end());
}

}  // namespace shenbao
