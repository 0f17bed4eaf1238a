#include "core/drafts/draft_names.h"

namespace shenbao::drafts {
namespace {

// Takes a number and the point behind it.
bool take_number(std::string_view& text, Number& number) {
    size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || digits > 18 || digits == text.size() || text[digits] != '.') return false;
    number = leading_number(text);
    text.remove_prefix(digits + 1);
    return true;
}

bool is_owner(std::string_view text) {
    return !text.empty() && owner_name(text) == text;
}

std::string joined(const VersionId& id, std::string_view between) {
    std::string text = std::to_string(id.term) + "." + std::to_string(id.sequence) + ".";
    return text.append(between).append(id.owner);
}

}  // namespace

Number leading_number(std::string_view text) {
    Number number = 0;
    for (size_t i = 0; i < text.size() && i < 18 && text[i] >= '0' && text[i] <= '9'; ++i)
        number = number * 10 + static_cast<Number>(text[i] - '0');
    return number;
}

std::string record_name(const StoredRecord& record) {
    const Number time = record.saved_at < 0 ? 0 : static_cast<Number>(record.saved_at);
    std::string name = record.whole ? "r/" : "h/";
    name += joined(record.id, std::to_string(time) + "." + std::to_string(record.size) + ".");
    if (!record.whole) name += "~" + joined(record.base, "");
    return name;
}

bool parse_record_name(std::string_view name, StoredRecord& record) {
    record = {};
    if (!name.starts_with("r/") && !name.starts_with("h/")) return false;
    record.whole = name[0] == 'r';
    name.remove_prefix(2);
    Number time = 0, size = 0;
    if (!take_number(name, record.id.term) || !take_number(name, record.id.sequence) ||
        !take_number(name, time) || !take_number(name, size))
        return false;
    record.saved_at = static_cast<long long>(time);
    record.size = static_cast<size_t>(size);
    const size_t tilde = name.find('~');
    if ((tilde == std::string_view::npos) != record.whole) return false;
    record.id.owner = name.substr(0, tilde);
    if (!is_owner(record.id.owner)) return false;
    if (record.whole) return true;
    name.remove_prefix(tilde + 1);
    if (!take_number(name, record.base.term) || !take_number(name, record.base.sequence)) return false;
    record.base.owner = name;
    return is_owner(name);
}

std::string form_prefix(std::string_view form) {
    return "shenbao/v1/" + std::string(form) + "/";
}

std::string owner_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (fits && name.size() < 16) name += c;
    }
    return name.empty() ? "0" : name;
}

}  // namespace shenbao::drafts
