#include "core/form/object_reader.h"

#include <algorithm>
#include <array>

namespace shenbao {
namespace {

constexpr size_t kMostIdBytes = 64;
// Words that FEEL reads as part of its grammar (DMN 1.5, 10.3.1.2), so that no value can bear them.
constexpr std::array<std::string_view, 19> kFeelKeywords = {
    "and",      "between", "else", "every", "external", "false",     "for",  "function", "if",  "in",
    "instance", "not",     "null", "or",    "return",   "satisfies", "some", "then",     "true"};

bool is_word(std::string_view text, std::string_view joined_by) {
    const auto good = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               joined_by.find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= kMostIdBytes && text[0] >= 'a' && text[0] <= 'z' &&
           std::all_of(text.begin(), text.end(), good);
}

bool is_id(std::string_view text) {
    return is_word(text, "_") &&
           std::find(kFeelKeywords.begin(), kFeelKeywords.end(), text) == kFeelKeywords.end();
}

}  // namespace

std::string pointer_to(std::string_view base, std::string_view key) {
    std::string pointer(base);
    pointer += '/';
    for (char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string pointer_to(std::string_view base, size_t index) {
    return std::string(base) + "/" + std::to_string(index);
}

ObjectReader::ObjectReader(const Json& value, std::string pointer, FaultList& faults)
    : m_object(value.get_ptr<const Json::object_t*>()), m_pointer(std::move(pointer)), m_faults(faults) {
    if (!m_object) m_faults.add(m_pointer, "Must be an object", "应当是一个对象（{…}）");
}

void ObjectReader::finish() {
    if (!m_object) return;
    for (const auto& [key, value] : *m_object)
        if (m_known.find(key) == m_known.end())
            fault(key, "Unknown key '" + key + "'", "不认识的键“" + key + "”");
}

bool ObjectReader::has(std::string_view key) const {
    if (!m_object) return false;
    return std::any_of(m_object->begin(), m_object->end(),
                       [&](const auto& entry) { return entry.first == key; });
}

const Json* ObjectReader::find(std::string_view key, Need need) {
    m_known.emplace(key);
    if (!m_object) return nullptr;
    for (const auto& [name, value] : *m_object)
        if (name == key) return &value;
    if (need == Need::Required)
        m_faults.add(m_pointer, "Lacks the key '" + std::string(key) + "'",
                     "缺少键“" + std::string(key) + "”");
    return nullptr;
}

const Json* ObjectReader::any(std::string_view key) {
    return find(key, Need::Optional);
}

void ObjectReader::wrong_type(std::string_view key, std::string_view wanted, std::string_view wanted_zh) {
    fault(key, "Must be " + std::string(wanted), "应当是" + std::string(wanted_zh));
}

void ObjectReader::unknown_word(std::string_view key, const std::string& word, const std::string& known) {
    fault(key, "Unknown word '" + word + "'; known: " + known, "不认识的词“" + word + "”，可用：" + known);
}

std::string ObjectReader::text(std::string_view key, Need need) {
    const Json* value = find(key, need);
    if (!value) return {};
    std::string text = read_text(*value, pointer_of(key), m_faults);
    const auto* raw = value->get_ptr<const std::string*>();
    if (need == Need::Required && raw && raw->empty()) fault(key, "Must not be empty", "不能为空");
    return text;
}

std::string ObjectReader::id(std::string_view key, Need need) {
    std::string id = text(key, need);
    if (!id.empty() && !is_id(id)) {
        fault(key, "'" + id + "' is no id: a-z first, then a-z, 0-9, _; no FEEL keyword",
              "“" + id + "”不能作标识：小写字母开头，只含小写字母、数字和下划线，且不是 FEEL 关键字");
    }
    return id;
}

std::string ObjectReader::dashed_id(std::string_view key) {
    std::string id = text(key, Need::Required);
    if (!id.empty() && !is_word(id, "-_")) {
        fault(key, "'" + id + "' is no id: a-z first, then a-z, 0-9, - and _; at most 64",
              "“" + id + "”不能作标识：小写字母开头，只含小写字母、数字、- 和下划线，不超过 64 个字符");
    }
    return id;
}

bool ObjectReader::flag(std::string_view key) {
    const Json* value = find(key, Need::Optional);
    if (!value) return false;
    const auto* flag = value->get_ptr<const bool*>();
    if (!flag) wrong_type(key, "true or false", " true 或 false");
    return flag && *flag;
}

int ObjectReader::number(std::string_view key, int least, int most, int missing) {
    const Json* value = find(key, Need::Optional);
    if (!value) return missing;
    const auto* number = value->get_ptr<const std::int64_t*>();
    if (number && *number >= least && *number <= most) return static_cast<int>(*number);
    std::string range = std::to_string(least) + " – " + std::to_string(most);
    wrong_type(key, "a whole number " + range, "整数 " + range);
    return missing;
}

double ObjectReader::millimetres(std::string_view key, double missing) {
    const Json* value = find(key, Need::Optional);
    if (!value) return missing;
    if (auto size = millimetres_of(*value)) return *size;
    wrong_type(key, "millimetres, above 0 and at most 1000", "毫米数，大于 0，不超过 1000");
    return missing;
}

const Json* ObjectReader::array(std::string_view key, Need need) {
    const Json* value = find(key, need);
    if (value && !value->is_array()) {
        wrong_type(key, "a list", "列表（[…]）");
        return nullptr;
    }
    return value;
}

const Json* ObjectReader::object(std::string_view key, Need need) {
    const Json* value = find(key, need);
    if (value && !value->is_object()) {
        wrong_type(key, "an object", "一个对象（{…}）");
        return nullptr;
    }
    return value;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) {
    std::vector<std::string> texts;
    if (const Json* list = array(key, need))
        for (const auto& value : *list)
            texts.push_back(read_text(value, pointer_to(pointer_of(key), texts.size()), m_faults));
    return texts;
}

std::string read_text(const Json& value, const std::string& pointer, FaultList& faults) {
    const auto* text = value.get_ptr<const std::string*>();
    if (!text) {
        faults.add(pointer, "Must be a text", "应当是文字（\"…\"）");
        return {};
    }
    if (text->find('\0') != std::string::npos) {
        faults.add(pointer, "Holds the character U+0000", "含有空字符 U+0000");
        return {};
    }
    return *text;
}

std::optional<double> millimetres_of(const Json& value) {
    double size = 0;
    if (const auto* whole = value.get_ptr<const std::int64_t*>()) {
        size = static_cast<double>(*whole);
    } else if (const auto* real = value.get_ptr<const double*>()) {
        size = *real;
    }
    return size > 0 && size <= 1000 ? std::optional<double>(size) : std::nullopt;
}

void IdSet::add(const std::string& id, std::string pointer, FaultList& faults) {
    if (id.empty() || m_ids.insert(id).second) return;
    faults.add(std::move(pointer), "The id '" + id + "' is used twice", "标识“" + id + "”重复");
}

}  // namespace shenbao
