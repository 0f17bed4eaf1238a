// Reads one JSON object of a definition key by key and collects every fault with its pointer. Internal to
// core/form.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/definition.h"

namespace shenbao {

using Json = nlohmann::ordered_json;

class FaultList {
  public:
    explicit FaultList(std::vector<DefinitionFault>& faults) : m_faults(faults) {}
    void add(std::string pointer, std::string message, std::string message_zh) {
        m_faults.push_back({std::move(pointer), std::move(message), std::move(message_zh)});
    }
    DefinitionFault& last() { return m_faults.back(); }

  private:
    std::vector<DefinitionFault>& m_faults;
};

// `base` with one more token of an RFC 6901 pointer.
std::string pointer_to(std::string_view base, std::string_view key);
std::string pointer_to(std::string_view base, size_t index);

enum class Need { Required, Optional };

template <class Enum>
struct EnumName {
    std::string_view name;
    Enum value;
};

class ObjectReader {
  public:
    // Reports when the value is no object; every key then reads as missing, silently.
    ObjectReader(const Json& value, std::string pointer, FaultList& faults);
    // Reports every key nobody asked for. Call last.
    void finish();

    bool has(std::string_view key) const;
    const std::string& pointer() const { return m_pointer; }
    std::string pointer_of(std::string_view key) const { return pointer_to(m_pointer, key); }
    FaultList& faults() { return m_faults; }

    // Required texts must not be empty.
    std::string text(std::string_view key, Need need = Need::Optional);
    // A text that is a FEEL name too: a–z first, then a–z, 0–9, _; no FEEL keyword.
    std::string id(std::string_view key, Need need = Need::Required);
    // A text that FEEL never names: a–z first, then a–z, 0–9, - and _.
    std::string dashed_id(std::string_view key);
    bool flag(std::string_view key);
    int number(std::string_view key, int least, int most, int missing);
    double millimetres(std::string_view key, double missing);
    const Json* array(std::string_view key, Need need = Need::Optional);
    const Json* object(std::string_view key, Need need = Need::Optional);
    // The value as it is, for keys that may hold several kinds; marks the key as known.
    const Json* any(std::string_view key);
    std::vector<std::string> texts(std::string_view key, Need need = Need::Optional);

    template <class Enum, size_t kCount>
    Enum choice(std::string_view key, const EnumName<Enum> (&names)[kCount], Enum missing,
                Need need = Need::Optional) {
        std::string word = text(key, need);
        for (const auto& name : names)
            if (name.name == word) return name.value;
        if (!word.empty()) {
            std::string known;
            for (const auto& name : names) known += (known.empty() ? "" : ", ") + std::string(name.name);
            unknown_word(key, word, known);
        }
        return missing;
    }

    void fault(std::string_view key, std::string message, std::string message_zh) {
        m_faults.add(pointer_of(key), std::move(message), std::move(message_zh));
    }

  private:
    const Json* find(std::string_view key, Need need);
    void unknown_word(std::string_view key, const std::string& word, const std::string& known);
    void wrong_type(std::string_view key, std::string_view wanted, std::string_view wanted_zh);

    const Json::object_t* m_object = nullptr;
    std::string m_pointer;
    FaultList& m_faults;
    std::set<std::string, std::less<>> m_known;
};

// A text of a definition: a JSON string without U+0000. Reports otherwise and gives "".
std::string read_text(const Json& value, const std::string& pointer, FaultList& faults);

// A length on the paper: above 0 and at most 1000.
std::optional<double> millimetres_of(const Json& value);

// The ids of one list: reports each that was there before.
class IdSet {
  public:
    void add(const std::string& id, std::string pointer, FaultList& faults);

  private:
    std::set<std::string> m_ids;
};

// Parts of a definition, each in its own file.
void read_changes(ObjectReader& form, FormDefinition& definition);
void read_tables(ObjectReader& form, FormDefinition& definition);
void read_rules(ObjectReader& form, FormDefinition& definition);
void read_sheet(ObjectReader& form, FormDefinition& definition);
// Names that point from one part to another.
void check_references(const FormDefinition& definition, FaultList& faults);

inline constexpr EnumName<ValueType> kValueTypes[] = {
    {"text", ValueType::Text},       {"longText", ValueType::LongText},   {"amount", ValueType::Amount},
    {"percent", ValueType::Percent}, {"indicator", ValueType::Indicator}, {"choice", ValueType::Choice},
    {"date", ValueType::Date},       {"phone", ValueType::Phone},         {"year", ValueType::Year},
};

}  // namespace shenbao
