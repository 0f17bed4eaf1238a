#include "core/feel/values/value.h"

#include <cstdlib>
#include <cstring>
#include <new>

#include "core/feel/text/utf8.h"
#include "core/feel/values/hash_index.h"
#include "core/feel/values/objects.h"

namespace shenbao::feel {
namespace {

ObjectHeader* header(void* object) {
    return static_cast<ObjectHeader*>(object);
}

uint32_t depth_of(const std::vector<Value>& items) {
    unsigned depth = 0;
    for (const Value& item : items) depth = item.depth() > depth ? item.depth() : depth;
    return depth + 1;
}

}  // namespace

Shape::Shape(std::vector<std::string> keys) : m_keys(std::move(keys)) {
    if (m_keys.size() <= 6) return;
    size_t size = 16;
    while (size < m_keys.size() * 2) size *= 2;
    m_table.assign(size, 0);
    for (size_t i = 0; i < m_keys.size(); ++i) {
        size_t at = hash_text(m_keys[i]) & (size - 1);
        while (m_table[at] != 0) at = (at + 1) & (size - 1);
        m_table[at] = static_cast<uint32_t>(i + 1);
    }
}

const Shape* Shape::make(std::vector<std::string> keys) {
    return new Shape(std::move(keys));
}

void Shape::release(const Shape* shape) {
    if (--shape->m_references == 0) delete shape;
}

int Shape::find(std::string_view key) const {
    if (m_table.empty()) {
        for (size_t i = 0; i < m_keys.size(); ++i) {
            if (m_keys[i] == key) return static_cast<int>(i);
        }
        return -1;
    }
    const size_t mask = m_table.size() - 1;
    for (size_t at = hash_text(key) & mask; m_table[at] != 0; at = (at + 1) & mask) {
        if (m_keys[m_table[at] - 1] == key) return static_cast<int>(m_table[at] - 1);
    }
    return -1;
}

Value make_string(uint32_t bytes, char*& text) {
    auto* data = static_cast<StringData*>(std::malloc(sizeof(StringData) + bytes));
    if (data == nullptr) std::abort();
    data->references = 1;
    data->depth = 0;
    data->bytes = bytes;
    data->code_points = UINT32_MAX;
    text = data->text();
    return Value::adopt(Kind::String, data);
}

uint32_t count_code_points(std::string_view text) {
    uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

Value::Value(std::string_view utf8) : m_kind(Kind::Null) {
    std::string repaired;
    if (!is_valid_utf8(utf8)) {
        repaired = repair_utf8(utf8);
        utf8 = repaired;
    }
    char* text = nullptr;
    Value made = make_string(static_cast<uint32_t>(utf8.size()), text);
    if (!utf8.empty()) std::memcpy(text, utf8.data(), utf8.size());
    swap(made);
}

Value::Value(const feel::DateTime& moment) : m_kind(Kind::DateTime) {
    auto* data = new DateTimeData;
    data->moment = moment;
    m_data.object = data;
}

Value Value::adopt(Kind kind, void* object) {
    Value value;
    value.m_kind = kind;
    value.m_data.object = object;
    return value;
}

Value Value::list(std::vector<Value> items) {
    auto* data = new ListData;
    data->depth = depth_of(items);
    data->items = std::move(items);
    return adopt(Kind::List, data);
}

Value Value::context(const ShapeReference& shape, std::vector<Value> values) {
    auto* data = new ContextData;
    data->depth = depth_of(values);
    data->shape = shape;
    values.resize(shape->size());
    data->values = std::move(values);
    return adopt(Kind::Context, data);
}

Value Value::context(std::vector<std::pair<std::string, Value>> entries) {
    std::vector<std::string> keys;
    std::vector<Value> values;
    for (auto& [key, value] : entries) {
        size_t slot = 0;
        while (slot < keys.size() && keys[slot] != key) ++slot;
        if (slot < keys.size()) {
            values[slot] = std::move(value);
        } else {
            keys.push_back(std::move(key));
            values.push_back(std::move(value));
        }
    }
    return context(ShapeReference(std::move(keys)), std::move(values));
}

Value Value::range(Value low, bool low_closed, Value high, bool high_closed) {
    auto* data = new RangeData;
    data->low = std::move(low);
    data->high = std::move(high);
    data->depth = 1 + (data->low.depth() > data->high.depth() ? data->low.depth() : data->high.depth());
    data->low_closed = low_closed;
    data->high_closed = high_closed;
    return adopt(Kind::Range, data);
}

void Value::destroy() {
    void* object = m_data.object;
    switch (m_kind) {
        case Kind::String:
            std::free(object);
            break;
        case Kind::DateTime:
            delete static_cast<DateTimeData*>(object);
            break;
        case Kind::List:
            delete static_cast<ListData*>(object);
            break;
        case Kind::Context:
            delete static_cast<ContextData*>(object);
            break;
        case Kind::Range:
            delete static_cast<RangeData*>(object);
            break;
        case Kind::Function:
            delete static_cast<FunctionData*>(object);
            break;
        default:
            break;
    }
}

const feel::DateTime* Value::as_date_time() const {
    return m_kind == Kind::DateTime ? &static_cast<const DateTimeData*>(m_data.object)->moment : nullptr;
}

std::string_view Value::as_string() const {
    return m_kind == Kind::String ? static_cast<const StringData*>(m_data.object)->view()
                                  : std::string_view();
}

uint32_t code_points(const Value& string) {
    auto* data =
        reinterpret_cast<StringData*>(const_cast<char*>(string.as_string().data()) - sizeof(StringData));
    if (data->code_points == UINT32_MAX) data->code_points = count_code_points(data->view());
    return data->code_points;
}

ListData* Value::unique_list() {
    if (m_kind != Kind::List || header(m_data.object)->references != 1) return nullptr;
    return static_cast<ListData*>(m_data.object);
}

std::span<const Value> Value::items() const {
    const ListData* data = list_data();
    return data != nullptr ? std::span<const Value>(data->items) : std::span<const Value>();
}

const Shape* Value::shape() const {
    const ContextData* data = context_data();
    return data != nullptr ? data->shape.get() : nullptr;
}

std::span<const Value> Value::values() const {
    const ContextData* data = context_data();
    return data != nullptr ? std::span<const Value>(data->values) : std::span<const Value>();
}

const Value* Value::find(std::string_view key) const {
    const ContextData* data = context_data();
    if (data == nullptr) return nullptr;
    const int slot = data->shape->find(key);
    return slot < 0 ? nullptr : &data->values[static_cast<size_t>(slot)];
}

const RangeData* Value::as_range() const {
    return m_kind == Kind::Range ? static_cast<const RangeData*>(m_data.object) : nullptr;
}

const FunctionData* Value::as_function() const {
    return m_kind == Kind::Function ? static_cast<const FunctionData*>(m_data.object) : nullptr;
}

unsigned Value::depth() const {
    return m_kind >= Kind::String ? header(m_data.object)->depth : 0;
}

}  // namespace shenbao::feel
