#include "core/form/json_text.h"
#include "core/form/object_reader.h"

namespace shenbao {
namespace {

constexpr std::string_view kByteOrderMark = "\ufeff";

void add_text_fault(const JsonTextCheck& check, std::string_view text, FaultList& faults) {
    TextPosition position = text_position(text, check.offset);
    std::string where =
        " (line " + std::to_string(position.line) + ", column " + std::to_string(position.column) + ")";
    std::string where_zh =
        "（第 " + std::to_string(position.line) + " 行第 " + std::to_string(position.column) + " 列）";
    switch (check.status) {
        case JsonTextStatus::Ok:
            return;
        case JsonTextStatus::Empty:
            faults.add("", "The file is empty", "文件是空的");
            break;
        case JsonTextStatus::TooLarge:
            faults.add("", "The file is larger than 1 MiB", "文件超过 1 MiB");
            break;
        case JsonTextStatus::NotUtf8:
            faults.add("", "The file is not UTF-8" + where, "文件不是 UTF-8 编码" + where_zh);
            break;
        case JsonTextStatus::HoldsNul:
            faults.add("", "The file holds the character U+0000" + where, "文件含有空字符 U+0000" + where_zh);
            break;
        case JsonTextStatus::TooDeep:
            faults.add("", "The file nests deeper than 63 levels" + where, "文件嵌套超过 63 层" + where_zh);
            break;
    }
    faults.last().offset = check.offset;
}

// Watches the parser: says where it stopped, and finds keys used twice, which it would drop silently.
class ParserWatch : public nlohmann::json_sax<Json> {
  public:
    ParserWatch(std::string_view text, FaultList& faults) : m_text(text), m_faults(faults) {}

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool start_array(size_t) override { return open(false); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        Level& level = m_levels.back();
        level.key = name;
        if (!level.keys.insert(name).second)
            m_faults.add(pointer(), "The key '" + name + "' stands twice in its object",
                         "键“" + name + "”重复");
        return true;
    }
    bool parse_error(size_t offset, const std::string&, const nlohmann::detail::exception&) override {
        // The parser counts the bytes it has read, the one at fault included.
        TextPosition at = text_position(m_text, offset > 0 ? offset - 1 : 0);
        m_faults.add(
            "",
            "No JSON: mistake at line " + std::to_string(at.line) + ", column " + std::to_string(at.column),
            "不是完整的 JSON：第 " + std::to_string(at.line) + " 行第 " + std::to_string(at.column) +
                " 列有误");
        m_faults.last().offset = offset > 0 ? offset - 1 : 0;
        return false;
    }

  private:
    struct Level {
        bool object = false;
        size_t index = 0;  // of the next value of an array
        std::string key;
        std::set<std::string> keys;
    };
    bool value() {
        if (!m_levels.empty()) ++m_levels.back().index;
        return true;
    }
    bool open(bool object) {
        m_levels.push_back({object, 0, {}, {}});
        return true;
    }
    bool close() {
        m_levels.pop_back();
        return value();
    }
    std::string pointer() const {
        std::string pointer;
        for (const auto& level : m_levels)
            pointer = level.object ? pointer_to(pointer, level.key) : pointer_to(pointer, level.index);
        return pointer;
    }

    std::string_view m_text;
    FaultList& m_faults;
    std::vector<Level> m_levels;
};

void read_header(ObjectReader& form, FormDefinition& definition) {
    std::string format = form.text("format", Need::Required);
    if (!format.empty() && format != "shenbao-form")
        form.fault("format", "Not a form definition: '" + format + "'", "不是表单定义：“" + format + "”");
    const Json* version = form.any("formatVersion");
    const auto* number = version ? version->get_ptr<const std::int64_t*>() : nullptr;
    if (number && *number > 1) {
        form.fault("formatVersion", "Written for a newer program; this one reads version 1",
                   "由更新的程序写成，本程序只能读第 1 版");
    } else if (!number || *number != 1) {
        form.fault("formatVersion", "Must be 1", "应当是 1");
    }
    definition.id = form.dashed_id("id");
    definition.version = form.text("version", Need::Required);
    definition.title = form.text("title", Need::Required);
}

void read_identity(ObjectReader& form, FormDefinition& definition) {
    const Json* value = form.object("identity");
    if (!value) return;
    ObjectReader reader(*value, form.pointer_of("identity"), form.faults());
    definition.identity.unit = reader.text("unit");
    definition.identity.year = reader.text("year");
    reader.finish();
}

void read_sections(ObjectReader& form, FormDefinition& definition) {
    const Json* list = form.array("sections", Need::Required);
    if (!list) return;
    IdSet ids;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("sections"), definition.sections.size()),
                            form.faults());
        SectionDefinition section;
        section.id = reader.id("id");
        section.title = reader.text("title", Need::Required);
        ids.add(section.id, reader.pointer_of("id"), form.faults());
        reader.finish();
        definition.sections.push_back(std::move(section));
    }
}

void read_initials(ObjectReader& reader, PickList& list) {
    list.initials = reader.texts("initials", Need::Required);
    if (list.initials.size() != list.options.size())
        reader.fault("initials", "As many initials as options are needed", "首字母与选项的个数不同");
    for (size_t i = 0; i < list.initials.size(); ++i) {
        const std::string& text = list.initials[i];
        if (!text.empty() &&
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos)
            continue;
        reader.faults().add(pointer_to(reader.pointer_of("initials"), i),
                            "Initials are lowercase letters and digits", "首字母只能是小写字母和数字");
    }
}

void read_lists(ObjectReader& form, FormDefinition& definition) {
    const Json* list = form.array("lists");
    if (!list) return;
    IdSet ids;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("lists"), definition.lists.size()),
                            form.faults());
        PickList pick_list;
        pick_list.id = reader.id("id");
        ids.add(pick_list.id, reader.pointer_of("id"), form.faults());
        pick_list.options = reader.texts("options", Need::Required);
        if (reader.has("options") && pick_list.options.empty())
            reader.fault("options", "A pick list needs options", "选项列表不能为空");
        std::set<std::string> seen;
        for (size_t i = 0; i < pick_list.options.size(); ++i) {
            if (seen.insert(pick_list.options[i]).second) continue;
            form.faults().add(pointer_to(reader.pointer_of("options"), i), "The option stands twice",
                              "选项重复");
        }
        if (reader.has("initials")) read_initials(reader, pick_list);
        reader.finish();
        definition.lists.push_back(std::move(pick_list));
    }
}

void read_fields(ObjectReader& form, FormDefinition& definition) {
    const Json* list = form.array("fields");
    if (!list) return;
    IdSet ids;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("fields"), definition.fields.size()),
                            form.faults());
        FieldDefinition field;
        field.id = reader.id("id");
        ids.add(field.id, reader.pointer_of("id"), form.faults());
        field.title = reader.text("title", Need::Required);
        field.section = reader.text("section", Need::Required);
        field.type = reader.choice("type", kValueTypes, ValueType::Text, Need::Required);
        field.list = reader.text("list");
        field.formula = reader.text("formula");
        field.initial = reader.text("initial");
        field.required = reader.flag("required");
        field.help = reader.text("help");
        if (!field.formula.empty() && !field.initial.empty())
            reader.fault("initial", "A computed field has no initial value", "自动计算的栏目不能有初始值");
        reader.finish();
        definition.fields.push_back(std::move(field));
    }
}

}  // namespace

DefinitionResult read_definition(std::string_view json) {
    DefinitionResult result;
    FaultList faults(result.faults);
    if (json.starts_with(kByteOrderMark)) json.remove_prefix(kByteOrderMark.size());
    if (auto check = check_json_text(json); check.status != JsonTextStatus::Ok) {
        add_text_fault(check, json, faults);
        return result;
    }
    ParserWatch watch(json, faults);
    if (!Json::sax_parse(json, &watch)) return result;
    Json tree = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    ObjectReader form(tree, "", faults);
    FormDefinition definition;
    if (tree.is_object()) {
        read_header(form, definition);
        read_identity(form, definition);
        read_sections(form, definition);
        read_lists(form, definition);
        read_fields(form, definition);
        read_tables(form, definition);
        read_rules(form, definition);
        definition.instructions = form.texts("instructions");
        read_sheet(form, definition);
        read_changes(form, definition);
        form.finish();
        check_references(definition, faults);
    }
    if (result.faults.empty()) result.definition = std::move(definition);
    return result;
}

}  // namespace shenbao
