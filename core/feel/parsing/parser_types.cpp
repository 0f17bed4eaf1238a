// Types, as `instance of` and parameters name them.
#include "core/feel/parsing/parser.h"
#include "core/feel/text/syntax_names.h"

namespace shenbao::feel {
namespace {

TypeKind type_of_word(std::string_view name) {
    if (name == "number") return TypeKind::Number;
    if (name == "string") return TypeKind::String;
    if (name == "boolean") return TypeKind::Boolean;
    if (name == "date") return TypeKind::Date;
    if (name == "time") return TypeKind::Time;
    if (name == "date and time" || name == "dateTime") return TypeKind::DateTime;
    if (name == "years and months duration" || name == "yearMonthDuration") return TypeKind::YearsMonths;
    if (name == "days and time duration" || name == "dayTimeDuration") return TypeKind::DaysTime;
    if (name == "list") return TypeKind::List;
    if (name == "context") return TypeKind::Context;
    if (name == "range") return TypeKind::Range;
    if (name == "function") return TypeKind::Function;
    return name == "Null" ? TypeKind::Null : TypeKind::Any;
}

}  // namespace

std::optional<Type> Parser::type() {
    if (!enter()) return std::nullopt;
    const size_t start = m_lexer.position();
    std::string normalized, name;
    size_t end = start;
    for (size_t at = start; at < m_lexer.source().size();) {
        const std::string_view piece = name_piece(m_lexer.source(), at);
        if (piece.empty()) break;
        if (!normalized.empty() && !is_name_symbol(piece.front())) normalized += ' ';
        normalized += piece;
        bool known = normalized == "Any" || type_of_word(normalized) != TypeKind::Any;
        for (const NamedType& named : m_scope.types) known = known || is_same_name(named.name, normalized);
        if (known) name = normalized, end = at;
        if (normalized.size() > 200) break;
        at = m_lexer.skip_blanks_from(at);
    }
    if (name.empty()) {
        const std::string_view word = m_lexer.word();
        if (word.empty()) return std::nullopt;
        m_lexer.take_word(word);
        m_checker.report(DiagnosticKind::UnknownType, start, m_lexer.end_of_last(), std::string(word));
        leave();
        return Type::unknown(std::string(word));
    }
    m_lexer.set_end_of_last(end);
    m_lexer.move_to(end);
    Type result = type_of_word(name);
    for (const NamedType& named : m_scope.types) {
        if (is_same_name(named.name, name)) result = Type::named(named.name, named.type);
    }
    const TypeKind kind = result.kind();
    if ((kind == TypeKind::List || kind == TypeKind::Range) && m_lexer.take("<")) {
        const std::optional<Type> element = type();
        if (!element || !m_lexer.take(">")) return std::nullopt;
        result = kind == TypeKind::List ? Type::list(*element) : Type::range(*element);
        if (element->is_unknown()) result = *element;
    } else if (kind == TypeKind::Context && m_lexer.take("<")) {
        std::vector<std::pair<std::string, Type>> entries;
        std::optional<Type> unknown;
        do {
            std::string entry;
            if (!key(entry) || !m_lexer.take(":")) return std::nullopt;
            const std::optional<Type> entry_type = type();
            if (!entry_type) return std::nullopt;
            if (entry_type->is_unknown()) unknown = entry_type;
            entries.emplace_back(entry, *entry_type);
        } while (m_lexer.take(","));
        if (!m_lexer.take(">")) return std::nullopt;
        result = unknown ? *unknown : Type::context(std::move(entries));
    } else if (kind == TypeKind::Function && m_lexer.take("<")) {
        std::vector<Type> parameters;
        std::optional<Type> unknown;
        if (!m_lexer.take(">")) {
            do {
                const std::optional<Type> parameter = type();
                if (!parameter) return std::nullopt;
                if (parameter->is_unknown()) unknown = parameter;
                parameters.push_back(*parameter);
            } while (m_lexer.take(","));
            if (!m_lexer.take(">")) return std::nullopt;
        }
        if (!m_lexer.take("->")) return std::nullopt;
        const std::optional<Type> returned = type();
        if (!returned) return std::nullopt;
        if (returned->is_unknown()) unknown = returned;
        result = unknown ? *unknown : Type::function(std::move(parameters), *returned);
    }
    leave();
    return result;
}

}  // namespace shenbao::feel
