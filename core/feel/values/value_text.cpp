// Values as text.
#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"
#include "core/feel/values/objects.h"
#include "core/feel/values/value.h"

namespace shenbao::feel {
namespace {

class Writer {
  public:
    Writer(std::string& text, bool source, size_t limit) : m_text(text), m_source(source), m_limit(limit) {}

    bool write(const Value& value, bool nested) {
        if (m_text.size() > m_limit) return false;
        switch (value.kind()) {
            case Kind::Null:
                m_text += "null";
                break;
            case Kind::Boolean:
                m_text += value.is_true() ? "true" : "false";
                break;
            case Kind::Number:
                m_text += value.as_number()->to_string();
                break;
            case Kind::String:
                if (nested || m_source) {
                    append_quoted(m_text, value.as_string());
                } else {
                    const std::string_view string = value.as_string();
                    const bool fits = string.size() <= m_limit - m_text.size();
                    m_text += fits ? string : string.substr(0, m_limit - m_text.size());
                    return fits;
                }
                break;
            case Kind::Date:
                literal(to_text(*value.as_date()));
                break;
            case Kind::Time:
                literal(to_text(*value.as_time()));
                break;
            case Kind::DateTime:
                literal(to_text(*value.as_date_time()));
                break;
            case Kind::YearsMonths:
                literal(to_text(*value.as_years_months()));
                break;
            case Kind::DaysTime:
                literal(to_text(*value.as_days_time()));
                break;
            case Kind::List:
                return list(value);
            case Kind::Context:
                return context(value);
            case Kind::Range:
                return range(*value.as_range());
            case Kind::Function:
                m_text += "function";
                break;
        }
        return m_text.size() <= m_limit;
    }

  private:
    void literal(const std::string& text) {
        if (m_source) m_text += "@\"";
        m_text += text;
        if (m_source) m_text += '"';
    }

    bool list(const Value& value) {
        m_text += '[';
        bool first = true;
        for (const Value& item : value.items()) {
            if (!first) m_text += ", ";
            first = false;
            if (!write(item, true)) return false;
        }
        m_text += ']';
        return m_text.size() <= m_limit;
    }

    bool context(const Value& value) {
        m_text += '{';
        for (size_t i = 0; i < value.values().size(); ++i) {
            if (i != 0) m_text += ", ";
            append_key(m_text, value.shape()->key(i));
            m_text += ": ";
            if (!write(value.values()[i], true)) return false;
        }
        m_text += '}';
        return m_text.size() <= m_limit;
    }

    bool range(const RangeData& range) {
        if (range.form != RangeData::Form::Interval) {
            const bool below = range.form == RangeData::Form::Below;
            m_text += '(';
            switch (range.form) {
                case RangeData::Form::Below:
                    m_text += range.high_closed ? "<= " : "< ";
                    break;
                case RangeData::Form::Above:
                    m_text += range.low_closed ? ">= " : "> ";
                    break;
                case RangeData::Form::Is:
                    m_text += "= ";
                    break;
                default:
                    m_text += "!= ";
                    break;
            }
            if (!write(below ? range.high : range.low, true)) return false;
            m_text += ')';
            return true;
        }
        m_text += range.low_closed ? '[' : '(';
        if (!write(range.low, true)) return false;
        m_text += "..";
        if (!write(range.high, true)) return false;
        m_text += range.high_closed ? ']' : ')';
        return true;
    }

    std::string& m_text;
    bool m_source;
    size_t m_limit;
};

}  // namespace

void append_quoted(std::string& text, std::string_view raw) {
    text += '"';
    for (const char c : raw) {
        switch (c) {
            case '"':
                text += "\\\"";
                break;
            case '\\':
                text += "\\\\";
                break;
            case '\n':
                text += "\\n";
                break;
            case '\r':
                text += "\\r";
                break;
            case '\t':
                text += "\\t";
                break;
            default:
                text += c;
        }
    }
    text += '"';
}

void append_key(std::string& text, std::string_view key) {
    if (is_plain_name(key)) {
        text += key;
    } else {
        append_quoted(text, key);
    }
}

bool append_text(std::string& text, const Value& value, bool source, size_t limit) {
    return Writer(text, source, limit).write(value, false);
}

std::string Value::to_text(size_t most) const {
    std::string text;
    if (append_text(text, *this, false, most)) return text;
    if (text.size() > most) text.resize(most);
    while (!is_valid_utf8(text)) text.pop_back();  // at most the parts of one code point
    return text;
}

std::string Value::to_source() const {
    std::string text;
    append_text(text, *this, true, size_t{1} << 28);
    return text;
}

}  // namespace shenbao::feel
